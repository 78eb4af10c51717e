"""The results of a build: a table for people, plain values for a program."""

from pathlib import Path
from typing import TYPE_CHECKING

from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_table
from kaartenspel.messages import _, plural

if TYPE_CHECKING:
    from kaartenspel.press.request import Ink, Result


def show_results(results: list["Result"]) -> None:
    """The table: files, cards, sheets of paper, what to tell the printer, and where a proof is."""
    if not results:
        return
    heads = [_("file"), _("cards"), _("sheets"), _("tell the printer")]
    rows = [[result.file.as_posix(), _cards(result), _sheets(result), _how(result)] for result in results]
    beside: dict[str, list[Path | None]] = {_("proof"): [result.proof for result in results]}
    beside |= {head: [result.beside.get(name) for result in results] for name, head in _beside().items()}
    for head, paths in beside.items():
        if any(paths):
            heads.append(head)
            for row, path in zip(rows, paths, strict=True):
                row.append(path.as_posix() if path else "")
    if any(result.ink for result in results):
        heads.append(_("ink a side"))
        for row, result in zip(rows, results, strict=True):
            row.append(_ink(result))
    show_table(heads, rows)
    for said in dict.fromkeys(said for result in results for said in result.told):
        say(said)


def _beside() -> dict[str, str]:
    """What may be made beside the cards, and how it is called."""
    return {
        "overview": _("overview"), "cutting_plan": _("cutting plan"), "band": _("band"), "contents": _("contents"),
    }  # fmt: skip


def _cards(result: "Result") -> str:
    each = f"{result.cards}" + (f" + {result.blanks} " + _("blank") if result.blanks else "")
    return f"{result.sets} × ({each})" if result.sets > 1 else each


def _sheets(result: "Result") -> str:
    if result.shop:
        return plural("{count} page", "{count} pages", result.sides).format(count=result.sides) + f" ({result.size})"
    if result.screen:
        return f"{result.sides} × {result.size}"
    return f"{result.sheets} × {result.paper.upper()} ({result.size})"


def _how(result: "Result") -> str:
    """What to choose in the print dialog."""
    hows = {
        "long-edge": _("100 %, both sides, long edge"),
        "short-edge": _("100 %, both sides, short edge"),
        "fold": _("100 %, one side; fold, then cut"),
        "none": _("100 %, one side"),
    }
    if result.shop:
        return _("hand in at {shop}").format(shop=result.shop)
    return _("for the screen: show full page") if result.screen else hows[result.duplex]


def _ink(result: "Result") -> str:
    """All four inks together, in per cent of the paper’s surface."""
    ink = result.ink
    if ink is None:
        return ""
    if ink.back is None:
        return f"{_percent(ink.average)} %"
    said = _("{average} % (fronts {front} %, backs {back} %)")
    return said.format(average=_percent(ink.average), front=_percent(ink.front), back=_percent(ink.back))


def _percent(value: float) -> str:
    # Translators: the decimal sign
    return f"{value:.1f}".replace(".", _("."))


def as_data(result: "Result") -> dict[str, object]:
    """A result for a program."""
    return {
        "deck": result.deck, "file": result.file.as_posix(), "cards": result.cards, "blanks": result.blanks,
        "sets": result.sets, "sheets": result.sheets, "sides": result.sides, "per_sheet": result.per_sheet,
        "paper": result.paper, "size": result.size, "duplex": result.duplex, "printer": _how(result),
        "proof": result.proof.as_posix() if result.proof else None,
        **{name: result.beside[name].as_posix() if name in result.beside else None for name in _beside()},
        "skipped": result.skipped, "shop": result.shop or None,
        "files": [path.as_posix() for path in result.files or (result.file,)],
        "ink": _ink_data(result.ink) if result.ink else None, "told": list(result.told),
    }  # fmt: skip


def _ink_data(ink: "Ink") -> dict[str, float | None]:
    names = ("cyan", "magenta", "yellow", "black")
    each = {name: round(share, 1) for name, share in zip(names, ink.inks, strict=True)}
    back = None if ink.back is None else round(ink.back, 1)
    return {"average": round(ink.average, 1), "front": round(ink.front, 1), "back": back, **each}


def skipped_said(results: "list[Result]") -> str:
    """How many PDFs were made for editions, and how many were right already."""
    skipped = sum(result.skipped for result in results)
    said = plural("{count} PDF made", "{count} PDFs made", len(results) - skipped).format(count=len(results) - skipped)
    if not skipped:
        return said
    more = plural("{count} skipped, which was right already", "{count} skipped, which were right already", skipped)
    return f"{said}, {more.format(count=skipped)} (--again)"
