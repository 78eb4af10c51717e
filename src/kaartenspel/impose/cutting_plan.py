"""The cutting plan: a page with the sheet in small, its cuts numbered and measured, and how high a pile is.

Lengths are millimetres; those of the sheet are drawn to scale.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kaartenspel.compose.context import Setting
from kaartenspel.compose.pictogram import mixed
from kaartenspel.compose.script_page import BOTTOM, HEIGHT, MARGIN, ROOM, TOP, WIDTH, box
from kaartenspel.compose.script_pen import Pen, joined, under
from kaartenspel.drawing import Drawing, Item, Path, Rect, Segment, disc, line
from kaartenspel.impose.cutting import Cut, cut_paper, cutting_order
from kaartenspel.impose.frame import Grid
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem

ONE_GO = 1.0
"""How thick a pile an office cutter takes at least: ten sheets of copying paper."""
_BADGE = 2.9
_STEP = 2 * _BADGE + 0.6
_AROUND = 2 * _STEP + 1.5
"""Beside the sheet: two rows of numbers, since the lines of a gutter stand close together."""
_LEAST_PICTURE = 60.0
_GAP = 4.0
_ROW = 6.6
_BETWEEN = 8.0


@dataclass(frozen=True, slots=True)
class CuttingPlan:
    """What is cut: `cards` on the fullest sheet, `piles` of so many `sheets`, each `thickness` of a sheet high.

    With `sorted_` the piles of cards on top of each other are in order; `radius` is that of corners to be punched.
    """

    title: str
    facts: str
    grid: Grid
    cards: int
    piles: int
    sheets: int
    thickness: float
    sorted_: bool
    radius: float

    @property
    def layers(self) -> int:
        """How often the paper lies double."""
        return 2 if self.grid.fold else 1

    @property
    def pile(self) -> float:
        """How high a pile is."""
        return self.sheets * self.layers * self.thickness

    @property
    def at_once(self) -> int:
        """How many sheets an office cutter takes at once."""
        return min(self.sheets, max(1, int(ONE_GO / (self.layers * self.thickness) + 1e-9)))


def cutting_plan(plan: CuttingPlan, pen: Pen) -> Drawing:
    """The page; what does not fit on it is noted in the pen."""
    cuts = cutting_order(plan.grid, plan.cards)
    head = under(
        pen.set(f"{pen.words['cutting-plan']}: {plan.title}", pen.type("section"), MARGIN, ROOM),
        pen.set(_facts(plan, pen, len(cuts)), pen.type("small"), MARGIN, ROOM),
        gap=1.5,
    )
    foot = under(_table(plan, pen, cuts), *_advice(plan, pen, cuts), gap=2.2)
    room = Rect(MARGIN, TOP + head.height + _GAP, ROOM, BOTTOM - TOP - head.height - foot.height - 2 * _GAP)
    if room.height < _LEAST_PICTURE:
        said = _("the cutting plan of ‘{title}’ does not fit a page: it has {cuts} cuts")
        said = said.format(title=plan.title, cuts=len(cuts))
        pen.problems.append(Problem(Code.TEXT_TOO_LONG, said, pen.place, _("leave --cutting-plan out")))
        return Drawing(WIDTH, HEIGHT, ())
    picture = _Picture(plan, pen, cuts, room)
    return Drawing(WIDTH, HEIGHT, (*head.draw(TOP), *picture.draw(), *foot.draw(picture.bottom + _GAP)))


def _facts(plan: CuttingPlan, pen: Pen, cuts: int) -> str:
    """`5 vel A4 · 8 sneden per stapel`."""
    words = pen.words
    total = plan.piles * plan.sheets
    sheets = f"{total} {words['sheet' if total == 1 else 'sheets']}"
    return joined((f"{sheets} {plan.facts}", f"{cuts} {words['cut' if cuts == 1 else 'cuts']} {words['each-pile']}"))


def _table(plan: CuttingPlan, pen: Pen, cuts: tuple[Cut, ...]) -> Setting:
    """The cuts in order, those of the first direction at the left."""
    first = [cut for cut in cuts if cut.axis == cuts[0].axis] if cuts else []
    half = (ROOM - _BETWEEN) / 2
    titles = ("cutting-first", "cutting-then")
    columns = [
        under(
            pen.set(pen.words[title], pen.type("label", "ink"), left, half),
            _heads(pen, left, half),
            *(_row(plan, pen, number, cut, left, half) for number, cut in part),
            gap=1.0,
        )
        for title, part, left in zip(
            titles,
            (list(enumerate(first, 1)), list(enumerate(cuts[len(first) :], len(first) + 1))),
            (MARGIN, MARGIN + half + _BETWEEN),
            strict=True,
        )
        if part
    ]
    return Setting(
        max((column.height for column in columns), default=0.0),
        lambda y: [item for column in columns for item in column.draw(y)],
    )


def _heads(pen: Pen, left: float, width: float) -> Setting:
    """What stands in the columns."""
    kind, words = pen.type("fine"), pen.words

    def draw(y: float) -> Iterator[Item]:
        yield from pen.line(words["cutting-against"], kind, left + 2 * _BADGE + 2.5, y)
        yield from pen.line(words["cutting-to-knife"], kind, left + width, y, right=True)

    return Setting(kind.line, draw)


def _row(plan: CuttingPlan, pen: Pen, number: int, cut: Cut, left: float, width: float) -> Setting:
    """A cut: its number, what lies against the stop, how far from there to the knife."""
    kind, bold = pen.type("small", "ink"), pen.type("label", "ink")
    measure = f"{decimal(pen, cut.measure)} mm"
    room = width - 2 * _BADGE - 2.5 - pen.width(measure, bold) - 2.0
    words = pen.set(_stop(plan, pen, cut), kind, left + 2 * _BADGE + 2.5, room)
    height = max(words.height, _ROW)

    def draw(y: float) -> Iterator[Item]:
        yield from _badge(pen, number, left + _BADGE, y + height / 2)
        yield from words.draw(y + (height - words.height) / 2)
        yield from pen.line(measure, bold, left + width, y + (height - bold.line) / 2, right=True)

    return Setting(height, draw)


def _stop(plan: CuttingPlan, pen: Pen, cut: Cut) -> str:
    """What lies against the stop."""
    if cut.fresh:
        return pen.words[f"cutting-cut-{cut.stop}"]
    folded = (plan.grid.fold, cut.stop) in (("vertical", "right"), ("horizontal", "bottom"))
    return pen.words["cutting-stop-fold" if folded else f"cutting-stop-{cut.stop}"]


def _advice(plan: CuttingPlan, pen: Pen, cuts: tuple[Cut, ...]) -> Iterator[Setting]:
    """What goes before, how many sheets at once, and what comes after."""
    for said in _sentences(plan, pen, cuts):
        yield pen.set(said, pen.type("small", "ink"), MARGIN, ROOM)


def _sentences(plan: CuttingPlan, pen: Pen, cuts: tuple[Cut, ...]) -> Iterator[str]:
    words, whole = pen.words, {"sheets": plan.sheets, "height": decimal(pen, round(plan.pile, 1))}
    if plan.grid.fold:
        yield words["cutting-fold-middle" if plan.grid.divided else "cutting-fold"]
    yield words["cutting-how"]
    if plan.piles > 1:
        yield words["cutting-sets"].format(piles=plan.piles)
    if plan.sheets > 1:
        yield words["cutting-pile"].format(**whole, thickness=decimal(pen, plan.thickness))
        times = -(-plan.sheets // plan.at_once)
        if times > 1:
            yield words["cutting-parts"].format(sheets=plan.at_once, times=times, cuts=times * len(cuts))
    if plan.sorted_ and plan.cards > 1:
        yield words["cutting-stack"]
        if any(slot.turn == 180 for slot in plan.grid.slots[: plan.cards]):
            yield words["cutting-turned"]
    if plan.radius:
        yield words["cutting-corners"].format(radius=decimal(pen, plan.radius))


def decimal(pen: Pen, value: float) -> str:
    """A measure in the way of the language of the paper: halves and quarters of a millimetre are kept."""
    return f"{round(value, 2):g}".replace(".", pen.words["decimal"])


def _badge(pen: Pen, number: int, x: float, y: float) -> Iterator[Item]:
    """A number in a black circle, with its middle here."""
    kind = pen.type("bar")
    yield disc(x, y, _BADGE, pen.colour("ink"))
    yield from pen.line(str(number), kind, x - pen.width(str(number), kind) / 2, y - kind.line / 2)


class _Picture:
    """The sheet, to scale, in the middle of a room; folded paper as it is cut."""

    def __init__(self, plan: CuttingPlan, pen: Pen, cuts: tuple[Cut, ...], room: Rect) -> None:
        self._plan, self._pen, self._cuts = plan, pen, cuts
        width, height = cut_paper(plan.grid)
        measures = 2 * pen.type("bar").line + 1.0
        self._scale = min((room.width - _AROUND - 16.0) / width, (room.height - _AROUND - measures) / height)
        self._paper = Rect(
            room.x + (room.width - _AROUND - 16.0 - width * self._scale) / 2 + _AROUND, room.y + _AROUND,
            width * self._scale, height * self._scale,
        )  # fmt: skip
        self.bottom = self._paper.bottom + measures

    def draw(self) -> Iterator[Item]:
        """The paper, the cards with the order of their piles, the lines with their numbers, the measures."""
        yield box(self._paper, self._pen.colour("white"), self._pen.colour("quiet"), 0.2)
        yield from self._cards()
        yield from self._fold()
        upright = level = 0
        for number, cut in sorted(enumerate(self._cuts, 1), key=lambda pair: pair[1].place):
            upright, level = (upright + 1, level) if cut.axis == "vertical" else (upright, level + 1)
            yield from self._line(number, cut, (upright if cut.axis == "vertical" else level) % 2)
        yield from self._measures()

    def _cards(self) -> Iterator[Item]:
        grid, pen = self._plan.grid, self._pen
        kind = pen.type("clock", "quiet") if self._plan.sorted_ else None
        for number, slot in enumerate(grid.slots[: self._plan.cards], 1):
            found = grid.box(slot)
            card = Rect(self._x(found.x), self._y(found.y), found.width * self._scale, found.height * self._scale)
            turned = self._plan.sorted_ and slot.turn == 180
            fill = mixed(pen.colour("line"), pen.colour("white"), 0.4) if turned else pen.colour("white")
            yield box(card, fill, pen.colour("line"), 0.2)
            if kind and kind.line < card.height and pen.width(str(number), kind) < card.width:
                middle = card.x + card.width / 2 - pen.width(str(number), kind) / 2
                yield from pen.line(str(number), kind, middle, card.y + (card.height - kind.line) / 2)

    def _fold(self) -> Iterator[Item]:
        """The fold, at which the paper lies double."""
        paper, colour = self._paper, self._pen.colour("ink")
        if self._plan.grid.fold == "vertical":
            yield line((paper.right, paper.y), (paper.right, paper.bottom), colour, 0.8)
        if self._plan.grid.fold == "horizontal":
            yield line((paper.x, paper.bottom), (paper.right, paper.bottom), colour, 0.8)

    def _line(self, number: int, cut: Cut, row: int) -> Iterator[Item]:
        """A cut right through the sheet, its number beyond the paper in one of two rows."""
        paper, out = self._paper, 1.5 + _BADGE + row * _STEP
        if cut.axis == "vertical":
            start, end = (self._x(cut.place), paper.y - out), (self._x(cut.place), paper.bottom + 1.0)
        else:
            start, end = (paper.x - out, self._y(cut.place)), (paper.right + 1.0, self._y(cut.place))
        segments = (Segment("move", (start,)), Segment("line", (end,)))
        yield Path(segments, stroke=self._pen.colour("ink"), stroke_width=0.3)
        yield from _badge(self._pen, number, *start)

    def _measures(self) -> Iterator[Item]:
        """How far the lines stand apart, below the sheet and at its right; a narrow one in a row of its own."""
        paper, pen = self._paper, self._pen
        kind = pen.type("bar", "ink")
        width, height = cut_paper(self._plan.grid)
        for start, end in pairwise((0.0, *self._places("vertical"), width)):
            said, room = decimal(pen, end - start), (end - start) * self._scale
            down = kind.line if pen.width(said, kind) > room - 0.6 else 0.0
            middle = self._x((start + end) / 2) - pen.width(said, kind) / 2
            yield from pen.line(said, kind, middle, paper.bottom + 1.0 + down)
        for start, end in pairwise((0.0, *self._places("horizontal"), height)):
            said = decimal(pen, end - start)
            aside = 9.0 if kind.line > (end - start) * self._scale else 1.8
            yield from pen.line(said, kind, paper.right + aside, self._y((start + end) / 2) - kind.line / 2)

    def _places(self, axis: str) -> list[float]:
        return sorted(cut.place for cut in self._cuts if cut.axis == axis)

    def _x(self, x: float) -> float:
        return self._paper.x + x * self._scale

    def _y(self, y: float) -> float:
        return self._paper.y + y * self._scale
