"""Composes the faces of a deck's cards on one frame, and says what does not fit, where and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaartenspel.compose.context import Context, Frame
from kaartenspel.compose.face import Fit, draw_face, fit_face, fits
from kaartenspel.compose.foot import QrTooLargeError
from kaartenspel.compose.hyphenation import hyphenator
from kaartenspel.compose.measure import Measure, usable_face
from kaartenspel.drawing import Drawing
from kaartenspel.messages import _
from kaartenspel.model.card import Card, GroupSize, LoadedDeck, Step, Value
from kaartenspel.model.kind import FaceSpec
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.sheet import Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.problems import Code, Place, Problem

POKER = (63.0, 88.0)
_LENGTHS = 0.37  # how lengths grow with the area of a card: an A6 gets 1.5 times the margin of a poker card
_TYPE = 0.42


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes faces; `frames` are the rooms of other sizes, on which a text that does not fit is tried."""

    measure: Measure
    theme: Theme
    words: Words
    deck: LoadedDeck
    frame: Frame
    homes: Mapping[str, Size]
    size_name: str
    frames: Mapping[str, Frame]

    def fit_front(self, card: Card) -> Fit | Problem:
        """The largest sizes at which a card's front fits, or what is wrong with it."""
        try:
            context = self._context(card, self.frame)
            return fit_face(context, card.kind.front) or self._too_long(context, card.kind.front)
        except QrTooLargeError as error:
            return _qr_too_large(error, card, self.size_name)

    def fits(self, card: Card) -> bool:
        """Whether both faces fit at the smallest sizes."""
        context = self._context(card, self.frame)
        try:
            return fits(context, card.kind.front) and fits(context, card.kind.back)
        except QrTooLargeError:
            return True  # a larger card is not the remedy that the writer would choose

    def front(self, card: Card, fit: Fit) -> Drawing | None:
        """The front of a card at these sizes, or None where it does not fit so."""
        return draw_face(self._context(card, self.frame), card.kind.front, fit)

    def back(self, card: Card, set_number: int | None = None) -> Drawing | Problem:
        """The back of a card in a set, or what is wrong with it."""
        context, spec = self._context(card, self.frame, set_number), card.kind.back
        try:
            fit = fit_face(context, spec)
        except QrTooLargeError as error:
            return _qr_too_large(error, card, self.size_name)
        drawing = draw_face(context, spec, fit) if fit else None
        return drawing or self._too_long(context, spec)

    def glyph_problems(self, card: Card) -> list[Problem]:
        """A problem for each character of a card that no face can draw."""
        found: list[Problem] = []
        for name, value in card.fields.items():
            for character in sorted(set(_text(value)) - {"\n"}):
                if usable_face(self.measure, "regular", character) is None:
                    found.append(_no_glyph(character, name, card))  # noqa: PERF401  a nested comprehension reads worse
        return found

    def deck_glyph_problems(self) -> list[Problem]:
        """The same for the words of the deck and its sources, which stand on many cards."""
        deck = self.deck.deck
        words = [deck.title, deck.subtitle or "", deck.back or "", *(deck.stages or ())]
        words += [group.title for group in deck.groups.values()]
        origins = {id(origin): origin for card in self.deck.cards for origin in (card.source, card.opens) if origin}
        words += [f"{origin.short}{origin.use or ''}" for origin in origins.values()]
        missing = {character for character in "".join(words) if usable_face(self.measure, "regular", character) is None}
        return [_missing(character, self.deck.place) for character in sorted(missing)]

    def _context(self, card: Card, frame: Frame, set_number: int | None = None) -> Context:
        home = self.homes.get(card.kind.size or "")
        area, home_area = frame.width * frame.height, (home.width * home.height if home else POKER[0] * POKER[1])
        scale = min(max((area / home_area) ** _TYPE, 0.6), 2.2)
        ratio = min(max((area / (POKER[0] * POKER[1])) ** _LENGTHS, 0.8), 2.2)
        language = self.deck.deck.language
        return Context(
            self.measure,
            hyphenator(language, self.words.compounds),
            self.theme,
            self.words,
            self.deck,
            card,
            frame,
            scale,
            ratio,
            set_number,
        )

    def _too_long(self, context: Context, spec: FaceSpec) -> Problem:
        """Names the field that takes most room, by how much it is too long, and the sizes that could hold it."""
        card = context.card
        texts = {name: _text(value) for name, value in card.fields.items() if _shown(spec, name)}
        if not texts:
            message = _("the back of card ‘{card}’ does not fit on {size}").format(card=card.id, size=self.size_name)
            return Problem(Code.TEXT_TOO_LONG, message, card.places.get("id"))
        name = max(texts, key=lambda field: len(texts[field]))
        excess = _excess(context, spec, name, len(texts[name]))
        message = _("card ‘{card}’: the text of ‘{field}’ is {excess} characters too long for {size}").format(
            card=card.id, field=name, excess=excess, size=self.size_name
        )
        return Problem(Code.TEXT_TOO_LONG, message, card.places.get(name), self._sizes_hint(card, spec))

    def _sizes_hint(self, card: Card, spec: FaceSpec) -> str:
        """On which sizes the face would fit."""
        by_area = sorted(self.frames, key=lambda name: self.frames[name].width * self.frames[name].height)
        good = [name for name in by_area if self._fits_on(card, spec, self.frames[name])]
        if not good:
            return _("it fits on no size: make it shorter")
        return _("make it shorter, or choose a size on which it fits: {sizes}").format(sizes=", ".join(good))

    def _fits_on(self, card: Card, spec: FaceSpec, frame: Frame) -> bool:
        try:
            return fits(self._context(card, frame), spec)
        except QrTooLargeError:
            return False


