"""A card's values as plain text, and with fewer characters: to find out by how much a text is too long."""

from dataclasses import replace

from kaartenspel.drawing import Raster
from kaartenspel.model.card import GroupSize, Step, Value
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.pictures.vector import Vector


def text_of(value: Value) -> str:
    """The characters of a value, as they would be printed."""
    if isinstance(value, Rich):
        return value.text
    if isinstance(value, tuple):
        return "\n".join(item.text.text if isinstance(item, Step) else item.text for item in value)
    if isinstance(value, Raster | Vector):
        return ""
    return value.within if isinstance(value, GroupSize) else str(value)


def shortened(value: Value, length: int) -> Value:
    """A value with only its first characters."""
    if isinstance(value, Rich):
        return _first(value, length)
    if isinstance(value, tuple):
        return _first_items(value, length)
    return value[:length] if isinstance(value, str) else value


def _first_items(items: tuple[Rich, ...] | tuple[Step, ...], length: int) -> Value:
    """The items that begin within the first characters, the last one shortened; steps keep their minutes."""
    kept: list[Rich] = []
    steps: list[Step] = []
    for item in items:
        rich = item.text if isinstance(item, Step) else item
        short = _first(rich, length)
        length -= len(rich.text) + 1
        if short.blocks and isinstance(item, Step):
            steps.append(replace(item, text=short))
        elif short.blocks:
            kept.append(short)
    return tuple(steps) if steps else tuple(kept)


def _first(rich: Rich, length: int) -> Rich:
    """The first characters of a text."""
    blocks: list[Block] = []
    for block in rich.blocks:
        text = block.text[: max(0, length)].strip()
        blocks += [Block((Run(text),), block.bullet)] if text else []
        length -= len(block.text) + 1
    return Rich(tuple(blocks))
