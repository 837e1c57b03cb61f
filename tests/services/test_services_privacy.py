"""Personal data: erased for good, whatever comes later; found, reminded of, left out of copies."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.workshop import RetentionDate, Signature, TopicTable, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import (
    anonymous_copies,
    backups,
    checking,
    contributions,
    drafts,
    erased_copies,
    history,
    merging,
    packages,
    participants,
    photos,
    privacy,
    restoring,
    workshop_lists,
)
from quartierdesk.store.schema.frame import DeletionRecord, ProtocolRelease
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.workspace import Access, Workspace
from tests.services.builders import captured, new_workshop
from tests.services.test_services_photos import picture

NAME = "Zwiebelmeier"


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


@pytest.fixture
def person(workspace: Workspace, workshop: Workshop) -> Participant:
    """Return somebody with consents, who hosts a table."""
    found = Participant(
        new_id(), "TN7", f"Erika {NAME}", contact=f"erika@{NAME}.de", notes=f"{NAME}: barrierefrei",
        consents=(Consent(new_id(), "photo", True, f"Amtsblatt {NAME}"),),
    )  # fmt: skip
    participants.add(workspace, workshop.id, found)
    table = TopicTable(new_id(), 1, "Verkehr", host_id=found.id)
    workshop_lists.add(workspace, workshop.id, table)
    return found


def traces(folder: Path, name: str = NAME) -> list[str]:
    """Return the files below a folder in whose bytes a name stands, in any spelling of bytes."""
    spelt = (name.encode(), name.lower().encode(), name.encode("utf-16-le"))
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in spelt)
    )


def test_nothing_of_an_erased_person_is_left_in_any_file(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    backups.make(backups.plan(workspace), "manual")
    participants.edit(workspace, person, replace(person, district=f"{NAME}-Hof"))
    assert traces(tmp_path) != []
    done = privacy.erase_person(workspace, person.id, "Widerruf")
    packages.write(workspace, tmp_path / "danach.qdpaket")
    assert traces(tmp_path) == []
    assert (done.rows, done.places, done.is_clean) == (2, (), True)
    assert [copy.is_overdue for copy in done.pending] == [False]
    assert participants.listed(workspace, workshop.id) == []
    assert workshop_lists.items(workspace, TopicTable, workshop.id)[0].host_id is None
    assert checking.problems(workspace) == checking.deep_problems(workspace) == []
    workspace.close()
    assert traces(tmp_path) == []


def test_that_somebody_was_erased_is_on_record_but_not_who(
    workspace: Workspace, person: Participant
) -> None:
    privacy.erase_person(workspace, person.id, "Widerruf")
    with workspace.reading() as session:
        (record,) = session.query(DeletionRecord).all()
    assert (record.subject, record.amount, record.reason) == ("Teilnehmende Person", 2, "Widerruf")
    assert record.deleted_at is not None
    with pytest.raises(UserError, match="schon gelöscht"):
        privacy.erase_person(workspace, person.id)
    with pytest.raises(UserError, match="gibt es"):
        privacy.erase_person(workspace, new_id())


def test_neither_undo_nor_redo_brings_anybody_back(
    workspace: Workspace, workshop: Workshop, person: Participant
) -> None:
    captured(workspace, workshop.id, "davor")
    other = Participant(new_id(), "TN8", f"Otto {NAME}")
    participants.add(workspace, workshop.id, other)
    history.undo(workspace)
    privacy.erase_person(workspace, person.id)
    privacy.erase_person(workspace, other.id)
    with pytest.raises(UserError, match="nichts, was wiederhergestellt"):
        history.redo(workspace)
    assert history.undo(workspace).label == "Zurückgenommen: Beitrag erfasst"
    while history.next_steps(workspace)[0]:
        try:
            history.undo(workspace)
        except UserError:
            break
    assert participants.listed(workspace, workshop.id) == []
    assert checking.problems(workspace) == []


def test_no_later_package_brings_anybody_back(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    before = packages.write(workspace, tmp_path / "früher.qdpaket").path
    with packages.open_as_workspace(before, tmp_path / "b.quartier", Access("B")) as other:
        participants.edit(other, person, replace(person, role=f"{NAME} senior"))
        late = packages.write(other, tmp_path / "spät.qdpaket").path
    before.unlink()
    (tmp_path / "b.quartier").unlink()
    privacy.erase_person(workspace, person.id)
    merging.merge(workspace, [late])
    late.unlink()
    assert participants.listed(workspace, workshop.id) == []
    assert traces(tmp_path) == []
    assert checking.problems(workspace) == []


def test_the_erasure_travels(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    first = packages.write(workspace, tmp_path / "hin.qdpaket").path
    other = packages.open_as_workspace(first, tmp_path / "b.quartier", Access("B"))
    privacy.erase_person(workspace, person.id)
    second = packages.write(workspace, tmp_path / "nochmal.qdpaket").path
    first.unlink()
    with other:
        backups.make(backups.plan(other), "manual")
        done = merging.merge(other, [second])
        assert any("Personendaten gelöscht" in warning for warning in done.warnings)
        assert participants.listed(other, workshop.id) == []
        assert checking.problems(other) == []
    assert traces(tmp_path) == []


def test_a_restored_backup_does_not_bring_anybody_back(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    made = backups.make(backups.plan(workspace), "manual").backup.path
    kept = tmp_path / "Stick" / made.name
    kept.parent.mkdir()
    shutil.copy(made, kept)
    privacy.erase_person(workspace, person.id)
    restoring.restore(workspace, kept)
    assert participants.listed(workspace, workshop.id) == []
    assert traces(workspace.path.parent) == [kept.name]
    assert checking.problems(workspace) == []


def test_a_backup_that_cannot_be_cleaned_is_named(
    workspace: Workspace, person: Participant
) -> None:
    made = backups.make(backups.plan(workspace), "manual").backup.path
    made.write_bytes(made.read_bytes()[:-4096])
    done = privacy.erase_person(workspace, person.id)
    assert [copy.path for copy in done.pending if copy.is_overdue] == [made]
    made.unlink()
    assert [copy.is_overdue for copy in erased_copies.pending(workspace)] == [False]


def test_texts_that_name_the_person_are_listed_and_mended(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    (one,) = captured(workspace, workshop.id, f"Frau {NAME} ist gestürzt.")
    captured(workspace, workshop.id, "Zwiebelmeierstraße sanieren", "Bank")
    drafts.keep(workspace, "Tisch 1", f"Herr {NAME} sagt")
    done = privacy.erase_person(workspace, person.id)
    assert [(place.table, place.found) for place in done.places] == [
        ("contribution", (f"Frau {NAME}",)), ("draft", (f"Herr {NAME}",)),
    ]  # fmt: skip
    assert done.places[0].what.startswith("Beitrag P-001")
    for place in done.places:
        privacy.mend(workspace, place, "Jemand ist gestürzt.")
    assert contributions.listed(workspace, workshop.id)[0].text_original == "Jemand ist gestürzt."
    with pytest.raises(UserError, match="inzwischen geändert"):
        privacy.mend(workspace, done.places[0], "noch einmal")
    workspace.close()
    assert traces(tmp_path, f"Frau {NAME}") == traces(tmp_path, f"Herr {NAME}") == []
    with Workspace.open(workspace.path) as again:
        assert checking.problems(again) == []
        assert contributions.listed(again, workshop.id)[0].id == one.id


def test_earlier_wordings_and_deleted_cards_go_by_themselves(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    one, two = captured(workspace, workshop.id, f"Frau {NAME} friert.", f"Herr {NAME} auch.")
    contributions.edit(workspace, one, replace(one, text_original="Jemand friert."))
    contributions.remove(workspace, [two.id])
    done = privacy.erase_person(workspace, person.id)
    assert (done.wordings, done.places) == (2, ())
    texts = [card.text_original for card in contributions.listed(workspace, workshop.id)]
    assert texts == ["Jemand friert."]
    workspace.close()
    assert traces(tmp_path) == []


@pytest.mark.parametrize(
    ("edition", "content", "gone"),
    [
        ("internal", "{}", True),
        ("public", f'{{"text": "Erika {NAME}"}}', True),
        ("public", "{}", False),
    ],
)
def test_released_protocols_with_the_person_lose_their_content(
    workspace: Workspace, workshop: Workshop, person: Participant, edition: str, content: str,
    gone: bool,
) -> None:  # fmt: skip
    with workspace.transaction("Freigegeben") as session:
        values = {"version": "1", "pdf_sha256": "a" * 64, "content_sha256": "b" * 64}
        session.add(ProtocolRelease(workshop_id=workshop.id, edition=edition, **values))
        for key, data in (("a" * 64, b"%PDF"), ("b" * 64, content.encode())):
            row = {"sha256": key, "media_type": "application/octet-stream", "data": data}
            workspace.store().execute(insert(STORED_FILE).values(**row))
    done = privacy.erase_person(workspace, person.id)
    assert done.releases == int(gone)
    with workspace.reading() as session:
        (release,) = session.query(ProtocolRelease).all()
        assert session.query(STORED_FILE).count() == (0 if gone else 2)
    assert (release.pdf_sha256 == "", release.version) == (gone, "1")


def test_personal_data_of_a_whole_workshop(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    participants.add(workspace, workshop.id, Participant(new_id(), "TN9", "Karl Andersname"))
    workshop_lists.add(workspace, workshop.id, Signature(new_id(), "Protokoll", f"E. {NAME}"))
    captured(workspace, workshop.id, "bleibt")
    photo = photos.add(workspace, workshop.id, picture())
    done = privacy.remove_personal_data(workspace, workshop.id, "Frist abgelaufen")
    assert done.rows == 5
    assert participants.listed(workspace, workshop.id) == []
    assert len(contributions.listed(workspace, workshop.id)) == 1
    with pytest.raises(UserError, match="fehlt"):
        photos.picture(workspace, photo.sha256)
    assert privacy.remove_personal_data(workspace, workshop.id).rows == 0
    assert checking.problems(workspace) == []
    workspace.close()
    assert traces(tmp_path) == traces(tmp_path, "Andersname") == []


def test_what_is_due_is_said(workspace: Workspace, workshop: Workshop) -> None:
    for subject, until in (
        ("Fotos", date(2026, 3, 1)), ("Liste", date(2026, 4, 10)), ("Akte", date(2031, 1, 1)),
    ):  # fmt: skip
        item = RetentionDate(new_id(), subject, until=until)
        workshop_lists.add(workspace, workshop.id, item)
    found = privacy.due(workspace, date(2026, 4, 1))
    assert [(each.subject, each.days) for each in found] == [("Fotos", -31), ("Liste", 9)]
    codes = [replace(each, subject="participant_list_delete_by") for each in found]
    assert all(each.reminder.startswith("Teilnehmerliste – ") for each in codes)
    assert "abgelaufen" in codes[0].reminder
    assert "bitte jetzt löschen" in found[0].reminder
    assert "nach dem 10.04.2026" in found[1].reminder


def test_a_copy_to_hand_over_names_nobody(
    workspace: Workspace, workshop: Workshop, person: Participant, tmp_path: Path
) -> None:
    one, two = captured(
        workspace, workshop.id, f"Frau {NAME} ist gestürzt.", "Meine Adresse: Weg 3"
    )
    contributions.edit(
        workspace, two, replace(two, text_minutes="Beleuchtung", contains_personal_data=True)
    )
    contributions.edit(workspace, one, replace(one, note=f"hat Erika {NAME} gesagt"))
    photos.add(workspace, workshop.id, picture())
    folder = tmp_path / "Übergabe"
    folder.mkdir()
    anonymous_copies.copy_without_personal_data(workspace, folder / "Kopie.quartier")
    assert traces(folder) == traces(folder, "Weg 3") == []
    with Workspace.open(folder / "Kopie.quartier") as copy:
        texts = [card.text_original for card in contributions.listed(copy, workshop.id)]
        assert texts == ["eine teilnehmende Person ist gestürzt.", "Beleuchtung"]
        assert participants.listed(copy, workshop.id) == []
        assert photos.listed(copy, workshop.id) == []
        assert workshop_lists.items(copy, TopicTable, workshop.id)[0].topic == "Verkehr"
        assert checking.problems(copy) == []
    with pytest.raises(UserError, match="gibt es schon"):
        anonymous_copies.copy_without_personal_data(workspace, folder / "Kopie.quartier")


def test_a_name_that_is_also_a_code_leaves_the_codes_as_they_are(
    workspace: Workspace, workshop: Workshop, tmp_path: Path
) -> None:
    (card,) = captured(workspace, workshop.id, "Sagt karte: mehr Licht")
    contributions.edit(workspace, card, replace(card, capture_mode="karte"))
    person = Participant(new_id(), "TN8", "karte")
    participants.add(workspace, workshop.id, person)

    anonymous_copies.copy_without_personal_data(workspace, tmp_path / "Kopie.quartier")

    with Workspace.open(tmp_path / "Kopie.quartier") as copy:
        (shown,) = contributions.listed(copy, workshop.id)
        assert shown.capture_mode == "karte"
        assert "karte" not in shown.text_original
    done = privacy.erase_person(workspace, person.id)
    assert [place.field for place in done.places] == ["text_original"]


def test_the_rich_workshop_survives_everything(
    rich_workspace: Workspace, rich_id: str, tmp_path: Path
) -> None:
    info = packages.write(rich_workspace, tmp_path / "alles.qdpaket")
    with packages.open_as_workspace(info.path, tmp_path / "zweite.quartier") as other:
        assert checking.problems(other) == checking.deep_problems(other) == []
        done = privacy.remove_personal_data(other, rich_id)
        assert done.rows > 0
        assert checking.problems(other) == []
        anonymous_copies.copy_without_personal_data(other, tmp_path / "dritte.quartier")
        back = packages.write(other, tmp_path / "zurück.qdpaket").path
    with Workspace.open(tmp_path / "dritte.quartier") as copy:
        assert checking.problems(copy) == []
    merging.merge(rich_workspace, [back])
    assert participants.listed(rich_workspace, rich_id) == []
    assert checking.problems(rich_workspace) == []
