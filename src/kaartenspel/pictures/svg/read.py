"""An SVG file as a vector: every shape with its style and place, or a finding for each element that cannot be drawn."""

from collections.abc import Iterator

from kaartenspel.drawing import Path, Point, Rect, Segment
from kaartenspel.messages import _
from kaartenspel.pictures.error import Finding, PictureError, broken, refused
from kaartenspel.pictures.svg.bounds import bounds
from kaartenspel.pictures.svg.matrix import Matrix, after, apply, numbers, scale_of, transform
from kaartenspel.pictures.svg.reasons import EDGE, Unsupported, misread
from kaartenspel.pictures.svg.shapes import SHAPES, outline
from kaartenspel.pictures.svg.style import Style, length, styled
from kaartenspel.pictures.svg.tree import Element, parse, too_much
from kaartenspel.pictures.vector import Vector

_SILENT = {"", "title", "desc", "metadata"}
# These paint nothing by themselves; what refers to one is a finding where it does.
_DEFINED = {
    "defs", "linearGradient", "radialGradient", "filter", "clipPath", "mask", "pattern", "marker", "symbol",
}  # fmt: skip
_DRAWN = {"g", "use", *SHAPES}
_MOST_FINDINGS, _MOST_STEPS, _MOST_ELEMENTS, _DEEPEST = 5, 100_000, 20_000, 100
_SLACK = 0.01
"""What may stick out of the picture, as a share of its larger side: nobody sees it."""


def read_svg(data: bytes, key: str) -> Vector:
    """The drawing of a file; raises PictureError with up to five findings."""
    root = parse(data)
    try:
        box = _view(root.attributes)
    except Unsupported as error:
        raise PictureError(error.finding("svg", root.line)) from None
    painter = _Painter(root, box)
    painter.draw_all(root, (1.0, 0.0, 0.0, 1.0, -box.x, -box.y), Style())
    if painter.findings:
        raise PictureError(*painter.findings)
    if not painter.paths:
        raise broken(_("the SVG ‘{file}’ draws nothing"), _("open it in a drawing program and save it anew"))
    return Vector(key, box.width, box.height, tuple(painter.paths))


def _view(attributes: dict[str, str]) -> Rect:
    """The part of the drawing's plane that is the picture."""
    if attributes.get("viewBox"):
        values = numbers(attributes["viewBox"])
    elif "width" in attributes and "height" in attributes:
        values = [0.0, 0.0, length(attributes["width"]), length(attributes["height"])]
    else:
        raise refused(
            _("the SVG ‘{file}’ does not say how large it is"), _("open it in a drawing program and save it anew")
        )
    if len(values) != 4 or values[2] <= 0 or values[3] <= 0:
        raise misread(attributes.get("viewBox", "width"))
    return Rect(*values)


class _Painter:
    """Walks through the tree and gathers paths in the units of the picture."""

    def __init__(self, root: Element, box: Rect) -> None:
        self.paths: list[Path] = []
        self.findings: list[Finding] = []
        self._named = {element.attributes["id"]: element for element in _all(root) if "id" in element.attributes}
        self._box = box
        self._steps = self._elements = self._depth = 0

    def draw_all(self, root: Element, matrix: Matrix, style: Style) -> None:
        """The root with all in it."""
        try:
            style = styled(style, root.attributes)
            self._children(root, after(matrix, transform(root.attributes.get("transform", ""))), style)
        except Unsupported as error:
            self.findings.append(error.finding("svg", root.line))

    def _children(self, element: Element, matrix: Matrix, style: Style) -> None:
        self._depth += 1
        for child in element.children:
            self._child(child, matrix, style)
        self._depth -= 1

    def _child(self, element: Element, matrix: Matrix, style: Style) -> None:
        """An element with all in it, or a finding."""
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or self._steps > _MOST_STEPS or self._depth > _DEEPEST:
            raise too_much()
        if element.name in _SILENT or element.name in _DEFINED or len(self.findings) >= _MOST_FINDINGS:
            self._look_for_style(element)
            return
        try:
            self._draw(element, matrix, style)
        except Unsupported as error:
            self.findings.append(error.finding(element.name, element.line))

    def _draw(self, element: Element, matrix: Matrix, style: Style) -> None:
        if element.name == "style" and not element.text.strip():
            return
        if element.name not in _DRAWN:
            raise Unsupported(element.name)
        style = styled(style, element.attributes)
        if not style.shown:
            return
        matrix = after(matrix, transform(element.attributes.get("transform", "")))
        if element.name in SHAPES:
            self._shape(element, matrix, style)
        elif element.name == "use":
            self._use(element, matrix, style)
        else:
            self._children(element, matrix, style)

    def _use(self, element: Element, matrix: Matrix, style: Style) -> None:
        """Another element of the file once more."""
        name = element.attributes.get("href", "")
        target = self._named.get(name.removeprefix("#")) if name.startswith("#") else None
        if target is None or target.name not in _DRAWN:
            raise Unsupported(f"href: {name}")
        x, y = (length(element.attributes.get(key, "0")) for key in ("x", "y"))
        self._depth += 1
        self._child(target, after(matrix, (1.0, 0.0, 0.0, 1.0, x, y)), style)
        self._depth -= 1

    def _shape(self, element: Element, matrix: Matrix, style: Style) -> None:
        for child in element.children:
            if child.name not in _SILENT:
                self.findings.append(Unsupported(child.name).finding(child.name, child.line))
        steps = outline(element.name, element.attributes)
        stroked = style.stroke is not None and style.width > 0
        if not steps or not style.visible or (style.fill is None and not stroked):
            return
        scale = scale_of(matrix) if stroked else 1.0
        self._steps += len(steps)
        path = Path(
            tuple(_placed(step, matrix) for step in steps), style.fill, style.stroke if stroked else None,
            style.width * scale if stroked else 0.0, tuple(part * scale for part in style.dash) if stroked else (),
            style.even_odd, style.cap, style.join, style.miter,
        )  # fmt: skip
        if self._is_seen(path):
            self.paths.append(path)

    def _is_seen(self, path: Path) -> bool:
        """Whether a path lies in the picture; Unsupported where its edge would have to cut it."""
        box, slack = bounds(path), _SLACK * max(self._box.width, self._box.height)
        width, height = self._box.width, self._box.height
        if box is None or box.x >= width or box.y >= height or box.right <= 0 or box.bottom <= 0:
            return False
        if min(box.x, box.y) < -slack or box.right > width + slack or box.bottom > height + slack:
            raise Unsupported(EDGE)
        return True

    def _look_for_style(self, element: Element) -> None:
        """A style sheet counts wherever it stands."""
        for inside in _all(element):
            if inside.name == "style" and inside.text.strip() and len(self.findings) < _MOST_FINDINGS:
                self.findings.append(Unsupported("style").finding("style", inside.line))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


def _placed(step: Segment, matrix: Matrix) -> Segment:
    points: tuple[Point, ...] = tuple(apply(matrix, point) for point in step.points)
    return Segment(step.kind, points)
