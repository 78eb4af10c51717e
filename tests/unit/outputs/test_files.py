import errno
import os
from pathlib import Path

import pytest

from kaartenspel.outputs.files import write_file
from kaartenspel.problems import Code, MachineError


@pytest.fixture
def target(tmp_path):
    file = tmp_path / "deck.pdf"
    file.write_bytes(b"earlier")
    return file


def refuse(number, winerror=None):
    def write(_):
        error = OSError(number, os.strerror(number))
        error.winerror = winerror
        raise error

    return write


def problem_of(target, write):
    with pytest.raises(MachineError) as raised:
        write_file(target, write)
    (problem,) = raised.value.problems
    assert problem.code == Code.CANNOT_WRITE
    return problem


def untouched(target):
    return target.read_bytes() == b"earlier" and [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_file_is_replaced(target):
    write_file(target, lambda file: file.write(b"new"))
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["deck.pdf"]


def test_folders_are_made(tmp_path):
    write_file(tmp_path / "output" / "school" / "deck.pdf", lambda file: file.write(b"new"))
    assert (tmp_path / "output" / "school" / "deck.pdf").read_bytes() == b"new"


def test_the_earlier_file_is_whole_until_the_new_one_is(target):
    def write(file):
        file.write(b"new")
        file.flush()
        assert target.read_bytes() == b"earlier"

    write_file(target, write)
    assert target.read_bytes() == b"new"


def test_a_full_disk_leaves_the_earlier_file(target):
    problem = problem_of(target, lambda file: (file.write(b"half"), refuse(errno.ENOSPC)(file)))
    assert str(target) in problem.message
    assert problem.hint == "the disk is full: make room and try again"
    assert untouched(target)


def test_a_fault_of_the_program_leaves_the_earlier_file(target):
    def write(file):
        file.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_file(target, write)
    assert untouched(target)


def test_an_interruption_leaves_the_earlier_file(target):
    def write(file):
        file.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(target, write)
    assert untouched(target)


def test_a_failed_rename_leaves_the_earlier_file_and_says_to_close_it(target, monkeypatch):
    def locked(_self, _target):
        refuse(errno.EACCES, winerror=32)(None)

    monkeypatch.setattr(Path, "replace", locked)
    problem = problem_of(target, lambda file: file.write(b"new"))
    assert problem.hint == "close deck.pdf first: another program has it open"
    assert untouched(target)


def test_a_folder_that_may_not_be_written_names_the_way_out(target):
    problem = problem_of(target, refuse(errno.EACCES))
    assert str(target.parent) in problem.hint
    assert "--output" in problem.hint


def test_a_file_in_the_place_of_a_folder(tmp_path):
    (tmp_path / "output").write_text("not a folder", encoding="utf-8")
    problem = problem_of(tmp_path / "output" / "deck.pdf", lambda file: file.write(b"new"))
    assert problem.hint == "a file stands in the place of a folder: rename or remove it"


def test_what_we_have_no_words_for_is_told_in_those_of_the_system(target):
    problem = problem_of(target, refuse(errno.EIO))
    assert problem.message == f"cannot write {target}: {os.strerror(errno.EIO)}"
    assert problem.hint == ""


def test_a_folder_in_the_place_of_the_file(tmp_path):
    (tmp_path / "deck.pdf").mkdir()
    problem = problem_of(tmp_path / "deck.pdf", lambda file: file.write(b"new"))
    assert problem.hint == "a folder stands in its place: rename or remove it"
    assert [path.name for path in tmp_path.iterdir()] == ["deck.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights on Windows")
def test_a_link_stays_a_link(tmp_path, target):
    link = tmp_path / "link.pdf"
    link.symlink_to(target)
    write_file(link, lambda file: file.write(b"new"))
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
