"""`kaartenspel edition`: what changed under an edition, that it was looked at, and an example to look at."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.messages import _, plural

if TYPE_CHECKING:
    from kaartenspel.press.edition import Change


def command() -> click.Command:
    """Its commands with their help in the language of the run."""
    group = click.Group(
        "edition",
        short_help=_("Shows what changed in the decks under a school’s edition."),
        help=_("What changed in the decks that came along, under the words of a school’s own."),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
    )
    group.add_command(_status_command())
    group.add_command(_accept_command())
    group.add_command(_example_command())
    return group


def _status_command() -> click.Command:
    return options.command(
        "status",
        _("Lists cards that were reworded, renamed, added or removed since."),
        _("Lists cards that were reworded, renamed, added or removed since; old, new and yours under each other."),
        [
            click.Argument(["name"], required=False, metavar=_("[EDITION]")),
            click.Option(["--strict"], is_flag=True, help=_("Exit code 1 where there is something to look at.")),
            click.Option(["--to"], type=click.Choice(["docx"]), help=_("A Word file too, for who decides.")),
            click.Option(
                ["--output"], type=click.Path(path_type=Path), metavar=_("FILE"),
                help=_("The Word file (.docx) to write; without it one in ‘output’."),
            ),
        ],
        _status,
    )  # fmt: skip


def _accept_command() -> click.Command:
    return options.command(
        "accept",
        _("Takes note of what changed, so that status no longer tells it."),
        _("Takes note of what changed in these cards (deck/card, or all), so that status no longer tells it."),
        [
            click.Argument(["name"], metavar=_("EDITION")),
            click.Argument(["cards"], nargs=-1, required=True, metavar=_("CARD…")),
        ],
        _accept,
    )  # fmt: skip


def _example_command() -> click.Command:
    return options.command(
        "example",
        _("Copies the edition of an invented school, to look at."),
        _("Copies the edition of an invented school into ‘editions’, to look at, to build and to change."),
        [],
        _example,
    )


def _status(name: str | None, strict: bool, to: str | None, output: Path | None, output_format: str) -> int:
    from kaartenspel.press.edition import status

    edition = _edition(name)
    target = _target(edition, to, output)
    changes, warnings = status(edition, Path())
    written = _write(changes, edition, target) if target else None
    if output_format == "json":
        files = {"file": written.as_posix()} if written else {}
        data = {"changes": [_as_data(change) for change in changes], "problems": problems_as_data(warnings)}
        show_data(data | files)
    else:
        show_problems(warnings)
        _show(changes)
        _show_written(target, written)
    return 1 if strict and changes else 0


def _target(edition: Path, to: str | None, output: Path | None) -> Path | None:
    """The Word file to write, if one was asked for."""
    if output is not None and output.suffix.lower() != ".docx":
        said = _("{file} is no name of a Word file: let it end in .docx").format(file=output.as_posix())
        raise click.BadParameter(said, param_hint="--output")
    return output or (Path("output") / edition.resolve().name / "status.docx" if to else None)


def _write(changes: list["Change"], edition: Path, target: Path) -> Path:
    from kaartenspel.press.edition_docx import write_status_docx

    return write_status_docx(changes, edition.resolve().name, target)


def _show_written(target: Path | None, written: Path | None) -> None:
    """Where the Word file is."""
    if written is None:
        return
    said = _("{file} is written.")
    if written != target:
        said = _("{file} is new: the earlier one was changed by hand, and stays.")
    say(said.format(file=written.as_posix()))


def _accept(name: str, cards: tuple[str, ...], output_format: str) -> int:
    from kaartenspel.press.edition import accept

    changes = accept(_edition(name), Path(), cards)
    if output_format == "json":
        show_data({"accepted": [_as_data(change) for change in changes]})
    else:
        count = len(changes)
        say(plural("{count} change noted.", "{count} changes noted.", count).format(count=count))
    return 0


def _example(output_format: str) -> int:
    from kaartenspel.press.new_edition import EXAMPLE, copy_example

    path = copy_example(Path())
    if output_format == "json":
        show_data({"results": [{"edition": EXAMPLE, "file": path.as_posix()}], "problems": []})
    else:
        said = _("{file} is ready. Change it, and then: kaartenspel build --edition {name}")
        say(said.format(file=path.as_posix(), name=EXAMPLE))
    return 0


def _edition(name: str | None) -> Path:
    """The edition of this name, or the only one there is."""
    from kaartenspel.press.editions import find_editions, own_editions

    known = own_editions(Path())
    if name is None and len(known) != 1:
        there = ", ".join(known) or _("none")
        raise click.UsageError(_("Name the edition: there is {known}.").format(known=there))
    return find_editions([name or next(iter(known))], Path())[0]


def _show(changes: list["Change"]) -> None:
    """Each change with what was said, what is said now, and what the edition says."""
    from kaartenspel.press.edition import what_changed

    if not changes:
        say(_("Nothing changed in the decks under this edition."))
    for change in changes:
        say(click.style(f"{change.deck}/{change.card}: ", bold=True) + what_changed(change))
        for line in change.lines:
            rows = [(_("was"), line.old), (_("is now"), line.new), (_("yours"), line.ours)]
            for head, words in rows:
                if words:
                    say(f"   {line.field}, {head}: {words}")
    if changes:
        count = len(changes)
        said = plural("{count} card to look at.", "{count} cards to look at.", count).format(count=count)
        say(f"{said} " + _("Looked at? kaartenspel edition accept EDITION CARD"))


def _as_data(change: "Change") -> dict[str, object]:
    lines = [{"field": line.field, "old": line.old, "new": line.new, "ours": line.ours} for line in change.lines]
    return {"deck": change.deck, "card": change.card, "change": change.sort, "now": change.now, "fields": lines}
