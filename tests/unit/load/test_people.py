"""Who comes: lists in YAML and tables as spreadsheets write them."""

import pytest

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.model.plan import Person

PLAN = "workshop: proef\ntitle: Proef\npeople: {file}\nstart: 13:30\nblocks: [{{title: Welkom, minutes: 10}}]\n"
BOTH = (Person("Zoë Jansen", "De Regenboog", "leraar"), Person("Sem", "Het Baken", ""))


@pytest.fixture
def load(project):
    """Loads a plan with a file of people."""

    def load(data, file="deelnemers.csv", **asked):
        messages.use("nl")
        folder = project / "workshops"
        folder.mkdir(exist_ok=True)
        (folder / file).write_bytes(data if isinstance(data, bytes) else data.encode())
        (folder / "proef.yaml").write_text(PLAN.format(file=file), encoding="utf-8")
        run = Project(project)
        assert "proef" in run.names("workshops")
        return load_workshop(run, folder / "proef.yaml", **asked), run.problems, set(run.names("workshops"))

    return load


@pytest.mark.parametrize(
    "text",
    [
        "naam;school;rol\nZoë Jansen;De Regenboog;leraar\nSem;Het Baken;\n",
        "Naam,School,Rol\r\nZoë Jansen,De Regenboog,leraar\r\nSem,Het Baken,\r\n",
        "ROLE\tNAME\tSCHOOL\nleraar\tZoë Jansen\tDe Regenboog\n\tSem\tHet Baken\n",
        'school;naam;rol\n"De Regenboog";" Zoë  Jansen ";leraar\n\nHet Baken;Sem;\n;;\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_in_any_order_and_encoding(load, text, encoding):
    plan, problems, _names = load(text.encode(encoding))
    assert problems == []
    assert plan.people == BOTH
    assert plan.participants == 2


@pytest.mark.parametrize(
    "text",
    [
        "- {name: Zoë Jansen, school: De Regenboog, role: leraar}\n- {name: Sem, school: Het Baken}\n",
        "# wie er komen\npeople:\n  - name: Zoë Jansen\n    school: De Regenboog\n    role: leraar\n"
        "  - {name: Sem, school: Het Baken}\n",
    ],
)
def test_a_list_in_yaml_is_no_plan(load, text):
    plan, problems, names = load(text, "deelnemers.yaml")
    assert problems == []
    assert plan.people == BOTH
    assert "deelnemers" not in names


def test_names_alone(load):
    plan, problems, _names = load("- Zoë\n- Sem\n", "deelnemers.yaml")
    assert problems == []
    assert [person.name for person in plan.people] == ["Zoë", "Sem"]


def test_a_name_that_stands_twice_is_told_as_a_warning(load):
    plan, (problem,), _names = load("naam\nSem\nNoor\nsem\n")
    assert problem.warning
    assert (problem.place.source.name, problem.place.line) == ("workshops/deelnemers.csv", 4)
    assert len(plan.people) == 3


def test_two_people_of_one_name_at_two_schools_are_two_people(load):
    _plan, problems, _names = load("naam;school\nSem;De Regenboog\nSem;Het Baken\n")
    assert problems == []


def test_a_column_that_is_not_read_is_told(load):
    plan, (problem,), _names = load("naam;e-mail\nSem;sem@example.nl\n")
    assert problem.warning
    assert "e-mail" in problem.message
    assert plan.people == (Person("Sem"),)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("school;rol\nDe Regenboog;leraar\n", "missing-field", 1),
        ("naam;school\n;De Regenboog\n", "missing-field", 2),
        ("naam\n<b>Sem</b>\n", "markup", 2),
    ],
)
def test_a_table_that_is_wrong(load, text, code, line):
    plan, problems, _names = load(text)
    assert plan is None
    assert (str(problems[0].code), problems[0].place.line) == (code, line)


def test_a_table_with_a_head_alone_has_nobody(load):
    plan, (problem,), _names = load("naam;school\n")
    assert plan is None
    assert "niemand" in problem.message


def test_another_number_on_the_day_leaves_the_names_out(load):
    plan, (problem,), _names = load("naam\nSem\nNoor\n", participants=3)
    assert (plan.participants, plan.people) == (3, ())
    assert problem.warning
    assert "2 namen voor 3 mensen" in problem.message
    plan, problems, _names = load("naam\nSem\nNoor\n", participants=2)
    assert (len(plan.people), problems) == (2, [])


@pytest.mark.parametrize("file", ["../elders.csv", "/etc/passwd", "deelnemers.docx", "weg.csv"])
def test_a_file_elsewhere_of_another_sort_or_away(project, file):
    messages.use("nl")
    folder = project / "workshops"
    folder.mkdir()
    (project / "elders.csv").write_text("naam\nSem\n", encoding="utf-8")
    (folder / "proef.yaml").write_text(PLAN.format(file=file), encoding="utf-8")
    run = Project(project)
    assert load_workshop(run, folder / "proef.yaml") is None
    (problem,) = run.problems
    assert (problem.place.line, problem.place.column) == (3, 9)


def test_a_link_to_a_file_elsewhere_is_not_followed(project):
    messages.use("nl")
    folder = project / "workshops"
    folder.mkdir()
    (project / "elders.csv").write_text("naam\nSem\n", encoding="utf-8")
    (folder / "mensen.csv").symlink_to(project / "elders.csv")
    (folder / "proef.yaml").write_text(PLAN.format(file="mensen.csv"), encoding="utf-8")
    run = Project(project)
    assert load_workshop(run, folder / "proef.yaml") is None
    assert "map van het plan" in run.problems[0].message
