"""Lists of a school's own into decks: spreadsheets with a row a card, and documents with a statement a paragraph."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import Kind
from kaartenspel.model.values import slug
from kaartenspel.press.deck_exchange import home, keep_deck, kinds_of
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source, UsageError
from kaartenspel.reading.files import read
from kaartenspel.reading.values import Plain, plain

if TYPE_CHECKING:
    from kaartenspel.exchange.workbook import Book

WORDS, TEXT = (".docx", ".txt"), (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list becomes: the deck's name and title, and the kind of its cards; empty is said by the file.

    What is imported belongs to `edition`, the folder of one, or to the project.
    """

    deck: str = ""
    title: str = ""
    kind: str = ""
    replace: bool = False
    edition: Path | None = None


def import_list(path: Path, folder: Path, wanted: Wanted) -> tuple[Path, list[Problem]]:
    """Write `decks/NAME.yaml` from a list; gives the file and the warnings.

    Raises KaartenspelError with every problem at its cell or line, and UsageError for options that cannot be.
    """
    from kaartenspel.exchange.list_read import ListReader  # noqa: PLC0415  what it reads with takes a while to load

    project = Project(folder, wanted.edition)
    name = wanted.deck or slug(path.stem)
    known = _known(folder / home(project) / "decks" / f"{name}.yaml")
    kind = _kind(project, wanted.kind or str(known.get("kind", "")) or ("statement" if _is_words(path) else ""))
    title = wanted.title or str(known.get("title", "")) or name.replace("-", " ").capitalize()
    if wanted.title and known:
        known["title"] = wanted.title
    reader = ListReader(kind.kind, name, title, known)
    notes: list[Problem] = []
    if _is_words(path):
        from kaartenspel.exchange.statements import statements  # noqa: PLC0415  the same

        cards, told = statements(path, _text_field(kind))
        notes += told
        value = reader.from_cards(cards, Place(Source(path.name), 1, 1))
    else:
        book = _book(path)
        notes += book.notes
        value = reader.from_sheets(book.sheets, kinds_of(project))
    return keep_deck(project, value, name, [*notes, *reader.problems], replace=wanted.replace)


def _is_words(path: Path) -> bool:
    return path.suffix.lower() in WORDS


def _book(path: Path) -> "Book":
    """The rows of a spreadsheet or a .csv."""
    from kaartenspel.exchange.delimited import read_delimited  # noqa: PLC0415  the same
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    return read_delimited(path) if path.suffix.lower() in TEXT else read_workbook(path)


def _known(path: Path) -> dict[str, Plain]:
    """The deck that is there already."""
    if not path.is_file():
        return {}
    value, problems = read(path)
    if value is None or problems:
        raise KaartenspelError(problems)
    values = plain(value)
    return values if isinstance(values, dict) else {}


def _kind(project: Project, name: str) -> Kind:
    """The kind of the cards, which a list cannot say itself."""
    kinds = kinds_of(project)
    if not name:
        said = _("which kind of cards is this list?")
        hint = _("say it with --kind, such as --kind statement; there is: {known}").format(
            known=", ".join(kinds.titles)
        )
        raise UsageError([Problem(Code.WRONG_VALUE, said, hint=hint)])
    kind = kinds.get(kinds.name(name)) if kinds.name(name) in kinds.titles else None
    if kind is None:
        raise UsageError([unknown_name(_("kind of cards"), name, None, kinds.titles)])
    return kind


def _text_field(kind: Kind) -> str:
    """The field that a paragraph goes to: the first that has to be there."""
    return next((name for name, spec in kind.fields.items() if spec.required), next(iter(kind.fields)))
