"""How a run ends: the exit codes of the contract, and what is said with each."""

import errno
import os
import sys
from collections.abc import Callable
from platform import python_version, system

import click

from kaartenspel import __version__
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.messages import _
from kaartenspel.problems import KaartenspelError, MachineError, UsageError

DONE, PROBLEMS, USAGE, FAULT, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 130


def guarded(run: Callable[[], object], *, as_data: bool = False) -> int:
    """The exit code of a run; whatever goes wrong is said in words, never as a traceback, `as_data` also as JSON."""
    try:
        try:
            result = run()
            sys.stdout.flush()
            return result if isinstance(result, int) else DONE
        except (Exception, KeyboardInterrupt) as error:  # a fault of ours must not look like one of the user's
            return _told(error, as_data=as_data)
    except (BrokenPipeError, KeyboardInterrupt) as error:
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else _pipe_closed()
    except SystemExit:  # outside its standalone mode, click ends so only when the reader of our output goes away
        return _pipe_closed()


def _told(error: BaseException, *, as_data: bool) -> int:
    """What went wrong, told to who reads or to the program that asked; the exit code that goes with it."""
    if isinstance(error, BrokenPipeError) or (isinstance(error, OSError) and error.errno == errno.EPIPE):
        return _pipe_closed()
    if as_data:
        problems = problems_as_data(error.problems) if isinstance(error, KaartenspelError) else [_as_data(error)]
        show_data({"results": [], "problems": problems})
    if isinstance(error, KaartenspelError):
        show_problems(error.problems)
        return exit_code(error)
    if isinstance(error, click.Abort | KeyboardInterrupt):
        say(_("Interrupted."), err=True)
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        error.show()
        return USAGE
    if isinstance(error, OSError):
        say(_machine(error), err=True)
        return MACHINE
    _report_fault(error)
    return FAULT


def exit_code(error: KaartenspelError | None) -> int:
    """The code that a run ends with, where what was wrong is told already."""
    if error is None:
        return DONE
    if isinstance(error, MachineError):
        return MACHINE
    return USAGE if isinstance(error, UsageError) else PROBLEMS


def _pipe_closed() -> int:
    """The reader of our output has read enough: nothing is wrong, and Python need not try again at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return DONE


def _machine(error: OSError) -> str:
    """What the operating system refused."""
    if error.filename is None:
        return _("the computer refused: {reason}").format(reason=error.strerror or error)
    return _("cannot read or write {file}: {reason}").format(file=error.filename, reason=error.strerror or error)


def _as_data(error: BaseException) -> dict[str, object]:
    """Anything but a problem in a file, in the shape of one."""
    if isinstance(error, click.ClickException):
        code, message = "usage", error.format_message()
    elif isinstance(error, click.Abort | KeyboardInterrupt):
        code, message = "interrupted", _("Interrupted.")
    elif isinstance(error, OSError):
        code, message = "machine", _machine(error)
    else:
        code, message = "fault", f"{type(error).__name__}: {error}"
    return {"code": code, "message": message, "hint": "", "warning": False, "file": None, "line": None, "column": None}


def _report_fault(error: BaseException) -> None:
    """What someone can send us; KAARTENSPEL_DEBUG shows where it went wrong."""
    if os.environ.get("KAARTENSPEL_DEBUG"):
        import traceback

        traceback.print_exception(error)
    say(_("This is a fault of kaartenspel, not of your files. No file was left half written."), err=True)
    line = f"{type(error).__name__}: {error} (kaartenspel {__version__}, Python {python_version()}, {system()})"
    say(_("Please report it with your deck and this line: {line}").format(line=line), err=True)
