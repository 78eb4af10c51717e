"""A YAML file with other values and all else as it was: comments, order, line ends, quotes, folded lines.

ruamel.yaml makes the text, once without and once with the change. What differs between those two is taken over into the
file's own lines, so that no line changes that need not. The result is read back by our own reader: it must give exactly
the values that were meant, or else the plainer text is taken, or none.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import LiteralScalarString

from kaartenspel.reading.files import read_stream
from kaartenspel.reading.values import Plain, plain

UNFOLDED = 1_000_000
"""A width at which ruamel folds nothing anew."""
WIDTH = 110
"""Characters after which a text of ours goes on in a block."""


def edited(data: bytes, new: Plain) -> bytes | None:
    """The file with these values, or None where that cannot be done without losing what stands there."""
    text, line_end, mark = _text(data)
    before = _read(text)
    if before is None:
        return None
    if before == new:
        return data
    try:
        plainly, wanted = _dumped(text, None), _dumped(text, new)
    except (YAMLError, ValueError, TypeError, RecursionError):
        return None
    for made in (_taken_over(text, plainly, wanted), wanted):
        if _read(made) == new and _keeps_comments(text, made, before, new):
            return mark + made.replace("\n", line_end).encode()
    return None


def _text(data: bytes) -> tuple[str, str, bytes]:
    """The text with plain line ends; the file's own line end; and the mark that it begins with."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data.removeprefix(mark).decode("utf-8")
    line_end = "\r\n" if "\r\n" in text else "\n"
    return text.replace("\r\n", "\n"), line_end, mark


def _read(text: str) -> Plain | None:
    """What our own reader finds in a text, or None where it finds a problem."""
    value, problems = read_stream(text.encode(), "")
    return None if value is None or problems else plain(value)


def _dumped(text: str, new: Plain | None) -> str:
    """The text as ruamel writes it, with the new values if there are any."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes, yaml.width, yaml.allow_unicode = True, UNFOLDED, True
    yaml.indent(mapping=2, sequence=4, offset=_offset(text))
    tree = yaml.load(text)
    if new is not None:
        old = _read(text)
        if not isinstance(tree, CommentedMap) or not isinstance(new, dict) or not isinstance(old, dict):
            raise TypeError("a file of ours is a mapping")
        _change_map(tree, old, new)
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _offset(text: str) -> int:
    """How far the dashes of `cards:` stand in: two spaces, or none."""
    lines = text.split("\n")
    for line, after in pairwise(lines):
        if line.startswith("cards:") and after.startswith("- "):
            return 0
    return 2


def _change_map(tree: Any, old: dict[str, Plain], new: dict[str, Plain]) -> None:
    """Change the keys whose values differ; new ones stand where the new values have them."""
    keys = {str(key): key for key in tree}
    for name in [name for name in old if name not in new]:
        del tree[keys.pop(name)]
    for position, (name, value) in enumerate(new.items()):
        if name not in keys:
            tree.insert(position, name, _fresh(value))
        elif old.get(name) != value:
            tree[keys[name]] = _changed(tree[keys[name]], old[name], value)


def _changed(tree: Any, old: Plain, new: Plain) -> Any:
    """The part of the tree for a value that differs."""
    if isinstance(tree, CommentedMap) and isinstance(old, dict) and isinstance(new, dict):
        _change_map(tree, old, new)
        return tree
    if isinstance(tree, CommentedSeq) and isinstance(old, list) and isinstance(new, list):
        _change_list(tree, old, new)
        return tree
    return _fresh(new)


def _change_list(tree: Any, old: list[Plain], new: list[Plain]) -> None:
    """Items of a list: those with a name are found by it, the others by what they say."""
    names_old, names_new = [_name(item) for item in old], [_name(item) for item in new]
    matcher = SequenceMatcher(None, names_old, names_new, autojunk=False)
    for action, start, end, first, last in reversed(matcher.get_opcodes()):
        if action == "equal":
            for at, to in zip(range(start, end), range(first, last), strict=True):
                if old[at] != new[to]:
                    tree[at] = _changed(tree[at], old[at], new[to])
            continue
        shared = min(end - start, last - first)
        for at in reversed(range(start + shared, end)):
            del tree[at]
        for step in reversed(range(first + shared, last)):
            tree.insert(start + shared, _fresh(new[step]))
        for step in range(shared):
            tree[start + step] = _fresh(new[first + step])


def _name(item: Plain) -> str:
    """What an item of a list is known by."""
    return str(item["id"]) if isinstance(item, dict) and "id" in item else repr(item)


def _fresh(value: Plain) -> Any:
    """A new value for ruamel's tree."""
    if isinstance(value, dict):
        made = CommentedMap()
        for name, part in value.items():
            made[name] = _fresh(part)
        return made
    if isinstance(value, list):
        items = CommentedSeq([_fresh(part) for part in value])
        if not value:
            items.fa.set_flow_style()
        return items
    return LiteralScalarString(value) if "\n" in value else value


def _taken_over(own: str, plainly: str, wanted: str) -> str:
    """The file's own lines, with the lines in which `wanted` differs from `plainly`."""
    ours, before, after = (text.split("\n") for text in (own, plainly, wanted))
    made: list[str] = []
    at = 0
    changes = [change for change in _opcodes(before, after) if change[0] != "equal"]
    where = _places(ours, before)
    for _action, start, end, first, last in changes:
        made += ours[at : max(at, where[start])]
        made += after[first:last]
        at = max(at, where[end])
    return "\n".join(made + ours[at:])


def _places(ours: Sequence[str], before: Sequence[str]) -> list[int]:
    """For each line of ruamel's, and the end, the line of the file at which it begins."""
    where = [0] * (len(before) + 1)
    for action, start, end, first, _last in _opcodes(ours, before):
        for step in range(_last - first):
            where[first + step] = start + step if action == "equal" else start if step == 0 else end
    where[len(before)] = len(ours)
    return where


def _opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _keeps_comments(text: str, made: str, before: Plain, new: Plain) -> bool:
    """Whether every comment is still there, where no part of the values was taken away along with its own."""
    lost = [line for line in _comments(text) if line not in set(_comments(made))]
    return not lost or len(_flat(new)) < len(_flat(before))


def _comments(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))


def _flat(value: Plain) -> list[str]:
    """Every text in a value."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in _flat(part)]
    return [text for part in value for text in _flat(part)] if isinstance(value, list) else [value]
