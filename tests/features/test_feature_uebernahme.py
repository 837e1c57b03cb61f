"""Szenario: Beiträge kommen aus Tabellen anderer Programme, und gehen wieder dorthin."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.calling import SAMPLE, call, call_here, done, stored_texts
from tests.support import ROOT

TABLES = ROOT / "tests/data/tables"
ACHTLOS = (
    "Text;Tisch;Punkte\nEine Bank;1;3\n;2;1\nTempo 30;x;viel\nEin Baum;1;0\nEin Tor;1;1000001\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eine Datei, die es noch nicht gibt."""
    return tmp_path / "Neue Werkstätten.quartier"


@pytest.fixture
def achtlos(tmp_path: Path) -> Path:
    """Eine Tabelle mit drei unbrauchbaren Zeilen."""
    path = tmp_path / "achtlos.csv"
    path.write_text(ACHTLOS, encoding="utf-8")
    return path


def listed(file: Path) -> list[dict[str, object]]:
    workshops: list[dict[str, object]] = done("list", file, "--json").data["workshops"]
    return workshops


@pytest.mark.parametrize(
    ("name", "zeichensatz", "trenner", "anzahl"),
    [("ehrenfeld", "utf-8", ",", 30), ("ehrenfeld_verortet", "cp1252", ";", 31)],
)
def test_eine_tabelle_kommt_ohne_weitere_angaben_ganz_an(
    file: Path, name: str, zeichensatz: str, trenner: str, anzahl: int
) -> None:
    """Gegeben eine Tabelle von draußen; wenn man sie übernimmt; dann fehlt kein Wort."""
    source = TABLES / f"{name}.csv"
    answer = call("import", file, source)
    with source.open(encoding=zeichensatz, newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=trenner))

    assert (answer.code, answer.output) == (0, "W-001\n")
    assert f"{anzahl} Beiträge übernommen" in answer.sentences
    assert "O-Ton aus „text“, Titel aus „title“" in answer.sentences
    assert listed(file)[0]["contributions"] == anzahl == len(rows)
    assert stored_texts(file, "W-001") == {
        row["document_id"]: row["text"].replace("\r\n", "\n").strip() for row in rows
    }
    target = file.with_name("aus.csv")
    done("export", file, "--workshop", "W-001", "--format", "csv", "--edition", "internal",
         "--out", target)  # fmt: skip
    with target.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["Titel"] for row in csv.DictReader(stream, delimiter=";")] == [
            row["title"] for row in rows
        ]


def test_was_ausgegeben_wurde_kommt_unveraendert_zurueck(file: Path) -> None:
    """Gegeben heikle Texte; wenn man sie als CSV ausgibt und übernimmt; dann sind es dieselben."""
    said = ["=1+1", "'=1+1", "-5 Grad", "„Zitat“; mit Strichpunkt", '"Anführung"', "Emoji 🚲 und ß"]
    file.with_name("t.csv").write_text("Beitrag\nAnfang\n", encoding="utf-8")
    done("import", file, file.with_name("t.csv"))
    done("capture", file, "--workshop", "W-001", given="\n".join(said).encode())
    for kind in ("csv", "json"):
        target, again = file.with_name(f"aus.{kind}"), file.with_name(f"{kind}.quartier")
        done("export", file, "--workshop", "W-001", "--format", kind, "--edition", "internal",
             "--out", target)  # fmt: skip
        label = done("import", again, target).output.strip()

        assert stored_texts(again, label) == stored_texts(file, "W-001")
        done("check", again)


def test_die_beispielwerkstatt_geht_als_csv_hinaus_und_kommt_ohne_ruege_zurueck(
    file: Path,
) -> None:
    """Gegeben das Beispiel; wenn die Tabelle zurückkommt; dann wird jedes Wort verstanden."""
    label = done("demo", file).output.strip()
    target = file.with_name("aus.csv")
    done("export", file, "--workshop", label, "--format", "csv", "--edition", "internal",
         "--out", target)  # fmt: skip
    answer = done("import", file, target, "--title", "Noch einmal")

    assert len(answer.sentences.splitlines()) == 2
    assert "60 Beiträge übernommen: „Noch einmal“" in answer.sentences


def test_die_vorschau_speichert_nichts(file: Path, achtlos: Path) -> None:
    """Gegeben eine Tabelle; wenn man nur schaut; dann gibt es danach keine Datei."""
    answer = done("import", file, achtlos, "--preview")
    data = done("import", file, achtlos, "--preview", "--json").data
    workshop = done("import", file, SAMPLE, "--preview", "--title", "Unsere Werkstatt")

    assert answer.lines == ["    2  Eine Bank", "    5  Ein Baum"]
    assert "Es kämen 2 Beiträge. Gespeichert wurde nichts." in answer.sentences
    assert [row["text"] for row in data["rows"]] == ["Eine Bank", "Ein Baum"]
    assert {failure["row"] for failure in data["failures"]} == {3, 4, 6}
    assert workshop.sentences == (
        "Es käme die Werkstatt „Unsere Werkstatt“ mit 60 Beiträgen. Gespeichert wurde nichts.\n"
    )
    assert not file.exists()


def test_auch_die_vorschau_in_eine_werkstatt_speichert_nichts(file: Path, achtlos: Path) -> None:
    """Gegeben eine Werkstatt; wenn man für sie nur schaut; dann bleibt sie, wie sie ist."""
    done("import", file, TABLES / "ehrenfeld.csv")
    before = file.read_bytes()
    done("import", file, achtlos, "--preview", "--workshop", "W-001")

    assert file.read_bytes() == before


