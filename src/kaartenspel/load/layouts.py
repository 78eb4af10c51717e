"""Layout files by name: shipped ones and a school's own, each read and checked once, when first asked for."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kaartenspel.load.extend import extended
from kaartenspel.load.validate import validate
from kaartenspel.load.wording import name_problem, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.changes import Changes
from kaartenspel.model.checks import Checks
from kaartenspel.model.form import Form
from kaartenspel.model.goal import Goal
from kaartenspel.model.kind import Kind
from kaartenspel.model.printer import Printer
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.model.shop import Shop
from kaartenspel.model.theme import Theme
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.files import Reader, read
from kaartenspel.reading.find import Found, found, found_in, settings
from kaartenspel.reading.values import Fields, Value

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of layout file: its model, the field with its name, and what people call it."""

    model: type[Model]
    key: str
    word: Callable[[], str]


SORTS = {
    "layouts/kinds": Sort(Kind, "kind", lambda: _("kind of cards")),
    "layouts/themes": Sort(Theme, "theme", lambda: _("theme")),
    "layouts/sizes": Sort(Size, "size", lambda: _("card size")),
    "layouts/papers": Sort(Paper, "paper", lambda: _("paper")),
    "layouts/sheets": Sort(SheetLayout, "sheet", lambda: _("sheet")),
    "layouts/changes": Sort(Changes, "changes", lambda: _("list of what can be done")),
    "layouts/forms": Sort(Form, "form", lambda: _("form")),
    "layouts/goals": Sort(Goal, "goal", lambda: _("goal")),
    "layouts/shops": Sort(Shop, "shop", lambda: _("print shop")),
    "layouts/checks": Sort(Checks, "checks", lambda: _("checks of texts")),
    "printers": Sort(Printer, "printer", lambda: _("printer")),
}
"""The layout files, in the order in which they are checked and listed."""


class Layouts(ABC):
    """The files of a folder and those that came along, with the problems met on the way."""

    def __init__(self, folder: Path, reader: Reader = read) -> None:
        self.folder = folder
        self.reader = reader
        self.problems: list[Problem] = []
        self._values: dict[Path, Value | None] = {}
        self._models: dict[tuple[str, str], Model | None] = {}
        self._names: dict[str, dict[str, Found]] = {}
        self._titles: dict[str, dict[str, str]] = {}
        self._merged: dict[str, Value] = {}  # by path: a file with what it extends filled in

    @abstractmethod
    def _is_right(self, checked: Model, value: Value) -> bool:
        """Whether a file can be used for all that its model cannot see; what is wrong is noted."""

    def names(self, sort: str) -> dict[str, Found]:
        """The files of a sort by name, own ones before shipped ones."""
        if sort not in self._names:
            self._names[sort] = _printers(self.folder) if sort == "printers" else found(sort, self.folder)
        return self._names[sort]

    def give(self, path: Path, value: Value) -> None:
        """What is to count as standing in a file: values that came from elsewhere, with their own places."""
        self._values[path] = value

    def value(self, path: Path) -> Value | None:
        """What stands in a file, read once; its problems are noted the first time."""
        if path not in self._values:
            self._values[path], problems = self.reader(path)
            self.problems += problems
        return self._values[path]

    def _get(self, model: type[M], sort: str, name: str, place: Place | None) -> M | None:
        """The checked file of this name, or None and a problem at the place that asked for it."""
        known = self.names(sort)
        if name not in known:
            self.problems.append(self._unknown(sort, name, place))
            return None
        return self._checked(model, sort, known[name])

    def _checked(self, model: type[M], sort: str, file: Found) -> M | None:
        """A file as a checked model, made once."""
        key = (sort, str(file.path))
        if key not in self._models:
            self._models[key] = self._validated(model, sort, file)
        checked = self._models[key]
        return checked if isinstance(checked, model) else None

    def _validated(self, model: type[M], sort: str, file: Found) -> M | None:
        value = self.value(file.path)
        if value is None:
            return None
        self.problems += name_problem(file.path, value, next(iter(model.model_fields)))
        whole = True
        if isinstance(value, Fields):
            value, whole = self._extended(sort, file.name, value)
        self._merged[str(file.path)] = value
        checked, problems = validate(model, value)
        # what is missing may well stand in the file that could not be taken over
        problems = [problem for problem in problems if whole or problem.code is not Code.MISSING_FIELD]
        self.problems += problems
        right = checked is not None and self._is_right(checked, value)
        return checked if whole and right else None

    def _extended(self, sort: str, name: str, value: Fields) -> tuple[Fields, bool]:
        """A file with what it extends filled in, and whether all of that was there."""
        missing: list[str] = []

        def parent(wanted: str, place: Place) -> Fields | None:
            found_value = self._parent(sort, wanted, place)
            if found_value is None:
                missing.append(wanted)
            return found_value

        merged, problems = extended(value, parent, (name,))
        self.problems += problems
        return merged, not missing and not problems

    def _parent(self, sort: str, wanted: str, place: Place) -> Fields | None:
        known = self.names(sort)
        if wanted not in known:
            self.problems.append(self._unknown(sort, wanted, place))
            return None
        value = self.value(known[wanted].path)
        return value if isinstance(value, Fields) else None

    def _unknown(self, sort: str, name: str, place: Place | None) -> Problem:
        """A name that no file of this sort has; it may be the title of one."""
        known = self.names(sort)
        return unknown_name(SORTS[sort].word(), name, place, known, self._by_title(sort))

    def _by_title(self, sort: str) -> dict[str, str]:
        """The names of a sort's files by their titles, read once: a slip may stand on each of a deck's cards."""
        if sort not in self._titles:
            titles = {
                title: name for name, file in self.names(sort).items() if (title := _title(self.reader, file.path))
            }
            self._titles[sort] = titles
        return self._titles[sort]


def _printers(folder: Path) -> dict[str, Found]:
    """Printers are in the user's own settings, and those in the project, where they may be shared, go first."""
    return dict(sorted((found_in(settings(), "printers") | found_in(folder, "printers")).items()))


def _title(reader: Reader, path: Path) -> str:
    """The title in a file, or nothing; what else is wrong there is not asked now."""
    value, _problems = reader(path)
    title = value.get("title") if isinstance(value, Fields) else None
    return getattr(title, "text", "")
