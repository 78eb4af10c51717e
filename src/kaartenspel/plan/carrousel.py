"""Which group is at which station in which round."""

from collections.abc import Sequence
from dataclasses import dataclass

from kaartenspel.messages import _, plural


@dataclass(frozen=True, slots=True)
class Rotation:
    """`visits[group][round]` is a station, all counted from 0; `trouble` says what cannot be."""

    visits: tuple[tuple[int, ...], ...]
    trouble: str = ""

    def at(self, station: int, turn: int) -> tuple[int, ...]:
        """The groups at a station in a round."""
        return tuple(group for group, visits in enumerate(self.visits) if visits[turn] == station)


def rotate(groups: int, stations: int, capacity: Sequence[int | None] = ()) -> Rotation:
    """Every group moves on one station a round, from a start that shares the groups out evenly.

    So each visits every station once in as many rounds as there are stations, and in each round the stations differ
    by at most one group. `capacity` is how many groups fit at a station at once (None: any number); as every group
    must come by, a station that is too small for an even share cannot be helped by another order.
    """
    if stations < 1:
        return Rotation(((),) * groups, _("a carrousel needs at least one station"))
    visits = tuple(tuple((group + turn) % stations for turn in range(stations)) for group in range(groups))
    return Rotation(visits, _too_small(groups, stations, capacity))


def _too_small(groups: int, stations: int, capacity: Sequence[int | None]) -> str:
    """The stations at which not everybody fits, with the places and the rounds that are short."""
    most = -(-groups // stations)
    small = {number: room for number, room in enumerate(capacity, 1) if room is not None and room < most}
    if not small:
        return ""
    text = plural(
        "station {stations} is too small: {most} groups come at once and {room} fit; make room for {places} more",
        "stations {stations} are too small: {most} groups come at once and {room} fit; make room for {places} more",
        len(small),
    )
    room = min(small.values())
    said = text.format(stations=_listed(small), most=most, room=room, places=most - room)
    if room < 1:
        return said
    more = -(-groups // room) - stations
    return said + plural(", or add {more} station and a round", ", or add {more} stations and rounds", more).format(
        more=more
    )


def _listed(numbers: Sequence[int] | dict[int, int]) -> str:
    """`1, 2 and 4`."""
    *first, last = [str(number) for number in numbers]
    return _(" and ").join([", ".join(first), last]) if first else last
