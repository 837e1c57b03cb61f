"""What leaves the workspace as a file: JSON, CSV, workbook, PDF – in one of two editions."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Literal

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.protocol import Length
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.errors import UserError
from quartierdesk.files import atomic_write
from quartierdesk.services import catalogues, protocol_pdf, protocols, records
from quartierdesk.store.workspace import Workspace

ExportFormat = Literal["json", "csv", "xlsx", "pdf"]
Catalogues = dict[str, Catalogue]

_PUBLISH: Mapping[str, str] = {"yes": "ja", "anonymized": "anonymisiert", "no": "nein"}


@dataclass(frozen=True, slots=True)
class Paper:
    """How the protocol is printed: its length (None for the remembered one), in black only."""

    length: Length | None = None
    black: bool = False


_USUAL_PAPER = Paper()


def export(
    workspace: Workspace,
    workshop_id: str,
    kind: ExportFormat,
    edition: Edition,
    target: Path,
    paper: Paper = _USUAL_PAPER,
) -> None:
    """Write a workshop to `target`, whole or not at all; `paper` is for the PDF.

    Raises `UserError` when the file cannot be written or `target` is a workspace.
    """
    refuse_workspace(workspace, target)
    if kind == "pdf":
        _pdf(workspace, workshop_id, edition, target, paper)
        return
    record = records.load(workspace, workshop_id, edition)
    known = catalogues.of_workshop(workspace, workshop_id)
    writers: dict[str, Callable[[WorkshopRecord, Catalogues, IO[bytes]], None]] = {
        "json": _json,
        "csv": _csv,
        "xlsx": _xlsx,
    }
    with atomic_write(target) as stream:
        writers[kind](record, known, stream)


def _pdf(
    workspace: Workspace, workshop_id: str, edition: Edition, target: Path, paper: Paper
) -> None:
    chosen = replace(protocols.settings(workspace, workshop_id), edition=edition)
    if paper.length:
        chosen = replace(chosen, length=paper.length)
    what = protocol_pdf.printable(workspace, workshop_id, chosen)
    with atomic_write(target) as stream:
        protocol_pdf.render(what, stream, black=paper.black)


def refuse_workspace(workspace: Workspace, target: Path) -> None:
    """Refuse to overwrite this or any other file with workshops. Raises `UserError`."""
    is_own = target.exists() and target.samefile(workspace.path)
    if is_own or target.suffix.casefold() == ".quartier":
        raise UserError(
            f"„{target}“ ist der Name einer Datei mit Werkstätten und wird nicht überschrieben.",
            "Bitte geben Sie der Ausgabe einen anderen Namen.",
        )


def _json(record: WorkshopRecord, _known: Catalogues, stream: IO[bytes]) -> None:
    from quartierdesk.exchange.workshop_json import write_workshop

    stream.write(write_workshop(record))


def _xlsx(record: WorkshopRecord, known: Catalogues, stream: IO[bytes]) -> None:
    from quartierdesk.exports.workbook import write_workbook
    from quartierdesk.services.protocols import build
    from quartierdesk.services.workbook_state import editable, origin_of

    if record.edition == "internal":
        write_workbook(editable(record, known), stream, origin_of(record, known))
    else:
        write_workbook(build(record, known), stream)


def _csv(record: WorkshopRecord, known: Catalogues, stream: IO[bytes]) -> None:
    from quartierdesk.exchange.columns import HEADERS
    from quartierdesk.exchange.contributions_csv import write_contributions

    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    write_contributions(text, list(HEADERS.values()), _rows(record, known))
    text.detach()


def _rows(record: WorkshopRecord, known: Catalogues) -> Iterator[list[object]]:
    tables = {table.id: table.number for table in record.tables}
    columns = {cluster.id: cluster.title for cluster in record.clusters}
    dots = _table_dots(record)

    def named(catalogue: str, code: str) -> str:
        entry = known[catalogue].find(code)
        return entry.label if entry else code

    def all_named(catalogue: str, codes: tuple[str, ...]) -> str:
        return "; ".join(named(catalogue, code) for code in codes)

    for card in record.contributions:
        yield [
            card.label,
            card.title,
            card.text_original,
            card.text_minutes,
            named("contribution_kind", card.kind),
            tables.get(card.table_id or ""),
            named("action_field", card.action_field),
            all_named("target_group", card.target_groups),
            all_named("cross_cutting_theme", card.themes),
            columns.get(card.cluster_id or "", ""),
            card.place,
            card.latitude,
            card.longitude,
            dots.get(card.id),
            card.mention_count,
            card.note,
            card.captured_at,
            card.source_url,
            _PUBLISH[card.publish],
        ]


def _table_dots(record: WorkshopRecord) -> dict[str, int]:
    """Return the dots of the table round by contribution."""

    for poll in record.polls:
        outcome = record.outcomes.get(poll.id)
        if poll.round == "table" and isinstance(outcome, DotOutcome):
            found = {result.option: result.dots for result in outcome.results}
            return {o.contribution_id: found[o.id] for o in poll.options if o.contribution_id}
    return {}
