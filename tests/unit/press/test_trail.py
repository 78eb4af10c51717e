import os
from shutil import copyfile

import pytest

from kaartenspel.press.trail import Trail, stamp
from kaartenspel.reading.find import PACKAGE

THEME = "theme: eigen\ntitle: Eigen\nextends: standard\nfonts:\n  regular: Eigen.ttf\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "decks" / "x.yaml"
    path.parent.mkdir()
    path.write_text("deck: x\nlogo: beeld/logo.PNG\ncards: [{text: zie kaart.txt}]\n", "utf-8")
    return path


@pytest.fixture
def trail(tmp_path, file):
    made = Trail(tmp_path)
    made.value(file)
    return made


def test_nothing_has_changed_at_first(trail):
    assert not trail.changed()


@pytest.mark.parametrize("change", [
    lambda path: path.write_text(path.read_text("utf-8") + "\n", "utf-8"),
    lambda path: path.unlink(),
    lambda path: os.utime(path, ns=(0, 0)),
])  # fmt: skip
def test_a_changed_file_is_seen(trail, file, change):
    change(file)
    assert trail.changed()


def test_another_file_in_its_place_is_seen_though_time_and_size_are_equal(trail, file):
    status, other = file.stat(), file.with_suffix(".tmp")
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)
    assert stamp(file)[:2] == (status.st_mtime_ns, status.st_size)
    assert trail.changed()


def test_a_file_that_is_written_while_it_is_read_is_seen(tmp_path, file, monkeypatch):
    trail = Trail(tmp_path)
    trail.note(file)
    file.write_text("deck: y\n", "utf-8")
    trail.value(file)
    assert trail.changed()


def test_a_picture_is_followed_before_it_is_there(trail, file):
    picture = file.parent / "beeld" / "logo.PNG"
    assert picture in trail.stamps
    assert file.parent / "zie kaart.txt" not in trail.stamps
    picture.parent.mkdir()
    picture.write_bytes(b"x")
    assert trail.changed()


@pytest.mark.parametrize("name", ["layouts/themes/standard.yaml", "layouts/kinds/nieuw.yml", "decks/sources.yaml"])
def test_a_new_layout_or_register_is_seen(trail, tmp_path, name):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("", "utf-8")
    assert trail.changed()


def test_what_is_no_layout_does_not_matter(trail, tmp_path):
    (tmp_path / "layouts" / "themes").mkdir(parents=True)
    (tmp_path / "layouts" / "themes" / "notes.txt").write_text("", "utf-8")
    assert not trail.changed()


def test_the_fonts_of_a_theme_are_followed(tmp_path):
    folder = tmp_path / "layouts" / "themes"
    folder.mkdir(parents=True)
    (folder / "eigen.yaml").write_text(THEME, "utf-8")
    font = PACKAGE / "fonts" / "SourceSans3_400Regular.ttf"
    copyfile(font, folder / "Eigen.ttf")
    trail = Trail(tmp_path)
    trail.theme_fonts(trail.theme("eigen"))
    assert not trail.changed()
    (folder / "Eigen.ttf").write_bytes(b"")
    assert trail.changed()
