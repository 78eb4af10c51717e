"""Plans to spreadsheets and back: what is imported is checked whole before a file is written."""

from functools import partial
from pathlib import Path
from typing import BinaryIO

from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.messages import _
from kaartenspel.model.clock import as_clock
from kaartenspel.model.plan import LoadedPlan
from kaartenspel.outputs.files import write_file
from kaartenspel.plan.script import timetables
from kaartenspel.press.build import raise_problems
from kaartenspel.press.script import plan_paths
from kaartenspel.problems import Code, Problem, UsageError
from kaartenspel.reading.values import Fields, plain


def export_plan(name: str, folder: Path, output: Path) -> Path:
    """Write `NAME.xlsx`; gives the file. Raises KaartenspelError for what is wrong in the plan."""
    from kaartenspel.exchange.plan_xlsx import write_plan  # noqa: PLC0415  openpyxl takes a while to load

    project = Project(folder)
    (path,) = plan_paths(project, (name,))
    plan, value = load_workshop(project, path), project.value(path)
    raise_problems(project, strict=False)
    if plan is None or not isinstance(value, Fields):
        raise RuntimeError(f"{path} has no problem and no plan")
    values = plain(value)
    target = output / f"{plan.workshop.workshop}.xlsx"
    write_file(target, partial(write_plan, values if isinstance(values, dict) else {}, _clocks(plan)))
    return target


def _clocks(plan: LoadedPlan) -> dict[tuple[int, int], str]:
    """When each block begins, by meeting and place in it."""
    found: dict[tuple[int, int], str] = {}
    for number, table in enumerate(timetables(plan)):
        starts = {slot.id: slot.start for slot in reversed(table.schedule.slots) if slot.kind in ("block", "round")}
        for index, block in enumerate(table.meeting.blocks):
            found[number, index] = as_clock(starts[block.id])
    return found


def import_plan(path: Path, folder: Path, *, replace: bool = False) -> tuple[Path, list[Problem]]:
    """Write `workshops/NAME.yaml` from a workbook; gives the file and the warnings.

    Raises KaartenspelError with every problem at its cell, and UsageError where the file is there and not `replace`.
    """
    from kaartenspel.exchange.plan_read import PlanReader, is_plan  # noqa: PLC0415  the same
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same
    from kaartenspel.reading.emit import as_yaml  # noqa: PLC0415  the same

    sheets = read_workbook(path)
    if not is_plan(sheets):
        message = _("‘{file}’ has no sheets Plan and Programma").format(file=path.name)
        raise UsageError([Problem(Code.CANNOT_READ, message, hint=_("begin with: kaartenspel export PLAN"))])
    reader = PlanReader(sheets)
    value = reader.read()
    project = Project(folder)
    project.problems += reader.problems
    said = value.get("workshop")
    name = plain(said) if said is not None else path.stem
    target = Path("workshops") / f"{name}.yaml"
    project.give(folder / target, value)
    load_workshop(project, folder / target)
    raise_problems(project, strict=False)
    text = f"# yaml-language-server: $schema=../schemas/workshop.schema.json\n{as_yaml(plain(value))}"
    _write(folder / target, target, text, replace=replace)
    return target, project.problems


def _write(path: Path, shown: Path, text: str, *, replace: bool) -> None:
    """Write the text; the file that is there is kept as `.bak` when it may be replaced."""
    if path.exists() and path.read_text(encoding="utf-8") != text:
        if not replace:
            said = _("{file} is there already").format(file=shown.as_posix())
            hint = _("with --replace it is renamed to {backup} first").format(backup=f"{shown.name}.bak")
            raise UsageError([Problem(Code.CANNOT_WRITE, said, hint=hint)])
        before = path.read_bytes()
        write_file(path.with_name(f"{path.name}.bak"), lambda stream: _all(stream, before))
    write_file(path, lambda stream: _all(stream, text.encode()))


def _all(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)
