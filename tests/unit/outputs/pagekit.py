"""Reads a page as a browser does: its elements, its words, its data; and changes what a script says."""

import json
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

EMPTY = {"meta", "input", "path", "br", "link", "img", "hr"}
"""Elements without an end tag, and `path`, which Python's parser does not close by itself."""


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, spaces made one."""
        return " ".join("".join(self._words()).split())

    def _words(self):
        for part in self.inside:
            yield from [part] if isinstance(part, str) else part._words()
        if self.name not in {"span", "strong", "em", "a", "code"}:
            yield " "

    def all(self, *names: str):
        """The elements of these names in it, in order."""
        for part in self.inside:
            if isinstance(part, Element):
                if part.name in names or not names:
                    yield part
                yield from part.all(*names)

    def has(self, name: str) -> bool:
        """Whether it has a class."""
        return name in self.attributes.get("class", "").split()


class Page(HTMLParser):
    """A page: `root` holds everything, `ids` each element by its id. Tags that do not match raise AssertionError."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.now = Element("", {})
        self.feed(text)
        self.close()
        assert self.now is self.root, f"<{self.now.name}> is not closed"
        self.ids = {e.attributes["id"]: e for e in self.root.all() if "id" in e.attributes}

    def handle_starttag(self, tag, attrs):
        made = Element(tag, {name: value or "" for name, value in attrs}, self.now)
        assert len(made.attributes) == len(attrs), f"<{tag}> says something twice"
        self.now.inside.append(made)
        if tag not in EMPTY:
            self.now = made

    def handle_endtag(self, tag):
        if tag in EMPTY:
            return
        assert tag == self.now.name, f"</{tag}> in <{self.now.name}>"
        self.now = self.now.parent

    def handle_data(self, data):
        self.now.inside.append(data)

    @property
    def data(self):
        """What the clock reads."""
        return json.loads(self.ids["clock-data"].text)

    @property
    def script(self) -> Element:
        """The script without the clock."""
        return self.ids["script"]


def with_content(script, **changes):
    """The script with another content in its first entry."""
    meeting, *others = script.meetings
    entry, *rest = meeting.entries
    entry = replace(entry, content=replace(entry.content, **changes))
    return replace(script, meetings=(replace(meeting, entries=(entry, *rest)), *others))
