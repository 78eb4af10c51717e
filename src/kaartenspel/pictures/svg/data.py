"""The `d` of a path: all commands of SVG, absolute and relative, as lines and cubic curves (SVG 2, 9.3)."""

import math
import re

from kaartenspel.drawing import Point, Segment
from kaartenspel.pictures.svg.arc import arc
from kaartenspel.pictures.svg.matrix import NUMBER
from kaartenspel.pictures.svg.reasons import misread

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_GAP = re.compile(r"[\s,]*")
_NUMBER = re.compile(NUMBER)
_FLAGS = (3, 4)


def segments(text: str) -> list[Segment]:
    """The steps of a path."""
    return _Pen(text).draw()


class _Pen:
    """A pen that follows the commands."""

    def __init__(self, text: str) -> None:
        self._text, self._place = text, 0
        self._steps: list[Segment] = []
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._control: Point | None = None
        self._last = ""

    def draw(self) -> list[Segment]:
        """All steps; what comes first must be a move."""
        command = ""
        while self._skip():
            letter = self._text[self._place]
            if letter.upper() in _COUNTS:
                command = letter
                self._place += 1
            elif not command or command in "Zz":
                raise misread(self._text[self._place :])
            if not self._steps and command not in "Mm":
                raise misread(self._text)
            self._step(command)
            command = {"M": "L", "m": "l"}.get(command, command)
        return self._steps

    def _skip(self) -> bool:
        found = _GAP.match(self._text, self._place)
        self._place = found.end() if found else self._place
        return self._place < len(self._text)

    def _number(self) -> float:
        self._skip()
        found = _NUMBER.match(self._text, self._place)
        value = float(found.group()) if found else math.inf
        if not found or not abs(value) < 1e9:
            raise misread(self._text[self._place :] or self._text)
        self._place = found.end()
        return value

    def _flag(self) -> float:
        """A flag of an arc is one digit, which the next number may follow at once."""
        self._skip()
        if self._text[self._place : self._place + 1] not in ("0", "1"):
            raise misread(self._text[self._place :])
        self._place += 1
        return float(self._text[self._place - 1])

    def _step(self, command: str) -> None:
        name = command.upper()
        values = [self._flag() if name == "A" and index in _FLAGS else self._number() for index in range(_COUNTS[name])]
        x, y = self._at if command.islower() else (0.0, 0.0)
        if name == "Z":
            self._close()
        elif name in "HV":
            self._line((x + values[0], self._at[1]) if name == "H" else (self._at[0], y + values[0]))
        elif name == "A":
            self._arc(values, (x + values[5], y + values[6]))
        else:
            points = [(x + values[at], y + values[at + 1]) for at in range(0, len(values), 2)]
            self._points(name, points)
        self._last = name

    def _points(self, name: str, points: list[Point]) -> None:
        end = points[-1]
        if name == "M":
            self._steps.append(Segment("move", (end,)))
            self._at = self._start = end
        elif name == "L":
            self._line(end)
        elif name in "CS":
            first = points[0] if name == "C" else self._mirrored("CS")
            self._curve(first, points[-2], end)
            self._control = points[-2]
        else:
            control = points[0] if name == "Q" else self._mirrored("QT")
            self._curve(_towards(self._at, control), _towards(end, control), end)
            self._control = control

    def _mirrored(self, names: str) -> Point:
        """The control of the curve before, on the other side; where there was no such curve, the point itself."""
        if self._last not in names or not self._last or self._control is None:
            return self._at
        return 2 * self._at[0] - self._control[0], 2 * self._at[1] - self._control[1]

    def _arc(self, values: list[float], end: Point) -> None:
        radii, turn = (abs(values[0]), abs(values[1])), values[2]
        if end == self._at:
            return
        if not all(radii):
            self._line(end)
            return
        for curve in arc(self._at, end, radii, turn, large=values[3] == 1, sweep=values[4] == 1):
            self._curve(*curve)

    def _line(self, end: Point) -> None:
        self._reopen()
        self._steps.append(Segment("line", (end,)))
        self._at = end

    def _curve(self, first: Point, second: Point, end: Point) -> None:
        self._reopen()
        self._steps.append(Segment("curve", (first, second, end)))
        self._at = end

    def _close(self) -> None:
        self._steps.append(Segment("close"))
        self._at = self._start

    def _reopen(self) -> None:
        """What follows a close without a move starts where the closed part did."""
        if self._steps[-1].kind == "close":
            self._steps.append(Segment("move", (self._start,)))


def _towards(point: Point, control: Point) -> Point:
    """The control of a cubic curve that is the same as a quadratic one."""
    return point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3
