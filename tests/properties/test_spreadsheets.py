"""Any deck goes to a spreadsheet and comes back as it was, whatever its texts look like to a spreadsheet program."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaartenspel.load.project import Project
from kaartenspel.press.deck_exchange import export_deck, import_deck
from kaartenspel.problems import Code
from kaartenspel.reading.emit import as_yaml
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

AWKWARD = ["=1+1", "=HYPERLINK(\"x\")", "@jij", "+31", "-", "007", "1-2", "3,5", "3.50", "13:30", "2026-11-24", "TRUE",
           "true", "no", "~", "null", "'aanhaling'", '"dubbel"', "‘mooi’", "😀 en 👩‍🏫", "é ç ß Ł", "50 %", "1e5",
           "# hekje", "a: b", "- streepje", "[lijst]", "{map}", "&anker", "*ster", "!label", "_x000D_", "_x0041_",
           "**vet** en _schuin_", "regel een\nregel twee", "alinea\n\nalinea", "–"]  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="<>_*[]\\`"), min_size=1, max_size=12)
LINE = st.one_of(st.sampled_from(AWKWARD), st.lists(st.one_of(WORDS, st.sampled_from(AWKWARD)), min_size=1, max_size=4)
                 .map(" ".join))  # fmt: skip
CARD = st.fixed_dictionaries({"text": LINE}, optional={"question": LINE, "pro": LINE, "contra": LINE})
DECK = st.lists(CARD, min_size=1, max_size=6)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(DECK)
def test_export_and_import_are_the_identity(cards):
    numbered = [{"id": f"kaart-{number}", **card} for number, card in enumerate(cards)]
    deck = {"deck": "ons", "title": "Ons", "kind": "statement", "language": "nl", "cards": numbered}
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "decks" / "ons.yaml"
        path.parent.mkdir()
        path.write_text(as_yaml(deck), encoding="utf-8")
        before, problems = read(path)
        assert not problems
        workbook = export_deck(path, folder, folder / "output")
        path.unlink()
        target, warnings = import_deck(workbook, Project(folder))
        assert [problem.message for problem in warnings if problem.code is Code.IMPORT_NOTE] == []
        assert plain(read(folder / target)[0]) == plain(before)
