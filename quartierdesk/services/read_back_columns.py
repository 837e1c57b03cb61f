"""Which columns of a workbook are read back, and what their cells mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from quartierdesk.domain.catalogues import Catalogue, CatalogueEntry, CatalogueKind
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.text import clean, clean_line
from quartierdesk.errors import UserError

_MOST_NAMED = 12
_HIGHEST_ESTIMATE = 5
_PUBLISH = {"ja": "yes", "nur protokollfassung": "anonymized", "nein": "no"}


class Vocabulary:
    """What words of a workbook mean in one workshop: names of codes, labels, titles."""

    def __init__(self, record: WorkshopRecord, catalogues: Mapping[str, Catalogue]) -> None:
        self._catalogues = catalogues
        self.tables = {table.number: table.id for table in record.tables}
        self._labels = {
            "cluster": {item.label: item.id for item in record.clusters},
            "contribution": {item.label: item.id for item in record.contributions},
        }
        # Codes no catalogue knows (any more) are shown as they are, so they are read as they are.
        self._used = {
            code
            for item in record.contributions
            for code in (
                item.kind,
                item.action_field,
                *item.further_fields,
                *item.target_groups,
                *item.themes,
            )
        }
        self._titles: dict[str, list[str]] = {}
        for cluster in record.clusters:
            self._titles.setdefault(cluster.title.strip(), []).append(cluster.id)

    def code(self, catalogue: str, name: str) -> str:
        """Return the code of an entry; raises `UserError` where there is none of this name."""
        entry = self._entry(catalogue, name)
        if entry is None and name in self._used:
            return name
        if entry is None:
            raise UserError(f"„{name}“ steht nicht zur Wahl; möglich: {self._named(catalogue)}.")
        return entry.code

    def choices(self, catalogue: str) -> tuple[str, ...]:
        """Return the names of a catalogue in their order."""
        return tuple(entry.label for entry in self._catalogues[catalogue].entries)

    def titles(self) -> tuple[str, ...]:
        """Return the titles of clusters by which they can be told apart."""
        return tuple(title for title, found in self._titles.items() if title and len(found) == 1)

    def cluster(self, title: str) -> str:
        """Return the id of the cluster with a title; raises `UserError`."""
        found = self._titles.get(title, [])
        if len(found) > 1:
            raise UserError(f"„{title}“ heißen mehrere Themenfelder; gemeint sein kann jedes.")
        if not found:
            raise UserError(
                f"Ein Themenfeld „{title}“ gibt es nicht.", "Bitte legen Sie es zuerst an."
            )
        return found[0]

    def labelled(self, kind: str, text: str) -> tuple[str, ...]:
        """Return the ids behind labels such as „C01, C02“; raises `UserError`."""
        known = self._labels[kind]
        wanted = [label.strip() for label in text.replace(";", ",").split(",") if label.strip()]
        unknown = [label for label in wanted if label not in known]
        if unknown:
            raise UserError(f"Eine Nr. „{unknown[0]}“ gibt es nicht.")
        return tuple(dict.fromkeys(known[label] for label in wanted))

    def _entry(self, catalogue: str, name: str) -> CatalogueEntry | None:
        own = self._catalogues[catalogue]
        others = (
            each
            for each in self._catalogues.values()
            if own.kind is CatalogueKind.ACTION_FIELD and each.kind is own.kind
        )
        found = (each.find_label(name) or each.find(name) for each in (own, *others))
        return next(filter(None, found), None)

    def _named(self, catalogue: str) -> str:
        labels = self.choices(catalogue)
        more = ["…"] if len(labels) > _MOST_NAMED else []
        return ", ".join([*labels[:_MOST_NAMED], *more])


Reader = Callable[[str, Vocabulary], object]


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column that is read back: into which field, and how; `choices` names the words to choose.

    `only_new`: read in rows somebody added, never changed in others.
    """

    field: str
    read: Reader
    choices: str = ""
    only_new: bool = False


def _text(cell: str, _known: Vocabulary) -> str:
    return clean(cell, "Zelle").strip()


