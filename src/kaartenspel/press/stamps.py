"""What earlier builds made of what: a file that would come out the same is not made again.

Beside the files of an edition, in `.made`, lies a stamp for each PDF: the fingerprint of all that went into it, the
bytes of each file that came out, and the warnings that were told. It is written after them, so that one that is there
is true; whatever is wrong with it, it counts as none.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kaartenspel.messages import language
from kaartenspel.outputs.files import write_data
from kaartenspel.press.fingerprint import fingerprint
from kaartenspel.press.inputs import Inputs
from kaartenspel.press.job import Job
from kaartenspel.press.request import Result
from kaartenspel.problems import Code, Place, Problem, Source

FOLDER = ".made"


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning that composing gave, with the line that it is about."""

    code: Code
    message: str
    hint: str
    file: str = ""
    line: int = 0
    column: int = 0
    width: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was made of what. `words` is what the warnings quote: language, deck and edition as they are written."""

    inputs: str
    words: str
    warned: tuple[Warned, ...]
    result: Result
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier build made that is still right, and what it told."""

    result: Result
    told: list[Problem]


class Stamps:
    """The stamps of a run; with `again` the earlier ones count as none."""

    def __init__(self, *, again: bool = False) -> None:
        self._again = again
        self._inputs = Inputs()

    def inputs(self, job: Job) -> str:
        """What the job is made of, now."""
        return self._inputs.of(job)

    def forget(self) -> None:
        """Nothing more is asked of the jobs of this edition."""
        self._inputs.forget()

    def earlier(self, job: Job, name: str, inputs: str) -> Earlier | None:
        """What is there already of the PDF of this name, or None where it must be made."""
        folder = job.request.output
        stamp = None if self._again else _read(_place(folder, name))
        if stamp is None or stamp.inputs != inputs or (stamp.warned and stamp.words != _words(job)):
            return None
        if any(_content(folder / file) != content for file, content in stamp.files.items()):
            return None
        result = _paths(stamp.result, lambda path: folder / path)
        return Earlier(replace(result, skipped=True), [_problem(warned) for warned in stamp.warned])

    def keep(self, job: Job, name: str, inputs: str, result: Result, told: list[Problem]) -> None:
        """Note what was made; raises MachineError where that cannot be written."""
        folder = job.request.output
        written = {path.relative_to(folder).as_posix(): _content(path) for path in result.written}
        result = _paths(result, lambda path: path.relative_to(folder))
        stamp = Stamp(inputs, _words(job), tuple(map(_warned, told)), result, dict(sorted(written.items())))
        body = TypeAdapter(Stamp).dump_python(stamp, mode="json")
        write_data(_place(folder, name), json.dumps({"seal": _seal(body), "stamp": body}, ensure_ascii=False, indent=1))


def _place(folder: Path, name: str) -> Path:
    return folder / FOLDER / f"{name}.json"


def _read(path: Path) -> Stamp | None:
    """A stamp that is there and whole."""
    try:
        data = json.loads(path.read_bytes())
        if data["seal"] != _seal(data["stamp"]):
            return None
        return TypeAdapter(Stamp).validate_python(data["stamp"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ValidationError):
        return None


def _seal(body: object) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _content(path: Path) -> str:
    """The bytes of a file that was written, or nothing where it is gone."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _words(job: Job) -> str:
    edition = job.project.edition
    places = [job.deck.place, *([edition.value.place] if edition else [])]
    return fingerprint(language(), [(place.source.name, place.source.lines) for place in places])


def _paths(result: Result, moved: Callable[[Path], Path]) -> Result:
    """A result with its files elsewhere: a stamp holds them as seen from the folder that it lies in."""
    changed: dict[str, Any] = {field.name: _moved(getattr(result, field.name), moved) for field in fields(result)}
    return replace(result, **changed)


def _moved(value: object, moved: Callable[[Path], Path]) -> object:
    """A value with the paths in it elsewhere."""
    if isinstance(value, Path):
        return moved(value)
    if isinstance(value, Mapping):
        return {name: _moved(inner, moved) for name, inner in value.items()}
    return tuple(_moved(inner, moved) for inner in value) if isinstance(value, tuple) else value


def _warned(problem: Problem) -> Warned:
    place, said = problem.place, (problem.code, problem.message, problem.hint)
    return (
        Warned(*said, place.source.name, place.line, place.column, place.width, place.text) if place else Warned(*said)
    )


def _problem(warned: Warned) -> Problem:
    """The warning again, at its place: of the file's lines only the one that is quoted."""
    place = None
    if warned.file:
        source = Source(warned.file, ("",) * (warned.line - 1) + (warned.text,))
        place = Place(source, warned.line, warned.column, warned.width)
    return Problem(warned.code, warned.message, place, warned.hint, warning=True)
