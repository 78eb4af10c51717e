"""Work that makes values by the hundred thousand and no circles among them."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# a process that ends gives its memory back at once: looking for circles in it first takes a tenth of a large build
atexit.register(gc.freeze)


@contextmanager
def without_collector() -> Iterator[None]:
    """Python does not look for circles meanwhile: that doubles the time of reading, and costs a build a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _age()
            gc.enable()


def _age() -> None:
    """Count all that was made as old: else the collector would look through it at once, for nothing."""
    gc.freeze()
    gc.unfreeze()


@contextmanager
def swept() -> Iterator[None]:
    """Work of which little stays: what it leaves in circles is gone at its end, before other work takes its room.

    What was there before is not looked through.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
        if was_on:
            gc.enable()
