"""A plan that is right: what it takes from cards and decks, what it says itself, and what a command changes."""

import datetime
import re
from pathlib import Path
from textwrap import dedent

import pytest

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop

HEAD = "workshop: proef\ntitle: Proef\nparticipants: 20\nstart: 13:30\n"


@pytest.fixture
def load(project):
    """Loads a plan from its text; gives it with the problems."""

    def load(text, head=HEAD, **asked):
        messages.use("nl")
        path = project / "workshops" / "proef.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(head + dedent(text), encoding="utf-8")
        run = Project(project)
        return load_workshop(run, path, **asked), run.problems

    return load


@pytest.fixture
def blocks(load):
    """The blocks of a plan in which nothing is wrong."""

    def blocks(text, **asked):
        plan, problems = load("blocks:\n" + dedent(text), **asked)
        assert problems == []
        return plan.meetings[0].blocks

    return blocks


# --- what a card and a deck bring -----------------------------------------------------------------------


def test_a_card_brings_what_is_on_it(blocks):
    (block,) = blocks("- card: werkvormen/wat-ik-nog-niet-wist")
    done = block.activity
    assert (done.title, done.label, done.colour) == ("Wat ik nog niet wist…", "Werkvorm", "work-form")
    assert done.goal.startswith("Horen wat collega’s")
    assert [step.minutes or step.minutes_each for step in done.steps] == [5, 2, 5, 10, 3]
    assert done.materials == ("timer", "pen en papier", "flap")
    assert len(done.tips) == 3
    assert (done.source.short, done.opens is not None, done.card.id) == (
        done.card.source.short,
        True,
        "wat-ik-nog-niet-wist",
    )
    assert (block.sort, block.grouping, block.minutes) == ("work", "pairs", None)
    (use,) = done.uses
    assert (use.deck.deck.deck, use.asked, use.per, use.played) == ("werkvormen", (done.card.id,), "plan", False)


def test_what_the_plan_says_goes_before_the_card(blocks):
    (block,) = blocks("""
        - card: werkvormen/wat-ik-nog-niet-wist
          title: Eigen titel
          goal: Eigen doel
          minutes: 12
          grouping: groups
          steps: [Eén stap]
          materials: []
          per: person
          see: dialooginstrument
        """)
    done = block.activity
    assert (done.title, done.goal, block.minutes, block.grouping) == ("Eigen titel", "Eigen doel", 12, "groups")
    assert ([step.text.text for step in done.steps], done.materials) == (["Eén stap"], ())
    assert (done.opens.short, done.uses[0].per) == ("Dialooginstrument", "person")


def test_a_deck_brings_how_it_is_played(blocks):
    (block,) = blocks("- {deck: stellingenspel, cards: 30-minuten, minutes: 30}")
    done = block.activity
    assert done.title.startswith("Stellingenspel")
    assert len(done.steps) == 6
    assert done.card is None
    (use,) = done.uses
    assert (use.asked, use.per, use.played, use.each) == (("30-minuten",), "group", True, None)
    assert block.grouping == "groups"


@pytest.mark.parametrize("said", ["8", "8 per tafel", "8 a table", "8 kaarten per groep", "8 Per Tafel"])
def test_a_number_of_cards_is_spread_over_the_groups_of_a_deck(blocks, said):
    (block,) = blocks(f"- {{deck: stellingenspel, cards: {said}, minutes: 30}}")
    (use,) = block.activity.uses
    assert use.each == 8
    assert use.cards[0].id == "speluitleg"
    assert use.asked == tuple(card.id for card in use.cards)
    groups = [card.group_id for card in use.cards[1:]]
    assert len(groups) == len(set(use.asked)) - 1 == 8
    assert sorted(groups.count(group) for group in use.deck.deck.groups) == [1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    ("grouping", "per"), [("groups", "group"), ("pairs", "pair"), ("alone", "person"), ("plenary", "plan")]
)
def test_a_deck_is_printed_for_those_who_work_together(blocks, grouping, per):
    (block,) = blocks(f"- {{deck: stellingenspel, grouping: {grouping}, minutes: 30}}")
    assert block.activity.uses[0].per == per


