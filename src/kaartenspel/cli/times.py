"""Clock times and dates on the command line, read as in a plan."""

import datetime
from typing import Any

import click

from kaartenspel.messages import _


class _Read(click.ParamType[Any]):
    """A value that a reader of the model makes of a text."""

    def _read(self, value: object) -> object:
        raise NotImplementedError

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value; what cannot be read is wrong use."""
        from pydantic_core import PydanticCustomError

        try:
            return self._read(value)
        except PydanticCustomError as error:
            self.fail(str((error.context or {})["said"]), param, ctx)


class ClockTime(_Read):
    """Minutes after midnight."""

    name = "time"

    def _read(self, value: object) -> object:
        from kaartenspel.model.clock import clock

        return value if isinstance(value, int) else clock(value)


class Day(_Read):
    """A date."""

    name = "date"

    def _read(self, value: object) -> object:
        from kaartenspel.model.clock import date

        return value if isinstance(value, datetime.date) else date(value)


class Lasting(_Read):
    """A duration in minutes, from a least to a most."""

    name = "minutes"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def _read(self, value: object) -> object:
        from kaartenspel.model.values import minutes, refuse

        found = minutes(value)
        if isinstance(found, int) and not self.least <= found <= self.most:
            text = _("from {least} to {most} minutes, not {minutes}")
            raise refuse(text.format(least=self.least, most=self.most, minutes=found))
        return found
