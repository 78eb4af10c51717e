from pathlib import Path

import pytest
import yaml
from shipped.made import make

HEAD = {"deck": "proef", "title": "Proefspel", "subtitle": "Om te proberen", "kind": "statement", "language": "nl"}
GROUPS = {"een": {"title": "Eerste groep", "code": "A"}, "twee": {"title": "Tweede groep", "code": "B"}}


class OwnProject:
    """A folder with a deck of its own, and the PDFs that come from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "decks").mkdir()

    @classmethod
    def at(cls, folder: str) -> "OwnProject":
        """In a folder that goes when its example is done."""
        return cls(Path(folder))

    def deck(self, cards, **more):
        """Write `decks/proef.yaml`; every text is quoted, as a careful person would."""
        text = yaml.safe_dump({**HEAD, "groups": GROUPS, **more, "cards": cards}, allow_unicode=True, sort_keys=False)
        (self.folder / "decks" / "proef.yaml").write_text(text, "utf-8")
        return self

    def make(self, deck="proef", **options):
        return make(self.folder / "output", deck, self.folder, **options)


@pytest.fixture
def project(tmp_path):
    return OwnProject(tmp_path)


@pytest.fixture(scope="module")
def shipped_press(tmp_path_factory):
    """Builds shipped decks in an empty project, once a module for each way of asking."""
    folder, done = tmp_path_factory.mktemp("shipped"), {}

    def pressed(deck, **options):
        key = (deck, *sorted(options.items()))
        if key not in done:
            done[key] = make(folder / "output", deck, folder, **options)
        return done[key]

    return pressed


@pytest.fixture
def numbered(project):
    """Writes a deck of so many numbered cards; gives its folder."""

    def write(count):
        project.deck([{"id": f"kaart-{n}", "text": f"Stelling nummer {n} is waar"} for n in range(1, count + 1)])
        return project.folder

    return write
