"""The formats of a script, each a line in one table: which files it gives, and what writes them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.outputs.files import write_file
from kaartenspel.press.script_request import Format, ScriptRequest
from kaartenspel.problems import Code, Problem

if TYPE_CHECKING:
    from kaartenspel.press.script import Ready

Write = Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to write. `edited` says whether the file that is there was changed by hand: then it stays."""

    target: Path
    write: Write
    edited: Callable[[Path], bool] = lambda _path: False


def copies(ready: "Ready", request: ScriptRequest, project: Project) -> Iterator[Copy]:
    """The files of all formats that were asked for; everything is set now, so that problems come before writing."""
    for name in request.formats:
        yield from _MAKERS[name](ready, request, project)


def write_copy(copy: Copy) -> Path:
    """Write a file; gives its path, which is one with a number where the file there was changed by hand."""
    target, number = copy.target, 2
    while target.exists() and copy.edited(target):
        target = copy.target.with_name(f"{copy.target.stem}-{number}{copy.target.suffix}")
        number += 1
    write_file(target, copy.write)
    return target


def _target(ready: "Ready", request: ScriptRequest, suffix: str) -> Path:
    return request.output / f"{ready.script.name}{suffix}"


def _pdf(ready: "Ready", request: ScriptRequest, project: Project) -> Iterator[Copy]:
    from kaartenspel.press.script_pdf import Setting, script_pdfs, write_script_pdf  # noqa: PLC0415  who asks for it

    setting = Setting(project, ready.theme, ready.words, ready.faces, ready.place, project.school)
    pdfs, problems = script_pdfs(setting, ready.script)
    project.problems += problems
    for pdf in pdfs:
        yield Copy(_target(ready, request, pdf.suffix), write_script_pdf(pdf, ready.faces))


def _docx(ready: "Ready", request: ScriptRequest, project: Project) -> Iterator[Copy]:
    from kaartenspel.outputs.script_docx import write_docx  # noqa: PLC0415  python-docx takes a while to load
    from kaartenspel.outputs.word import edited  # noqa: PLC0415  the same

    made = BytesIO()
    write_docx(ready.script, ready.words, ready.theme, request.template, made, _name(project))
    yield Copy(_target(ready, request, ".docx"), lambda stream: _all(stream, made.getvalue()), edited)


def _html(ready: "Ready", request: ScriptRequest, project: Project) -> Iterator[Copy]:
    from kaartenspel.outputs.script_html import html  # noqa: PLC0415  jinja takes a while to load

    text = html(ready.script, ready.words, ready.theme, ready.faces, _name(project)).encode()
    yield Copy(_target(ready, request, ".html"), lambda stream: _all(stream, text))


def _markdown(ready: "Ready", request: ScriptRequest, _project: Project) -> Iterator[Copy]:
    from kaartenspel.outputs.script_markdown import markdown  # noqa: PLC0415  the same

    text = markdown(ready.script, ready.words).encode()
    yield Copy(_target(ready, request, ".md"), lambda stream: _all(stream, text))


def _calendar(ready: "Ready", request: ScriptRequest, project: Project) -> Iterator[Copy]:
    from kaartenspel.outputs.script_ical import calendar  # noqa: PLC0415  the same

    if all(meeting.date is None for meeting in ready.script.meetings):
        said, hint = _("without a date this plan gives an empty calendar"), _("write ‘date: 2027-01-20’ in the plan")
        project.problems.append(Problem(Code.MISSING_FIELD, said, ready.place, hint, warning=True))
        return

    text = calendar(ready.script)
    yield Copy(_target(ready, request, ".ics"), lambda stream: _all(stream, text))


def _name(project: Project) -> str:
    """The school whose edition the script is of."""
    return project.school.name if project.school else ""


def _all(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)


_MAKERS: dict[Format, Callable[["Ready", ScriptRequest, Project], Iterator[Copy]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
    "md": _markdown,
    "ics": _calendar,
}
