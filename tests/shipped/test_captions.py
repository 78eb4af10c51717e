"""What a sheet says about itself, its control rule, and what it asks of a viewer."""

import pytest
from shipped import paper, truth

HOW = {
    "long-edge": "dubbelzijdig · lange zijde",
    "short-edge": "dubbelzijdig · korte zijde",
    "fold": "enkelzijdig · vouwen op de stippellijn",
    "none": "enkelzijdig",
}
FLIP = {
    "long-edge": "/DuplexFlipLongEdge",
    "short-edge": "/DuplexFlipShortEdge",
    "fold": "/Simplex",
    "none": "/Simplex",
}
WAYS = [
    ("stellingenspel", {}),
    ("feedbacktips", {"duplex": "short-edge", "sheet": "spaced"}),
    ("feedbacktips", {"duplex": "fold"}),
    ("stellingenspel", {"duplex": "none"}),
    ("fasekaarten", {}),
    ("werkvormen", {"duplex": "fold"}),
    ("feedbacktips", {"sets": 2}),
]


@pytest.mark.parametrize("name, options", WAYS)
def test_every_side_says_what_it_is_and_how_to_print_it(press, name, options):
    made = press(name, **options)
    duplex, sets = made.request.duplex, made.request.sets
    sheets = made.result.sheets // made.result.sets
    for said in made.captions:
        assert (said["deck"], said["scale"], int(said["of"])) == (name, "100 %", sheets)
        how = HOW[duplex] if paper.cuts(made.paths(0))[0] else HOW[duplex].replace("op de stippellijn", "in het midden")
        assert said["how"] in (how, how.split(" · ")[-1])
        assert (said["set"] is not None) == (sets is not None)
    assert len({said["version"] for said in made.captions}) == 1
    sides = ["voorkant"] if duplex in ("fold", "none") else ["voorkant", "achterkant"]
    expected = [(str(number), str(sheet), side) for number in range(1, (sets or 1) + 1)
                for sheet in range(1, sheets + 1) for side in sides]  # fmt: skip
    assert [(said["set"] or "1", said["sheet"], said["side"]) for said in made.captions] == expected


@pytest.mark.parametrize("name", truth.deck_names())
def test_the_smallest_pieces_have_room_for_a_caption(press, name):
    assert "vouwen" in press(name, size="a7", duplex="fold", cards=("speluitleg",)).captions[0]["how"]


@pytest.mark.parametrize("name, options", [way for way in WAYS if way[0] not in ("fasekaarten", "werkvormen")])
def test_fronts_have_a_rule_of_50_mm(press, name, options):
    made = press(name, **options)
    for page in made.pages("voorkant"):
        (rule,) = paper.rules(made.paths(page))
        assert paper.length(rule) == pytest.approx(50.0, abs=0.05)
        assert not any(paper.holds(box, place) for box in made.boxes(page) for place in rule)
    assert all(not paper.rules(made.paths(page)) for page in made.pages("achterkant"))


def test_another_length_would_be_seen(press):
    made = press("stellingenspel")
    longer = [
        type(shape)(shape.paint, tuple(tuple((x * 1.01, y) for x, y in line) for line in shape.lines), (), shape.width,
                    shape.colour)
        for shape in made.paths(0)
    ]  # fmt: skip
    (rule,) = paper.rules(longer)
    assert paper.length(rule) != pytest.approx(50.0, abs=0.05)


@pytest.mark.parametrize("name, options", WAYS)
def test_viewers_are_told_not_to_scale_and_how_to_flip(press, name, options):
    made = press(name, **options)
    wishes = made.pdf.pike.Root.ViewerPreferences
    assert str(wishes.PrintScaling) == "/None"
    assert str(wishes.Duplex) == FLIP[made.request.duplex]
    assert made.pdf.pike.Root.Lang == "nl"
    assert str(made.pdf.pike.docinfo["/Title"]) == truth.deck(name).raw["title"]


@pytest.mark.parametrize("name, options", WAYS)
def test_the_boxes_of_an_imposed_sheet_are_the_paper(press, name, options):
    made = press(name, **options)
    for page in range(len(made)):
        boxes = made.pdf.boxes(page)
        assert {"MediaBox", "TrimBox", "BleedBox"} <= boxes.keys()
        assert all(box == boxes["MediaBox"] for box in boxes.values())
        sides = sorted((boxes["MediaBox"].width, boxes["MediaBox"].height))
        assert sides == pytest.approx([210, 297], abs=0.01)


@pytest.mark.parametrize("name, options", WAYS)
def test_captions_stand_clear_of_what_is_on_the_cards(press, name, options):
    made = press(name, **options)
    for page in range(len(made)):
        (own,) = [run for run in made.words(page) if "100 %" in run.text]
        others = [run for run in made.words(page) if run is not own]
        assert all(abs(run.y - own.y) > 2 or abs(run.x - own.x) > 2 for run in others)
