"""What poppler, qpdf and Ghostscript say of the PDFs of every shipped deck, and of its overview.

They are not our own readers: what they find wrong, a printer's software may find too.
"""

import re
import subprocess
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest, Result

DECKS = sorted(Project(Path(__file__).parent / "nowhere").names("decks"))
WAYS = {"standard": {}, "low-ink": {"theme": "low-ink"}, "fold": {"duplex": "fold", "sets": 2}}
EACH = [pytest.param(deck, "standard", id=deck) for deck in DECKS]
EACH += [pytest.param("stellingenspel", way, id=f"stellingenspel-{way}") for way in WAYS if way != "standard"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder, done = tmp_path_factory.mktemp("empty"), {}

    def pressed(deck: str, way: str) -> Result:
        if (deck, way) not in done:
            request = BuildRequest(decks=(deck,), output=folder / way, overview=True, **WAYS[way])
            ((done[deck, way],), _warnings) = build(request, folder)
        return done[deck, way]

    return pressed


def files(result: Result) -> list[Path]:
    return [result.file, result.overview]


def run(*command: str | Path) -> str:
    """What a program says, on both outputs; it must end well."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


@pytest.mark.parametrize("deck, way", EACH)
def test_every_font_is_embedded_as_a_subset(made, deck, way):
    for file in files(made(deck, way)):
        lines = run("pdffonts", file).splitlines()[2:]
        fonts = [re.search(r"(\S+) +TrueType +\S+ +(\w+) +(\w+) +(\w+) ", line) for line in lines]
        assert fonts, file
        assert [line for line, font in zip(lines, fonts, strict=True) if not font] == []
        assert {font.groups()[1:] for font in fonts} == {("yes", "yes", "yes")}, lines  # embedded, subset, Unicode


@pytest.mark.parametrize("deck, way", EACH)
def test_pdfinfo_knows_what_it_is(made, deck, way):
    result = made(deck, way)
    for file, pages in zip(files(result), (result.sides, None), strict=True):
        said = dict(re.findall(r"^([\w ]+):[ ]+(.*)$", run("pdfinfo", "-box", file), re.MULTILINE))
        assert said["Title"]
        assert said["Encrypted"] == "no"
        assert said["JavaScript"] == "no"
        assert "CreationDate" not in said
        assert pages is None or int(said["Pages"]) == pages
        width, height = (float(side) for side in re.findall(r"[\d.]+", said["Page size"])[:2])
        assert sorted((round(width), round(height))) == [595, 842]


@pytest.mark.parametrize("deck, way", EACH)
def test_qpdf_finds_nothing(made, deck, way):
    for file in files(made(deck, way)):
        said = run("qpdf", "--check", file)
        assert "No syntax or stream encoding errors found" in said
        assert "WARNING" not in said


@pytest.mark.parametrize("deck, way", EACH)
def test_ghostscript_renders_it_without_a_word(made, deck, way):
    for file in files(made(deck, way)):
        quiet = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-r36")
        assert run("gs", *quiet, "-sDEVICE=png16m", "-sOutputFile=/dev/null", file).strip() == ""


def test_a_broken_file_is_seen(made, tmp_path):
    data = made("feedbacktips", "standard").file.read_bytes()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(data[: len(data) // 2])
    with pytest.raises(AssertionError):
        run("qpdf", "--check", broken)
    with pytest.raises(AssertionError):
        run("pdffonts", broken)
    with pytest.raises(AssertionError):
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", broken)
