"""Links as QR symbols. The only room that knows the encoder; each symbol is made once for each link.

Facts: quiet zone of four modules (ISO/IEC 18004, 2024, 6.3.8); modules of at least 0.4 mm for phones; level M,
raised to Q or H where the symbol's version stays the same, so that dirt costs less.
"""

from functools import cache

import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError

QUIET = 4
"""The white that a symbol needs around it, in modules."""
LEAST_MODULE = 0.4
"""The smallest side of a module, in mm."""


class TooMuchError(ValueError):
    """A link that no QR symbol can hold."""


@cache
def symbol(link: str) -> tuple[str, ...]:
    """The rows of a link's symbol as `0` and `1`, without quiet zone; raises TooMuchError."""
    try:
        version = _version(link, ERROR_CORRECT_M)
    except (DataOverflowError, ValueError) as error:
        raise TooMuchError(link) from error
    level = next(level for level in (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M) if _fits(link, level, version))
    code = qrcode.QRCode(version=version, error_correction=level, border=0)
    code.add_data(link)
    code.make(fit=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)


def needed_side(link: str) -> float:
    """The smallest side of a link's symbol in mm, quiet zone not counted."""
    return len(symbol(link)) * LEAST_MODULE


def _version(link: str, level: int) -> int:
    """The smallest version that holds the link at this level."""
    code = qrcode.QRCode(error_correction=level)
    code.add_data(link)
    return int(code.best_fit())


def _fits(link: str, level: int, version: int) -> bool:
    """Whether a higher level still needs no larger symbol."""
    try:
        return _version(link, level) == version
    except (DataOverflowError, ValueError):
        return False
