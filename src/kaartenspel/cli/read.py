"""What comes in by standard input."""

import sys

from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem, UsageError


def standard_input() -> bytes:
    """All of it; raises UsageError where a program started us without one."""
    if sys.stdin is None or sys.stdin.closed:
        raise UsageError([Problem(Code.CANNOT_READ, _("standard input is closed: there is no deck in it"))])
    return sys.stdin.buffer.read()
