import pytest

from kaartenspel.problems import Code, MachineError
from kaartenspel.reading import files
from kaartenspel.reading.files import read, read_stream, shown
from kaartenspel.reading.values import plain


def refusal(path):
    with pytest.raises(MachineError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert problem.code is Code.CANNOT_READ
    return problem


def test_a_file_becomes_a_value_named_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decks").mkdir()
    path = tmp_path / "decks" / "x.yaml"
    path.write_text("deck: x\n", encoding="utf-8")
    value, problems = read(path)
    assert problems == ()
    assert value is not None
    assert plain(value) == {"deck": "x"}
    assert value.place.source.name == "decks/x.yaml"


def test_a_file_elsewhere_keeps_its_whole_name(tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert shown(tmp_path / "x.yaml") == (tmp_path / "x.yaml").as_posix()


def test_what_cannot_be_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "x.yaml" in refusal(tmp_path / "x.yaml").message
    refusal(tmp_path)
    refusal(tmp_path / "a\0b")


def test_a_file_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a" * 11)
    refusal(path)


def test_a_stream_has_the_name_it_is_given():
    value, _problems = read_stream(b"a: b", "-")
    assert value is not None
    assert value.place.source.name == "-"
