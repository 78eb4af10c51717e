"""How a deck stands in a workbook: its sheets, and the Dutch heads of columns, which come from the kinds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kaartenspel.model.kind import FieldSpec, Kind

HELP, DECK, FIRST, CARDS, GROUPS, CHOICES, LISTS = (
    "Uitleg", "Spel", "Speluitleg", "Kaarten", "Groepen", "Keuzes", "Lijsten",
)  # fmt: skip
"""The sheets; on `Speluitleg` stand the cards of another kind that go before all others."""

HEAD = {
    "deck": "naam", "title": "titel", "subtitle": "ondertitel", "kind": "soort", "language": "taal",
    "size": "formaat", "back": "achterkant", "see": "qr naar", "stages": "fasen", "notes": "aantekening",
}  # fmt: skip
GROUP = {"id": "naam", "title": "titel", "code": "letter", "see": "qr naar"}
CHOICE = {"id": "naam", "title": "titel", "cards": "kaarten"}
BEFORE = {"id": "naam", "kind": "soort", "group": "groep"}
AFTER = {"source": "bron", "based_on": "rust op", "see": "qr naar", "copies": "aantal"}
PARTS = {"in": "groepjes", "least": "minstens", "most": "hoogstens"}
"""A size of groups takes three columns, such as ‘groep: minstens’."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of cards: the field, the part of it where it takes several columns, and its head."""

    field: str
    head: str
    part: str = ""


def columns(kinds: Iterable[Kind]) -> tuple[Column, ...]:
    """What stands of each card, then the fields of the kinds in their order, then where the card comes from."""
    made = [Column(field, head) for field, head in BEFORE.items()]
    taken = {*BEFORE.values(), *AFTER.values()}
    for field, labels, spec in _fields(tuple(kinds)):
        head = " / ".join(labels)
        for part in PARTS if spec.type == "group-size" else ("",):
            whole = f"{head}: {PARTS[part]}" if part else head
            unique = whole if folded(whole) not in taken else f"{whole} ({field})"
            taken.add(folded(unique))
            made.append(Column(field, unique, part))
    return (*made, *(Column(field, head) for field, head in AFTER.items()))


def _fields(kinds: tuple[Kind, ...]) -> Iterator[tuple[str, list[str], FieldSpec]]:
    """Each field once, with the labels that the kinds give it."""
    specs: dict[str, FieldSpec] = {}
    labels: dict[str, list[str]] = {}
    for kind in kinds:
        for field, spec in kind.fields.items():
            specs.setdefault(field, spec)
            if spec.label not in labels.setdefault(field, []):
                labels[field].append(spec.label)
    for field, spec in specs.items():
        yield field, labels[field], spec


def known_heads(kinds: Iterable[Kind]) -> Mapping[str, tuple[str, str]]:
    """What may stand above a column, folded, with the field and the part that it means.

    The heads that we write go first, then the names of fields, then what one kind calls a field.
    """
    all_kinds = tuple(kinds)
    known: dict[str, tuple[str, str]] = {}
    for column in columns(all_kinds):
        known.setdefault(folded(column.head), (column.field, column.part))
        known.setdefault(folded(f"{column.field}.{column.part}" if column.part else column.field),
                         (column.field, column.part))  # fmt: skip
    for kind in all_kinds:
        for column in columns((kind,)):
            known.setdefault(folded(column.head), (column.field, column.part))
    return known


def folded(head: str) -> str:
    """A head whatever its capitals, spaces, underscores and the colon that some put behind it."""
    return " ".join(head.casefold().replace("_", " ").split()).rstrip(":* ")
