"""Important and urgent: the Eisenhower matrix."""

from enum import Enum


class EisenhowerField(Enum):
    """The four fields; the value is the German name."""

    DO_NOW = "Sofort erledigen"
    SCHEDULE = "Terminieren"
    DELEGATE = "Abgeben"
    DROP = "Verwerfen oder in den Themenspeicher"

    @property
    def label(self) -> str:
        """German name as people read it."""
        return self.value


def eisenhower_field(*, important: bool, urgent: bool) -> EisenhowerField:
    """Field of something important and/or urgent.

    Source: general moderation practice; both: now, only important: a date, only urgent: someone
    else, neither: drop or store.
    """
    if important:
        return EisenhowerField.DO_NOW if urgent else EisenhowerField.SCHEDULE
    return EisenhowerField.DELEGATE if urgent else EisenhowerField.DROP
