"""Plans as scripts, to the minute: the afternoon of 37 people, what does not add up, and files that stay."""

import re
from pathlib import Path

import pypdfium2
import pytest

from kaartenspel import messages
from kaartenspel.model.clock import as_clock
from kaartenspel.press.script import script
from kaartenspel.press.script_request import ScriptRequest
from kaartenspel.problems import KaartenspelError

AFTERNOON = """
workshop: middag
title: Waar staan wij?
participants: 37
start: "{start}"
end: "{end}"
groups: {{size: 5}}
rooms:
  aula: {{title: Aula, capacity: 60}}
blocks:
  - {{title: Welkom, sort: welcome, minutes: 10, least: {least}}}
  - {{title: Maak een rij, minutes: 5}}
  - {{title: Vertel om de beurt, minutes_each: 5, grouping: pairs}}
  - {{title: Samen, sort: plenary, minutes: 10}}
  - id: ronde
    title: Carrousel
    minutes: 20
    change: 3
    rounds: 2
    stations:
      - {{title: Fasekaarten, deck: fasekaarten, cards: kennismaking}}
      - {{title: Stellingen, deck: stellingenspel, cards: kennismaking}}
      - {{title: Casus, deck: casussen, cards: 30-minuten}}
  - {{title: Pauze, sort: break, minutes: 15, at: "14:55"}}
  - {{resume: ronde}}
  - {{title: Oogst, sort: harvest, minutes: {harvest}, least: 10}}
  - {{title: Afsluiting, sort: close, minutes: 10}}
"""


@pytest.fixture(autouse=True)
def dutch(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    messages.use("nl")


def run(folder: Path, *, strict: bool = False, formats=("md",), prints: bool = False, name: str = "middag", **said):
    """Write the plan and its script; gives the result and the warnings."""
    text = AFTERNOON.format(**{"start": "13:30", "end": "16:00", "least": 10, "harvest": 20} | said)
    (folder / "workshops").mkdir(exist_ok=True)
    (folder / "workshops/middag.yaml").write_text(text, encoding="utf-8")
    request = ScriptRequest(plans=(name,), formats=formats, prints=prints, output=folder / "output")
    (result,), warnings = script(request, folder, strict=strict)
    return result, warnings


def times(result) -> list[tuple[str, str, str]]:
    return [(entry.kind, entry.clock, as_clock(entry.end)) for entry in result.script.meetings[0].entries]


def test_the_afternoon_of_37_people_comes_out_to_the_minute(tmp_path) -> None:
    result, warnings = run(tmp_path)
    assert warnings == []
    assert times(result) == [
        ("block", "13:30", "13:40"),
        ("block", "13:40", "13:45"),
        ("block", "13:45", "14:00"),  # seventeen pairs and a trio
        ("block", "14:00", "14:10"),
        ("round", "14:10", "14:30"),
        ("change", "14:30", "14:33"),
        ("round", "14:33", "14:53"),
        ("buffer", "14:53", "14:55"),
        ("block", "14:55", "15:10"),
        ("round", "15:10", "15:30"),
        ("block", "15:30", "15:50"),
        ("block", "15:50", "16:00"),
    ]
    assert result.script.groups_line == "8 groepen: 5 × 5 en 3 × 4"
    (rotation,) = [entry.table for entry in result.script.meetings[0].entries if entry.stations]
    loads = [[len(re.findall(r"\d+", cell)) for cell in row[1:]] for row in rotation.rows]
    assert sorted(column[0] for column in loads) == [2, 3, 3]
    for column in zip(*loads, strict=True):
        assert sorted(column) == [2, 3, 3]
    assert not result.script.draft


def test_the_print_list_counts_half_the_pages_that_it_makes(tmp_path) -> None:
    result, _warnings = run(tmp_path, prints=True)
    folder = tmp_path / "output/middag-printen"
    assert len(result.script.prints) == 3
    for job in result.script.prints:
        assert job.both_sides
        assert len(pypdfium2.PdfDocument(folder / job.file)) == 2 * job.sheets
    said = pypdfium2.PdfDocument(folder / "printlijst.pdf")[0].get_textpage().get_text_range()
    for job in result.script.prints:
        assert job.file in said.replace("\r\n", "")


def test_a_carrousel_needs_sets_for_the_groups_that_are_there_at_once(tmp_path) -> None:
    result, _warnings = run(tmp_path)
    assert {job.deck: job.sets for job in result.script.prints} == {
        "fasekaarten": 3, "stellingenspel": 3, "casussen": 3,
    }  # fmt: skip


def test_a_late_start_overlaps_with_the_break(tmp_path) -> None:
    result, (warning,) = run(tmp_path, start="13:45", end="16:15")
    assert "13 minuten" in warning.message
    assert (warning.place.line, warning.warning) == (24, True)
    assert result.script.draft
    assert "13 minuten" in result.script.problems[0]
    text = (tmp_path / "output/middag.md").read_text(encoding="utf-8")
    assert "**Concept**" in text
    assert ("block", "14:55", "15:10") in times(result)


def test_too_long_names_what_can_be_shorter(tmp_path) -> None:
    result, (warning,) = run(tmp_path, end="15:45", least=5)
    assert "15 minuten te lang" in warning.message
    assert "Oogst (10 min)" in warning.hint
    assert "Welkom" not in warning.hint  # before the break that stands fast it would not help
    assert result.script.draft


def test_strict_writes_nothing_when_it_does_not_add_up(tmp_path) -> None:
    with pytest.raises(KaartenspelError, match="15 minuten te lang"):
        run(tmp_path, end="15:45", strict=True)
    assert not (tmp_path / "output").exists()


def test_a_word_file_changed_by_hand_stays(tmp_path) -> None:
    first, _warnings = run(tmp_path, formats=("docx",))
    again, _warnings = run(tmp_path, formats=("docx",))
    assert first.files == again.files
    assert again.moved == ()
    again.files[0].write_bytes(b"met de hand veranderd")
    third, _warnings = run(tmp_path, formats=("docx",))
    assert third.moved == third.files == (tmp_path / "output/middag-2.docx",)
    assert again.files[0].read_bytes() == b"met de hand veranderd"


@pytest.mark.parametrize("people, said", [(0, "er is niemand"), (1, "één persoon vormt geen groep")])
def test_too_few_people_for_groups_are_told_on_screen_and_on_paper(tmp_path, people, said) -> None:
    (tmp_path / "workshops").mkdir()
    plan = f"workshop: klein\ntitle: Klein\nparticipants: {people}\nstart: '9:00'\nblocks:\n"
    plan += "  - {title: Samen, minutes: 10, grouping: groups}\n"
    (tmp_path / "workshops/klein.yaml").write_text(plan, encoding="utf-8")
    request = ScriptRequest(plans=("klein",), formats=("md",), output=tmp_path / "output")
    (result,), warnings = script(request, tmp_path)
    assert [said in warning.message for warning in warnings] == [True]
    assert result.script.draft
    assert said in result.script.problems[0]
    with pytest.raises(KaartenspelError, match=said):
        script(request, tmp_path, strict=True)
