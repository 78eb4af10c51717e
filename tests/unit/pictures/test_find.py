"""Pictures lie beside the deck or below it; whatever else is asked for is a problem with a way out."""

import sys

import pytest
from pictures.samples import photo, put, saved

from kaartenspel.pictures.load import load_picture
from kaartenspel.problems import Code, Place, Source

PNG = saved(photo(8, 8), "PNG")


def problem(folder, name):
    loaded, problems = load_picture(folder, name, None)
    assert loaded is None
    (found,) = problems
    return found


@pytest.mark.parametrize("name", ["a.png", "beeld/a.png", "beeld/../a.png", "./a.PNG", "twee woorden é.png"])
def test_a_picture_in_the_folder_or_below_is_found(tmp_path, name):
    (tmp_path / "beeld").mkdir()
    put(tmp_path, name, PNG)
    assert load_picture(tmp_path, name, None)[1] == []


@pytest.mark.parametrize(
    "name",
    [
        "../../geheim.png",
        "../geheim.png",
        "/etc/geheim.png",
        "C:\\geheim.png",
        "\\\\server\\geheim.png",
        "~/geheim.png",
    ],
)
def test_what_lies_elsewhere_is_refused_whether_it_is_there_or_not(tmp_path, name):
    put(tmp_path, "geheim.png", PNG)
    folder = tmp_path / "spel"
    folder.mkdir()
    found = problem(folder, name)
    assert found.code == Code.PICTURE_REFUSED
    assert "outside the folder" in found.message
    assert "‘geheim.png’" in found.hint


@pytest.mark.skipif(sys.platform == "win32", reason="a link there needs rights that a test does not have")
def test_a_link_does_not_lead_out(tmp_path):
    put(tmp_path, "geheim.png", PNG)
    folder = tmp_path / "spel"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "geheim.png")
    (folder / "map").symlink_to(tmp_path)
    (folder / "rond.png").symlink_to(folder / "rond.png")
    put(folder, "echt.png", PNG)
    (folder / "binnen.png").symlink_to("echt.png")
    assert problem(folder, "link.png").code == Code.PICTURE_REFUSED
    assert problem(folder, "map/geheim.png").code == Code.PICTURE_REFUSED
    assert problem(folder, "rond.png").code == Code.PICTURE_MISSING
    assert load_picture(folder, "binnen.png", None)[1] == []


@pytest.mark.parametrize("name", ["https://www.voorbeeld.nl/a.png", "file:///etc/passwd", "DATA:image/png;base64,AAAA"])
def test_an_address_is_refused(tmp_path, name):
    found = problem(tmp_path, name)
    assert (found.code, "address" in found.message) == (Code.PICTURE_REFUSED, True)


def test_a_path_of_windows_is_shown_as_it_works_everywhere(tmp_path):
    assert problem(tmp_path, "beeld\\a.png").hint == "write ‘beeld/a.png’"


def test_a_missing_picture_names_the_nearest(tmp_path):
    put(tmp_path, "beeld/logo.png", PNG)
    found = problem(tmp_path, "beeld/lgo.png")
    assert (found.code, found.hint) == (Code.PICTURE_MISSING, "did you mean ‘beeld/logo.png’?")


@pytest.mark.parametrize("name", ["niets.png", "map.png", "a\0b.png", "x" * 5000 + ".png", ".png/x.png"])
def test_what_is_no_file_is_missing(tmp_path, name):
    (tmp_path / "map.png").mkdir()
    assert problem(tmp_path, name).code == Code.PICTURE_MISSING


def test_a_problem_stands_where_it_was_asked_for(tmp_path):
    place = Place(Source("spel.yaml"), 3, 5)
    assert load_picture(tmp_path, "x.png", place)[1][0].place == place
