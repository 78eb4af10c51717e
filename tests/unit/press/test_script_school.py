"""The school on its script: logo and name at the head of the first page of each PDF, clear of the text."""

import dataclasses
import io
from pathlib import Path

import pytest
from pdfkit import Finished
from unit.compose.sample_script import afternoon

from kaartenspel.drawing import Figure
from kaartenspel.load.project import Project
from kaartenspel.model.card import School
from kaartenspel.outputs.fonts import Faces
from kaartenspel.pictures.load import load_picture
from kaartenspel.press.script_pdf import Setting, script_pdfs, write_script_pdf
from kaartenspel.problems import Code

PROJECT = Project(Path("/nowhere"))
EXAMPLE = Path(__file__).parents[3] / "editions/de-regenboog"
LONG = "Openbare basisschool voor daltononderwijs De Regenboog"
POINT = 25.4 / 72


def pdfs(school, theme="standard", script=None):
    chosen = PROJECT.theme(theme)
    words, faces = PROJECT.words("nl", None), Faces(PROJECT.theme_fonts(chosen))
    return script_pdfs(Setting(PROJECT, chosen, words, faces, None, school), script or afternoon())


@pytest.fixture(scope="module")
def logo():
    loaded, problems = load_picture(EXAMPLE, "logo.svg", None)
    assert problems == []
    return loaded


@pytest.mark.parametrize("theme", ["standard", "grey", "large-print"])
@pytest.mark.parametrize("wrong", [(), ("Het past niet.",)], ids=["right", "draft"])
def test_logo_and_name_are_clear_of_the_text(logo, theme, wrong):
    script = dataclasses.replace(afternoon(), problems=wrong)
    made, problems = pdfs(School("De Regenboog", logo), theme, script)
    assert problems == []
    for pdf in made[:3]:
        first, *others = [sheet.placed[0].drawing for sheet in pdf.document.sheets]
        (mark,) = [item for item in first.items if isinstance(item, Figure)]
        (name,) = [text for text in first.texts() if text.text == "De Regenboog"]
        below = [text for text in first.texts() if text is not name and text.text != "Concept"]
        assert mark.y + mark.height <= min(text.y - POINT * text.size for text in below)
        assert mark.x + mark.width < name.x
        assert mark.y < name.y < mark.y + mark.height
        assert not [item for page in others for item in page.items if isinstance(item, Figure)]
        fills = {path.fill for path in mark.image.paths if path.fill}
        assert (theme == "grey") == all(len({fill[1:3], fill[3:5], fill[5:7]}) == 1 for fill in fills)


@pytest.mark.parametrize("theme", ["standard", "large-print"])
def test_a_long_name_keeps_clear_of_the_mark_of_a_draft(logo, theme):
    script = dataclasses.replace(afternoon(), problems=("Het past niet.",))
    made, problems = pdfs(School(LONG, logo), theme, script)
    assert problems == []
    for pdf in made[:3]:
        stream = io.BytesIO()
        write_script_pdf(pdf, Faces(PROJECT.theme_fonts(PROJECT.theme(theme))))(stream)
        head = [(text, x) for text, x, y in Finished(stream.getvalue()).characters(0) if y < 17 and text.strip()]
        (draft,) = [text for text in pdf.document.sheets[0].placed[0].drawing.texts() if text.text == "Concept"]
        assert "".join(text for text, x in head if x < draft.x - 3) == LONG.replace(" ", "")


def test_a_name_that_does_not_fit_or_that_no_font_has_is_told():
    _made, problems = pdfs(School("Samenwerkingsverband " * 40, None))
    assert {problem.code for problem in problems} == {Code.TEXT_TOO_LONG}
    made, problems = pdfs(School("School 🐟", None))
    assert made == []
    assert [problem.code for problem in problems] == [Code.NO_GLYPH]


def test_without_a_school_there_is_no_head():
    made, problems = pdfs(None)
    assert problems == []
    assert not [item for item in made[0].document.sheets[0].placed[0].drawing.items if isinstance(item, Figure)]
