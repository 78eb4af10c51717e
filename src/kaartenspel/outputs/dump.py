"""A drawing as text, one item a line, for goldens that a person can read and compare. Millimetres, two decimals."""

from kaartenspel.drawing import Drawing, Figure, Fillable, Item, Modules, Path, Picture, Segment, Text

_LETTERS = {"move": "M", "line": "L", "curve": "C", "close": "Z"}


def dump(drawing: Drawing) -> str:
    """The size of the drawing, then its items in paint order; ends with a line end."""
    lines = [f"drawing {_number(drawing.width)} x {_number(drawing.height)}", *map(_item, drawing.items)]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> str:
    match item:
        case Text():
            return _text(item)
        case Path():
            return _path(item)
        case Modules():
            return _modules(item)
        case Picture():
            return _picture(item)
        case Figure():
            return _figure(item)
        case Fillable():
            return _fillable(item)


def _fillable(place: Fillable) -> str:
    box = f"{_number(place.x)} {_number(place.y)} {_number(place.width)} x {_number(place.height)}"
    return f"fillable {box} {place.name} lines {place.lines} {place.tip!r}"


def _text(text: Text) -> str:
    kerns = f" kerned {sum(text.kerns)}" if any(text.kerns) else ""
    place = f"{_number(text.x)} {_number(text.y)}"
    place += " turned" if text.turn else ""
    return f"text {place} {text.face} {text.size:g}pt {text.colour}{kerns} {text.text!r}"


def _path(path: Path) -> str:
    paints = [f"fill {path.fill}"] if path.fill else []
    if path.stroke:
        paints.append(f"stroke {path.stroke} {_number(path.stroke_width)}")
    if path.dash:
        paints.append(f"dash {' '.join(map(_number, path.dash))}")
    paints += ["even-odd"] if path.even_odd else []
    paints += [f"cap {path.cap}"] if path.cap != "butt" else []
    paints += [f"join {path.join}"] if path.join != "miter" else []
    paints += [f"miter {path.miter:g}"] if path.miter != Path(()).miter else []
    return " ".join(("path", *paints, *map(_segment, path.segments)))


def _segment(segment: Segment) -> str:
    places = [f"{_number(x)},{_number(y)}" for x, y in segment.points]
    return " ".join((_LETTERS[segment.kind], *places))


def _modules(modules: Modules) -> str:
    place = f"{_number(modules.x)} {_number(modules.y)}"
    return f"modules {place} {len(modules.rows)} of {_number(modules.module)} {modules.link}"


def _picture(picture: Picture) -> str:
    place = f"{_number(picture.x)} {_number(picture.y)}"
    size = f"{_number(picture.width)} x {_number(picture.height)}"
    return f"picture {place} {size} {picture.columns} x {picture.rows} px {picture.image.key[:12]}"


def _figure(figure: Figure) -> str:
    place = f"{_number(figure.x)} {_number(figure.y)}"
    size = f"{_number(figure.width)} x {_number(figure.height)}"
    return f"figure {place} {size} of {len(figure.image.paths)} paths {figure.image.key[:12]}"


def _number(value: float) -> str:
    # Adding nought turns -0.00 into 0.00.
    return f"{round(value, 2) + 0.0:.2f}"
