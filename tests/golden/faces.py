"""The faces that are kept as text: one card of each sort of layout, front and back, with their drawings as dumps."""

from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.outputs.dump import dump
from kaartenspel.press.build import make_jobs
from kaartenspel.press.request import BuildRequest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent
CARDS = {
    "stellingenspel": "cultuur-3",
    "fasekaarten": "focus-6",
    "werkvormen": "wat-ik-nog-niet-wist",
    "wel-niet": "sportdag",
    "spelmateriaal": "antwoordkaart",
    "posters": "onderzoekscyclus",
}
"""A card of each deck that shows its kind's regions."""


def drawn() -> dict[str, str]:
    """The dump of each kept card, by the name of its file."""
    project = Project(ROOT)
    jobs = make_jobs(project, BuildRequest(decks=tuple(CARDS)))
    if project.problems:
        raise ValueError(project.problems[0].message)
    found: dict[str, str] = {}
    for job in jobs:
        name = job.deck.deck.deck
        faces = job.faces_of(CARDS[name])
        found[f"{name}.{CARDS[name]}.txt"] = "\n".join(dump(face) for face in faces)
    return found


def write() -> None:
    """Write the goldens anew: look at what git says of them before it is committed."""
    for name, text in drawn().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
