"""Drawings: what is declared is drawn right, all else is a problem that names the element and its line."""

import pytest
from pictures.drawings import FILTER, LOGO, svg

from kaartenspel.drawing import Path
from kaartenspel.pictures.svg.bounds import bounds
from kaartenspel.problems import Code

RECT = '<rect width="4" height="4"/>'


@pytest.fixture
def draw(load):
    """The paths of what stands in a drawing of 10 by 10."""

    def make(inside, **more):
        loaded = load(svg(inside, **more), "logo.svg")
        assert not isinstance(loaded, list), loaded
        return loaded.paths

    return make


@pytest.fixture
def refuse(load):
    """The problems of a file."""

    def make(data):
        problems = load(data, "logo.svg")
        assert isinstance(problems, list), problems
        return problems

    return make


def box(path: Path) -> tuple[float, ...]:
    found = bounds(path)
    return tuple(round(value, 2) for value in (found.x, found.y, found.right, found.bottom))


@pytest.mark.parametrize(
    "shape, wanted",
    [
        ('<rect x="1" y="2" width="3" height="4"/>', (1, 2, 4, 6)),
        ('<rect x="1" y="2" width="3" height="4" rx="9"/>', (1, 2, 4, 6)),
        ('<circle cx="5" cy="5" r="2"/>', (3, 3, 7, 7)),
        ('<ellipse cx="5" cy="5" rx="2" ry="1"/>', (3, 4, 7, 6)),
        ('<line x1="1" y1="5" x2="9" y2="5" stroke="red" stroke-width="2"/>', (0, 4, 10, 6)),
        ('<polyline points="1,1 3 1,3,3"/>', (1, 1, 3, 3)),
        ('<polygon points="1 1 3 1 3 3"/>', (1, 1, 3, 3)),
        ('<path d="M1 1L3 1l0 2H1V2h.5v-.5z"/>', (1, 1, 3, 3)),
        ('<path d="M1 5C1 1 5 1 5 5S9 9 9 5"/>', (1, 2, 9, 8)),
        ('<path d="m1 5q2-4 4 0t4 0"/>', (1, 3, 9, 7)),
        ('<path d="M2 5a3 3 0 0 1 6 0"/>', (2, 2, 8, 5)),
        ('<path d="M2 5a3 3 0 006 0"/>', (2, 5, 8, 8)),
        ('<path d="M2 5A1 1 0 1 1 8 5"/>', (2, 2, 8, 5)),
        ('<path d="M3 5a2 1 90 1 1 0 .0001"/>', (3, 3, 5, 7)),
        ('<path d="M1 1 3 1 3 3z m1 1h1v1z"/>', (1, 1, 3, 3)),
        ('<path d="M1 1h1v1zl4 4"/>', (1, 1, 5, 5)),
        ('<path d="M1e0 1.5.5.5"/>', (0.5, 0.5, 1, 1.5)),
        ('<rect width="1" height="2" transform="translate(3,4)scale(2) rotate(90)"/>', (-1, 4, 3, 6)),
        ('<rect width="1" height="1" transform="matrix(2 0 0 3 1 1)"/>', (1, 1, 3, 4)),
        ('<rect width="2" height="2" transform="rotate(180 2 2)"/>', (2, 2, 4, 4)),
        ('<rect width="2" height="2" transform="skewX(45)"/>', (0, 0, 4, 2)),
        ('<rect width="2" height="2" transform="skewY(45)"/>', (0, 0, 2, 4)),
        ('<rect width="25.4mm" height="1in" transform="scale(.01)"/>', (0, 0, 0.96, 0.96)),
    ],
)
def test_shapes_and_transformations(draw, shape, wanted):
    (path,) = draw(f'<g transform="translate(1 1)"><g transform="translate(-1 -1)">{shape}</g></g>', view="-5 -5 20 20")
    assert box(path) == pytest.approx([value + 5 for value in wanted], abs=0.06)


def test_a_large_arc_and_a_small_one_are_not_the_same(draw):
    small, large = draw('<path d="M4 4A3 3 0 0 1 8 4"/><path d="M4 4A3 3 0 1 1 8 4"/>', view="-10 -10 40 40")
    assert box(small)[3] - box(small)[1] < 1
    assert box(large)[3] - box(large)[1] > 5


