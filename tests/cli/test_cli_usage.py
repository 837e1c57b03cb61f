"""Calls that cannot be carried out: a German sentence, the right exit code, nothing else."""

import re
from pathlib import Path

import pytest

import quartierdesk
from tests.cli.calling import SAMPLE, call, call_here, done, new_workshop

COMMANDS = (
    "open",
    "sample",
    "demo",
    "list",
    "import",
    "export",
    "print",
    "diagrams",
    "review",
    "read-back",
    "capture",
    "search",
    "results",
    "history",
    "undo",
    "redo",
    "check",
    "backup",
    "restore",
    "passphrase",
    "package",
    "merge",
    "conflicts",
    "erase-person",
    "selftest",
)
ENGLISH = re.compile(r"\b(usage|argument|required|invalid|choose|expected|error|options?)\b")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Werkstätten.quartier"


@pytest.mark.parametrize(
    "words",
    [
        "abschreiben",
        "--unbekannt",
        "list",
        "list FILE --bunt",
        "list FILE --json=ja",
        "list FILE noch-eine",
        "import FILE",
        "import FILE a.csv --title A --workshop W-001",
        "import FILE a.csv --column",
        "export FILE",
        "export FILE --workshop W-001 --format docx --out a.docx",
        "export FILE --workshop W-001 --format csv --out a.csv --edition geheim",
        "export FILE --workshop W-001 --format csv",
        "read-back FILE a.xlsx",
        "read-back FILE --workshop W-001",
        "capture FILE",
        "capture FILE --workshop",
        "search FILE",
        "search FILE Bank --limit 0",
        "search FILE Bank --limit -1",
        "search FILE Bank --limit x",
        "search FILE -Bank",
        "results FILE",
        "undo",
        "check FILE --tief",
        "restore FILE",
        "restore FILE a b",
        "passphrase",
    ],
)
def test_wrong_usage_is_told_in_german_and_creates_nothing(
    file: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    answer = call_here(*(str(file) if word == "FILE" else word for word in words.split()))

    assert (answer.code, answer.output) == (2, "")
    usage, sentence = answer.sentences.rstrip().rsplit("\n", 1)
    assert usage.startswith("Aufruf: quartierdesk ")
    assert sentence.startswith("Der Aufruf stimmt nicht. ")
    assert sentence.endswith(".")
    assert not ENGLISH.search(sentence.replace("--unbekannt", ""))
    assert list(file.parent.iterdir()) == []


def test_wrong_usage_names_what_would_be_right() -> None:
    unknown = call_here("abschreiben").sentences
    impossible = call_here("export", "a", "--workshop", "W", "--format", "d'oc", "--out", "b")

    assert f"Den Befehl „abschreiben“ gibt es nicht; möglich: {', '.join(COMMANDS)}." in unknown
    assert "Bei --format kann „d'oc“ nicht stehen; möglich: json, csv, xlsx, pdf." in (
        impossible.sentences
    )


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_explains_itself(name: str) -> None:
    answer = call_here(*filter(None, [name]), "--help")

    assert (answer.code, answer.sentences) == (0, "")
    usage = {"": "[BEFEHL] [DATEI]", "sample": "sample", "selftest": "selftest [--folder ORDNER]"}
    assert answer.output.startswith(f"Aufruf: quartierdesk {usage.get(name, f'{name} DATEI')}")
    assert not ENGLISH.search(answer.output)
    assert all(len(line) <= 100 for line in answer.lines)
    for option in re.findall(r"^  (--[a-z-]+)(.*)", answer.output, re.M):
        assert option[1].strip(), f"{option[0]} is not explained"


def test_the_list_of_commands_names_each() -> None:
    listed = re.findall(r"^    ([a-z-]+)  ", done("-h").output, re.M)

    assert listed == list(COMMANDS)


def test_the_version_is_told() -> None:
    answer = call("--version")

    assert (answer.code, answer.output) == (0, f"QuartierDesk {quartierdesk.__version__}\n")


@pytest.mark.parametrize(
    "words",
    [
        "list FILE",
        "search FILE Bank",
        "history FILE --json",
        "undo FILE",
        "redo FILE",
        "check FILE",
        "capture FILE --workshop W-001",
        "results FILE --workshop W-001 --json",
        "export FILE --workshop W-001 --format csv --out a.csv",
        "import FILE gibt-es-nicht.csv",
        "read-back FILE gibt-es-nicht.xlsx --workshop W-001",
        "import FILE gibt-es-nicht.csv --preview",
        "import FILE SAMPLE --workshop W-001",
        "import FILE SAMPLE --column text=Beitrag",
        "import FILE SAMPLE --workshop W-001 --preview",
    ],
)
def test_a_file_that_is_not_there_is_told_and_not_made(
    file: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    known = {"FILE": str(file), "SAMPLE": str(SAMPLE)}
    answer = call_here(*(known.get(word, word) for word in words.split()), given=b"Bank\n")

    assert (answer.code, answer.output) == (1, "")
    assert_one_sentence(answer.sentences)
    assert list(file.parent.iterdir()) == []


def assert_one_sentence(sentences: str) -> None:
    assert sentences.count("\n") == 1
    assert sentences[0].isupper() or sentences[0] == "„"
    assert sentences.rstrip().endswith((".", "“"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("capture FILE --workshop W-9", "„W-9“ gibt es in dieser Datei nicht. Vorhanden: W-001."),
        ("results FILE --workshop w", "„w“ gibt es in dieser Datei nicht."),
        ("search FILE Bank --workshop W", "„W“ gibt es in dieser Datei nicht."),
        ("import FILE TABLE --workshop 0", "„0“ gibt es in dieser Datei nicht."),
        ("import FILE TABLE --title ", "Der Titel ist leer."),
        ("import FILE TABLE --title \u200e", "Der Titel ist leer."),
        ("import FILE TABLE --preview --title ", "Der Titel ist leer."),
        (f"import FILE TABLE --title {'x' * 10_001}", "10.001 Zeichen, erlaubt sind 10.000."),
        ("import FILE TABLE --column Beitrag", "„Beitrag“ ordnet keine Spalte zu"),
        ("import FILE TABLE --column text=Fehlt", "Eine Spalte „Fehlt“ gibt es"),
        ("import FILE .", "ist ein Ordner"),
        ("import FILE FILE", "eine Datenbank und keine Tabelle"),
        ("export FILE --workshop W-001 --format pdf --out fehlt/OUT", "Ordner „fehlt“ gibt es"),
        ("export FILE --workshop W-001 --format csv --out fehlt/OUT", "Ordner „fehlt“ gibt es"),
        ("export FILE --workshop W-001 --format csv --out .", "ist ein Ordner"),
        ("export FILE --workshop W-001 --format json --out FILE", "wird nicht überschrieben"),
        ("export FILE --workshop W-001 --format csv --out n.QUARTIER", "nicht überschrieben"),
        ("list TABLE", "ist keine QuartierDesk-Datei"),
        ("list .", "ist ein Ordner"),
        ("demo .", "ist ein Ordner"),
        ("demo TABLE", "ist keine QuartierDesk-Datei"),
        ("demo fehlt/neu.quartier", "Den Ordner „fehlt“ gibt es nicht"),
        (f"demo {'x' * 300}.quartier", "der Name ist zu lang"),
        (f"list {'x' * 300}.quartier", "der Name ist zu lang"),
        ("redo FILE", "Es gibt nichts, was wiederhergestellt werden kann."),
        (f"search FILE {'x' * 10_001}", "Suchtext: Der Text hat 10.001 Zeichen"),
    ],
)  # fmt: skip
def test_what_a_person_can_mend_is_one_sentence(
    file: Path, words: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    new_workshop(file)
    table = file.with_name("tabelle.csv")
    table.write_text("Beitrag\nEine Bank\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    known = {"FILE": file.name, "TABLE": table.name, "OUT": "aus.csv"}
    answer = call_here(*(known.get(word, word) for word in words.split(" ")), given=b"Bank\n")

    assert (answer.code, answer.output) == (1, "")
    assert_one_sentence(answer.sentences)
    assert told in answer.sentences
    assert {path.name for path in file.parent.iterdir()} == set(before)
    assert len(done("history", file).lines) == 1


def test_nothing_to_undo_is_told(file: Path) -> None:
    new_workshop(file)
    done("undo", file)
    answer = call_here("undo", file)

    assert (answer.code, answer.output) == (1, "")
    assert answer.sentences == (
        "Es gibt nichts, was rückgängig gemacht werden kann."
        " Weiter zurück führt nur eine Sicherung.\n"
    )


def test_a_mistake_of_the_program_is_admitted(file: Path) -> None:
    new_workshop(file)
    broken = "import quartierdesk.cli.commands as c\nc.COMMANDS['list'] = lambda options: 1 / 0"
    answer = call("list", file, prelude=broken)

    assert (answer.code, answer.output) == (70, "")
    assert "ZeroDivisionError" in answer.sentences
    assert answer.sentences.splitlines()[-1].startswith("Das war ein Fehler des Programms.")


def test_a_report_of_a_mistake_does_not_quote_what_citizens_said(file: Path) -> None:
    workshop = new_workshop(file)
    broken = (
        "from quartierdesk.store import search_index\n"
        "from quartierdesk.store.schema.contributions import Contribution\n"
        "Contribution.__table__.c.text_original.name = 'anders'"
    )
    answer = call("capture", file, "--workshop", workshop, given=b"Geheimnis\n", prelude=broken)

    assert answer.code == 70
    assert "no column named anders" in answer.sentences
    assert "Geheimnis" not in answer.sentences
