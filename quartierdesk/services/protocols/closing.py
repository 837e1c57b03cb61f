"""What comes after the evening: next steps, feedback, how to read the protocol, paperwork."""

from collections.abc import Iterable
from dataclasses import replace

from quartierdesk.domain.edition import WITHHELD
from quartierdesk.domain.feedback import return_rate_percent
from quartierdesk.domain.field_words import kept_word
from quartierdesk.domain.protocol import Column, Paragraph, Picture, Section, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german
from quartierdesk.domain.text import same_words, spoken
from quartierdesk.services.protocols.blocks import (
    facts,
    listing,
    paragraph,
    section,
    sentences,
    table,
)
from quartierdesk.services.protocols.dots import TABLE_ROUND
from quartierdesk.services.protocols.names import Names

_QUESTIONS = {
    "overall": "Gesamturteil",
    "heard_via": "Wie haben Sie von der Veranstaltung erfahren?",
}
_READING = (
    "„O-Ton“ ist der Wortlaut, wie er gesagt oder aufgeschrieben wurde; die „Protokollfassung“ gibt"
    " ihn geglättet wieder. „Nennungen“ sagt, wie oft derselbe Gedanke vorkam, „Dissens“, ob ihm"
    " widersprochen wurde."
)
_RANKS = (
    "Gleiche Werte ergeben denselben Rang, der folgende Rang entfällt (1,\u00a02,\u00a02,\u00a04)."
    " Anteile sind kaufmännisch gerundet; ihre Summe kann von 100,0\u00a0% abweichen."
)
_TABLE_DOTS = (
    "Punkte am Tisch wurden an jedem Tisch getrennt vergeben und werden nicht mit den Punkten im"
    " Plenum zusammengezählt."
)
_PUBLIC = "Ohne Namen, Kontaktdaten und interne Notizen."
_COUNTED = "Beiträge, deren Wortlaut nicht veröffentlicht wird, sind mitgezählt."
_WITHHELD = (
    f"Wo „{WITHHELD}“ steht, wird der Beitrag gezählt, sein Wortlaut aber nicht veröffentlicht."
)
_INTERNAL = (
    "Enthält Wortlaute, Notizen und Zahlen, die nicht zur Veröffentlichung bestimmt sind. Bitte"
    " nicht weitergeben."
)
_HOW_TO_READ = "So lesen Sie dieses Protokoll"


def next_steps(record: WorkshopRecord, names: Names) -> Section | None:
    """Return what happens next."""
    steps = steps_table(record, "Schritte", "Weiteres Vorgehen")
    return section("next_steps", [steps], "Wie es weitergeht")


def steps_table(record: WorkshopRecord, name: str, title: str) -> Table | None:
    """Return the next steps: until when, what, who."""
    columns = (
        Column("due", "Bis wann", "date"),
        Column("what", "Was", width=60),
        Column("who", "Wer", width=24),
        Column("due_text", "Termin in Worten", width=24),
    )
    rows = ((step.due, step.what, step.who, step.due_text) for step in record.next_steps)
    return table(name, title, columns, rows)


def feedback(record: WorkshopRecord, names: Names) -> Section | None:
    """Return what the feedback sheets said."""
    columns = (
        Column("question", "Frage", width=40),
        Column("answer", "Antwort", width=40),
        Column("count", "Anzahl", "integer"),
    )
    order = list(dict.fromkeys(item.question for item in record.feedback))
    sheets = sorted(record.feedback, key=lambda item: order.index(item.question))
    rows = ((_QUESTIONS.get(i.question, i.question), i.answer, i.count) for i in sheets)
    note = "Mehrere Antworten waren möglich: " + "; ".join(
        dict.fromkeys(_QUESTIONS.get(i.question, i.question) for i in sheets if i.multiple)
    )
    several = any(item.multiple for item in sheets)
    blocks = (
        paragraph(_returned(record)),
        table("Rueckmeldung", "Antworten", columns, rows, note=note if several else ""),
        *(
            Paragraph(spoken(quote.text), "quote", source="Rückmeldebogen")
            for quote in record.feedback_quotes
        ),
    )
    return section("feedback", blocks, "Rückmeldung")


def notes(record: WorkshopRecord, names: Names) -> Section | None:
    """Return how the protocol is to be read, what is kept how long, and who answers for it."""
    is_public = record.edition == "public"
    numbers = list(_about_numbers(record))
    sheets = [_READING] if record.contributions else []
    withheld = is_public and _is_withheld(record, names)
    sheets += [_WITHHELD] if withheld else []
    public = sentences(_PUBLIC, _COUNTED if withheld else "")
    blocks = (
        Paragraph(
            public if is_public else _INTERNAL,
            "notice",
            label="Öffentliche Fassung" if is_public else "Interne Fassung",
        ),
        *(Paragraph(text, surface="sheets") for text in (*sheets, *numbers)),
        _for_paper([*_about_signs(record, names), *numbers]),
        paragraph(record.workshop.notes, "Interne Notiz"),
        _retention(record),
        facts("Impressum", "Impressum", _imprint(record)),
    )
    return section("notes", blocks)


