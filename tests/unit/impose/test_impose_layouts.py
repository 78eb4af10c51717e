"""The shipped sizes, papers and sheets, and what their models refuse."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from kaartenspel.model.sheet import Paper, SheetLayout, Size

LAYOUTS = Path(__file__).parents[3] / "layouts"
SORTS: list[tuple[str, type[BaseModel]]] = [("size", Size), ("paper", Paper), ("sheet", SheetLayout)]
FILES = [(sort, model, path) for sort, model in SORTS for path in sorted((LAYOUTS / f"{sort}s").glob("*.yaml"))]


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("sort, model, path", FILES, ids=lambda value: getattr(value, "stem", None))
def test_a_shipped_layout_is_right_and_named_as_its_file(sort, model, path):
    made = model.model_validate(read(path))
    assert getattr(made, sort) == path.stem
    assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema=../../schemas/{sort}.schema.json\n")


def test_every_size_names_a_shipped_sheet():
    for path in (LAYOUTS / "sizes").glob("*.yaml"):
        assert (LAYOUTS / "sheets" / f"{read(path)['sheet']}.yaml").exists()


def test_all_sizes_are_there_with_their_measures():
    sizes = {path.stem: Size.model_validate(read(path)) for path in (LAYOUTS / "sizes").glob("*.yaml")}
    assert {name: (size.width, size.height) for name, size in sizes.items()} == {
        "mini": (44, 68), "bridge": (57, 88), "euro": (59, 92), "poker": (63, 88), "square": (70, 70),
        "tarot": (70, 120), "a7": (74, 105), "jumbo": (88, 126), "a6": (105, 148), "a5": (148, 210),
        "a4": (210, 297), "a3": (297, 420), "slide": (254, 142.9),
    }  # fmt: skip


@pytest.mark.parametrize("text, mm", [("63", 63), ("63 mm", 63), ("63,5mm", 63.5), ("6.35 cm", 63.5)])
def test_lengths_are_read_from_text(text, mm):
    assert Paper(paper="own", title="Own", width=text, height="88").width == pytest.approx(mm)


@pytest.mark.parametrize("text", ["-63", "63 inch", "1e2", "", "nan", "0", "19", "2000"])
def test_nonsense_is_no_length(text):
    with pytest.raises(ValidationError):
        Paper(paper="own", title="Own", width=text, height="88")


def test_parts_are_whole_and_for_divided_sheets_only():
    base = {"sheet": "own", "title": "Own"}
    assert SheetLayout(**base, fit="divide", parts="4").parts == 4
    for wrong in ({"fit": "cells", "parts": "4"}, {"fit": "divide", "parts": "4.0"}, {"fit": "divide", "parts": "0"}):
        with pytest.raises(ValidationError):
            SheetLayout(**base, **wrong)


@pytest.mark.parametrize("model", [Size, Paper, SheetLayout])
def test_every_field_is_described_for_the_editor(model):
    assert all(field.description for field in model.model_fields.values())
    with pytest.raises(ValidationError):
        model.model_validate({"colour": "red"})
