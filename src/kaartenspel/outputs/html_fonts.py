"""The letters of a page: of each font only what the page needs, inside the page."""

import base64
from pathlib import Path

import uharfbuzz as hb

from kaartenspel.outputs.fonts import Faces

WEIGHTS = {"regular": 400, "semibold": 600, "extrabold": 800}
"""The faces of a theme that a page uses, with their weight in CSS. Slanting is left to the browser."""


def font_faces(faces: Faces, characters: set[str]) -> str:
    """CSS that brings these characters along in each weight; for others a browser takes a letter of its own."""
    return "".join(
        f"@font-face {{ font-family: Text; font-weight: {weight}; "
        f"src: url(data:font/ttf;base64,{base64.b64encode(_part(faces.paths[name], characters)).decode()}); }}\n"
        for name, weight in WEIGHTS.items()
        if name in faces.paths
    )


def _part(path: Path, characters: set[str]) -> bytes:
    """A font with the glyphs of these characters alone, kerns and figures of one width included."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(ord(character) for character in characters)
    face = hb.subset(hb.Face(hb.Blob.from_file_path(str(path))), wanted)
    data: bytes = face.blob.data
    return data
