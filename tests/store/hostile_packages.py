"""Packages that are damaged, or made by somebody who means harm: one function for each kind."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import sqlcipher3.dbapi2 as driver

from quartierdesk.store import package_file
from quartierdesk.store.change_log import Entry
from quartierdesk.store.engine import open_engine

Spoil = Callable[[Path], None]


def _bytes(change: Callable[[bytearray], object]) -> Spoil:
    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        change(content)
        path.write_bytes(content)

    return spoil


def _sql(*statements: str, sealed: bool = True) -> Spoil:
    """Change the content; `sealed` gives it a checksum that fits, as an attacker would."""

    def spoil(path: Path) -> None:
        with closing(driver.connect(str(path))) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        if sealed:
            seal(path)

    return spoil


def seal(path: Path) -> None:
    """Give a changed package the checksum that fits it."""
    engine = open_engine(path)
    try:
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            digest = package_file._checksum(connection)
            connection.exec_driver_sql(
                "UPDATE meta SET value = ? WHERE key = 'checksum'", (digest,)
            )
    finally:
        engine.dispose()


def _entry(
    change: Callable[[dict[str, object]], None], *, where: str = "v.data LIKE '%\"Karte\"%'"
) -> Spoil:
    """Change one entry (fields of `Entry`) and give it the hash that fits."""

    def spoil(path: Path) -> None:
        with closing(driver.connect(str(path))) as connection:
            query = (
                "SELECT c.row_id, c.tbl, c.kind, c.n, c.command_id, v.data, v.erased, m.clock,"
                " m.state, r.id, v.salt, c.hash, c.replica_no FROM change c"
                " JOIN change_value v ON v.replica_no = c.replica_no AND v.n = c.n"
                " JOIN command m ON m.id = c.command_id JOIN replica r ON r.no = c.replica_no"
                f" WHERE c.tbl = 'contribution' AND {where} LIMIT 1"
            )
            *values, number = connection.execute(query).fetchone()
            names = list(Entry.__dataclass_fields__)
            entry = dict(zip(names, values, strict=True))
            key = (number, entry["n"])
            change(entry)
            made = Entry(**entry)
            connection.execute(
                "UPDATE change SET row_id = ?, tbl = ?, kind = ?, n = ?, hash = ?"
                " WHERE replica_no = ? AND n = ?",
                (made.row_id, made.table, made.kind, made.n, made.digest(), *key),
            )
            connection.execute(
                "UPDATE change_value SET data = ?, erased = ?, n = ?"
                " WHERE replica_no = ? AND n = ?",
                (made.data, made.erased, made.n, *key),
            )
            connection.commit()
        seal(path)

    return spoil


def _data(**fields: object) -> Spoil:
    def change(entry: dict[str, object]) -> None:
        data = {**json.loads(str(entry["data"])), **fields}
        entry["data"] = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    return _entry(change)


def _set(**values: object) -> Spoil:
    return _entry(lambda entry: entry.update(values))


def _other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.commit()


def _instead(content: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


_PHOTO = f"INSERT INTO stored_file VALUES ('{sha256(b'x').hexdigest()}', 'image/jpeg', X'00', NULL)"


def _spoil_structure(content: bytearray) -> None:
    at = content.index(b"change_value", content.index(b"CREATE TABLE change_value"))
    content[at : at + 7] = b"\xac\xac\xac \xac\xac\xac"


HOSTILE: Mapping[str, tuple[Spoil, str]] = MappingProxyType(
    {
        "empty": (_instead(b""), "ist leer"),
        "zeroes": (_instead(bytes(8192)), "nur Nullen"),
        "text": (_instead(b"Hallo"), "keine QuartierDesk-Datei"),
        "picture": (_instead(b"\xff\xd8\xff" * 999), "keine Quartier"),
        "a folder": (_folder, "ist ein Ordner"),
        "missing": (lambda path: path.unlink(), "gibt es nicht"),
        "cut off": (_bytes(lambda c: c.__delitem__(slice(-9000, None))), "unvollständig"),
        "header only": (_bytes(lambda c: c.__delitem__(slice(100, None))), "unvollständig"),
        "half header": (_bytes(lambda c: c.__delitem__(slice(40, None))), "unvollständig"),
        "spoilt beginning": (
            _bytes(lambda c: c.__setitem__(slice(0, 16), b"x" * 16)), "Anfang",
        ),
        "a structure in no letters": (_bytes(_spoil_structure), "ist beschädigt"),
        "a structure in bytes": (
            _sql("UPDATE sqlite_schema SET sql = CAST(sql AS BLOB) WHERE name = 'photo'",
                 sealed=False), "nicht so aufgebaut",
        ),
        "another program": (_other_program, "eines anderen Programms"),
        "a workspace": (_sql("UPDATE meta SET value = 'quartierdesk.workspace/1'"
                             " WHERE key = 'format'"), "kein Paket"),
        "another format": (_sql("UPDATE meta SET value = 'x' WHERE key = 'format'"), "anderen"),
        "no format": (_sql("DELETE FROM meta"), "anderen Programms"),
        "newer": (_sql("UPDATE alembic_version SET version_num = '9999'"), "neueren Fassung"),
        "still open": (_sql("UPDATE meta SET value = '1' WHERE key = 'open'"), "unvollständige"),
        "trigger": (
            _sql("CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM change; END"),
            "nicht von QuartierDesk",
        ),
        "view": (_sql("CREATE VIEW v AS SELECT 1"), "nicht von QuartierDesk"),
        "more tables": (_sql("CREATE TABLE t (a)"), "nicht so aufgebaut"),
        "missing table": (_sql("DROP TABLE draft"), "nicht so aufgebaut"),
        "other columns": (_sql("ALTER TABLE change ADD COLUMN x"), "nicht so aufgebaut"),
        "wrong checksum": (_sql("UPDATE meta SET value = 'x' WHERE key = 'checksum'",
                                sealed=False), "beschädigt"),
        "bit in a text": (_sql("UPDATE change_value SET data = replace(data, 'Karte', 'Karze')",
                               sealed=False), "beschädigt"),
        "text without its hash": (
            _sql("UPDATE change_value SET data = replace(data, 'Karte', 'Karze')"), "Prüfsumme",
        ),
        "no moment": (_sql("UPDATE meta SET value = 'x' WHERE key = 'written_at'"), "beschädigt"),
        "long facts": (
            _sql("UPDATE meta SET value = printf('%.20000c', 'x') WHERE key = 'by'"), "länger",
        ),
        "long data": (
            _sql("UPDATE change_value SET data = printf('%.2000000c', 'x') WHERE n = 1"), "länger",
        ),
        "missing values": (_sql("DELETE FROM change_value WHERE n = 2"), "fehlen Teile"),
        "missing commands": (_sql("DELETE FROM command"), "fehlen Teile"),
        "missing replicas": (
            _sql("PRAGMA foreign_keys = OFF", "DELETE FROM replica"), "fehlen Teile",
        ),
        "odd replica": (
            _sql("UPDATE replica SET id = '../../etc' WHERE no = 1"), "so nicht schreibt",
        ),
        "odd clock": (_sql("UPDATE command SET clock = 'gestern'"), "so nicht schreibt"),
        "last clock": (
            _sql("UPDATE command SET clock = '99999999999999-999999'"), "so nicht schreibt",
        ),
        "odd command": (_sql("UPDATE command SET kind = 'drop'"), "so nicht schreibt"),
        "unspeakable label": (_sql("UPDATE command SET label = char(8238)"), "so nicht schreibt"),
        "same key, other story": (
            _sql("UPDATE command SET label = 'anders'"), "unter derselben Nummer Verschiedenes",
        ),
        "unknown table": (_set(table="sqlite_schema"), "so nicht schreibt"),
        "no identity": (_set(row_id="x"), "so nicht schreibt"),
        "unknown kind": (_set(kind="drop"), "so nicht schreibt"),
        "negative number": (_set(n=-1), "so nicht schreibt"),
        "erasure outside one": (_set(kind="erase", data='{"":null}'), "so nicht schreibt"),
        "no JSON": (_set(data="{"), "so nicht schreibt"),
        "a list": (_set(data="[]"), "so nicht schreibt"),
        "deep JSON": (_set(data="[" * 100_000), "so nicht schreibt"),
        "unknown field": (_data(x=1), "so nicht schreibt"),
        "bare without being erased": (_data(**{"": None}), "so nicht schreibt"),
        "text for a number": (_data(mention_count="1"), "so nicht schreibt"),
        "number for a text": (_data(title=1), "so nicht schreibt"),
        "huge number": (_data(mention_count=1 << 70), "so nicht schreibt"),
        "unspeakable text": (_data(title="a\u202eb"), "so nicht schreibt"),
        "long text": (_data(text_original="x" * 10_001), "so nicht schreibt"),
        "no parent": (_data(workshop_id=None), "so nicht schreibt"),
        "odd decimal": (_data(latitude="NaN"), "so nicht schreibt"),
        "odd moment": (_data(captured_at="gestern"), "so nicht schreibt"),
        "photo with another hash": (_sql(_PHOTO), "Foto"),
    }
)  # fmt: skip
"""How to spoil a package, and a part of the sentence that must answer."""
