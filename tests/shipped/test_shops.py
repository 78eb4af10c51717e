"""Every starter deck for every print shop that takes PDF: built, looked over, nothing found."""

from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

DECKS = ("stellingenspel", "fasekaarten", "werkvormen", "feedbacktips")
PROJECT = Project(Path(__file__).parent / "nowhere")
SHOPS = [name for name in PROJECT.names("layouts/shops") if PROJECT.shop(name).format != "pictures"]
FONTS = [name for name in SHOPS if PROJECT.shop(name).text == "fonts"]


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("shop", FONTS)
def test_nothing_is_found_where_type_stays_type(tmp_path, deck, shop):
    sound(tmp_path, deck, shop)


@pytest.mark.full
@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("shop", [name for name in SHOPS if PROJECT.shop(name).text == "outlines"])
def test_nothing_is_found_where_type_becomes_shapes(tmp_path, deck, shop):
    sound(tmp_path, deck, shop)


def sound(folder: Path, deck: str, shop: str) -> None:
    """A build for a shop runs preflight, and writes nothing where that finds a fault."""
    ((result,), warnings) = build(BuildRequest(decks=(deck,), shop=shop, output=folder), folder)
    assert warnings == []
    assert all(path.is_file() for path in result.files)
