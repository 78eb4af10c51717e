"""A picture from a deck's file to the drawing of its card: it takes the room that the texts leave."""

import pytest
from pictures.drawings import svg
from pictures.samples import photo, put, saved

from kaartenspel.drawing import Figure, Picture, Raster
from kaartenspel.load.project import Project
from kaartenspel.outputs.dump import dump
from kaartenspel.press.build import make_jobs
from kaartenspel.press.request import BuildRequest

KIND = """\
kind: beeld
title: Beeldkaart
extends: statement
fields:
  text: {type: rich, label: Tekst}
  picture: {type: picture, label: Plaatje}
front:
  regions:
    - {region: band, name: band}
    - {region: text, name: text, field: text, style: read-aloud}
    - {region: picture, name: picture, field: picture HEIGHT}
    - {region: space}
    - {region: foot, name: foot}
"""
LONG = "Een tekst van een paar regels die zegt waarom het plaatje op deze kaart kleiner is dan op de vorige"


@pytest.fixture
def fronts(tmp_path, monkeypatch):
    """The pictures of the fronts of a deck with these cards."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "decks/foto.png", saved(photo(60, 90), "PNG"))
    put(tmp_path, "decks/breed.png", saved(photo(90, 30), "PNG"))
    put(tmp_path, "decks/nog/kopie.png", saved(photo(60, 90), "PNG"))

    def make(*cards, height="", size="poker"):
        put(tmp_path, "layouts/kinds/beeld.yaml", KIND.replace(" HEIGHT", height).encode())
        lines = [f"  - {{id: k{number}, text: {text}, picture: {name}}}" for number, (text, name) in enumerate(cards)]
        deck = "\n".join((f"deck: spel\ntitle: Spel\nkind: beeld\nsize: {size}\ncards:", *lines, ""))
        put(tmp_path, "decks/spel.yaml", deck.encode())
        project = Project(tmp_path)
        (job,) = make_jobs(project, BuildRequest(decks=("spel",)))
        assert project.problems == []
        drawings = [placed.drawing for sheet in job.document().sheets for placed in sheet.placed]
        return [item for drawing in drawings for item in drawing.items if isinstance(item, Picture)]

    return make


def test_it_grows_into_the_room_that_the_text_leaves(fronts):
    short, long = fronts(("Kort", "foto.png"), (LONG, "foto.png"))
    assert short.height > 1.5 * long.height
    assert long.height >= 18
    assert short.y + short.height <= 88 - 4
    assert short.width / short.height == pytest.approx(2 / 3, abs=1e-3)


def test_it_is_as_wide_as_the_text_at_most(fronts):
    (wide,) = fronts(("Kort", "breed.png"))
    assert wide.x == pytest.approx(63 - wide.x - wide.width, abs=1e-3)
    assert wide.width == pytest.approx(63 - 2 * wide.x, abs=1e-3)


@pytest.mark.parametrize("size, least, most", [("poker", 30, 30), ("a6", 40, 50), ("mini", 20, 27)])
def test_a_height_of_its_own_is_that_on_the_kind_s_size_and_grows_with_the_card(fronts, size, least, most):
    (picture,) = fronts(("Kort", "foto.png"), height=", height: 30 mm", size=size)
    assert least <= round(picture.height, 3) <= most


def test_equal_files_are_one_picture_and_one_name_is_read_once(fronts, monkeypatch):
    from kaartenspel.pictures import load

    names = []
    monkeypatch.setattr(load, "contents", lambda path: names.append(path.name) or path.read_bytes())
    one, two, three = fronts(("a", "foto.png"), ("b", "foto.png"), ("c", "nog/kopie.png"))
    assert one.image == two.image == three.image
    assert names == ["foto.png", "kopie.png"]


def test_a_vector_is_drawn_with_the_card(tmp_path, fronts):
    put(tmp_path, "decks/logo.svg", svg('<circle cx="5" cy="5" r="4" fill="#123456"/>'))
    assert fronts(("Kort", "logo.svg")) == []
    project = Project(tmp_path)
    (job,) = make_jobs(project, BuildRequest(decks=("spel",)))
    front = job.document().sheets[0].placed[0].drawing
    (figure,) = (item for item in front.items if isinstance(item, Figure))
    assert (figure.width, figure.height) == (53, 53)
    assert [path.fill for path in figure.image.paths] == ["#123456"]
    assert "figure 5.00 26.04 53.00 x 53.00 of 1 paths" in dump(front)


def test_the_print_s_version_changes_with_the_picture(tmp_path, fronts):
    def version():
        (job,) = make_jobs(Project(tmp_path), BuildRequest(decks=("spel",)))
        return job.version

    fronts(("Kort", "foto.png"))
    before = version()
    assert version() == before
    put(tmp_path, "decks/foto.png", saved(photo(60, 90, seed=3), "PNG"))
    assert version() != before


def test_a_raster_s_loader_is_no_part_of_what_it_is():
    assert Raster("k", 1, 2, print) == Raster("k", 1, 2, repr)
    assert "load" not in repr(Raster("k", 1, 2, print))
