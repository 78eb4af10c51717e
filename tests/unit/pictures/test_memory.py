"""The memory that a build with large pictures takes, measured in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from pictures.samples import flat_rows, logo, png, put, saved
from PIL import Image

SRC = Path(__file__).parents[3] / "src"
MOST = 400
MEASURED = """
import sys
from io import BytesIO
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from kaartenspel.drawing import Document, Drawing, Placed, Rect, Sheet
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.load import load_picture
folder, name, width = Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])
loaded, problems = load_picture(folder, name, None)
assert not problems, problems
drawing = Drawing(width, width, fit(loaded, Rect(0, 0, width, width)))
with (folder / "uit.pdf").open("wb") as file:
    write_pdf(Document("x", "nl", (Sheet(width, width, (Placed(drawing, 0, 0),)),)), Faces(), file)
status = Path("/proc/self/status")
if status.exists():
    # not ru_maxrss, which a child takes over from whoever started it
    print(next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM")))
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2)
"""


def megabytes(folder, name, width):
    """The most memory that a document with this picture takes, and the first page as it looks."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(SRC), str(folder), name, str(width)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return float(done.stdout)


def page(folder):
    from kaartenspel.outputs.png import render

    return render(folder / "uit.pdf", 36)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="no such figure is to be had there without another package")
@pytest.mark.parametrize("width", [57, 420])
def test_a_logo_of_12000_by_9000(tmp_path, width):
    put(tmp_path, "logo.png", logo())
    assert megabytes(tmp_path, "logo.png", width) < MOST
    image = page(tmp_path)
    side = image.width
    upper, lower = image.getpixel((side // 2, side // 4)), image.getpixel((side // 2, side * 3 // 4))
    assert (upper, lower) == ((200, 20, 30), (10, 40, 160))
    assert image.getpixel((side // 2, side // 20)) == (255, 255, 255)


@pytest.mark.skipif(sys.platform == "win32", reason="no such figure is to be had there without another package")
@pytest.mark.parametrize("width", [57, 420])
def test_opacity_of_12000_by_9000(tmp_path, width):
    rows = flat_rows(12_000, 9_000, 4_500, [(200, 20, 30, 255), (10, 40, 160, 0)])
    put(tmp_path, "logo.png", png(12_000, 9_000, 8, 6, rows))
    assert megabytes(tmp_path, "logo.png", width) < MOST
    image = page(tmp_path)
    side = image.width
    assert [image.getpixel((side // 2, side * part // 4)) for part in (1, 3)] == [(200, 20, 30), (255, 255, 255)]


@pytest.mark.skipif(sys.platform == "win32", reason="no such figure is to be had there without another package")
@pytest.mark.parametrize("mode, width", [("RGB", 57), ("RGB", 420), ("CMYK", 57)])
def test_a_jpeg_of_12000_by_9000(tmp_path, mode, width):
    put(tmp_path, "logo.jpg", saved(Image.new("RGB", (12_000, 9_000), (200, 20, 30)).convert(mode), "JPEG"))
    assert megabytes(tmp_path, "logo.jpg", width) < MOST


@pytest.mark.skipif(sys.platform == "win32", reason="no such figure is to be had there without another package")
def test_a_progressive_jpeg_as_large_as_is_taken(tmp_path):
    put(tmp_path, "logo.jpg", saved(Image.new("RGB", (9_000, 7_500), (200, 20, 30)), "JPEG", progressive=True))
    assert megabytes(tmp_path, "logo.jpg", 57) < MOST