def _line(cell: str, _known: Vocabulary) -> str:
    """Return the text as it is kept where a field has one line."""
    return clean_line(cell, "Zelle")


def _required(reading: Reader) -> Reader:
    def read(cell: str, known: Vocabulary) -> object:
        text = reading(cell, known)
        if not text:
            raise UserError("Die Zelle darf nicht leer sein.")
        return text

    return read


def _yes_no(cell: str, _known: Vocabulary) -> bool:
    word = cell.strip().casefold()
    if word in ("ja", "j", "x", "wahr", "true"):
        return True
    if word in ("", "nein", "n", "falsch", "false"):
        return False
    raise UserError(f"„{cell}“ heißt weder ja noch nein.")


def _day(cell: str, _known: Vocabulary) -> object:
    from quartierdesk.exchange.cell_values import moment

    if not cell.strip():
        return None
    try:
        return moment(cell).date()
    except (ValueError, OverflowError) as error:
        raise UserError(
            f"„{cell}“ ist kein Datum.", "Worte wie „im Herbst“ gehören in „Frist in Worten“."
        ) from error


def _whole(cell: str, least: int, most: int) -> int | None:
    from quartierdesk.exchange.cell_values import whole_number

    if not cell.strip():
        return None
    try:
        number = whole_number(cell)
    except ValueError as error:
        raise UserError(f"„{cell}“ ist keine ganze Zahl.") from error
    if not least <= number <= most:
        raise UserError(f"{number} liegt nicht zwischen {least} und {most}.")
    return number


def _estimate(cell: str, _known: Vocabulary) -> int | None:
    return _whole(cell, 1, _HIGHEST_ESTIMATE)


def _priority(cell: str, _known: Vocabulary) -> int | None:
    return _whole(cell, 0, 1_000_000)


def _mentions(cell: str, _known: Vocabulary) -> int:
    return _whole(cell, 1, 1_000_000) or 1


def _euro(cell: str, _known: Vocabulary) -> Decimal | None:
    from quartierdesk.exchange.cell_values import decimal_number

    written = cell.replace("€", "").replace("\u00a0", " ").strip()
    if not written:
        return None
    if "," in written and written.count(",") == 1:
        written = written.replace(".", "").replace(" ", "")
    try:
        if "." in written:
            raise ValueError(written)
        return decimal_number(written)
    except ValueError as error:
        raise UserError(
            f"„{cell}“ ist kein Betrag.",
            "Bitte schreiben Sie ihn ohne Punkte, etwa 6500 oder 12,50.",
        ) from error


def _one_of(catalogue: str) -> Reader:
    def read(cell: str, known: Vocabulary) -> str:
        name = cell.strip()
        return known.code(catalogue, name) if name else ""

    return read


def _some_of(catalogue: str) -> Reader:
    def read(cell: str, known: Vocabulary) -> tuple[str, ...]:
        names = [name.strip() for name in cell.split(";") if name.strip()]
        return tuple(dict.fromkeys(known.code(catalogue, name) for name in names))

    return read


def _status(cell: str, known: Vocabulary) -> str:
    if not cell.strip():
        raise UserError("Eine Maßnahme hat immer einen Stand.")
    return known.code("measure_status", cell.strip())


def _cluster(cell: str, known: Vocabulary) -> str | None:
    return known.cluster(cell.strip()) if cell.strip() else None


def _table(cell: str, known: Vocabulary) -> str | None:
    number = _whole(cell, 0, 999)
    if number is None:
        return None
    if number not in known.tables:
        raise UserError(f"Einen Tisch {number} gibt es nicht.", "Bitte legen Sie ihn zuerst an.")
    return known.tables[number]


def _publish(cell: str, _known: Vocabulary) -> str:
    word = cell.strip().casefold()
    if word not in _PUBLISH:
        raise UserError(f"„{cell}“ steht nicht zur Wahl; möglich: ja, nur Protokollfassung, nein.")
    return _PUBLISH[word]


def _clusters(cell: str, known: Vocabulary) -> tuple[str, ...]:
    return known.labelled("cluster", cell)


