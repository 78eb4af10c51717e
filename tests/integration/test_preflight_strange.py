"""PDFs as other programs write them: strange and sound, or strange and wrong, and never a crash."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from kaartenspel.compose.qr import symbol
from kaartenspel.load.project import Project
from kaartenspel.preflight.run import preflight

MM = 72 / 25.4
XMP = b"<x><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x>"
TOO_MUCH = bytes([255, 255, 255, 102])
"""340 % of ink, as pixels and tables hold it."""
INKS = Array([Name.Cyan, Name.Magenta, Name.Yellow, Name.Black])
RUN = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 0.4]))
PAINT = b"60 60 9 9 re f"


def code(left: float, low: float, module: float) -> bytes:
    """A QR code as rectangles; points."""
    rows = symbol("https://example.org/kaart/1")
    dark = ((x, y) for y, row in enumerate(reversed(rows)) for x, one in enumerate(row) if one == "1")
    return b"0 0 0 1 k " + b"".join(
        b"%.3f %.3f %.3f %.3f re " % (left + x * module, low + y * module, module, module) for x, y in dark
    ) + b"f "  # fmt: skip


def card(operators: bytes = b"", **resources) -> pikepdf.Pdf:
    """A sound card of 63 by 88 mm with 3 mm of bleed and a code in its upper left part, and more if given."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(69 * MM, 94 * MM)).obj
    page.TrimBox = Array([3 * MM, 3 * MM, 66 * MM, 91 * MM])
    page.BleedBox = page.MediaBox
    page.Resources = Dictionary({f"/{name}": item for name, item in resources.items()})
    page.Contents = pdf.make_stream(code(15 * MM, 60 * MM, 0.5 * MM) + b"q " + operators + b" Q")
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    return pdf


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return Project(tmp_path_factory.mktemp("empty")).shop("generic")


def found(pdf: pikepdf.Pdf, shop, **how) -> set[str]:
    target = BytesIO()
    pdf.save(target, fix_metadata_version=False, **how)
    return {str(problem.code) for problem in preflight(target.getvalue(), "x.pdf", shop)}


def other_corners(page) -> None:
    left, low, right, high = page.MediaBox
    page.MediaBox = Array([right, high, left, low])


def other_origin(page) -> None:
    """The same page, with its origin 100 points off."""
    for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
        page[key] = Array([float(side) + 100 for side in page[key]])
    page.Contents.write(b"q 1 0 0 1 100 100 cm " + page.Contents.read_bytes() + b" Q")


def given(key: str, value):
    def change(page) -> None:
        page[key] = value

    return change


@pytest.mark.parametrize(
    "change, wanted",
    [
        pytest.param(given("/Rotate", 0), set(), id="as it is"),
        pytest.param(given("/Rotate", 90), set(), id="turned"),
        pytest.param(other_corners, set(), id="other corners"),
        pytest.param(other_origin, set(), id="other origin"),
        pytest.param(given("/UserUnit", 2), {"shop-boxes"}, id="larger units"),
        pytest.param(given("/CropBox", Array([20, 20, 150, 200])), {"shop-boxes"}, id="crop"),
        pytest.param(given("/TrimBox", Array([1, 2])), {"shop-boxes"}, id="half a box"),
    ],
)
def test_boxes_and_turns(change, wanted, shop):
    pdf = card()
    change(pdf.pages[0].obj)
    assert found(pdf, shop) == wanted


def test_a_code_beside_the_paper_is_not_looked_for(shop):
    assert "shop-qr" not in found(card(code(300, 300, 1.5)), shop)


def test_a_file_without_pages_is_told(shop):
    pdf = card()
    del pdf.pages[0]
    assert found(pdf, shop) == {"shop-boxes"}


def test_a_locked_file_is_told_though_it_opens(shop):
    locked = pikepdf.Encryption(owner="a", user="")
    assert found(card(), shop, encryption=locked) == {"shop-metadata"}


def test_keys_of_the_file_of_another_sort_are_as_if_absent(shop):
    pdf = card()
    pdf.Root.OutputIntents = pdf.Root.OutputIntents[0]
    pdf.Root.Metadata = Dictionary()
    assert found(pdf, shop) == {"shop-intent", "shop-metadata"}


@pytest.mark.parametrize("space, parts", [
    pytest.param([Name.Indexed, Name.DeviceCMYK, 0, pikepdf.String(TOO_MUCH)], b"0 scn", id="indexed"),
    pytest.param([Name.Indexed, Name.DeviceCMYK, 0, pikepdf.String(TOO_MUCH)], b"", id="indexed, from the start"),
    pytest.param([Name.DeviceN, INKS, Name.DeviceCMYK, RUN], b"1 1 1 0.4 scn", id="inks apart"),
    pytest.param([Name.DeviceN, INKS, Name.DeviceCMYK, RUN], b"", id="inks apart, from the start"),
])  # fmt: skip
def test_ink_is_counted_in_every_space(space, parts, shop):
    assert found(card(b"/S cs " + parts + b" " + PAINT, ColorSpace=Dictionary(S=Array(space))), shop) == {"shop-ink"}


