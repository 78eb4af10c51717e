"""Drawings in SVG, as far as they are outlines in even colours (docs/how-to tells which part that is)."""
