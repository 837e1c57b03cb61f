"""The commands of an evening with several laptops: package, merge, conflicts, erase-person."""

from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Participant
from quartierdesk.services import contributions, participants, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.cli.calling import call_here, done, new_workshop, stored_texts


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    """Return a file with a workshop, a table and a participant."""
    file = tmp_path / "Leitung.quartier"
    label = new_workshop(file)
    done("capture", file, "--workshop", label, "--table", "3", given=b"Frau Dornig will einen Bus")
    with Workspace.open(file) as workspace:
        workshop = workshops.find(workspace, label)
        participants.add(workspace, workshop.id, Participant(new_id(), "TN1", "Dora Dornig"))
    return file


def test_from_the_lead_to_the_table_and_back(lead: Path, tmp_path: Path) -> None:
    package, table = tmp_path / "t3.qdpaket", tmp_path / "Tisch 3.quartier"
    answer = done("package", lead, "--out", package, "--table", "3")
    assert "Paket für Tisch 3" in answer.sentences
    assert "ist für Tisch 3 aus" in done("merge", table, package).sentences
    done("capture", table, "--workshop", "W-001", "--table", "3", given=b"Eine Bank")
    back = tmp_path / "zurück.qdpaket"
    done("package", table, "--out", back)

    seen = done("merge", lead, back, "--preview")
    assert "neu: 1 Beitrag" in seen.output
    assert "Gespeichert wurde nichts." in seen.sentences
    assert "T3-002" not in stored_texts(lead, "W-001")
    merged = done("merge", lead, back)
    assert (merged.output, "gesichert" in merged.sentences) == (seen.output, True)
    assert stored_texts(lead, "W-001")["T3-002"] == "Eine Bank"
    assert "bringt nichts Neues" in done("merge", lead, back).sentences
    assert done("check", lead).sentences.startswith("„Leitung.quartier“ ist in Ordnung.")


def test_conflicts_are_listed_as_text_and_json(lead: Path, tmp_path: Path) -> None:
    package, table = tmp_path / "alles.qdpaket", tmp_path / "Tisch.quartier"
    done("package", lead, "--out", package)
    done("merge", table, package)
    for file, title in ((lead, "Takt"), (table, "Bus")):
        with Workspace.open(file, Access(file.stem)) as workspace:
            workshop = workshops.find(workspace, "W-001")
            card = contributions.listed(workspace, workshop.id)[0]
            contributions.edit(workspace, card, replace(card, title=title))
    assert "keine offenen" in done("conflicts", lead).sentences
    done("package", table, "--out", package)
    assert "Offene Widersprüche: 1" in done("merge", lead, package).sentences
    assert "es gilt „Bus“ (Tisch), dagegen steht „Takt“ (Leitung)" in done("conflicts", lead).output
    (found,) = done("conflicts", lead, "--json").data
    assert (found["field"], found["holds"]["text"]) == ("title", "Bus")
    assert [side["text"] for side in found["others"]] == ["Takt"]


def test_a_person_is_erased_by_number(lead: Path) -> None:
    answer = done("erase-person", lead, "TN1")
    assert "Beitrag T3-001" in answer.output
    assert "Frau Dornig" in answer.output
    assert "Andere Laptops" in answer.sentences
    assert b"Dora" not in lead.read_bytes()
    assert call_here("erase-person", lead, "TN1").code == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("package", "{lead}", "--out", "{folder}/p.qdpaket", "--table", "9"), "Tisch 9"),
        (("package", "{lead}", "--out", "{folder}/fehlt/p.qdpaket"), "Ordner"),
        (("merge", "{lead}", "{folder}/fehlt.qdpaket"), "gibt es nicht"),
        (("merge", "{lead}", "{lead}"), "Arbeitsdatei"),
        (("merge", "{folder}/neu.quartier", "{lead}"), "Arbeitsdatei"),
        (("merge", "{folder}/neu.quartier", "{folder}/p.qdpaket", "--preview"), "gibt es nicht"),
        (("erase-person", "{lead}", "TN99"), "TN99"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    words: tuple[str, ...], sentence: str, lead: Path, tmp_path: Path
) -> None:
    answer = call_here(*(word.format(lead=lead, folder=tmp_path) for word in words))
    assert answer.code == 1
    assert sentence in answer.sentences
    assert sorted(path.suffix for path in tmp_path.glob("*.q*")) == [".quartier"]
