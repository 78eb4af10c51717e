"""What there is by name, for `kaartenspel list`; a file with problems is listed, and its problems are shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kaartenspel.load.decks import load_deck
from kaartenspel.load.editions import FILE
from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.model.base import Model
from kaartenspel.model.checks import Checks
from kaartenspel.model.form import Form
from kaartenspel.model.goal import Goal
from kaartenspel.model.kind import Kind
from kaartenspel.model.printer import Printer
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.model.shop import Shop
from kaartenspel.plan.timetable import timetable
from kaartenspel.press.editions import own_editions
from kaartenspel.problems import Problem
from kaartenspel.reading.files import shown
from kaartenspel.reading.find import Found

Row = tuple[str, ...]


def listing(what: str, folder: Path) -> tuple[Row, list[Row], list[Problem]]:
    """The names of the columns, the rows and the problems met; `file` is empty for what came along."""
    project = Project(folder)
    if what == "decks":
        heads: Row = ("name", "title", "cards", "choices", "file")
        return heads, list(_decks(project)), list(dict.fromkeys(project.problems))
    if what == "plans":
        heads = ("name", "title", "minutes", "people", "goals", "file")
        return heads, list(_plans(project)), list(dict.fromkeys(project.problems))
    if what == "editions":
        heads = ("name", "title", "decks", "file")
        return heads, *_editions(folder)
    heads = ("name", "title", "details", "file")
    sort = what if what == "printers" else f"layouts/{what}"
    return heads, list(_layouts(project, sort)), list(dict.fromkeys(project.problems))


def _decks(project: Project) -> Iterator[Row]:
    for name, found in project.names("decks").items():
        before = len(project.problems)
        deck = load_deck(project, project.value(found.path), found.path)
        whole = deck if len(project.problems) == before else None
        title, cards = deck.deck.title if deck else "", str(len(whole.cards)) if whole else ""
        yield name, title, cards, ", ".join(deck.deck.choices) if deck else "", _whose(found)


def _editions(folder: Path) -> tuple[list[Row], list[Problem]]:
    """Each edition with the school's name and the decks that it changes."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for name, path in own_editions(folder).items():
        project = Project(folder, path)
        loaded = project.edition
        school = loaded.edition.name or "" if loaded else ""
        rows.append((name, school, ", ".join(loaded.edition.decks) if loaded else "", shown(path / FILE)))
        problems += project.problems
    return rows, problems


def _plans(project: Project) -> Iterator[Row]:
    """Each plan with how long it lasts, all its meetings together, and for how many people it was written."""
    for name, found in project.names("workshops").items():
        plan = load_workshop(project, found.path)
        if plan is None:
            yield name, "", "", "", "", _whose(found)
            continue
        tables = [timetable(plan, meeting).schedule.end - meeting.start for meeting in plan.meetings]
        goals = ", ".join(plan.workshop.goals)
        yield name, plan.workshop.title, str(sum(tables)), str(plan.participants), goals, _whose(found)


def _layouts(project: Project, sort: str) -> Iterator[Row]:
    getters: dict[str, Callable[[str], Model | None]] = {
        "layouts/kinds": lambda name: project.kind(name, None), "layouts/themes": project.theme,
        "layouts/sizes": project.size, "layouts/papers": project.paper, "layouts/sheets": project.sheet,
        "layouts/shops": project.shop, "layouts/checks": project.checks, "layouts/goals": project.goal,
        "layouts/forms": project.form,
        "printers": project.printer,
    }  # fmt: skip
    for name, found in project.names(sort).items():
        model = getters[sort](name)
        yield name, getattr(model, "title", ""), _details(model), _whose(found)


def _details(model: Model | None) -> str:  # noqa: PLR0911  one line a sort of file
    """What tells one from another: the fields of a kind, the measures of a size."""
    if isinstance(model, Kind):
        return ", ".join(f"{name}*" if spec.required else name for name, spec in model.fields.items())
    if isinstance(model, Goal):
        return model.aim
    if isinstance(model, Form):
        return ", ".join((*model.kinds, *model.decks, *model.of))
    if isinstance(model, Checks):
        return ", ".join(model.kinds)
    if isinstance(model, Shop):
        return f"{model.format}, {model.bleed:g} + {model.safe:g} mm, {model.ink} % ({model.source}, {model.date})"
    if isinstance(model, Printer):
        return ", ".join(f"{one.tray} ({one.flip}, {one.page})" for one in model.measured)
    return _measures(model)


def _measures(model: Model | None) -> str:
    """The millimetres of a size, a paper or a pre-cut sheet."""
    if isinstance(model, Size | Paper):
        return f"{model.width:g} × {model.height:g} mm"
    if isinstance(model, SheetLayout) and model.precut:
        cut = model.precut
        return f"{cut.paper.upper()}, {cut.columns} × {cut.rows}, {cut.width:g} × {cut.height:g} mm ({cut.source})"
    return ""


def _whose(found: Found) -> str:
    return shown(found.path) if found.own else ""
