"""A script as pages: the facilitator's with its print list, and the participants' version. Lengths are mm."""

from collections.abc import Iterator
from itertools import chain

from kaartenspel.compose import script_groups, script_prints
from kaartenspel.compose.script_entry import passage
from kaartenspel.compose.script_head import meeting_head, problems, title
from kaartenspel.compose.script_page import FIRM, MARGIN, ROOM, Pages, Passage, finished, piece
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Drawing
from kaartenspel.model.richtext import Rich
from kaartenspel.model.script import Script


def facilitator_pages(pen: Pen, script: Script) -> list[Drawing]:
    """What to print and set out, the script, the groups; what cannot be set is noted in the pen's problems."""
    pages = Pages(pen)
    parts = (script_prints.passages(pen, script), _script(pen, script), script_groups.passages(pen, script, guide=True))
    for part in chain(*parts, _why(pen, script.why)):
        pages.put(part)
    return finished(pen, script, pages.pages, pen.words["script"])


def participant_pages(pen: Pen, script: Script) -> list[Drawing]:
    """The day as participants may have it: nothing that is said, no notes, no tips, no lists."""
    pages = Pages(pen)
    for part in (*_script(pen, script, guide=False), *script_groups.passages(pen, script, guide=False)):
        pages.put(part)
    return finished(pen, script, pages.pages, pen.words["programme"])


def _script(pen: Pen, script: Script, *, guide: bool = True) -> Iterator[Passage]:
    """The titles, what does not add up, and the entries of each meeting from a new page on."""
    facts = [fact for fact in script.facts if fact[1] != script.goal] if _alone(script) and guide else []
    yield Passage(script.title, tuple(title(pen, script, facts)), at_top=True)
    if guide and (wrong := problems(pen, script)):
        yield wrong
    several = len(script.meetings) > 1
    for number, meeting in enumerate(script.meetings):
        head = tuple(meeting_head(pen, meeting, several=several))
        yield Passage(meeting.title or script.title, head, at_top=number > 0)
        for entry in meeting.entries:
            yield passage(pen, entry, guide=guide)


def _alone(script: Script) -> bool:
    """Whether the script has no page before it on which its facts stand."""
    return not (script.prints or script.lists)


def _why(pen: Pen, why: Rich | None) -> Iterator[Passage]:
    """Why the plan is as it is, for the facilitator."""
    if why and why.blocks:
        heading = piece(pen.set(pen.words["why-so"], pen.type("heading"), MARGIN, ROOM), 10.0, FIRM)
        texts = [piece(pen.set(Rich((block,)), pen.type("quiet", "ink"), MARGIN, ROOM), 1.4) for block in why.blocks]
        yield Passage(pen.words["why-so"], (heading, *texts), rule=True)
