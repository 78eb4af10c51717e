"""The proof of a finished PDF: its pages, and contact sheets on which each card is the one that its name says."""

import json
from dataclasses import replace

import pytest
from pdfkit import Finished, decode_qr
from PIL import Image, ImageChops
from shipped import truth

from kaartenspel.load.project import Project
from kaartenspel.outputs.contact import EDGE
from kaartenspel.outputs.crop import BLEED, DOTS, QUIET, SAFE, TRIM, crop, draw_lines
from kaartenspel.outputs.png import opened
from kaartenspel.press.build import build, make_jobs
from kaartenspel.press.places import places
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import KaartenspelError

WAYS = [
    {},
    {"duplex": "short-edge"},
    {"duplex": "fold"},
    {"duplex": "none"},
    {"order": "fronts-then-backs", "sets": 2},
    {"order": "cut-and-stack", "sets": 2},
    {"size": "a6"},
    {"size": "a5", "paper": "a3", "duplex": "fold"},
    {"sheet": "spaced"},
    {"size": "slide"},
    {"cards": ("C3", "E6")},
]


def rgb(colour):
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def prove(folder, deck="stellingenspel", *, proof=True, **asked):
    request = replace(BuildRequest(decks=(deck,), output=folder / "output", proof=proof), **asked)
    (result,), _warnings = build(request, folder)
    return request, result


def cards(count, **more):
    return [{"id": f"kaart-{n}", "group": "een", "text": f"Woord {n}", **more} for n in range(1, count + 1)]


def contact(result, number=1):
    name = f"{result.file.stem}.png" if number == 1 else f"{result.file.stem}.{number}.png"
    return result.proof.parent / name


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def proof(tmp_path_factory):
    return prove(tmp_path_factory.mktemp("proof"))[1]


def placed(folder, request):
    """Where the faces are, asked again of a job of its own."""
    (job,) = make_jobs(Project(folder), request)
    return places(job)


# --- pages ---------------------------------------------------------------------------------------------------


def test_each_side_of_paper_is_a_picture_of_150_dots_an_inch(proof):
    sides = [f"vel-{sheet:02}-{side}.png" for sheet in range(1, 6) for side in ("achter", "voor")]
    assert names(proof.proof) == sides
    for name in sides:
        width, height = Image.open(proof.proof / name).size
        assert abs(width - 210 / 25.4 * 150) <= 1
        assert abs(height - 297 / 25.4 * 150) <= 1


def test_a_page_is_the_page_of_that_name(proof):
    links = {card.link for card in truth.deck("stellingenspel").cards if card.link}
    front = decode_qr(Image.open(proof.proof / "vel-01-voor.png"), 150)
    back = decode_qr(Image.open(proof.proof / "vel-01-achter.png"), 150)
    assert len(front) == 8
    assert {code.text for code in front} <= links
    assert back == []


def test_pages_of_a_screen_have_no_sides(tmp_path):
    _request, result = prove(tmp_path, "werkvormen", size="slide")
    assert names(result.proof) == [f"pagina-{number:02}.png" for number in range(1, result.sides + 1)]


def test_the_pages_of_a_longer_build_go_and_other_files_stay(project):
    project.deck(cards(95))
    _request, result = prove(project.folder, "proef")
    assert len(names(result.proof)) == 22
    assert names(result.proof.parent) == ["proef", "proef.2.png", "proef.3.png", "proef.png"]
    sheets = [Image.open(contact(result, number)).convert("RGB") for number in (1, 2, 3)]
    faces = [framed(sheet, TRIM, 63, 88) for sheet in sheets]
    assert sum(faces) == 190
    assert max(faces) <= 80
    (result.proof / "notities.png").write_bytes(b"")
    (result.proof.parent / "proef.a6.png").write_bytes(b"")
    project.deck(cards(3))
    _request, result = prove(project.folder, "proef")
    assert names(result.proof) == ["notities.png", "vel-01-achter.png", "vel-01-voor.png"]
    assert names(result.proof.parent) == ["proef", "proef.a6.png", "proef.png"]


