"""Plain values as the text of a YAML file, which reads back as the same values."""

import yaml

WIDTH = 110
"""Characters of a line, as in the files that came along."""


class _Dumper(yaml.SafeDumper):
    """Lists are indented below their key, and long texts are folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  yaml's own
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Several lines as a block; anything that YAML might take for something else in quotes."""
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(values: object) -> str:
    """The text of plain values, numbers among them, with a line end at its end."""
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
