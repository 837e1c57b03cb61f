"""What the forms and sheets say in words: purposes, rules, the information on data protection.

The information follows Art. 13 GDPR; whoever hands it out has it checked by the data protection
officer of the municipality first.
"""

from quartierdesk.domain.field_words import kept_word
from quartierdesk.domain.handouts import Event, Line, PrivacySheet
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services.protocols.names import long_date

_LIST = "participant_list_delete_by"


def attendance_purpose(record: WorkshopRecord) -> str:
    """Return what the entries in the attendance list are for and when they are deleted."""
    said = (
        "Nachweis der Veranstaltung, Versand des Protokolls, Einladung zu weiteren Treffen. Nur der"
        " Name ist nötig, alles andere ist freiwillig. Foto: eigene Einwilligung auf gesondertem"
        " Blatt."
    )
    until = next((r.until for r in record.retention if r.subject == _LIST and r.until), None)
    deleted = f" Gelöscht wird die Liste am {long_date(until)}." if until else ""
    return f"{said}{deleted} Hinweise nach Art.\u00a013\u00a0DSGVO liegen am Eingang aus."


def rule_of(poll: Poll | None) -> str:
    """Return how many dots one may place, „“ where nobody said."""
    if poll is None or not poll.max_per_option:
        return ""
    dots = "Punkte" if poll.max_per_option > 1 else "Punkt"
    return f"Höchstens {poll.max_per_option} {dots} je Person und Thema."


def privacy_sheet(record: WorkshopRecord, event: Event) -> PrivacySheet:
    """Return what people are told about their data before they write anything down."""
    place = record.municipality
    responsible = "\n".join(filter(None, (place.name or event.organiser, place.address)))
    parts = (
        Line("", "Wer verantwortlich ist", responsible),
        Line("", "Wer Auskunft gibt", place.data_protection_officer),
        Line(
            "",
            "Was wir brauchen",
            "Für die Teilnehmerliste genügt Ihr Name. Organisation, Ortsteil und Kontakt sind"
            " freiwillig.\nIhre Beiträge halten wir ohne Namen fest. Bitte nennen Sie auf den"
            " Karten auch keine anderen Personen.",
        ),
        Line(
            "",
            "Wozu und warum",
            "Wir halten fest, wer da war, senden auf Wunsch das Protokoll und laden zu weiteren"
            " Treffen ein.\nDie Beteiligung ist eine öffentliche Aufgabe (Artikel 6 Absatz 1"
            " Buchstabe e DSGVO mit dem Landesrecht). Kontakt und Fotos verwenden wir nur mit Ihrer"
            " Einwilligung (Buchstabe a); Sie können sie jederzeit für die Zukunft widerrufen.",
        ),
        Line(
            "",
            "Wer es sieht",
            "Die Liste sehen nur die Gemeinde und die Moderation. Das öffentliche Protokoll enthält"
            " keine Namen, und kleine Gruppen werden nicht ausgewiesen.",
        ),
        Line("", "Wie lange", "\n".join(_kept(record))),
        Line(
            "",
            "Ihre Rechte",
            "Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen, der"
            " Verarbeitung widersprechen und sich bei der Aufsichtsbehörde für den Datenschutz"
            " beschweren.",
        ),
    )
    return PrivacySheet(event, tuple(part for part in parts if part.more))


def _kept(record: WorkshopRecord) -> list[str]:
    lines = []
    for item in record.retention:
        until = f"bis {long_date(item.until)}" if item.until else ""
        said = ", ".join(filter(None, (until, item.text)))
        if said:
            lines.append(f"{kept_word(item.subject)}: {said}.")
    return lines
