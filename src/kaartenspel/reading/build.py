"""YAML's events into values with places.

PyYAML's constructors are never used: they turn `no` into a boolean and `13:30` into 810. Its events are
exact, and quick: 10,000 cards in a fifth of a second by the C parser.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from kaartenspel.problems import Place
from kaartenspel.reading import refuse
from kaartenspel.reading.built import Built, Fault
from kaartenspel.reading.draft import Draft
from kaartenspel.reading.line import indent_of
from kaartenspel.reading.values import Fields, Items, Scalar, Value

DEEPEST = 64
"""Lists in lists in lists: no deck needs more than ten, and a parser must not be led into the depth."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from PyYAML 6.0.4 on, before our own count meets the brackets: it looks ahead for a key."""


def build(draft: Draft) -> Built:
    """Read the draft as far as it goes."""
    built = Built()
    builder = _Builder(draft, built)
    try:
        built.value = builder.document()
    except Fault as fault:
        built.fault = fault
    except yaml.MarkedYAMLError as error:
        built.fault = _translated(error, draft, built)
    except (yaml.YAMLError, UnicodeError):
        built.fault = Fault("character", 0, 0)
    return built


def _translated(error: yaml.MarkedYAMLError, draft: Draft, built: Built) -> Fault:
    """Where YAML stopped and what it was doing; `opened` is what it left open, a bracket before all else."""
    if error.problem_mark is not None and _TOO_DEEP in (error.problem or ""):
        return Fault("deep", error.problem_mark.line, error.problem_mark.column)
    about = f"{error.context or ''}: {error.problem or ''}"
    spots = [(mark.line, mark.column) for mark in (error.problem_mark, error.context_mark) if mark is not None]
    if "flow" in about and built.brackets:
        return Fault(about, *spots[0], built.brackets[-1])
    inside = error.context_mark is not None and spots[-1][0] < len(draft.lines)
    return Fault(about, *(spots[0] if spots else (0, 0)), spots[-1] if inside else None)


class _Builder:
    """Follows the events; one method for each sort of value."""

    def __init__(self, draft: Draft, built: Built) -> None:
        self.draft, self.built, self.source = draft, built, draft.source
        self.events: Iterator[Any] = yaml.parse(draft.text, Loader=LOADER)
        self.indents = [-1]
        self.hashed = refuse.lines_with_hash(draft)

    def document(self) -> Value | None:
        """The one document of the file; None if there is none."""
        value: Value | None = None
        for event in self.events:
            mark = event.start_mark
            if isinstance(event, yaml.DocumentStartEvent):
                if self.built.value is not None:
                    raise Fault("document", mark.line, mark.column)
                value = self.built.value = self.value(next(self.events))
        return value

    def value(self, event: Any) -> Value:
        """The value that begins with this event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.AliasEvent:
            return self.alias(event)
        return self.collection(event)

    def scalar(self, event: Any) -> Scalar:
        """A text, with the trouble that can only be seen from the event."""
        start, end = event.start_mark, event.end_mark
        line = start.line
        if event.anchor or event.tag:
            self.built.problems.append(refuse.decoration(self.draft, line, start.column, event))
        if end.line in self.hashed and not event.style:
            self.built.problems.extend(refuse.hash_behind(self.draft, line, start.column, end.line, end.column))
        if line == end.line and not self.draft.edited:
            place = Place(self.source, line + 1, start.column + 1, end.column - start.column or 1)
        else:
            place = self.long_place(event)
        return Scalar(event.value, place, bool(event.style))

    def long_place(self, event: Any) -> Place:
        """The place of a text over more than one line, or in a draft whose columns moved."""
        start, end, style = event.start_mark, event.end_mark, event.style
        if start.line == end.line:
            return self.draft.place(start.line, start.column, end.column)
        if style in ("|", ">"):
            self.built.spans.append((start.line, end.line - 1, False))
            return self.block_place(start.line, start.column, end.line)
        self.built.spans.append((start.line, end.line, not style))
        if style:
            self.check_closed(start, end.line)
        return self.draft.place(start.line, start.column, len(self.draft.lines[start.line].rstrip()))

    def block_place(self, line: int, column: int, end: int) -> Place:
        """A block's place is its first line with words, for that is what a message is about."""
        lines = self.draft.lines
        for number in range(line + 1, min(end, len(lines))):
            if text := lines[number].strip():
                begin = indent_of(lines[number])
                return self.draft.place(number, begin, begin + len(text))
        return self.draft.place(line, column)

    def check_closed(self, start: Any, last: int) -> None:
        """A quoted text that goes on at the indentation of its key has swallowed the lines of others.

        YAML 1.2 asks for deeper lines (8.1, flow scalars in a block); the parsers do not look.
        """
        for line in self.draft.lines[start.line + 1 : last + 1]:
            if line.strip() and indent_of(line) <= self.indents[-1]:
                raise Fault("quote", start.line, start.column, (start.line, start.column))

    def alias(self, event: Any) -> Scalar:
        """`*x` means a text by that name elsewhere: not here."""
        start, end = event.start_mark, event.end_mark
        self.built.problems.append(refuse.decoration(self.draft, start.line, start.column, event))
        place = self.draft.place(start.line, start.column, end.column)
        return Scalar(f"*{event.anchor}", place, False)

    def collection(self, event: Any) -> Items | Fields:
        """A list or a mapping; the depth is counted here."""
        mark = event.start_mark
        if len(self.indents) > DEEPEST:
            raise Fault("deep", mark.line, mark.column)
        if event.anchor or event.tag:
            self.built.problems.append(refuse.decoration(self.draft, mark.line, mark.column, event))
        make = self.fields if isinstance(event, yaml.MappingStartEvent) else self.items
        place = self.draft.place(mark.line, mark.column)
        if event.flow_style:
            return self.in_brackets(lambda: make(place), (mark.line, mark.column))
        self.indents.append(mark.column)
        found = make(place)
        self.indents.pop()
        return found

    def in_brackets(self, make: Callable[[], Items | Fields], opened: tuple[int, int]) -> Items | Fields:
        """A list or mapping between brackets, which has no indentation of its own."""
        self.indents.append(self.indents[-1])
        self.built.brackets.append(opened)
        found = make()
        self.built.brackets.pop()
        self.indents.pop()
        return found

    def items(self, place: Place) -> Items:
        """The items of a list up to its end."""
        values = []
        while type(event := next(self.events)) is not yaml.SequenceEndEvent:
            values.append(self.value(event))
        return Items(tuple(values), place)

    def fields(self, place: Place) -> Fields:
        """The keys and values of a mapping up to its end; a key that stands twice counts once."""
        entries: dict[str, tuple[Scalar, Value]] = {}
        while type(event := next(self.events)) is not yaml.MappingEndEvent:
            key = self.key(event)
            value = self.value(next(self.events))
            first = entries.setdefault(key.text, (key, value))
            if first[0] is not key:
                self.built.problems.append(refuse.twice(first[0], key))
        return Fields(tuple(entries.values()), place)

    def key(self, event: Any) -> Scalar:
        """A key is one text; a list or a mapping as a key is refused."""
        value = self.value(event)
        if isinstance(value, Scalar):
            if value.text == "<<" and not value.quoted:
                self.built.problems.append(refuse.merge(value.place))
            return value
        self.built.problems.append(refuse.odd_key(self.draft, event.start_mark.line, event.start_mark.column))
        return Scalar("", value.place, True)
