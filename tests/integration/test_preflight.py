"""Planted faults, one a file, each found as what it is; nothing is found in the sound twin of each."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.colors import CMYKColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kaartenspel.compose.qr import symbol
from kaartenspel.load.project import Project
from kaartenspel.outputs.fonts import FOLDER
from kaartenspel.preflight.order import found_order
from kaartenspel.preflight.run import preflight

MM = 72 / 25.4
WIDTH, HEIGHT, BLEED = 63.0, 88.0, 3.0
LINK = "https://example.org/kaart/1"
INK = CMYKColor(0.8, 0.2, 0.1, 0.1)
BLACK = CMYKColor(0, 0, 0, 1)


def picture(mode: str, pixels: int, colour) -> Image.Image:
    return Image.new(mode, (pixels, pixels), colour)


class Card:
    """A sound card of two pages; each fault changes one thing."""

    font, ground, type_, line, module, left = "Own", INK, 9.0, 0.75, 0.5, 20.0
    order = "front-back"

    def __init__(self, **fault) -> None:
        self.colour, self.picture, self.over = BLACK, picture("CMYK", 300, (90, 20, 20, 20)), BLEED
        for name, value in fault.items():
            setattr(self, name, value)

    def data(self) -> bytes:
        stream = BytesIO()
        path = next(FOLDER.glob("*.ttf"))
        pdfmetrics.registerFont(TTFont("Own", str(path)))
        size = ((WIDTH + 2 * BLEED) * MM, (HEIGHT + 2 * BLEED) * MM)
        canvas = Canvas(stream, pagesize=size, initialFontName="Own")
        sides = [lambda n=n: self.front(canvas, n) for n in (1, 2, 3)]
        turned = [(side, lambda: self.back(canvas)) for side in sides]
        pairs = turned if self.order == "front-back" else [pair[::-1] for pair in turned]
        if self.order == "apart":
            pairs = [tuple(sides), (turned[0][1],) * 3]
        for pair in pairs:
            for side in pair:
                side()
                canvas.showPage()
        canvas.save()
        return finished(stream.getvalue())

    def whole(self, canvas: Canvas) -> None:
        canvas.setFillColor(self.ground)
        corner, over = (BLEED - self.over) * MM, 2 * self.over
        canvas.rect(corner, corner, (WIDTH + over) * MM, (HEIGHT + over) * MM, stroke=0, fill=1)

    def back(self, canvas: Canvas) -> None:
        self.whole(canvas)

    def front(self, canvas: Canvas, number: int) -> None:
        self.whole(canvas)
        canvas.setFillColor(CMYKColor(0, 0, 0, 0))
        canvas.rect(8 * MM, 8 * MM, 53 * MM, 78 * MM, stroke=0, fill=1)
        canvas.setFillColor(self.colour)
        canvas.setFont(self.font, self.type_)
        canvas.drawString(self.left * MM, 75 * MM, f"Stelling {number}")
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(self.line)
        canvas.line(20 * MM, 70 * MM, 50 * MM, 70 * MM)
        canvas.drawImage(reader(self.picture), 35 * MM, 45 * MM, 20 * MM, 20 * MM)
        self.code(canvas)

    def code(self, canvas: Canvas) -> None:
        rows = symbol(LINK)
        path, module = canvas.beginPath(), self.module * MM
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark == "1":
                    path.rect(15 * MM + across * module, 40 * MM - (down + 1) * module, module, module)
        canvas.setFillColor(BLACK)
        canvas.drawPath(path, stroke=0, fill=1)


def reader(image: Image.Image):
    from reportlab.lib.utils import ImageReader

    return ImageReader(image)


XMP = "<x><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x>"


def finished(data: bytes, *, intent: bool = True) -> bytes:
    """Boxes, an output intent and metadata, as a shop asks."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            trim = [BLEED * MM, BLEED * MM, (WIDTH + BLEED) * MM, (HEIGHT + BLEED) * MM]
            page.obj.TrimBox, page.obj.BleedBox = Array(trim), page.obj.MediaBox
        if intent:
            pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])
        pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)

    return changed(data, change)


def changed(data: bytes, change) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, fix_metadata_version=False)
    return target.getvalue()


def bleed_box(points: float):
    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            left, low, right, high = (float(side) for side in page.obj.TrimBox)
            page.obj.BleedBox = Array([left - points, low - points, right + points, high + points])

    return lambda card: changed(card.data(), change)


def without_intent(card: Card) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.OutputIntents

    return changed(card.data(), change)


