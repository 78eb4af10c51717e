"""`kaartenspel plan`: what it says, and with which code it ends."""

import json

import pytest

FEEDBACK = ("plan", "--goal", "feedback", "--minutes", "90", "--participants", "24")


def test_a_plan_is_made_and_becomes_a_script(main, project):
    code, out, err = main(*FEEDBACK, "--start", "9.00 uur")
    assert (code, err) == (0, "")
    assert out.splitlines()[1].startswith("09:00")
    assert "workshops/feedback-90.yaml staat klaar" in out
    assert main("check", "--strict", "workshops/feedback-90.yaml")[0] == 0
    assert main("script", "feedback-90", "--to", "md", "--strict")[0] == 0
    assert (project / "output/feedback-90.md").is_file()


def test_a_second_plan_is_written_beside_the_first(main, project):
    main(*FEEDBACK)
    before = (project / "workshops/feedback-90.yaml").read_bytes()
    code, out, _err = main(*FEEDBACK, "--materials", "timer, beamer")
    assert code == 0
    assert "workshops/feedback-90.yaml bestond al en blijft zoals het is." in out
    assert "Niets bij dit doel vraagt om: beamer." in out
    assert "workshops/feedback-90-2.yaml staat klaar" in out
    assert (project / "workshops/feedback-90.yaml").read_bytes() == before


def test_the_same_for_a_program(main):
    code, out, _err = main(*FEEDBACK, "--format", "json")
    (result,) = json.loads(out)["results"]
    assert code == 0
    assert sum(block["minutes"] for block in result["blocks"]) == 90
    assert (result["plan"], result["file"]) == ("feedback-90", "workshops/feedback-90.yaml")


def test_nothing_that_fits_is_a_problem_and_nothing_is_written(main, project):
    code, out, err = main("plan", "--goal", "onderzoek", "--minutes", "30", "--participants", "12")
    assert (code, out) == (1, "")
    assert "het kortste plan voor dit doel duurt 35 minuten [no-plan]" in err
    assert not (project / "workshops").exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--minutes", "morgen"), "‘morgen’ is geen tijdsduur"),
        (("--minutes", "5"), "15 tot 720"),
        (("--start", "25:00"), "25:00"),
        (("--goal", "feedbak"), "bedoelde je ‘feedback’?"),
        (("--group-size", "1"), "1"),
    ],
)
def test_what_cannot_be_read_is_wrong_use(main, more, words):
    code, _out, err = main(*FEEDBACK, *more)
    assert code == 2
    assert words in err


def test_goals_are_listed(main):
    code, out, _err = main("list", "goals")
    assert code == 0
    assert "leren-in-teams" in out


def test_a_goal_that_names_what_is_not_there_is_seen_by_check(main, project):
    (project / "layouts/goals").mkdir(parents=True)
    fits = "  - {card: werkvormen/intervisi, why: Zo.}\n  - {deck: feedbacktip, why: Zo.}\n  - {why: Zo.}\n"
    fits += "  - {deck: feedbacktips, cards: nergens, why: Zo.}\n"
    head = "goal: eigen\ntitle: Eigen\naim: Iets.\nwelcome: Hoi.\nharvest: Wat?\nagreements: Wie?\nfits:\n"
    (project / "layouts/goals/eigen.yaml").write_text(head + fits, encoding="utf-8")
    code, _out, err = main("check", "layouts/goals/eigen.yaml")
    assert code == 1
    assert "bedoelde je ‘werkvormen/intervisie’?" in err
    assert "bedoelde je ‘feedbacktips’?" in err
    assert "‘nergens’ bestaat niet" in err
    assert "wat geen kaart en geen spel is, heeft een titel en minuten nodig" in err
    assert main("plan", "--goal", "eigen", "--minutes", "60", "--participants", "12")[0] == 1
