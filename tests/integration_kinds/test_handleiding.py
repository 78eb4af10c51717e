"""The manual tells the truth: every file in it is written and every command run, in order, in an empty folder."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from integration_kinds.school import School

MANUAL = Path(__file__).parents[2] / "docs" / "handleiding.md"
FENCE = re.compile(r"^```(\w*)([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INSTALLS = {
    "winget install astral-sh.uv", "uv tool install kaartenspel", "brew install uv", "pipx install kaartenspel",
}  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A fenced block: what language it is in, what more is said behind the fence, and its lines."""

    sort: str
    more: str
    text: str


def blocks(manual: str) -> list[Block]:
    return [Block(sort, more.strip(), text) for sort, more, text in FENCE.findall(manual)]


class Reader:
    """Someone who does what the manual says, in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard = ""
        self.wrong: list[str] = []

    def follow(self, manual: str) -> list[str]:
        """Do everything; gives what turned out otherwise."""
        for block in blocks(manual):
            getattr(self, f"_{block.sort}", self._other)(block)
        return self.wrong

    def _yaml(self, block: Block) -> None:
        name = re.match(r"# (\S+\.yaml)\n", block.text)
        if name is None:
            self.wrong.append(f"no file is named: {block.text[:40]}")
            return
        path = self.folder / name[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")

    def _console(self, block: Block) -> None:
        self.heard = ""
        for line in block.text.splitlines():
            self._command(line, int(block.more.removeprefix("exit=") or 0))

    def _command(self, line: str, wanted: int) -> None:
        program, _space, rest = line.partition(" ")
        if line in INSTALLS:
            return
        if program == "mkdir":
            (self.folder / rest).mkdir()
        elif program == "cd":
            self.folder = self.folder / rest
        elif program == "kaartenspel":
            done = School(self.folder).run(line)
            self.heard += done.stdout + done.stderr
            if done.returncode != wanted or "aarschuwing" in done.stderr:
                self.wrong.append(f"{line}: {done.returncode}\n{done.stdout}{done.stderr}")
        else:
            self.wrong.append(f"no one can run: {line}")

    def _text(self, block: Block) -> None:
        """What a command is said to answer, line by line; a line may end earlier than it does on screen."""
        heard = self.heard.splitlines()
        for line in block.text.splitlines():
            if not any(said.startswith(line) for said in heard):
                self.wrong.append(f"not heard: {line}\nbut: {self.heard}")

    def _other(self, block: Block) -> None:
        self.wrong.append(f"a block in no known language: {block.text[:40]}")


@pytest.fixture(scope="module")
def manual():
    return MANUAL.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reader(manual, tmp_path_factory):
    """Who has done everything, once."""
    reader = Reader(tmp_path_factory.mktemp("leeg"))
    reader.follow(manual)
    return reader


def test_everything_in_the_manual_works(reader):
    assert reader.wrong == []
    made = {path.name for path in (reader.folder / "output").glob("*.pdf")}
    assert {"stellingenspel.pdf", "onze-stellingen.pdf", "lesbezoek.regenboog.pdf"} <= made


def test_all_that_the_manual_leaves_behind_is_right(reader):
    done = School(reader.folder).run("kaartenspel check --strict")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        "```console\nkaartenspel buid\n```",
        "```console\nformat c:\n```",
        "```console\nkaartenspel --version\n```\n\n```text\nVersie duizend\n```",
        "```yaml\ndeck: zonder-bestand\n```",
        "```python\nprint()\n```",
    ],
)
def test_what_is_wrong_in_a_manual_is_seen(wrong, tmp_path):
    assert Reader(tmp_path).follow(wrong + "\n") != []


def test_a_word_behind_a_dash_in_the_text_is_an_option_that_exists(manual, school):
    commands = re.findall(r"^  ([a-z]+) ", school.run("kaartenspel --help").stdout, re.MULTILINE)
    helped = "".join(school.run(f"kaartenspel {command} --help").stdout for command in commands)
    options = set(re.findall(r"`[^`]*?(--[a-z]+)", FENCE.sub("", manual)))
    assert "--duplex" in options
    assert {option for option in options if option not in helped} == set()


def test_the_list_at_the_top_leads_to_each_chapter(manual):
    chapters = re.findall(r"^## (.+)$", manual, re.MULTILINE)
    listed = re.findall(r"^\d+\. \[(.+)\]\(#(.+)\)$", manual, re.MULTILINE)
    assert [name for name, _anchor in listed] == chapters
    assert [re.sub(r"[^\w -]", "", name.lower()).replace(" ", "-") for name in chapters] == [at for _n, at in listed]
