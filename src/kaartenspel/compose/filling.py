"""Pages that fill from top to bottom: what goes on on a new page stands under what must be there again; in mm."""

from dataclasses import dataclass, field

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.drawing import Item


@dataclass(slots=True)
class Filling:
    """The pages while they fill, each from `top` to `bottom`."""

    top: float
    bottom: float
    pages: list[list[Item]] = field(default_factory=list)
    y: float = 0.0

    def __post_init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """A new page."""
        self.pages.append([])
        self.y = self.top

    def fits(self, height: float) -> bool:
        """Whether so much more goes on this page."""
        return self.y + height <= self.bottom + 1e-6

    def put(self, *settings: Setting, again: Setting = NOTHING) -> None:
        """Put these under each other on one page; if that is a new one, under what must be there `again`."""
        if not self.fits(sum(setting.height for setting in settings)):
            self.begin()
            settings = (again, *settings)
        for setting in settings:
            self.pages[-1] += setting.draw(self.y)
            self.y += setting.height
