"""How a school's edition stands in a workbook: its sheets, and the heads of their columns."""

from collections.abc import Iterable

HELP, STYLE, VISION, GAMES = "Uitleg", "Huisstijl", "Visie", "Spellen"
STYLES = {
    "edition": "editie", "name": "naam van de school", "logo": "logo", "colour-1": "kleur 1", "colour-2": "kleur 2",
    "state": "stand",
}  # fmt: skip
FIXED_STYLES = ("edition", "state")
STATEMENTS = {"text": "uitspraak", "question": "vraag"}
GAME = {
    "deck": "spel", "original": "origineel", "title": "onze titel", "subtitle": "onze ondertitel",
    "shown": "doet mee", "order": "vooraan",
}  # fmt: skip
CARD = {
    "card": "code", "field": "onderdeel", "original": "origineel", "ours": "onze tekst", "shown": "doet mee",
    "remark": "opmerking", "new": "nieuwe tekst",
}  # fmt: skip
"""`new` is there alone where the deck was reworded since the school put its own words in."""
YES, NO = "ja", "nee"
GROUP = "groep"
"""What the group of an own card is called in the column of parts."""
LONGEST = 31
"""Characters that the name of a sheet may have (ECMA-376 18.2.19)."""


def sheet_names(decks: Iterable[str]) -> dict[str, str]:
    """The sheet of each deck: called like it, or nearly so where that is too long or taken."""
    taken = {name.casefold() for name in (HELP, STYLE, VISION, GAMES)}
    found: dict[str, str] = {}
    for deck in decks:
        name, number = deck[:LONGEST], 2
        while name.casefold() in taken:
            tail = f"~{number}"
            name, number = f"{deck[: LONGEST - len(tail)]}{tail}", number + 1
        taken.add(name.casefold())
        found[deck] = name
    return found
