"""The cutting plan: the sheet in small, its cuts in order and measured, how high a pile is. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaartenspel.compose.context import Setting
from kaartenspel.compose.script_page import BOTTOM, HEIGHT, MARGIN, ROOM, TOP, WIDTH
from kaartenspel.compose.script_pen import Pen, joined, under
from kaartenspel.drawing import Drawing, Item, Rect
from kaartenspel.impose.cutting import Cut, cutting_order
from kaartenspel.impose.cutting_picture import BADGE, CuttingPicture, Lying, badge, decimal
from kaartenspel.impose.frame import Grid
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem

ONE_GO = 1.0
"""How thick a pile an office cutter takes at least: ten sheets of copying paper."""
MACHINE = 40.0
"""What a stack cutter takes that stands on a table."""
_LEAST_PICTURE = 75.0
"""The least height of the picture beside all else; under it, it gets a page of its own."""
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

    def at_once(self, most: float) -> int:
        """How many sheets go under a knife that takes a pile so high."""
        return min(self.sheets, max(1, int(most / (self.layers * self.thickness) + 1e-9)))


def cutting_plan(plan: CuttingPlan, pen: Pen) -> list[Drawing]:
    """The page, or two where the sheet would become too small on one; what fits neither is noted in the pen."""
    cuts = cutting_order(plan.grid, plan.cards)
    head = under(
        pen.set(f"{pen.words['cutting-plan']}: {plan.title}", pen.type("section"), MARGIN, ROOM),
        pen.set(_facts(plan, pen, len(cuts)), pen.type("small"), MARGIN, ROOM),
        gap=1.5,
    )
    foot = under(_table(plan, pen, cuts), *_advice(plan, pen, cuts), gap=2.2)
    lying = Lying(plan.grid, plan.cards, plan.sorted_)
    room = Rect(MARGIN, TOP + head.height + _GAP, ROOM, BOTTOM - TOP - head.height - _GAP)
    if room.height - foot.height - _GAP >= _LEAST_PICTURE:
        picture = CuttingPicture(lying, pen, cuts, replace(room, height=room.height - foot.height - _GAP))
        return [Drawing(WIDTH, HEIGHT, (*head.draw(TOP), *picture.draw(), *foot.draw(picture.bottom + _GAP)))]
    if TOP + foot.height > BOTTOM:
        said = _("the cutting plan of ‘{title}’ does not fit a page: it has {cuts} cuts")
        said = said.format(title=plan.title, cuts=len(cuts))
        pen.problems.append(Problem(Code.TEXT_TOO_LONG, said, pen.place, _("leave --cutting-plan out")))
    picture = CuttingPicture(lying, pen, cuts, room)
    first = Drawing(WIDTH, HEIGHT, (*head.draw(TOP), *picture.draw()))
    return [first, Drawing(WIDTH, HEIGHT, tuple(foot.draw(TOP)))]


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
        yield from pen.line(words["cutting-against"], kind, left + 2 * BADGE + 2.5, y)
        yield from pen.line(words["cutting-to-knife"], kind, left + width, y, right=True)

    return Setting(kind.line, draw)


def _row(plan: CuttingPlan, pen: Pen, number: int, cut: Cut, left: float, width: float) -> Setting:
    """A cut: its number, what lies against the stop, how far from there to the knife."""
    kind, bold = pen.type("small", "ink"), pen.type("label", "ink")
    measure = f"{decimal(pen, cut.measure)} mm"
    room = width - 2 * BADGE - 2.5 - pen.width(measure, bold) - 2.0
    words = pen.set(_stop(plan, pen, cut), kind, left + 2 * BADGE + 2.5, room)
    height = max(words.height, _ROW)

    def draw(y: float) -> Iterator[Item]:
        yield from badge(pen, number, left + BADGE, y + height / 2)
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
    words = pen.words
    if plan.grid.fold:
        yield words["cutting-fold-middle" if plan.grid.divided else "cutting-fold"]
    marked = plan.grid.marks != "none" and not plan.grid.divided
    yield joined_sentences(words["cutting-how"], words["cutting-marks"] if marked else "")
    if plan.piles > 1:
        yield words["cutting-sets"].format(piles=plan.piles)
    if plan.sheets > 1:
        yield from _piles(plan, pen, len(cuts))
    if plan.sorted_ and plan.cards > 1:
        yield words["cutting-stack"]
        if any(slot.turn == 180 for slot in plan.grid.slots[: plan.cards]):
            yield words["cutting-turned"]
    if plan.radius:
        yield words["cutting-corners"].format(radius=decimal(pen, plan.radius))


def _piles(plan: CuttingPlan, pen: Pen, cuts: int) -> Iterator[str]:
    """How high the pile is, and in how many parts it goes under which knife."""
    words = pen.words
    height, sheet = decimal(pen, round(plan.pile, 1)), decimal(pen, plan.thickness)
    yield words["cutting-pile"].format(sheets=plan.sheets, height=height, thickness=sheet)
    said: list[str] = []
    for name, most in (("cutting-machine", MACHINE), ("cutting-office", ONE_GO)):
        sheets = plan.at_once(most)
        times = -(-plan.sheets // sheets)
        if times > 1:
            said.append(words[name].format(sheets=sheets, times=times, cuts=times * cuts))
        elif name == "cutting-machine" and plan.at_once(ONE_GO) < plan.sheets:
            said.append(words["cutting-one-go"])
    if said:
        yield joined_sentences(*said)


def joined_sentences(*said: str) -> str:
    """Sentences after each other, as one paragraph."""
    return " ".join(part for part in said if part)
