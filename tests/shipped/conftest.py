from pathlib import Path
from typing import Any

import pytest
from shipped.made import Made, make


@pytest.fixture(scope="session")
def empty(tmp_path_factory) -> Path:
    """A project without files of its own: everything is what came along."""
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(scope="session")
def press(tmp_path_factory, empty):
    """Builds a shipped deck, once for each way of asking."""
    done: dict[Any, Made] = {}

    def pressed(deck: str, **options: Any) -> Made:
        key = (deck, *sorted(options.items()))
        if key not in done:
            done[key] = make(tmp_path_factory.mktemp("pdf"), deck, empty, **options)
        return done[key]

    return pressed


@pytest.fixture
def fresh(tmp_path, empty):
    """Builds a shipped deck and keeps nothing of it: a matrix of a thousand PDFs would fill the memory."""

    def pressed(deck: str, **options: Any) -> Made:
        return make(tmp_path, deck, empty, **options)

    return pressed
