"""Files of YAML that an import writes: new ones whole, and those that are there with their comments and order kept."""

from __future__ import annotations

from pathlib import Path

from kaartenspel.messages import _
from kaartenspel.outputs.files import write_data
from kaartenspel.problems import Code, Problem, UsageError
from kaartenspel.reading.edit import edited
from kaartenspel.reading.emit import as_yaml
from kaartenspel.reading.files import read_bytes, read_stream
from kaartenspel.reading.remarks import lost_remarks
from kaartenspel.reading.values import Plain, plain


def write_values(
    folder: Path, target: Path, schema: str, values: Plain, *, replace: bool, schemas: str = "../schemas"
) -> list[Problem]:
    """Write values to a file of the project; gives what is to be told.

    A file that is there is changed where its values differ, and kept as `.bak`; raises UsageError where it may not be.
    `schemas` is the way from the file to the schemas, for editors.
    """
    path = folder / target
    fresh = f"# yaml-language-server: $schema={schemas}/{schema}.schema.json\n{as_yaml(values)}".encode()
    if _plain(fresh, target) != values:
        raise RuntimeError(f"{target} would not read back as what was imported")
    if not path.exists():
        write_data(path, fresh)
        return []
    before = read_bytes(path)
    if _plain(before, target) == values:
        return []
    if not replace:
        said = _("{file} is there already").format(file=target.as_posix())
        hint = _("with --replace it is changed; what was there is kept as {backup}").format(backup=f"{target.name}.bak")
        raise UsageError([Problem(Code.CANNOT_WRITE, said, hint=hint)])
    write_data(path.with_name(f"{path.name}.bak"), before)
    after = edited(before, values)
    write_data(path, after if after is not None else fresh)
    kept = _("what was there is kept as {backup}").format(backup=f"{target.name}.bak")
    if after is not None:
        gone = _("the comment ‘{text}’ stood at what is gone, and went along")
        return [Problem(Code.IMPORT_NOTE, gone.format(text=text), hint=kept, warning=True)
                for text in lost_remarks(before, after)]  # fmt: skip
    said = _("{file} could not keep its comments and order and was written anew").format(file=target.as_posix())
    return [Problem(Code.IMPORT_NOTE, said, hint=kept, warning=True)]


def _plain(data: bytes, target: Path) -> Plain | None:
    """The values in a file's bytes, or None where they cannot be read."""
    value, problems = read_stream(data, target.as_posix())
    return None if value is None or problems else plain(value)
