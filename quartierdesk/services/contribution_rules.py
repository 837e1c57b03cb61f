"""What cannot be a contribution, and what a contribution cannot refer to."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.text import clean, clean_line, says_something
from quartierdesk.errors import GoneError, UserError
from quartierdesk.services.rows import existing_all
from quartierdesk.store.schema.contributions import Bundle as BundleTable
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable

Referred = TypeVar("Referred", TopicTableTable, ClusterTable, BundleTable)

# A plain statement, because it runs with every captured card.
_LIVING_WORKSHOP = "SELECT 1 FROM workshop WHERE id = ? AND deleted = 0"


def refuse_impossible_contribution(item: Contribution) -> None:
    """Raise `UserError` for an empty text, an impossible number or an unknown permission."""
    if not says_something(clean(item.text_original, "Beitrag")):
        raise UserError("Der Beitrag ist leer.", "Bitte schreiben Sie auf, was gesagt wurde.")
    if item.mention_count < 1:
        raise UserError(
            "Ein Beitrag ist mindestens einmal genannt worden.", "Bitte zählen Sie ab 1."
        )
    if item.publish not in ("yes", "anonymized", "no"):
        raise UserError(
            f"„{item.publish}“ ist keine Angabe zur Veröffentlichung.",
            "Bitte wählen Sie eine der angebotenen Angaben.",
        )


def refuse_missing_workshop(session: Session, workshop_id: str) -> None:
    """Raise `UserError` where there is no such workshop (any more)."""
    if session.connection().exec_driver_sql(_LIVING_WORKSHOP, (workshop_id,)).scalar() is None:
        raise GoneError(
            "Es gibt die Werkstatt nicht mehr.",
            "Bitte wählen Sie eine andere; Gelöschtes liegt im Papierkorb.",
        )


def distinct_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes as they are stored, none of them twice."""
    return tuple(dict.fromkeys(code for each in codes if (code := clean_line(each, "Kürzel"))))


def table_numbers(
    session: Session,
    workshop_id: str,
    items: Iterable[Contribution],
    known: Iterable[str | None] = (),
) -> dict[str, int]:
    """Return the numbers of the tables that `items` name.

    Raises `UserError` for tables, clusters and bundles that are gone or of another workshop; what
    is `known` is not looked at again.
    """
    passed = {*known, None}
    tables = {item.table_id for item in items} - passed
    clusters = {item.cluster_id for item in items} - passed
    bundles = {item.bundle_id for item in items} - passed
    found = _referred(session, TopicTableTable, workshop_id, tables, "den Thementisch")
    _referred(session, ClusterTable, workshop_id, clusters, "das Themenfeld")
    _referred(session, BundleTable, workshop_id, bundles, "das Bündel")
    return {row.id: row.number for row in found}


def _referred(
    session: Session,
    table: type[Referred],
    workshop_id: str,
    keys: Iterable[str | None],
    noun: str,
) -> list[Referred]:
    rows = existing_all(session, table, [key for key in keys if key], noun)
    if any(row.workshop_id != workshop_id for row in rows):
        raise UserError(
            f"Ein Beitrag kann nicht auf {noun} einer anderen Werkstatt verweisen.",
            "Bitte wählen Sie etwas aus derselben Werkstatt.",
        )
    return rows
