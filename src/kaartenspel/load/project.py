"""The files of a run: shipped ones and a school's own, each read and checked once, when first asked for."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from kaartenspel.load.editions import FILE, LoadedEdition, load_edition, unknown_decks
from kaartenspel.load.kinds import check_in_theme, check_kind
from kaartenspel.load.layouts import SORTS
from kaartenspel.load.measured import Measured
from kaartenspel.load.overlay import Laid, lay_over
from kaartenspel.load.rules import check_rules
from kaartenspel.load.themes import check_fonts, check_theme
from kaartenspel.load.wording import missing_field, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.card import LoadedDeck, School
from kaartenspel.model.changes import Changes
from kaartenspel.model.checks import Checks
from kaartenspel.model.edition import FROM_LOGO
from kaartenspel.model.form import Form
from kaartenspel.model.goal import Goal
from kaartenspel.model.kind import Kind
from kaartenspel.model.printer import Printer
from kaartenspel.model.register import Origin, Register
from kaartenspel.model.sheet import SheetLayout, Size
from kaartenspel.model.shop import Shop
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.pictures.vector import Loaded
from kaartenspel.problems import Place, Problem
from kaartenspel.reading.files import Reader, read
from kaartenspel.reading.find import PACKAGE, Found, found_in, shipped
from kaartenspel.reading.values import Fields, Scalar, Value, place_at


class Project(Measured):
    """What a run can use by name, with the problems met on the way.

    A file is read when something asks for it, so that a build shows only what concerns it; `check` asks for all.
    """

    def __init__(self, folder: Path, edition: Path | None = None, reader: Reader = read) -> None:
        super().__init__(folder, reader)
        self.edition_folder = edition
        self.laid: dict[Path, Laid] = {}  # the decks that the edition changes
        self.decks: dict[Path, LoadedDeck | None] = {}  # those that plans name, each loaded once
        self._pictures: dict[tuple[Path, str], tuple[Loaded | None, list[Problem]]] = {}
        self._fonts: dict[Path, tuple[dict[str, Path], list[Problem]]] = {}  # by a theme's path
        self._kinds: dict[int, Value] = {}  # a kind's file with what it extends filled in, by the kind's identity

    def __reduce__(self) -> tuple[type["Project"], tuple[Path, Path | None]]:
        """Another process reads the few files that it asks for itself."""
        return Project, (self.folder, self.edition_folder)

    @cached_property
    def edition(self) -> LoadedEdition | None:
        """The edition of this run, read once; what is wrong with it is noted."""
        if self.edition_folder is None:
            return None
        edition, problems = load_edition(self.edition_folder, self.value(self.edition_folder / FILE))
        self.problems += problems
        return edition

    @cached_property
    def school(self) -> School | None:
        """Whose edition this is, or None where the edition does not say."""
        edition = self.edition
        if edition is None or not (edition.edition.name or edition.edition.logo):
            return None
        logo, problems = None, list[Problem]()
        if edition.edition.logo:
            logo, problems = self.picture(edition.folder, edition.edition.logo, edition.place("logo"))
        self.problems += problems
        return School(edition.edition.name or "", logo)

    def names(self, sort: str) -> dict[str, Found]:
        """The files of a sort by name: the edition's own, then the project's, then shipped ones."""
        if sort not in self._names:
            known = super().names(sort)
            if self.edition_folder is not None:
                made = self._vision(self.edition_folder / sort) if sort == "decks" else {}
                known = dict(sorted((known | made | found_in(self.edition_folder, sort)).items()))
            self._names[sort] = known
            if sort == "decks" and self.edition:
                self.problems += unknown_decks(self.edition, known)
        return self._names[sort]

    def _vision(self, folder: Path) -> dict[str, Found]:
        """The decks that are made of the edition's vision, as if they stood in its folder."""
        from kaartenspel.load.vision import LANGUAGE, vision_decks  # noqa: PLC0415  only an edition has one

        words = self.words(LANGUAGE, None) if self.edition and self.edition.edition.vision else None
        made: dict[str, Found] = {}
        for name, value in vision_decks(self.edition, words) if self.edition and words else ():
            made[name] = Found(name, folder / f"{name}.yaml", own=True)
            if not made[name].path.is_file():
                self.give(made[name].path, value)
        return made

    def value(self, path: Path) -> Value | None:
        """What stands in a file, with the edition over it."""
        is_done = path in self._values or self.edition_folder is None or path == self.edition_folder / FILE
        value = super().value(path)
        if is_done or self.edition is None or not isinstance(value, Fields):
            return value
        self._values[path] = value = self._with_edition(path, value)
        return value

    def _with_edition(self, path: Path, value: Fields) -> Fields:
        """A deck or the standard theme as the edition has it; any other file as it is."""
        standard = self.names("layouts/themes").get("standard")
        if standard and path == standard.path and self.edition and self.edition.edition.colours:
            return self._in_colours(self.edition, value)
        deck = value.get("deck")
        changes = self.edition.changes(deck.text) if self.edition and isinstance(deck, Scalar) else None
        if self.edition is None or changes is None or not isinstance(deck, Scalar):
            return value
        known = self.edition.known(deck.text)
        laid, problems = lay_over(value, changes, (*known.seen, *known.gone))
        self.problems += problems
        self.laid[path] = laid
        return laid.value

    def _in_colours(self, edition: LoadedEdition, theme: Fields) -> Fields:
        """A theme in the colours of the school."""
        from kaartenspel.load.school_colours import looks_of, safe_colours, school_theme  # noqa: PLC0415  as pictures

        colours = self._school_colours(edition)
        chosen, problems = safe_colours(colours)
        self.problems += problems
        if not chosen:
            return theme
        kinds = self.names("layouts/kinds")
        looks = looks_of(kinds, lambda name: self.value(kinds[name].path) if name in kinds else None)
        return school_theme(theme, chosen, looks, edition.place("colours"))

    def _school_colours(self, edition: LoadedEdition) -> list[tuple[str, Place]]:
        """The colours that the edition names, those of the logo among them, each with its place."""
        from kaartenspel.load.logo_colours import logo_colours  # noqa: PLC0415  the same

        logo = self.school.logo if self.school else None
        found: list[tuple[str, Place]] = []
        for index, colour in enumerate(edition.edition.colours):
            place = edition.place("colours", index)
            if colour != FROM_LOGO:
                found.append((colour, place))
            elif logo is None and not edition.edition.logo:
                self.problems.append(missing_field("logo", edition.value))
            elif logo is not None:
                found += [(colour, place) for colour in logo_colours(logo)[: 2 - len(found)]]
        return found[:2]

    def kind(self, name: str, place: Place | None) -> Kind | None:
        """A kind of cards."""
        return self._get(Kind, "layouts/kinds", name, place)

    def theme(self, name: str, place: Place | None = None) -> Theme | None:
        """A theme."""
        return self._get(Theme, "layouts/themes", name, place)

    def printer(self, name: str) -> Printer | None:
        """A printer that was measured."""
        return self._get(Printer, "printers", name, None)

    def shop(self, name: str, place: Place | None = None) -> Shop | None:
        """A print shop."""
        return self._get(Shop, "layouts/shops", name, place)

    def form(self, name: str, place: Place | None = None) -> Form | None:
        """A form to write on."""
        return self._get(Form, "layouts/forms", name, place)

    def changes(self, name: str) -> Changes | None:
        """What can be done at each card of a deck; None where no file says so."""
        return self._get(Changes, "layouts/changes", name, None) if name in self.names("layouts/changes") else None

    def goal(self, name: str) -> Goal | None:
        """What a meeting can be for."""
        return self._get(Goal, "layouts/goals", name, None)

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

        if self.edition and place.source == self.edition.value.place.source:
            folder = self.edition.folder
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

    def _is_right(self, checked: Model, value: Value) -> bool:
        """Whether a kind or theme says nothing wrong, and the sheet of a size is there; what is wrong is noted."""
        problems: list[Problem] = []
        if isinstance(checked, Kind):
            self._kinds[id(checked)] = value
            problems = self._kind_problems(checked, value)
        if isinstance(checked, Theme):
            problems = list(check_theme(checked, value))
        if isinstance(checked, Form):
            from kaartenspel.load.forms import check_form  # noqa: PLC0415  it looks up names by way of a project

            problems = list(check_form(checked, value, self))
        if isinstance(checked, Changes):
            from kaartenspel.load.changes import check_changes  # noqa: PLC0415  the same

            problems = list(check_changes(checked, value, self))
        if isinstance(checked, Size | SheetLayout) and not self.is_measured_right(checked, value):
            return False
        self.problems += problems
        return all(problem.warning for problem in problems)

    def _kind_problems(self, kind: Kind, value: Value) -> list[Problem]:
        """What is wrong in a kind; one that is wrong is never used with a theme, so the standard one is asked now."""
        found = list(check_kind(kind, value))
        theme, words = self.theme("standard"), self.words("nl", None)
        if found and theme and words:
            self.kind_fits(kind, theme, words)
        return found

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
        places = [ours, own, *([self.edition_folder / "decks" / "sources.yaml"] if self.edition_folder else [])]
        files = [path for path in places if path.is_file()]
        registers = [self._checked(Register, "decks", Found("sources", path, own=path != ours)) for path in files]
        return [register for register in registers if register]
