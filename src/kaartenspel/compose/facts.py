"""Small facts side by side, each under the label of its field. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.regions import said
from kaartenspel.compose.text import baseline, line_width, one_line, set_rich
from kaartenspel.drawing import Item
from kaartenspel.model.card import GroupSize, Step
from kaartenspel.model.kind import FactsPart
from kaartenspel.model.richtext import Rich, plain

_HAIR = 0.1  # mm that a column is wider than its words, against rounding


def set_facts(context: Context, part: FactsPart) -> Setting | None:
    """The facts that the card has; the columns take what their words need."""
    card = context.card
    shown = [(card.kind.fields[name].label, fact(context, name)) for name in part.fields if name in card.fields]
    columns = _columns(context, shown) if shown else ()
    if not shown or columns is None:
        return NOTHING if columns is not None else None
    label, value = context.type("label"), context.type("small")
    bodies: list[tuple[float, Setting]] = []
    x = context.left
    for (_name, words), width in zip(shown, columns, strict=True):
        body = set_rich(context, plain(words), value, x, width)
        if body is None:
            return None
        bodies.append((x, body))
        x += width + context.gap

    def draw(y: float) -> Iterator[Item]:
        for (at, body), (name, _words) in zip(bodies, shown, strict=True):
            yield from one_line(context, name, label, at, y + baseline(context, label))
            yield from body.draw(y + label.line)

    return Setting(label.line + max(body.height for _x, body in bodies), draw)


def _columns(context: Context, shown: list[tuple[str, str]]) -> list[float] | None:
    """The widths of the columns: as wanted, or less for the widest until the row fits; None without room."""
    label, value = context.type("label"), context.type("small")
    wanted = [max(line_width(context, name, label), line_width(context, words, value)) + _HAIR for name, words in shown]
    room = context.width - context.gap * (len(shown) - 1)
    while sum(wanted) > room + 1e-6:
        widest = max(wanted)
        others = max((width for width in wanted if width < widest), default=0.0)
        cut = max(others, widest - (sum(wanted) - room) / wanted.count(widest))
        if cut <= 0:
            return None
        wanted = [cut if width == widest else width for width in wanted]
    return wanted


def fact(context: Context, name: str) -> str:
    """A field in a few words."""
    value = context.card.fields[name]
    if isinstance(value, GroupSize):
        return _group_size(context, value)
    if isinstance(value, tuple):
        return ", ".join(item.text.text if isinstance(item, Step) else item.text for item in value)
    rich = said(context, name)
    text = rich.text if rich else ""
    # how to play may take ‘20–40’: a text, since no duration has two ends
    is_range = name == "minutes" and isinstance(value, Rich) and text[:1].isdigit() and text[-1:].isdigit()
    return f"{text} {context.words['minutes']}" if is_range else text


def _group_size(context: Context, value: GroupSize) -> str:
    """`duo’s, 4–40`; behind another number it is said what is counted: `groepjes van 3–5, 2–6 personen`."""
    if value.least and value.most:
        count = str(value.least) if value.least == value.most else f"{value.least}–{value.most}"
    else:
        count = f"≥ {value.least}" if value.least else f"≤ {value.most}" if value.most else ""
    people = f"{count} {context.words['people']}" if value.counts_people else count
    return ", ".join(part for part in (value.within, people) if part)
