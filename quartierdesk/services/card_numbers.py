"""Numbers of cards: each series of a workshop is continued, no number is given twice."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from quartierdesk.domain.labels import card_label, parse_label, series_of

# A plain statement, because it runs with every captured card. Deleted cards count: a number that
# came back with another text would make the printed lists wrong.
_HIGHEST = "SELECT max(number) FROM contribution WHERE workshop_id = ? AND series = ?"


class Numbering:
    """The series of one workshop within one operation; `labels` come along and stay free."""

    def __init__(self, session: Session, workshop_id: str, labels: Iterable[str]) -> None:
        self._session = session
        self._workshop_id = workshop_id
        self._highest: dict[str, int] = {}
        for label in labels:
            series, number = parse_label(label)
            if number is not None:
                self._highest[series] = max(self._stored(series), number)

    def next_label(self, table_number: int | None) -> str:
        """Return the next label at a table, or without one."""
        series = series_of(table_number)
        self._highest[series] = self._stored(series) + 1
        return card_label(series, self._highest[series])

    def _stored(self, series: str) -> int:
        if series not in self._highest:
            connection = self._session.connection()
            found = connection.exec_driver_sql(_HIGHEST, (self._workshop_id, series))
            self._highest[series] = found.scalar() or 0
        return self._highest[series]
