"""Font files that a theme brings: which of them a PDF can take, and what to do about the others."""

import string
from pathlib import Path, PurePath

from kaartenspel.load.sfnt import BrokenFontError, Font
from kaartenspel.messages import _
from kaartenspel.pictures import limits
from kaartenspel.problems import Code, Problem

LETTERS = string.ascii_letters + string.digits + ".,:;!?()-áéíóúàèëïöüçÉËÏ‘’“”–…€"
"""What Dutch texts are full of: what a font lacks of it would come from another typeface, in the midst of a word."""
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OUTLINES = {b"OTTO": "OpenType/CFF", b"wOFF": "WOFF", b"wOF2": "WOFF2", b"\x80\x01": "Type 1", b"%!PS": "Type 1"}
_OTHERS = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"RIFF": "WebP", b"%PDF": "PDF",
    b"PK\x03\x04": "zip",
}  # fmt: skip


def font_problems(path: Path, name: str) -> list[Problem]:
    """What is wrong with a font file, which a theme calls by this name; without a place."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.FILE + 1)
    except OSError:
        said = _("the font ‘{name}’ cannot be read").format(name=name)
        return [Problem(Code.FONT_BROKEN, said, hint=_("close the program that has it open"))]
    if len(data) > limits.FILE:
        said = _("the font ‘{name}’ is larger than {most} MB").format(name=name, most=limits.FILE // 1024**2)
        return [Problem(Code.FONT_REFUSED, said, hint=_("choose another font"))]
    if not data.startswith(_TRUETYPE):
        return [_other(data, name)]
    try:
        return _of_font(Font(data), name)
    except BrokenFontError:
        return [_broken(name)]


def _of_font(font: Font, name: str) -> list[Problem]:
    """What is wrong with a TrueType font; raises BrokenFontError for one that is not whole."""
    if font.axes:
        return [_variable(font, name)]
    if "glyf" not in font.tables and ("CFF " in font.tables or "CFF2" in font.tables):
        return [_converted("OpenType/CFF", name)]
    font.check()
    if not font.may_be_embedded:
        said = _("the maker of the font ‘{name}’ does not allow it in a PDF").format(name=name)
        hint = _("ask for a licence that allows embedding, or choose another font, such as one of fonts.google.com")
        return [Problem(Code.FONT_REFUSED, said, hint=hint)]
    characters = font.characters
    if characters is None:
        said = _("the font ‘{name}’ does not say which letters it draws (it has no table for Unicode)")
        hint = _("choose another font: this one has signs in the places of letters, or is very old")
        return [Problem(Code.FONT_REFUSED, said.format(name=name), hint=hint)]
    return _lacking([letter for letter in LETTERS if ord(letter) not in characters], name)


def _lacking(missing: list[str], name: str) -> list[Problem]:
    """A warning for letters that will come from another typeface."""
    if not missing:
        return []
    said = _("the font ‘{name}’ has no {letters}").format(name=name, letters=" ".join(missing))
    hint = _("these are drawn in another typeface, which shows; choose a font that has them")
    return [Problem(Code.FONT_LETTERS, said, hint=hint, warning=True)]


def _other(data: bytes, name: str) -> Problem:
    """What a file is that is no TrueType font."""
    sort = next((sort for start, sort in _OUTLINES.items() if data.startswith(start)), None)
    if sort is not None:
        return _converted(sort, name)
    if data.startswith(b"ttcf"):
        return _collected(name)
    sort = next((sort for start, sort in _OTHERS.items() if data.startswith(start)), None)
    if sort is None:
        return _broken(name)
    said = _("‘{name}’ is no font: its content is that of a file of the sort {sort}").format(name=name, sort=sort)
    hint = _("use a file that ends in .ttf")
    if sort == "zip":
        hint = _("unpack it, and use the file in it that ends in .ttf")
    return Problem(Code.FONT_REFUSED, said, hint=hint)


def _collected(name: str) -> Problem:
    said = _("‘{name}’ holds several fonts (TTC); a theme needs one in each file").format(name=name)
    command = _with(f'fonttools ttLib -y 0 -o "{PurePath(name).stem}-1.ttf" "{name}"')
    return Problem(Code.FONT_REFUSED, said, hint=_("take the first one out: {command}").format(command=command))


def _broken(name: str) -> Problem:
    said = _("the font ‘{name}’ is damaged, or is no font").format(name=name)
    return Problem(Code.FONT_BROKEN, said, hint=_("fetch it anew, and use the file that ends in .ttf"))


def _converted(sort: str, name: str) -> Problem:
    """A font of other outlines than a PDF of ours takes."""
    said = _("‘{name}’ is a font of the sort {sort}; only TrueType can be used").format(name=name, sort=sort)
    target = PurePath(name).stem + ("-nieuw.ttf" if name.lower().endswith(".ttf") else ".ttf")
    command = f"fontforge -lang=ff -c \"Open('{name}'); Generate('{target}')\""
    hint = _("ask its maker for the TrueType version (.ttf), or convert it with the free FontForge: {command}")
    return Problem(Code.FONT_REFUSED, said, hint=hint.format(command=command))


def _variable(font: Font, name: str) -> Problem:
    said = _("‘{name}’ is a variable font; a theme needs one file for each weight").format(name=name)
    chosen = " ".join(f"{axis.tag}={axis.default:g}" for axis in font.axes)
    command = f'fonttools varLib.instancer "{name}" {chosen} -o "{PurePath(name).stem}-vast.ttf"'
    hint = _("make such a file, here for the usual weight: {command}").format(command=_with(command))
    return Problem(Code.FONT_REFUSED, said, hint=hint)


def _with(command: str) -> str:
    """A command of the free program fontTools, with what installs it."""
    return f"pip install fonttools; {command}"