def test_the_same_deck_has_the_same_pictures_and_the_pdf_knows_nothing_of_them(project):
    project.deck(cards(10))
    plain = project.make().data
    found = []
    for _time in range(2):
        _request, result = prove(project.folder, "proef")
        found.append([path.read_bytes() for path in (*sorted(result.proof.iterdir()), contact(result), result.file)])
    assert found[0] == found[1]
    assert found[0][-1] == plain


def test_a_deck_with_problems_leaves_the_proof_as_it_was(project):
    project.deck(cards(2))
    _request, result = prove(project.folder, "proef")
    before = contact(result).read_bytes()
    project.deck(cards(2, copies="0"))
    with pytest.raises(KaartenspelError):
        prove(project.folder, "proef")
    assert contact(result).read_bytes() == before


# --- crops ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", WAYS, ids=lambda asked: "+".join(map(str, asked.values())) or "plain")
def test_each_face_is_the_one_of_its_card(tmp_path, asked):
    request, result = prove(tmp_path, proof=False, **asked)
    truths = {card.id: card for card in truth.deck("stellingenspel").cards}
    pdf, found = Finished.of(result.file), placed(tmp_path, request)
    wanted = [name for name, card in truths.items() if not request.cards or card.code in request.cards]
    assert [place.card.id for place in found if place.card.id] == wanted
    with opened(result.file) as document:
        for place in found:
            if not place.card.id:
                continue
            card, front = truths[place.card.id], crop(document[place.faces[0].page], place.faces[0], EDGE)
            assert [code.text for code in decode_qr(front, 110)] == ([card.link] if card.link else [])
            for face in place.faces:
                runs = [run for run in pdf.words(face.page) if inside(face.box, run)]
                assert not card.code or card.code in [run.text.strip() for run in runs]
                assert {run.angle for run in runs} & {face.turn, face.turn - 360}
    assert {len(place.faces) for place in found} == sides_of(asked)


def sides_of(asked):
    """How many faces the cards have: on a screen only the rules of the game have a back worth showing."""
    if asked.get("size") == "slide":
        return {1, 2}
    return {1} if asked.get("duplex") == "none" else {2}


def inside(box, run):
    return box.x <= run.x <= box.right and box.y <= run.y <= box.bottom


def test_a_wrong_place_would_be_seen(tmp_path):
    request, result = prove(tmp_path, proof=False)
    first, second = placed(tmp_path, request)[1:3]
    with opened(result.file) as document:
        other = crop(document[0], second.faces[0], EDGE)
    assert [code.text for code in decode_qr(other, 110)] == [second.card.link]
    assert inside(first.faces[0].box, next(r for r in Finished.of(result.file).words(0) if r.text.strip() == "C1"))
    assert not inside(second.faces[0].box, next(r for r in Finished.of(result.file).words(0) if r.text.strip() == "C1"))


@pytest.mark.parametrize("duplex", ["long-edge", "short-edge"])
def test_turned_cards_are_upright_in_their_crop(tmp_path, duplex):
    """The second row of touching cards lies head to head with the first: its band is at the top of its crop too."""
    request, result = prove(tmp_path, proof=False, duplex=duplex)
    found = placed(tmp_path, request)
    assert {face.turn for place in found for face in place.faces} == {0, 180}
    with opened(result.file) as document:
        for place in found[1:]:
            front = crop(document[place.faces[0].page], place.faces[0], EDGE)
            x = round((EDGE + 31) * DOTS)
            top, foot = (front.getpixel((x, round((EDGE + y) * DOTS))) for y in (1, 87))
            assert (top, foot) == (rgb("#0f6e78"), (255, 255, 255))


# --- lines ---------------------------------------------------------------------------------------------------


