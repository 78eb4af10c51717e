"""An edition’s words about a deck as rows and back: what nobody touched stays, and what was typed arrives."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kaartenspel.exchange.deck_cells import NOTHING
from kaartenspel.exchange.edition_merge import Merge
from kaartenspel.exchange.edition_rows import DeckView, rows
from kaartenspel.exchange.edition_sheets import NO, YES
from kaartenspel.exchange.workbook import Cell
from kaartenspel.load.project import Project
from kaartenspel.press.deck_exchange import kinds_of
from kaartenspel.problems import Place, Source

KINDS = kinds_of(Project(Path(__file__).parent / "nowhere"))
HERE = Place(Source("x.xlsx [x]", grid=True), 1, 1)
NAMES = [f"{group}-{number}" for group in "ab" for number in (1, 2, 3)]
TEXT = st.text("abé –=~'\n*_", min_size=1, max_size=8).map(str.strip).filter(bool)
OWN = st.dictionaries(st.sampled_from(["text", "question", "pro"]), st.one_of(TEXT, st.just("")), min_size=1)
CHANGES = st.fixed_dictionaries({}, optional={
    "hide": st.lists(st.sampled_from([*NAMES, "a", "b"]), unique=True),
    "replace": st.dictionaries(st.sampled_from(NAMES), OWN, max_size=3),
    "add": st.lists(st.fixed_dictionaries({"text": TEXT}, optional={"group": st.just("a"), "pro": TEXT}), max_size=2)
    .map(lambda cards: [{"id": f"eigen-{number}", **card} for number, card in enumerate(cards)]),
    "notes": st.dictionaries(st.sampled_from(NAMES), TEXT, max_size=2),
})  # fmt: skip


def view(changes) -> DeckView:
    cards = [{"id": name, "group": name[0], "text": f"Dit is {name}.", "pro": "Zo."} for name in NAMES]
    groups = {"a": {"title": "Groep A", "code": "A"}, "b": {"title": "B", "code": "B"}}
    hidden = frozenset(name for name in NAMES if {name, name[0]} & set(changes.get("hide", ())))
    below = {"deck": "ons", "kind": "statement", "groups": groups, "cards": cards}
    return DeckView("ons", below, changes, hidden, str, {}, {"statement": KINDS.get("statement")})


def lines(seen: DeckView):
    return [
        {"card": Cell(row.card, HERE), "field": Cell(row.label, HERE), "original": Cell(row.original, HERE),
         "ours": Cell(row.ours.strip(), HERE), "remark": Cell(row.remark.strip(), HERE),
         "shown": Cell("" if row.shown is None else YES if row.shown else NO, HERE), "new": Cell("", HERE)}
        for row in rows(seen)
    ]  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(CHANGES)
def test_rows_that_nobody_touched_say_what_was_there(changes):
    problems = []
    assert Merge(view(changes), problems).read(lines(view(changes))) == changes
    assert not problems


@settings(deadline=None, max_examples=100)
@given(CHANGES, st.sampled_from(NAMES), TEXT, st.sampled_from([YES, NO]))
def test_what_was_typed_stands_in_the_next_workbook(changes, card, text, shown):
    typed = lines(view(changes))
    first = next(line for line in typed if line["card"].text == card)
    first["ours"], first["shown"] = Cell(text, HERE), Cell(shown, HERE)
    after = Merge(view(changes), []).read(typed)
    row = next(row for row in rows(view(after)) if row.card == card)
    assert row.ours == (text if text != row.original else "")
    assert row.shown is (shown == YES)
    others = {(line["card"].text, line["field"].text): line["ours"].text for line in typed if line is not first}
    assert {(row.card, row.label): row.ours.strip() for row in rows(view(after)) if (row.card, row.label) in others} \
        == others  # fmt: skip


def test_a_stroke_empties_a_field():
    typed = lines(view({}))
    first = next(line for line in typed if line["card"].text == "a-1" and line["original"].text == "Zo.")
    first["ours"] = Cell(NOTHING, HERE)
    assert Merge(view({}), []).read(typed) == {"replace": {"a-1": {"pro": ""}}}
