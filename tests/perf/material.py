"""Made-up contributions for measuring: German words, the length of a card, always the same."""

import random
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import fold

_STEMS = [
    "Bus",
    "Halte",
    "Straße",
    "Müll",
    "Spiel",
    "Platz",
    "Geh",
    "Weg",
    "Rad",
    "Schul",
    "Kinder",
    "Garten",
    "Alten",
    "Pflege",
    "Dorf",
    "Laden",
    "Begegnung",
    "Bank",
    "Brunnen",
    "Grün",
    "Fläche",
    "Licht",
    "Turm",
    "Halle",
    "Verein",
    "Jugend",
    "Treff",
    "Nachbar",
    "Hilfe",
    "Arzt",
    "Praxis",
    "Wohnung",
    "Bau",
    "Land",
    "Markt",
    "Post",
    "Bahn",
    "Hof",
    "Bach",
    "Ufer",
    "Mauer",
    "Brücke",
    "Kirch",
    "Rathaus",
    "Feuer",
    "Wehr",
]
_WORDS = [
    "der",
    "die",
    "das",
    "ein",
    "eine",
    "und",
    "oder",
    "mit",
    "ohne",
    "für",
    "gegen",
    "bitte",
    "mehr",
    "weniger",
    "fehlt",
    "braucht",
    "wünschen",
    "sicher",
    "schön",
    "ruhig",
    "laut",
    "dunkel",
    "breit",
    "schmal",
    "barrierefrei",
    "abends",
    "morgens",
    "täglich",
    "endlich",
]


def texts(amount: int, seed: int = 2030) -> list[str]:
    """Return `amount` sentences of about a hundred characters."""
    chance = random.Random(seed)
    compounds = [f"{a}{b.lower()}" for a in _STEMS for b in _STEMS if a != b]
    found = []
    for _ in range(amount):
        words = [
            chance.choice(compounds) if chance.random() < 0.3 else chance.choice(_WORDS)
            for _ in range(chance.randint(9, 15))
        ]
        found.append(f"{' '.join(words).capitalize()}.")
    return found


def cards(amount: int) -> list[Contribution]:
    """Return contributions with links, as they are captured at a table."""
    return [
        Contribution(
            new_id(),
            "",
            text,
            kind="idee",
            action_field="wohnen_mobilitaet_klima",
            target_groups=("senioren", "familien"),
            themes=("inklusion",),
        )
        for text in texts(amount)
    ]


def bare_connection(path: Path) -> driver.Connection:
    """Open a file the bare way, as durable as the program does."""
    connection = driver.connect(str(path))
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def fill(path: Path, workshop_id: str, amount: int) -> None:
    """Put many contributions into a closed workspace file, past the log: for searching only."""
    connection = bare_connection(path)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(contribution)")]
    usual = {"mention_count": 1, "publish": "yes", "deleted": 0, "workshop_id": workshop_id}
    numbers = {"number", "table_id", "cluster_id", "bundle_id", "latitude", "longitude"}
    flags = {"has_dissent", "in_idea_store", "needs_clarification", "contains_personal_data"}
    names = [name for name in columns if name not in {"seq", "captured_at", *numbers}]
    statement = (
        f"INSERT INTO contribution ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    )
    connection.execute("BEGIN")
    made = texts(20_000)
    for start in range(0, amount, len(made)):
        rows = []
        for place, text in enumerate(made[: amount - start], start=start):
            varied = f"{text} {place}"
            own = {
                **usual,
                "id": new_id(),
                "label": f"P-{place}",
                "text_original": varied,
                "folded": fold(varied),
            }
            rows.append([own.get(name, 0 if name in flags else "") for name in names])
        connection.executemany(statement, rows)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
