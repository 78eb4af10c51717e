"""Every form that the print list of a shipped plan names is in its folder of prints, for everybody who needs one."""

from pathlib import Path

import pypdfium2
import pytest
import yaml

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.press import script as press
from kaartenspel.press.script_request import ScriptRequest

PLANS = Project(Path(__file__).parent / "nowhere").names("workshops")


def named(node):
    """The forms that a plan's file names, wherever they stand."""
    if isinstance(node, dict):
        return {node["form"]} if "form" in node else {form for value in node.values() for form in named(value)}
    return {form for value in node for form in named(value)} if isinstance(node, list) else set()


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The prints of each plan: its folder, and its script. Only forms and the slip are written."""
    made = {}
    write, find = press.write_copy, press.find_problems
    press.write_copy = lambda copy: write(copy) if ".formulier." in copy.target.name else copy.target
    press.find_problems = lambda *_asked: None  # whether the decks fit is asked elsewhere
    messages.use("nl")
    try:
        for name in PLANS:
            folder = tmp_path_factory.mktemp(name)
            request = ScriptRequest(plans=(name,), prints=True, output=folder)
            ((result,), _warnings) = press.script(request, folder)
            made[name] = folder / f"{name}-printen", result
    finally:
        press.write_copy, press.find_problems = write, find
        messages.use("en")
    return made


@pytest.mark.parametrize("plan", PLANS)
def test_every_form_that_a_print_list_names_is_in_the_folder_of_prints(plan, printed):
    folder, result = printed[plan]
    asked = named(yaml.safe_load(PLANS[plan].path.read_text(encoding="utf-8")))
    files = [path.name for path in folder.glob("*.formulier.*.pdf")] if folder.is_dir() else []
    assert {name.removeprefix(f"{plan}.formulier.").split(".")[0] for name in files} == asked
    told = [job for job in result.script.prints if ".formulier." in job.file]
    assert sorted(job.file for job in told) == sorted(files)
    for job in told:
        pages = len(pypdfium2.PdfDocument(folder / job.file))
        assert pages % job.sets == 0
        assert job.sheets == (pages // 2 if job.both_sides else pages)
        assert job.command.split()[:3] == ["kaartenspel", "forms", plan]


def test_most_plans_bring_forms_and_each_person_or_group_gets_one(printed):
    assert sum(1 for folder, _result in printed.values() if folder.is_dir() and list(folder.glob("*.formulier.*"))) >= 9
    sets = {job.file: job.sets for _folder, result in printed.values() for job in result.script.prints}
    assert sets["partnerschapsdag.formulier.checklist-partnerschap.pdf"] == 48
    assert sets["partnerschapsdag.formulier.fasenblad.pdf"] == 8
    # at a station groups come one after another, and each writes on a sheet of its own
    assert sets["waar-staan-wij.formulier.scores.pdf"] == 8
    assert sets["stappenplan-ontwikkelmodel.formulier.afspraken.pdf"] == 2
