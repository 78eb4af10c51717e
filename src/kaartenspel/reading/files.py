"""From a file on disk, or standard input, to a value."""

from collections.abc import Callable
from pathlib import Path

from kaartenspel.messages import _
from kaartenspel.problems import Code, MachineError, Place, Problem, Source
from kaartenspel.reading.decode import decode
from kaartenspel.reading.parse import Parsed, parse

LARGEST = 64 * 1024 * 1024
"""Bytes: ten times the largest deck that we have measured."""


Reader = Callable[[Path], Parsed]


class ReadOnce:
    """Reads each file once, for projects that stand beside each other: what is read never changes."""

    def __init__(self) -> None:
        self._read: dict[Path, Parsed] = {}

    def __call__(self, path: Path) -> Parsed:
        """The value in this file with its problems, as it was when somebody first asked."""
        if path not in self._read:
            self._read[path] = read(path)
        return self._read[path]


def read(path: Path) -> Parsed:
    """The value in this file with its problems; MachineError if it cannot be read at all."""
    return read_stream(read_bytes(path), shown(path))


def read_stream(data: bytes, name: str) -> Parsed:
    """The same for bytes that come from elsewhere, under a name that people know them by."""
    if len(data) > LARGEST:
        raise _cannot(name, _too_large())
    source, problems = decode(data, name)
    return (None, problems) if problems else parse(source)


def shown(path: Path) -> str:
    """The name as people type it: from the current folder where it is in there, with forward slashes."""
    absolute, here = path.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def read_bytes(path: Path) -> bytes:
    """What is in this file, no more than a little over the largest; MachineError if it cannot be read at all."""
    name = shown(path)
    try:
        if path.is_dir():
            raise _cannot(name, _("this is a folder, not a file"))
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise _cannot(name, _("there is no such file")) from None
    except PermissionError:
        raise _cannot(name, _("you may not read this file, or another program holds it")) from None
    except (OSError, ValueError):
        raise _cannot(name, _("the computer could not read this file")) from None


def _too_large() -> str:
    return _("this file is larger than {most} MB").format(most=LARGEST // (1024 * 1024))


def _cannot(name: str, reason: str) -> MachineError:
    message = _("cannot read {file}: {reason}").format(file=name, reason=reason)
    return MachineError([Problem(Code.CANNOT_READ, message, Place(Source(name), 1, 1))])
