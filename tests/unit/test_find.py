"""Shipped data is found in a checkout and in an installed package; own files win."""

from pathlib import Path

import pytest

from kaartenspel.problems import Code, KaartenspelError, MachineError
from kaartenspel.reading import find
from kaartenspel.reading.find import Found, ShippedMissingError, found, shipped


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    root = tmp_path / "a checkout"
    package = root / "src" / "kaartenspel"
    write(root / "layouts" / "kinds" / "statement.yaml")
    write(root / "decks" / "sources.yaml")
    write(root / "decks" / "spel.yaml")
    write(root / "decks" / "alles.yaml")
    write(package / "shipped" / "decks" / "stale.yaml")
    monkeypatch.setattr(find, "PACKAGE", package)
    return root


@pytest.fixture
def installed(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "kaartenspel"
    write(package / "shipped" / "decks" / "spel.yaml")
    write(package / "shipped" / "layouts" / "kinds" / "statement.yaml")
    monkeypatch.setattr(find, "PACKAGE", package)
    return package


def test_this_very_checkout_is_where_tests_find_data():
    root = Path(__file__).parents[2]
    assert shipped("decks") == root / "decks"
    assert shipped("layouts/kinds") == root / "layouts" / "kinds"


def test_checkout_goes_before_the_copy_of_an_editable_install(checkout):
    assert shipped("decks") == checkout / "decks"
    assert "stale" not in found("decks", Path("nowhere"))


def test_installed_package_has_its_own_copy(installed):
    assert shipped("decks") == installed / "shipped" / "decks"
    assert shipped("layouts/kinds") == installed / "shipped" / "layouts" / "kinds"


def test_a_folder_named_src_without_layouts_is_no_checkout(tmp_path, monkeypatch):
    package = tmp_path / "src" / "kaartenspel"
    write(package / "shipped" / "decks" / "spel.yaml")
    monkeypatch.setattr(find, "PACKAGE", package)
    assert shipped("decks") == package / "shipped" / "decks"


def test_neither_is_there(tmp_path, monkeypatch):
    monkeypatch.setattr(find, "PACKAGE", tmp_path / "kaartenspel")
    with pytest.raises(ShippedMissingError, match=r"not completely installed: no 'layouts/kinds' in .*shipped"):
        shipped("layouts/kinds")


def test_without_a_folder_of_one_s_own_all_is_shipped(installed, tmp_path):
    path = installed / "shipped" / "decks" / "spel.yaml"
    assert found("decks", tmp_path) == {"spel": Found("spel", path, own=False)}


def test_own_files_win_and_join(installed, tmp_path):
    own = write(tmp_path / "decks" / "spel.yaml")
    other = write(tmp_path / "decks" / "eigen.yml")
    assert found("decks", tmp_path) == {"eigen": Found("eigen", other, own=True), "spel": Found("spel", own, own=True)}


def test_own_layouts_win_by_sort(installed, tmp_path):
    own = write(tmp_path / "layouts" / "kinds" / "statement.yaml")
    write(tmp_path / "layouts" / "themes" / "statement.yaml")
    assert found("layouts/kinds", tmp_path)["statement"].path == own


def test_names_come_in_one_order(installed, tmp_path):
    for name in ("zon", "aap", "Beer"):
        write(tmp_path / "decks" / f"{name}.yaml")
    assert list(found("decks", tmp_path)) == ["Beer", "aap", "spel", "zon"]


def test_in_the_checkout_files_count_as_shipped(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    assert found("decks", Path()) == {
        "alles": Found("alles", Path("decks/alles.yaml"), own=False),
        "spel": Found("spel", Path("decks/spel.yaml"), own=False),
    }


def test_the_register_is_no_deck_but_a_kind_may_be_called_so(installed, tmp_path):
    write(tmp_path / "decks" / "sources.yaml")
    write(tmp_path / "layouts" / "kinds" / "sources.yaml")
    assert "sources" not in found("decks", tmp_path)
    assert "sources" in found("layouts/kinds", tmp_path)


def test_only_yaml_files_that_are_not_hidden(installed, tmp_path):
    for name in ("._spel.yaml", ".yaml", "spel.yaml.bak", "spel.txt"):
        write(tmp_path / "decks" / name)
    (tmp_path / "decks" / "map.yaml").mkdir()
    assert [deck.name for deck in found("decks", tmp_path).values() if deck.own] == []


def test_an_accent_in_two_characters_is_the_same_name(installed, tmp_path):
    write(tmp_path / "decks" / "e\u0301e\u0301n.yaml")
    assert "\u00e9\u00e9n" in found("decks", tmp_path)


@pytest.mark.parametrize(("sort", "code"), [("decks", Code.DUPLICATE_DECK), ("layouts/kinds", Code.DUPLICATE_ID)])
def test_two_suffixes_of_one_name_are_a_problem(installed, tmp_path, sort, code):
    write(tmp_path / sort / "x.yaml")
    write(tmp_path / sort / "x.yml")
    with pytest.raises(KaartenspelError) as caught:
        found(sort, tmp_path)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert "x.yaml" in problem.message
    assert "x.yml" in problem.message


def test_a_folder_that_cannot_be_read_is_the_machine_s_problem(installed, tmp_path, monkeypatch):
    write(tmp_path / "decks" / "x.yaml")

    def refuse(_self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(MachineError, match="Permission denied"):
        found("decks", tmp_path)
