"""The deck by Typst: `with_typst.py DECK TARGET`. Symbols come as SVG; texts are measured until they fit."""

import json
import sys
import tempfile
from pathlib import Path

import typst
from cards import FONTS, read, svg, symbols

SOURCE = r"""
#let data = json("deck.json")
#let symbols = data.symbols.pairs().map(p => (p.at(0), bytes(p.at(1)))).to-dict()
#let teal = rgb("#0f6e78")
#set page(paper: "a4", margin: (x: 10.5mm, y: 16.5mm))
#set text(font: "Atkinson Hyperlegible Next", size: 8pt, fill: rgb("#1d2433"), lang: "nl", hyphenate: true)
#set par(leading: 0.5em, spacing: 0pt)
#let fitted(body, width, height) = context {
  let size = 10pt
  while size > 7.5pt and measure(block(width: width, text(size: size, body))).height > height { size -= 0.5pt }
  block(width: width, text(size: size, body))
}
#let front(card) = box(width: 63mm, height: 88mm, clip: true, {
  place(rect(width: 63mm, height: 10mm, fill: teal))
  place(dx: 5mm, dy: 3mm, text(size: 13pt, weight: "extrabold", fill: white, card.code))
  place(top + right, dx: -5mm, dy: 3.5mm, text(size: 9pt, weight: "semibold", fill: white, card.title))
  place(dx: 5mm, dy: 13mm, fitted(card.text, 53mm, 51mm))
  place(bottom + left, dx: 5mm, dy: -5mm,
    text(size: 7.5pt)[*#card.short* \ #card.url.split("/").at(2).replace("www.", "")])
  place(bottom + right, dx: -5mm, dy: -5mm, image(symbols.at(card.url), format: "svg", width: 15mm))
})
#let back(card) = box(width: 63mm, height: 88mm, {
  place(rect(width: 63mm, height: 88mm, fill: teal))
  place(dx: 10mm, dy: 12mm, block(width: 43mm, {
    text(size: 18pt, weight: "extrabold", fill: white, data.title)
    v(3mm)
    text(size: 10pt, fill: white, data.subtitle)
  }))
  place(bottom + left, dx: 10mm, dy: -10mm,
    text(fill: white, weight: "semibold")[Kaart #card.number van #data.cards.len()])
  place(bottom + right, dx: -10mm, dy: -10mm, text(size: 14pt, weight: "extrabold", fill: white, card.code))
})
#for nine in data.cards.chunks(9) {
  grid(columns: 3, ..nine.map(front))
  pagebreak()
  grid(columns: 3, ..nine.chunks(3).map(row => (row + (none,) * (3 - row.len())).rev()).flatten()
    .map(card => if card == none { box(width: 63mm, height: 88mm) } else { back(card) }))
  pagebreak(weak: true)
}
"""


def main(deck: Path, target: Path) -> None:
    """Write the PDF."""
    data, cards = read(deck)
    drawn = {link: svg(rows) for link, rows in symbols(cards).items()}
    with tempfile.TemporaryDirectory() as folder:
        given = {"title": data["title"], "subtitle": data["subtitle"], "cards": cards, "symbols": drawn}
        Path(folder, "deck.json").write_text(json.dumps(given), encoding="utf-8")
        Path(folder, "main.typ").write_text(SOURCE, encoding="utf-8")
        typst.compile(Path(folder, "main.typ"), output=target, font_paths=[FONTS], ignore_system_fonts=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
