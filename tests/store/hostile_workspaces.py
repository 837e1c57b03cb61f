"""Files that somebody might take for a workspace: damaged, cut off, foreign, or made with malice.

Each is made from a good workspace file with some contributions; what is said about it is named
beside it, "" where it is as good as before.
"""

import gzip
import io
import random
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import sqlcipher3.dbapi2 as driver

PAGE = 4096

Maker = Callable[[bytes], bytes]


def _overwritten(start: int, end: int, value: bytes) -> Maker:
    def make(good: bytes) -> bytes:
        stop = len(good) if end < 0 else end
        filler = (value * (stop - start))[: stop - start]
        return good[:start] + filler + good[stop:]

    return make


def _header(at: int, value: bytes) -> Maker:
    return _overwritten(at, at + len(value), value)


def _by_sql(*statements: str) -> Maker:
    """Return what a workspace becomes when somebody changes it with another program."""

    def make(good: bytes) -> bytes:
        with tempfile.TemporaryDirectory(prefix="quartierdesk-fremd-") as folder:
            path = Path(folder) / "fremd"
            path.write_bytes(good)
            connection = driver.connect(str(path))
            connection.isolation_level = None
            for statement in statements:
                connection.execute(statement)
            connection.close()
            return path.read_bytes()

    return make


def _foreign_database(*statements: str) -> Maker:
    def make(_good: bytes) -> bytes:
        return _by_sql(*statements)(b"")

    return make


def _noise(length: int) -> bytes:
    return random.Random(4711).randbytes(length)


