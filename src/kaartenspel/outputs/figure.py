"""Drawings that scale, as paths of millimetres: written once at their largest use, and called at any smaller size."""

from dataclasses import replace

from kaartenspel.drawing import Drawing, Figure, Path, Segment


def figure_drawing(figure: Figure) -> Drawing:
    """The paths of a figure in the size of its box, from its top-left corner."""
    scale = figure.width / figure.image.width
    return Drawing(figure.width, figure.height, tuple(_path(path, scale) for path in figure.image.paths))


def _path(path: Path, scale: float) -> Path:
    steps = tuple(
        Segment(step.kind, tuple((round(x * scale, 4), round(y * scale, 4)) for x, y in step.points))
        for step in path.segments
    )
    dash = tuple(round(length * scale, 4) for length in path.dash)
    return replace(path, segments=steps, stroke_width=round(path.stroke_width * scale, 4), dash=dash)
