"""`build --watch` in a terminal of its own and in a pipe: what is typed in the editor, and what is then to be seen."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

pty = pytest.importorskip("pty")
START = "import sys; from kaartenspel.cli import main; sys.exit(main())"
OWN_TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
DECK = "deck: proef\ntitle: Proef\nkind: statement\ncards:\n  - id: een\n    text: {text}\n"
SOURCE = Path(__file__).parents[2] / "src"
PATIENCE = 60
"""Seconds after which a test gives up: far more than it takes, for machines that are busy."""
WIPED = "\x1b[2J"


class Watching:
    """The program as it watches; all that it has said so far."""

    def __init__(self, folder, arguments=(), *, terminal=True):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "KAARTENSPEL"))}
        environment |= {"TERM": "xterm", "PYTHONUTF8": "1", "COLUMNS": "100", "PYTHONPATH": str(SOURCE)}
        command = [sys.executable, "-c", OWN_TERMINAL + START if terminal else START, "build", "--watch", *arguments]
        self.said = ""
        if terminal:
            self.keys, theirs = pty.openpty()
            ends = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
            self.process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, **ends)
            os.close(theirs)
            self._reads = self.keys
        else:
            self._reads, theirs = os.pipe()
            self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=theirs, stderr=theirs)
            os.close(theirs)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self):
        while True:
            try:
                data = os.read(self._reads, 65536)
            except OSError:  # Linux: the other side of the terminal is closed
                return
            if not data:
                return
            self.said += data.decode("utf-8", "replace")

    def sees(self, pattern, start=0):
        """Waits for what is said after `start`; gives where it ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = re.search(pattern, self.said[start:])
            if found:
                return start + found.end()
            assert self.process.poll() is None, self.said
            time.sleep(0.02)
        raise AssertionError(f"{pattern!r} was not said: {self.said[start:]!r}")

    def stop(self):
        """Ctrl+C; gives the exit code."""
        if hasattr(self, "keys"):
            os.write(self.keys, b"\x03")
        else:
            self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._thread.join(PATIENCE)
        return code


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "decks" / "proef.yaml"
    path.parent.mkdir()
    save(path, "Eerste zin")
    return path


@pytest.fixture
def watching(tmp_path):
    started = []

    def start(*arguments, **more):
        started.append(Watching(tmp_path, arguments, **more))
        return started[-1]

    yield start
    for watch in started:
        if watch.process.poll() is None:
            watch.process.kill()
            watch.process.wait()


def save(path, text):
    path.write_text(DECK.format(text=text), "utf-8")


