"""`kaartenspel list sources`: for each source what of it stands on which cards, and what was left out and why."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data, show_problems, show_table
from kaartenspel.messages import _

if TYPE_CHECKING:
    from kaartenspel.press.sources import Coverage, Item, Sources


def list_sources(output_format: str) -> int:
    """Show the sources; gives the exit code."""
    from kaartenspel.press import sources

    found = sources.list_sources(Path())
    if output_format == "json":
        show_data({"sources": [_as_data(source) for source in found.sources], "left_out": dict(found.left_out)})
    else:
        _show(found)
    show_problems(found.problems)
    return 1 if any(not problem.warning for problem in found.problems) else 0


def _show(found: "Sources") -> None:
    """The items of each source, what was left out, and at the end, where people look, a line for each source."""
    for source in found.sources:
        if source.items:
            say(click.style(f"{source.origin.title} ({source.name})", bold=True))
            _rows([(item.id, item.label, _where(item)) for item in source.items])
    if found.left_out:
        say(click.style(_("Left out, and why"), bold=True))
        _rows(list(found.left_out.items()))
    show_table(
        [_("name"), _("title"), _("items on cards"), _("cards"), _("address")],
        [_summary(source) for source in found.sources],
    )


def _rows(rows: list[tuple[str, ...]]) -> None:
    """Lines in columns, with a white line behind them."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        say("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say("")


def _where(item: "Item") -> str:
    """The cards, or why there are none."""
    if item.cards:
        return ", ".join(item.cards)
    return _("left out: {reason}").format(reason=item.left_out) if item.left_out else _("on no card yet")


def _summary(source: "Coverage") -> list[str]:
    origin = source.origin
    count = _("{covered} of {count}").format(covered=source.covered, count=len(source.items)) if source.items else "–"
    address = _("archived") if origin.status == "archived" else origin.link or _("no address")
    return [source.name, origin.title, count, str(len(source.cards)), address]


def _as_data(source: "Coverage") -> dict[str, object]:
    origin = source.origin
    items = [
        {"id": item.id, "label": item.label, "cards": list(item.cards), "left_out": item.left_out or None}
        for item in source.items
    ]
    return {
        "name": source.name, "title": origin.title, "address": origin.link, "status": origin.status,
        "licence": origin.licence, "covered": source.covered, "count": len(source.items), "cards": list(source.cards),
        "items": items,
    }  # fmt: skip
