"""Whether the measures of a pre-cut sheet can be those of one: they must come out on the paper. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.messages import _
from kaartenspel.model.sheet import Paper, Precut, SheetLayout
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Value, place_at

NEAR = 0.1
"""How far a sum may be off: makers give tenths."""
HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class _Way:
    """One way over the sheet: the fields that speak of it, and what they say."""

    begin: str
    end: str
    step: str
    count: str
    side: str
    margin: float
    other: float | None
    pitch: float
    number: int
    card: float
    paper: float

    @property
    def reach(self) -> float:
        """Where the last card ends."""
        return self.margin + (self.number - 1) * self.pitch + self.card

    @property
    def sum(self) -> str:
        """The sum in millimetres, as people would write it down; the other margin where it is given."""
        steps = [f"{self.number - 1} × {_mm(self.pitch)}"] if self.number > 1 else []
        last = [_mm(self.other)] if self.other is not None else []
        return " + ".join([_mm(self.margin), *steps, _mm(self.card), *last])


def check_sheet(sheet: SheetLayout, cut: Precut, paper: Paper, value: Value) -> Iterator[Problem]:
    """What does not come out, each with the sum in millimetres; a warning for cards at the paper's very edge."""
    across = _Way("left", "right", "across", "columns", "width", cut.left, cut.right, cut.across, cut.columns,
                  cut.width, paper.width)  # fmt: skip
    down = _Way("top", "bottom", "down", "rows", "height", cut.top, cut.bottom, cut.down, cut.rows,
                cut.height, paper.height)  # fmt: skip
    for way in (across, down):
        found = _overlap(way, value) or _total(way, paper, value)
        if found:
            yield found
        else:
            yield from _edges(way, sheet.margin, value)


def _overlap(way: _Way, value: Value) -> Problem | None:
    """Cards that would lie on each other."""
    if way.number == 1 or way.pitch >= way.card - HAIR:
        return None
    said = _("from card to card is {pitch} mm, less than the {card} mm of a card: they would overlap")
    said = said.format(pitch=_mm(way.pitch), card=_mm(way.card))
    hint = _("‘{step}’ goes from the edge of a card to the same edge of the next one").format(step=way.step)
    return Problem(Code.SHEET_SUM, said, place_at(value, ("precut", way.step)), hint)


def _total(way: _Way, paper: Paper, value: Value) -> Problem | None:
    """A sum that is not the paper: with both margins exactly, with one of them at most."""
    total = way.reach + (way.other or 0.0)
    off = total - way.paper
    if abs(off) <= NEAR + HAIR if way.other is not None else off <= HAIR:
        return None
    said = (
        _("{sum} = {total} mm, and {paper} is {there} mm: {off} mm too much")
        if off > 0
        else _("{sum} = {total} mm, and {paper} is {there} mm: {off} mm is missing")
    )
    said = said.format(sum=way.sum, total=_mm(total), paper=paper.paper, there=_mm(way.paper), off=_mm(abs(off)))
    names = ", ".join(f"‘{name}’" for name in (way.begin, way.step, way.side, way.end))
    hint = _("measure the sheet again: {names} and ‘{count}’ must add up to the paper")
    at = way.end if way.other is not None else way.begin
    hint = hint.format(names=names, count=way.count)
    return Problem(Code.SHEET_SUM, said, place_at(value, ("precut", at)), hint)


def _edges(way: _Way, unprintable: float, value: Value) -> Iterator[Problem]:
    """Cards that reach into the edge that a printer leaves white."""
    left = way.paper - way.reach
    for name, margin in ((way.begin, way.margin), (way.end, left)):
        if margin < unprintable - HAIR:
            said = _("the cards begin {margin} mm from the paper’s edge, and most printers leave {least} mm white")
            said = said.format(margin=_mm(margin), least=_mm(unprintable))
            at = name if name == way.begin or way.other is not None else way.count
            hint = _("if your printer can, say so with ‘margin: {margin} mm’").format(margin=_mm(max(0.0, margin)))
            yield Problem(Code.SHEET_SUM, said, place_at(value, ("precut", at)), hint, warning=True)


def _mm(value: float) -> str:
    # Translators: the decimal sign
    return f"{round(value, 2):g}".replace(".", _("."))