@pytest.mark.parametrize(
    "paint, wanted",
    [
        ('fill="#ABC"', "#aabbcc"), ('fill="#0F6E78"', "#0f6e78"), ('fill="rgb(15, 110, 120)"', "#0f6e78"),
        ('fill="rgb(100% 0% 0%)"', "#ff0000"), ('fill="Teal"', "#008080"), ('fill="#ff0000ff"', "#ff0000"),
        ('style="fill: red !important; stroke-width: 2"', "#ff0000"), ('fill="blue" style="fill:red"', "#ff0000"),
        ('fill="currentColor"', "#ffa500"), ('fill="inherit"', "#008000"), ("", "#008000"), ('fill="none"', None),
        ('fill="transparent"', None), ('fill="rgba(255,0,0,1)"', "#ff0000"), ('fill-opacity="100%"', "#008000"),
    ],
)  # fmt: skip
def test_colours_and_what_is_inherited(draw, paint, wanted):
    paths = draw(
        f'<g fill="green" color="orange"><rect width="4" height="4" stroke="black" {paint}/></g>', view="-5 -5 20 20"
    )
    assert [path.fill for path in paths] == [wanted]


def test_how_lines_end_and_join(draw):
    style = "fill:none;stroke:red;stroke-width:1;stroke-linecap:round;stroke-linejoin:bevel;stroke-miterlimit:3"
    (path,) = draw(f'<g transform="scale(2)"><path d="M1 1h2" style="{style};stroke-dasharray:1,2"/></g>')
    assert (path.cap, path.join, path.miter, path.dash, path.stroke_width) == ("round", "bevel", 3, (2, 4), 2)
    (plain,) = draw('<path d="M1 1h2v2" stroke="red" fill="none"/>')
    assert (plain.cap, plain.join, plain.miter, plain.dash, plain.stroke_width) == ("butt", "miter", 4, (), 1)


@pytest.mark.parametrize(
    "inside",
    ['<g style="display:none"><text>x</text></g>', '<rect width="0" height="4"/>', '<path d=""/>', "<title>x</title>",
     '<rect width="3" height="3" fill="none"/>', '<rect width="3" height="3" visibility="hidden"/>',
     '<rect x="20" width="3" height="3"/>', '<defs><rect width="3" height="3"/></defs>', "<style> </style>",
     '<linearGradient id="a"/>', '<o:text xmlns:o="urn:other">x</o:text>',
     '<symbol><rect width="3" height="3"/></symbol>',
     '<line x1="1" x2="2" stroke="red" stroke-width="0" fill="none"/>'],
)  # fmt: skip
def test_what_paints_nothing(draw, inside):
    assert len(draw(inside + RECT)) == 1


def test_a_use_stands_elsewhere_and_inherits(draw):
    paths = draw(
        '<defs><rect id="a" width="1" height="1"/></defs><use href="#a" x="3" y="4" fill="red"/><use href="#a"/>'
    )
    assert [(box(path), path.fill) for path in paths] == [((3, 4, 4, 5), "#ff0000"), ((0, 0, 1, 1), "#000000")]


@pytest.mark.parametrize(
    "inside, element, what",
    [
        ("<text>Hoi</text>", "text", ""), ('<image href="a.png"/>', "image", ""),
        ("<foreignObject/>", "foreignObject", ""),
        ("<script>x</script>", "script", ""), ("<style>rect{fill:red}</style>", "style", ""), ("<svg/>", "svg", ""),
        ("<defs><style>rect{fill:red}</style></defs>", "style", ""), ('<a href="x"/>', "a", ""),
        ("<switch/>", "switch", ""),
        ('<rect width="3" height="3"><animate/></rect>', "animate", ""),
        ('<rect width="3" height="3" fill="url(#g)"/>', "rect", "fill: url(#g)"),
        ('<rect width="3" height="3" fill="hsl(1,2%,3%)"/>', "rect", "fill: hsl(1,2%,3%)"),
        ('<rect width="3" height="3" opacity=".5"/>', "rect", "opacity: .5"),
        ('<g style="stroke-opacity:40%"/>', "g", "stroke-opacity: 40%"),
        ('<rect width="3" height="3" fill="#f008"/>', "rect", "fill: #f008"),
        ('<rect width="3" height="3" clip-path="url(#c)"/>', "rect", "clip-path: url(#c)"),
        ('<rect width="3" height="3" style="mask:url(#c)"/>', "rect", "mask: url(#c)"),
        ('<rect width="3" height="3" style="mix-blend-mode:multiply"/>', "rect", "mix-blend-mode: multiply"),
        ('<rect width="3" height="3" style="transform:scale(2)"/>', "rect", "transform: scale(2)"),
        ('<path d="M1 1h2" marker-end="url(#m)"/>', "path", "marker-end: url(#m)"),
        ('<rect width="100%" height="3"/>', "rect", "100%"),
        ('<use href="andere.svg#a"/>', "use", "href: andere.svg#a"), ('<use href="#weg"/>', "use", "href: #weg"),
        ('<path d="M1 1h2" stroke="red" transform="scale(1 2)"/>', "path", "stroke"),
    ],
)  # fmt: skip
def test_what_is_not_drawn_is_named_with_its_line(refuse, inside, element, what):
    (problem,) = refuse(svg(RECT + "\n\n" + inside))
    assert problem.code == Code.PICTURE_REFUSED
    assert f"<{element}> on line 4" in problem.message
    assert f"‘{what}’" in problem.message if what else "with" not in problem.message
    assert problem.hint


