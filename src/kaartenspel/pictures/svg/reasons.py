"""Why an element of an SVG cannot be printed, and what to do about it in a drawing program."""

from kaartenspel.messages import _
from kaartenspel.pictures.error import Finding
from kaartenspel.problems import Code

EDGE = "edge"
"""What a shape asks that reaches over the edge of the picture: to be cut there."""


class Unsupported(Exception):
    """What an element asks that is not drawn: the name of an element, or `property: value`."""

    def __init__(self, what: str, *, misread: bool = False) -> None:
        super().__init__(what)
        self.what, self.misread = what, misread

    def finding(self, element: str, line: int) -> Finding:
        """The same as a finding on an element of a line."""
        if self.misread:
            message = _("the SVG ‘{file}’ is damaged: <{element}> on line {line} has ‘{what}’")
            hint = _("open it in a drawing program and save it anew")
            return Finding(Code.PICTURE_BROKEN, _filled(message, element, line, self.what), hint)
        if self.what == EDGE:
            message = _("the SVG ‘{file}’ has <{element}> on line {line} that reaches over the edge of the picture")
        elif self.what == element:
            message = _("the SVG ‘{file}’ has <{element}> on line {line}, which cannot be printed")
        else:
            message = _("the SVG ‘{file}’ has <{element}> on line {line} with ‘{what}’, which cannot be printed")
        return Finding(Code.PICTURE_REFUSED, _filled(message, element, line, self.what), _hint(self.what))


def misread(text: str) -> Unsupported:
    """A value that is not what belongs there."""
    return Unsupported(text if len(text) <= 40 else text[:39] + "…", misread=True)


def _filled(message: str, element: str, line: int, what: str) -> str:
    # What the user's file says must not be taken for our own placeholder.
    what = what.replace("{file}", "…")
    return message.format(file="{file}", element=element, line=line, what=what)


def _hint(what: str) -> str:
    """What to do in a drawing program."""
    key = what.partition(":")[0]
    if key in ("text", "tspan", "textPath"):
        return _("turn the text into outlines (in Inkscape: Path > Object to Path)")
    if key == "style":
        return _("save it with ‘presentation attributes’ in place of a style sheet, or save it as PNG")
    if key == EDGE:
        return _("make the page as large as the drawing (in Inkscape: Edit > Resize Page to Selection)")
    if key == "stroke":
        return _("turn the line into an outline (in Inkscape: Path > Stroke to Path)")
    return _("only outlines in even, opaque colours are drawn: change it, or save it as PNG")
