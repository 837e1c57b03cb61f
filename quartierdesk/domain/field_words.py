"""German words for the kinds of things in a workspace and for what is said about them."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "action_field": "Handlungsfeld",
    "actor": "Akteur",
    "advice_office": "Beratungsstelle",
    "agenda_item": "Programmpunkt",
    "answer": "Antwort",
    "ballot": "Stimmzettel",
    "ballot_mark": "Eintrag auf einem Stimmzettel",
    "bundle": "Bündel",
    "catalogue_item": "Katalogeintrag",
    "cluster": "Themenfeld",
    "consent": "Einwilligung",
    "contribution": "Beitrag",
    "contribution_field": "weiteres Handlungsfeld",
    "contribution_target_group": "Zielgruppe eines Beitrags",
    "contribution_theme": "Querschnittsthema eines Beitrags",
    "deletion_record": "Löschvermerk",
    "draft": "Entwurf",
    "enclosure": "Anlage",
    "feedback_count": "Rückmeldung",
    "feedback_quote": "Rückmeldung",
    "head_count": "Teilnehmendenzahl",
    "indicator": "Kennzahl",
    "measure": "Maßnahme",
    "measure_cluster": "Herkunft einer Maßnahme",
    "measure_contribution": "Herkunft einer Maßnahme",
    "municipality": "Gemeinde",
    "next_step": "nächster Schritt",
    "participant": "Teilnehmende Person",
    "photo": "Foto",
    "poll": "Abfrage",
    "poll_group": "Gruppe einer Abfrage",
    "poll_option": "Wahlmöglichkeit",
    "protocol_release": "freigegebenes Protokoll",
    "protocol_settings": "Einstellungen des Protokolls",
    "quarter": "Quartier",
    "recipient": "Eintrag im Verteiler",
    "retention_date": "Löschfrist",
    "signature": "Unterschriftszeile",
    "swot_statement": "Aussage zu Stärken und Schwächen",
    "tally": "gezählte Punkte",
    "topic_table": "Thementisch",
    "workshop": "Werkstatt",
}
"""Kinds of things by the names of their tables."""

_MANY: Mapping[str, str] = {
    "ballot": "Stimmzettel",
    "cluster": "Themenfelder",
    "contribution": "Beiträge",
    "measure": "Maßnahmen",
    "participant": "Teilnehmende",
    "photo": "Fotos",
    "poll": "Abfragen",
}
"""The words for several of them, where they are counted."""

_FIELDS = """
action_field: Handlungsfeld
active: in Gebrauch
address: Anschrift
age_group: Altersgruppe
ags: Gemeindeschlüssel
alt_text: Alternativtext
amount: Anzahl
answer: Antwort
answered_by: beantwortet von
answered_on: beantwortet am
arms_sha256: Wappen
aspect: Blickwinkel
attribute: Merkmal
benefit: Nutzen
bundle_id: Bündel
caption: Bildunterschrift
capture_mode: Erfassungsweg
captured_at: erfasst am
cluster_id: Themenfeld
code: Kürzel
colour: Farbe
contact: Kontakt
contains_personal_data: enthält Personenbezug
continuation: Verstetigung
contribution_id: Beitrag
coordinating_body: Federführung
cost_estimate: Kosten
count: Anzahl
date: Datum
decision: Entscheidung
decision_body: beschließt
deleted: gelöscht
delimitation: Abgrenzung
description: Beschreibung
district: Ortsteil
dots_per_person: Punkte je Person
due: bis wann
due_text: bis wann
edition: Fassung
effort: Aufwand
email: E-Mail
end: Ende
facilitation: Moderation
feedback_returned: Rückmeldungen
first_step: erster Schritt
format: Format
funding: Förderung
given: Einwilligung
goal: Ziel
group: Gruppe
guiding_question: Leitfrage
has_dissent: Dissens
host_id: Gastgeberin oder Gastgeber
importance: Bedeutung
in_idea_store: Themenspeicher
is_status_quo: alles bleibt, wie es ist
kind: Art
label: Nummer
language: Sprache
latitude: geografische Breite
lead_id: führender Beitrag
longitude: geografische Länge
max_per_option: Punkte je Thema
measure_id: Maßnahme
medium: Medium
mention_count: Nennungen
method: Verfahren
methods: Verfahren
minutes_by: Protokoll
multiple: mehrfach
name: Name
needs_clarification: Klärungsbedarf
note: Notiz
notes: Notizen
number: Nummer
occasion: Anlass
organisation: Organisation
organiser: Veranstalter
participants_present: Anwesende
participants_registered: Angemeldete
partners: Partner
phone: Telefon
place: Ort
priority: Priorität
public: öffentlich
publish: Veröffentlichung
quadrant: Feld
question: Frage
reason: Begründung
remark: Bemerkung
responsible: verantwortlich
risks: Risiken
role: Funktion
round: Runde
rule_text: Regel
rules: Spielregeln
scale_max: Skala
scale_text: Skala
seats: Plätze
short: Kurzname
source: Quelle
source_url: Quelle
start: Beginn
starting_point: Ausgangslage
state: Zustand
status: Stand
subject: Gegenstand
subtitle: Untertitel
summary: Zusammenfassung
symbol: Zeichen
table_id: Tisch
term: Frist
text: Text
text_minutes: Protokollfassung
text_original: O-Ton
timezone: Zeitzone
title: Titel
topic: Thema
until: aufbewahren bis
value: Wert
variant: Zählweise
version: Fassung
voters: Stimmende
website: Internetseite
what: Schritt
who: wer
withdrawn_at: widerrufen am
year: Jahr
"""
_WORDS: Mapping[str, str] = dict(line.split(": ", 1) for line in _FIELDS.strip().splitlines())

_KEPT = {
    "participant_list_delete_by": "Teilnehmerliste",
    "raw_photos_without_consent_delete_by": "Fotos ohne Einwilligung",
    "contact_list_until": "Kontaktliste",
    "anonymous_results": "Ergebnisse ohne Bezug zu Personen",
}


def kind_word(table: str) -> str:
    """Return the German word for a kind of thing."""
    return KINDS.get(table, "Eintrag")


def counted_word(table: str, number: int) -> str:
    """Return the German word for `number` things of a kind that is counted somewhere."""
    return kind_word(table) if number == 1 else _MANY[table]


def field_word(field: str, table: str = "") -> str:
    """Return the German word for what a field says; the technical name where there is none.

    A municipality lies in a „district“, everything else in a part of the municipality.
    """
    if (table, field) == ("municipality", "district"):
        return "Landkreis"
    return _WORDS.get(field, field)


def kept_word(subject: str) -> str:
    """Return the German word for what a retention date is about."""
    return _KEPT.get(subject, subject)
