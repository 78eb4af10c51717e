"""LibreOffice opens and saves a list of agreements, and what is read of it stays the same."""

import subprocess

import pytest
from unit.press.agreement_list import filled

from kaartenspel.load.project import Project
from kaartenspel.press.agreements import read_agreements

FORMATS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods"}


def read(path):
    project = Project(path.parent)
    return read_agreements(project, path), [(one.message, one.place and one.place.said) for one in project.problems]


@pytest.mark.parametrize("suffix", FORMATS)
def test_saving_in_libreoffice_changes_nothing(tmp_path, suffix):
    cells = {"Afspraken C3": "20 januari 2027", "Afspraken B4": "‘ideeën’ – 5 €"}
    before = filled(tmp_path, 5, cells)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    folder = tmp_path / "saved"
    command = ["soffice", profile, "--headless", "--convert-to", FORMATS[suffix], "--outdir", folder, before]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    again, said = read(folder / f"afspraken.{suffix}")
    first, said_first = read(before)
    assert (again.items, again.day, again.look_back, again.title) == (
        first.items, first.day, first.look_back, first.title,
    )  # fmt: skip
    assert [message for message, _place in said] == [message for message, _place in said_first]