def says(pdf, text):
    """Whether a whole PDF is there that holds this text."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        return text in document[0].get_textpage().get_text_range()


MADE = r"\d\d:\d\d:\d\d  output/proef\.pdf(: de problemen zijn opgelost)? \(\d+,\d s\)"


def test_edit_break_and_mend_in_a_terminal(deck, watching, tmp_path):
    pdf, watch = tmp_path / "output" / "proef.pdf", watching()
    at = watch.sees(MADE)
    assert "stop met Ctrl+C" in watch.said
    assert says(pdf, "Eerste zin")

    save(deck, "Tweede zin")
    at = watch.sees(MADE, at)
    assert says(pdf, "Tweede zin")
    good = pdf.read_bytes()
    assert WIPED not in watch.said

    deck.write_text(deck.read_text("utf-8").replace("text:", "tekst:"), "utf-8")
    at = watch.sees("unknown-field", at)
    assert "de laatste goede pdf blijft staan" in watch.said
    assert "decks/proef.yaml:6:5" in watch.said
    assert pdf.read_bytes() == good

    save(deck, "Derde zin")
    at = watch.sees(MADE, at)
    last = watch.said.rpartition(WIPED)[2]
    assert "de problemen zijn opgelost" in last
    assert "unknown-field" not in last
    assert says(pdf, "Derde zin")

    assert watch.stop() == 130
    assert watch.said[at:].replace("^C", "").replace("\x1b[K", "").split() == ["Gestopt."]
    assert sorted(path.name for path in pdf.parent.iterdir()) == ["proef.pdf"]


def test_the_pdf_is_whole_at_every_moment_of_many_quick_edits(deck, watching, tmp_path):
    pdf, watch = tmp_path / "output" / "proef.pdf", watching()
    watch.sees(MADE)
    seen, done = set(), threading.Event()
    faults: list[Exception] = []

    def look():
        while not done.is_set():
            try:
                data = pdf.read_bytes()
                if data not in seen:
                    assert pikepdf.open(BytesIO(data)).check_pdf_syntax() == []
                    seen.add(data)
            except Exception as error:  # whatever it is, the test tells it
                faults.append(error)

    looker = threading.Thread(target=look)
    looker.start()
    try:
        for number in range(60):
            edit(deck, number)
            time.sleep(0.03)
        save(deck, "Laatste zin")
        end = time.monotonic() + PATIENCE
        while not says(pdf, "Laatste zin") and time.monotonic() < end:
            time.sleep(0.02)
    finally:
        done.set()
        looker.join()
    assert faults == []
    assert says(pdf, "Laatste zin")
    assert len(seen) >= 2
    assert watch.stop() == 130


def edit(deck, number):
    """As editors do it: over the file, by another that takes its place, in two halves, or by way of nothing."""
    text = DECK.format(text=f"Zin {number}")
    if number % 4 == 0:
        deck.write_text(text, "utf-8")
    elif number % 4 == 1:
        deck.with_suffix(".yaml~").write_text(text, "utf-8")
        deck.with_suffix(".yaml~").replace(deck)
    elif number % 4 == 2:
        deck.write_text(text[: len(text) // 2], "utf-8")
    else:
        deck.unlink()
        deck.write_text(text, "utf-8")


def test_saving_by_rename_and_a_file_that_is_briefly_missing_are_no_problems(deck, watching, tmp_path):
    watch, other = watching(), deck.with_name(".proef.yaml.swp")
    at = watch.sees(MADE)
    save(other, "Tweede zin")
    other.replace(deck)
    at = watch.sees(MADE, at)
    deck.replace(other)
    time.sleep(0.5)
    save(other, "Derde zin")
    other.replace(deck)
    watch.sees(MADE, at)
    assert says(tmp_path / "output" / "proef.pdf", "Derde zin")
    assert re.search("is weg|kan zo niet", watch.said) is None


def test_in_a_pipe_it_says_plain_lines_and_follows_new_decks_and_sources(deck, watching, tmp_path):
    watch = watching("--proof", "--theme", "low-ink", terminal=False)
    made = MADE.replace("proef", "proef.low-ink").replace(r"\.pdf", r"\.pdf, output/proof/proef.low-ink")
    at = watch.sees(made)
    assert (tmp_path / "output/proof/proef.low-ink.png").exists()
    deck.with_name("ander.yaml").write_text(DECK.format(text="x").replace("proef", "ander"), "utf-8")
    at = watch.sees("output/ander.low-ink.pdf", at)
    deck.with_name("sources.yaml").write_text("sources: {}\n", "utf-8")
    at = watch.sees("output/ander.low-ink.pdf.*\n(.*\n)*.*output/proef.low-ink.pdf", at)
    deck.unlink()
    watch.sees("decks/proef.yaml is weg; de pdf blijft staan", at)
    assert watch.stop() == 130
    assert watch.said.endswith("Gestopt.\n")
    assert "\x1b" not in watch.said


def test_a_program_reads_a_line_of_json_for_each_build(deck, watching):
    watch = watching("--format", "json", terminal=False)
    at = watch.sees("}\n")
    deck.write_text("deck: proef\n", "utf-8")
    watch.sees("}\n", at)
    assert watch.stop() == 130
    first, second = (json.loads(line) for line in watch.said.splitlines() if line.startswith("{"))
    assert (first["failed"], first["results"][0]["file"]) == (False, "output/proef.pdf")
    assert (second["failed"], second["results"]) == (True, [])
    assert second["problems"][0]["code"] == "missing-field"


@pytest.mark.parametrize("arguments, said", [
    (["-"], "niet ‘-’"), (["nee"], "‘nee’ bestaat niet"), (["--theme", "nee"], "‘nee’ bestaat niet"),
])  # fmt: skip
def test_what_cannot_be_watched_is_wrong_use(deck, watching, arguments, said):
    watch = watching(*arguments, terminal=False)
    assert watch.process.wait(PATIENCE) == 2
    watch._thread.join(PATIENCE)
    assert said in watch.said
    assert "Wacht op wijzigingen" not in watch.said
