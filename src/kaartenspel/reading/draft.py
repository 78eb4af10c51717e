"""The lines of a file while we mend them to read on, and the way back to what the user typed.

A mend exists only to find the next problem in the same run: every one of them comes with a problem.
Lines and columns count from 0 in here, as YAML's marks do; places count from 1, as people do.
"""

from kaartenspel.problems import Place, Source


class Draft:
    """Lines that may be changed, and for each change how far it moved what stands behind it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = list(source.lines)
        self._moves: dict[int, list[tuple[int, int, int]]] = {}

    @property
    def text(self) -> str:
        """The whole as YAML gets to read it."""
        return "\n".join(self.lines) + "\n"

    @property
    def edited(self) -> bool:
        """Whether columns may have moved."""
        return bool(self._moves)

    def change(self, line: int, start: int, stop: int, new: str) -> None:
        """Put `new` in the place of the columns from start up to stop.

        Once for each spot: a mend that did not help would be quoted again and again, twice as long each time.
        """
        if any(start == before for before, _removed, _added in self._moves.get(line, ())):
            return
        old = self.lines[line]
        self.lines[line] = old[:start] + new + old[stop:]
        self._moves.setdefault(line, []).append((start, stop - start, len(new)))

    def origin(self, line: int, column: int) -> int:
        """The column in the user's own file of this column in the draft."""
        for start, removed, added in reversed(self._moves.get(line, ())):
            if column >= start + added:
                column -= added - removed
            elif column > start:
                column = min(column, start + removed)
        return column

    def place(self, line: int, start: int, stop: int | None = None) -> Place:
        """The place of these columns in the user's own file, kept within what the file has."""
        line = max(0, min(line, len(self.lines) - 1))
        end = start + 1 if stop is None else stop
        if self._moves:
            start, end = self.origin(line, start), self.origin(line, end)
        length = len(self.source.lines[line]) if self.source.lines else 0
        start = max(0, min(start, length))
        return Place(self.source, line + 1, start + 1, max(1, min(end, length) - start))
