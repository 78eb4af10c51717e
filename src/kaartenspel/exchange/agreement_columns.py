"""How a list of agreements stands in a workbook: its sheets, and the Dutch heads of columns."""

from dataclasses import dataclass

HELP, DAY, LIST, CARDS = "Uitleg", "Middag", "Afspraken", "Interventies"

COLUMNS = {
    "what": "wat", "who": "wie", "by": "wanneer", "see": "wat zien we over zes weken", "card": "interventie",
}  # fmt: skip
OTHER_HEADS = {
    "wat zien we": "see", "wat zien we dan": "see", "wat zien we na zes weken": "see", "interventiekaart": "card",
    "kaart": "card", "wie doet het": "who", "voor wanneer": "by", "datum": "by", "afspraak": "what",
}  # fmt: skip
"""What people write above a column of a list of their own."""
HEAD = {
    "title": "titel", "day": "datum", "back": "terugkijken op", "start": "hoe laat", "minutes": "hoe lang",
    "where": "waar",
}  # fmt: skip
"""What stands on the sheet of the afternoon, a field a row."""
TOLD = {
    "title": "staat boven de poster",
    "day": "de dag waarop jullie de afspraken maakten, zoals 24-11-2026",
    "back": "leeg: zes weken later, op een werkdag",
    "start": "hoe laat het terugkijken begint, zoals 15:30; leeg: de hele dag in de agenda",
    "minutes": "hoe lang het terugkijken duurt",
    "where": "waar jullie terugkijken",
}
"""What stands beside each field, for who fills it in."""
OFFERED = {"label": "keuze", "id": "naam", "monday": "wat zie je maandag?"}


@dataclass(frozen=True, slots=True)
class Intervention:
    """A card that an agreement may come from: its id, its printed code, and what it says."""

    id: str
    code: str
    text: str
    monday: str = ""

    @property
    def label(self) -> str:
        """What is chosen from in the drop-down."""
        return f"{self.code} · {self.text}"
