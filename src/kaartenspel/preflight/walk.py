"""The walk through a page: its operators, in order, become marks; forms, patterns and inline pictures included."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Matrix

from kaartenspel.preflight.colours import chosen, device, first, space_of
from kaartenspel.preflight.gradients import gradient
from kaartenspel.preflight.letters import Letters
from kaartenspel.preflight.marks import MILLIMETRES, NO_INKS, Box, Colour, Mark, Space, around, common, sides
from kaartenspel.preflight.state import Path, State, within

_SPACES: dict[str, Space] = {"g": "gray", "G": "gray", "rg": "rgb", "RG": "rgb", "k": "cmyk", "K": "cmyk"}
_PAINTS = {"f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "n"}
_CURVES = {"c", "v", "y"}
SENSELESS = (LookupError, AttributeError, ValueError, TypeError, ArithmeticError, pikepdf.PdfError)
"""What comes of operators with too few numbers, or that call what is not in the file."""
CAP = 0.7
"""How high a capital is, in em: what stands above a baseline."""


def marks(page: pikepdf.Page) -> list[Mark]:
    """All that a page paints. Raises what Python does where its operators make no sense: see `SENSELESS`."""
    left, _low, _right, high = sides(page.mediabox) or (0.0, 0.0, 0.0, 0.0)
    base = Matrix(MILLIMETRES, 0, 0, -MILLIMETRES, -left * MILLIMETRES, high * MILLIMETRES)
    return list(Walk(page.obj.get("/Resources", pikepdf.Dictionary()), State(base), {}).through(page))


class Walk:
    """One content stream with its resources. `fonts` are those met so far, by object."""

    def __init__(self, resources: Any, state: State, fonts: dict[Any, Letters]) -> None:
        self._resources, self._state, self._fonts = resources, state, fonts
        self._base = state.matrix
        self._stack: list[State] = []
        self._path = Path()
        self._clips = False
        self._at = self._line = Matrix()
        self._steps: dict[str, Callable[[list[Any]], Iterable[Mark] | None]] = {
            "q": self._save, "Q": self._restore, "cm": self._concat, "w": self._thick, "gs": self._named_state,
            "BT": self._begin, "Tf": self._set_font, "Td": self._move, "TD": self._move_leading, "Tm": self._place,
            "T*": self._next_line, "TL": self._lead, "Tc": self._space_letters, "Tw": self._space_words,
            "Tz": self._stretch, "Ts": self._raise, "Tr": self._render, "Tj": self._show, "TJ": self._show,
            "'": self._show_next, '"': self._show_spaced, "Do": self._called, "sh": self._shade, "h": self._close,
            "INLINE IMAGE": self._inline, "cs": self._space_of_fill, "CS": self._space_of_stroke,
            "sc": self._fill, "scn": self._fill, "SC": self._stroke, "SCN": self._stroke,
            "W": self._clip, "W*": self._clip,
        }  # fmt: skip

    def through(self, source: Any) -> Iterator[Mark]:
        """The marks of a page, a form or a pattern."""
        for step in pikepdf.parse_content_stream(source):
            name = str(step.operator)
            if name in self._steps:
                yield from self._steps[name](list(step.operands)) or ()
            elif name in _SPACES:
                self._device(name, [float(part) for part in step.operands])
            elif name in _PAINTS:
                yield from self._painted(name)
            elif name in ("m", "l", "re") or name in _CURVES:
                self._draw(name, [float(value) for value in step.operands])

    # the state of the graphics

    def _save(self, _given: list[Any]) -> None:
        self._stack.append(replace(self._state))

    def _restore(self, _given: list[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concat(self, given: list[Any]) -> None:
        self._state.matrix = Matrix(*map(float, given)) @ self._state.matrix

    def _thick(self, given: list[Any]) -> None:
        self._state.width = float(given[0])

    def _named_state(self, given: list[Any]) -> None:
        known = self._resources.get("/ExtGState", {}).get(str(given[0]), {})
        fill, stroke = self._state.overprint
        stroke = bool(known.get("/OP", stroke))
        self._state.overprint = bool(known.get("/op", known.get("/OP", fill))), stroke
        if any(key in known for key in ("/ca", "/CA", "/BM", "/SMask")):
            faint = any(float(known.get(key, 1)) < 1 for key in ("/ca", "/CA"))
            mixed = str(known.get("/BM", "/Normal")) not in ("/Normal", "/Compatible")
            masked = isinstance(known.get("/SMask"), pikepdf.Dictionary)
            self._state.transparent = faint or mixed or masked

    def _device(self, name: str, parts: list[float]) -> None:
        colour = device(_SPACES[name], parts)
        if name.islower():
            self._state.fill, self._state.pattern = colour, None
        else:
            self._state.stroke = colour

    def _space_of_fill(self, given: list[Any]) -> None:
        self._state.spaces = (given[0], self._state.spaces[1])
        self._state.fill = first(given[0], self._resources)

    def _space_of_stroke(self, given: list[Any]) -> None:
        self._state.spaces = (self._state.spaces[0], given[0])
        self._state.stroke = first(given[0], self._resources)

    def _fill(self, given: list[Any]) -> None:
        self._state.pattern = None
        if given and isinstance(given[-1], pikepdf.Name):
            self._state.pattern = self._resources.Pattern[str(given[-1])]
        else:
            self._state.fill = chosen(self._state.spaces[0], [float(part) for part in given], self._resources)

    def _stroke(self, given: list[Any]) -> None:
        if not (given and isinstance(given[-1], pikepdf.Name)):
            self._state.stroke = chosen(self._state.spaces[1], [float(part) for part in given], self._resources)

    # paths

    def _draw(self, name: str, values: list[float]) -> None:
        parts, matrix = self._path.parts, self._state.matrix
        if name == "re":
            x, y, width, height = values
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            parts.append([matrix.transform(corner) for corner in corners])
            return
        if name == "m" or not parts:
            parts.append([])
        pairs = zip(values[::2], values[1::2], strict=True)
        parts[-1] += [matrix.transform(pair) for pair in pairs]
        self._path.curved = self._path.curved or name in _CURVES

    def _close(self, _given: list[Any]) -> None:
        """A part that is closed ends where it began: no corner more."""

    def _clip(self, _given: list[Any]) -> None:
        self._clips = True

    def _painted(self, name: str) -> Iterator[Mark]:
        path, state = self._path, self._state
        corners = [corner for part in path.parts for corner in part]
        if corners and name != "n":
            box = common(around(corners), state.clip)
            if name[0] in "fFBb":
                yield from self._filled(box, path)
            if name[0] in "SsBb":
                size = state.width * _scale(state.matrix) / MILLIMETRES
                yield self._mark("stroke", box, state.stroke, size=size, overprint=state.overprint[1])
        if corners and self._clips:
            state.clip = common(around(corners), state.clip)
        self._path, self._clips = Path(), False

    def _filled(self, box: Box, path: Path) -> Iterator[Mark]:
        if self._state.pattern is not None:
            yield from self._patterned(self._state.pattern, box)
            return
        parts = tuple(tuple(part) for part in path.parts)
        yield self._mark("fill", box, self._state.fill, parts=parts, curved=path.curved)

    def _patterned(self, pattern: Any, box: Box) -> Iterator[Mark]:
        """A pattern's own colours and pictures, told where it is used."""
        matrix = Matrix(*map(float, pattern.get("/Matrix", (1, 0, 0, 1, 0, 0)))) @ self._base
        if "/Shading" in pattern:
            yield self._mark("shade", box, gradient(pattern.Shading, self._resources))
            return
        inner = within(self._state, matrix)
        for mark in Walk(pattern.get("/Resources", self._resources), inner, self._fonts).through(pattern):
            yield replace(mark, box=box)

    def _mark(self, sort: Any, box: Box, colour: Colour, **more: Any) -> Mark:
        more.setdefault("overprint", self._state.overprint[0])
        return Mark(sort, box, colour, transparent=self._state.transparent, **more)

    # texts

    def _begin(self, _given: list[Any]) -> None:
        self._at = self._line = Matrix()

    def _set_font(self, given: list[Any]) -> None:
        font = self._resources.Font[str(given[0])]
        key = font.objgen if font.is_indirect else id(font)
        if key not in self._fonts:
            self._fonts[key] = Letters(font)
        self._state.font, self._state.size = self._fonts[key], float(given[1])

    def _move(self, given: list[Any]) -> None:
        self._at = self._line = Matrix(1, 0, 0, 1, float(given[0]), float(given[1])) @ self._line

    def _move_leading(self, given: list[Any]) -> None:
        self._state.leading = -float(given[1])
        self._move(given)

    def _place(self, given: list[Any]) -> None:
        self._at = self._line = Matrix(*map(float, given))

    def _next_line(self, _given: list[Any]) -> None:
        self._move([0, -self._state.leading])

    def _lead(self, given: list[Any]) -> None:
        self._state.leading = float(given[0])

    def _space_letters(self, given: list[Any]) -> None:
        self._state.spacing = (float(given[0]), self._state.spacing[1])

    def _space_words(self, given: list[Any]) -> None:
        self._state.spacing = (self._state.spacing[0], float(given[0]))

    def _stretch(self, given: list[Any]) -> None:
        self._state.stretch = float(given[0]) / 100

    def _raise(self, given: list[Any]) -> None:
        self._state.rise = float(given[0])

    def _render(self, given: list[Any]) -> None:
        self._state.mode = int(given[0])

    def _show_next(self, given: list[Any]) -> Iterator[Mark]:
        self._next_line([])
        yield from self._show(given)

    def _show_spaced(self, given: list[Any]) -> Iterator[Mark]:
        self._state.spacing = (float(given[1]), float(given[0]))
        yield from self._show_next(given[2:])

    def _show(self, given: list[Any]) -> Iterator[Mark]:
        """A text with its box: from its baseline up to its capitals, without the spaces at its ends."""
        state, along, inked = self._state, 0.0, list[float]()
        for piece in list(given[0]) if isinstance(given[0], pikepdf.Array) else [given[0]]:
            if not isinstance(piece, pikepdf.String):
                along -= float(piece) / 1000 * state.size * state.stretch
                continue
            for code, width, blank in state.font.each(bytes(piece)) if state.font else ():
                end = along + width / 1000 * state.size * state.stretch
                inked += [] if blank else [along, end]
                along = end + (state.spacing[0] + (state.spacing[1] if code == 32 else 0.0)) * state.stretch
        whole = self._at @ state.matrix
        self._at = Matrix(1, 0, 0, 1, along, 0) @ self._at
        if inked and state.mode not in (3, 7):
            low, high = state.rise, state.rise + CAP * state.size
            corners = [whole.transform((x, y)) for x in (inked[0], inked[-1]) for y in (low, high)]
            size = state.size * _scale(whole) / MILLIMETRES
            yield self._mark("text", around(corners), state.fill, size=size)

    # pictures, forms, shadings

    def _called(self, given: list[Any]) -> Iterator[Mark]:
        item, state = self._resources.XObject[str(given[0])], self._state
        if item.Subtype == "/Form":
            matrix = Matrix(*map(float, item.get("/Matrix", (1, 0, 0, 1, 0, 0)))) @ state.matrix
            inner = Walk(item.get("/Resources", self._resources), within(state, matrix), self._fonts)
            yield from inner.through(item)
        else:
            yield from self._picture(item, item.get("/ColorSpace"), bool(item.get("/ImageMask", False)))

    def _inline(self, given: list[Any]) -> Iterator[Mark]:
        item = given[0]
        yield from self._picture(item, item.obj.get("/CS", item.obj.get("/ColorSpace")), bool(item.image_mask))

    def _picture(self, item: Any, space: Any, stencil: bool) -> Iterator[Mark]:
        matrix = self._state.matrix
        corners = [matrix.transform(corner) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
        colour = self._state.fill if stencil else Colour(space_of(space, self._resources), NO_INKS)
        box = common(around(corners), self._state.clip)
        yield self._mark("picture", box, colour, picture=item, matrix=matrix)

    def _shade(self, given: list[Any]) -> Iterator[Mark]:
        shading = self._resources.Shading[str(given[0])]
        yield self._mark("shade", self._state.clip, gradient(shading, self._resources))


def _scale(matrix: Matrix) -> float:
    return float(abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)