def _for_paper(items: Iterable[str]) -> Paragraph | None:
    listed = listing(items, _HOW_TO_READ)
    return replace(listed, surface="paper") if listed else None


def _about_signs(record: WorkshopRecord, names: Names) -> Iterable[str]:
    """Yield what the signs mean that stand in the printed tables, those alone."""
    cards = record.contributions
    if any(c.text_minutes and not same_words(c.text_minutes, c.text_original) for c in cards):
        yield (
            "Kursiv steht der Wortlaut, wie er gesagt oder aufgeschrieben wurde; darüber steht die"
            " geglättete Fassung des Protokolls."
        )
    if record.edition == "public" and _is_withheld(record, names):
        yield (
            "„Wortlaut zum Schutz der Person nicht abgedruckt“: Der Beitrag zählt mit, sein"
            " Wortlaut wird nicht veröffentlicht."
        )
    if any(card.mention_count > 1 for card in cards):
        yield "„×3“ unter der Nummer: Derselbe Gedanke wurde dreimal genannt."
    if any(card.has_dissent for card in cards):
        yield "„Dissens“: Dem Beitrag wurde widersprochen."
    if any(card.in_idea_store for card in cards):
        yield (
            "„Themenspeicher“: Das Anliegen ließ sich an diesem Abend nicht behandeln; es ist"
            " festgehalten und wird weitergegeben."
        )
    if any(each.count is None for each in record.head_counts):
        yield "„–“ anstelle einer Zahl: Sie ist zum Schutz kleiner Gruppen gesperrt."
    if any(not card.place for card in cards) and any(card.place for card in cards):
        yield "„–“ in der Spalte „Ort“: Der Beitrag nennt keinen Ort."


def _about_numbers(record: WorkshopRecord) -> Iterable[str]:
    closed = [poll for poll in record.polls if poll.state == "closed"]
    if any(poll.method != "mood" for poll in closed):
        yield _RANKS
    if any(poll.round == TABLE_ROUND for poll in closed):
        yield _TABLE_DOTS


def _is_withheld(record: WorkshopRecord, names: Names) -> bool:
    return any(names.original(card) == WITHHELD for card in record.contributions)


def distribution(record: WorkshopRecord, names: Names) -> Section | None:
    """Return who gets the protocol and what is attached to it."""
    blocks = (
        _listed("Verteiler", "Empfänger", (each.name for each in record.recipients)),
        _listed("Anlagen", "Anlage", (each.title for each in record.enclosures)),
    )
    return section("distribution", blocks)


def photos(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the pictures that may be shown in this edition, with what is to be seen on them."""
    columns = (
        Column("number", "Bild", "integer"),
        Column("caption", "Bildunterschrift", width=50),
        Column("alt_text", "Beschreibung", width=60),
        Column("contribution", "Beitrag", "label"),
    )
    rows = (
        (at, photo.caption, photo.alt_text, names.label(photo.contribution_id))
        for at, photo in enumerate(record.photos, start=1)
    )
    pictures = (
        Picture(
            photo.sha256,
            photo.width,
            photo.height,
            photo.alt_text,
            f"Bild\u00a0{at}" + (f": {photo.caption}" if photo.caption else ""),
        )
        for at, photo in enumerate(record.photos, start=1)
    )
    return section("photos", [*pictures, table("Fotos", "Fotos", columns, rows)])


def _returned(record: WorkshopRecord) -> str:
    returned, present = record.workshop.feedback_returned, record.workshop.participants_present
    if returned is None or not record.feedback:
        return ""
    rate = return_rate_percent(returned, present or 0)
    if rate is None:
        return f"{german(returned)} Bögen kamen zurück."
    whole = german(present or 0)
    return f"{german(returned)} von {whole} Bögen kamen zurück ({german(rate)}\u00a0%)."


def _listed(name: str, title: str, lines: Iterable[str]) -> Table | None:
    return table(
        name, name, [Column("what", title, width=60)], ((line,) for line in lines), purpose="facts"
    )


def _retention(record: WorkshopRecord) -> Table | None:
    columns = (
        Column("subject", "Was", width=60),
        Column("until", "Bis", "date"),
        Column("text", "Frist in Worten", width=40),
    )
    rows = ((kept_word(r.subject), r.until, r.text) for r in record.retention)
    return table("Aufbewahrung", "Aufbewahrung und Löschung", columns, rows, purpose="facts")


def _imprint(record: WorkshopRecord) -> Iterable[tuple[str, str]]:
    place = record.municipality
    yield "Herausgeberin", place.name if place.imprint or place.address else ""
    yield "Anschrift", place.address
    yield "Impressum", place.imprint
    yield "Datenschutz", place.data_protection_officer