def _contributions(cell: str, known: Vocabulary) -> tuple[str, ...]:
    return known.labelled("contribution", cell)


def _of(field: str, catalogue: str) -> OpenColumn:
    return OpenColumn(field, _one_of(catalogue), catalogue)


OPEN_COLUMNS: Mapping[str, Mapping[str, OpenColumn]] = {
    "Massnahmen": {
        "title": OpenColumn("title", _required(_line)),
        "goal": OpenColumn("goal", _text),
        "responsible": OpenColumn("responsible", _line),
        "partners": OpenColumn("partners", _line),
        "due": OpenColumn("due", _day),
        "due_text": OpenColumn("due_text", _line),
        "first_step": OpenColumn("first_step", _text),
        "cost": OpenColumn("cost_estimate", _euro),
        "funding": OpenColumn("funding", _text),
        "resolution": OpenColumn("requires_resolution", _yes_no, "yes_no"),
        "body": _of("decision_body", "decision_body"),
        "priority": OpenColumn("priority", _priority),
        "status": OpenColumn("status", _status, "measure_status"),
        "effort": OpenColumn("effort", _estimate),
        "benefit": OpenColumn("benefit", _estimate),
    },
    "Steckbriefe": {
        "starting_point": OpenColumn("starting_point", _text),
        "description": OpenColumn("description", _text),
        "coordinating": OpenColumn("coordinating_body", _line),
        "term": _of("term", "measure_term"),
        "importance": _of("importance", "importance"),
        "resolution_on": OpenColumn("resolution_on", _day),
        "resolution_number": OpenColumn("resolution_number", _line),
        "indicator": OpenColumn("indicator", _text),
        "risks": OpenColumn("risks", _text),
        "continuation": OpenColumn("continuation", _text),
        "reason": OpenColumn("reason", _text),
        "clusters": OpenColumn("cluster_ids", _clusters),
        "contributions": OpenColumn("contribution_ids", _contributions),
    },
    "Themenfelder": {
        "title": OpenColumn("title", _required(_line)),
        "field": _of("action_field", "action_field"),
        "summary": OpenColumn("summary", _text),
    },
    "Beitraege": {
        "original": OpenColumn("text_original", _required(_text), only_new=True),
        "table": OpenColumn("table_id", _table),
        "kind": _of("kind", "contribution_kind"),
        "title": OpenColumn("title", _line),
        "minutes": OpenColumn("text_minutes", _text),
        "place": OpenColumn("place", _line),
        "field": _of("action_field", "action_field"),
        "further_fields": OpenColumn("further_fields", _some_of("action_field")),
        "target_groups": OpenColumn("target_groups", _some_of("target_group")),
        "themes": OpenColumn("themes", _some_of("cross_cutting_theme")),
        "cluster": OpenColumn("cluster_id", _cluster, "clusters"),
        "mentions": OpenColumn("mention_count", _mentions),
        "dissent": OpenColumn("has_dissent", _yes_no, "yes_no"),
        "stored": OpenColumn("in_idea_store", _yes_no, "yes_no"),
        "note": OpenColumn("note", _text),
        "personal": OpenColumn("contains_personal_data", _yes_no, "yes_no"),
        "publish": OpenColumn("publish", _publish, "publish"),
    },
}
"""By the name of the table and the key of the column in the protocol, what is read back."""

KEPT_COLUMNS: Mapping[str, frozenset[str]] = {
    "Massnahmen": frozenset(OPEN_COLUMNS["Massnahmen"]),
    "Steckbriefe": frozenset(OPEN_COLUMNS["Steckbriefe"]),
    "Themenfelder": frozenset(OPEN_COLUMNS["Themenfelder"]),
    "Beitraege": frozenset({"kind", "title", "minutes", "field", "cluster", "note"}),
}
"""Columns that an internal workbook has even where they are empty, so that they can be filled."""

FIXED_CHOICES: Mapping[str, tuple[str, ...]] = {
    "yes_no": ("ja", "nein"),
    "publish": ("ja", "nur Protokollfassung", "nein"),
}
