"""The layouts that say how large something is: card sizes, papers, and how cards lie on them."""

from kaartenspel.load.layouts import Layouts
from kaartenspel.load.sheets import check_sheet
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.problems import Place
from kaartenspel.reading.values import Value, place_at


class Measured(Layouts):
    """Sizes, papers and sheets by name."""

    def size(self, name: str, place: Place | None = None) -> Size | None:
        """A size of cards."""
        return self._get(Size, "layouts/sizes", name, place)

    def paper(self, name: str, place: Place | None = None) -> Paper | None:
        """A paper."""
        return self._get(Paper, "layouts/papers", name, place)

    def sheet(self, name: str, place: Place | None = None) -> SheetLayout | None:
        """A way to lay cards on paper."""
        return self._get(SheetLayout, "layouts/sheets", name, place)

    def is_measured_right(self, checked: Size | SheetLayout, value: Value) -> bool:
        """Whether a size has its sheet, and a pre-cut sheet comes out on its paper; what is wrong is noted."""
        if isinstance(checked, Size):
            return self.sheet(checked.sheet, place_at(value, ("sheet",))) is not None
        if checked.precut is None:
            return True
        paper = self.paper(checked.precut.paper, place_at(value, ("precut", "paper")))
        problems = list(check_sheet(checked, checked.precut, paper, value)) if paper else []
        self.problems += problems
        return paper is not None and all(problem.warning for problem in problems)
