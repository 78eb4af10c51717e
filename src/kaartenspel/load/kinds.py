"""What a kind refers to: its fields in its faces, a size, a colour, a pictogram, styles and words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kaartenspel.load.validate import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import FaceSpec, Kind
from kaartenspel.problems import Place, Problem
from kaartenspel.reading.values import Value, place_at

if TYPE_CHECKING:
    from kaartenspel.load.project import Project

PATTERNS = ("plain", "dots", "bars", "lines", "slant")
Location = tuple[str | int, ...]


def check_kind(project: "Project", kind: Kind, value: Value | None) -> None:
    """Note a problem for every name in a kind that refers to nothing; themes differ, so the standard one is asked."""
    theme, words = project.theme("standard"), project.words("nl", None)
    if kind.size is not None:
        project.size(kind.size, _place(value, ("size",)))
    if theme is None or words is None:
        return
    known = {
        "field": list(kind.fields), "style": list(theme.styles), "heading_word": list(words.words),
        "title_word": list(words.words),
    }  # fmt: skip
    names = [("colour", kind.colour, ["deck", *theme.colours]), ("pictogram", kind.pictogram, list(theme.pictograms)),
             ("pattern", kind.pattern, list(PATTERNS))]  # fmt: skip
    for key, name, there in names:
        if name is not None and name not in there:
            project.problems.append(unknown_name(key, name, _place(value, (key,)), there))
    for side, face in (("front", kind.front), ("back", kind.back)):
        project.problems += _face(face, side, known, value)


def _face(face: FaceSpec, side: str, known: dict[str, list[str]], value: Value | None) -> Iterator[Problem]:
    """The names in the regions of a face."""
    for index, part in enumerate(face.regions):
        at: Location = (side, "regions", index)
        for key, there in known.items():
            name = getattr(part, key, None)
            if isinstance(name, str) and name not in there:
                yield unknown_name(_word(key), name, _place(value, (*at, key)), there)
        for name in getattr(part, "fields", ()):
            if name not in known["field"]:
                yield unknown_name(_("field"), name, _place(value, (*at, "fields")), known["field"])


def _word(key: str) -> str:
    """What people call what a region refers to."""
    return {"field": _("field"), "style": _("text style")}.get(key, _("word of the language file"))


def _place(value: Value | None, location: Location) -> Place | None:
    return place_at(value, location) if value is not None else None