@pytest.mark.parametrize("function", [
    pytest.param(RUN, id="one run"),
    pytest.param(Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=Array([RUN, RUN]),
                            Bounds=Array([0.5]), Encode=Array([0, 1, 0, 1])), id="stitched"),
    pytest.param(Array([Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)] * 4), id="each ink its own"),
])  # fmt: skip
def test_a_gradient_has_the_ink_of_its_darkest_end(function, shop):
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 99, 99]), Function=function)
    assert found(card(b"60 60 9 9 re W n /S sh", Shading=Dictionary(S=shading)), shop) == {"shop-ink"}
    pattern = Dictionary(P=Dictionary(PatternType=2, Shading=shading))
    assert found(card(b"/Pattern cs /P scn " + PAINT, Pattern=pattern), shop) == {"shop-ink"}


def picture(pdf: pikepdf.Pdf, data: bytes, **more) -> Stream:
    return Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=250, Height=250, BitsPerComponent=8,
                  **{"ColorSpace": Name.DeviceCMYK, **more})  # fmt: skip


def jpeg() -> bytes:
    target = BytesIO()
    Image.new("CMYK", (250, 250), tuple(TOO_MUCH)).save(target, "JPEG", quality=95)
    return target.getvalue()


@pytest.mark.parametrize("data, more, wanted", [
    pytest.param(TOO_MUCH * 250**2, {}, "shop-ink", id="plain"),
    pytest.param(TOO_MUCH * 250**2, {"masked": True}, "shop-ink", id="masked"),
    pytest.param(bytes(250**2), {"ColorSpace": Array([Name.Indexed, Name.DeviceCMYK, 0, pikepdf.String(TOO_MUCH)])},
                 "shop-ink", id="indexed"),
    pytest.param(jpeg(), {"Filter": Name.DCTDecode}, "shop-ink", id="jpeg"),
    pytest.param(bytes([0, 0, 0, 153]) * 250**2, {"Decode": Array([1, 0] * 4)}, "shop-ink", id="inverted"),
    pytest.param(TOO_MUCH * 250**2, {"ColorSpace": Array([Name.DeviceN, INKS, Name.DeviceCMYK, RUN])},
                 "shop-picture", id="inks apart"),
    pytest.param(b"xx", {"Filter": Name.DCTDecode}, "shop-picture", id="broken"),
])  # fmt: skip
def test_ink_of_a_picture_is_counted_or_it_is_told_that_it_cannot_be(data, more, wanted, shop):
    pdf = card(b"20 0 0 20 60 60 cm /I Do")
    masked = more.get("masked")
    item = picture(pdf, data, **{key: value for key, value in more.items() if key != "masked"})
    if masked:
        item.SMask = picture(pdf, bytes(250**2), ColorSpace=Name.DeviceGray)
    pdf.pages[0].obj.Resources.XObject = Dictionary(I=pdf.make_indirect(item))
    assert found(pdf, shop) == {wanted}


def nested(pdf: pikepdf.Pdf, depth: int) -> Stream:
    inner = Stream(pdf, b"1 0 0 rg " + PAINT, Subtype=Name.Form)
    for _level in range(depth):
        called = Dictionary(XObject=Dictionary(F=pdf.make_indirect(inner)))
        inner = Stream(pdf, b"/F Do", Subtype=Name.Form, Resources=called)
    return inner


@pytest.mark.parametrize("depth, wanted", [(1, "shop-colour"), (20, "shop-colour"), (600, "cannot-read")])
def test_forms_within_forms(depth, wanted, shop):
    pdf = card(b"/F Do")
    pdf.pages[0].obj.Resources.XObject = Dictionary(F=pdf.make_indirect(nested(pdf, depth)))
    assert found(pdf, shop) == {wanted}


def test_a_form_that_calls_itself_is_told(shop):
    pdf = card(b"/F Do")
    form = pdf.make_indirect(Stream(pdf, b"/F Do", Subtype=Name.Form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(F=form)
    assert found(pdf, shop) == {"cannot-read"}


@pytest.mark.parametrize("operators", [
    b"/None Do", b"BT /None 9 Tf (a) Tj ET", b"/None sh", b"/Pattern cs /None scn 1 1 9 9 re f", b"1 0 0 cm", b"2 re f",
    b"(a) w", b"60 60 m 70 l f",
])  # fmt: skip
def test_operators_that_make_no_sense_are_told(operators, shop):
    assert found(card(operators), shop) == {"cannot-read"}
