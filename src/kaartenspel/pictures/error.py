"""What keeps a picture from paper, before anyone knows in which file and line its name stands."""

from dataclasses import dataclass

from kaartenspel.problems import Code, Place, Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a picture; `{file}` in the message stands for its name."""

    code: Code
    message: str
    hint: str = ""

    def problem(self, name: str, place: Place | None) -> Problem:
        """The finding at the place where the picture is asked for."""
        return Problem(self.code, self.message.replace("{file}", name), place, self.hint.replace("{file}", name))


class PictureError(Exception):
    """A picture that cannot be used, with every reason that was found."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.message for finding in findings))
        self.findings = findings


def broken(message: str, hint: str) -> PictureError:
    """A file that is not whole, or not what it says."""
    return PictureError(Finding(Code.PICTURE_BROKEN, message, hint))


def refused(message: str, hint: str) -> PictureError:
    """A sort of picture, or a place, that is not taken."""
    return PictureError(Finding(Code.PICTURE_REFUSED, message, hint))


def too_large(message: str, hint: str) -> PictureError:
    """A picture that would take too much of the computer."""
    return PictureError(Finding(Code.PICTURE_TOO_LARGE, message, hint))
