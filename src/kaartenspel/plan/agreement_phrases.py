"""What is said of agreements: their days in words, and the mail that reminds of them."""

from collections.abc import Iterator

from kaartenspel.model.agreements import Agreement, Agreements, LookBack
from kaartenspel.model.clock import as_clock
from kaartenspel.plan.phrases import Phrases

_INDENT = "   "


def back_said(phrases: Phrases, back: LookBack) -> str:
    """`donderdag 7 januari 2027, 15:30, teamkamer`."""
    parts = (phrases.date(back.day), "" if back.start is None else as_clock(back.start), back.where)
    return ", ".join(part for part in parts if part)


def days_said(phrases: Phrases, agreements: Agreements) -> tuple[str, ...]:
    """By when each is done; empty where that is open."""
    return tuple(phrases.short_date(one.by) if one.by else "" for one in agreements.items)


def reminder(phrases: Phrases, agreements: Agreements, back: LookBack) -> str:
    """A mail as plain text, its subject on the first line; it ends in a line end."""
    return "\n".join([*_lines(phrases, agreements, back), ""])


def _lines(phrases: Phrases, agreements: Agreements, back: LookBack) -> Iterator[str]:
    words, count = phrases.words, len(agreements.items)
    yield words["reminder-subject"].format(day=phrases.date(back.day))
    yield from ("", words["reminder-hello"], "")
    if agreements.day:
        name = "reminder-one" if count == 1 else "reminder-many"
        yield words[name].format(day=phrases.date(agreements.day), count=count)
    yield words["reminder-back"].format(when=_when(phrases, back))
    yield from ("", words["reminder-list"], "")
    for number, one in enumerate(agreements.items, 1):
        yield from _one(phrases, number, one)
        yield ""
    yield from (words["reminder-ask"], words["reminder-stuck"], "", words["reminder-bye"])


def _when(phrases: Phrases, back: LookBack) -> str:
    """`donderdag 7 januari 2027 om 15:30 (teamkamer)`."""
    day = phrases.date(back.day)
    if back.start is not None:
        day = phrases.words["reminder-at"].format(day=day, clock=as_clock(back.start))
    return f"{day} ({back.where})" if back.where else day


def _one(phrases: Phrases, number: int, one: Agreement) -> Iterator[str]:
    """An agreement on a few lines."""
    words = phrases.words
    still = words["reminder-open"]
    by = phrases.date(one.by) if one.by else still
    yield f"{number}. {one.what}"
    yield f"{_INDENT}{words['agreements-who']}: {one.who or still}. {words['agreements-by']}: {by}."
    if one.see:
        yield f"{_INDENT}{words['agreements-see']}: {one.see}"
    if one.code:
        yield f"{_INDENT}{words['agreements-card'].format(code=one.code)}"


def told(phrases: Phrases, agreements: Agreements) -> str:
    """The agreements as the text of an event in a calendar."""
    lines = [line for number, one in enumerate(agreements.items, 1) for line in _one(phrases, number, one)]
    return "\n".join([*lines, "", phrases.words["reminder-ask"]])
