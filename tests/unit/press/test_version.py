"""The version of a print knows the words of the language that its cards bear, and no others."""

from dataclasses import replace

import pytest
from shipped import truth

from kaartenspel.drawing import Drawing
from kaartenspel.load.project import Project
from kaartenspel.press.build import make_job
from kaartenspel.press.choose import deck_paths, load_decks
from kaartenspel.press.job import Job
from kaartenspel.press.language import printed_words
from kaartenspel.press.request import BuildRequest


@pytest.fixture(scope="module")
def jobs() -> list[Job]:
    project = Project(truth.ROOT)
    decks = load_decks(project, deck_paths(project, ()), b"")
    made = [make_job(project, BuildRequest(size="a4"), deck) for deck in decks]
    assert project.problems == []
    assert len(made) > 10
    return [job for job in made if job is not None]


def with_word(job: Job, name: str, said: str) -> Job:
    return replace(job, words=job.words.model_copy(update={"words": {**job.words.words, name: said}}))


def marked(job: Job) -> tuple[Job, dict[str, str]]:
    """The job with a mark in the place of each word, and the words by their marks."""
    marks = {f"Q{index:02}x": name for index, name in enumerate(sorted(job.words.words))}
    words = job.words.model_copy(update={"words": {name: mark for mark, name in marks.items()}})
    return replace(job, words=words), marks


def test_the_words_named_are_the_words_drawn(jobs):
    """On the faces of every shipped deck, where each word is a mark that nothing else can be."""
    seen = set()
    for job in jobs:
        made, marks = marked(job)
        faces = [face for card in made.copies for face in made.faces_of(card.id)]
        said = " ".join(text.text for face in faces if isinstance(face, Drawing) for text in face.texts())
        drawn = {name for mark, name in marks.items() if mark in said}
        assert printed_words(made.copies) == drawn, job.deck.deck.deck
        seen |= drawn
    assert {"card", "of", "minutes", "each", "idea", "how-to-play", "who"} <= seen


def test_a_word_on_the_cards_changes_the_version(jobs):
    for job in jobs:
        for name in printed_words(job.cards):
            assert with_word(job, name, "Nieuw").version != job.version, (job.deck.deck.deck, name)


def test_a_word_elsewhere_leaves_the_version(jobs):
    job = jobs[0]
    for name in ("version", "sheet", "both-sides", "set", "overview", "trim-line"):
        assert with_word(job, name, "Nieuw").version == job.version


def test_only_the_cards_that_are_printed_count(jobs):
    """How to play has words of its own; without it they may change."""
    job = next(job for job in jobs if job.deck.deck.deck == "stellingenspel")
    less = replace(job, cards=tuple(card for card in job.cards if card.kind.kind != "instruction"))
    assert with_word(job, "how-to-play", "Nieuw").version != job.version
    assert with_word(less, "how-to-play", "Nieuw").version == less.version