def test_a_filter_is_named_with_its_line(refuse):
    (problem,) = refuse(FILTER.encode())
    assert problem.message.startswith("the SVG ‘logo.svg’ has <circle> on line 6 with ‘filter: url(#f)’")


def test_what_reaches_over_the_edge_would_have_to_be_cut(refuse):
    (problem,) = refuse(svg('<circle cx="9" cy="5" r="3"/>'))
    assert "<circle> on line 2 that reaches over the edge" in problem.message


def test_several_problems_are_said_at_once_but_not_hundreds(refuse):
    assert len(refuse(svg("<text/>\n<image/>"))) == 2
    assert len(refuse(svg("<text/>\n" * 100))) == 5


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
     '<!DOCTYPE svg [<!ENTITY a "b">]>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
)  # fmt: skip
def test_document_types_and_entities_are_refused(refuse, head):
    (problem,) = refuse(b'<?xml version="1.0"?>\n' + head.encode() + b"\n" + svg(RECT))
    assert (problem.code, "DOCTYPE" in problem.message, "line 2" in problem.message) == (
        Code.PICTURE_REFUSED,
        True,
        True,
    )


def test_a_style_sheet_beside_it_is_refused(refuse):
    (problem,) = refuse(b'<?xml-stylesheet href="a.css"?>\n' + svg(RECT))
    assert "xml-stylesheet" in problem.message


LAUGHS = "".join(f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + "</g>" for i in range(1, 9))


@pytest.mark.parametrize(
    "inside",
    ["<g>" * 200 + "</g>" * 200, '<g id="a"><use href="#a"/></g>', f'<g id="a0">{RECT}</g>{LAUGHS}', RECT * 30_000,
     '<path d="M0 0' + "h1" * 200_000 + '"/>' + RECT, f"<!--{'x' * 6_000_000}-->"],
    ids=["deep", "a use of itself", "a million laughs", "many", "long", "large"],
)  # fmt: skip
def test_more_than_a_card_can_hold(refuse, inside):
    (problem,) = refuse(svg(inside))
    assert problem.code == Code.PICTURE_TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", b"<html><body/></html>", b"", b"hallo", svg(""),
     b'<?xml version="1.0" encoding="klingon"?>' + svg(RECT), svg(RECT).replace(b"0 0 10 10", b"0 0 10 0"),
     svg(RECT).replace(b"0 0 10 10", b"0 0 10"), svg(RECT)[:-9], svg('<path d="M0 0L5 x"/>'), svg('<path d="L5 5"/>'),
     svg('<path d="M0 0A1 1 0 2 1 5 5"/>'), svg('<rect width="3" height="1e999"/>'),
     svg('<rect width="3" height="3" fill="roood"/>'),
     svg('<polygon points="1 2 3"/>'), svg('<g transform="foo(3)"/>'), svg('<g transform="scale(1"/>'),
     svg('<path d="M0 0z5 5"/>'),
     svg('<g stroke-width="-1"/>')],
)  # fmt: skip
def test_a_broken_file_is_a_problem(refuse, data):
    (problem,) = refuse(data)
    assert problem.code == Code.PICTURE_BROKEN


def test_other_encodings_and_no_name_space(load):
    plain = svg(RECT)
    assert len(load(plain.decode().encode("utf-16"), "a.svg").paths) == 1
    assert len(load(plain.replace(b' xmlns="http://www.w3.org/2000/svg"', b""), "b.svg").paths) == 1
    assert load(LOGO.encode(), "c.svg").width == 120
