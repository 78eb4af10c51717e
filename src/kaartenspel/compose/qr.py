"""A link as a QR symbol: the smallest version at level M, then the highest level that costs no larger symbol.

Module size and quiet zone follow the standard and field.md: 4 modules of white around
(ISO/IEC 18004, 2024, 6.3.8); modules of at least 0.4 mm for phones; level M,
raised to Q or H where the symbol's version stays the same, so that dirt costs less.

qrcode is the encoder, and is asked as little as will do: module by module it takes 5 ms a symbol, most of it for
the choice among the eight masks, and a deck may have ten thousand. Everything in a symbol is a sum without carry,
so its parts are asked for once and then added: the symbols without data, one for each mask (they hold all that a
mask changes, the format information that names it too); the way on which data fill a version's modules; and what
error correction follows from each byte. Which mask loses the least is worked out in `masks`. The tests compare
with what qrcode draws by itself.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache, reduce
from itertools import pairwise, zip_longest
from operator import itemgetter, mul
from typing import Any

import qrcode
from qrcode import base, util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q

from kaartenspel.compose.masks import packed, penalty, unpacked

QUIET = 4
"""The white that a symbol needs around it, in modules."""
LEAST_MODULE = 0.4
"""The smallest side of a module, in mm."""
MASKS = range(8)
_LEVELS = (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M)
_WIDER_COUNTS = (1, 10, 27, 41)
"""The versions from which a text's length is written with more bits, and the end (ISO/IEC 18004, table 3)."""
_PADS = b"\xec\x11"
"""What fills the room that the data leave, in turn (ISO/IEC 18004, 7.4.10)."""


class TooMuchError(ValueError):
    """A link that no QR symbol can hold."""


@cache
def symbol(link: str) -> tuple[str, ...]:
    """The rows of a link's symbol as `0` and `1`, without quiet zone; raises TooMuchError."""
    version, level, stream = _fitted(link)
    data = _on_its_way(version, _codewords(version, level, stream))
    side = _side(version)
    masked = [data ^ empty for empty in _empty(version, level)]
    return unpacked(min(masked, key=lambda made: penalty(made, side)), side)


class _Stream:
    """Bits in a row, as one number: qrcode's own buffer takes them one by one."""

    def __init__(self) -> None:
        self.bits, self.length = 0, 0

    def put(self, number: int, length: int) -> None:
        """Write a number with so many bits; qrcode's data call this."""
        self.bits, self.length = self.bits << length | number, self.length + length


def _fitted(link: str) -> tuple[int, int, _Stream]:
    """The smallest version at level M, the highest level that it holds as well, and the data."""
    code = qrcode.QRCode()
    code.add_data(link)
    for least, following in pairwise(_WIDER_COUNTS):
        stream = _stream(code.data_list, least)
        version = bisect_left(util.BIT_LIMIT_TABLE[ERROR_CORRECT_M], stream.length, least)
        if version < following:
            level = next(level for level in _LEVELS if stream.length <= util.BIT_LIMIT_TABLE[level][version])
            return version, level, stream
    raise TooMuchError(link)


def _stream(chunks: list[util.QRData], version: int) -> _Stream:
    """The data as bits: for each chunk its mode, its length and its characters."""
    stream = _Stream()
    for chunk in chunks:
        stream.put(chunk.mode, 4)
        stream.put(len(chunk), util.length_in_bits(chunk.mode, version))
        chunk.write(stream)
    return stream


def _codewords(version: int, level: int, stream: _Stream) -> bytes:
    """The data filled up to the symbol's capacity and followed by their error correction, blocks interleaved."""
    capacity = util.BIT_LIMIT_TABLE[level][version]
    size = -(-min(stream.length + 4, capacity) // 8)  # up to four noughts say that the data end
    room = capacity // 8 - size
    filled = (stream.bits << 8 * size - stream.length).to_bytes(size, "big") + (_PADS * (room // 2 + 1))[:room]
    blocks: list[bytes] = []
    checks: list[bytes] = []
    for block in base.rs_blocks(version, level):
        blocks.append(filled[: block.data_count])
        checks.append(_check(blocks[-1], block.total_count - block.data_count))
        filled = filled[block.data_count :]
    return _interleaved(blocks) + _interleaved(checks)


def _interleaved(blocks: list[bytes]) -> bytes:
    """The first bytes of all blocks, then the second ones, and so on; some blocks are a byte longer."""
    return bytes(byte for nth in zip_longest(*blocks) for byte in nth if byte is not None)


def _check(block: bytes, count: int) -> bytes:
    """So many bytes of error correction: what is left when the block is divided by the generator."""
    rests, first, rest = _rests(count), 8 * (count - 1), 0
    kept = (1 << first) - 1
    for byte in block:
        rest = (rest & kept) << 8 ^ rests[byte ^ rest >> first]
    return rest.to_bytes(count, "big")


@cache
def _rests(count: int) -> tuple[int, ...]:
    """What each byte leaves when it is divided by the generator: of eight bytes by qrcode, of the others by adding."""
    generator = reduce(mul, (base.Polynomial([1, base.gexp(power)], 0) for power in range(count)))
    rests = [0]
    for bit in range(8):
        rest = int.from_bytes(bytes(base.Polynomial([1 << bit], count) % generator), "big")
        rests += [rest ^ known for known in rests]
    return tuple(rests)


def _on_its_way(version: int, codewords: bytes) -> int:
    """A symbol that holds these bytes and nothing else, as one number."""
    arrange, bits = _way(version)
    text = f"{int.from_bytes(codewords, 'big'):0{8 * len(codewords)}b}"
    return int("".join(arrange(f"{text:0<{bits}}0")), 2)


@cache
def _way(version: int) -> tuple[Callable[[str], Iterable[str]], int]:
    """Puts each bit in its module and a nought, which follows the bits, in all others; and how many bits there are."""
    order = {place: bit for bit, place in enumerate(_places(version))}
    side, count = _side(version), len(order)
    places = [(row, column) for row in range(side) for column in range(side + 1)][:-1]
    return itemgetter(*(order.get(place, count) for place in places)), count


def _places(version: int) -> list[tuple[int, int]]:
    """The modules in the order in which qrcode fills them with data: its rows are watched while it does."""
    code = qrcode.QRCode(version=version, mask_pattern=0)
    code.data_cache = []
    places: list[tuple[int, int]] = []
    fill = code.map_data

    def watched(data: list[int], mask: int) -> None:
        code.modules = [_Row(row, index, places) for index, row in enumerate(code.modules)]
        fill(data, mask)

    code.map_data = watched
    code.make(fit=False)
    return places


class _Row(list[Any]):
    """A row that notes where it is written."""

    def __init__(self, row: list[Any], index: int, places: list[tuple[int, int]]) -> None:
        super().__init__(row)
        self._index, self._places = index, places

    def __setitem__(self, column: Any, dark: Any) -> None:
        self._places.append((self._index, column))
        super().__setitem__(column, dark)


@cache
def _empty(version: int, level: int) -> tuple[int, ...]:
    """The symbols without data, one for each mask."""
    return tuple(_drawn(version, level, mask) for mask in MASKS)


def _drawn(version: int, level: int, mask: int) -> int:
    """A symbol without data as qrcode draws it, as one number."""
    code = qrcode.QRCode(version=version, error_correction=level, mask_pattern=mask)
    code.data_cache = []
    code.make(fit=False)
    return packed(code.modules)


def _side(version: int) -> int:
    """The modules in a row (ISO/IEC 18004, table 1)."""
    return 4 * version + 17