def _zipped(good: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.quartier", good)
    return stream.getvalue()


def _flipped(good: bytes) -> bytes:
    content = bytearray(good)
    chance = random.Random(1)
    for _ in range(200):
        content[chance.randrange(PAGE, len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _shuffled(good: bytes) -> bytes:
    pages = [good[at : at + PAGE] for at in range(PAGE, len(good), PAGE)]
    random.Random(2).shuffle(pages)
    return good[:PAGE] + b"".join(pages)


def _one_page_twice(good: bytes) -> bytes:
    return good[: 5 * PAGE] + good[2 * PAGE : 3 * PAGE] + good[6 * PAGE :]


def _text(good: bytes) -> bytes:
    return good.decode("latin-1").encode("utf-8")


_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT * FROM n"
_DROP_SCHEMA = "PRAGMA writable_schema = ON"

KINDS: Mapping[str, tuple[Maker, str]] = {
    "leer": (lambda _: b"", "ist leer"),
    "ein Byte": (lambda _: b"S", "keine QuartierDesk-Datei"),
    "nur Nullen": (lambda good: bytes(len(good)), "enthält nur Nullen"),
    "nur der Kopf": (lambda good: good[:16], "Ende der Datei fehlt"),
    "99 Byte": (lambda good: good[:99], "Ende der Datei fehlt"),
    "eine Seite": (lambda good: good[:PAGE], "Ende der Datei fehlt"),
    "die halbe Datei": (lambda good: good[: len(good) // 2], "Ende der Datei fehlt"),
    "ein Byte zu kurz": (lambda good: good[:-1], "Ende der Datei fehlt"),
    "Ende genullt": (_overwritten(20 * PAGE, -1, b"\0"), "beschädigt|fehlen"),
    "alles nach der ersten Seite": (_overwritten(PAGE, -1, b"\xa5"), "beschädigt"),
    "Kopf genullt": (_overwritten(0, 100, b"\0"), "Anfang von .* beschädigt"),
    "Kopf verrauscht": (_overwritten(0, 100, b"\x93\x17"), "Anfang von .* beschädigt"),
    "erste Seite verrauscht": (
        lambda good: _noise(PAGE) + good[PAGE:],
        "Kennwort geschützt|Anfang von .* beschädigt",
    ),
    "Schema verrauscht": (_overwritten(100, PAGE, b"\xff"), "beschädigt"),
    "Seitengröße unmöglich": (_header(16, b"\x00\x03"), "beschädigt|anderen Programms|Kennwort"),
    "Seitengröße anders": (_header(16, b"\x20\x00"), "Ende der Datei fehlt|beschädigt"),
    "Leseversion unbekannt": (_header(19, b"\x09"), "beschädigt|öffnet|Kennwort"),
    "reservierter Platz": (_header(20, b"\xf0"), "beschädigt"),
    "Schreibversion unbekannt": (_header(18, b"\x09"), "darf nicht geschrieben|beschädigt|"),
    "riesige Seitenzahl": (_header(28, b"\x7f\xff\xff\xff"), "Ende der Datei fehlt"),
    "Freiliste im Kreis": (_header(32, b"\x00\x00\x00\x02\x00\x00\x00\x09"), "beschädigt|"),
    "Kodierung UTF-16": (_header(56, b"\x00\x00\x00\x02"), "beschädigt|anderen Programms"),
    "Schemaformat unbekannt": (_header(44, b"\x00\x00\x00\x63"), "beschädigt|anderen Programms|"),
    "Kennung eines anderen": (_header(68, b"\x00\x00\x00\x01"), "anderen Programms"),
    "zweihundert gekippte Bits": (_flipped, "beschädigt|"),
    "Seiten vertauscht": (_shuffled, "beschädigt|fehlen|anderen Programms"),
    "eine Seite doppelt": (_one_page_twice, "beschädigt|"),
    "als Text umkodiert": (_text, "anderen Programms"),
    "Zeilenenden umgesetzt": (
        lambda good: good.replace(b"\n", b"\r\n"),
        "Ende|beschädigt|anderen Programms",
    ),
    "etwas angehängt": (lambda good: good + b"Virenscanner" * 1000, ""),
    "etwas vorangestellt": (lambda good: b"\xef\xbb\xbf" + good, "Anfang von .* beschädigt"),
    "als Zip": (_zipped, "keine QuartierDesk-Datei"),
    "gepackt": (lambda good: gzip.compress(good, mtime=0), "keine QuartierDesk-Datei"),
    "ein Brief": (lambda _: ("Sehr geehrte Damen und Herren,\n" * 500).encode(), "keine Quartier"),
    "ein PDF": (lambda _: b"%PDF-1.7\n" + _noise(20 * PAGE), "keine QuartierDesk-Datei"),
    "Rauschen": (lambda _: _noise(40 * PAGE), "Kennwort geschützt"),
    "Rauschen mit Rest": (lambda _: _noise(40 * PAGE + 7), "Ende der Datei fehlt"),
    "fremde Datenbank": (_foreign_database("CREATE TABLE t (a)"), "anderen Programms"),
    "fremde mit unserer Kennung": (
        _foreign_database("CREATE TABLE t (a)", f"PRAGMA application_id = {0x51754465}"),
        "anderen Programms",
    ),
    "neuere Fassung": (_by_sql("UPDATE alembic_version SET version_num = '9998'"), "neueren"),
    "unbekannte Fassung": (_by_sql("UPDATE alembic_version SET version_num = '0000x'"), "Fassung"),
    "ohne Fassung": (_by_sql("DELETE FROM alembic_version"), "Fassung|beschädigt|fehlen"),
    "anderes Format": (_by_sql("UPDATE meta SET value = 'x' WHERE key = 'format'"), "anderen Prog"),
    "ohne Kenndaten": (_by_sql("DROP TABLE meta"), "anderen Programms"),
    "ohne Beiträge": (_by_sql("DROP TABLE contribution"), "fehlen Teile"),
    "ohne Protokoll": (_by_sql("DROP TABLE change_value"), "fehlen Teile"),
    "noch als geöffnet gekennzeichnet": (
        _by_sql("UPDATE meta SET value = '1' WHERE key = 'open'"),
        "unvollständige Kopie",
    ),
    "endlose Sicht statt Tabelle": (
        _by_sql("DROP TABLE draft", f"CREATE VIEW draft AS {_ENDLESS}"),
        "nicht von QuartierDesk",
    ),
    "Auslöser löscht": (
        _by_sql("CREATE TRIGGER t AFTER INSERT ON command BEGIN DELETE FROM contribution; END"),
        "nicht von QuartierDesk",
    ),
    "endloser Auslöser": (
        _by_sql(
            "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN INSERT INTO draft"
            f" SELECT x, x, x FROM ({_ENDLESS}); END"
        ),
        "nicht von QuartierDesk",
    ),
    "Anweisung im Schema zerstört": (
        _by_sql(
            _DROP_SCHEMA,
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE contribution (' WHERE name ="
            " 'contribution'",
        ),
        "beschädigt",
    ),
    "Tabelle zeigt auf fremde Seite": (
        _by_sql(_DROP_SCHEMA, "UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'contribution'"),
        "beschädigt|",
    ),
    "Tabelle zeigt ins Leere": (
        _by_sql(
            _DROP_SCHEMA, "UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'contribution'"
        ),
        "beschädigt",
    ),
    "Suchindex zerstört": (_by_sql("UPDATE contribution_search_data SET block = x'ff'"), ""),
}
"""What each file is, how it is made, and what is said (an empty choice: perhaps nothing)."""
