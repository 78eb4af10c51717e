"""Clock times and dates on the command line, read as in a plan."""

import datetime
from typing import Any

import click


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
