"""What was typed about an edition as a whole: its house style, its vision, and which decks it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kaartenspel.exchange.deck_cells import NAMES, as_cell
from kaartenspel.exchange.edition_merge import Merge, typed_value
from kaartenspel.exchange.edition_read import Line, Typed, is_no
from kaartenspel.exchange.edition_rows import DeckView, Values, mapped
from kaartenspel.exchange.edition_sheets import YES
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.edition import Changes, Edition
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.moved import Way
from kaartenspel.reading.values import Plain

Cells = dict[Way, Place]
COLOURS = ("colour-1", "colour-2")


def style_texts(edition: Values) -> dict[str, str]:
    """The house style as it stands on its sheet."""
    colours = _colours(edition)
    return {
        "edition": str(edition["edition"]), "name": str(edition.get("name", "")), "logo": str(edition.get("logo", "")),
    } | dict(zip(COLOURS, [*colours, "", ""], strict=False))  # fmt: skip


def vision_texts(edition: Values) -> list[tuple[str, str]]:
    """The statements of the vision, each with its question."""
    return [_statement(value) for value in _list(edition, "vision")]


def is_shown(edition: Values, deck: str) -> bool:
    """Whether a deck that came along belongs to the edition."""
    only = _list(edition, "only")
    return not only or deck in only


def merged(
    views: Sequence[DeckView], whole: Values, typed: Typed, problems: list[Problem]
) -> tuple[Values, dict[Way, Place]]:
    """The edition with what was typed, and the cells of what is new; what cannot be is added to the problems."""
    made, decks = dict(whole), dict(mapped(whole, "decks"))
    cells: Cells = {}
    games = {line["deck"].text: line for line in typed.games}
    merge_style(made, typed.style, cells)
    merge_vision(made, typed.vision, cells)
    problems += merge_only(made, games, cells)
    problems += unknown_decks(views, games)
    for view in views:
        merge = Merge(view, problems)
        lines = typed.cards.get(view.name)
        changes = merge.read(lines) if lines else dict(view.changes)
        if view.name in games:
            merge_head(view, changes, games[view.name], merge.cells)
        decks[view.name] = {name: changes[name] for name in Changes.model_fields if name in changes}
        if not changes and (view.changes or view.name not in mapped(whole, "decks")):
            del decks[view.name]
        cells.update({("decks", view.name, *way): place for way, place in merge.cells.items()})
    made["decks"] = decks
    is_kept = {name for name in made if made[name] or made[name] == whole.get(name)}
    return {name: made[name] for name in Edition.model_fields if name in is_kept}, cells


def unknown_decks(views: Sequence[DeckView], games: Mapping[str, Line]) -> Iterator[Problem]:
    """A problem for each row of a deck that is not there."""
    known = [view.name for view in views]
    for name, line in games.items():
        if name not in known:
            yield unknown_name(_("deck"), name, line["deck"].place, known)


def merge_style(edition: Values, style: Line, cells: Cells) -> None:
    """The name, the logo and the colours, where they are others."""
    before = style_texts(edition)
    for name in ("name", "logo"):
        if style[name].text != before[name].strip():
            edition.pop(name, None) if not style[name].text else edition.update({name: style[name].text})
            cells[name,] = style[name].place
    if [style[name].text for name in COLOURS] != [before[name] for name in COLOURS]:
        chosen = [style[name] for name in COLOURS if style[name].text]
        edition["colours"] = [cell.text for cell in chosen]
        cells.update({("colours", index): cell.place for index, cell in enumerate(chosen)})
        if not chosen:
            del edition["colours"]


def merge_vision(edition: Values, lines: Sequence[Line], cells: Cells) -> None:
    """The statements in the order of the sheet; those that were there stay as they were written."""
    known = {_statement(value): value for value in _list(edition, "vision")}
    made: list[Plain] = []
    for line in lines:
        said = (line["text"].text, line["question"].text)
        cells["vision", len(made)] = line["text"].place
        made.append(known.get(said) or (said[0] if not said[1] else {"text": said[0], "question": said[1]}))
    if made != _list(edition, "vision"):
        edition["vision"] = made
    if not made:
        edition.pop("vision", None)


def merge_head(view: DeckView, changes: Values, line: Line, cells: Cells) -> None:
    """The title and the subtitle of a deck, and what comes first in it."""
    for name in ("title", "subtitle"):
        if line[name].text != str(changes.get(name, "")).strip():
            changes.pop(name, None) if not line[name].text else changes.update({name: line[name].text})
            cells[name,] = line[name].place
    if line["order"].text != order_text(view):
        names = typed_value(line["order"], NAMES)
        own = ((name, str(group.get("title"))) for name, group in mapped(changes, "groups").items()
               if isinstance(group, dict))  # fmt: skip
        by_title = {title.casefold(): name for name, title in (*view.groups.items(), *own)}
        changes["order"] = [by_title.get(str(name).casefold(), name) for name in names]
        cells["order",] = line["order"].place
        if not changes["order"]:
            del changes["order"]


def order_text(view: DeckView) -> str:
    """What comes first in a deck, with commas; groups by their titles, where that says which one is meant."""
    titles = list(view.groups.values())
    told = [title if "," not in (title := view.groups.get(str(name), "")) and titles.count(title) == 1
            else name for name in _list(view.changes, "order")]  # fmt: skip
    return as_cell(told, NAMES) if "order" in view.changes else ""


def merge_only(edition: Values, games: Mapping[str, Line], cells: Cells) -> Iterator[Problem]:
    """Which decks belong to the edition; all of them is no list, and none of them is a problem."""
    shown = {deck: not is_no(line["shown"]) if line["shown"].text else is_shown(edition, deck)
             for deck, line in games.items()}  # fmt: skip
    changed = {deck for deck, is_now in shown.items() if is_now != is_shown(edition, deck)}
    if not changed:
        return
    before = [str(deck) for deck in _list(edition, "only")]
    kept = [deck for deck in before if shown.get(deck, True)]
    edition["only"] = [*kept, *(deck for deck, is_now in shown.items() if is_now and deck not in kept)]
    cells["only",] = games[min(changed)]["shown"].place
    if all(shown.values()):
        del edition["only"]
    elif not edition["only"]:
        said = _("no deck takes part: choose ‘{yes}’ at one at least").format(yes=YES)
        yield Problem(Code.WRONG_VALUE, said, cells["only",])


def _colours(edition: Values) -> list[str]:
    found = edition.get("colours", [])
    return [str(colour) for colour in found] if isinstance(found, list) else [str(found)]


def _statement(value: Plain) -> tuple[str, str]:
    if isinstance(value, dict):
        return str(value.get("text", "")), str(value.get("question", ""))
    return str(value), ""


def _list(edition: Values, name: str) -> list[Plain]:
    found = edition.get(name)
    return found if isinstance(found, list) else []
