"""What changed under an edition as a Word file, for who decides about the words: old, new and own beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from kaartenspel.messages import _
from kaartenspel.outputs.word import Word

WIDEST = 20
"""The characters for which a column gets room at most, so that the name of a field stands on one line."""


@dataclass(frozen=True, slots=True)
class Told:
    """A card of which something is to be seen; each row is a field with what it was, is now, and what is ours.

    With `open` there is something to decide about it.
    """

    deck: str
    card: str
    what: str
    todo: str
    command: str
    rows: tuple[tuple[str, str, str, str], ...]
    open: bool = True


def write_status(title: str, told: Sequence[Told], language: str, stream: BinaryIO) -> None:
    """Write the file: a heading for each deck and card, a table, what can be done, and room for what was decided."""
    word = Word(language, None)
    word.paragraph(title, "Title")
    word.paragraph(_summary(told), "Subtitle")
    for deck, cards in groupby(told, key=lambda one: one.deck):
        word.heading(deck, 1)
        for one in cards:
            _card(word, one)
    word.write(title, stream)


def _summary(told: Sequence[Told]) -> str:
    if not told:
        return _("Nothing changed in the decks under this edition.")
    return _("For each card: what was there, what is there now, what your school says instead, and what to do.")


def _card(word: Word, told: Told) -> None:
    word.heading(told.card, 2)
    heads, rows = _columns(told.rows)
    if rows:
        word.table(told.what, heads, rows, WIDEST)
    else:
        word.paragraph(told.what)
    word.paragraph(told.todo, prefix=_("What to do: "))
    if told.open:
        word.paragraph(_("☐ stays as it is   ☐ becomes: "), prefix=_("Decided: "))
    word.paragraph(told.command, "Caption")


def _columns(rows: Sequence[tuple[str, str, str, str]]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The table without the columns in which nothing stands: a new card was nothing before."""
    heads = (_("field"), _("was"), _("is now"), _("yours"))
    kept = [index for index in range(len(heads)) if any(row[index] for row in rows)]
    return tuple(heads[index] for index in kept), [tuple(row[index] for index in kept) for row in rows]
