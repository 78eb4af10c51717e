"""Where cards lie on paper, from what is drawn on it: cut marks, colour that runs over the trim, text."""

from collections import defaultdict

import pytest
from shipped import paper, truth
from shipped.paper import CLOSE, corners, holds

BLEED = 3.0
CELLS = [
    ("stellingenspel", {}),
    ("stellingenspel", {"duplex": "short-edge"}),
    ("stellingenspel", {"duplex": "fold"}),
    ("feedbacktips", {"sheet": "spaced", "duplex": "short-edge"}),
    ("feedbacktips", {"sheet": "spaced"}),
    ("stellingenspel", {"paper": "a3", "duplex": "fold"}),
]
PIECES = [
    ("fasekaarten", {}),
    ("fasekaarten", {"duplex": "short-edge"}),
    ("werkvormen", {"duplex": "fold"}),
    ("feedbacktips", {"size": "a7", "duplex": "short-edge"}),
]
MORE = [
    (deck, {"size": size, "duplex": duplex, **more})
    for deck, size, more in (
        ("feedbacktips", "jumbo", {}),
        ("feedbacktips", "jumbo", {"sheet": "spaced", "paper": "a3"}),
        ("stellingenspel", "tarot", {"paper": "sra3"}),
        ("stellingenspel", "a7", {"sheet": "spaced", "paper": "a3"}),
        ("fasekaarten", "a6", {"sheet": "touching", "paper": "a3"}),
        ("feedbacktips", "a5", {"paper": "a3"}),
    )
    for duplex in ("long-edge", "short-edge", "fold")
]
OWN = [(name, {}) for name in truth.deck_names() if (name, {}) not in (*CELLS, *PIECES)]
FULL = [pytest.param(*each, marks=pytest.mark.full) for each in MORE]


def out_of_place(made):
    """Every back that does not lie behind its front, and every face that does not lie on its trim."""
    deck = truth.deck(made.result.deck)
    wrong = []
    for card, front, back in zip(deck.slots, made.fronts(), made.backs(), strict=True):
        wrong += [f"{card.id}: front {off:.3f} mm off" for off in (_off_middle(front),) if off > CLOSE]
        if said(card, "back"):
            # a back with nothing but text is held by where that begins, see _off_lines
            off = _off_middle(back) if _painted(back) else 0.0 if back.runs else 99.0
            wrong += [f"{card.id}: back {off:.3f} mm off"] if off > CLOSE else []
        elif _painted(back) or back.runs:
            wrong.append(f"{card.id}: something lies behind it")
        about = truth.kind(card.kind)
        coded = [side for side, face in zip(truth.SIDES, (front, back), strict=True) if face.whole(card.code)]
        if card.code and coded != list(about.coded):
            wrong.append(f"{card.id}: the code is on {coded}, not on {about.coded}")
    return wrong + _off_ground(made) + _off_lines(made)


def said(card, side):
    """Whether a side of a card has anything on it."""
    return any(part["region"] not in ("space", "gap") for part in truth.kind(card.kind).regions(side))


def _off_middle(face):
    """How far the widest thing on a face stands from the middle: bands, grounds and rules are as wide left as right."""
    widest = max(_painted(face), key=lambda edges: edges[2] - edges[0])
    return abs((widest[0] + widest[2]) / 2 - (face.box.x + face.box.width / 2))


def _painted(face):
    """The edges of what is painted on a face, text left out."""
    return [corners(shape) for shape in face.shapes if shape.paint != "clip"]


def _off_ground(made):
    """Bands and grounds that do not run exactly the bleed over the trim, or to the white edge of a piece."""
    sheet = truth.layouts("sheets")[made.request.sheet or truth.layouts("sizes")[made.result.size]["sheet"]]
    over = -float(sheet["inset"].removesuffix(" mm")) if sheet["fit"] == "divide" else BLEED
    wrong = []
    fronts = set(map(id, made.fronts()))
    for face in (*made.fronts(), *made.backs()):
        box = face.box
        sides = {"left": box.x - over, "right": box.x + box.width + over}
        head = box.y + box.height + over if face.turned else box.y - over
        boxes = [(b.x, b.y, b.x + b.width, b.y + b.height) for s in face.shapes if s.paint == "fill" for b in s.boxes]
        wide = [edges for edges in boxes if edges[2] - edges[0] > 0.7 * box.width]
        # a front has a band; a back may be white
        wrong += ["a front without a band"] if id(face) in fronts and not wide else []
        for left, top, right, low in wide[:1]:
            gaps = (left - sides["left"], right - sides["right"], (low if face.turned else top) - head)
            wrong += [f"{gap:.3f} mm too far" for gap in gaps if abs(gap) > CLOSE]
    return wrong