def test_unbrauchbare_zeilen_werden_genannt_und_alles_abgelehnt(file: Path, achtlos: Path) -> None:
    """Gegeben Zeilen mit Fehlern; wenn man übernimmt; dann kommt nichts, und man weiß warum."""
    answer = call_here("import", file, achtlos)

    assert (answer.code, answer.output) == (1, "")
    assert answer.sentences.startswith("3 Zeilen der Tabelle sind nicht zu gebrauchen")
    assert "Zeile 3, Spalte „Text“: Der Text fehlt." in answer.sentences
    assert "Zeile 4, Spalte „Punkte“: „viel“ ist keine ganze Zahl." in answer.sentences
    assert "Zeile 6, Spalte „Punkte“: 1.000.001 Punkte sind zu viele." in answer.sentences
    assert "--skip-errors" in answer.sentences
    assert not file.exists()


def test_auf_wunsch_bleiben_unbrauchbare_zeilen_weg(file: Path, achtlos: Path) -> None:
    """Gegeben Zeilen mit Fehlern; wenn man sie auslässt; dann kommen die anderen."""
    answer = done("import", file, achtlos, "--skip-errors", "--json")

    assert answer.data == {"workshop": "W-001", "contributions": 2}
    assert list(stored_texts(file, "W-001").values()) == ["Eine Bank", "Ein Baum"]
    assert "Zeile 3, Spalte „Text“: Der Text fehlt." in answer.sentences


def test_dieselbe_datei_zum_zweiten_mal_faellt_auf(file: Path, achtlos: Path) -> None:
    """Gegeben eine übernommene Tabelle; wenn sie noch einmal kommt; dann wird es gesagt."""
    done("import", file, achtlos, "--skip-errors")
    umbenannt = achtlos.rename(achtlos.with_name("kopie.csv"))
    answer = done("import", file, umbenannt, "--skip-errors", "--workshop", "W-001")

    assert "„kopie.csv“ wurde am " in answer.sentences
    assert "schon einmal übernommen." in answer.sentences
    assert "Gleichlautend mit früheren Beiträgen, trotzdem mitgezählt: Zeilen 2 und 5." in (
        answer.sentences
    )
    assert listed(file)[0]["contributions"] == 4


def test_gleiches_wird_gemeldet_und_bleibt(file: Path, tmp_path: Path) -> None:
    """Gegeben zweimal dieselbe Aussage; wenn man übernimmt; dann zählen beide."""
    source = tmp_path / "doppelt.csv"
    source.write_text("Beitrag\nEine Bank\nEin Baum\n eine  BANK \n", encoding="utf-8")
    answer = done("import", file, source)

    assert "trotzdem mitgezählt: Zeile 4." in answer.sentences
    assert len(stored_texts(file, "W-001")) == 3


def test_eine_spalte_laesst_sich_zuordnen(file: Path, tmp_path: Path) -> None:
    """Gegeben unbekannte Überschriften; wenn man sie nennt; dann kommen die Texte an."""
    source = tmp_path / "fremd.csv"
    source.write_text("Was?;Warum=so?;Wo\nBank;Sitzen;Markt\n", encoding="utf-8")
    refused = call_here("import", file, source)
    answer = done("import", file, source, "--column", "text=Was?", "--column", "Notiz=Warum=so?")

    assert refused.code == 1
    assert "ist keine Spalte mit den Beiträgen zu erkennen" in refused.sentences
    assert "O-Ton aus „Was?“" in answer.sentences
    assert "Notiz aus „Warum=so?“" in answer.sentences
    assert stored_texts(file, "W-001") == {"P-001": "Bank"}


def test_eine_ganze_werkstatt_wird_immer_eine_neue(file: Path) -> None:
    """Gegeben eine Werkstatt als JSON; wenn sie in eine andere soll; dann geht das nicht."""
    done("demo", file)
    answer = call_here("import", file, SAMPLE, "--workshop", "QW-2026-01")
    again = done("import", file, SAMPLE, "--title", "Zweite \t Werkstatt")

    assert (answer.code, answer.output) == (1, "")
    assert "sie wird immer als neue übernommen" in answer.sentences
    assert again.output == "QW-2026-01b\n"
    assert "schon einmal übernommen" in again.sentences
    assert "Zweite Werkstatt" in {line["title"] for line in listed(file)}
    assert done("list", file, "--json").data["quarters"] == [listed(file)[0]["quarter"]]


def test_eine_uebernahme_ist_ein_schritt(file: Path, achtlos: Path) -> None:
    """Gegeben eine übernommene Tabelle; wenn man zurücknimmt; dann ist alles davon fort."""
    done("demo", file)
    done("import", file, achtlos, "--skip-errors")
    assert len(listed(file)) == 2
    done("undo", file)

    assert [line["id"] for line in listed(file)] == ["QW-2026-01"]
    done("redo", file)
    assert len(stored_texts(file, "W-001")) == 2
    done("check", file)


def test_die_ausgabe_als_json_ist_dieselbe_nach_hin_und_her(file: Path) -> None:
    """Gegeben das Beispiel; wenn man es ausgibt; dann ist es die Datei, aus der es kam."""
    label = done("demo", file).output.strip()
    target = file.with_name("aus.json")
    done("export", file, "--workshop", label, "--format", "json", "--edition", "internal",
         "--out", target)  # fmt: skip

    assert json.loads(target.read_text("utf-8")) == json.loads(SAMPLE.read_text("utf-8"))
