"""The shipped layouts, as functions that make grids."""

from pathlib import Path

import pytest
import yaml

from kaartenspel.impose.grid import make_grid
from kaartenspel.model.sheet import Paper, SheetLayout, Size

LAYOUTS = Path(__file__).parents[3] / "layouts"


def layout(sort, model, name):
    return model.model_validate(yaml.load((LAYOUTS / sort / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader))


@pytest.fixture
def shipped():
    """`shipped("poker", "a4", "touching")` is the grid of these three."""

    def make(size, paper, sheet=None, half=False, **changes):
        card = layout("sizes", Size, size)
        lay = layout("sheets", SheetLayout, sheet or card.sheet).model_copy(update=changes)
        return make_grid(card, layout("papers", Paper, paper), lay, half)

    return make
