"""Pre-cut sheets in a build: what goes with them, and what who prints on them must be told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kaartenspel.impose.caption import has_strip
from kaartenspel.impose.grid import measure
from kaartenspel.impose.order import slots_in_words
from kaartenspel.impose.precut import precut_size
from kaartenspel.messages import _, plural
from kaartenspel.model.sheet import SheetLayout, Size
from kaartenspel.press.job import Job
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code, Problem, UsageError

FOR_THE_KNIFE = ("cutting_plan", "corners")
"""Options that help who cuts."""


def size_on(sheet: SheetLayout, size: Size, request: BuildRequest) -> Size:
    """The size of a deck's cards on a sheet: a pre-cut one that was asked for has its own.

    Raises UsageError for a size, a paper or a way of printing that a pre-cut sheet does not go with.
    """
    _check_slots(request, sheet)
    if sheet.precut is None:
        return size
    _check_way(request, sheet)
    return precut_size(sheet, sheet.precut) if request.sheet else size


def _check_way(request: BuildRequest, sheet: SheetLayout) -> None:
    cut = sheet.precut
    if cut is None:
        return
    card = precut_size(sheet, cut)
    if request.sheet and request.size is not None:
        said = _("--size does not go with the pre-cut sheet {sheet}: its cards are {card}")
        said = said.format(sheet=sheet.sheet, card=measure(card.width, card.height))
        raise _refused(said, _("leave --size out"))
    if request.paper != cut.paper:
        said = _("the pre-cut sheet {sheet} is {paper}, not {asked}")
        said = said.format(sheet=sheet.sheet, paper=cut.paper, asked=request.paper)
        raise _refused(said, _("choose --paper {paper}").format(paper=cut.paper))
    if request.duplex == "fold":
        said = _("--duplex fold does not go with a pre-cut sheet: its cards are not folded")
        raise _refused(said, _("choose long-edge, short-edge or none"))
    if request.order == "cut-and-stack":
        said = _("--order cut-and-stack does not go with a pre-cut sheet: no pile is cut through")
        raise _refused(said, _("choose interleaved or fronts-then-backs"))
    given = [name for name in FOR_THE_KNIFE if getattr(request, name)]
    if given:
        said = _("--{option} does not go with a pre-cut sheet: nothing is cut, and its cards have their corners")
        raise _refused(said.format(option=given[0].replace("_", "-")), _("leave it out"))


def _check_slots(request: BuildRequest, sheet: SheetLayout) -> None:
    """Slots to skip must be there, and leave one."""
    if not request.skip_slots:
        return
    cut = sheet.precut
    if cut is None:
        said = _("--skip-slots is for a half-used pre-cut sheet, and {sheet} is none").format(sheet=sheet.sheet)
        raise _refused(said, _("choose a pre-cut sheet with --sheet (kaartenspel list sheets)"))
    if request.sets:
        said = _("--skip-slots does not go with --sets: each set begins on a sheet of its own")
        raise _refused(said, _("leave --sets out, or begin on a whole sheet"))
    slots = cut.columns * cut.rows
    beyond = [slot for slot in request.skip_slots if slot > slots]
    if beyond:
        said = _("the sheet {sheet} has slots 1 to {last}; --skip-slots names {slot}")
        raise _refused(said.format(sheet=sheet.sheet, last=slots, slot=beyond[0]), _numbering())
    if len(request.skip_slots) == slots:
        said = _("--skip-slots skips all {count} slots of the sheet {sheet}: nothing is left to print on")
        raise _refused(said.format(count=slots, sheet=sheet.sheet), _("take a new sheet, and leave --skip-slots out"))


def check_decks(request: BuildRequest, decks: int) -> None:
    """Raises UsageError where several decks would each begin on the same half-used sheet."""
    if request.skip_slots and decks > 1:
        said = _("--skip-slots is for one deck: {count} decks would all begin on the same half-used sheet")
        raise _refused(said.format(count=decks), _("name one deck"))


def _refused(said: str, hint: str) -> UsageError:
    return UsageError([Problem(Code.WRONG_VALUE, said, hint=hint)])


def _numbering() -> str:
    return _("slots count from left to right and from top to bottom, with the front up")


def told(job: Job) -> tuple[str, ...]:
    """What who prints on a pre-cut sheet must know."""
    return (*_notes(job),) if job.grid.precut else ()


def _notes(job: Job) -> Iterator[str]:
    file, skipped = job.deck.deck.deck, job.request.skip_slots
    if skipped:
        first = min(set(range(1, len(job.grid.slots) + 1)) - set(skipped))
        said = plural(
            "{deck}: on the first sheet slot {slots} stays empty, and the first card comes in slot {first}",
            "{deck}: on the first sheet slots {slots} stay empty, and the first card comes in slot {first}",
            len(skipped),
        )
        yield said.format(deck=file, slots=slots_in_words(skipped), first=first) + f" ({_numbering()})"
    used = _used_of_last(job)
    if len(used) < len(job.grid.slots):
        said = _("{deck}: keep the last sheet, it is not full: next time begin with --skip-slots {slots}")
        yield said.format(deck=file, slots=slots_in_words(used))
    if not has_strip(job.grid):
        said = _("{deck}: this sheet has no room for a line beside the cards, so nothing says which sheet is which")
        yield said.format(deck=file)
    sheet = job.request.sheet or job.size.sheet
    said = _("first print the outlines on plain paper and hold them against a sheet: kaartenspel outline {sheet}")
    yield said.format(sheet=sheet)


def _used_of_last(job: Job) -> list[int]:
    """The slots of the last sheet that are used now, counted from 1."""
    last = max(job.page_sides, key=lambda side: side.sheet)
    before: Sequence[int] = job.request.skip_slots if last.sheet == 0 else ()
    return [*before, *(slot + 1 for slot in last.slots)]


def hinted(problems: Iterable[Problem]) -> list[Problem]:
    """What does not fit on the cards of a pre-cut sheet, with what can be done where no other size can be had."""
    hint = _("make it shorter, or choose the cards that fit with --cards and print this one on another sheet")
    codes = (Code.TEXT_TOO_LONG, Code.PICTURE_TOO_LARGE)
    return [replace(problem, hint=hint) if problem.code in codes else problem for problem in problems]
