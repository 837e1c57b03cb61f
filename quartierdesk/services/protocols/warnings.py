"""What should be looked at before a protocol leaves the house: each finding with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import is_readable, is_shown
from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.personal_data import Sign, SignKind, signs
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.services import answers, conflicts, records
from quartierdesk.store.workspace import Workspace

FindingKind = Literal["personal_data", "alt_text", "unanswered", "conflict"]
Thing = Literal["contribution", "cluster", "photo", "feedback_quote", "swot", "bundle", "row"]

_SAYS: dict[SignKind, str] = {
    "name": "Hier könnte ein Name stehen",
    "phone": "Hier könnte eine Telefonnummer stehen",
    "address": "Hier könnte eine Anschrift stehen",
    "email": "Hier steht eine E-Mail-Adresse",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: in the field `field` of the row `row_id` of a `thing`.

    `label` names the row for people („B020“). With personal data `found` is the very text, which
    stands at `start` in the field. `sentence` says what is the matter.
    """

    kind: FindingKind
    thing: Thing
    row_id: str
    label: str
    field: str
    sentence: str
    found: str = ""
    start: int = 0


def findings(
    workspace: Workspace,
    workshop_id: str,
    edition: Edition,
    record: WorkshopRecord | None = None,
) -> list[Finding]:
    """Return what to look at before the protocol of a workshop is handed out in this edition.

    Personal data are looked for in what the public edition would show of what people said and
    wrote; in the internal edition they may stand. `record` is the whole workshop where it has been
    loaded already.
    """
    record = record or records.load(workspace, workshop_id)
    return [
        *findings_of(record, edition),
        *_undecided(workspace, record),
        *_unanswered(workspace, workshop_id, record),
    ]


def findings_of(record: WorkshopRecord, edition: Edition) -> list[Finding]:
    """Return what to look at in a record: personal data, pictures without words."""
    found = personal_data(record) if edition == "public" else []
    return [*found, *_without_alt_text(record, edition)]


def personal_data(record: WorkshopRecord) -> list[Finding]:
    """Return the signs of personal data in what the public edition of a record would show."""
    people = NamedPeople.of(record.participants)
    texts = (
        *(text for card in record.contributions for text in _of_card(card)),
        *(("bundle", b.id, "Bündel", "text", b.text) for b in record.bundles),
        *(("swot", s.id, "Stärken und Schwächen", "text", s.text) for s in record.swot),
        *(("feedback_quote", q.id, "Rückmeldung", "text", q.text) for q in record.feedback_quotes),
        *(("photo", p.id, "Foto", "caption", p.caption) for p in record.photos if p.public),
        *(("photo", p.id, "Foto", "alt_text", p.alt_text) for p in record.photos if p.public),
    )
    return list(_found_in(texts, people))


_Text = tuple[Thing, str, str, str, str]
"""What it belongs to, id, label, field, the text."""


def _of_card(card: Contribution) -> Iterator[_Text]:
    """Yield the texts of a card that the public edition would show."""
    if not is_shown(card):
        return
    whole = ("title", "text_original", "text_minutes", "place")
    for field in whole if is_readable(card) else ("text_minutes",):
        yield "contribution", card.id, card.label, field, getattr(card, field)


def _found_in(texts: Iterable[_Text], people: NamedPeople | None) -> Iterator[Finding]:
    for thing, row_id, label, field, text in texts:
        for sign in signs(text, people) if text else ():
            yield _finding(thing, row_id, label, field, sign)


def _finding(thing: Thing, row_id: str, label: str, field: str, sign: Sign) -> Finding:
    sentence = f"{_SAYS[sign.kind]}: „{sign.found}“."
    return Finding("personal_data", thing, row_id, label, field, sentence, sign.found, sign.start)


def _without_alt_text(record: WorkshopRecord, edition: Edition) -> Iterator[Finding]:
    for photo in record.photos:
        if not photo.alt_text.strip() and (photo.public or edition == "internal"):
            sentence = "Das Foto hat keinen Alternativtext; wer nicht sehen kann, erfährt nichts."
            yield Finding("alt_text", "photo", photo.id, "Foto", "alt_text", sentence)


def _undecided(workspace: Workspace, record: WorkshopRecord) -> Iterator[Finding]:
    """Yield what two laptops wrote differently in this workshop, as long as nobody decided."""
    found = conflicts.listed(workspace)
    own = set(_identities(record)) if found else set()
    for each in found:
        if each.row_id in own:
            sentence = f"„{each.field_name}“ wurde auf zwei Laptops verschieden geschrieben."
            yield Finding("conflict", "row", each.row_id, each.what, each.field, sentence)


def _identities(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _identities(item)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "id":
                yield inner
            elif isinstance(inner, tuple) or is_dataclass(inner):
                yield from _identities(inner)


def _unanswered(
    workspace: Workspace, workshop_id: str, record: WorkshopRecord
) -> Iterator[Finding]:
    """Yield what has no answer yet, once somebody began to answer or agree."""
    if not record.measures and not record.answers:
        return
    missing = answers.unanswered(workspace, workshop_id)
    sentence = "Hierauf gibt es noch keine Antwort und keine Maßnahme."
    labels = {cluster.id: cluster.label for cluster in record.clusters}
    labels |= {card.id: card.label for card in record.contributions}
    for row_id in missing.clusters:
        yield Finding("unanswered", "cluster", row_id, labels[row_id], "", sentence)
    for row_id in missing.contributions:
        yield Finding("unanswered", "contribution", row_id, labels[row_id], "", sentence)
