"""Whatever stands in a file: never a traceback, never minutes, never gigabytes."""

import os
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.press.check import check
from kaartenspel.problems import KaartenspelError
from kaartenspel.reading.find import shipped

HEAD = "deck: proef\ntitle: Proef\nkind: statement\ncards:\n"
FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(shipped("decks").glob("*.yaml"))}
FILES = {name: text for name, text in FILES.items() if name != "sources.yaml"}
LAYOUTS = {
    path: path.read_text(encoding="utf-8")
    for sort in ("kinds", "themes", "sizes", "sheets", "papers")
    for path in sorted(shipped(f"layouts/{sort}").glob("*.yaml"))
}
FIELDS = {
    "text": "Fouten maken mag", "title": "Een", "goal": "Doel", "purpose": "Doel", "minutes": "20",
    "stages": "[a, b, c]", "steps": "[Begin, {text: Praat, minutes: 5}]", "people": "{in: duo’s, least: 2}",
    "tips": "[Een tip]", "example": "Zo", "question": "Waarom?", "deepening": "Daarom", "materials": "[pen]",
}  # fmt: skip
USING = """\
deck: proef
title: Proef
kind: {kind}
{size}groups: {{a: {{title: Groep, code: A, see: dialooginstrument}}}}
cards:
  - {{id: los, kind: statement, source: feedback-vragen, text: Nog een}}
  - id: een
    group: a
"""
# what people type by accident, and what breaks parsers
SIGNS = [
    "", " ", "  ", "\t", ":", ": ", "- ", "#", " #", "'", '"', "[", "]", "{", "}", "&a", "*a", "!x", "|", ">", "%", "@",
    "**", "_", "<b>", "0", "-1", "1e999", "null", "true", "---", "...", "https://", "e\u0301", "😀", "ﬀ",
    "\u00a0", "\x00", "\u2028", "\u200b", "\u202e",
]  # fmt: skip


@st.composite
def slips(draw):
    """Some places in a text, and what is done there."""
    return draw(
        st.lists(
            st.tuples(st.sampled_from(["cut", "put", "twice", "out", "swap"]), st.floats(0, 1), st.sampled_from(SIGNS)),
            min_size=1,
            max_size=6,
        )
    )


def spoiled(text, slips):
    """The text with lines and characters taken out, put in, doubled or swapped."""
    for what, share, sign in slips:
        lines = text.split("\n")
        line, at = int(share * (len(lines) - 1)), int(share * len(text))
        if what == "cut":
            text = text[:at] + text[at + 1 + len(sign) :]
        elif what == "put":
            text = text[:at] + sign + text[at:]
        elif what == "twice":
            text = "\n".join([*lines[: line + 1], *lines[line:]])
        elif what == "out":
            text = "\n".join(lines[:line] + lines[line + 1 :])
        elif line:
            lines[line - 1], lines[line] = lines[line], lines[line - 1]
            text = "\n".join(lines)
    return text


def checked(file, text):
    """The problems of a file with this text, however they come."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    try:
        return check((str(file),), file.parents[1])[0]
    except KaartenspelError as error:
        return list(error.problems)


FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@FEW
@given(name=st.sampled_from(sorted(FILES)), slips=slips(), first=st.integers(0, 20))
@example(name="stellingenspel.yaml", slips=[("put", 0.0, "😀")], first=0)
def test_a_spoiled_deck_gives_problems_and_no_traceback(project, name, slips, first):
    parts = FILES[name].split("\n  - id:")
    short = "\n  - id:".join([parts[0], *parts[1:][first : first + 4]])  # a few cards, so that many texts are tried
    for problem in checked(project / "decks" / name, spoiled(short, slips)):
        assert problem.message
        assert problem.place is None or problem.place.line >= 1


def using(layout):
    """A deck that uses this kind or size; a theme called standard is used by every deck."""
    sort, name = layout.parent.name, layout.stem
    kind = name if sort == "kinds" else "statement"
    fields = Project(Path()).kind(kind, None).fields
    cards = {field: value for field, value in FIELDS.items() if field in fields}
    size = f"size: {name}\n" if sort == "sizes" else ""
    return USING.format(kind=kind, size=size) + "".join(f"    {field}: {value}\n" for field, value in cards.items())


@FEW
@given(path=st.sampled_from(sorted(LAYOUTS)), slips=slips())
def test_a_spoiled_layout_and_a_deck_that_uses_it_give_no_traceback(project, path, slips):
    file = project / "layouts" / path.parent.name / path.name
    deck = project / "decks/proef.yaml"
    deck.parent.mkdir(exist_ok=True)
    text = using(path)
    problems = checked(file, spoiled(LAYOUTS[path], slips))
    problems += checked(deck, text)
    file.unlink()
    assert all(problem.message for problem in problems)


@pytest.mark.parametrize(
    "cards",
    [
        "  - id: een\n    text: " + "Wij leren elke dag van elkaar. " * 97,
        "  - id: een\n    text: " + "w" * 2_000_000,
        "  - id: een\n    text: " + "woord " * 350_000,
        "  - id: een\n    text: '" + "a**b_c" * 5_000 + "'",
        "  - id: een\n    text: " + "w" * 999,
        "".join(f"  - id: e{i}\n    tekst: x\n    based_on: [nr{i}]\n    source: b{i}\n" for i in range(1500)),
        "".join("  - id: een\n    text: x\n" for i in range(3000)),
        "".join(f"  - {{niets: {i}}}\n" for i in range(3000)),
    ],
    ids=[
        "3,000 characters",
        "one word of 2 MB",
        "words of 2 MB",
        "marks",
        "999 letters",
        "names",
        "one id",
        "nonsense",
    ],
)
def test_seconds_and_memory_are_bounded(cards, project):
    tracemalloc.start()
    started = time.perf_counter()
    try:
        problems = checked(project / "decks/proef.yaml", HEAD + cards)
        took, (_now, most) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problems
    assert took < 60  # a slow machine that traces memory: seconds without
    assert most < 300 * 1024 * 1024


@pytest.mark.full
def test_twenty_thousand_cards_of_nonsense(project):
    cards = "".join(f"  - id: e{i}\n    veld{i}: x\n    based_on: [nr{i}]\n    group: g{i}\n" for i in range(20_000))
    (project / "decks").mkdir()
    (project / "decks/proef.yaml").write_text(HEAD + cards, encoding="utf-8")
    program = "import sys; from kaartenspel.cli import main; sys.exit(main(['check']))"
    source = str(Path(messages.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": source},
        capture_output=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
