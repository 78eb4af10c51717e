"""What the peers share: the deck as they read it, and their QR symbols, by the quickest encoder there is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
import zxingcpp

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "src" / "kaartenspel" / "fonts"
REGULAR = FONTS / "AtkinsonHyperlegibleNext_400Regular.ttf"
BOLD = FONTS / "AtkinsonHyperlegibleNext_700Bold.ttf"
FAMILY = "Atkinson Hyperlegible Next"
PER_SHEET = 9


def read(deck: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The deck and its cards, each with its group's title, its code and its source."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(deck.read_text(encoding="utf-8"), Loader=loader)
    register = yaml.load((deck.parent / "sources.yaml").read_text(encoding="utf-8"), Loader=loader)["sources"]
    counts: dict[str, int] = {}
    for number, card in enumerate(data["cards"], start=1):
        group, source = data["groups"][card["group"]], register[card["see"]]
        counts[card["group"]] = counts.get(card["group"], 0) + 1
        card |= {"title": group["title"], "code": f"{group['code']}{counts[card['group']]}", "number": number}
        card |= {"short": source["short"], "url": source["url"]}
    return data, data["cards"]


def sheets(cards: Sequence[dict[str, Any]]) -> list[Sequence[dict[str, Any]]]:
    """The cards, nine at a time."""
    return [cards[start : start + PER_SHEET] for start in range(0, len(cards), PER_SHEET)]


def symbols(cards: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """The rows of each link's QR symbol at level M as `0` and `1`, each link once."""
    return {link: _rows(link) for link in dict.fromkeys(card["url"] for card in cards)}


def _rows(link: str) -> list[str]:
    made = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = memoryview(made.to_image(scale=1, add_quiet_zones=False))
    return ["".join("0" if module else "1" for module in row) for row in image.tolist()]


def svg(rows: list[str]) -> str:
    """A symbol as SVG, one path of runs."""
    path: list[str] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end] == "1":
                end += 1
            if end > x:
                path.append(f"M{x} {y}h{end - x}v1h{x - end}z")
            x = end + 1
    side = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{"".join(path)}"/></svg>'
