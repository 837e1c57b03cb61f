"""How things are called in the protocol: labels of cards, German names of codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from quartierdesk.domain.catalogues import Catalogue, CatalogueKind
from quartierdesk.domain.clock import zone_of
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import WITHHELD
from quartierdesk.domain.labels import distinct_labels
from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.protocol import Column
from quartierdesk.domain.record import WorkshopRecord

MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_ROUNDS = {
    "table": "Tischrunde",
    "plenary": "Plenum",
    "start": "zu Beginn",
    "end": "am Ende",
}

GONE = "(nicht mehr vorhanden)"
"""Stands for something that was deleted after people had voted on it."""


class Names:
    """The names of everything in one record; equal labels are told apart („T3-017b“)."""

    def __init__(
        self,
        record: WorkshopRecord,
        catalogues: Mapping[str, Catalogue],
        kept: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        self._kept = kept
        self._catalogues = {code: _labels(each) for code, each in catalogues.items()}
        self._fields = _field_labels(catalogues, record.workshop.field_catalogue)
        chosen = catalogues.get("action_field") or catalogues.get(record.workshop.field_catalogue)
        self._order = [entry.code for entry in chosen.entries] if chosen else []
        self._zone = zone_of(record.workshop.timezone)
        self._is_public = record.edition == "public"
        self.tables = {table.id: table for table in record.tables}
        self.contributions = {item.id: item for item in record.contributions}
        self.clusters = {cluster.id: cluster for cluster in record.clusters}
        self.measures = {measure.id: measure for measure in record.measures}
        self.labels: dict[str, str] = {}
        for items in (record.contributions, record.clusters, record.measures):
            self.labels |= distinct_labels((item.id, item.label) for item in items)

    def to_fill(self, table: str, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Return the columns of a table, those marked that stay so that people fill them in."""
        kept = self._kept.get(table, frozenset())
        return tuple(replace(each, fill_in=True) if each.key in kept else each for each in columns)

    def of(self, catalogue: str, code: str) -> str:
        """Return the German name of a code; of an unknown one the code."""
        return self._catalogues.get(catalogue, {}).get(code, code)

    def place(self, catalogue: str, code: str) -> int:
        """Return at which place of its catalogue a code stands; unknown ones come last."""
        codes = list(self._catalogues.get(catalogue, ()))
        return codes.index(code) if code in codes else len(codes)

    def all_of(self, catalogue: str, codes: Iterable[str]) -> str:
        """Return the German names of codes in one line."""
        return "; ".join(self.of(catalogue, code) for code in codes)

    def fields(self, codes: Iterable[str]) -> str:
        """Return the names of action fields, of the chosen catalogue where it has the code."""
        return "; ".join(self._fields.get(code, code) for code in codes if code)

    def in_catalogue_order(self, codes: Iterable[str]) -> list[str]:
        """Return codes of action fields as their catalogue orders them, other ones behind."""
        wanted = dict.fromkeys(codes)
        known = [code for code in self._order if code in wanted]
        return [*known, *sorted(code for code in wanted if code not in known)]

    def label(self, identity: str | None) -> str:
        """Return the label of a contribution, cluster or measure, „“ where there is none."""
        return self.labels.get(identity or "", "")

    def listed(self, identities: Iterable[str]) -> str:
        """Return the labels of those that are in the record."""
        return ", ".join(self.labels[each] for each in identities if each in self.labels)

    def cluster_title(self, cluster_id: str | None) -> str:
        """Return the heading of a cluster, „“ where there is none."""
        cluster = self.clusters.get(cluster_id or "")
        return cluster.title if cluster else ""

    def summary(self, cluster_id: str | None) -> str:
        """Return what a cluster says in a line, „“ where nobody wrote it."""
        cluster = self.clusters.get(cluster_id or "")
        return cluster.summary if cluster else ""

    def table_number(self, table_id: str | None) -> int | None:
        """Return the number of a table."""
        table = self.tables.get(table_id or "")
        return table.number if table else None

    def original(self, item: Contribution) -> str:
        """Return what was said, if it may be read in this edition."""
        is_open = item.publish == "yes" and not item.contains_personal_data
        return item.text_original if is_open or not self._is_public else WITHHELD

    def option(self, option: PollOption) -> str:
        """Return what an option of a poll says."""
        measure = self.measures.get(option.measure_id or "")
        contribution = self.contributions.get(option.contribution_id or "")
        behind = measure.title if measure else contribution.wording if contribution else ""
        return option.label or self.cluster_title(option.cluster_id) or behind or GONE

    def option_label(self, option: PollOption) -> str:
        """Return the label of the cluster, contribution or measure behind an option."""
        return self.label(option.cluster_id or option.contribution_id or option.measure_id)

    def on_the_clock(self, instant: datetime | None) -> datetime | None:
        """Return an instant (UTC) as the clock at the place of the workshop showed it."""
        if instant is None:
            return None
        aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        return aware.astimezone(self._zone).replace(tzinfo=None, microsecond=0)


def round_name(code: str) -> str:
    """Return the German name of a round of polling; another one as it is."""
    return _ROUNDS.get(code, code)


def long_date(day: date) -> str:
    """Return a day as in running text: „13. März 2026“, with blanks that do not break."""
    return f"{day.day}.\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"


def _labels(catalogue: Catalogue) -> dict[str, str]:
    return {entry.code: entry.label for entry in catalogue.entries}


def _field_labels(catalogues: Mapping[str, Catalogue], chosen: str) -> dict[str, str]:
    """Return the names of action fields; other catalogues help where the choice was changed."""
    found: dict[str, str] = {}
    for catalogue in catalogues.values():
        if catalogue.kind is CatalogueKind.ACTION_FIELD:
            found |= _labels(catalogue)
    for code in ("action_field", chosen):
        if code in catalogues:
            found |= _labels(catalogues[code])
    return found
