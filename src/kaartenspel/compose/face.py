"""A face: its regions stacked from top to bottom, at the first step of the ladder at which all of them fit."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kaartenspel.compose import regions
from kaartenspel.compose.backs import draw_motif, set_imprint
from kaartenspel.compose.band import set_band
from kaartenspel.compose.boxes import set_boxes
from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.facts import set_facts
from kaartenspel.compose.foot import set_foot
from kaartenspel.compose.ladder import Part
from kaartenspel.compose.picture_region import grown, set_picture
from kaartenspel.compose.school import set_school
from kaartenspel.compose.sideways import set_sideways
from kaartenspel.compose.stages import set_stages
from kaartenspel.drawing import Drawing, Item, Rect, rectangle
from kaartenspel.model import kind as kinds

WORTH_WHOLE_WORDS = 0.25
"""How much of the ladder a text may go down to keep its words whole."""
MORE_ABOVE_FOOT = 0.7
"""How much more white stands above the foot than between two texts, as a share of a gap, at the largest sizes."""
CLEAR_OF_CAPTION = 2.0
"""The least white between a face and the sheet's caption, in mm."""
Draw = Callable[[], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Fit:
    """A step of the ladder at which a face fits, and in which texts words are parted there."""

    step: int
    part: Part


class Found(NamedTuple):
    """A face that was measured where it fits: whether words were parted, and what draws it if that came last."""

    fit: Fit
    parted: bool
    draw: Draw | None


def fit_face(context: Context, spec: kinds.FaceSpec, least: int = 0) -> Found | None:
    """The largest sizes at which a face fits, from the step `least` on, or None.

    Whole words are worth a few steps, in titles any number.
    """
    running = _search(context, spec, "running", least, context.ladder.steps)
    if running is None:
        return _search(context, spec, "all", least, context.ladder.steps)
    step = running.fit.step
    if not running.parted:
        return running._replace(fit=Fit(step, "none"))
    lowest = step + math.ceil(WORTH_WHOLE_WORDS * context.ladder.steps)
    whole = _search(context, spec, "none", step + 1, min(lowest, context.ladder.steps))
    return whole or running._replace(draw=None)


def draw_face(context: Context, spec: kinds.FaceSpec, fit: Fit, draw: Draw | None = None) -> Drawing | None:
    """The face as a drawing at these sizes, or None where it does not fit so; `draw` if it was just measured."""
    draw = draw or _measured(context, spec, fit.step, fit.part)
    if draw is None:
        return None
    return Drawing(context.frame.width, context.frame.height, (*_ground(context, spec), *draw()))


def fits(context: Context, spec: kinds.FaceSpec) -> bool:
    """Whether a face fits at the smallest sizes."""
    return _measured(context, spec, context.ladder.steps, "all") is not None


def _measured(context: Context, spec: kinds.FaceSpec, step: int, part: Part) -> Draw | None:
    """What draws a face at a step if it fits there; the context's trace tells whether words were parted."""
    context.step, context.part, context.trace.parted = step, part, False
    return _stack(context, spec)


def _search(context: Context, spec: kinds.FaceSpec, part: Part, low: int, high: int) -> Found | None:
    """The first step from low to high that fits. What fits at a size fits at all smaller ones."""
    if low > high:
        return None
    found = _found(context, spec, part, low)  # most fit: the group's longest text came before and says where to begin
    if found or low == high:
        return found
    found = _found(context, spec, part, high)
    if found is None:
        return None
    low += 1
    while low < found.fit.step:
        middle = (low + found.fit.step) // 2
        lower = _found(context, spec, part, middle)
        if lower is None:
            found, low = found._replace(draw=None), middle + 1  # the context is now at another step
        else:
            found = lower
    return found


def _found(context: Context, spec: kinds.FaceSpec, part: Part, step: int) -> Found | None:
    draw = _measured(context, spec, step, part)
    return Found(Fit(step, part), context.trace.parted, draw) if draw else None


def _ground(context: Context, spec: kinds.FaceSpec) -> list[Item]:
    """The colour of the whole face, over the trim into the bleed or within the inset."""
    if not context.reversed or spec.ground == "paper":
        return []
    frame = context.frame
    # a back may lie upside down on its sheet: the caption's strip is kept free at both ends
    height = frame.height - 2 * frame.strip
    box = Rect(0.0, frame.strip, frame.width, height).grown(-frame.inset if frame.inset else frame.bleed)
    return [rectangle(box, context.kind_colour)]


def _stack(context: Context, spec: kinds.FaceSpec) -> Draw | None:
    """What draws all regions at the context's step, or None where they do not fit."""
    frame = context.frame
    top = frame.inset + context.margin + (frame.strip if context.reversed else 0.0)
    bottom = frame.height - frame.inset - _margin_below(context)
    band = next((part for part in spec.regions if isinstance(part, kinds.Band)), None)
    banded = set_band(context, band) if band else NOTHING
    if banded is None:
        return None
    top = banded.height + context.gap * 1.25 if band else top
    aside = next((part for part in spec.regions if isinstance(part, kinds.Sideways)), None)
    beside = set_sideways(context, aside, bottom - top) if aside else NOTHING
    if beside is None:
        return None
    context.width = context.full_width - beside.height
    upper, lower = _halves(spec)
    above = _settings(context, upper, bottom - top)
    below = _settings(context, lower, bottom - top) if above is not None else None
    if above is None or below is None:
        return None
    middle, foot = top + _height(context, above), bottom - _height(context, below)
    between = _between(context) if above and below else 0.0
    if middle + between > foot + 1e-6:
        return None
    if any(setting.grow for setting in (*above, *below)):
        spare = foot - middle - between
        both = grown((*above, *below), spare)
        above, below = both[: len(above)], both[len(above) :]
        middle, foot = top + _height(context, above), bottom - _height(context, below)

    def draw() -> Iterator[Item]:
        yield from banded.draw(0.0)
        yield from beside.draw((top + bottom) / 2)
        if any(isinstance(part, kinds.Motif) for part in spec.regions):
            yield from draw_motif(context, middle + context.gap, foot - context.gap)
        yield from _drawn(context, above, top)
        yield from _drawn(context, below, foot)

    return draw


def _margin_below(context: Context) -> float:
    """The white between what stands at the foot and the inset; on white ground the caption's strip is part of it."""
    strip = context.frame.strip
    return context.margin + strip if context.reversed else max(context.margin, strip + CLEAR_OF_CAPTION)


def _between(context: Context) -> float:
    """The least white above what stands at the foot: more than between the texts, but it shrinks with the type."""
    return context.gap * (1.0 + MORE_ABOVE_FOOT * (1.0 - context.step / context.ladder.steps))


def _halves(spec: kinds.FaceSpec) -> tuple[Sequence[kinds.Region], Sequence[kinds.Region]]:
    """The regions above and below the first space."""
    for index, part in enumerate(spec.regions):
        if isinstance(part, kinds.Space):
            return spec.regions[:index], spec.regions[index + 1 :]
    return spec.regions, ()


def _settings(context: Context, parts: Sequence[kinds.Region], room: float) -> list[Setting] | None:
    """The regions that take room, each set; those with nothing to say are left out."""
    done: list[Setting] = []
    for part in parts:
        if isinstance(part, kinds.LinesPart):
            taken = _height(context, done) + (context.gap if done else 0.0)
            done.append(regions.set_lines(context, part, room - taken))
            continue
        setter = SETTERS.get(type(part))
        setting = setter(context, part) if setter else NOTHING
        if setting is None:
            return None
        if setting.height > 0:
            done.append(setting)
    return done


def _foot(context: Context, part: kinds.Foot) -> Setting | None:
    """The foot, set once for all cards of a kind that open the same."""
    card = context.card
    return context.once((id(part), id(card.opens), id(card.source)), lambda: set_foot(context, part))


# one line a sort of region; each is called with a region of its key's type only. Bands, motifs and spaces take no
# room in the stack
SETTERS: dict[type[kinds.Region], Callable[[Context, Any], Setting | None]] = {
    kinds.TextPart: regions.set_text,
    kinds.ListPart: regions.set_list,
    kinds.StepsPart: regions.set_steps,
    kinds.StagesPart: set_stages,
    kinds.FactsPart: set_facts,
    kinds.PicturePart: set_picture,
    kinds.Foot: _foot,
    kinds.Imprint: set_imprint,
    kinds.SchoolMark: set_school,
    kinds.BoxesPart: set_boxes,
    kinds.Gap: lambda _context, part: Setting(part.height, lambda _top: ()),
}


def _height(context: Context, settings: Sequence[Setting]) -> float:
    """The height of a stack with its gaps."""
    return sum([setting.height for setting in settings]) + context.gap * max(0, len(settings) - 1)


def _drawn(context: Context, settings: Sequence[Setting], top: float) -> Iterator[Item]:
    """The items of a stack at their places on the face."""
    for setting in settings:
        yield from setting.draw(top)
        top += setting.height + context.gap
