"""`kaartenspel new agreements` and `harvest --agreements`: what is said, and with which code it ends."""

import json

from unit.press.agreement_list import filled


def test_from_an_empty_list_to_three_files(main, project):
    code, said, _errors = main("new", "agreements", "afspraken")
    assert (code, "kaartenspel harvest --agreements afspraken.xlsx" in said) == (0, True)
    code, _said, errors = main("harvest", "--agreements", "afspraken.xlsx")
    assert (code, "afspraken.xlsx [Afspraken] A1" in errors) == (1, True)
    assert not (project / "output").exists()
    filled(project, 2)
    code, said, errors = main("harvest", "--agreements", "afspraken.xlsx", "--format", "json")
    (result,) = json.loads(said)["results"]
    assert (code, errors, result["look_back"], result["sheets"]) == (0, "", "2027-01-05", 1)
    assert all((project / result[name]).stat().st_size for name in ("poster", "reminder", "calendar"))


def test_dates_on_the_command_line_go_first_and_what_is_not_there_is_wrong_use(main, project):
    filled(project, 1)
    code, said, _errors = main("harvest", "--agreements", "afspraken.xlsx", "--look-back", "12-1-2027", "--strict")
    assert (code, "12-01-2027" in said) == (0, True)
    assert main("harvest", "--agreements", "afspraken.xlsx", "--edition", "nergens")[0] == 2
    assert main("harvest", "--agreements", "afspraken.xlsx", "--theme", "roze")[0] == 2
    assert main("harvest", "--agreements", "weg.xlsx")[0] == 4
    assert main("harvest")[0] == 2


def test_the_list_is_where_the_next_plan_starts(main, project):
    filled(project, 2, {"Afspraken B3": None})
    code, said, errors = main("plan", "--after", "afspraken.xlsx", "--minutes", "45", "--participants", "12")
    assert (code, "workshops/terugkijken-45.yaml" in said, "[Afspraken] B3" in errors) == (0, True, True)
    assert "15:30" in said
    code, _said, errors = main("check", "workshops/terugkijken-45.yaml", "--strict")
    assert (code, errors) == (0, "")
    assert main("plan", "--minutes", "45", "--participants", "12")[0] == 2
