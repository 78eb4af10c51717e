"""A made plan as the text of its file: blocks with a word on why each is there, to be changed by whoever made it."""

import datetime
from collections import Counter
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeAlias

from kaartenspel.model.clock import as_clock
from kaartenspel.model.goal import Goal
from kaartenspel.model.words import Words
from kaartenspel.plan.choose import Choice, Piece
from kaartenspel.plan.forms import Option, way_of
from kaartenspel.plan.refusal import Asked
from kaartenspel.reading.emit import as_yaml

Node: TypeAlias = "str | int | list[Node] | dict[str, Node]"
USUAL = 5
"""The size of groups where nothing in the plan asks for another."""
WIDTH = 110
"""How wide a comment is, in characters."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the blocks; `start` is in minutes after midnight.

    `day` and `before` are of a meeting that follows on another, and `told` says which.
    """

    name: str
    title: str
    start: int
    seed: int
    asked: Asked
    day: datetime.date | None = None
    before: tuple[str, ...] = ()
    told: str = ""

    @property
    def end(self) -> int:
        """When it is over, maybe on the next day."""
        return self.start + self.asked.minutes


def plan_text(goal: Goal, choice: Choice, head: Head, words: Words) -> str:
    """The whole file."""
    size = head.asked.size or _usual(choice)
    made = words["plan-made"].format(
        goal=goal.goal, minutes=head.asked.minutes, people=head.asked.people, seed=head.seed
    )
    lines = [*_comment(made), *_comment(head.told), *_comment(words["plan-edit"].format(name=head.name))]
    lines += [as_yaml(_head(goal, choice, head, size)).rstrip(), "blocks:"]
    for piece in choice.pieces:
        lines += [f"  {line}" for line in _comment(_why(piece, choice, words))]
        lines += _indented(as_yaml([{**_block(piece, size), **_say(piece, choice, goal, words)}]))
    return "\n".join(lines) + "\n"


def _usual(choice: Choice) -> int:
    """The size of groups that most blocks have."""
    sizes = Counter(piece.option.size for piece in choice.pieces if piece.option and piece.option.size)
    return sizes.most_common(1)[0][0] if sizes else USUAL


def _head(goal: Goal, choice: Choice, head: Head, size: int) -> dict[str, Node]:
    core = [piece.option for piece in choice.pieces if piece.option and piece.option.form.fit.stage == "core"]
    dated: dict[str, Node] = {"date": head.day.isoformat()} if head.day else {}
    before: dict[str, Node] = {"before": list(head.before)} if head.before else {}
    return {
        "workshop": head.name, "title": head.title, "goal": goal.aim, "language": goal.language, **dated,
        "participants": head.asked.people, "start": as_clock(head.start), "end": as_clock(head.end),
        "groups": {"size": size}, "goals": [goal.goal], **before,
        "why": " ".join(dict.fromkeys(option.form.fit.why for option in core)),
    }  # fmt: skip


# --- blocks


def _block(piece: Piece, size: int) -> dict[str, Node]:
    """The fields of a block."""
    timed: dict[str, Node] = {"minutes": piece.minutes}
    if piece.least < piece.minutes:
        timed["least"] = piece.least
    if piece.option:
        return {**_content(piece.option), **timed, **_people(piece.option, size), **_told(piece.option)}
    return {"sort": piece.kind, **timed}


def _say(piece: Piece, choice: Choice, goal: Goal, words: Words) -> dict[str, Node]:
    """What is said at the blocks around the work; in a short plan the harvest ends with agreements."""
    in_one = all(other.kind != "agreements" for other in choice.pieces)
    said = {
        "welcome": goal.welcome, "agreements": goal.agreements, "close": words["plan-say-close"],
        "harvest": f"{goal.harvest} {goal.agreements}" if in_one else goal.harvest,
    }  # fmt: skip
    return {"say": said[piece.kind]} if piece.kind in said else {}


def _content(option: Option) -> dict[str, Node]:
    """What is done: a card, a deck, or something free."""
    fit = option.form.fit
    named: dict[str, str | None] = {"title": fit.title, "card": fit.card, "deck": fit.deck, "cards": fit.cards}
    return {name: text for name, text in named.items() if text is not None}


def _people(option: Option, size: int) -> dict[str, Node]:
    """How people work, where that is not what the loader takes for granted."""
    way, fit = way_of(option.form).grouping, option.form.fit
    sized: dict[str, Node] = {"group_size": option.size} if option.size and option.size != size else {}
    if option.size is not None and (fit.card or fit.deck):
        return sized
    return {"grouping": way, **sized} if option.form.deck is not None or fit.grouping is not None else {}


def _told(option: Option) -> dict[str, Node]:
    """What the goal says instead of the card, and what is printed besides."""
    fit = option.form.fit
    told: dict[str, Node] = {"say": fit.say} if fit.say else {}
    if fit.steps is not None:
        told["steps"] = list(fit.steps)
    if fit.materials is not None:
        told["materials"] = list(fit.materials)
    if fit.print:
        told["print"] = [one.model_dump(exclude_defaults=True, exclude_none=True) for one in fit.print]
    return told


def _why(piece: Piece, choice: Choice, words: Words) -> str:
    """Why a block is there, and how long it takes."""
    if piece.option is None:
        return words[f"plan-why-{piece.kind}"].format(minutes=choice.before(piece))
    said = [words[f"plan-{piece.option.form.fit.stage}"], piece.option.form.fit.why]
    if piece.least < piece.most:
        said.append(words["plan-range"].format(least=piece.least, most=piece.most))
    elif piece.option.told != piece.minutes:
        said.append(words["plan-told"].format(told=piece.option.told, minutes=piece.minutes))
    return " ".join(said)


# --- text


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, WIDTH)]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]
