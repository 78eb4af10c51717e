"""Composes the faces of a deck's cards on one frame. Lengths are mm."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kaartenspel.compose.context import Context, Frame, Kept
from kaartenspel.compose.face import Fit, draw_face, fit_face, fits
from kaartenspel.compose.foot import QrTooLargeError
from kaartenspel.compose.hyphenation import hyphenator
from kaartenspel.compose.ladder import Ladder
from kaartenspel.compose.measure import Measure
from kaartenspel.compose.refuse import qr_too_large, too_long
from kaartenspel.drawing import Drawing
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.kind import FaceSpec
from kaartenspel.model.sheet import Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.problems import Problem

POKER = 63.0 * 88.0
"""The area of a poker card, to which themes give their lengths."""
_LENGTHS = 0.37  # how lengths grow with the area of a card: an A6 gets 1.5 times the margin of a poker card
_TYPE = 0.42
_ON_SCREEN = 2.2


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes faces. `home` gives the size that a kind is meant for, `frames` the rooms of all sizes.

    They are asked only where they are needed: frames for a text that does not fit.
    """

    measure: Measure
    theme: Theme
    words: Words
    deck: LoadedDeck
    frame: Frame
    home: Callable[[str], Size | None]
    size_name: str
    frames: Callable[[], Mapping[str, Frame]]
    _ladders: dict[tuple[str | None, Frame], Ladder] = field(default_factory=dict)
    _kept: Kept = field(default_factory=dict)
    _ahead: dict[str, tuple[Fit, Drawing | None]] = field(default_factory=dict)
    _backs: dict[tuple[str, str | None, bool], Fit] = field(default_factory=dict)

    def fit_front(self, card: Card, least: int = 0, *, ahead: bool = False) -> Fit | Problem:
        """The largest sizes, from the step `least` on, at which a card's front fits; or what is wrong with it.

        With `ahead` it is drawn so at once, for who asks for it at these sizes: that saves measuring it twice.
        """
        spec = card.kind.front
        try:
            context = self.context(card, spec, self.frame)
            found = fit_face(context, spec, least)
            if found and ahead:
                self._ahead[card.id] = found.fit, draw_face(context, spec, found.fit, found.draw)
            return found.fit if found else too_long(self, card, spec)
        except QrTooLargeError as error:
            return qr_too_large(error, card, self.size_name)

    def fits(self, card: Card, frame: Frame | None = None) -> bool:
        """Whether both faces fit at the smallest sizes, on this frame or another."""
        return all(self.face_fits(card, spec, frame or self.frame) for spec in (card.kind.front, card.kind.back))

    def face_fits(self, card: Card, spec: FaceSpec, frame: Frame) -> bool:
        """Whether a face fits at the smallest sizes; one whose QR is too large does not."""
        try:
            return fits(self.context(card, spec, frame), spec)
        except QrTooLargeError:
            return False

    def front(self, card: Card, fit: Fit) -> Drawing | None:
        """The front of a card at these sizes, or None where it does not fit so."""
        drawn = self._ahead.pop(card.id, None)
        if drawn is not None and drawn[0] == fit:
            return drawn[1]
        return draw_face(self.context(card, card.kind.front, self.frame), card.kind.front, fit)

    def back(self, card: Card, set_number: int | None = None) -> Drawing | Problem:
        """The back of a card in a set, or what is wrong with it."""
        spec = card.kind.back
        context = self.context(card, spec, self.frame, set_number)
        try:
            return self._shared_back(context, spec) or self._own_back(context, spec) or too_long(self, card, spec)
        except QrTooLargeError as error:
            return qr_too_large(error, card, self.size_name)

    def _shared_back(self, context: Context, spec: FaceSpec) -> Drawing | None:
        """A back that is alike for all cards of a group, at the sizes of the first."""
        key = (context.card.kind.kind, context.card.group_id, bool(context.card.code))
        if key not in self._backs and _is_own(spec):
            return None
        if key not in self._backs:
            found = fit_face(context, spec)
            if found is None:
                return None
            self._backs[key] = found.fit
        return draw_face(context, spec, self._backs[key])

    def _own_back(self, context: Context, spec: FaceSpec) -> Drawing | None:
        found = fit_face(context, spec)
        return draw_face(context, spec, found.fit, found.draw) if found else None

    def context(self, card: Card, spec: FaceSpec, frame: Frame, set_number: int | None = None) -> Context:
        """What a face of a card is set with on a frame."""
        coloured = spec.ground == "kind"
        return Context(
            self.measure,
            hyphenator(self.deck.deck.language, self.words.compounds),
            self.theme,
            self.words,
            self.deck,
            card,
            frame,
            self._ladder(card.kind.size, frame),
            set_number,
            reversed=coloured and self.theme.backs == "full",
            wide=coloured,
            kept=self._kept,
        )

    def _ladder(self, home_name: str | None, frame: Frame) -> Ladder:
        """The sizes of type for a kind with this size of its own, on a frame."""
        key = (home_name, frame)
        if key not in self._ladders:
            home = self.home(home_name) if home_name else None
            area, home_area = frame.width * frame.height, (home.width * home.height if home else POKER)
            scale = min(max((area / home_area) ** _TYPE, 0.6), _ON_SCREEN)
            ratio = min(max((area / POKER) ** _LENGTHS, 0.8), 2.2)
            if frame.screen:  # what is read from a distance may be as large as it fits
                scale = _ON_SCREEN
            self._ladders[key] = Ladder(self.theme, scale, ratio, screen=frame.screen)
        return self._ladders[key]


def _is_own(spec: FaceSpec) -> bool:
    """Whether a face shows what differs from card to card."""
    return any(getattr(part, "field", None) or getattr(part, "fields", None) for part in spec.regions)
