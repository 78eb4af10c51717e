"""What the sources offer is on the table: every item on a card or left out with a reason, and the counts promised."""

import json
from collections import Counter
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.model.card import LoadedDeck
from kaartenspel.press.choose import deck_paths, load_decks
from kaartenspel.press.sources import Coverage, Sources, list_sources

OFFERED, MOST_LEFT_OUT = 284, 30
LEAST_CARDS = {
    "stellingenspel": 40, "fasekaarten": 27, "ontwikkelmodel": 12, "werkvormen": 17, "feedbacktips": 26,
    "dialoogvragen": 15, "interventies": 56, "wel-niet": 17, "leerbronnen": 9, "casussen": 18, "stappenplan": 6,
    "oplossingsgericht": 12, "wegwijzers": 9, "spelmateriaal": 1,
}  # fmt: skip
"""How many cards each deck has at least, instructions not counted."""
LEAST_IN_GROUPS = {
    ("stellingenspel", "cultuur"): 6, ("stellingenspel", "focus"): 6, ("stellingenspel", "expertise"): 6,
    ("stellingenspel", "partnerschap"): 9, ("stellingenspel", "organisatie"): 13,
    ("feedbacktips", "oorzaken"): 5, ("feedbacktips", "geven"): 8, ("feedbacktips", "bkc"): 3,
    ("feedbacktips", "vragen"): 7, ("feedbacktips", "krijgen"): 3,
}  # fmt: skip
ADDRESSES = {
    "https://www.platformsamenopleiden.nl/wp-content/uploads/2019/11/Dialooginstrument.pdf",
    "https://www.onderwijskennis.nl/themas/leren-en-werken-onderwijsteams",
    "https://onderzoekscultuur-scholen.platformsamenonderzoeken.nl",
    "https://www.onderwijskennis.nl/themas/hybride-leeromgevingen",
    "https://fontys.nl/Onderzoek/Professionele-werkplaatsen-samenwerken-met-impact/Materialen-en-voorbeelden/Materialen.htm",
    "https://kohnstamminstituut.nl/handreikingen-voor-kennisverspreiding-in-school-beschikbaar/",
    "https://view.genial.ly/5ff32aa80b20490d8d395100/vertical-infographic-feedback-vragen-infographic",
    "https://www.onderwijsmetkennis.nl",
    "https://www.poraad.nl/ledenondersteuning/toolboxen/onderwijsinhoud-en-opbrengsten-goed-bestuur-professionalisering/lerende",
}
"""The only addresses that may be used; nobody may make one up."""


@pytest.fixture(scope="module")
def sources(empty) -> Sources:
    return list_sources(empty)


@pytest.fixture(scope="module")
def decks(empty) -> dict[str, LoadedDeck]:
    project = Project(empty)
    loaded = load_decks(project, deck_paths(project, ()), b"")
    assert project.problems == []
    return {deck.deck.deck: deck for deck in loaded}


def open_items(source: Coverage) -> list[str]:
    return [item.id for item in source.items if not item.cards and not item.left_out]


def test_every_item_is_on_a_card_or_left_out_with_a_reason(sources):
    assert sources.problems == ()
    assert {source.name: open_items(source) for source in sources.sources if open_items(source)} == {}
    assert all(reason.strip() for reason in sources.left_out.values())


def test_nothing_is_both_on_a_card_and_left_out(sources):
    assert [item.id for source in sources.sources for item in source.items if item.cards and item.left_out] == []


def test_all_that_the_five_documents_offer_is_accounted_for_once(sources):
    listed = Counter(item.id for source in sources.sources for item in source.items)
    assert [item for item, count in listed.items() if count > 1] == []
    assert len(set(listed) | set(sources.left_out)) == OFFERED
    assert len(sources.left_out) <= MOST_LEFT_OUT


@pytest.mark.parametrize("deck, least", LEAST_CARDS.items(), ids=list(LEAST_CARDS))
def test_a_deck_has_the_cards_that_were_promised(decks, deck, least):
    assert sum(1 for card in decks[deck].cards if card.kind.kind != "instruction") >= least


