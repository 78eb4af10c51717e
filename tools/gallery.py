"""Every kind on every size in every theme, one picture a theme: `make gallery` writes them to docs/beeld/.

A kind is shown by the card of the shipped decks with the longest text, so that what is tight is seen.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor

from kaartenspel.drawing import Document, Drawing, Placed, Rect, Sheet, rectangle
from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.outputs.png import render
from kaartenspel.press.build import make_job
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Problem

ROOT = Path(__file__).resolve().parents[1]
SIZES = ("mini", "bridge", "poker", "tarot", "square", "a7", "a6", "a5", "slide")
POSTERS = ("a4", "a3")
LARGE = ("a5", "slide", *POSTERS)
"""Sizes that fill their paper or screen; the others are shown as cards cut from a sheet."""
GAP = 8.0
WHITE, GROUND = "#ffffff", "#d9d6cf"


def main(themes: list[str]) -> None:
    """Write a picture for each of these themes, or for all."""
    project = Project(ROOT)
    target = ROOT / "docs" / "beeld"
    target.mkdir(parents=True, exist_ok=True)
    for theme in themes or list(project.names("layouts/themes")):
        rows = [row for deck, card in examples(project) if (row := faces(project, theme, deck, card))]
        colours = project.theme(theme)
        picture = few_colours(render(page(rows), 60)[0], list(colours.colours.values()) if colours else [])
        picture.save(target / f"galerij-{theme}.png", optimize=True)
        sys.stdout.write(f"galerij-{theme}.png: {sum(len(row) for row in rows)} faces\n")


def few_colours(picture: Image.Image, colours: list[str]) -> Image.Image:
    """The picture with a palette: each colour of the theme and its steps to white, so that none turns into another."""
    wanted = dict.fromkeys(colour for colour in ("#000000", *colours) if colour != WHITE)
    steps = 254 // len(wanted)
    ramp = [
        round(part + (255 - part) * step / steps)
        for colour in wanted
        for step in range(steps)
        for part in ImageColor.getrgb(colour)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*ImageColor.getrgb(WHITE), *ImageColor.getrgb(GROUND), *ramp])
    return picture.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)


def examples(project: Project) -> list[tuple[LoadedDeck, Card]]:
    """For each kind, its fullest card in the shipped decks."""
    found: dict[str, tuple[int, LoadedDeck, Card]] = {}
    for name in project.names("decks").values():
        deck = load_deck(project, project.value(name.path), name.path)
        for card in deck.cards if deck else ():
            length = sum(len(str(value)) for value in card.fields.values())
            if deck and length > found.get(card.kind.kind, (0,))[0]:
                found[card.kind.kind] = (length, deck, card)
    return [(deck, card) for _length, deck, card in found.values()]


def faces(project: Project, theme: str, deck: LoadedDeck, card: Card) -> list[Drawing]:
    """The fronts of a card on every size, and its back on its own; a size that its text does not fit is left out."""
    drawings: list[Drawing] = []
    for size in POSTERS if card.kind.size in POSTERS else SIZES:
        if size not in project.names("layouts/sizes"):
            continue
        paper, sheet = "a3" if size == "a3" else "a4", None if size in LARGE else "spaced"
        job = make_job(project, BuildRequest(theme=theme, size=size, paper=paper, sheet=sheet), deck)
        if job is None:
            continue
        fit = job.composer.fit_front(card)
        front = None if isinstance(fit, Problem) else job.composer.front(card, fit)
        back = job.composer.back(card)
        drawings += [front] if front else []
        if front and isinstance(back, Drawing) and size in ("poker", "a6"):
            drawings.append(back)
    return drawings


def page(rows: list[list[Drawing]]) -> bytes:
    """One large page with a row of faces for each kind, cut at their trims."""
    width = max(sum(face.width + GAP for face in row) for row in rows) + GAP
    height = sum(max(face.height for face in row) + GAP for row in rows) + GAP
    ground = Drawing(width, height, (rectangle(Rect(0, 0, width, height), GROUND),))
    placed: list[Placed] = [Placed(ground, 0, 0)]
    y = GAP
    for row in rows:
        x = GAP
        for face in row:
            placed.append(
                Placed(
                    Drawing(face.width, face.height, (rectangle(Rect(0, 0, face.width, face.height), "#ffffff"),)), x, y
                )
            )
            placed.append(Placed(face, x, y, 0, Rect(x, y, face.width, face.height)))
            x += face.width + GAP
        y += max(face.height for face in row) + GAP
    stream = BytesIO()
    write_pdf(Document("Galerij", "nl", (Sheet(width, height, tuple(placed)),)), Faces(), stream)
    return stream.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
