"""An SVG file as a tree of elements with their lines, read by expat: no document type, no entity, no other file."""

from dataclasses import dataclass, field
from xml.parsers import expat

from kaartenspel.messages import _
from kaartenspel.pictures.error import PictureError, broken, refused, too_large
from kaartenspel.pictures.svg.reasons import Unsupported

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_DEEPEST, _MOST = 64, 20_000
_LARGEST = 5 * 1024 * 1024


@dataclass(slots=True)
class Element:
    """An element of the SVG namespace (others have no name), its attributes, and the line where it starts."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    text: str = ""


def parse(data: bytes) -> Element:
    """The root element. Raises PictureError for what is no XML, or more than a picture needs."""
    if len(data) > _LARGEST:
        raise too_much()
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        # The latter two are what an encoding that nobody knows gives.
        line = max(1, reader.parser.ErrorLineNumber)
        message = _("the SVG ‘{file}’ is damaged: line {line} is no proper XML").format(file="{file}", line=line)
        raise broken(message, _("open it in a drawing program and save it anew")) from None
    if reader.root is None or reader.root.name != "svg":
        raise broken(_("‘{file}’ is no picture that we know"), _("open it in a drawing program and save it as PNG"))
    return reader.root


class _Reader:
    """Builds the tree while expat reads."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.EntityDeclHandler = self._document_type
        self.parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST or len(self._open) >= _DEEPEST:
            raise too_much()
        element = Element(_local(name), {_key(key): value for key, value in attributes.items()}, self._line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open[-1].name == "style":
            self._open[-1].text += text

    def _document_type(self, *_said: object) -> None:
        message = _("the SVG ‘{file}’ has a document type (DOCTYPE) on line {line}")
        hint = _("take out the whole <!DOCTYPE …> with a text editor, or save the drawing as ‘plain SVG’")
        raise refused(message.format(file="{file}", line=self._line), hint)

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise PictureError(Unsupported("style").finding("?xml-stylesheet", self._line))

    @property
    def _line(self) -> int:
        return self.parser.CurrentLineNumber


def _local(name: str) -> str:
    """The name of an element of SVG; those of other programs have none, and draw nothing."""
    space, _found, local = name.rpartition(" ")
    return local if space in ("", SVG) else ""


def _key(name: str) -> str:
    """The name of an attribute; the older name of a link is as good as the newer."""
    return "href" if name == f"{XLINK} href" else name


def too_much() -> PictureError:
    """What is said of a file that is no picture for a card."""
    message = _("the SVG ‘{file}’ holds more than can be drawn on a card")
    return too_large(message, _("simplify it in a drawing program, or save it as PNG"))
