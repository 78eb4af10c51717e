"""Drawings in SVG, as far as they are outlines in even colours; `shapes` and `style` hold all that is known."""
