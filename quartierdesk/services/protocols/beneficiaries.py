"""Whom the contributions are good for: target groups by action fields."""

from collections import Counter

from quartierdesk.domain.protocol import CellValue, Column, Paragraph, Row, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german
from quartierdesk.domain.text import fold
from quartierdesk.services.protocols.blocks import section, summed, table
from quartierdesk.services.protocols.names import Names

_READING = (
    "Zahl der Beiträge je Handlungsfeld und Zielgruppe. Ein Beitrag kann mehreren Zielgruppen"
    " nützen. Gemeint ist, wem ein Beitrag nützt, nicht, wer ihn geschrieben hat."
)
_NOTE = "Die unterste Zeile zählt jeden Beitrag einmal."
_NO_FIELD = "ohne Handlungsfeld"


def beneficiaries(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the matrix of target groups and action fields, most contributions first."""
    cells: Counter[tuple[str, str]] = Counter()
    for item in record.contributions:
        for group in dict.fromkeys(item.target_groups):
            cells[group, item.action_field] += 1
    if not cells:
        return None
    in_field = Counter(item.action_field for item in record.contributions)
    fields = names.in_catalogue_order(in_field)
    groups = {group for group, _ in cells}
    totals = {group: sum(cells[group, field] for field in fields) for group in groups}
    ordered = sorted(groups, key=lambda g: (-totals[g], fold(names.of("target_group", g))))
    columns = (
        Column("group", "Zielgruppe", width=40),
        *(_head(at, field, names) for at, field in enumerate(fields)),
        Column("total", "Summe", "integer"),
    )
    rows: list[Row] = [
        (
            names.of("target_group", group),
            *(cells[group, field] for field in fields),
            totals[group],
        )
        for group in ordered
    ]
    last: dict[str, CellValue] = {f"field_{at}": in_field[field] for at, field in enumerate(fields)}
    matrix = table(
        "Zielgruppen",
        "Beiträge nach Zielgruppe und Handlungsfeld",
        columns,
        rows,
        note=_NOTE,
        purpose="matrix",
    )
    last |= {"group": "Beiträge im Feld", "total": len(record.contributions)}
    matrix = summed(matrix, last)
    blocks = (Paragraph(_READING), matrix, _striking(totals, ordered, record, names))
    return section("beneficiaries", blocks, "Wem nützen die Beiträge?")


def _head(at: int, field: str, names: Names) -> Column:
    return Column(f"field_{at}", names.fields([field]) or _NO_FIELD, "integer", mark="field")


def _striking(
    totals: dict[str, int], ordered: list[str], record: WorkshopRecord, names: Names
) -> Paragraph:
    """Return which group most contributions are good for."""
    most = totals[ordered[0]]
    first = [names.of("target_group", group) for group in ordered if totals[group] == most]
    whole = german(len(record.contributions))
    named = " und ".join(f"„{name}“" for name in first)
    return Paragraph(
        f"Am häufigsten genannt: {named} ({german(most)} von {whole} Beiträgen"
        f"{' je Gruppe' if len(first) > 1 else ''}).",
        label="Was auffällt",
    )