def test_prints_beside_a_block(blocks):
    (block,) = blocks("""
        - title: Kiezen
          minutes: 10
          print:
            - {deck: spelmateriaal, cards: antwoordkaart, per: person}
            - {deck: posters, sets: 2}
        """)
    one, two = block.activity.uses
    assert (one.asked, one.per, one.sets, one.played) == (("antwoordkaart",), "person", None, False)
    assert (two.asked, two.sets, len(two.cards)) == ((), 2, len(two.deck.cards))


def test_every_kind_of_card_can_fill_a_block(blocks):
    cards = ["casussen/stap-1-1", "stellingenspel/cultuur-1", "fasekaarten/cultuur-1"]
    made = blocks("".join(f"- {{card: {card}, minutes: 10}}\n" for card in cards))
    assert all(block.activity.title and block.activity.colour and block.activity.label for block in made)
    assert made[0].activity.say is not None
    assert made[0].activity.steps


def test_markup_is_read_in_what_is_said_and_noted(blocks):
    (block,) = blocks("- {title: Welkom, minutes: 5, say: '**Hallo** allemaal', notes: '- een'}")
    assert block.activity.say.blocks[0].runs[0].bold
    assert block.activity.notes.blocks[0].bullet


# --- what is left unsaid ----------------------------------------------------------------------------------


def test_blocks_get_a_title_a_sort_and_an_id(blocks):
    made = blocks("""
        - {sort: break, minutes: 15}
        - {title: Praten, minutes: 10, id: block-3}
        - {title: Luisteren, minutes: 10}
        - {sort: harvest, minutes: 10}
        """)
    assert [block.activity.title for block in made] == ["Pauze", "Praten", "Luisteren", "Oogst"]
    assert [block.sort for block in made] == ["break", "plenary", "plenary", "harvest"]
    assert len({block.id for block in made}) == 4


def test_words_are_in_the_language_of_the_plan(load):
    plan, _problems = load("blocks: [{sort: break, minutes: 15}]", f"{HEAD}language: en\n")
    assert plan.meetings[0].blocks[0].activity.title == "Break"


CARROUSEL = """
    - id: rondje
      minutes: 20
      change: 3
      {rounds}
      stations:
        - {{title: Een}}
        - {{deck: stellingenspel, room: hok}}
        - {{card: werkvormen/intervisie, groups: 2}}
    - {{sort: break, minutes: 15, at: "14:55"}}
    - {{resume: rondje}}
    """


def test_what_is_left_of_a_carrousel_comes_after_the_break(load):
    text = "rooms: {hok: {title: Hok, capacity: 12}}\nblocks:\n" + dedent(CARROUSEL.format(rounds="rounds: 2"))
    plan, problems = load(text)
    assert problems == []
    first, pause, second = plan.meetings[0].blocks
    assert (first.rounds, first.grouping, second.rounds, second.grouping) == (2, "carrousel", 1, "carrousel")
    assert (second.minutes, second.change, second.resume, second.stations) == (20, 3, "rondje", ())
    assert (second.activity.title, pause.at) == ("Carrousel", 895)
    assert [station.groups for station in first.stations] == [None, 2, 2]
    assert [station.activity.uses[0].per for station in first.stations[1:]] == ["group", "station"]


def test_no_rounds_are_left_where_the_carrousel_took_all(load):
    text = "rooms: {hok: {title: Hok}}\nblocks:\n" + dedent(CARROUSEL.format(rounds="notes: alles"))
    plan, (problem,) = load(text)
    assert plan is None
    assert "geen rondes meer over" in problem.message
    assert "resume: rondje" in problem.place.text


