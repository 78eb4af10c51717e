"""The people who come, from a file beside the plan: YAML, or a table as spreadsheets write it (`.csv`).

A table has a head with naam, school and rol (or name and role) in any order, parted by semicolons, commas or tabs. It
is UTF-8, or else Windows-1252: that is what Excel writes, and a wrong letter in a name shows.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kaartenspel.load.fields import unfit
from kaartenspel.load.project import Project
from kaartenspel.load.validate import validate
from kaartenspel.load.wording import absent_field, unknown_choice, wrong_shape
from kaartenspel.messages import _
from kaartenspel.model.plan import Person
from kaartenspel.model.workshop import RawPerson
from kaartenspel.problems import Code, Place, Problem, Source, nearest
from kaartenspel.reading.files import read_bytes, shown
from kaartenspel.reading.values import Fields, Items, Scalar, Value

HEADS = {"naam": "name", "name": "name", "school": "school", "rol": "role", "role": "role"}
SUFFIXES = (".yaml", ".yml", ".csv", ".tsv", ".txt")

Row = tuple[Person, Place]


def read_people(project: Project, folder: Path, named: Scalar) -> tuple[Person, ...] | None:
    """The people in a file of this folder, or None where it cannot be; problems go to the project."""
    path = folder / named.text.strip()
    if problem := _refused(folder, path, named):
        project.problems.append(problem)
        return None
    before = len(project.problems)
    rows = list(
        _from_table(project, path) if path.suffix.lower() not in (".yaml", ".yml") else _from_yaml(project, path)
    )
    project.problems += _twice(rows)
    if not rows and len(project.problems) == before:
        project.problems.append(Problem(Code.WRONG_VALUE, _("nobody stands in this file"), named.place))
    return tuple(person for person, _place in rows)


def _refused(folder: Path, path: Path, named: Scalar) -> Problem | None:
    """Why a file is not read: it lies elsewhere, is not there, or is of another sort."""
    message, hint, code = "", "", Code.WRONG_VALUE
    if not path.resolve().is_relative_to(folder.resolve()):
        message, hint = _("the file with people must lie in the folder of the plan"), _("move it there")
    elif path.suffix.lower() not in SUFFIXES:
        message = _("‘{file}’ is no list of people that can be read").format(file=named.text)
        hint = _("save it as .csv from your spreadsheet, or write it as .yaml")
    elif not path.is_file():
        near = nearest(path.name, [found.name for found in folder.iterdir() if found.suffix.lower() in SUFFIXES])
        message, code = _("there is no file ‘{file}’ beside the plan").format(file=named.text), Code.UNKNOWN_NAME
        hint = _("did you mean ‘{proposal}’?").format(proposal=near) if near else ""
    return Problem(code, message, named.place, hint) if message else None


def _from_yaml(project: Project, path: Path) -> Iterator[Row]:
    """A list of names, or of `name`, `school` and `role`; or the same below `people:`."""
    value = project.value(path)
    listed = value.get("people") if isinstance(value, Fields) else value
    if value is not None and not isinstance(listed, Items):
        project.problems.append(wrong_shape((listed or value).place, _("a list of people: lines such as ‘- name: …’")))
    for item in listed.values if isinstance(listed, Items) else ():
        yield from _person(project, item)


def _person(project: Project, item: Value) -> Iterator[Row]:
    """One person: a name, or fields."""
    before = len(project.problems)
    for text in (item,) if isinstance(item, Scalar) else (value for _key, value in getattr(item, "entries", ())):
        project.problems += unfit(text) if isinstance(text, Scalar) else []
    if isinstance(item, Scalar):
        raw = RawPerson.model_validate({"name": item.text}) if item.text.strip() else None
        project.problems += [] if raw else [Problem(Code.WRONG_VALUE, _("this text is empty"), item.place)]
    else:
        raw, problems = validate(RawPerson, item)
        project.problems += problems
    if raw and len(project.problems) == before:
        yield Person(raw.name, raw.school or "", raw.role or ""), item.place


def _from_table(project: Project, path: Path) -> Iterator[Row]:
    """The rows of a table below its head."""
    lines = _decoded(read_bytes(path)).splitlines()
    source = Source(shown(path), tuple(lines))
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=_delimiter(lines[0] if lines else ""))
    head: list[str] | None = None
    for cells in rows:
        place = Place(source, rows.line_num, 1, max(len(source.lines[rows.line_num - 1]), 1))
        if head is None:
            head = list(_head(project, cells, place))
        elif any(cell.strip() for cell in cells) and "name" in head:
            yield from _row(project, dict(zip(head, cells, strict=False)), place)
    if head is None:
        project.problems.append(Problem(Code.EMPTY_FILE, _("this file is empty"), Place(source, 1, 1)))


def _head(project: Project, cells: list[str], place: Place) -> Iterator[str]:
    """The fields by column; a column that we do not know is told, for nothing is passed over in silence."""
    for cell in cells:
        said = cell.strip()
        if said and said.lower() not in HEADS:
            project.problems.append(replace(unknown_choice(said, place, ["naam", "school", "rol"]), warning=True))
        yield HEADS.get(said.lower(), "")
    if "name" not in [HEADS.get(cell.strip().lower()) for cell in cells]:
        project.problems.append(absent_field("naam", place))


def _row(project: Project, cells: dict[str, str], place: Place) -> Iterator[Row]:
    said = {name: " ".join(text.split()) for name, text in cells.items()}
    for text in said.values():
        project.problems += unfit(Scalar(text, place, quoted=True))
    if not said.get("name"):
        project.problems.append(Problem(Code.MISSING_FIELD, _("this row has no name"), place))
    else:
        yield Person(said["name"], said.get("school", ""), said.get("role", "")), place


def _decoded(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(head: str) -> str:
    """The sign that parts the columns: the one that stands in the head most often."""
    return max(";,\t", key=head.count)


def _twice(rows: Iterable[Row]) -> Iterator[Problem]:
    """A warning for the same person again: two people may well be called the same."""
    first: dict[tuple[str, str], Place] = {}
    for person, place in rows:
        key = (person.name.casefold(), person.school.casefold())
        if key in first:
            message = _("this name stands on line {line} too").format(line=first[key].line)
            yield Problem(
                Code.DUPLICATE_ID, message, place, _("is it somebody else? then add an initial"), warning=True
            )
        first.setdefault(key, place)
