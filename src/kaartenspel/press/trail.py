"""What a build read, and how each of those files was then: enough to tell whether it would be another one now."""

from collections.abc import Iterator
from pathlib import Path

from kaartenspel.load.layouts import SORTS
from kaartenspel.load.project import Project
from kaartenspel.model.theme import Theme
from kaartenspel.pictures.find import SUFFIXES
from kaartenspel.reading.find import SUFFIXES as YAML
from kaartenspel.reading.values import Fields, Items, Scalar, Value

Stamp = tuple[int, int, int]
NAMED = (*SUFFIXES, ".ttf", ".otf")


def stamp(path: Path) -> Stamp | None:
    """Time, size and number of a file, which together change with every way of saving; None where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class Trail(Project):
    """A project that remembers each file it asks for, as it was just before it was read."""

    def __init__(self, folder: Path, edition: Path | None = None) -> None:
        self.stamps: dict[Path, Stamp | None] = {}
        super().__init__(folder, edition)
        self.layouts = layouts(folder)

    def value(self, path: Path) -> Value | None:
        """What stands in a file; pictures and fonts that it names are remembered with it, there or not."""
        self.note(path)
        value = super().value(path)
        for name in _names(value):
            self.note(path.parent / name)
        return value

    def theme_fonts(self, theme: Theme, path: Path | None = None) -> dict[str, Path]:
        """The font files of a theme."""
        fonts = super().theme_fonts(theme, path)
        for font in fonts.values():
            self.note(font)
        return fonts

    def changed(self) -> bool:
        """Whether a build would read something else now."""
        if layouts(self.folder) != self.layouts:
            return True
        return any(stamp(path) != before for path, before in self.stamps.items())

    def note(self, path: Path) -> None:
        """Remember how a file is now."""
        if path not in self.stamps:
            self.stamps[path] = stamp(path)


def layouts(folder: Path) -> frozenset[Path]:
    """The project's own layouts and register: a new one may take the place of what was read."""
    register = folder / "decks" / "sources.yaml"
    found = [path for sort in SORTS for path in (folder / sort).glob("*") if path.suffix in YAML]
    return frozenset([*found, *([register] if register.is_file() else [])])


def _names(value: Value | None) -> Iterator[str]:
    """The names of files in a value."""
    if isinstance(value, Scalar):
        if value.text.lower().endswith(NAMED) and "\0" not in value.text:
            yield value.text
    elif isinstance(value, Fields):
        for _key, inner in value.entries:
            yield from _names(inner)
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _names(inner)
