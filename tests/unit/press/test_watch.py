"""Watching, driven by a rest in which the test plays the editor: no time passes that nobody needs."""

import shutil
from contextlib import suppress
from dataclasses import replace
from itertools import islice

import pytest

from kaartenspel.press import watch as watching
from kaartenspel.press.request import BuildRequest
from kaartenspel.press.watch import watch
from kaartenspel.problems import Code, UsageError

DECK = "deck: {name}\ntitle: Proef\nkind: statement\ncards:\n  - id: een\n    text: {text}\n"


def write(folder, name="a", text="Hallo"):
    path = folder / "decks" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(DECK.format(name=name, text=text), "utf-8")
    return path


class Editor:
    """Does one thing each time that the watcher rests between two looks; then lets it find nothing for a while."""

    def __init__(self, *doings):
        self.doings, self.idle = list(doings), 0

    def __call__(self, seconds):
        if seconds != watching.POLL:
            return
        if self.doings:
            self.doings.pop(0)()
        elif self.idle > 3:
            raise StopWatchingError
        else:
            self.idle += 1


class StopWatchingError(Exception):
    pass


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(watching, "GRACE", 0.05)


def events(folder, *doings, **asked):
    """All that is told of a watch in which these things were done."""
    request = replace(BuildRequest(output=folder / "output"), **asked)
    return list(_until_stopped(watch(request, folder, rest=Editor(*doings))))


def _until_stopped(found):
    with suppress(StopWatchingError):
        yield from found


def told(found):
    states = {
        "failed": lambda event: event.failed,
        "mended": lambda event: event.mended,
        "gone": lambda event: event.gone,
    }
    return [
        (event.deck.rpartition("/")[2], next((name for name, is_so in states.items() if is_so(event)), "made"))
        for event in found
    ]


def test_only_the_changed_deck_is_built_again(tmp_path):
    write(tmp_path, "a"), write(tmp_path, "b")
    found = events(tmp_path, lambda: write(tmp_path, "b", "Anders"))
    assert told(found) == [("a.yaml", "made"), ("b.yaml", "made"), ("b.yaml", "made")]


def test_a_broken_deck_keeps_its_pdf_until_it_is_mended(tmp_path):
    write(tmp_path)
    pdf, kept = tmp_path / "output" / "a.pdf", []

    def breaks():
        kept.append(pdf.read_bytes())
        write(tmp_path, text="'x\n")

    def mends():
        kept.append(pdf.read_bytes())
        write(tmp_path, text="Nieuw")

    found = events(tmp_path, breaks, mends)
    assert told(found) == [("a.yaml", "made"), ("a.yaml", "failed"), ("a.yaml", "mended")]
    assert found[1].problems
    assert found[2].problems == ()
    assert kept[0] == kept[1] != pdf.read_bytes()


def test_new_and_removed_decks_are_noticed(tmp_path):
    path = write(tmp_path, "a")
    found = events(tmp_path, lambda: write(tmp_path, "b"), path.unlink, lambda: write(tmp_path, "a"))
    assert told(found) == [("a.yaml", "made"), ("b.yaml", "made"), ("a.yaml", "gone"), ("a.yaml", "made")]
    assert (tmp_path / "output" / "a.pdf").exists()


def test_the_only_deck_gone_does_not_bring_the_shipped_ones(tmp_path):
    path = write(tmp_path, "a")
    assert told(events(tmp_path, path.unlink)) == [("a.yaml", "made"), ("a.yaml", "gone")]


def test_a_named_deck_goes_and_comes(tmp_path):
    path = write(tmp_path, "a")
    write(tmp_path, "b")
    found = events(tmp_path, path.unlink, lambda: write(tmp_path, "a"), decks=("a",))
    assert told(found) == [("a.yaml", "made"), ("a.yaml", "gone"), ("a.yaml", "made")]


def test_a_layout_and_a_register_build_all_decks_again(tmp_path):
    write(tmp_path, "a"), write(tmp_path, "b")

    def layout():
        (tmp_path / "layouts" / "sizes").mkdir(parents=True)
        text = "size: poker\ntitle: Poker\nwidth: 70 mm\nheight: 90 mm\nsheet: touching\n"
        (tmp_path / "layouts" / "sizes" / "poker.yaml").write_text(text, "utf-8")

    def register():
        (tmp_path / "decks" / "sources.yaml").write_text("sources: {}\n", "utf-8")

    found = events(tmp_path, layout, register)
    assert told(found) == [("a.yaml", "made"), ("b.yaml", "made")] * 3


def test_a_layout_that_comes_between_can_break_and_mend_a_deck(tmp_path):
    write(tmp_path)
    own = tmp_path / "layouts" / "kinds" / "statement.yaml"

    def broken():
        own.parent.mkdir(parents=True)
        own.write_text("kind: statement\n", "utf-8")

    found = events(tmp_path, broken, own.unlink)
    assert told(found) == [("a.yaml", "made"), ("a.yaml", "failed"), ("a.yaml", "mended")]


def test_two_files_of_one_name_are_a_problem_that_can_be_mended(tmp_path):
    path = write(tmp_path)
    other = path.with_suffix(".yml")
    found = events(tmp_path, lambda: shutil.copyfile(path, other), lambda: None, other.unlink)
    assert told(found) == [("a.yaml", "made"), ("decks", "failed"), ("decks", "mended")]
    assert [problem.code for problem in found[1].problems] == [Code.DUPLICATE_DECK]


def test_a_pdf_that_cannot_be_written_is_tried_again_and_told_once(tmp_path, monkeypatch):
    write(tmp_path)
    monkeypatch.setattr(watching, "RETRY", 0.0)
    (tmp_path / "output" / "a.pdf").mkdir(parents=True)
    found = events(tmp_path, lambda: None, lambda: None, (tmp_path / "output" / "a.pdf").rmdir)
    assert told(found) == [("a.yaml", "failed"), ("a.yaml", "mended")]


@pytest.mark.parametrize("asked", [{"decks": ("nee",)}, {"theme": "nee"}, {"size": "nee"}, {"cards": ("nee",)}])
def test_what_does_not_exist_ends_the_watch_before_it_begins(tmp_path, asked):
    write(tmp_path)
    with pytest.raises(UsageError):
        next(watch(BuildRequest(output=tmp_path / "output", **asked), tmp_path))


def test_a_choice_that_no_longer_names_a_card_is_a_problem(tmp_path):
    path = write(tmp_path)
    found = events(
        tmp_path, lambda: path.write_text(path.read_text("utf-8").replace("een", "twee"), "utf-8"), cards=("een",)
    )
    assert told(found) == [("a.yaml", "made"), ("a.yaml", "failed")]


def test_two_named_files_of_one_deck_are_refused(tmp_path):
    path = write(tmp_path)
    other = tmp_path / "elders" / "a.yaml"
    other.parent.mkdir()
    shutil.copyfile(path, other)
    with pytest.raises(UsageError):
        next(watch(BuildRequest(decks=(str(path), str(other))), tmp_path))


def test_in_an_empty_folder_the_shipped_decks_are_built_until_there_is_an_own_one(tmp_path):
    found = list(islice(watch(BuildRequest(output=tmp_path / "output", cards=("speluitleg",)), tmp_path), 2))
    assert [event.failed for event in found] == [False, False]
