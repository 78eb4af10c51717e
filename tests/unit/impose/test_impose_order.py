"""The order of the sides."""

from kaartenspel.impose.order import pages, sheet_count


def told(*arguments):
    return [(page.sheet, page.side, page.cards) for page in pages(*arguments)]


def test_interleaved_sides_follow_each_other():
    assert told(11, 9, "long-edge", "interleaved") == [
        (0, "front", range(9)), (0, "back", range(9)), (1, "front", range(9, 11)), (1, "back", range(9, 11)),
    ]  # fmt: skip


def test_hand_fed_stock_has_all_fronts_first():
    sides = told(18, 9, "short-edge", "fronts-then-backs")
    assert [side[:2] for side in sides] == [(0, "front"), (1, "front"), (0, "back"), (1, "back")]


def test_fold_and_one_sided_sheets_have_fronts_only():
    for duplex in ("fold", "none"):
        assert told(3, 2, duplex, "fronts-then-backs") == [(0, "front", range(2)), (1, "front", range(2, 3))]


def test_a_pile_cut_through_gives_the_deck_in_order():
    for cards, slots in ((41, 9), (10, 9), (9, 9), (1, 4), (82, 8)):
        sheets = [page.cards for page in pages(cards, slots, "none", "cut-and-stack")]
        assert len(sheets) == sheet_count(cards, slots)
        piles = [[sheet[slot] for sheet in sheets if slot < len(sheet)] for slot in range(slots)]
        assert [card for pile in piles for card in pile] == list(range(cards))


def test_the_fullest_sheets_are_on_top_of_the_pile():
    assert [len(page.cards) for page in pages(41, 9, "none", "cut-and-stack")] == [9, 8, 8, 8, 8]


def test_nothing_takes_no_paper():
    assert pages(0, 9, "long-edge", "interleaved") == []
    assert [sheet_count(cards, 9) for cards in (0, 1, 9, 10)] == [0, 1, 1, 2]
