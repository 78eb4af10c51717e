"""Decks wherever they come from: standard input, other folders, odd names, a register of one's own."""

import pytest

DECK = "deck: {name}\ntitle: Proef\nkind: statement\ncards:\n  - id: een\n    text: Fouten maken mag\n"


def test_a_deck_from_standard_input(run, project):
    done = run("build", "-", stdin=DECK.format(name="buiten").encode())
    assert done.returncode == 0
    assert (project / "output/buiten.pdf").read_bytes().startswith(b"%PDF")
    assert run("check", "-", stdin=DECK.format(name="buiten").encode()).returncode == 0


def test_a_wrong_deck_from_standard_input(run):
    done = run("build", "-", stdin=DECK.format(name="buiten").replace("text:", "tekst:").encode())
    assert done.returncode == 1
    assert "<standaardinvoer>:6:5: " in done.stderr.decode()


@pytest.mark.parametrize("command", ["build", "check"])
def test_nothing_on_standard_input(run, command):
    done = run(command, "-")
    assert done.returncode == 1
    assert b"[empty-file]" in done.stderr


def test_standard_input_that_is_closed(main, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    code, _out, err = main("build", "-")
    assert code == 2
    assert "standaardinvoer" in err


def test_an_empty_folder_uses_what_came_along(main, project):
    (project / "decks/proef.yaml").unlink()
    code, out, _err = main("build", "stellingenspel", "--cards", "speluitleg")
    assert code == 0
    assert "output/stellingenspel.keuze.pdf" in out
    assert [path.name for path in (project / "output").iterdir()] == ["stellingenspel.keuze.pdf"]


def test_a_deck_outside_the_project(main, project):
    elsewhere = project.parent / f"{project.name} é elders"
    elsewhere.mkdir()
    (elsewhere / "los.yaml").write_text(DECK.format(name="los"), encoding="utf-8")
    assert main("build", elsewhere / "los.yaml")[0] == 0
    assert (project / "output/los.pdf").is_file()


def test_folders_with_spaces_and_diacritics(main, project, monkeypatch):
    inside = project / "Mijn spéllen"
    (inside / "decks").mkdir(parents=True)
    (inside / "decks/los.yaml").write_text(DECK.format(name="los"), encoding="utf-8")
    monkeypatch.chdir(inside)
    assert main("build", "--output", "uit voer/één")[0] == 0
    assert (inside / "uit voer/één/los.pdf").is_file()


def test_a_file_whose_name_cannot_be_a_deck_s(main, project):
    (project / "decks/Mijn spél.yaml").write_text(DECK.format(name="mijn-spel"), encoding="utf-8")
    code, _out, err = main("build", "decks/Mijn spél.yaml")
    assert code == 1
    assert "decks/Mijn spél.yaml:1:7: " in err
    assert "mijn-spel.yaml" in err


def test_a_register_of_one_s_own_goes_over_the_shipped_one(main, project):
    (project / "decks/sources.yaml").write_text(
        "sources:\n  eigen-bron: {title: Eigen bron, short: Eigen, url: 'https://www.example.nl/'}\n", encoding="utf-8"
    )
    deck = DECK.format(name="proef") + "    source: eigen-bron\n  - {id: twee, text: Twee, source: feedback-vragen}\n"
    (project / "decks/proef.yaml").write_text(deck, encoding="utf-8")
    assert main("build")[0] == 0
    assert "Eigen bron" in main("list", "sources")[1]


def test_one_of_two_decks_is_broken(main, project):
    (project / "decks/ander.yaml").write_text(DECK.format(name="ander").replace("text", "tekst"), encoding="utf-8")
    assert main("build", "proef")[0] == 0  # who names a deck is not kept from it by another
    assert main("build")[0] == 1
    (project / "decks/proef.yaml").unlink()
    assert main("build")[0] == 1
    assert main("list")[0] == 1


def test_a_file_that_is_a_folder(main, project):
    (project / "decks/map.yaml").mkdir()
    assert main("check", "decks/map.yaml")[0] == 4
    assert main("build")[0] == 0


def test_a_deck_of_which_nothing_is_printed(main, project):
    (project / "decks/proef.yaml").write_text(DECK.format(name="proef") + "    copies: 0\n", encoding="utf-8")
    code, _out, err = main("build")
    assert (code, "[no-cards]" in err) == (1, True)
