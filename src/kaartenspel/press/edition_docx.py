"""`edition status` as a Word file for who decides: each change with what can be done about it."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from kaartenspel.messages import _, language
from kaartenspel.outputs.edition_docx import Told, write_status
from kaartenspel.outputs.word import edited
from kaartenspel.press.edition import Change, what_changed
from kaartenspel.press.script_formats import Copy, write_copy


def write_status_docx(changes: Iterable[Change], edition: str, target: Path) -> Path:
    """Write the file; gives its path, which is one with a number where the file there was changed by hand.

    Raises MachineError where it cannot be written.
    """
    made = BytesIO()
    title = _("What changed under the edition ‘{edition}’").format(edition=edition)
    write_status(title, [_told(change, edition) for change in changes], language(), made)

    def write(stream: BinaryIO) -> None:
        stream.write(made.getvalue())

    return write_copy(Copy(target, write, edited))


def _told(change: Change, edition: str) -> Told:
    rows = tuple((line.field, line.old, line.new, line.ours) for line in change.lines)
    command = f"kaartenspel edition accept {edition} {change.deck}/{change.card}"
    said = what_changed(change)
    what = f"{said[0].upper()}{said[1:]}."
    return Told(change.deck, change.card, what, _todo(change), command, rows, open=change.sort != "renamed")


def _todo(change: Change) -> str:
    """What a school can do, by what happened."""
    return {
        "changed": _("read your words beside the new ones; where they no longer fit, change them in edition.yaml."),
        "renamed": _("nothing: what you wrote under the old name goes along."),
        "appeared": _("nothing if the card may take part; otherwise write its name under ‘hide’ in edition.yaml."),
        "gone": _("remove its name from edition.yaml if it stands there; to keep the card, write it under ‘add’."),
    }[change.sort]