def _off_lines(made):
    """Codes that do not stand at the same place of each card's face (where they belong to the same kind).

    A face of text alone has no code: its first line takes the code's part.
    """
    cards = truth.deck(made.result.deck).slots
    heights, lefts = defaultdict(set), defaultdict(set)
    for side, faces in (("front", made.fronts()), ("back", made.backs())):
        for card, face in zip(cards, faces, strict=True):
            alone = [] if _painted(face) else list(face.runs)
            for run in (alone or face.whole(card.code))[:1] if card.code else ():
                right, down = run.x - face.box.x, run.y - face.box.y
                if face.turned:
                    right, down = face.box.width - right, face.box.height - down
                heights[side, card.kind].add(round(down, 3))
                # the code begins at the left on a front; on a back it ends at the right, and letters differ in width
                lefts[side, card.kind].add(round(right, 3) if side == "front" else 0.0)
    found = [*heights.items(), *lefts.items()]
    return [f"{which} spread over {max(s) - min(s):.3f} mm" for which, s in found if max(s) - min(s) > CLOSE]


@pytest.mark.parametrize("name, options", [*OWN, *CELLS, *PIECES, *FULL])
def test_each_back_lies_behind_its_front(press, name, options):
    made = press(name, **options)
    assert out_of_place(made) == []


@pytest.mark.parametrize("name, options", [*CELLS, *PIECES, *FULL])
def test_a_turned_sheet_has_both_heads_at_the_same_end(press, name, options):
    made = press(name, **options)
    upright = made.upright(made.pages("voorkant")[0])
    pairs = [pair for pair in zip(made.fronts(), made.backs(), strict=True) if pair[1].runs]
    assert pairs
    assert all((front.turned == back.turned) == upright for front, back in pairs)


def test_rows_of_touching_cards_lie_head_to_head(press):
    rows = defaultdict(set)
    for face in press("stellingenspel").fronts()[:9]:
        rows[round(face.box.y)].add(face.turned)
    assert [rows[y] for y in sorted(rows)] == [{False}, {True}, {False}]


@pytest.mark.parametrize("name, options", CELLS)
def test_cut_marks_stand_at_the_edges_of_cards_outside_their_bleed(press, name, options):
    made = press(name, **options)
    for page in made.pages("voorkant"):
        boxes = made.boxes(page)[: made.count(page)]
        for start, end in paper.lines(made.paths(page)):
            over = [box for box in boxes if any(holds(_grown(box, BLEED + 0.9), place) for place in (start, end))]
            assert not over, f"page {page + 1}: the mark {start} – {end} is on a card"
        xs, ys = paper.cuts(made.paths(page))
        assert {round(x, 2) for x in xs} == {round(edge, 2) for b in boxes for edge in (b.x, b.x + b.width)}
        assert {round(y, 2) for y in ys} == {round(edge, 2) for b in boxes for edge in (b.y, b.y + b.height)}


@pytest.mark.parametrize("name, options", [*CELLS, *PIECES])
def test_backs_have_no_marks(press, name, options):
    made = press(name, **options)
    assert all(paper.lines(made.paths(page)) == [] for page in made.pages("achterkant"))


@pytest.mark.parametrize("name, options", [*CELLS, *PIECES])
def test_no_card_shows_on_its_neighbour(press, name, options):
    made = press(name, **options)
    for page in range(len(made)):
        clips = [clip for shape in made.paths(page) if shape.paint == "clip" for clip in shape.boxes]
        own = set(map(id, made.paths(page)))
        sides = [face for face in (*made.fronts(), *made.backs()) if id(face.shapes[0]) in own]
        assert sides
        for face in sides:
            middle = (face.box.x + face.box.width / 2, face.box.y + face.box.height / 2)
            assert sum(holds(clip, middle) for clip in clips) == 1
            assert sum(_overlap(clip, face.box) for clip in clips) == 1


def test_the_comparer_can_fail(press):
    made = press("stellingenspel")
    assert out_of_place(made) == []
    for page, right, down in ((1, 0.2, 0.0), (3, 0.0, -0.2), (0, 0.2, 0.0), (2, -0.06, 0.0)):
        assert out_of_place(made.shifted(page, right, down))
    pieces = press("fasekaarten")
    for page, right, down in ((1, 0.2, 0.0), (3, 0.0, 0.2), (0, -0.2, 0.0)):
        assert out_of_place(pieces.shifted(page, right, down))


def _grown(box, by):
    return type(box)(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _overlap(one, other):
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > CLOSE and down > CLOSE
