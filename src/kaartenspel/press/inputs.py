"""Everything that decides about the bytes of a deck's PDF, as one fingerprint."""

import sys
import zlib
from dataclasses import fields
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.fingerprint import Walk
from kaartenspel.press.job import Job
from kaartenspel.reading.find import PACKAGE

LIBRARIES = ("pikepdf", "pillow", "pydantic", "pyphen", "pypdfium2", "qrcode", "reportlab", "uharfbuzz", "zxing-cpp")
"""Those whose next version may write other bytes, or find something else wrong."""
NOT_OF_BYTES = ("decks", "stdin", "output", "edition", "output_profile", "jobs", "again", "part")
"""What a request says of where things come from and go to; what stands there is looked at itself."""
ROOMS = ("layouts/sizes", "layouts/papers", "layouts/sheets")
"""Layouts that a build asks for by itself, to scale a kind or to propose a size."""
_NOT_OURS = {"__pycache__", "shipped"}


class Inputs:
    """The fingerprints of a run's jobs; each file is read once."""

    def __init__(self) -> None:
        self._files: dict[Path, str] = {}
        self._program = ""
        self._walk = Walk()

    def of(self, job: Job) -> str:
        """What a job is made of: the checked deck and layouts, the files that they name, the program itself."""
        request, project = job.request, job.project
        self._program = self._program or program()
        rooms = [(name, self._file(found.path)) for sort in ROOMS for name, found in project.names(sort).items()]
        faces = job.measure.paths if isinstance(job.measure, Faces) else {}
        return self._walk.fingerprint(
            self._program,
            type(job).__name__,
            {field.name: getattr(request, field.name) for field in fields(request) if field.name not in NOT_OF_BYTES},
            self._file(request.output_profile) if request.output_profile else None,
            (job.deck, job.cards, job.size, job.grid, job.theme, job.words, job.moves),
            project.shop(request.shop) if request.shop else None,
            project.kind("blank", None) if request.sets else None,
            rooms,
            {name: self._file(path) for name, path in faces.items()},
        )

    def forget(self) -> None:
        """Nothing more is asked of the projects of these jobs; what is in files stays known."""
        self._walk = Walk()

    def _file(self, path: Path) -> str:
        """What is in a file; of one that cannot be read the build itself tells."""
        if path not in self._files:
            try:
                self._files[path] = sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._files[path] = ""
        return self._files[path]


def program() -> str:
    """Our own files, fonts and profiles among them, and what they run on."""
    ours = sorted(path for path in PACKAGE.rglob("*") if not _NOT_OURS & {*path.relative_to(PACKAGE).parts})
    digest = sha256(f"{sys.version_info} {sys.platform} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in ours:
        if path.is_file():
            digest.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()
