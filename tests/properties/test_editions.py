"""An edition that changes nothing builds the very bytes; what it changes does not depend on the order of saying."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.load.school_colours import APART, looks_of, safe_colours, shared_out
from kaartenspel.load.tones import contrast, ink, is_safe, safe, tone
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Place, Source

NOWHERE = Path("/nowhere")
HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def looks():
    project = Project(NOWHERE)
    kinds = project.names("layouts/kinds")
    return looks_of(kinds, lambda name: project.value(kinds[name].path))


LOOKS = looks()


def standard():
    project = Project(NOWHERE)
    path = project.names("decks")["stellingenspel"].path
    return load_deck(project, project.value(path), path)


CODES = {card.id: (card.code, card.group_id) for card in standard().cards}


@pytest.mark.parametrize("deck", ["stellingenspel", "fasekaarten", "werkvormen", "posters"])
def test_an_edition_that_says_nothing_builds_the_very_bytes(deck, tmp_path):
    (tmp_path / "editions/leeg").mkdir(parents=True)
    (tmp_path / "editions/leeg/edition.yaml").write_text("edition: leeg\n", encoding="utf-8")
    request = BuildRequest(decks=(deck,), output=tmp_path / "standard")
    (plain,), _warnings = build(request, tmp_path)
    request = BuildRequest(decks=(deck,), output=tmp_path / "edition", edition=tmp_path / "editions/leeg")
    (own,), _warnings = build(request, tmp_path)
    assert own.file.read_bytes() == plain.file.read_bytes()


def made(folder: Path, lines: list[str]):
    edition = folder / "editions/proef"
    edition.mkdir(parents=True, exist_ok=True)
    text = "\n".join(["edition: proef", "decks:", "  stellingenspel:", *lines]) + "\n"
    (edition / "edition.yaml").write_text(text, encoding="utf-8")
    project = Project(folder, edition)
    path = project.names("decks")["stellingenspel"].path
    deck = load_deck(project, project.value(path), path)
    assert not project.problems
    return deck


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_hide_add_and_order_in_any_sequence_give_the_same_deck(data, tmp_path):
    hidden = data.draw(st.lists(st.sampled_from(sorted(set(CODES) - {"speluitleg"})), unique=True, max_size=8))
    first = data.draw(st.lists(st.sampled_from([*CODES, "focus", "eigen", "eigen-1"]), unique=True, max_size=5))
    changes = [
        f"    hide: [{', '.join(hidden)}]",
        f"    order: [{', '.join(first)}]",
        "    groups: {eigen: {title: Eigen, code: X}}",
        "    add:\n      - {id: eigen-1, group: eigen, text: Een.}\n"
        "      - {id: cultuur-eigen, group: cultuur, text: Twee.}",
    ]
    deck = made(tmp_path, changes)
    for seed in range(3):
        random.Random(seed).shuffle(changes)
        shuffled = [
            line.replace(", ".join(hidden), ", ".join(reversed(hidden))) if hidden else line for line in changes
        ]
        other = made(tmp_path, shuffled)
        assert [(card.id, card.code, card.number) for card in other.cards] == [
            (card.id, card.code, card.number) for card in deck.cards
        ]
    assert {card.id for card in deck.cards} == {*CODES, "eigen-1", "cultuur-eigen"} - set(hidden)
    assert all(card.code == CODES[card.id][0] for card in deck.cards if card.id in CODES), "no code shifts"
    assert [card.code for card in deck.cards if card.id == "cultuur-eigen"] == ["C7"]
    numbers = sorted(card.number for card in deck.cards if card.number)
    assert numbers == list(range(1, deck.numbered + 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(HEX, min_size=1, max_size=2))
def test_any_school_colours_make_kinds_that_are_safe_and_apart(colours):
    chosen, problems = safe_colours((colour, Place(Source("x"), 1, 1)) for colour in colours)
    assert len(problems) == sum(colour != safe(colour) for colour in colours)
    shared = shared_out(LOOKS, chosen)
    assert all(is_safe(colour) and contrast(colour) >= 4.5 and ink(colour) <= 2.6 for colour in shared.values())
    for one, pattern in LOOKS.items():
        for other in LOOKS:
            if one < other and LOOKS[other] == pattern:
                assert abs(tone(shared[one]).lightness - tone(shared[other]).lightness) >= APART - 0.01


@given(HEX)
def test_a_safe_colour_is_left_alone_and_another_keeps_its_hue(colour):
    chosen = safe(colour)
    assert is_safe(chosen)
    assert safe(chosen) == chosen
    if is_safe(colour):
        assert chosen == colour
