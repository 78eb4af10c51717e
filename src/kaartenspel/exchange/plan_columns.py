"""How a plan stands in a workbook: the Dutch names of its fields, and the words for what is chosen from a few.

One row of the sheet Programma is a block, a station of the block above it, a strand, or a block in the strand above it.
"""

from __future__ import annotations

from kaartenspel.reading.values import Plain

PLAN, PROGRAMME, ROOMS, MEETINGS, HELP = "Plan", "Programma", "Ruimten", "Bijeenkomsten", "Uitleg"

Fields = dict[str, Plain]

HEAD = {
    "workshop": "naam", "title": "titel", "goal": "doel", "language": "taal", "date": "datum", "place": "plaats",
    "participants": "deelnemers", "people": "namenlijst", "seed": "verdeling", "start": "begint om", "end": "klaar om",
    "size": "groepsgrootte", "least": "kleinste groep", "most": "grootste groep", "facilitators": "begeleiders",
    "goals": "past bij", "before": "vooraf", "why": "waarom zo",
}  # fmt: skip
"""The fields of the sheet Plan; size, least and most are those of `groups`."""
GROUP_FIELDS = ("size", "least", "most")
LISTS = ("facilitators", "goals", "before", "materials")
"""Fields with one item a line."""

ROW, MEETING, CLOCK = "rij", "bijeenkomst", "tijd"
BLOCK = {
    "id": "naam", "section": "deel", "sort": "soort", "title": "titel", "minutes": "minuten",
    "minutes_each": "minuten p.p.", "least": "kan korter tot", "at": "vast om", "grouping": "werkvorm",
    "group_size": "groepsgrootte", "card": "kaart", "deck": "spel", "cards": "kaarten", "per": "set per",
    "room": "ruimte", "leads": "wie leidt", "goal": "doel", "say": "wat je zegt", "steps": "stappen",
    "materials": "klaarleggen", "notes": "aantekening", "see": "qr naar", "print": "printen", "rounds": "rondes",
    "change": "wisselen", "resume": "vervolg van", "groups": "groepen tegelijk", "participants": "deelnemers",
}  # fmt: skip
"""The fields of the sheet Programma; before them stand the sort of row, the meeting and the time."""
ROOM = {"id": "naam", "title": "titel", "capacity": "plaatsen", "walk": "minuten lopen"}
MEETING_FIELDS = {"title": "titel", "goal": "doel", "date": "datum", "start": "begint om", "end": "klaar om"}

ROWS = {"block": "blok", "station": "station", "strand": "lijn", "inner": "in lijn"}
WORDS: dict[str, dict[str, str]] = {
    "sort": {
        "welcome": "welkom", "work": "werk", "plenary": "plenair", "break": "pauze", "harvest": "oogst",
        "agreements": "afspraken", "close": "afsluiting",
    },
    "grouping": {
        "alone": "alleen", "pairs": "duo’s", "groups": "groepen", "plenary": "plenair", "carrousel": "carrousel",
    },
    "per": {
        "plan": "eenmaal", "group": "groep", "pair": "duo", "person": "persoon", "station": "station",
    },
}  # fmt: skip
"""What is chosen from a few words, in Dutch."""
