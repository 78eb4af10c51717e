"""`kaartenspel new deck NAME`, `new plan`, `new edition`, `new agreements`: a first file that is right at once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data
from kaartenspel.messages import _

WHAT = ("deck", "plan", "edition", "agreements")
STANDARD_KIND = "statement"


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "new",
        _("Makes a first deck or plan to change: kaartenspel new deck my-deck."),
        _(
            "Makes a first deck in ‘decks’, or a first plan of a meeting in ‘workshops’, that is right at once and"
            " tells in its lines what you can change; or an empty list of agreements (.xlsx) to fill in."
        ),
        [
            click.Argument(["what"], type=click.Choice(WHAT), metavar="deck|plan|edition|agreements"),
            click.Argument(["name"], metavar=_("NAME")),
            click.Option(
                ["--kind"], metavar=_("NAME"),
                help=_("Kind of the cards of a deck (kaartenspel list kinds); statement without this."),
            ),
            *_of_edition(),
        ],
        _new,
    )  # fmt: skip


def _of_edition() -> list[click.Option]:
    """What a school tells of itself."""
    return [
        click.Option(["--school"], metavar=_("NAME"), help=_("Of an edition: the school’s name, as on its cards.")),
        click.Option(
            ["--logo"], type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_("Of an edition: the logo, an SVG, PNG or JPEG, which is copied into its folder."),
        ),
        click.Option(
            ["--colours"], metavar=_("COLOURS"),
            help=_("Of an edition: one or two colours as ‘#0f6e78,#b45309’, or ‘logo’ to take them from there."),
        ),
        click.Option(
            ["--vision"], multiple=True, metavar=_("TEXT"),
            help=_("Of an edition: a statement of the school’s vision; may be given more than once."),
        ),
    ]  # fmt: skip


def _new(what: str, name: str, kind: str | None, output_format: str, **school: Any) -> int:
    from kaartenspel.press.new import new_deck, new_plan

    if what != "deck" and kind is not None:
        raise click.UsageError(_("--kind is of a deck: a plan or edition has no kind"))
    if what != "edition" and any(school.values()):
        raise click.UsageError(_("--school, --logo, --colours and --vision are of an edition"))
    made: dict[str, Callable[[], Path]] = {
        "deck": lambda: new_deck(name, kind or STANDARD_KIND, Path()),
        "plan": lambda: new_plan(name, Path()),
        "edition": lambda: _new_edition(name, **(_asked(school) if _may_ask(school, output_format) else school)),
        "agreements": lambda: _new_agreements(name),
    }
    path = made[what]()
    if output_format == "json":
        show_data({"results": [{what: name, "file": path.as_posix()}], "problems": []})
    else:
        say(_ready(what).format(file=path.as_posix(), name=name))
    return 0


def _ready(what: str) -> str:
    """How to go on."""
    said = {
        "deck": _("{file} is ready. Change it, and then: kaartenspel build {name}"),
        "plan": _("{file} is ready. Change it, and then: kaartenspel script {name}"),
        "edition": _("{file} is ready. Change it, and then: kaartenspel build --edition {name}"),
        "agreements": _("{file} is ready. Fill it in, and then: kaartenspel harvest --agreements {file}"),
    }
    return said[what]


def _new_agreements(name: str) -> Path:
    from kaartenspel.press.agreements import new_agreements

    return new_agreements(name, Path())


def _new_edition(
    name: str, school: str | None, logo: Path | None, colours: str | None, vision: tuple[str, ...]
) -> Path:
    from kaartenspel.press.new_edition import new_edition

    named = tuple(part.strip() for part in (colours or "").split(",") if part.strip())
    return new_edition(name, Path(), school=school, logo=logo, colours=named, vision=vision)


def _may_ask(school: dict[str, Any], output_format: str) -> bool:
    """Only people at a terminal are asked, and only who gave no option at all."""
    return not any(school.values()) and output_format == "text" and sys.stdin is not None and sys.stdin.isatty()


def _asked(_given: dict[str, Any]) -> dict[str, Any]:
    """What the school answers; an empty answer leaves a thing out."""

    def ask(question: str) -> str:
        return str(click.prompt(question, default="", show_default=False)).strip()

    school = ask(_("The name of the school, as it is to stand on the cards"))
    logo = ask(_("The file of the logo (SVG, PNG or JPEG; Enter for none)"))
    colours = ask(_("One or two colours as #0f6e78, ‘logo’, or Enter for the colours that came along"))
    vision: list[str] = []
    while statement := ask(_("A statement of your vision (Enter to stop)")):
        vision.append(statement)
    return {"school": school, "logo": Path(logo) if logo else None, "colours": colours, "vision": tuple(vision)}
