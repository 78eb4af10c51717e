"""Where a build's time goes: each stage of one process, the least of several rounds, in microseconds a card.

    python bench/stages.py 10000 200             10,000 cards with 200 links
    python bench/stages.py 3000 own --rounds 5   a link of its own for each card

CPU time, with the collector off as in a build; the clock of a busy machine has no say in it. Freeing what was made
and starting Python are not among the stages: `run.py` measures whole processes.
"""

import argparse
import functools
import gc
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

import decks
from kaartenspel.compose.glyphs import glyph_problems
from kaartenspel.load.project import Project
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import Writer, written
from kaartenspel.outputs.survey import survey
from kaartenspel.press.build import make_job
from kaartenspel.press.choose import deck_paths, load_decks
from kaartenspel.press.evened import composed, sized
from kaartenspel.press.request import BuildRequest

T = TypeVar("T")
LEAST: dict[str, float] = {}


def main() -> None:
    """Measure what was asked for and print it."""
    asked = _asked()
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        deck = decks.main(Path(folder), asked.cards, None if asked.links == "own" else int(asked.links))
        for _round in range(asked.rounds):
            _forget()
            _stages(Path(folder), deck)
    for stage, seconds in LEAST.items():
        print(f"{stage:20} {seconds / asked.cards * 1e6:6.0f}")
    print(f"{'together':20} {sum(LEAST.values()) / asked.cards * 1e6:6.0f}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cards", type=int)
    parser.add_argument("links", help="how many links the cards share, or ‘own’")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def _forget() -> None:
    """Let go of what an earlier round found out: words, paragraphs, symbols."""
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper) and kept.__module__.startswith("kaartenspel.compose"):
            kept.cache_clear()


def _timed(stage: str, work: Callable[[], T]) -> T:
    start = process_time()
    done = work()
    LEAST[stage] = min(LEAST.get(stage, float("inf")), process_time() - start)
    return done


def _stages(folder: Path, file: Path) -> None:
    """One build, stage by stage."""
    project, request = Project(folder), BuildRequest(decks=(file.stem,))
    paths = deck_paths(project, request.decks)
    _timed("reading", lambda: [project.value(path) for path in paths if path])
    deck = _timed("checking", lambda: load_decks(project, paths, b""))[0]
    job = make_job(project, request, deck)
    if job is None:
        raise RuntimeError(project.problems)
    _timed("glyphs, version", lambda: ([[*glyph_problems(job.measure, card)] for card in job.cards], job.version))
    printed = {card.id for card in job.copies}
    sizes = _timed(
        "sizes and fronts", lambda: {key: sized(job.composer, job.groups[key], printed) for key in job.groups}
    )
    job.__dict__["_composed"] = _timed("backs", lambda: composed(job.composer, job.copies, sizes))
    document, faces = _timed("imposing", job.document), Faces(project.theme_fonts(job.theme))
    writer = _timed("survey, fonts", lambda: Writer(document, faces, survey(document)))
    pages = _timed("pages", lambda: [written(sheet, writer.codes, writer.survey) for sheet in document.sheets])
    for sheet, page in zip(document.sheets, pages, strict=True):
        writer.add_page(sheet, page)
    _timed("file", lambda: io.BytesIO().write(writer.finish()))


if __name__ == "__main__":
    main()
