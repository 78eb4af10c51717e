"""What the page for the caretaker says of a print."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sample_script import afternoon

from kaartenspel.compose.script_prints import _about


def test_a_block_called_like_its_deck_is_not_said_twice() -> None:
    job = replace(afternoon().prints[0], title="Stellingenspel", detail="Stellingenspel · 3 lege")
    assert _about(job) == ["Stellingenspel", "3 lege"]


def test_what_a_deck_is_used_for_stays() -> None:
    job = replace(afternoon().prints[0], title="Werkvormen", detail="Intervisie · 3 lege")
    assert _about(job) == ["Werkvormen", "Intervisie", "3 lege"]
