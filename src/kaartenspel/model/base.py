"""What all checked models share: they are frozen, and know every key that they may have."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A part of a file that users write; an unknown key is a problem, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")
