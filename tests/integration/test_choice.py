"""Choosing cards by id, glob, group or code: what is chosen is printed, with the codes of the full deck."""

import pytest
from integration.test_sets import code

from kaartenspel.load.project import Project
from kaartenspel.press.choose import chosen_cards, deck_paths, load_decks
from kaartenspel.press.listing import listing
from kaartenspel.problems import UsageError

SUITS = {"C": 6, "F": 6, "E": 6, "P": 9, "L": 14}
CHOICES = [
    (("cultuur-2",), ["C2"]),
    (("focus-*",), ["F1", "F2", "F3", "F4", "F5", "F6"]),
    (("expertise",), ["E1", "E2", "E3", "E4", "E5", "E6"]),
    (("C3", "F1"), ["C3", "F1"]),
    (("E6", "cultuur-1", "*-6"), ["C1", "C6", "F6", "E6", "P6", "L6"]),
    (("speluitleg",), [""]),
    (("*",), ["", *(f"{letter}{n + 1}" for letter, count in SUITS.items() for n in range(count))]),
]


@pytest.mark.parametrize("cards, codes", CHOICES, ids="+".join)
def test_the_chosen_cards_are_printed_in_the_order_of_the_deck(shipped_press, cards, codes):
    made = shipped_press("stellingenspel", cards=cards)
    assert [code(face) for face in made.fronts()] == [code(face) for face in made.backs()] == codes
    assert made.result.cards == len(codes)


def test_the_backs_keep_their_count_in_the_full_deck(shipped_press):
    made = shipped_press("stellingenspel", cards=("C3", "F1"))
    said = [" ".join(run.text.strip() for run in face.runs) for face in made.backs()]
    assert ["kaart 3 van 41" in said[0], "kaart 7 van 41" in said[1]] == [True, True]


def test_a_choice_is_another_version_and_another_file(shipped_press):
    made, full = shipped_press("stellingenspel", cards=("C3",)), shipped_press("stellingenspel")
    assert made.captions[0]["version"] != full.captions[0]["version"]
    assert made.result.file.name != full.result.file.name


def test_a_pattern_that_names_no_card_is_refused_with_the_nearest_name(shipped_press):
    with pytest.raises(UsageError) as caught:
        shipped_press("stellingenspel", cards=("cultur-1",))
    assert "cultuur-1" in str(caught.value.problems[0].hint)


def test_a_choice_with_sets_fills_each_set_up(shipped_press):
    made = shipped_press("stellingenspel", cards=("expertise",), sets=2)
    assert (made.result.sheets, made.result.blanks) == (2, 3)
    assert [code(face) for face in made.fronts()] == 2 * ([f"E{n}" for n in range(1, 7)] + [""] * 3)


# --- choices of the deck itself --------------------------------------------------------------------------------

CARDS = [
    {"id": f"{group}-{n}", "group": group, "text": f"Stelling {n}"} for group in ("een", "twee") for n in (1, 2, 3)
]
OWN = {
    "kort": {"title": "Kort", "cards": ["een-1", "twee"]},
    "lang": {"title": "Lang", "cards": ["*-3", "een-1"]},
}


def test_a_choice_prints_its_cards_and_names_its_file(project):
    made = project.deck(CARDS, choices=OWN).make(cards=("kort",))
    assert [code(face) for face in made.fronts()] == ["A1", "B1", "B2", "B3"]
    assert made.result.file.name == "proef.kort.pdf"


def test_choices_go_together_and_with_cards_in_the_order_of_the_deck(project):
    made = project.deck(CARDS, choices=OWN).make(cards=("lang", "kort"))
    assert [code(face) for face in made.fronts()] == ["A1", "A3", "B1", "B2", "B3"]
    assert made.result.file.name == "proef.lang.kort.pdf"
    mixed = project.make(cards=("lang", "A2"))
    assert [code(face) for face in mixed.fronts()] == ["A1", "A2", "A3", "B3"]
    assert mixed.result.file.name == "proef.keuze.pdf"


def test_a_group_names_its_file_and_cards_chosen_one_by_one_share_one(project):
    project.deck(CARDS, choices=OWN)
    names = {
        cards: project.make(cards=cards).result.file.name
        for cards in [("een",), ("een", "een"), ("twee", "kort"), ("een-1",), ("een-1", "twee"), ("B2",), ("een-*",)]
    }
    assert list(names.values()) == [
        "proef.een.pdf", "proef.een.pdf", "proef.twee.kort.pdf", *4 * ["proef.keuze.pdf"],
    ]  # fmt: skip


TAKEN = [
    "a6",
    "large-print",
    "a3",
    "spaced",
    "fold",
    "fronts-then-backs",
    "cut-and-stack",
    "keuze",
    "keuze-a6",
    "overzicht",
    "formulier",
    "2",
    "3-sets",
]


@pytest.mark.parametrize("name", TAKEN)
def test_a_choice_called_like_something_else_in_a_file_name_has_a_file_of_its_own(project, name):
    made = project.deck(CARDS, choices={name: OWN["kort"]}).make(cards=(name,))
    assert made.result.file.name == f"proef.keuze-{name}.pdf"
    grouped = [{**card, "group": name} for card in CARDS]
    made = project.deck(grouped, groups={name: {"title": "Groep", "code": "A"}}).make(cards=(name,))
    assert made.result.file.name == f"proef.keuze-{name}.pdf"


def test_a_theme_of_the_school_takes_its_name_from_a_choice(project):
    themes = project.folder / "layouts" / "themes"
    themes.mkdir(parents=True)
    (themes / "kort.yaml").write_text("theme: kort\ntitle: Kort\nextends: standard\n", "utf-8")
    project.deck(CARDS, choices=OWN)
    assert project.make(cards=("kort",)).result.file.name == "proef.keuze-kort.pdf"
    assert project.make(theme="kort").result.file.name == "proef.kort.pdf"
    assert project.make(theme="kort", cards=("kort",)).result.file.name == "proef.kort.keuze-kort.pdf"


def test_a_choice_that_the_deck_does_not_have_is_refused_with_the_nearest_name(project):
    with pytest.raises(UsageError) as caught:
        project.deck(CARDS, choices=OWN).make(cards=("kart",))
    assert "kort" in caught.value.problems[0].hint


def test_choices_are_listed_with_their_deck(project):
    project.deck(CARDS, choices=OWN)
    heads, rows, _problems = listing("decks", project.folder)
    rows = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    assert rows["proef"]["choices"] == "kort, lang"
    assert "kennismaking, 30-minuten" in rows["fasekaarten"]["choices"]


@pytest.mark.parametrize("deck", ["stellingenspel", "fasekaarten", "feedbacktips"])
@pytest.mark.parametrize("choice", ["kennismaking", "30-minuten"])
def test_shipped_choices_hold_how_to_play_and_six_to_eight_cards(deck, choice, tmp_path):
    loaded = load_decks(Project(tmp_path), deck_paths(Project(tmp_path), (deck,)), b"")[0]
    cards = chosen_cards(loaded, (choice,))
    assert cards[0].id == "speluitleg"
    assert 6 <= len(cards) - 1 <= 8
