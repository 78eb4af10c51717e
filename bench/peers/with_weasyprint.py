"""The deck by WeasyPrint: `with_weasyprint.py DECK TARGET`. CSS cannot fit a text, so its length chooses its size."""

import base64
import sys
from html import escape
from pathlib import Path
from typing import Any

from cards import BOLD, REGULAR, read, sheets, svg, symbols
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = f"""
@font-face {{ font-family: Card; src: url({REGULAR.as_uri()}) }}
@font-face {{ font-family: Card; font-weight: bold; src: url({BOLD.as_uri()}) }}
@page {{ size: A4; margin: 16.5mm 10.5mm }}
body {{ margin: 0; font: 8pt/1.25 Card; color: #1d2433; hyphens: auto }}
section {{ position: relative; height: 264mm; break-after: page }}
div {{ position: absolute; box-sizing: border-box }}
.card {{ width: 63mm; height: 88mm; overflow: hidden }}
.band {{ width: 63mm; height: 10mm; background: #0f6e78 }}
.code {{ left: 5mm; top: 2.5mm; font-size: 13pt; font-weight: bold; color: white }}
.title {{ right: 5mm; top: 3mm; font-size: 9pt; color: white }}
.text {{ left: 5mm; top: 13mm; width: 53mm }}
.source {{ left: 5mm; bottom: 5mm; font-size: 7.5pt }}
img {{ position: absolute; right: 5mm; bottom: 5mm; width: 15mm }}
.back {{ background: #0f6e78; color: white; padding: 12mm 10mm }}
.back b {{ display: block; font-size: 18pt; line-height: 1.1; margin-bottom: 3mm }}
.count {{ left: 10mm; bottom: 10mm }}
.number {{ right: 10mm; bottom: 10mm; font-size: 14pt }}
"""


def main(deck: Path, target: Path) -> None:
    """Write the PDF."""
    data, cards = read(deck)
    images = {link: base64.b64encode(svg(rows).encode()).decode() for link, rows in symbols(cards).items()}
    parts: list[str] = []
    for nine in sheets(cards):
        parts += ["<section>", *(_front(place, card, images[card["url"]]) for place, card in enumerate(nine))]
        parts += ["</section><section>", *(_back(place, card, data) for place, card in enumerate(nine)), "</section>"]
    page = f'<html lang="nl"><head><title>{escape(data["title"])}</title><style>{STYLE}</style></head><body>'
    HTML(string=page + "".join(parts)).write_pdf(target, font_config=FontConfiguration())


def _front(place: int, card: dict[str, Any], image: str) -> str:
    size = next(size for size, most in ((10, 300), (9.5, 330), (9, 360), (8.5, 400), (8, 440), (7.5, 9999))
                if len(card["text"]) <= most)  # fmt: skip
    domain = card["url"].split("/")[2].removeprefix("www.")
    return (
        f'<div class="card" style="left:{place % 3 * 63}mm;top:{place // 3 * 88}mm"><div class="band"></div>'
        f'<div class="code">{card["code"]}</div><div class="title">{escape(card["title"])}</div>'
        f'<div class="text" style="font-size:{size}pt">{escape(card["text"])}</div>'
        f'<div class="source"><b>{escape(card["short"])}</b><br>{domain}</div>'
        f'<img src="data:image/svg+xml;base64,{image}"></div>'
    )


def _back(place: int, card: dict[str, Any], data: dict[str, Any]) -> str:
    return (
        f'<div class="card back" style="left:{(2 - place % 3) * 63}mm;top:{place // 3 * 88}mm">'
        f"<b>{escape(data['title'])}</b>{escape(data['subtitle'])}"
        f'<div class="count">Kaart {card["number"]} van {len(data["cards"])}</div>'
        f'<div class="number">{card["code"]}</div></div>'
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
