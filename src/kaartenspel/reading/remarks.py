"""The comments of a YAML file, to see whether a change took one away."""

import io
from collections import Counter
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.tokens import CommentToken


def lost_remarks(before: bytes, after: bytes) -> list[str]:
    """The comments that stood in one file and do not in the other, without their `#`."""
    gone = Counter(_remarks(before)) - Counter(_remarks(after))
    return list(gone.elements())


def _remarks(data: bytes) -> Iterator[str]:
    """Every comment as it comes, also one behind a value."""
    try:
        tokens = list(YAML().scan(io.StringIO(data.decode("utf-8-sig").replace("\r\n", "\n"))))
    except YAMLError:
        return
    for token in tokens:
        for comment in _tokens(getattr(token, "_comment", None)):
            lines = (line.strip() for line in comment.value.split("\n"))
            yield from (text for line in lines if (text := line.lstrip("#").strip()))


def _tokens(found: object) -> Iterator[CommentToken]:
    """Comments lie before or behind a token, in lists of lists."""
    if isinstance(found, CommentToken):
        yield found
    elif isinstance(found, list | tuple):
        for part in found:
            yield from _tokens(part)