def painted(operators: bytes, **resources):
    """The card with something more on its first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"q " + operators + b" Q")
        for name, value in resources.items():
            pdf.pages[0].obj.Resources[f"/{name}"] = value

    return lambda card: changed(card.data(), change)


def patterned(card: Card) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pattern = pdf.make_stream(b"1 0 0 rg 0 0 4 4 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
                                  BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9, Resources=Dictionary())  # fmt: skip
        pdf.pages[0].obj.Resources.Pattern = Dictionary(P1=pattern)
        pdf.pages[0].contents_add(b"q /Pattern cs /P1 scn 60 60 20 20 re f Q")

    return changed(card.data(), change)


def plain(card: Card) -> bytes:
    return card.data()


def letters(height: float) -> bytes:
    """Three letters as shapes, each of another width, from 120, 90 points."""
    along, made = 120.0, b""
    for width in (0.5, 0.6, 0.8):
        wide = width * height
        made += b"%f 90 m %f %f %f %f %f 90 c h " % (along, along, 90 + height, along + wide, 90 + height, along + wide)
        along += wide * 1.4
    return b"0 0 0 1 k " + made + b"f"


FAULTS = {
    "RGB text": ({"colour": "#ff0000"}, plain, "shop-colour"),
    "RGB picture": ({"picture": picture("RGB", 300, (9, 99, 200))}, plain, "shop-colour"),
    "unembedded font": ({"font": "Helvetica"}, plain, "shop-fonts"),
    "no bleed": ({}, bleed_box(0), "shop-bleed"),
    "2 mm bleed": ({}, bleed_box(2 * MM), "shop-bleed"),
    "2 mm of colour": ({"over": 2.0}, plain, "shop-bleed"),
    "no colour": ({"over": 0.0}, plain, "shop-bleed"),
    "type of 4 pt": ({"type_": 4.0}, plain, "shop-type"),
    "hairline": ({"line": 0.1}, plain, "shop-line"),
    "thin rectangle": ({}, painted(b"0 0 0 1 k 60 60 40 0.2 re f"), "shop-line"),
    "340 % ink": ({"ground": CMYKColor(1, 1, 1, 0.4)}, plain, "shop-ink"),
    "340 % ink in a picture": ({"picture": picture("CMYK", 300, (255, 255, 255, 102))}, plain, "shop-ink"),
    "72 dpi": ({"picture": picture("CMYK", 57, (90, 20, 20, 20))}, plain, "shop-picture"),
    "72 dpi one way": ({"picture": picture("CMYK", 300, 0).resize((300, 57))}, plain, "shop-picture"),
    "no output intent": ({}, without_intent, "shop-intent"),
    "backs first": ({"order": "back-front"}, plain, "shop-order"),
    "backs apart": ({"order": "apart"}, plain, "shop-order"),
    "QR of 0.2 mm": ({"module": 0.2}, plain, "shop-qr"),
    "text 1 mm from the left": ({"left": BLEED + 1}, plain, "shop-safe"),
    "text 1 mm from the right": ({"left": BLEED + WIDTH - 12.5}, plain, "shop-safe"),
    "inline picture": (
        {}, painted(b"20 0 0 20 60 60 cm BI /W 200 /H 1 /CS /RGB /BPC 8 ID " + b"abc" * 200 + b" EI"),
        "shop-colour shop-picture",
    ),
    "RGB pattern": ({}, patterned, "shop-colour"),
    "spot colour": (
        {},
        painted(b"/S cs 1 scn 60 60 9 9 re f",
                ColorSpace=Dictionary(S=Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, Dictionary()]))),
        "shop-colour",
    ),
    "ink under an overprint": (
        {}, painted(b"1 1 0.9 0 k 120 60 40 40 re f /O gs 0 0 0 1 k 130 70 9 9 re f",
                    ExtGState=Dictionary(O=Dictionary(op=True, OPM=1))),
        "shop-ink",
    ),
    "letters as shapes": ({}, painted(letters(2.0)), "shop-type"),
}  # fmt: skip


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return Project(tmp_path_factory.mktemp("empty")).shop("generic")


def codes(data: bytes, shop) -> set[str]:
    return {str(problem.code) for problem in preflight(data, "x.pdf", shop)}


def test_nothing_is_found_in_the_sound_twin(shop):
    assert preflight(Card().data(), "x.pdf", shop) == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_as_what_it_is(name, shop):
    change, made, wanted = FAULTS[name]
    assert codes(made(Card(**change)), shop) == set(wanted.split())


@pytest.mark.parametrize(
    "operators",
    [
        pytest.param(letters(6.0), id="large letters as shapes"),
        pytest.param(b"0 0 0 1 k 60 60 40 3 re f", id="a thick rectangle"),
    ],
)
def test_what_looks_like_a_fault_and_is_none(operators, shop):
    assert codes(painted(operators)(Card()), shop) == set()


def test_light_type_on_a_colour_has_its_own_least(shop):
    strict = shop.model_copy(update={"smallest_type": 6.0, "smallest_reversed": 8.0})
    text = b"BT /F1+0 7 Tf 125 60 Td (%b) Tj ET"

    def said(colour: bytes) -> set[str]:
        def change(pdf: pikepdf.Pdf) -> None:
            font = next(name for name in pdf.pages[0].obj.Resources.Font if name != "/F1").encode()
            shown = text.replace(b"/F1+0", font) % b"\\001\\002"
            pdf.pages[0].contents_add(b"q 0.9 0.2 0 0.3 k 115 50 55 30 re f " + colour + b" " + shown + b" Q")

        return codes(changed(Card().data(), change), strict)

    assert said(b"0 0 0 0 k") == {"shop-type"}
    assert said(b"0 0 0 1 k") == set()


@pytest.mark.parametrize(
    "sides, found",
    [
        ("aBcBdB", "front-back"), ("BaBcBd", "back-front"), ("acdBBB", "apart"), ("aBcBd", "odd"),
        ("abcdef", None), ("aabb", None), ("aBaB", None), ("aaaa", None),
    ],
)  # fmt: skip
def test_the_order_is_told_from_what_returns(sides, found):
    assert found_order(sides) == found


def test_a_finding_says_page_place_what_was_found_what_is_asked_and_the_remedy(shop):
    (problem, *_more) = preflight(Card(module=0.2).data(), "x.pdf", shop)
    for said in ("x.pdf", "1", "15.0", "0.20", "0.4"):
        assert said in problem.message
    assert problem.hint


def test_a_code_that_is_painted_over_is_not_read(shop):
    assert codes(painted(b"0 0 0 0 k 50 84 22 24 re f")(Card()), shop) == {"shop-qr"}
