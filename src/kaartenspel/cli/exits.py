"""How a run ends: the exit codes of the contract, and what is said with each."""

import os
import sys
from collections.abc import Callable

import click

from kaartenspel.cli.report import show_problems
from kaartenspel.messages import _
from kaartenspel.problems import KaartenspelError, MachineError, UsageError

DONE, PROBLEMS, USAGE, FAULT, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 130


def guarded(run: Callable[[], object]) -> int:
    """The exit code of a run; whatever goes wrong is said in words, never as a traceback."""
    try:
        result = run()
        sys.stdout.flush()
        return result if isinstance(result, int) else DONE
    except KaartenspelError as error:
        show_problems(error.problems)
        return _code(error)
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted."), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of our output went away
        return DONE
    except OSError as error:
        click.echo(
            _("cannot read or write {file}: {reason}").format(file=error.filename, reason=error.strerror), err=True
        )
        return MACHINE
    except Exception as error:  # noqa: BLE001  a fault of ours must not look like one of the user's
        _report_fault(error)
        return FAULT


def _code(error: KaartenspelError) -> int:
    if isinstance(error, MachineError):
        return MACHINE
    return USAGE if isinstance(error, UsageError) else PROBLEMS


def _report_fault(error: Exception) -> None:
    """What someone can send us; KAARTENSPEL_DEBUG shows where it went wrong."""
    if os.environ.get("KAARTENSPEL_DEBUG"):
        import traceback

        traceback.print_exception(error)
    click.echo(_("This is a fault of kaartenspel, not of your files. Nothing was written over."), err=True)
    told = _("Please report it with your deck and this line: {line}")
    click.echo(told.format(line=f"{type(error).__name__}: {error}"), err=True)
