"""What stands in the zip of a workbook, looked at before it is read: how large it really is, and where formulas are.

A few bytes can say that a sheet has a cell in its last row and last column, or that a part unpacks to gigabytes.
Whoever believes that fills the memory, so it is reckoned here first.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MOST_BYTES = 200_000_000
"""Of a workbook when it is unpacked: ten thousand cards take two million."""
MOST_CELLS = 5_000_000
"""Of a sheet, from its first cell to its last, whether there is something in them or not."""
MOST_PARTS = 5_000
_MOST_MANIFEST = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins (MS-CFB 2.2): an old document of Office, or a new one behind a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What its directory calls a new document that is behind a password (MS-OFFCRYPTO 1.3.3)."""
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>(\s*<(?:\w+:)?f\b)?")
_REF = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<Relationship\b([^>]*)>")
_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_TABLE = re.compile(rb"<table:table\b([^>]*)>(.*?)</table:table>", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>)")


class TooLargeError(Exception):
    """The workbook unpacks to more than a workbook would, or a sheet of it reaches too far."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The cells with a formula by the name of their sheet, as row and column from 1; and whether there are macros."""

    formulas: dict[str, tuple[tuple[int, int], ...]]
    macros: bool


def is_locked(data: bytes) -> bool:
    """Whether this is a document behind a password, of Office from 2007 on or in the OpenDocument format."""
    if data.startswith(OLE):
        return _LOCKED in data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            manifest = package.getinfo("META-INF/manifest.xml")
            return manifest.file_size < _MOST_MANIFEST and b"encryption-data" in package.read(manifest)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return False


def look(data: bytes) -> Facts:
    """What is in the zip. Raises TooLargeError, and zipfile.BadZipFile for what is no whole zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        if len(names) > MOST_PARTS or _unpacked(data, package) > MOST_BYTES:
            raise TooLargeError
        macros = any(name.lower().endswith("vbaproject.bin") for name in names)
        if "content.xml" in names:
            return Facts(dict(_ods(package.read("content.xml"))), macros or any(n.startswith("Basic/") for n in names))
        parts = dict(_parts(package)) if "xl/workbook.xml" in names else {}
        named = {part: sheet for sheet, part in parts.items()}
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for name in names:
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                found[named.get(name, name)] = _formulas(package.read(name))
        return Facts(found, macros)


def _unpacked(data: bytes, package: zipfile.ZipFile) -> int:
    """The bytes that all parts really unpack to, as far as the most that is allowed; what the zip says may be a lie."""
    total = 0
    for part in package.infolist():
        total += part.file_size
        if total > MOST_BYTES:
            return total
        if part.compress_type == zipfile.ZIP_DEFLATED:
            total += max(0, _inflated(data, part, MOST_BYTES - total + part.file_size) - part.file_size)
    return total


def _inflated(data: bytes, part: zipfile.ZipInfo, most: int) -> int:
    """How much one part unpacks to, no further than just over `most`."""
    start = part.header_offset
    lengths = data[start + 26 : start + 30]
    begin = start + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    packed, size = data[begin : begin + part.compress_size], 0
    inflater = zlib.decompressobj(-15)
    try:
        while packed and size <= most and not inflater.eof:
            size += len(inflater.decompress(packed, 1 << 20))
            packed = inflater.unconsumed_tail
    except zlib.error as error:
        raise zipfile.BadZipFile(str(error)) from error
    return size


def _attribute(attributes: bytes, name: bytes) -> str:
    """The value of an attribute, with the entities that names of sheets have."""
    found = re.search(rb"\b" + name + rb"""=(?:"([^"]*)"|'([^']*)')""", attributes)
    text = (found[1] or found[2] or b"").decode("utf-8", "replace") if found else ""
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet with the part that holds it."""
    related = {}
    if "xl/_rels/workbook.xml.rels" in package.namelist():
        for relation in _RELATION.findall(package.read("xl/_rels/workbook.xml.rels")):
            related[_attribute(relation, b"Id")] = _attribute(relation, b"Target").lstrip("/").removeprefix("xl/")
    for sheet in _SHEET.findall(package.read("xl/workbook.xml")):
        yield _attribute(sheet, b"name"), f"xl/{related.get(_attribute(sheet, b'r:id'), '')}"


def _formulas(sheet: bytes) -> tuple[tuple[int, int], ...]:
    """Where formulas are in a sheet of Excel. Raises TooLargeError for one that reaches too far."""
    found: list[tuple[int, int]] = []
    last, widest = 0, 0
    for attributes, empty, formula in _CELL.findall(sheet):
        ref = _REF.search(attributes)
        if ref is None:
            continue
        row, column = int(ref[2]), _number(ref[1])
        last, widest = max(last, row), max(widest, column)
        if formula and not empty:
            found.append((row, column))
    if last * widest > MOST_CELLS:
        raise TooLargeError
    return tuple(found)


def _number(letters: bytes) -> int:
    """The number of a column from its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _ods(content: bytes) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Where formulas are in each table of an .ods. Raises TooLargeError for one that reaches too far."""
    for attributes, inside in _TABLE.findall(content):
        found: list[tuple[int, int]] = []
        row, last, widest = 1, 0, 0
        for said, cells in _ROW.findall(inside):
            times = _repeated(said, b"table:number-rows-repeated")
            column = 1
            for cell in _ODS_CELL.findall(cells):
                if b"table:formula=" in cell:
                    found.append((row, column))
                column += _repeated(cell, b"table:number-columns-repeated")
                if b"office:value-type=" in cell:
                    last, widest = row + times - 1, max(widest, column - 1)
            row += times
        if last * widest > MOST_CELLS:
            raise TooLargeError
        yield _attribute(attributes, b"table:name"), tuple(found)


def _repeated(attributes: bytes, name: bytes) -> int:
    """How often a row or cell stands there."""
    said = _attribute(attributes, name)
    return int(said) if said.isdigit() and len(said) < 10 else 1
