"""What a table of another program would bring in, before anything is stored."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from quartierdesk.domain.contribution import Publish


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One contribution as it stands in the row `number` of a table.

    Texts are cleaned. `kind`, `action_field`, `target_groups` and `themes` are codes of the
    catalogues; what no catalogue knows is left out and named in a warning. `table` is the number
    of a table of the workshop. `captured_at` is as the table says it: with a zone where it names
    one, else the time on the clock of the workshop. Latitude and longitude are degrees, both or
    neither. None means that the table says nothing.
    """

    number: int
    text: str
    label: str = ""
    title: str = ""
    minutes: str = ""
    kind: str | None = None
    table: int | None = None
    action_field: str | None = None
    target_groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    cluster: str = ""
    place: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    dots: int | None = None
    mention_count: int = 1
    note: str = ""
    captured_at: datetime | None = None
    url: str = ""
    publish: Publish | None = None


@dataclass(frozen=True, slots=True)
class RowFailure:
    """Why the row `number` cannot be imported; `column` is "" where the whole row is meant."""

    number: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DuplicateHint:
    """The row `number` says the same as the row `of_number`, or as a stored text (None)."""

    number: int
    of_number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of a foreign table: its name, its role („“ where it has none), what stands in it.

    `samples` are the first cells that hold something, `filled` is how many rows do.
    """

    name: str
    role: str
    samples: tuple[str, ...]
    filled: int


@dataclass(frozen=True, slots=True)
class TableSample:
    """What a foreign table looks like, for people who say which column is what.

    `rows` is how many rows there are below the headings; `roles` are the roles a column can have,
    as pairs of code and German name.
    """

    columns: tuple[SourceColumn, ...]
    rows: int
    roles: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Everything a person decides on before importing.

    `rows` can be imported as they are, `failures` are about rows that cannot. `duplicates` are
    among the rows all the same: whether two people said it is for people to judge. `mapping`
    pairs roles with names of columns; `ignored_columns` have no role.
    """

    rows: tuple[ImportRow, ...]
    failures: tuple[RowFailure, ...] = ()
    duplicates: tuple[DuplicateHint, ...] = ()
    mapping: tuple[tuple[str, str], ...] = ()
    ignored_columns: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
