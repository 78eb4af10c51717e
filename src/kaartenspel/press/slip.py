"""The slip for the caretaker, in the folder with the prints: which file, how often, on what, how to cut."""

from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from kaartenspel.compose import script_prints
from kaartenspel.compose.script_page import Pages, finished
from kaartenspel.drawing import Document, Placed, Sheet
from kaartenspel.model.script import Script
from kaartenspel.press.script_pdf import ScriptPdf, Setting, write_script_pdf
from kaartenspel.problems import Problem

NAME = "printlijst.pdf"


def slip(setting: Setting, script: Script) -> tuple[Callable[[BinaryIO], None], list[Problem]]:
    """What writes the slip, and what keeps it from paper."""
    pen = setting.pen()
    pages = Pages(pen)
    for part in script_prints.passages(pen, replace(script, lists=(), facts=())):
        pages.put(part)
    drawings = finished(pen, script, pages.pages, pen.words["to-print"])
    sheets = tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in drawings)
    document = Document(f"{script.title} – {pen.words['to-print']}", script.language, sheets, script.name)
    return write_script_pdf(ScriptPdf(NAME, document), setting.faces), pen.problems
