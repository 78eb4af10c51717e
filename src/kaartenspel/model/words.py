"""The words that are printed on paper, in one language."""

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Ident, Language, OneLine


class Words(Model):
    """A language file, `languages/nl.yaml`."""

    language: Language = Field(description="De code van de taal.")
    compounds: tuple[OneLine, ...] = Field((), description="Samenstellingen met een streep op elke naad.")
    words: dict[Ident, OneLine] = Field(description="Elk woord dat op papier komt.")

    def __getitem__(self, name: str) -> str:
        """The word of this name; a name that is missing is a fault of the program, and raises KeyError."""
        return self.words[name]
