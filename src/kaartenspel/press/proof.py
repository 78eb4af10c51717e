"""A proof of a finished PDF, to look at: each page as a picture, and contact sheets of all cards.

The pictures are made from the PDF itself. The folder of the pages is named after it, so that what an earlier, longer
build left there can be told and removed.
"""

import re
from functools import partial
from pathlib import Path
from typing import BinaryIO

from PIL.Image import Image

from kaartenspel.messages import _
from kaartenspel.model.card import Card
from kaartenspel.outputs.contact import Look, Shown, contact_sheets
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import SHIPPED
from kaartenspel.outputs.png import opened, picture
from kaartenspel.press.job import Job
from kaartenspel.press.places import places
from kaartenspel.problems import Code, MachineError, Problem

FOLDER = "proof"
DPI = 150
SAFE = 4.0
"""Millimetres inside the trim: what print shops ask (MeinSpiel, MB Print). Where paper is cut in pieces, the inset."""
_PAGE = re.compile(r"[^\W\d_]+-\d{2,}(-[^\W\d_]+)?\.png")


def write_proof(job: Job, pdf: Path) -> Path:
    """Write the proof of this finished PDF and remove what an earlier one left; gives the folder of its pages.

    Raises MachineError for what cannot be written.
    """
    folder = pdf.parent / FOLDER / pdf.stem
    cards = [Shown(_name(place.card), place.faces) for place in places(job)]
    written: set[Path] = set()
    with opened(pdf.read_bytes()) as document:
        for page, name in zip(document, page_names(job, len(document)), strict=True):
            written.add(_saved(picture(page, DPI), folder / name))
        for number, sheet in enumerate(contact_sheets(document, cards, _look(job, pdf, cards)), start=1):
            written.add(_saved(sheet, folder.parent / contact_name(pdf.stem, number)))
    _remove(_left(folder, pdf.stem) - written)
    return folder


def page_names(job: Job, count: int) -> list[str]:
    """`vel-01-voor.png`, by the sheet of paper and its side; on a screen `pagina-01.png`."""
    words = job.words
    digits = max(2, len(str(count if job.grid.screen else job.sheets)))
    if job.grid.screen:
        return [f"{words['page']}-{page:0{digits}}.png" for page in range(1, count + 1)]
    names = {"front": words["front-page"], "back": words["back-page"]}
    return [f"{words['sheet']}-{side.sheet + 1:0{digits}}-{names[side.side]}.png" for side in job.page_sides]


def contact_name(stem: str, number: int) -> str:
    """`stellingenspel.png`, `stellingenspel.2.png`."""
    return f"{stem}.png" if number == 1 else f"{stem}.{number}.png"


def _name(card: Card) -> str:
    """The id, and how often the card is in a set; a blank card has no id."""
    name = card.id or card.kind.title
    return f"{name} (× {card.copies})" if card.copies > 1 else name


def _look(job: Job, pdf: Path, cards: list[Shown]) -> Look:
    """What contact sheets say, in the language of the deck."""
    words, safe = job.words, job.grid.inset or SAFE
    has_bleed = any(face.has_bleed() for card in cards for face in card.faces)
    return Look(
        title=f"{pdf.name} · {words['version']} {job.version}",
        page=f" · {{number}} {words['of']} {{count}}",
        trim=words["trim-line"],
        safe_margin=f"{words['safe-margin']} ({safe:g} mm)",
        bleed=words["bleed-line"] if has_bleed else None,
        safe=safe,
        font=SHIPPED["semibold"],
    )


def _saved(image: Image, target: Path) -> Path:
    """Write a picture in its place."""
    write_file(target, partial(_write, image))
    return target


def _write(image: Image, stream: BinaryIO) -> None:
    image.save(stream, "PNG")


def _left(folder: Path, stem: str) -> set[Path]:
    """The pages and contact sheets that stand there, of this build and of earlier ones."""
    sheet = re.compile(re.escape(stem) + r"\.\d+\.png")
    pages = {path for path in folder.iterdir() if _PAGE.fullmatch(path.name)}
    return pages | {path for path in folder.parent.iterdir() if sheet.fullmatch(path.name)}


def _remove(paths: set[Path]) -> None:
    for path in sorted(paths):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            message = _("cannot remove {file}: {reason}").format(file=path.as_posix(), reason=error.strerror)
            raise MachineError([Problem(Code.CANNOT_WRITE, message)]) from error
