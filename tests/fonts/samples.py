"""Fonts made by code: what a school could put beside its theme. A letter is a box with a width of its own."""

from io import BytesIO

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from kaartenspel.load.font_files import LETTERS

EM = 1000
LETTERED = " " + LETTERS


def _outline(pen, width: int):
    pen.moveTo((50, 0))
    for corner in ((width - 50, 0), (width - 50, 500), (50, 500)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def _width(character: str) -> int:
    return 400 + ord(character) * 7 % 300


def _builder(letters: str, name: str, cff: bool) -> FontBuilder:
    order = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    widths = dict(zip(order, [500, *map(_width, letters)], strict=True))
    builder = FontBuilder(EM, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in letters})
    if cff:
        drawn = {glyph: _outline(T2CharStringPen(width, None), width) for glyph, width in widths.items()}
        builder.setupCFF(name, {"FullName": name}, {glyph: pen.getCharString() for glyph, pen in drawn.items()}, {})
    else:
        drawn = {glyph: _outline(TTGlyphPen(None), width).glyph() for glyph, width in widths.items()}
        builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics({glyph: (width, 50) for glyph, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sxHeight=500, sCapHeight=500, fsType=0)
    builder.setupPost()
    return builder


def saved(font: TTFont) -> bytes:
    """The bytes of a font or a collection."""
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def truetype(letters: str = LETTERED, name: str = "Schoolletter-Regular", *, kern: int = 0) -> bytes:
    """A good font; with `kern` the pair AV stands so much closer."""
    font = _builder(letters, name, cff=False).font
    if kern:
        rule = f"feature kern {{ pos u0041 u0056 {-kern}; }} kern;"
        addOpenTypeFeaturesFromString(font, rule)
    return saved(font)


def postscript() -> bytes:
    """OpenType with CFF outlines."""
    return saved(_builder(LETTERED, "Schoolletter-Regular", cff=True).font)


def variable() -> bytes:
    """A font whose weight can be varied."""
    builder = _builder(LETTERED, "Schoolletter", cff=False)
    builder.setupFvar([("wght", 300, 400, 700, "Weight")], [])
    builder.setupGvar({})
    return saved(builder.font)


def collection() -> bytes:
    """Two fonts in one file."""
    whole = TTCollection()
    whole.fonts = [TTFont(BytesIO(truetype(name=name))) for name in ("Een-Regular", "Twee-Regular")]
    return saved(whole)


def changed(change, data: bytes | None = None) -> bytes:
    """A font after `change` was done to it."""
    font = TTFont(BytesIO(data or truetype()))
    change(font)
    return saved(font)


def packed() -> bytes:
    """The same for a web page: WOFF."""

    def pack(font: TTFont) -> None:
        font.flavor = "woff"

    return changed(pack)


def allowing(uses: int) -> bytes:
    """A font whose maker allows these uses (OS/2, fsType)."""

    def allow(font: TTFont) -> None:
        font["OS/2"].fsType = uses

    return changed(allow)


def without_unicode() -> bytes:
    """A font of signs, which stand in the places of letters."""

    def symbols(font: TTFont) -> None:
        font["cmap"].tables = [table for table in font["cmap"].tables if table.platformID == 3]
        font["cmap"].tables[0].platEncID = 0

    return changed(symbols)
