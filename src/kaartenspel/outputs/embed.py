"""Embedding the fonts that a document used, with a table from their codes to the characters they stand for.

reportlab's own table breaks a rule of the format (at most 100 entries a block, Adobe Technical Note 5014) and is
wrong beyond U+FFFF, so it is written anew.
"""

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_BLOCK = 100
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed_fonts(document: PDFDocument) -> None:
    """Write the used glyphs of every font into the document; no character can be added afterwards."""
    for font in document.delayedFonts:
        subsets = font.state[document].subsets
        font.addObjects(document)
        for number, subset in enumerate(subsets):
            name = _base_name(font, number)
            table = document.idToObject[f"toUnicodeCMap:{name}"]
            table.content = unicode_map(subset)
            document.updateSignature(name + table.content)
    document.delayedFonts = []


def unicode_map(subset: list[int]) -> str:
    """The table of a subset: its n-th entry is the character (code point) that code n shows."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character and (character != ord(" ") or code == ord(" "))
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    body = ("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return "\n".join((_HEAD, *body, _FOOT))


def _base_name(font: TTFont, subset: int) -> str:
    name: bytes = SUBSETN(subset) + b"+" + font.face.name + font.face.subfontNameX
    return name.decode("pdfdoc")
