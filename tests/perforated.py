"""Where the cards of pre-cut sheets lie, as the table of their makers has it, and how a finished PDF is held to it."""

from pdfkit import Finished

from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

TABLE = {  # card, columns and rows, first card, pitch
    "avery-c32011-10": ((85, 54), (2, 5), (15, 13.5), (95, 54)),
    "avery-c32015": ((85, 54), (2, 4), (17, 31.5), (91, 60)),
    "sigel-lp795": ((85, 55), (2, 5), (14, 10.5), (95, 55)),
    "sigel-lp800": ((85, 55), (2, 5), (15, 10), (95, 55)),
    "herma-5028": ((83.8, 50.8), (2, 5), (18.6, 22), (89.2, 50.8)),
    "apli-02793": ((90, 50.8), (2, 5), (15, 22), (90, 50.8)),
}
WIDTH, HEIGHT, BLEED, NEAR = 210, 297, 3, 0.05


def cards(sheet):
    """The edges of each card on the front: left, top, right, bottom."""
    (width, height), (columns, rows), (left, top), (across, down) = TABLE[sheet]
    corners = [(left + column * across, top + row * down) for row in range(rows) for column in range(columns)]
    return [(x, y, x + width, y + height) for x, y in corners]


def behind(box, duplex):
    """The edges on the back of what has these on the front."""
    left, top, right, bottom = box
    if duplex == "long-edge":
        return WIDTH - right, top, WIDTH - left, bottom
    return left, HEIGHT - bottom, right, HEIGHT - top


def edges(box):
    return box.x, box.y, box.x + box.width, box.y + box.height


def grown(box):
    left, top, right, bottom = box
    return left - BLEED, top - BLEED, right + BLEED, bottom + BLEED


def filled(pdf, page):
    """What is filled over at least a card with its bleed on a page, and the clips."""
    paths = pdf.paths(page)
    large = [edges(box) for path in paths if path.paint == "fill" for box in path.boxes if box.width * box.height > 4e3]
    return large, [edges(box) for path in paths if path.paint == "clip" for box in path.boxes]


def near(found, wanted):
    return len(found) == len(wanted) and all(
        min(max(abs(a - b) for a, b in zip(box, other, strict=True)) for other in found) < NEAR for box in wanted
    )


def made(folder, sheet, deck="proef", **asked):
    request = BuildRequest(decks=(deck,), sheet=sheet, output=folder / "output", **asked)
    (result,), _warnings = build(request, folder)
    return result, Finished.of(result.file)


def shown(sheet):
    """What may show of each card of the front: its bleed, but not beyond the middle of the gutter to its neighbour."""
    (width, height), (columns, rows), _first, (across, down) = TABLE[sheet]
    beside, below = min(BLEED, (across - width) / 2), min(BLEED, (down - height) / 2)
    found = []
    for index, (left, top, right, bottom) in enumerate(cards(sheet)):
        row, column = divmod(index, columns)
        found.append((
            left - (beside if column else BLEED), top - (below if row else BLEED),
            right + (beside if column + 1 < columns else BLEED), bottom + (below if row + 1 < rows else BLEED),
        ))  # fmt: skip
    return found
