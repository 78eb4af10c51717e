"""A document whose places can be filled on a screen: the fields of a PDF form (ISO 32000-1, 12.7) over its pages.

Each field brings its appearance, empty or ticked, so that every reader shows it; what is typed is set in Helvetica, one
of the fonts that every reader has.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kaartenspel.drawing import Document, Fillable, Sheet
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf

_POINT = 72 / 25.4
_PRINTED = 4  # the flag of an annotation that is printed too
_MANY_LINES = 1 << 12
_SIZE, _SMALL = 11, 9
"""The sizes of what is typed, in points; at the small one two lines go on one to write on."""
_LONG = 60.0
"""From this length in mm on a single line takes two typed ones: an argument is longer than a date."""
_ON = Name("/Ja")
_CROSS = 0.2  # how far a cross stays from the sides of its box, as a share


def write_fillable(document: Document, faces: Faces, target: BinaryIO) -> None:
    """Write the document with its fields to an open file. Same document and fonts, same bytes."""
    drawn = BytesIO()
    write_pdf(document, faces, drawn)
    with pikepdf.open(drawn) as pdf:
        fields = Array()
        fonts = _fonts(pdf)
        ticks = _Ticks(pdf)
        for page, sheet in zip(pdf.pages, document.sheets, strict=True):
            made = [pdf.make_indirect(_field(pdf, place, sheet, ticks)) for place in _places(sheet)]
            for field in made:
                field.P = page.obj
            page.obj.Annots = Array(made)
            page.obj.Tabs = Name.R
            fields.extend(made)
        pdf.Root.AcroForm = Dictionary(Fields=fields, DR=Dictionary(Font=fonts), DA=String("/Helv 0 Tf 0 g"))
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def _places(sheet: Sheet) -> Iterator[Fillable]:
    """The places of a sheet whose one drawing covers it."""
    for placed in sheet.placed:
        yield from (item for item in placed.drawing.items if isinstance(item, Fillable))


def _fonts(pdf: pikepdf.Pdf) -> Dictionary:
    """The fonts of what is typed."""
    plain = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    signs = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    return Dictionary(Helv=pdf.make_indirect(plain), ZaDb=pdf.make_indirect(signs))


class _Ticks:
    """What a box looks like, empty and ticked: the same for all boxes of a size."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[float, float], Dictionary] = {}

    def of(self, width: float, height: float) -> Dictionary:
        """The appearances of a box of this size, in points."""
        if (width, height) not in self._made:
            left, low = _CROSS * width, _CROSS * height
            right, high = width - left, height - low
            cross = (
                f"q 1.6 w 1 J {left:.3f} {low:.3f} m {right:.3f} {high:.3f} l "
                f"{left:.3f} {high:.3f} m {right:.3f} {low:.3f} l S Q"
            )
            shown = Dictionary({str(_ON): _look(self._pdf, cross, width, height)})
            shown.Off = _look(self._pdf, "", width, height)
            self._made[width, height] = Dictionary(N=shown)
        return self._made[width, height]


def _look(pdf: pikepdf.Pdf, operators: str, width: float, height: float) -> pikepdf.Object:
    """What is drawn in a field."""
    stream = pdf.make_stream(operators.encode("ascii"))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox, stream.Resources = Array([0, 0, width, height]), Dictionary()
    return pdf.make_indirect(stream)


def _field(pdf: pikepdf.Pdf, place: Fillable, sheet: Sheet, ticks: _Ticks) -> Dictionary:
    """A place as a field and its annotation in one."""
    left, low = place.x * _POINT, (sheet.height - place.y - place.height) * _POINT
    width, height = round(place.width * _POINT, 3), round(place.height * _POINT, 3)
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, T=String(place.name), TU=String(place.tip), F=_PRINTED,
        Rect=Array([round(left, 3), round(low, 3), round(left + width, 3), round(low + height, 3)]),
    )  # fmt: skip
    if place.ticked:
        field.FT, field.V, field.AS = Name.Btn, Name.Off, Name.Off
        field.DA, field.MK = String("/ZaDb 0 Tf 0 g"), Dictionary(CA=String("8"))
        field.AP = ticks.of(width, height)
        return field
    field.FT, field.V = Name.Tx, String("")
    two = place.lines == 1 and place.width >= _LONG
    field.DA = String(f"/Helv {_SMALL if two else _SIZE} Tf 0 g")
    field.Ff = _MANY_LINES if two or place.lines > 1 else 0
    field.AP = Dictionary(N=_look(pdf, "/Tx BMC EMC", width, height))
    return field
