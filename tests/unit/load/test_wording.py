"""What is proposed where a name is wrong."""

from kaartenspel.load.wording import unknown_name

KINDS = ["sign", "statement", "step"]
TITLES = {"Bord": "sign", "Stelling": "statement", "Stap": "step"}


def test_the_nearer_of_names_and_titles_is_proposed():
    assert "‘statement’" in unknown_name("kind", "stellign", None, KINDS, TITLES).hint
    assert "‘statement’" in unknown_name("kind", "statment", None, KINDS, TITLES).hint
    assert "‘sign’" in unknown_name("kind", "signn", None, KINDS, TITLES).hint


def test_nothing_is_proposed_where_nothing_is_near():
    assert "?" not in unknown_name("kind", "qqqq", None, KINDS, TITLES).hint
