"""The files of a run: shipped ones and a school's own, each read and checked once, when first asked for."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kaartenspel.load.extend import extended
from kaartenspel.load.kinds import check_in_theme, check_kind
from kaartenspel.load.rules import check_rules
from kaartenspel.load.themes import check_fonts, check_theme
from kaartenspel.load.validate import validate
from kaartenspel.load.wording import can_be_name, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.checks import Checks
from kaartenspel.model.kind import Kind
from kaartenspel.model.register import Origin, Register
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.pictures.vector import Loaded
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.files import read
from kaartenspel.reading.find import PACKAGE, Found, found, shipped
from kaartenspel.reading.values import Fields, Scalar, Value, place_at

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
    "layouts/checks": Sort(Checks, "checks", lambda: _("checks of texts")),
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
        self._names: dict[str, dict[str, Found]] = {}
        self._pictures: dict[tuple[Path, str], tuple[Loaded | None, list[Problem]]] = {}
        self._fonts: dict[Path, tuple[dict[str, Path], list[Problem]]] = {}  # by a theme's path
        self._merged: dict[str, Value] = {}  # by path: a file with what it extends filled in
        self._kinds: dict[int, Value] = {}  # the same by the identity of a kind

    def __reduce__(self) -> tuple[type["Project"], tuple[Path]]:
        """Another process reads the few files that it asks for itself."""
        return Project, (self.folder,)

    def names(self, sort: str) -> dict[str, Found]:
        """The files of a sort by name, own ones before shipped ones."""
        if sort not in self._names:
            self._names[sort] = found(sort, self.folder)
        return self._names[sort]

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

    def checks(self, name: str) -> Checks | None:
        """Rules for texts, with names that are all there."""
        checks = self._get(Checks, "layouts/checks", name, None)
        return checks if checks and self.rules_fit(checks, self.names("layouts/checks")[name].path) else None

    def rules_fit(self, checks: Checks, path: Path) -> bool:
        """Whether the kinds and fields that rules name are there; what is not is noted."""
        value = self._merged[str(path)]
        kinds = [self.kind(kind, place_at(value, ("kinds", index))) for index, kind in enumerate(checks.kinds)]
        problems = list(check_rules(checks, value, [kind for kind in kinds if kind]))
        self.problems += problems
        return None not in kinds and not problems

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
        if beside not in self._fonts:
            fonts: dict[str, Path] = {}
            for face, name in theme.fonts.items():
                places = [beside.parent / name, PACKAGE / "fonts" / name]
                fonts[face] = next((path for path in places if path.is_file()), places[-1])
            self._fonts[beside] = fonts, list(check_fonts(theme, fonts, self._merged.get(str(beside))))
        fonts, problems = self._fonts[beside]
        self.problems += problems
        return fonts

    def picture(self, folder: Path, name: str, place: Place) -> tuple[Loaded | None, list[Problem]]:
        """A picture that a file in this folder names, read once."""
        from kaartenspel.pictures.load import load_picture  # noqa: PLC0415  decks without pictures start sooner

        key = (folder, name)
        if key not in self._pictures:
            self._pictures[key] = load_picture(folder, name, None)
        loaded, problems = self._pictures[key]
        return loaded, [replace(problem, place=place) for problem in problems]

    def check_file(self, sort: str, path: Path) -> None:
        """Check a layout file wherever it lies; its problems are noted."""
        checked = self._checked(SORTS[sort].model, sort, Found(path.stem, path, own=True))
        if isinstance(checked, Kind):
            theme, words = self.theme("standard"), self.words("nl", None)
            if theme and words:
                self.kind_fits(checked, theme, words)
        if isinstance(checked, Theme):
            self.theme_fonts(checked, path)
        if isinstance(checked, Checks):
            self.rules_fit(checked, path)

    def kind_fits(self, kind: Kind, theme: Theme, words: Words) -> bool:
        """Whether a theme and a language have all that a kind names; what they have not is noted."""
        value = self._kinds[id(kind)]
        problems = list(check_in_theme(kind, value, theme, words))
        self.problems += problems
        has_size = kind.size is None or self.size(kind.size, place_at(value, ("size",))) is not None
        return has_size and not problems

    def check_register(self, path: Path) -> None:
        """Check a register of sources wherever it lies."""
        self._checked(Register, "decks", Found(path.stem, path, own=True))

    def origins(self) -> dict[str, Origin]:
        """The register of sources: the shipped one, with the project's own entries over it."""
        return {name: origin for register in self._registers() for name, origin in register.sources.items()}

    def left_out(self) -> dict[str, str]:
        """What is on no card, with the reason."""
        return {item: reason for register in self._registers() for item, reason in register.left_out.items()}

    def _registers(self) -> list[Register]:
        ours, own = shipped("decks") / "sources.yaml", self.folder / "decks" / "sources.yaml"
        files = [path for path in (ours, own) if path.is_file()]
        registers = [self._checked(Register, "decks", Found("sources", path, own=path == own)) for path in files]
        return [register for register in registers if register]

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
        if isinstance(checked, Kind):
            self._kinds[id(checked)] = value
            problems += self._kind_problems(checked, value)
        if isinstance(checked, Theme):
            problems += check_theme(checked, value)
        self.problems += problems
        if isinstance(checked, Size) and self.sheet(checked.sheet, place_at(value, ("sheet",))) is None:
            return None
        return checked if whole and all(problem.warning for problem in problems) else None

    def _kind_problems(self, kind: Kind, value: Value) -> list[Problem]:
        """What is wrong in a kind; one that is wrong is never used with a theme, so the standard one is asked now."""
        found = list(check_kind(kind, value))
        theme, words = self.theme("standard"), self.words("nl", None)
        if found and theme and words:
            self.kind_fits(kind, theme, words)
        return found

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
        titles = {title: known_name for known_name, file in known.items() if (title := _title(file.path))}
        return unknown_name(SORTS[sort].word(), name, place, known, titles)


def _title(path: Path) -> str:
    """The title in a file, or nothing; what else is wrong there is not asked now."""
    value, _problems = read(path)
    title = value.get("title") if isinstance(value, Fields) else None
    return getattr(title, "text", "")


def name_problem(path: Path, value: Value, key: str) -> list[Problem]:
    """A problem where the name in a file is not the name of the file."""
    said = value.get(key) if isinstance(value, Fields) else None
    stem = unicodedata.normalize("NFC", path.stem)  # a Mac may spell é in two characters
    if (
        key in ("sources", "language")
        or not isinstance(said, Scalar)
        or said.text == stem
        or not can_be_name(said.text)
    ):
        return []
    message = _("the name ‘{name}’ differs from the file’s name, {file}").format(name=said.text, file=path.name)
    hint = _("write ‘{key}: {stem}’, or rename the file to {name}.yaml")
    if not can_be_name(stem):
        hint = _("rename the file to {name}.yaml")
    return [Problem(Code.NAME_DIFFERS, message, said.place, hint.format(key=key, stem=stem, name=said.text))]
