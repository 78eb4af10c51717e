"""The deck by fpdf2: `with_fpdf2.py DECK TARGET`. A text is laid out without drawing until its size fits."""

import sys
from pathlib import Path
from typing import Any

from cards import BOLD, REGULAR, read, sheets, symbols
from fpdf import FPDF
from fpdf.enums import MethodReturnValue

TEAL = (15, 110, 120)
POINT = 25.4 / 72


def main(deck: Path, target: Path) -> None:
    """Write the PDF."""
    data, cards = read(deck)
    drawn = symbols(cards)
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.add_font("Card", "", REGULAR)
    pdf.add_font("Card", "B", BOLD)
    for nine in sheets(cards):
        pdf.add_page()
        for place, card in enumerate(nine):
            _front(pdf, 10.5 + place % 3 * 63, 16.5 + place // 3 * 88, card, drawn[card["url"]])
        pdf.add_page()
        for place, card in enumerate(nine):
            _back(pdf, 10.5 + (2 - place % 3) * 63, 16.5 + place // 3 * 88, card, data)
    pdf.output(str(target))


def _front(pdf: FPDF, x: float, y: float, card: dict[str, Any], rows: list[str]) -> None:
    pdf.set_fill_color(*TEAL)
    pdf.rect(x, y, 63, 10, "F")
    pdf.set_text_color(255)
    _say(pdf, x + 5, y + 7, card["code"], 13, bold=True)
    _say(pdf, x + 58 - _width(pdf, card["title"], 9), y + 6.5, card["title"], 9)
    pdf.set_text_color(29, 36, 51)
    _fitted(pdf, x + 5, y + 13, card["text"])
    _say(pdf, x + 5, y + 79, card["short"], 7.5, bold=True)
    _say(pdf, x + 5, y + 82.5, card["url"].split("/")[2].removeprefix("www."), 7.5)
    pdf.set_fill_color(0)
    side = 15 / len(rows)
    for line, row in enumerate(rows):
        start = row.find("1")
        while start >= 0:
            end = row.find("0", start)
            end = len(row) if end < 0 else end
            pdf.rect(x + 43 + start * side, y + 68 + line * side, (end - start) * side, side, "F")
            start = row.find("1", end)


def _back(pdf: FPDF, x: float, y: float, card: dict[str, Any], data: dict[str, Any]) -> None:
    pdf.set_fill_color(*TEAL)
    pdf.rect(x, y, 63, 88, "F")
    pdf.set_text_color(255)
    pdf.set_xy(x + 10, y + 12)
    pdf.set_font("Card", "B", 18)
    pdf.multi_cell(43, 7.2, data["title"], align="L", new_x="LEFT", new_y="NEXT")
    pdf.set_font("Card", "", 10)
    pdf.multi_cell(43, 4.4, data["subtitle"], align="L")
    _say(pdf, x + 10, y + 77, f"Kaart {card['number']} van {len(data['cards'])}", 8)
    _say(pdf, x + 53 - _width(pdf, card["code"], 14, bold=True), y + 77, card["code"], 14, bold=True)


def _fitted(pdf: FPDF, x: float, y: float, text: str) -> None:
    """The text at the largest size that fits into 53 × 51 mm."""
    size = 10.0
    while True:
        pdf.set_font("Card", "", size)
        pdf.set_xy(x, y)
        line = size * POINT * 1.25
        if size <= 7.5 or pdf.multi_cell(53, line, text, "", "L", dry_run=True, output=MethodReturnValue.HEIGHT) <= 51:
            pdf.multi_cell(53, line, text, align="L")
            return
        size -= 0.5


def _say(pdf: FPDF, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
    pdf.set_font("Card", "B" if bold else "", size)
    pdf.text(x, y, text)


def _width(pdf: FPDF, text: str, size: float, *, bold: bool = False) -> float:
    pdf.set_font("Card", "B" if bold else "", size)
    return pdf.get_string_width(text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
