"""Which column of a table of contributions plays which role."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from quartierdesk.domain.text import fold
from quartierdesk.errors import UserError
from quartierdesk.exchange.wording import quoted


class Role(StrEnum):
    """What a column says about a contribution.

    `WITHHELD` is the opposite of `PUBLISH` („Nicht veröffentlichen: ja“). `AUTHOR` is recognised
    in order to be left out: names belong to no contribution.
    """

    TEXT = "text"
    MINUTES = "minutes"
    TITLE = "title"
    LABEL = "label"
    KIND = "kind"
    TABLE = "table"
    ACTION_FIELD = "action_field"
    TARGET_GROUPS = "target_groups"
    THEMES = "themes"
    CLUSTER = "cluster"
    PLACE = "place"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    DOTS = "dots"
    MENTION_COUNT = "mention_count"
    NOTE = "note"
    CAPTURED_AT = "captured_at"
    URL = "url"
    PUBLISH = "publish"
    WITHHELD = "withheld"
    AUTHOR = "author"


HEADERS: Mapping[Role, str] = {
    Role.LABEL: "Nummer",
    Role.TITLE: "Titel",
    Role.TEXT: "O-Ton",
    Role.MINUTES: "Protokollfassung",
    Role.KIND: "Beitragsart",
    Role.TABLE: "Tisch",
    Role.ACTION_FIELD: "Handlungsfeld",
    Role.TARGET_GROUPS: "Zielgruppen",
    Role.THEMES: "Querschnittsthemen",
    Role.CLUSTER: "Cluster",
    Role.PLACE: "Ort",
    Role.LATITUDE: "Breitengrad",
    Role.LONGITUDE: "Längengrad",
    Role.DOTS: "Klebepunkte",
    Role.MENTION_COUNT: "Mehrfachnennungen",
    Role.NOTE: "Notiz",
    Role.CAPTURED_AT: "Erfasst am",
    Role.URL: "Internetadresse",
    Role.PUBLISH: "Veröffentlichen",
}
"""The headings of our own export; with them a file is recognised when it comes back."""

# Names of other systems and of offices, the surest first: Decidim (body/de), Polis (comment-body,
# comment_text), CONSUL (description), adhocracy+ (Beschreibung), OpenSlides, research corpora.
_NAMES: Mapping[Role, tuple[str, ...]] = {
    Role.TEXT: (
        "O-Ton", "text_original", "Originaltext", "Wortlaut", "Beitragstext", "Text", "body/de",
        "body/de-DE", "body/de-formal", "body", "body/en", "comment-body", "comment_text",
        "Beitrag", "Beiträge", "contribution", "Aussage", "statement", "Karte", "Kartentext",
        "card", "Idee", "Ideen", "Vorschlag", "Vorschläge", "Anregung", "Anregungen", "Meinung",
        "Inhalt", "content", "Beschreibung", "description", "description/de", "Bürgerbeitrag",
        "Kommentar", "comment", "Rückmeldung", "Antwort", "summary", "Zusammenfassung", "message",
        "Nachricht", "Stellungnahme",
    ),
    Role.MINUTES: (
        "Protokollfassung", "text_minutes", "Protokolltext", "geglättet", "geglätteter Text",
        "minutes",
    ),
    Role.TITLE: (
        "Titel", "title/de", "title/de-DE", "title", "title/en", "Überschrift", "Betreff",
        "headline", "subject", "Kurztitel", "Schlagzeile",
    ),
    Role.LABEL: (
        "Nummer", "Kennung", "label", "Kartennummer", "Beitragsnummer", "Nr.", "Nr", "Lfd. Nr.",
        "Laufende Nummer", "Kürzel", "document_id", "comment-id", "Referenznummer",
        "Referenz-Nr.", "reference no.", "reference", "Beitrags-ID", "ID", "number",
    ),
    Role.KIND: ("Beitragsart", "kind", "Art", "Art des Beitrags", "Typ", "Beitragstyp", "type"),
    Role.TABLE: ("Tisch", "Tischnummer", "Tisch-Nr.", "Thementisch", "table", "table_no"),
    Role.ACTION_FIELD: ("Handlungsfeld", "Handlungsfelder", "action_field", "Feld"),
    Role.TARGET_GROUPS: ("Zielgruppen", "Zielgruppe", "target_groups", "target_group"),
    Role.THEMES: (
        "Querschnittsthemen", "Querschnittsthema", "themes", "cross_cutting",
        "cross_cutting_themes",
    ),
    Role.CLUSTER: (
        "Cluster", "Themenfeld", "Thema", "Themen", "Rubrik", "Kategorie", "category",
        "category/name/de", "taxonomies", "topic",
    ),
    Role.PLACE: (
        "Ort", "place", "Ortsangabe", "Standort", "Ortsbezeichnung", "location", "location label",
        "Adresse", "address", "Straße", "wo",
    ),
    Role.LATITUDE: (
        "Breitengrad", "latitude", "lat", "geographische Breite", "geografische Breite", "Breite",
        "location (latitude)", "Ort (Breitengrad)",
    ),
    Role.LONGITUDE: (
        "Längengrad", "longitude", "lon", "lng", "long", "geographische Länge",
        "geografische Länge", "Länge", "location (longitude)", "Ort (Längengrad)",
    ),
    Role.DOTS: ("Klebepunkte", "Punkte", "Anzahl Punkte", "Punktzahl", "dots"),
    Role.MENTION_COUNT: (
        "Mehrfachnennungen", "Mehrfachnennung", "Nennungen", "Anzahl Nennungen", "mention_count",
        "mentions",
    ),
    Role.NOTE: (
        "Notiz", "Notizen", "interne Notiz", "note", "notes", "Bemerkung", "Bemerkungen",
        "Anmerkung", "Anmerkungen", "remark",
    ),
    Role.CAPTURED_AT: (
        "Erfasst am", "captured_at", "Erfasst", "Erfassungszeit", "Zeitpunkt", "Datum",
        "Erstellt am", "Erstellt", "created_at", "created", "published_at", "timestamp",
        "Zeitstempel", "date",
    ),
    Role.URL: ("Internetadresse", "url", "Link", "source_url", "Webadresse", "Adresse im Internet"),
    Role.PUBLISH: (
        "Veröffentlichen", "publish", "Veröffentlichung", "Zur Veröffentlichung", "öffentlich",
        "public",
    ),
    Role.WITHHELD: (
        "Nicht veröffentlichen", "withheld", "nicht öffentlich", "vertraulich", "intern",
        "not_for_publication",
    ),
    Role.AUTHOR: (
        "Autor", "Autorin", "Autor/in", "Autor:in", "author", "author/name", "author/id",
        "author-id", "author/url", "Verfasser", "Verfasserin", "Verfasser/in", "Ersteller",
        "Erstellerin", "creator", "creator email", "creator phone", "Name", "Vorname", "Nachname",
        "Familienname", "first_name", "last_name", "username", "E-Mail", "E-Mail-Adresse",
        "email", "email_address", "Telefon", "phone", "voter-id", "user", "Benutzername",
        "Teilnehmer", "Teilnehmerin", "Teilnehmende",
    ),
}  # fmt: skip
_GERMAN: Mapping[str, Role] = {
    "beitrag": Role.TEXT,
    "zeit": Role.CAPTURED_AT,
    "name": Role.AUTHOR,
}


def recognise(columns: Sequence[str]) -> dict[Role, int]:
    """Return which column (index from 0) plays which role, by names people and systems use.

    Case, blanks, punctuation, accents and the spelling of umlauts do not matter. Where several
    columns would do, the surest name wins, then the first column. A table with a single column
    consists of texts.
    """
    keys = [_key(column) for column in columns]
    roles: dict[Role, int] = {}
    for role, names in _NAMES.items():
        known = (keys.index(key) for key in map(_key, names) if key in keys)
        index = next(known, None)
        if index is not None:
            roles[role] = index
    if len(columns) == 1 and not roles.keys() & {Role.TEXT, Role.AUTHOR}:
        return {Role.TEXT: 0}
    return roles


def personal_columns(columns: Sequence[str]) -> list[str]:
    """Return the columns that say who a person is; they are never imported."""
    known = {_key(name) for name in _NAMES[Role.AUTHOR]}
    return [column for column in columns if _key(column) in known]


def is_known_name(column: str, role: Role) -> bool:
    """Tell whether `column` is one of the names under which `role` is recognised."""
    return _key(column) in {_key(name) for name in _NAMES[role]}


def with_mapping(columns: Sequence[str], assignments: Iterable[str]) -> dict[Role, int]:
    """Return the recognised roles, changed by assignments such as „text=Beitrag“.

    Left of the equals sign stands a role, in English or German; right of it the name of a column,
    or nothing, which leaves the role out. Raises `UserError` for an unknown role or column and
    for a role named twice.
    """
    roles = recognise(columns)
    chosen: dict[Role, int | None] = {}
    for assignment in assignments:
        name, equals, column = assignment.partition("=")
        role = _role_named(name) if equals else None
        if role is None:
            raise _no_role(assignment, name)
        if role in chosen:
            raise UserError(
                f"Die Rolle „{name.strip()}“ ist zweimal zugeordnet.",
                "Bitte ordnen Sie jeder Rolle nur eine Spalte zu.",
            )
        chosen[role] = _column_named(columns, column) if column.strip() else None
    taken = set(chosen.values())
    kept = {role: at for role, at in roles.items() if role not in chosen and at not in taken}
    return kept | {role: at for role, at in chosen.items() if at is not None}


def _role_named(name: str) -> Role | None:
    key = _key(name)
    by_value = {_key(role.value): role for role in Role}
    by_header = {_key(header): role for role, header in HEADERS.items()}
    by_name = {_key(each): role for role, names in _NAMES.items() for each in names}
    for known in (by_value, by_header, _GERMAN, by_name):
        if key in known:
            return known[key]
    return None


def _no_role(assignment: str, name: str) -> UserError:
    roles = ["Text", *(header for role, header in HEADERS.items() if role is not Role.TEXT)]
    return UserError(
        f"„{assignment}“ ordnet keine Spalte zu: Die Rolle „{name.strip()}“ ist nicht bekannt.",
        f"Schreiben Sie ROLLE=SPALTE, zum Beispiel „text=Beitrag“. Rollen: {', '.join(roles)}.",
    )


def _column_named(columns: Sequence[str], name: str) -> int:
    wanted = name.strip()
    if wanted in columns:
        return list(columns).index(wanted)
    alike = [index for index, column in enumerate(columns) if _key(column) == _key(wanted)]
    if len(alike) == 1:
        return alike[0]
    raise UserError(
        f"Eine Spalte „{wanted}“ gibt es in der Tabelle nicht.",
        f"Vorhanden: {quoted(columns)}.",
    )


def _key(name: str) -> str:
    """Return `name` without case, accents, blanks and punctuation; „ae“ counts as „ä“."""
    folded = re.sub("ae|oe|ue", lambda pair: pair.group()[0], fold(name))
    return re.sub(r"[\W_]+", "", folded) or folded.strip()
