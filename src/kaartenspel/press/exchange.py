"""Plans to spreadsheets and back: what is imported is checked whole before a file is written."""

from functools import partial
from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.messages import _
from kaartenspel.model.clock import as_clock
from kaartenspel.model.plan import LoadedPlan
from kaartenspel.outputs.files import write_file
from kaartenspel.plan.script import timetables
from kaartenspel.press.build import raise_problems
from kaartenspel.press.deck_exchange import home, schemas
from kaartenspel.press.keep import write_values
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


def import_plan(path: Path, project: Project, *, replace: bool = False) -> tuple[Path, list[Problem]]:
    """Write `workshops/NAME.yaml` from a workbook; gives the file and the warnings.

    Raises KaartenspelError with every problem at its cell, and UsageError where the file is there and not `replace`.
    """
    from kaartenspel.exchange.plan_read import PlanReader, is_plan  # noqa: PLC0415  the same
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    book = read_workbook(path)
    sheets = book.sheets
    if not is_plan(sheets):
        message = _("‘{file}’ has no sheets Plan and Programma").format(file=path.name)
        raise UsageError([Problem(Code.CANNOT_READ, message, hint=_("begin with: kaartenspel export PLAN"))])
    reader = PlanReader(sheets)
    value = reader.read()
    project.problems += [*book.notes, *reader.problems]
    said = value.get("workshop")
    name = plain(said) if said is not None else path.stem
    target = home(project) / "workshops" / f"{name}.yaml"
    project.give(project.folder / target, value)
    load_workshop(project, project.folder / target)
    raise_problems(project, strict=False)
    told = write_values(project.folder, target, "workshop", plain(value), replace=replace, schemas=schemas(project))
    return target, [*project.problems, *told]