def _shown(spec: FaceSpec, name: str) -> bool:
    """Whether a face shows a field."""
    return any(name == getattr(part, "field", None) or name in getattr(part, "fields", ()) for part in spec.regions)


def _excess(context: Context, spec: FaceSpec, name: str, length: int) -> int:
    """How many characters must go from a field before the face fits (all of them, where even that is not enough)."""
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        fields = {**context.card.fields, name: _shortened(context.card.fields[name], middle)}
        if fits(replace(context, card=replace(context.card, fields=fields), atoms={}), spec):
            low = middle
        else:
            high = middle - 1
    return length - low


def _text(value: Value) -> str:
    """The characters of a value, as they would be printed."""
    if isinstance(value, Rich):
        return value.text
    if isinstance(value, tuple):
        return "\n".join(item.text.text if isinstance(item, Step) else item.text for item in value)
    return value.within if isinstance(value, GroupSize) else str(value)


def _shortened(value: Value, length: int) -> Value:
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


def _no_glyph(character: str, name: str, card: Card) -> Problem:
    """A problem at the character itself, where the source has it on the field's first line."""
    place = card.places.get(name)
    if place is not None:
        column = place.text.find(character, place.column - 1)
        place = Place(place.source, place.line, column + 1) if column >= 0 else place
    return _missing(character, place)


def _missing(character: str, place: Place | None) -> Problem:
    message = _("no font has the character ‘{character}’ (U+{code})")
    message = message.format(character=character, code=f"{ord(character):04X}")
    return Problem(Code.NO_GLYPH, message, place, _("leave it out, or write it in words"))


def _qr_too_large(error: QrTooLargeError, card: Card, size: str) -> Problem:
    """A problem that names the address, what its QR needs, and what there is."""
    place = card.places.get("see") or card.places.get("source") or card.places.get("id")
    shown = error.link if len(error.link) <= 80 else error.link[:77] + "…"
    if error.needed is None:
        message = _("no QR can hold this address of {count} characters: {link}").format(
            count=len(error.link), link=shown
        )
        return Problem(Code.QR_TOO_LARGE, message, place, _("use a shorter address of the same page"))
    message = _("the QR of {link} needs {needed} mm, and {size} has room for {room} mm").format(
        link=shown, needed=f"{error.needed:.1f}", room=f"{error.room:.1f}", size=size
    )
    return Problem(Code.QR_TOO_LARGE, message, place, _("choose a larger card, or a shorter address of the same page"))