def test_lines_lie_on_trim_safe_margin_and_bleed(tmp_path):
    request, result = prove(tmp_path, proof=False)
    face = placed(tmp_path, request)[0].faces[0]  # bleed at the left and at the top only
    with opened(result.file) as document:
        picture = crop(document[0], face, EDGE)
    plain = picture.copy()
    draw_lines(picture, face, EDGE, 4.0)
    middle = round((EDGE + 44) * DOTS)
    colours = {TRIM: (0.0, 63.0), SAFE: (4.0, 59.0)}
    for colour, (left, right) in colours.items():
        assert picture.getpixel((round((EDGE + left) * DOTS), middle)) == rgb(colour)
        assert picture.getpixel((round((EDGE + right) * DOTS) - 1, middle)) == rgb(colour)
        assert plain.getpixel((round((EDGE + left) * DOTS), middle)) != rgb(colour)
    assert picture.getpixel((round((EDGE - 3) * DOTS) - 1, middle)) == rgb(BLEED)
    assert picture.getpixel((round((EDGE + 63) * DOTS), middle)) == rgb(BLEED)
    assert picture.getpixel((round((EDGE + 65) * DOTS), middle)) == rgb(QUIET)
    changed = [(x, y) for x in range(picture.width) for y in range(picture.height)
               if picture.getpixel((x, y)) != plain.getpixel((x, y))]  # fmt: skip
    assert len(changed) < 3 * 2 * sum(picture.size)


@pytest.mark.parametrize(
    "deck, safe, lines", [("fasekaarten", 6.0, {TRIM, SAFE}), ("feedbacktips", 4.0, {TRIM, SAFE, BLEED})]
)
def test_a_contact_sheet_has_a_frame_for_each_face(tmp_path, deck, safe, lines):
    request, result = prove(tmp_path, deck)
    width, height = (105, 148.5) if deck == "fasekaarten" else (63, 88)
    frames, seen = 0, set()
    for number in range(1, 4):
        if contact(result, number).exists():
            sheet = Image.open(contact(result, number)).convert("RGB")
            frames += framed(sheet, TRIM, width, height)
            assert framed(sheet, SAFE, width - 2 * safe, height - 2 * safe) == framed(sheet, TRIM, width, height)
            seen |= {colour for colour in (TRIM, SAFE, BLEED) if legend(sheet, colour)}
    assert frames == 2 * len(placed(tmp_path, request))
    assert seen == lines


def framed(sheet, colour, width, height):
    """How many frames of this colour and size (in mm) there are."""
    mask = is_colour(sheet, colour)
    upper = corners(mask, 1)
    lower = set(corners(mask, -1))
    right, down = round(width * DOTS) - 1, round(height * DOTS) - 1
    near = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return sum(any((x + right + i, y + down + j) in lower for i, j in near) for x, y in upper)


def is_colour(sheet, colour):
    """White where a picture has exactly this colour."""
    bands = [band.point([255 if value == wanted else 0 for value in range(256)])
             for band, wanted in zip(sheet.split(), rgb(colour), strict=True)]  # fmt: skip
    return ImageChops.darker(ImageChops.darker(bands[0], bands[1]), bands[2])


def corners(mask, step):
    """Where lines begin to the right and down (or to the left and up, for a step of -1)."""
    moved = {(x, y): ImageChops.offset(mask, -x, -y) for x, y in ((step, 0), (0, step), (-step, 0), (0, -step))}
    found = ImageChops.darker(mask, ImageChops.darker(moved[step, 0], moved[0, step]))
    found = ImageChops.subtract(found, ImageChops.lighter(moved[-step, 0], moved[0, -step]))
    return [divmod(place, mask.width)[::-1] for place, value in enumerate(found.tobytes()) if value]


def legend(sheet, colour):
    head = sheet.crop((0, 0, sheet.width, 90))
    return rgb(colour) in {pixel for _count, pixel in head.getcolors(1 << 20)}


def test_table_and_json_name_the_folder_of_the_proof(project, monkeypatch, capsys):
    from kaartenspel.cli import main

    project.deck(cards(1))
    monkeypatch.chdir(project.folder)
    assert main(["build", "--proof"]) == 0
    assert "output/proof/proef" in capsys.readouterr().out
    assert main(["build", "--proof", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["proof"] == "output/proof/proef"
    assert main(["build", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["proof"] is None
