"""Writing a file so that there is always a whole one: under a temporary name beside the target, then renamed."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from kaartenspel.messages import _
from kaartenspel.problems import Code, MachineError, Problem

# Windows: access denied, sharing violation, lock violation (winerror.h).
_LOCKED = (5, 32, 33)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT)


_written: ContextVar[list[Path] | None] = ContextVar("_written", default=None)


@contextmanager
def recorded() -> Iterator[list[Path]]:
    """The files that are written meanwhile, whoever writes them."""
    written: list[Path] = []
    before = _written.set(written)
    try:
        yield written
    finally:
        _written.reset(before)


def write_file(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Make the target's folder if need be and let `write` fill the file; what fails leaves the earlier file.

    Raises MachineError (`cannot-write`) for whatever the operating system refuses.
    """
    try:
        _replace(Path(os.path.realpath(target)), write)
    except OSError as error:
        raise MachineError([_problem(target, error)]) from error
    if (written := _written.get()) is not None:
        written.append(target)


def write_data(target: Path, data: bytes | str) -> None:
    """`write_file` for what is there as a whole; a text is written in UTF-8."""
    content = data.encode() if isinstance(data, str) else data

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_file(target, write)


def _replace(target: Path, write: Callable[[BinaryIO], None]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _problem(target: Path, error: OSError) -> Problem:
    hint = _hint(target, error)
    if hint:
        return Problem(Code.CANNOT_WRITE, _("cannot write {file}").format(file=target), hint=hint)
    # The operating system's own words, for what we cannot say better.
    reason = error.strerror or type(error).__name__
    return Problem(Code.CANNOT_WRITE, _("cannot write {file}: {reason}").format(file=target, reason=reason))


def _hint(target: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return _("the disk is full: make room and try again")
    if getattr(error, "winerror", None) in _LOCKED and target.exists():
        return _("close {file} first: another program has it open").format(file=target.name)
    if error.errno in _REFUSED:
        folder = target.resolve().parent
        return _("you may not write in {folder}: choose another folder with --output").format(folder=folder)
    if error.errno == errno.EISDIR:
        return _("a folder stands in its place: rename or remove it")
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return _("a file stands in the place of a folder: rename or remove it")
    return ""
