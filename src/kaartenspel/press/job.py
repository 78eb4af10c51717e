"""One deck on its way to paper: its size, grid, faces and sheets. Lengths are mm."""

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO, Literal

from kaartenspel.compose import caption as captions
from kaartenspel.compose.cards import Composer
from kaartenspel.compose.context import Frame
from kaartenspel.compose.glyphs import deck_glyph_problems, glyph_problems
from kaartenspel.compose.measure import Measure
from kaartenspel.compose.resolution import coarse_pictures
from kaartenspel.drawing import Document, Drawing, Sheet
from kaartenspel.impose.caption import caption_area, has_strip
from kaartenspel.impose.frame import Grid
from kaartenspel.impose.order import PageSide, pages, sheet_count
from kaartenspel.impose.sheets import impose
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.sheet import Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.fonts import Faces as FontFiles
from kaartenspel.press.evened import Composed, Fits, composed, grouped, sized
from kaartenspel.press.margin import Margin
from kaartenspel.press.printers import Moves
from kaartenspel.press.request import BuildRequest
from kaartenspel.press.rooms import frame_of, frames
from kaartenspel.press.version import version
from kaartenspel.problems import Code, Problem

Faces = tuple[Drawing, Drawing]


@dataclass(frozen=True)
class Job:
    """A deck with everything that was chosen for it."""

    project: Project
    request: BuildRequest
    deck: LoadedDeck
    cards: tuple[Card, ...]
    size: Size
    grid: Grid
    theme: Theme
    words: Words
    measure: Measure
    moves: Moves | None = None

    @cached_property
    def composer(self) -> Composer:
        """Makes the faces, on the room that the grid gives a card."""
        frame, name = frame_of(self.grid), self.size.size
        return Composer(self.measure, self.theme, self.words, self.deck, frame, self.project.size, name, self._frames)

    @cached_property
    def copies(self) -> tuple[Card, ...]:
        """The cards of one set, each as often as asked for, and blank ones that fill a numbered set's last sheet.

        A screen shows every card once: copies are for hands.
        """
        if self.grid.screen:
            return tuple(card for card in self.cards if card.copies)
        cards = [card for card in self.cards for _copy in range(card.copies)]
        return (*cards, *(self._blank() for _slot in range(self.blanks)))

    @cached_property
    def blanks(self) -> int:
        """How many blank cards fill the last sheet of a set; none where sets are not numbered."""
        printed = sum(card.copies for card in self.cards)
        return -printed % len(self.grid.slots) if self.request.sets and printed else 0

    @property
    def sheets(self) -> int:
        """The sheets of paper of all sets."""
        return (self.request.sets or 1) * self._sheets_a_set

    @cached_property
    def version(self) -> str:
        """Six characters that tell one print from another."""
        return version(self.deck, self.cards, self.words)

    def problems(self) -> list[Problem]:
        """What keeps this deck from paper; faces that are right are kept for the document."""
        found = [problem for card in self.cards for problem in glyph_problems(self.measure, card)]
        found += deck_glyph_problems(self.measure, self.deck)
        found = found or self.face_problems()
        captioned = has_strip(self.grid) and not self.grid.screen
        if all(problem.warning for problem in found) and captioned and self.caption(1, "front") is None:
            message = _("the name ‘{deck}’ is too long for the line in the margin of the sheets")
            hint = _("give the deck a shorter name, or choose a sheet with a wider margin")
            found.append(Problem(Code.TEXT_TOO_LONG, message.format(deck=self.deck.deck.deck), self.deck.place, hint))
        return found

    def face_problems(self) -> list[Problem]:
        """What does not fit; or else a warning for each picture that is too coarse to print."""
        wrong = [face for faces in self._composed.values() for face in faces if isinstance(face, Problem)]
        return wrong if wrong or self.grid.screen else self.coarse(self._composed)

    def coarse(self, composed: Mapping[str, Composed]) -> list[Problem]:
        """A warning for each picture on these faces that has too few pixels."""
        cards = {card.id: card for card in self.copies}
        drawn = (
            (cards[name], [face for face in faces if isinstance(face, Drawing)]) for name, faces in composed.items()
        )
        return [problem for card, faces in drawn for problem in coarse_pictures(card, faces)]

    def fits(self) -> bool:
        """Whether every card's text fits, however small; what else may be wrong is not looked at."""
        return all(self.composer.fits(card) for card in self.cards)

    def faces_of(self, card: str) -> Faces:
        """The front and back of a card by its id; only to be asked for where there are no problems."""
        front, back = self._composed[card]
        if isinstance(front, Problem) or isinstance(back, Problem):
            raise RuntimeError(f"card {card!r} is drawn although it has a problem")
        return front, back

    def document(self) -> Document:
        """The sheets of all sets; only to be asked for where there are no problems."""
        deck = self.deck.deck
        return Document(deck.title, deck.language, self._sides(), f"{deck.deck} {self.version}")

    def write(self, target: BinaryIO) -> None:
        """The PDF, into an open file; only to be asked for where there are no problems."""
        from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only a build that writes needs it

        write_pdf(self.document(), self.measure if isinstance(self.measure, FontFiles) else FontFiles(), target)

    def end(self) -> None:
        """Nothing more is asked of this job."""

    @property
    def side_count(self) -> int:
        """How many sides of paper, or pages of a screen, it takes."""
        if self.grid.screen:
            shown = zip(self.copies, self._faces(1), strict=True)
            return (self.request.sets or 1) * sum(len(_on_screen(card, faces)) for card, faces in shown)
        return len(self.page_sides)

    @property
    def page_sides(self) -> list[PageSide]:
        """The sides of paper in print order, for cards that are printed on paper."""
        count = len(self.copies) * (self.request.sets or 1)
        return pages(count, len(self.grid.slots), self.request.duplex, self.request.order, self.grid.skipped)

    def _sides(self) -> tuple[Sheet, ...]:
        """The sides of paper, or the pages of a screen."""
        if self.grid.screen:
            faces_ = [
                face
                for number in range(1, (self.request.sets or 1) + 1)
                for card, faces in zip(self.copies, self._faces(number), strict=True)
                for face in _on_screen(card, faces)
            ]
            return impose(faces_, [None] * len(faces_), self.grid, "none")
        fronts: list[Drawing] = []
        backs: list[Drawing | None] = []
        for number in range(1, (self.request.sets or 1) + 1):
            for front, back in self._faces(number):
                fronts.append(front)
                backs.append(back)
        return self.printed(fronts, backs)

    def printed(
        self, fronts: Sequence[Drawing], backs: Sequence[Drawing | None], only: Container[int] | None = None
    ) -> tuple[Sheet, ...]:
        """The sides of paper, of all sheets or of `only` these, moved for the printer."""
        request = self.request
        sheets = impose(fronts, backs, self.grid, request.duplex, request.order, self.caption, only)
        if self.moves is None:
            return sheets
        return self.moves.on(sheets, [side for side in self.page_sides if only is None or side.sheet in only])

    @cached_property
    def _composed(self) -> dict[str, Composed]:
        """Front and back of each card, by id, without a set's number."""
        printed = {card.id for card in self.copies}
        sizes = {group: sized(self.composer, cards, printed) for group, cards in self.groups.items()}
        return self.composed(self.copies, sizes)

    @cached_property
    def groups(self) -> Mapping[Hashable, list[Card]]:
        """The cards whose sizes are evened out together."""
        return grouped(self.deck.cards, self.copies)

    def sized(self, group: Hashable) -> Fits:
        """At which sizes the fronts of a group fit, by the cards' ids."""
        return sized(self.composer, self.groups[group])

    def composed(self, cards: Iterable[Card], sizes: Mapping[Hashable, Fits]) -> dict[str, Composed]:
        """Front and back of these cards, by id, the fronts' sizes evened out over their groups."""
        return composed(self.composer, cards, sizes)

    def _faces(self, number: int) -> Iterator[Faces]:
        """The faces of a set in order; only backs that carry the set's number are made anew for each set."""
        made: dict[str, Faces] = {}
        for card in self.copies:
            if card.id not in made:
                front, back = self._composed[card.id]
                if self.request.sets and _has_imprint(card):
                    back = self.composer.back(card, number)
                if isinstance(front, Problem) or isinstance(back, Problem):
                    raise RuntimeError(f"card {card.id!r} is drawn although it has a problem")
                made[card.id] = front, back
            yield made[card.id]

    @cached_property
    def _sheets_a_set(self) -> int:
        return sheet_count(len(self.copies) + len(self.grid.skipped), len(self.grid.slots))

    def _blank(self) -> Card:
        """A card to write on, with the deck's own back."""
        kind = self.project.kind("blank", None)
        if kind is None:
            raise RuntimeError("the shipped kind 'blank' is missing")
        return Card("", kind, None, None, "", 0, 1, {}, None, None, {})

    @cached_property
    def _rooms(self) -> dict[str, Frame]:
        """The room of a face on each size."""
        return frames(self.project, self.request.paper)

    def _frames(self) -> Mapping[str, Frame]:
        return self._rooms

    def caption(self, sheet: int, side: Literal["front", "back"]) -> Drawing | None:
        """What stands in the margin of a side."""
        if not has_strip(self.grid):
            return None
        area, turned = caption_area(self.grid)
        length, height = (area.height, area.width) if turned else (area.width, area.height)
        return captions.caption(self.measure, self.theme, self._margin.wordings(sheet, side), length, height)

    @cached_property
    def _margin(self) -> Margin:
        name, divided = self.deck.deck.deck, self.grid.divided
        sheets = self.sheets if self.request.order == "cut-and-stack" else self._sheets_a_set
        return Margin(name, self.version, sheets, divided, self.request, self.words)


def _on_screen(card: Card, faces: Faces) -> Faces | tuple[Drawing]:
    """The pages of a card on a screen: a back that is empty or only names the deck is not shown."""
    return faces if card.kind.back.ground == "paper" and faces[1].items else faces[:1]


def _has_imprint(card: Card) -> bool:
    """Whether a card's back says which set it is of."""
    return any(part.region == "imprint" for part in card.kind.back.regions)
