"""Turns YAML decks of conversation cards into sheets that a school prints, cuts and plays with."""

__version__ = "0.1.0"
