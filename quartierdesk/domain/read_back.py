"""What an edited workbook says differently from the workspace, before anything is stored."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that says something else than the workspace does.

    `table` is the name of the protocol's table and `column` the key of its column; `field` is the
    field of the thing with the identity `row_id`, `value` what would be stored in it. `before` is
    what the workspace shows now and `after` what the cell shows, both as people read them; `place`
    names sheet and cell. `is_conflict`: the workspace has changed as well since the workbook was
    written.
    """

    table: str
    row_id: str
    label: str
    field: str
    column: str
    heading: str
    before: str
    after: str
    value: object
    place: str
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that somebody added: `fields` are what would be stored, `text` what it is about."""

    table: str
    place: str
    text: str
    fields: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell or row that cannot be taken over, and why."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Everything a person decides on before a workbook is read back.

    `notices` are what is not taken over and does no harm: columns that are not read back, rows
    that are missing.
    """

    workshop_id: str
    differences: tuple[Difference, ...] = ()
    new_rows: tuple[NewRow, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """The differences where the workspace has changed meanwhile."""
        return tuple(each for each in self.differences if each.is_conflict)

    @property
    def agreed(self) -> tuple[Difference, ...]:
        """The differences that overwrite nothing somebody else has changed."""
        return tuple(each for each in self.differences if not each.is_conflict)
