"""A picture from a deck's file to the drawing of its card: it takes the room that the texts leave."""

import re
from io import BytesIO

import pytest
from pictures.drawings import svg
from pictures.samples import photo, put, saved
from PIL import Image

from kaartenspel.drawing import Figure, Picture, Raster
from kaartenspel.load.project import Project
from kaartenspel.outputs.dump import dump
from kaartenspel.pictures.grey import greyed
from kaartenspel.pictures.load import load_picture
from kaartenspel.press.build import make_jobs
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code

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
        assert all(problem.code is Code.PICTURE_COARSE for problem in project.problems)
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


def test_too_few_pixels_are_said_with_how_many_it_takes(tmp_path, fronts):
    put(tmp_path, "decks/scherp.png", saved(photo(700, 700), "PNG"))
    fronts(("Kort", "foto.png"), ("Ook kort", "scherp.png"))
    project = Project(tmp_path)
    (job,) = make_jobs(project, BuildRequest(decks=("spel",)))
    (problem,) = project.problems
    (picture, _sharp) = pictures(job)
    assert problem.warning
    assert (problem.place.line, problem.place.text[problem.place.column - 1 :]) == (6, "foto.png}")
    assert f"{int(60 / picture.width * 25.4)} dots" in problem.message
    columns, rows = (int(number) for number in re.findall(r"\d+", problem.hint)[:2])
    assert columns / picture.width * 25.4 == pytest.approx(150, abs=1)
    assert rows / picture.height * 25.4 == pytest.approx(150, abs=1)


def pictures(job):
    drawings = [placed.drawing for sheet in job.document().sheets for placed in sheet.placed]
    return [item for drawing in drawings for item in drawing.items if isinstance(item, Picture | Figure)]


@pytest.mark.parametrize("theme, count", [("standard", 3), ("low-ink", 3), ("grey", 1)])
def test_only_the_grey_theme_takes_the_colours_away(tmp_path, fronts, theme, count):
    put(tmp_path, "decks/vol.jpg", saved(photo(60, 90), "JPEG"))
    put(tmp_path, "decks/logo.svg", svg('<circle cx="5" cy="5" r="4" fill="#ff0000" stroke="#00ff00"/>'))
    fronts(("a", "foto.png"), ("b", "vol.jpg"), ("c", "logo.svg"))
    (job,) = make_jobs(Project(tmp_path), BuildRequest(decks=("spel",), theme=theme))
    png, jpeg, vector = pictures(job)
    assert [item.image.load(item.columns, item.rows).channels for item in (png, jpeg)] == [count, count]
    (path,) = vector.image.paths
    assert (path.fill, path.stroke) == (("#4c4c4c", "#969696") if count == 1 else ("#ff0000", "#00ff00"))
    pdf = BytesIO()
    job.write(pdf)
    assert len(pdf.getvalue()) > 1000


def test_a_greyed_picture_keeps_its_opacity_and_is_as_bright(tmp_path, image_of):
    seen = Image.new("RGBA", (4, 4), (200, 30, 90, 120))
    put(tmp_path, "a.png", saved(seen, "PNG"))
    raster, problems = load_picture(tmp_path, "a.png", None)
    assert problems == []
    grey = greyed(raster)
    assert (grey.width, grey.height) == (4, 4)
    assert grey.key != raster.key
    assert image_of(grey).getpixel((0, 0)) == (seen.convert("L").getpixel((0, 0)), 120)


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
