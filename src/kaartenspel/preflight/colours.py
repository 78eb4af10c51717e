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
        return "cmyk" if all(one in (*_PROCESS, "/All", "/None") for one in _names(space)) else "spot"
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
    """A colour of a space chosen by `cs`: of Indexed from its table, of Separation and DeviceN ink by ink."""
    space = _named(space, resources)
    kind, head = space_of(space, resources), str(space[0]) if isinstance(space, pikepdf.Array) else ""
    if head in ("/Indexed", "/I"):
        return _looked_up(space, parts, resources)
    if head not in ("/Separation", "/DeviceN"):
        return device(kind, parts)
    shares = dict(zip(_names(space), parts, strict=False))
    whole = shares.get("/All", 0.0)
    cyan, magenta, yellow, black = (100 * shares.get(name, whole) for name in _PROCESS)
    inks: Inks = (cyan, magenta, yellow, black)
    return Colour(kind, inks)


def first(space: Any, resources: Any) -> Colour:
    """The colour that a space starts with: black, or all inks of a Separation or DeviceN (ISO 32000-1, 8.6.8)."""
    own = _named(space, resources)
    if isinstance(own, pikepdf.Array) and str(own[0]) in ("/Separation", "/DeviceN"):
        return chosen(own, [1.0] * len(_names(own)), resources)
    if isinstance(own, pikepdf.Array) and str(own[0]) in ("/Indexed", "/I"):
        return chosen(own, [0.0], resources)
    kind = space_of(own, resources)
    return Colour(kind, BLACK if kind in ("gray", "cmyk") else NO_INKS)


def _looked_up(space: Any, parts: list[float], resources: Any) -> Colour:
    table = space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
    kind = space_of(space[1], resources)
    wide = {"gray": 1, "rgb": 3, "cmyk": 4}.get(kind, 0)
    start = wide * int(parts[0]) if parts else 0
    return device(kind, [part / 255 for part in table[start : start + wide]])


def _named(space: Any, resources: Any) -> Any:
    """The space itself where the page calls it by a name of its own."""
    if isinstance(space, pikepdf.Name) and resources is not None:
        return resources.get("/ColorSpace", {}).get(str(space), space)
    return space


def _names(space: Any) -> list[str]:
    return [str(space[1])] if str(space[0]) == "/Separation" else [str(one) for one in list(space[1])]