def test_people_are_shared_out_over_strands(load):
    plan, problems = load("""
        rooms: {hok: {title: Hok}}
        blocks:
          - strands:
              - {title: A, participants: 5, room: hok, blocks: [{title: a, minutes: 5}, {title: b, minutes: 5}]}
              - {title: B, blocks: [{title: c, minutes: 5}]}
              - {title: C, blocks: [{title: d, minutes: 5}]}
        """)
    assert problems == []
    (block,) = plan.meetings[0].blocks
    assert [strand.participants for strand in block.strands] == [5, 8, 7]
    assert [inner.activity.room for inner in block.strands[0].blocks] == ["hok", "hok"]
    assert (block.sort, block.activity.title) == ("work", "Tegelijk")


def test_strands_that_were_written_for_another_number_are_told_as_a_warning(load):
    text = """
        blocks:
          - strands:
              - {title: A, participants: 5, blocks: [{title: a, minutes: 5}]}
              - {title: B, participants: 15, blocks: [{title: b, minutes: 5}]}
        """
    plan, problems = load(text)
    assert (plan is not None, problems) == (True, [])
    plan, (problem,) = load(text, participants=18)
    assert plan is not None
    assert problem.warning


# --- the day, by the file and by the command --------------------------------------------------------------

WELCOME = "blocks: [{title: Welkom, minutes: 10}]"


def test_a_command_goes_before_the_file(load):
    plan, problems = load(WELCOME, participants=35, start=600, end=660, date=datetime.date(2027, 1, 20))
    (meeting,) = plan.meetings
    assert problems == []
    assert (plan.participants, meeting.start, meeting.end, meeting.date.year) == (35, 600, 660, 2027)


def test_a_command_says_what_the_file_does_not(load):
    plan, problems = load(WELCOME, "workshop: proef\ntitle: Proef\n", participants=0, start=0)
    assert problems == []
    assert (plan.participants, plan.meetings[0].start) == (0, 0)


def test_a_plan_of_several_meetings(load):
    text = """
        meetings:
          - {title: Een, date: 2027-01-20, start: 13:30, end: 15:00, blocks: [{sort: close, minutes: 5}]}
          - {title: Twee, start: 22:00, end: 1.00, blocks: [{sort: welcome, minutes: 5}]}
        """
    head = "workshop: proef\ntitle: Proef\nparticipants: 20\n"
    plan, problems = load(text, head)
    assert problems == []
    assert [(meeting.title, meeting.start, meeting.end) for meeting in plan.meetings] == [
        ("Een", 810, 900), ("Twee", 1320, 60),
    ]  # fmt: skip
    assert len({block.id for meeting in plan.meetings for block in meeting.blocks}) == 2
    plan, (problem,) = load(text, head, start=600)
    assert plan is None
    assert problem.place.line == 5


def test_a_deck_that_is_wrong_is_told_once_and_keeps_the_plan_from_being_made(load, project):
    (project / "decks").mkdir()
    cards = "cards:\n  - {id: een, text: Goed.}\n  - {id: twee, tekst: Fout.}\n"
    (project / "decks/stuk.yaml").write_text(f"deck: stuk\ntitle: Stuk\nkind: statement\n{cards}", encoding="utf-8")
    plan, problems = load("blocks: [{card: stuk/twee, minutes: 5}, {deck: stuk, minutes: 5}]")
    assert plan is None
    assert [(problem.code, problem.place.source.name) for problem in problems] == [("unknown-field", "decks/stuk.yaml")]


def test_what_the_page_on_plans_shows_is_right(load):
    page = (Path(__file__).parents[3] / "docs/how-to/plan.md").read_text(encoding="utf-8")
    first, second = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    room = re.search(r"`(rooms: .*?)`", page)[1]
    plan, problems = load(f"{room}\n{first}{second}", HEAD.replace("20", "37"))
    assert problems == []
    assert len(plan.meetings[0].blocks) == 7
