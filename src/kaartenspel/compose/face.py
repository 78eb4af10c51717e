"""A face: its regions stacked from top to bottom, at the first step of the ladder at which all of them fit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kaartenspel.compose import edges, regions
from kaartenspel.compose.context import Context, Part, Setting
from kaartenspel.compose.foot import set_foot
from kaartenspel.drawing import Drawing, Item, Rect, moved, rectangle
from kaartenspel.model import kind as kinds

WORTH_WHOLE_WORDS = 6
"""How many steps smaller a text may be set to keep its words whole."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The first step of the ladder at which a face fits, and in which texts words are parted there."""

    step: int
    part: Part


def fit_face(context: Context, spec: kinds.FaceSpec) -> Fit | None:
    """The largest sizes at which a face fits, or None. Whole words are worth a few steps, in titles any number."""
    context = _on_ground(context, spec)
    running = _search(context, spec, "running")
    if running is None:
        everywhere = _search(context, spec, "all")
        return Fit(everywhere, "all") if everywhere is not None else None
    whole = _search(context, spec, "none")
    if whole is not None and whole <= running + WORTH_WHOLE_WORDS:
        return Fit(whole, "none")
    return Fit(running, "running")


def draw_face(context: Context, spec: kinds.FaceSpec, fit: Fit) -> Drawing | None:
    """The face as a drawing at these sizes, or None where it does not fit so."""
    context = _on_ground(context, spec).at(fit.step, fit.part)
    items = _stack(context, spec)
    if items is None:
        return None
    return Drawing(context.frame.width, context.frame.height, (*_ground(context, spec), *items))


def fits(context: Context, spec: kinds.FaceSpec) -> bool:
    """Whether a face fits at the smallest sizes."""
    return _stack(_on_ground(context, spec).at(context.steps), spec) is not None


def _on_ground(context: Context, spec: kinds.FaceSpec) -> Context:
    """The same for text on the face's own ground."""
    coloured = spec.ground == "kind"
    return replace(context, wide=coloured, reversed=coloured and context.theme.backs == "full")


def _search(context: Context, spec: kinds.FaceSpec, part: Part) -> int | None:
    """The first step that fits (what fits at a size fits at all smaller ones)."""
    low, high = 0, context.steps
    if _stack(context.at(high, part), spec) is None:
        return None
    while low < high:
        middle = (low + high) // 2
        if _stack(context.at(middle, part), spec) is None:
            low = middle + 1
        else:
            high = middle
    return high


def _ground(context: Context, spec: kinds.FaceSpec) -> list[Item]:
    """The colour of the whole face, over the trim into the bleed or within the inset."""
    if not context.reversed or spec.ground == "paper":
        return []
    frame = context.frame
    box = Rect(0.0, 0.0, frame.width, frame.height - frame.strip).grown(-frame.inset if frame.inset else frame.bleed)
    return [rectangle(box, context.kind_colour)]


def _stack(context: Context, spec: kinds.FaceSpec) -> tuple[Item, ...] | None:
    """All regions at one step, or None where they do not fit."""
    frame = context.frame
    top = frame.inset + context.margin
    bottom = frame.height - frame.inset - context.margin - frame.strip
    items: list[Item] = []
    upper, lower, has_space = _halves(spec)
    for part in upper + lower:
        if isinstance(part, kinds.Band):
            band = edges.set_band(context, part)
            if band is None:
                return None
            items += band.items
            top = band.height + context.gap * 1.25
    above = _settings(context, upper, bottom - top)
    below = _settings(context, lower, bottom - top)
    if above is None or below is None:
        return None
    needed = _height(context, above) + _height(context, below) + (context.gap if above and below and has_space else 0.0)
    if needed > bottom - top + 1e-6:
        return None
    middle, foot = top + _height(context, above), bottom - _height(context, below)
    if any(isinstance(part, kinds.Motif) for part in spec.regions):
        items += edges.set_motif(context, middle + context.gap, foot - context.gap)
    return (*items, *_placed(context, above, top), *_placed(context, below, foot))


def _halves(spec: kinds.FaceSpec) -> tuple[list[kinds.Region], list[kinds.Region], bool]:
    """The regions above and below the first space."""
    for index, part in enumerate(spec.regions):
        if isinstance(part, kinds.Space):
            return list(spec.regions[:index]), list(spec.regions[index + 1 :]), True
    return list(spec.regions), [], False


def _settings(context: Context, parts: list[kinds.Region], room: float) -> list[Setting] | None:
    """The regions that take room, each set; those with nothing to say are left out."""
    done: list[Setting] = []
    for part in parts:
        if isinstance(part, kinds.LinesPart):
            done.append(
                regions.set_lines(context, part, room - _height(context, done) - (context.gap if done else 0.0))
            )
            continue
        setting = _set(context, part)
        if setting is None:
            return None
        if setting.height > 0:
            done.append(setting)
    return done


def _set(context: Context, part: kinds.Region) -> Setting | None:
    """One region by its sort; bands, motifs and spaces take no room in the stack."""
    setter = SETTERS.get(type(part))
    return setter(context, part) if setter else regions.NOTHING


# one line a sort of region; the value is called with a region of its key's type only
SETTERS: dict[type[kinds.Region], Callable[[Context, Any], Setting | None]] = {
    kinds.TextPart: regions.set_text,
    kinds.ListPart: regions.set_list,
    kinds.StepsPart: regions.set_steps,
    kinds.StagesPart: regions.set_stages,
    kinds.FactsPart: regions.set_facts,
    kinds.Foot: set_foot,
    kinds.Imprint: edges.set_imprint,
    kinds.Gap: lambda _context, part: Setting(part.height, ()),
}


def _height(context: Context, settings: list[Setting]) -> float:
    """The height of a stack with its gaps."""
    return sum(setting.height for setting in settings) + context.gap * max(0, len(settings) - 1)


def _placed(context: Context, settings: list[Setting], top: float) -> list[Item]:
    """The items of a stack at their places on the face."""
    items: list[Item] = []
    for setting in settings:
        items += moved(setting.items, 0.0, top)
        top += setting.height + context.gap
    return items
