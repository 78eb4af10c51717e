"""Colour spaces of a PDF as a press sees them: inks, or something that must be converted first."""

from typing import Any

import pikepdf

from kaartenspel.preflight.marks import BLACK, NO_INKS, Colour, Inks, Space

_DEVICE: dict[str, Space] = {
    "/DeviceGray": "gray", "/CalGray": "gray", "/G": "gray", "/DeviceRGB": "rgb", "/CalRGB": "rgb", "/RGB": "rgb",
    "/Lab": "rgb", "/DeviceCMYK": "cmyk", "/CMYK": "cmyk", "/Pattern": "other",
}  # fmt: skip
_CHANNELS: dict[int, Space] = {1: "gray", 3: "rgb", 4: "cmyk"}
_PROCESS = ("/Cyan", "/Magenta", "/Yellow", "/Black")
START = Colour("gray", BLACK)


def space_of(space: Any, resources: Any) -> Space:
    """What a colour space comes down to; `resources` know the names that the page gave its own ones."""
    name = str(space) if isinstance(space, pikepdf.Name) else ""
    if name in _DEVICE:
        return _DEVICE[name]
    if name:
        own = resources.get("/ColorSpace", {}) if resources is not None else {}
        return space_of(own[name], None) if name in own else "other"
    return _composite(space, resources) if isinstance(space, pikepdf.Array) else "other"


def _composite(space: Any, resources: Any) -> Space:
    """A space that is made of others, or that brings its profile."""
    head = str(space[0])
    if head == "/ICCBased":
        return _CHANNELS.get(int(space[1].N), "other")
    if head in ("/Indexed", "/I"):
        return space_of(space[1], resources)
    if head in ("/Separation", "/DeviceN"):
        names = [str(space[1])] if head == "/Separation" else [str(one) for one in list(space[1])]
        return "cmyk" if all(one in (*_PROCESS, "/All", "/None") for one in names) else "spot"
    return _DEVICE.get(head, "other")


def device(space: Space, parts: list[float]) -> Colour:
    """A colour of a device's own space; grey is black ink alone."""
    if space == "gray" and parts:
        return Colour(space, (0.0, 0.0, 0.0, 100 * (1 - parts[0])))
    if space == "cmyk" and len(parts) == 4:
        cyan, magenta, yellow, black = (100 * part for part in parts)
        return Colour(space, (cyan, magenta, yellow, black))
    return Colour(space, NO_INKS)


def chosen(space: Any, parts: list[float], resources: Any) -> Colour:
    """A colour of a space chosen by `cs`: the process inks of a Separation or DeviceN are told apart."""
    if isinstance(space, pikepdf.Name):
        space = resources.get("/ColorSpace", {}).get(str(space), space) if resources is not None else space
    kind = space_of(space, resources)
    if isinstance(space, pikepdf.Array) and str(space[0]) in ("/Separation", "/DeviceN"):
        names = [str(space[1])] if str(space[0]) == "/Separation" else [str(one) for one in list(space[1])]
        shares = dict(zip(names, parts, strict=False))
        whole = shares.get("/All", 0.0)
        cyan, magenta, yellow, black = (100 * shares.get(name, whole) for name in _PROCESS)
        inks: Inks = (cyan, magenta, yellow, black)
        return Colour(kind, inks)
    return device(kind, parts)
