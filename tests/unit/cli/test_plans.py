"""Plans on the command line: begun with `new`, shown by `list`, looked at by `check`."""

import json

from kaartenspel.reading.find import shipped


def test_a_new_plan_is_right_at_once(main, project):
    code, out, _err = main("new", "plan", "mijn-middag")
    assert code == 0
    assert "workshops/mijn-middag.yaml" in out
    assert "kaartenspel script mijn-middag" in out
    assert main("check", "--strict", "mijn-middag") == (0, "1 bestand nagekeken: alles klopt.\n", "")
    text = (project / "workshops/mijn-middag.yaml").read_text(encoding="utf-8")
    assert "# hoeveel mensen er komen" in text


def test_what_a_new_plan_keeps_in_comments_is_right_too(main, project):
    main("new", "plan", "mijn-middag")
    file = project / "workshops/mijn-middag.yaml"
    (project / "workshops/deelnemers.csv").write_text("naam;school\n" + "".join(f"Naam {n};A\n" for n in range(24)))
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line.replace("# ", "", 1) if line.lstrip().startswith("# ") else line for line in lines[3:]]
    # the break at four and one more card take time: only the names and values are looked at here
    file.write_text("\n".join(kept).replace("end: 16:30", "end: 17:30").replace("at: 16:00", "") + "\n")
    assert main("check", "mijn-middag")[0] == 0, main("check", "mijn-middag")


def test_a_new_plan_has_no_kind_and_hides_nothing(main, project):
    code, _out, err = main("new", "plan", "mijn-middag", "--kind", "phase")
    assert (code, "heeft geen soort" in err) == (2, True)
    code, _out, err = main("new", "plan", "stellingenspel-45")
    assert (code, "meegeleverd" in err) == (2, True)
    assert main("new", "plan", "eigen")[0] == 0
    before = (project / "workshops/eigen.yaml").read_bytes()
    assert main("new", "plan", "eigen")[0] == 2
    assert (project / "workshops/eigen.yaml").read_bytes() == before


def test_plans_are_listed_with_whose_they_are(main):
    main("new", "plan", "mijn-middag")
    code, out, _err = main("list", "plans", "--format", "json")
    rows = {row["name"]: row for row in json.loads(out)}
    assert code == 0
    assert set(rows) == {"mijn-middag", *(path.stem for path in shipped("workshops").glob("*.yaml"))}
    assert (rows["mijn-middag"]["minutes"], rows["mijn-middag"]["people"]) == ("60", "24")
    assert rows["mijn-middag"]["file"] == "workshops/mijn-middag.yaml"
    assert rows["stellingenspel-45"]["file"] == ""


def test_a_list_of_people_is_no_plan(main, project):
    main("new", "plan", "mijn-middag")
    (project / "workshops/deelnemers.yaml").write_text("- Noor\n- Sem\n", encoding="utf-8")
    assert "deelnemers" not in main("list", "plans")[1]
    assert main("check", "workshops/mijn-middag.yaml", "decks/proef.yaml")[0] == 0


def test_check_looks_at_all_own_plans(main, project):
    main("new", "plan", "mijn-middag")
    file = project / "workshops/mijn-middag.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("minutes: 25", "minuten: 25"), encoding="utf-8")
    code, _out, err = main("check")
    assert code == 1
    assert "bedoelde je ‘minutes’?" in err


def test_a_plan_may_lie_anywhere_and_its_times_are_looked_at(main, project):
    main("new", "plan", "mijn-middag")
    text = (project / "workshops/mijn-middag.yaml").read_text(encoding="utf-8")
    (project / "ergens").mkdir()
    (project / "ergens/mijn-middag.yaml").write_text(text.replace("end: 16:30", "end: 16:00"), encoding="utf-8")
    code, _out, err = main("check", "ergens/mijn-middag.yaml")
    assert (code, "[times]" in err) == (0, True)
    assert main("check", "--strict", "ergens/mijn-middag.yaml")[0] == 1