@pytest.mark.parametrize("group, least", LEAST_IN_GROUPS.items(), ids=["-".join(group) for group in LEAST_IN_GROUPS])
def test_a_group_has_the_cards_that_were_promised(decks, group, least):
    assert sum(1 for card in decks[group[0]].cards if card.group_id == group[1]) >= least


def test_every_deck_has_one_instruction_card(decks):
    count = {name: sum(card.kind.kind == "instruction" for card in deck.cards) for name, deck in decks.items()}
    assert set(count.values()) == {1}, count


def test_every_checklist_item_has_a_phase_card(decks, sources):
    phased = {item for card in decks["fasekaarten"].deck.cards for item in card.based_on}
    items = {item.id for source in sources.sources for item in source.items if item.id.startswith(("lo-", "lp-"))}
    assert len(items) == 27
    assert items - phased == set()


def test_ids_are_unique_over_each_deck(decks):
    for name, deck in decks.items():
        often = Counter(card.id for card in deck.cards)
        assert [card for card, count in often.items() if count > 1] == [], name
        codes = Counter(card.code for card in deck.cards if card.code)
        assert [code for code, count in codes.items() if count > 1] == [], name


def test_no_address_was_made_up(sources):
    assert {source.origin.url for source in sources.sources} - {None} <= ADDRESSES


def test_archived_sources_carry_no_qr(decks, sources):
    archived = [source.origin for source in sources.sources if source.origin.status == "archived"]
    assert archived
    assert all(origin.link is None for origin in archived)
    for deck in decks.values():
        assert all(card.link is None or card.opens not in archived for card in deck.cards)


def test_no_licence_is_claimed_that_no_source_states(sources):
    assert {source.origin.licence for source in sources.sources} == {"unknown"}


# --- what `list sources` shows -----------------------------------------------------------------------------------

OWN = """\
sources:
  visie: {title: Onze visie, short: Visie, url: 'https://www.example.nl/', items: {v-1: een, v-2: twee, v-3: drie}}
left_out: {v-2: een kopje, v-9: nergens genoemd}
"""
DECK = """\
deck: proef
title: Proef
kind: statement
cards:
  - {id: een, text: Een., source: visie, based_on: [v-1]}
  - {id: twee, text: Twee., source: visie, based_on: [v-1]}
"""


@pytest.fixture
def own(tmp_path, monkeypatch) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks/sources.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "decks/proef.yaml").write_text(DECK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_own_decks_and_sources_are_listed_with_the_shipped_ones(own):
    found = {source.name: source for source in list_sources(own).sources}
    visie = found["visie"]
    assert [(item.id, item.cards, item.left_out) for item in visie.items] == [
        ("v-1", ("proef/een", "proef/twee"), ""), ("v-2", (), "een kopje"), ("v-3", (), ""),
    ]  # fmt: skip
    assert (visie.covered, open_items(visie)) == (1, ["v-3"])
    assert visie.cards == ("proef/een", "proef/twee")
    assert "v-9" in list_sources(own).left_out
    assert "katern-lerende-organisatie" in found


def test_the_command_tells_people_and_programs(own, capsys):
    from kaartenspel.cli import main

    assert main(["list", "sources", "--lang", "nl"]) == 0
    said = capsys.readouterr().out
    assert "proef/een, proef/twee" in said
    assert "weggelaten: een kopje" in said
    assert "nog op geen kaart" in said
    assert "1 van 3" in said
    assert main(["list", "sources", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    (visie,) = [source for source in data["sources"] if source["name"] == "visie"]
    assert (visie["covered"], visie["count"], visie["status"]) == (1, 3, "live")
    assert visie["items"][1] == {"id": "v-2", "label": "twee", "cards": [], "left_out": "een kopje"}
    assert data["left_out"]["v-9"] == "nergens genoemd"
