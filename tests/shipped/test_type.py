"""How the shipped decks are set: counted on their drawings, in every theme."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from kaartenspel.compose.ladder import STEP
from kaartenspel.drawing import Drawing, Modules
from kaartenspel.drawing import Path as Outline
from kaartenspel.load.project import Project
from kaartenspel.press.build import make_jobs
from kaartenspel.press.evened import SPREAD
from kaartenspel.press.job import Job
from kaartenspel.press.request import BuildRequest

ROOT = Path(__file__).resolve().parents[2]
THEMES = ("standard", "low-ink", "grey", "large-print")


@pytest.fixture(scope="module", params=THEMES)
def jobs(request) -> list[Job]:
    project = Project(ROOT)
    made = make_jobs(project, BuildRequest(theme=request.param))
    assert project.problems == []
    return made


def faces(job: Job) -> list[tuple[str, Drawing]]:
    """Each face of a job once, with its card's id."""
    seen: dict[int, tuple[str, Drawing]] = {}
    for card, pair in zip(job.copies, job._faces(1), strict=True):
        for face in pair:
            seen[id(face)] = (card.id, face)
    return list(seen.values())


def test_no_two_lines_in_a_row_end_in_a_hyphen(jobs):
    for job in jobs:
        for card, face in faces(job):
            texts = [text.text for text in face.texts()]
            both = [(a, b) for a, b in pairwise(texts) if a.endswith("-") and b.endswith("-")]
            assert both == [], card


def test_no_last_line_of_read_aloud_text_is_one_short_word(jobs):
    for job in jobs:
        for card in job.copies:
            text = getattr(card.fields.get("text"), "text", "")
            if not text or card.kind.kind not in ("statement", "feedback-tip"):
                continue
            last = text.split()[-1]
            front = job._composed[card.id][0]
            said = [item.text.strip() for item in front.texts()]
            short = sum(map(str.isalnum, last)) < 5
            assert not (short and last in said), (job.deck.deck.deck, card.id, last)


def test_no_type_is_under_its_floor(jobs):
    for job in jobs:
        floors = {style.smallest for style in job.theme.styles.values()}
        white = [style.smallest for style in job.theme.styles.values() if style.colour == "white"]
        assert min(floors) >= 7
        assert min(white) >= 7.6
        for card, face in faces(job):
            # the figures in discs are set smaller than the text beside them, and are no text to read
            sizes = [text.size for text in face.texts() if not (text.text.isdigit() and text.face == "extrabold")]
            assert min(sizes, default=99) >= min(floors) - 1e-6, card


def test_sizes_in_a_group_are_within_two_steps_of_the_ladder(jobs):
    for job in jobs:
        biggest = defaultdict(list)
        for card in job.copies:
            style = {"statement": "read-aloud", "feedback-tip": "read-aloud"}.get(card.kind.kind)
            if style:
                face = job.theme.styles[style].face
                front = job._composed[card.id][0]
                biggest[(card.group_id, card.kind.kind)].append(max(t.size for t in front.texts() if t.face == face))
        for group, sizes in biggest.items():
            assert max(sizes) - min(sizes) <= SPREAD * STEP + 0.2, (job.deck.deck.deck, group, sizes)


def test_every_module_of_a_qr_is_large_enough_and_its_quiet_zone_is_white(jobs):
    for job in jobs:
        for card, face in faces(job):
            for code in (item for item in face.items if isinstance(item, Modules)):
                assert code.module >= 0.4 - 1e-9
                quiet = 4 * code.module
                for text in face.texts():
                    width = job.measure.shape(text.face, text.text.rstrip()).width * text.size * 25.4 / 72
                    above = (
                        text.y < code.y - quiet + 0.01 or text.y - text.size * 0.25 > code.y + code.side + quiet - 0.01
                    )
                    beside = text.x + width <= code.x - quiet + 0.6 or text.x >= code.x + code.side + quiet
                    assert above or beside, (card, text.text)


def test_paths_stay_in_the_bleed(jobs):
    for job in jobs:
        for card, face in faces(job):
            for path in (item for item in face.items if isinstance(item, Outline)):
                points = [point for segment in path.segments for point in segment.points]
                assert min(x for x, _y in points) >= -3.001, card
                assert max(x for x, _y in points) <= face.width + 3.001, card
