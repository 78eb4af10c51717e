"""Problems and results as people read them, or as JSON for a program."""

import json
from collections.abc import Iterable, Sequence

import click

from kaartenspel.cli.console import say
from kaartenspel.messages import _, plural
from kaartenspel.problems import Place, Problem

WIDEST_SNIPPET = 100
MOST_SHOWN = 200
"""More problems than anyone reads at once; a slip that stands on each card of a deck comes thousands of times."""


def show_problems(problems: Sequence[Problem]) -> None:
    """The first problems with place, line and caret, then how many more there are, and all; on standard error."""
    for problem in _first(problems):
        say("\n".join(_lines(problem)), err=True)
    more = len(problems) - MOST_SHOWN
    if more > 0:
        say(_("… and {count} more; --format json gives all of them").format(count=more), err=True)
    if len(problems) > 1:
        count = len(problems)
        say(plural("{count} problem", "{count} problems", count).format(count=count), err=True)


def _first(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that are shown, by place; a warning never takes the room of what must be mended."""
    by_weight = sorted(problems, key=lambda problem: (problem.warning, problem.order))
    return sorted(by_weight[:MOST_SHOWN], key=lambda problem: problem.order)


def _lines(problem: Problem) -> Iterable[str]:
    """One problem: where and what, the line, the caret, what to do."""
    sort = _("warning: ") if problem.warning else ""
    colour = "yellow" if problem.warning else "red"
    said = click.style(f"{sort}{problem.message}", fg=colour) + f" [{problem.code}]"
    if problem.place is None:
        yield said
    else:
        place = problem.place
        yield click.style(f"{place.said}: ", bold=True) + said
        yield from _snippet(place)
    if problem.hint:
        yield f"   {problem.hint}"


def _snippet(place: Place) -> Iterable[str]:
    """The line with its number and a caret under what is meant; of a long line only the part around it."""
    text = place.text.replace("\t", " ")
    if not text:
        return
    start = max(0, place.column - 1 - WIDEST_SNIPPET // 2) if len(text) > WIDEST_SNIPPET else 0
    shown = text[start : start + WIDEST_SNIPPET]
    cut_left, cut_right = "…" if start else "", "…" if start + WIDEST_SNIPPET < len(text) else ""
    number = f"{place.line:5}"
    column = place.column - 1 - start
    width = max(1, min(place.width, len(shown) - column))
    yield f"{number} | {cut_left}{shown}{cut_right}"
    yield f"{' ' * len(number)} | {' ' * (column + len(cut_left))}{'^' * width}"


def problems_as_data(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """The problems for a program."""
    return [
        {
            "code": str(problem.code),
            "message": problem.message,
            "hint": problem.hint,
            "warning": problem.warning,
            "file": problem.place.source.name if problem.place else None,
            "line": problem.place.line if problem.place else None,
            "column": problem.place.column if problem.place else None,
        }
        for problem in sorted(problems, key=lambda problem: problem.order)
    ]


def show_data(data: object) -> None:
    """Data as JSON on standard output."""
    say(json.dumps(data, ensure_ascii=False, indent=2))


def show_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as what stands in them."""
    widths = [max(len(row[index]) for row in (heads, *rows)) for index in range(len(heads))]
    for number, row in enumerate((heads, *rows)):
        cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        say(click.style(cells, bold=True) if number == 0 else cells)
