"""The small markup of texts: bold, italic, lists and paragraphs; nothing else, and no HTML."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one cut of the letter."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one item of a list (`bullet`)."""

    runs: tuple[Run, ...]
    bullet: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Rich:
    """A text as its blocks, in order."""

    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The words alone, a block a line."""
        return "\n".join(block.text for block in self.blocks)


def parse(markup: str) -> Rich:
    """The blocks of a text. Marks without a partner stay as they were typed."""
    paragraphs = re.split(r"\n\s*\n", markup.strip())
    return Rich(tuple(block for paragraph in paragraphs for block in _blocks(paragraph)))


def plain(text: str) -> Rich:
    """A text in which no mark has a meaning, as one paragraph."""
    return Rich((Block((Run(" ".join(text.split())),)),)) if text.strip() else Rich(())


def _blocks(paragraph: str) -> list[Block]:
    """One paragraph, or one block an item where lines start with `- `."""
    blocks: list[tuple[bool, str]] = []
    for line in (line.strip() for line in paragraph.split("\n")):
        if line.startswith("- "):
            blocks.append((True, line[2:].strip()))
        elif blocks:
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]} {line}")
        elif line:
            blocks.append((False, line))
    return [Block(tuple(_runs(" ".join(text.split()))), bullet) for bullet, text in blocks]


def _runs(text: str, bold: bool = False, italic: bool = False) -> list[Run]:
    """The runs of a paragraph; bold may hold italic and the other way round."""
    runs: list[Run] = []
    start = 0
    for mark in _MARK.finditer(text):
        if mark.start() > start:
            runs.append(Run(text[start : mark.start()], bold, italic))
        if mark.group(1) is not None:
            runs += _runs(mark.group(1), True, italic)
        else:
            runs += _runs(mark.group(2), bold, True)
        start = mark.end()
    if start < len(text):
        runs.append(Run(text[start:], bold, italic))
    return runs
