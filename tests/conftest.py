"""What all tests share: messages are English unless a test asks for another language, whichever test ran before."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Forget the language that a test, or the program that it ran, chose."""
    yield
    os.environ["LANGUAGE"] = "en"
