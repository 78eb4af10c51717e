"""The files of a run: shipped ones and a school's own, each read and checked once, when first asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from kaartenspel.load.extend import extended
from kaartenspel.load.kinds import check_kind
from kaartenspel.load.validate import unknown_name, validate
from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.kind import Kind
from kaartenspel.model.register import Origin, Register
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.files import read
from kaartenspel.reading.find import PACKAGE, Found, found, shipped
from kaartenspel.reading.values import Fields, Value, place_at

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
}
"""The layout files, in the order in which they are checked and listed."""


class Project:
    """What a run can use by name, with the problems met on the way.

    A file is read when something asks for it, so that a build shows only what concerns it; `check` asks for all.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self._values: dict[Path, Value | None] = {}
        self._models: dict[tuple[str, str], Model | None] = {}

    def names(self, sort: str) -> dict[str, Found]:
        """The files of a sort by name, own ones before shipped ones."""
        return _found(sort, self.folder)

    def kind(self, name: str, place: Place | None) -> Kind | None:
        """A kind of cards."""
        return self._get(Kind, "layouts/kinds", name, place)

    def theme(self, name: str, place: Place | None = None) -> Theme | None:
        """A theme."""
        return self._get(Theme, "layouts/themes", name, place)

    def size(self, name: str, place: Place | None = None) -> Size | None:
        """A size of cards."""
        return self._get(Size, "layouts/sizes", name, place)

    def paper(self, name: str, place: Place | None = None) -> Paper | None:
        """A paper."""
        return self._get(Paper, "layouts/papers", name, place)

    def sheet(self, name: str, place: Place | None = None) -> SheetLayout | None:
        """A way to lay cards on paper."""
        return self._get(SheetLayout, "layouts/sheets", name, place)

    def languages(self) -> list[str]:
        """The languages that words on paper exist in."""
        return sorted(path.stem for path in (PACKAGE / "languages").glob("*.yaml"))

    def words(self, language: str, place: Place | None) -> Words | None:
        """The words on paper in a language."""
        if language not in self.languages():
            self.problems.append(unknown_name(_("language"), language, place, self.languages()))
            return None
        return self._checked(Words, "languages", Found(language, PACKAGE / "languages" / f"{language}.yaml", own=False))

    def theme_fonts(self, theme: Theme, path: Path | None = None) -> dict[str, Path]:
        """The font file of each face: beside the theme's own file, else the ones that came along."""
        beside = path or self.names("layouts/themes")[theme.theme].path
        value = self.value(beside)
        fonts: dict[str, Path] = {}
        for face, name in theme.fonts.items():
            places = [beside.parent / name, PACKAGE / "fonts" / name]
            fonts[face] = next((path for path in places if path.is_file()), places[-1])
            if not fonts[face].is_file():
                place = place_at(value, ("fonts", face)) if value else None
                message = _("there is no font file ‘{name}’").format(name=name)
                self.problems.append(Problem(Code.UNKNOWN_NAME, message, place))
        return fonts

    def check_file(self, sort: str, path: Path) -> None:
        """Check a layout file wherever it lies; its problems are noted."""
        checked = self._checked(SORTS[sort].model, sort, Found(path.stem, path, own=True))
        if isinstance(checked, Kind):
            check_kind(self, checked, self.value(path))
        if isinstance(checked, Theme):
            self.theme_fonts(checked, path)

    def check_register(self, path: Path) -> None:
        """Check a register of sources wherever it lies."""
        self._checked(Register, "decks", Found(path.stem, path, own=True))

    def origins(self) -> dict[str, Origin]:
        """The register of sources: the shipped one, with the project's own entries over it."""
        ours, own = shipped("decks") / "sources.yaml", self.folder / "decks" / "sources.yaml"
        files = [path for path in (ours, own) if path.is_file()]
        registers = [self._checked(Register, "decks", Found("sources", path, own=path == own)) for path in files]
        return {name: origin for register in registers if register for name, origin in register.sources.items()}

    def value(self, path: Path) -> Value | None:
        """What stands in a file, read once; its problems are noted the first time."""
        if path not in self._values:
            self._values[path], problems = read(path)
            self.problems += problems
        return self._values[path]

    def _get(self, model: type[M], sort: str, name: str, place: Place | None) -> M | None:
        """The checked file of this name, or None and a problem at the place that asked for it."""
        known = self.names(sort)
        if name not in known:
            self.problems.append(unknown_name(SORTS[sort].word(), name, place, known))
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
        if isinstance(value, Fields):
            value = self._extended(sort, file.name, value)
        checked, problems = validate(model, value)
        self.problems += problems
        if checked is not None:
            self.problems += name_problem(file.path, value, next(iter(model.model_fields)))
        return checked

    def _extended(self, sort: str, name: str, value: Fields) -> Fields:
        """A file with what it extends filled in."""

        def parent(wanted: str, place: Place) -> Fields | None:
            known = self.names(sort)
            if wanted not in known:
                self.problems.append(unknown_name(_("name"), wanted, place, known))
                return None
            found_value = self.value(known[wanted].path)
            return found_value if isinstance(found_value, Fields) else None

        merged, problems = extended(value, parent, (name,))
        self.problems += problems
        return merged


def name_problem(path: Path, value: Value, key: str) -> list[Problem]:
    """A problem where the name in a file is not the name of the file."""
    place = place_at(value, (key,))
    said = value.get(key) if isinstance(value, Fields) else None
    name = getattr(said, "text", "")
    if key in ("sources", "language") or name == path.stem:
        return []
    message = _("the name ‘{name}’ differs from the file’s name, {file}").format(name=name, file=path.name)
    hint = _("write ‘{key}: {stem}’, or rename the file to {name}.yaml").format(key=key, stem=path.stem, name=name)
    return [Problem(Code.NAME_DIFFERS, message, place, hint)]


@cache
def _found(sort: str, folder: Path) -> dict[str, Found]:
    return found(sort, folder)
