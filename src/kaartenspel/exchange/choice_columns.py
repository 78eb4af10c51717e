"""How a choice of interventions stands in a workbook: its sheet, the Dutch heads of columns, and a row of it."""

from dataclasses import dataclass

CHOOSE = "Kiezen"
HEADS = {
    "pick": "kiezen", "element": "onderdeel", "step": "stap", "code": "kaart", "text": "interventie",
    "monday": "wat zie je maandag?", "id": "naam",
}  # fmt: skip
MARK = "x"
"""What the drop-down puts before an intervention that is chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An intervention to choose from: the element and step that it belongs to, and what its card says."""

    element: str
    step: str
    code: str
    text: str
    monday: str
    id: str
