"""Every text of every deck can be read: its contrast on the rendered page is at least 4.5 : 1."""

from io import BytesIO

import pikepdf
import pytest
from shipped import truth
from shipped.contrast import contrast, readings

LEAST = 4.5
"""Of text with its background: WCAG 2.2, success criterion 1.4.3."""
THEMES = list(truth.layouts("themes"))
FEW = ("stellingenspel", "spelmateriaal")
PAGES = 4
MATRIX = [
    pytest.param(name, theme, None if name not in FEW else PAGES, marks=() if name in FEW else pytest.mark.full)
    for name in truth.deck_names()
    for theme in THEMES
]
WHOLE = [pytest.param(name, theme, None, marks=pytest.mark.full) for name in FEW for theme in THEMES]


def faults(data, pages=None):
    """The runs that are hard to read, or not seen at all."""
    found = list(readings(data, pages))
    assert found
    return [
        f"page {each.page + 1}: {each.text!r} {each.contrast:.2f} on {each.behind}, seen {each.seen}"
        for each in found
        if each.contrast < LEAST or each.seen < 60
    ]


@pytest.mark.parametrize("name, theme, pages", [*MATRIX, *WHOLE])
def test_every_text_has_contrast_on_the_page(fresh, name, theme, pages):
    assert faults(fresh(name, theme=theme).data, pages) == []


@pytest.mark.parametrize("name", [FEW[0], pytest.param("posters", marks=pytest.mark.full)])
def test_on_a_screen_too(fresh, name):
    assert faults(fresh(name, size="slide").data, 6) == []


def changed(data, change):
    """The PDF with its first page's content changed as text."""
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents.write(change(page.Contents.read_bytes()))
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [lambda content: content.replace(b" rg", b" rg\n.7 .7 .7 rg"),
     lambda content: content + b"\n0 0 0 rg 0 0 2000 2000 re f",
     lambda content: b".35 .35 .35 rg 0 0 2000 2000 re f\n0 g\n" + content],
    ids=["pale", "covered", "dark-ground"],
)  # fmt: skip
def test_what_cannot_be_read_would_be_seen(press, spoil):
    data = press("stellingenspel").data
    assert faults(data, 1) == []
    assert faults(changed(data, spoil), 1)


def test_contrast_is_what_the_standard_says():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
