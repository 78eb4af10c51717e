"""How scores stand in a workbook: its sheets, its rows above the cards, and the Dutch heads of columns."""

from kaartenspel.model.scores import Unit

HELP, ABOUT, ANSWERS, SCORES, WISHES = "Uitleg", "Meting", "Antwoorden", "Scores", "Waarheen"

HEADS = {"id": "naam", "code": "code", "group": "groep", "text": "kaart"}
"""The columns before those of the sheets of paper."""
TEAM, PEOPLE, FIRST = "(team)", "(mensen)", "(eerst)"
"""What stands in the first column of rows that are about a sheet of paper itself; no card's id has brackets."""
ROWS = {
    TEAM: "Team, bouw of afdeling (mag leeg blijven)",
    PEOPLE: "Met hoeveel mensen is het ingevuld?",
    FIRST: "Over welke kaart wil men het eerst verder? Kies de code (mag leeg blijven)",
}
SHEET: dict[Unit, str] = {"person": "blad", "group": "tafel"}
"""What stands above the column of a sheet of paper, with its number."""
FIELDS = {
    "title": "titel", "day": "datum", "deck": "spel", "form": "formulier", "unit": "ingevuld door",
    "language": "taal", "staged": "fasen",
}  # fmt: skip
UNITS: dict[Unit, str] = {"person": "personen", "group": "tafels"}
TOLD = {
    "title": "staat boven het verslag",
    "day": "de dag van de meting, zoals 24-11-2026",
    "deck": "laat dit staan: hiermee vindt het programma de interventies",
    "form": "laat dit staan",
    "unit": "personen of tafels: wie vulde een blad in?",
    "language": "laat dit staan",
    "staged": "ja: een later antwoord is verder; nee: het is alleen een ander antwoord",
}
ANSWER = {"answer": "antwoord", "number": "telt als"}
APART = "apart"
"""What stands beside an answer that is counted apart from the scale."""
UNKNOWN_SAID = ("weet niet", "weet ik niet", "?", "don’t know", "don't know")
"""What people type who do not know, whatever answers there are."""
