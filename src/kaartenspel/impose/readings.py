"""What the calibration sheet's readings mean: letters become shifts, and shifts at four places one move.

Lengths are millimetres on the back as it is seen, right and down. A letter tells by how much the back must be moved
there: A is −4 mm, I is none, Q is +4 mm; two neighbours (`IJ`) are halfway.
"""

from dataclasses import dataclass
from math import degrees

from kaartenspel.drawing import Adjustment
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem, UsageError

STEP = 0.5
LETTERS = "ABCDEFGHIJKLMNOPQ"
PITCH = 5.0
"""Between two lines of a scale on the front; on the back it is PITCH + STEP."""
NEAR_EDGE, FROM_EDGE = 25.0, 45.0
"""How far the scales stand from the edge of the paper; a sheet that lies sideways has no room for the larger one."""
RULE = 100.0
MOST_SCALED = 0.02
"""A rule that differs by more was printed by a driver that scales: that is to be switched off, not mended."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Where lines of front and back meet on the four scales, in steps from the middle one (I is 0)."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lengths measured of the rules of 100 mm on front and back, across and down."""

    front_across: float = RULE
    back_across: float = RULE
    front_down: float = RULE
    back_down: float = RULE

    def scales(self) -> tuple[float, float]:
        """How wide and high the back must become to be like the front; raises UsageError where a driver scales."""
        measured = (self.front_across, self.back_across, self.front_down, self.back_down)
        wrong = next((length for length in measured if abs(length / RULE - 1) > MOST_SCALED), None)
        if wrong is not None:
            said = _("a rule of 100 mm came out as {length} mm: the printer scales").format(length=f"{wrong:g}")
            hint = _("choose ‘actual size’ or 100 % in the print dialog, and print the sheet again")
            raise UsageError([Problem(Code.WRONG_VALUE, said, hint=hint)])
        return self.front_across / self.back_across, self.front_down / self.back_down


def arms(width: float, height: float) -> tuple[float, float]:
    """How far the scales at left and right, and those at top and bottom, stand from the middle of the paper."""
    return width / 2 - NEAR_EDGE, height / 2 - (FROM_EDGE if width <= height else NEAR_EDGE)


def step(letters: str) -> float:
    """A reading in steps from the middle: `K` is 2, `KL` 2.5; raises UsageError for what is no reading."""
    said = letters.strip().upper()
    places = [LETTERS.find(letter) for letter in said]
    if len(said) in (1, 2) and min(places) >= 0 and max(places) - min(places) <= 1:
        return sum(places) / len(places) - LETTERS.index("I")
    message = _("‘{letters}’ is no reading").format(letters=letters)
    hint = _("give a letter from A to Q, or two neighbours such as KL; no letter meets its own: more than 4 mm off")
    raise UsageError([Problem(Code.WRONG_VALUE, message, hint=hint)])


def solved(readings: Readings, scales: tuple[float, float], width: float, height: float) -> Adjustment:
    """The one move of the back that makes all four scales meet, on paper of this size.

    A turn shows as opposite shifts at opposite sides; what differs after that is left as the mean.
    """
    across, down = arms(width, height)
    stretch_x, stretch_y = (PITCH * (scale - 1) for scale in scales)
    top, bottom = (place * (STEP - stretch_x) for place in (readings.top, readings.bottom))
    left, right = (place * (STEP - stretch_y) for place in (readings.left, readings.right))
    turn = ((top - bottom) * down + (right - left) * across) / (2 * (across**2 + down**2))
    return Adjustment((top + bottom) / 2, (left + right) / 2, degrees(turn), *scales)
