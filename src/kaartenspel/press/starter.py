"""What a first deck says: each field that its kind or the checks of texts ask for, filled so that nothing is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.checks import AnyRule, EndsWith, HasField, StartsWithOneOf
from kaartenspel.model.kind import FieldSpec, Kind, TextPart

LANGUAGE = "nl"
HEAD = """\
# {explain}
# kaartenspel check {name}     {checks}
# kaartenspel build {name}     {builds}
deck: {name}
title: {title}
subtitle: {subtitle}
kind: {kind}
language: {language}
groups:
  eerste: {{title: {group}, code: A}}
cards:
"""

LARGE = 16
"""The smallest type, in points, that is meant for a word and not for a sentence."""


@dataclass(frozen=True)
class Wishes:
    """What the layout and the checks of texts want of the cards of a kind."""

    large: frozenset[str]
    rules: tuple[AnyRule, ...]

    def asks(self, name: str) -> bool:
        """Whether a card is better off with this field, though it prints without it."""
        return any(isinstance(rule, HasField) and rule.fields[0] == name for rule in self.rules)

    def fit(self, name: str, text: str) -> str:
        """A first text for a field as its rules want it."""
        for rule in self.rules:
            if isinstance(rule, EndsWith) and rule.field == name:
                text += rule.endings[0]
            if isinstance(rule, StartsWithOneOf) and rule.field == name:
                first = next((word for word in rule.words if "…" not in word), "")
                text = f"{first} {text}".strip().capitalize()
        return text


def starter(name: str, kind: Kind, project: Project) -> str:
    """The lines of a deck of two cards."""
    wishes = Wishes(frozenset(_large(project, kind)), tuple(_rules(project, kind)))
    return _head(name, kind) + "".join(_card(kind, number, wishes) for number in (1, 2))


def _rules(project: Project, kind: Kind) -> Iterator[AnyRule]:
    for name in project.names("layouts/checks"):
        checks = project.checks(name)
        if checks and kind.kind in checks.kinds and checks.language in (None, LANGUAGE):
            yield from checks.rules


def _head(name: str, kind: Kind) -> str:
    return HEAD.format(
        name=name, kind=kind.kind, language=LANGUAGE, title=name.replace("-", " ").capitalize(),
        subtitle=_("What it is for, in one line"), group=_("First group"),
        explain=_("Your own deck. What stands behind ‘# ’ is for you and is not printed."),
        checks=_("# shows what is not right yet"), builds=_("# makes the PDF in the folder output"),
    ).replace("     # ", "     — ")  # fmt: skip


def _large(project: Project, kind: Kind) -> set[str]:
    """The fields that are read across a room: a word is all they hold."""
    theme = project.theme("standard")
    styles = theme.styles if theme else {}
    shown = [(part.field, styles.get(part.style)) for face in (kind.front, kind.back) for part in face.regions
             if isinstance(part, TextPart)]  # fmt: skip
    return {field for field, style in shown if field and style and style.smallest >= LARGE}


def _card(kind: Kind, number: int, wishes: Wishes) -> str:
    """A card with each field filled that is required or asked for, and the others shown as a comment."""
    lines = [f"  - id: kaart-{number}", "    group: eerste"]
    for name, spec in kind.fields.items():
        if not spec.required and not wishes.asks(name):
            lines.append(f"    # {name}: {_about(spec)}")
        elif name in wishes.large:
            lines.append(f"    {name}: {number}  # {_about(spec)}")
        else:
            lines += _field(name, spec, number, wishes)
    return "\n".join(lines) + "\n"


def _about(spec: FieldSpec) -> str:
    return spec.label + (f" ({spec.description})" if spec.description else "")


def _field(name: str, spec: FieldSpec, number: int, wishes: Wishes) -> list[str]:
    """A field with a first value that the kind accepts."""
    if spec.type in ("list", "steps"):
        items = (wishes.fit(name, f"{spec.label} {item + 1}") for item in range(spec.least or 2))
        return [f"    {name}:", *(f"      - {item}" for item in items)]
    values = {
        "number": str(spec.least or 1), "minutes": str(max(spec.least or 1, 15)), "link": "https://www.example.nl",
        "choice": spec.choices[0] if spec.choices else "", "group-size": "{in: duo’s, least: 2, most: 30}",
    }  # fmt: skip
    value = values.get(spec.type) or wishes.fit(name, f"{spec.label} {number}")
    return [f"    {name}: {value}" + (f"  # {spec.description}" if spec.description else "")]
