"""A workbook as bytes that do not depend on when it was made."""

import datetime
import io
import zipfile

from openpyxl import Workbook

MOMENT = datetime.datetime(2000, 1, 1)
_STAMP = (1980, 1, 1, 0, 0, 0)


def steady(book: Workbook) -> bytes:
    """The workbook's file: the same cells give the same bytes."""
    book.properties.creator = "kaartenspel"
    book.properties.created = book.properties.modified = MOMENT
    saved, made = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, _undated(before.read(name)) if name == "docProps/core.xml" else before.read(name))
    return made.getvalue()


def _undated(core: bytes) -> bytes:
    """What openpyxl gives names the moment of saving as the last change."""
    start, end = core.find(b"<dcterms:modified"), core.find(b"</dcterms:modified>")
    if start < 0 or end < 0:
        return core
    value = core.index(b">", start) + 1
    return core[:value] + f"{MOMENT:%Y-%m-%dT%H:%M:%SZ}".encode() + core[end:]
