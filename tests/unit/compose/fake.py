"""A fixed-width measure: every character is half an em wide, so that lines can be counted by hand."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shaped:
    width: float
    kerns: tuple[int, ...] = ()


class FixedWidth:
    """Has every character but those that it is told to lack."""

    def __init__(self, lacks: str = "") -> None:
        self.lacks = lacks

    def shape(self, face: str, text: str) -> Shaped:  # noqa: ARG002  the protocol names it
        return Shaped(0.5 * len(text))

    def has(self, face: str, character: str) -> bool:
        return character not in self.lacks or face.startswith("fallback")

    def metrics(self, face: str) -> tuple[float, float, float, float]:  # noqa: ARG002  the protocol names it
        return 0.9, 0.3, 0.7, 0.5
