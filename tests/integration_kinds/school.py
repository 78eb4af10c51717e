"""A school's project, written as files in an empty folder, and what the tool makes of it."""

import os
import subprocess
import sys
from pathlib import Path

from pdfkit import Finished

from kaartenspel.press.build import build
from kaartenspel.press.check import check
from kaartenspel.press.request import BuildRequest, Result
from kaartenspel.problems import KaartenspelError

START = "import sys; from kaartenspel.cli import main; sys.exit(main())"


class School:
    """A folder with files of its own, and no code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, **files: str) -> "School":
        """Files by their path: `layouts__kinds__droom` is layouts/kinds/droom.yaml."""
        for name, text in files.items():
            path = self.folder / (name.replace("__", "/").replace("_", "-") + ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def build(self, deck: str, **asked) -> tuple[Finished, Result]:
        request = BuildRequest(decks=(deck,), output=self.folder / "output", **asked)
        (result,), warnings = build(request, self.folder)
        assert warnings == []
        return Finished.of(result.file), result

    def problems(self, *names: str) -> list[tuple[str, int, str]]:
        """What is wrong: the file, the line and the code of each problem."""
        try:
            found, _looked = check(names, self.folder)
        except KaartenspelError as error:
            found = error.problems
        return [(Path(each.place.source.name).name, each.place.line, str(each.code)) for each in found if each.place]

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """A command as it is typed in this folder, such as `kaartenspel list kinds`."""
        program, *arguments = command.split()
        assert program == "kaartenspel"
        return subprocess.run(
            [sys.executable, "-X", "utf8", "-c", START, *arguments],
            cwd=self.folder,
            env=os.environ | {"XDG_CONFIG_HOME": str(self.folder / ".config")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
