"""An evening with several laptops: set up, captured, read back, decided, in German scenarios."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import TopicTable
from quartierdesk.errors import CancelledError, PassphraseError, UserError
from quartierdesk.services import (
    backups,
    capturing,
    checking,
    clusters,
    conflicts,
    contributions,
    history,
    merging,
    packages,
    participants,
    photos,
    polls,
    workshop_lists,
    workshops,
)
from quartierdesk.services.own_table import OwnTable, own_table
from quartierdesk.store.workspace import Access, Workspace
from tests.services.builders import captured, new_cluster, new_poll, new_workshop, sheet
from tests.services.test_services_photos import picture

Switch = Callable[[str], None]


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Switch:
    """Return how to sit down at another laptop, with settings of its own."""

    def switch(name: str) -> None:
        monkeypatch.setenv("QUARTIERDESK_CONFIG", str(tmp_path / f"Einstellungen {name}"))

    return switch


def laptop(package: Path, name: str, passphrase: str | None = None) -> Workspace:
    target = package.with_name(f"{name}.quartier")
    return packages.open_as_workspace(package, target, Access(name, passphrase))


def own(workspace: Workspace) -> OwnTable:
    found = own_table(workspace)
    assert found is not None
    return found


def test_ein_abend_mit_drei_tischen(workspace: Workspace, tmp_path: Path, at: Switch) -> None:
    workshop = new_workshop(workspace)
    for number in (1, 2, 3):
        topic = TopicTable(new_id(), number, f"Thema {number}")
        workshop_lists.add(workspace, workshop.id, topic)
    participants.add(workspace, workshop.id, Participant(new_id(), "TN1", "Erika Mustermann"))
    set_up = packages.write_for_tables(workspace, workshop.id, tmp_path)
    assert [info.path.name for info in set_up] == [
        "Tisch 1 Thema 1.qdpaket", "Tisch 2 Thema 2.qdpaket", "Tisch 3 Thema 3.qdpaket",
    ]  # fmt: skip

    back = []
    for number, info in enumerate(set_up, start=1):
        at(f"Tisch {number}")
        with laptop(info.path, f"Tisch {number}") as table:
            assert (own(table).number, own(table).topic) == (number, f"Thema {number}")
            assert capturing.half_typed(table, workshop.id).table == number
            assert participants.listed(table, workshop.id) == []
            assert b"Mustermann" not in info.path.read_bytes()
            captured(table, workshop.id, "eins", "zwei", table_id=own(table).table_id)
            assert checking.problems(table) == []
            target = tmp_path / f"zurück {number}.qdpaket"
            back.append(packages.write(table, target).path)

    at("Leitung")
    heard: list[object] = []
    workspace.subscribe(heard.append)
    before = workspace.path.read_bytes()
    seen = merging.preview(workspace, back)
    assert [(a.steps > 0, a.new, a.people) for a in seen.arrivals] == [
        (True, (("Beiträge", 2),), (f"Tisch {n}",)) for n in (1, 2, 3)
    ]
    assert (heard, contributions.listed(workspace, workshop.id)) == ([], [])
    assert workspace.path.read_bytes() == before

    done = merging.merge(workspace, back[::-1])
    assert done.arrivals[::-1] == seen.arrivals
    assert done.backup is not None
    assert backups.listed(backups.plan(workspace))[0].name.reason == "merge"
    labels = [each.label for each in contributions.listed(workspace, workshop.id)]
    assert labels == ["T1-001", "T1-002", "T2-001", "T2-002", "T3-001", "T3-002"]
    assert participants.listed(workspace, workshop.id)[0].name == "Erika Mustermann"
    assert len(heard) == 1

    again = merging.merge(workspace, back)
    assert all(arrival.is_known for arrival in again.arrivals)
    assert len(again.warnings) == 3
    assert len(contributions.listed(workspace, workshop.id)) == 6
    assert [each.steps > 0 for each in merging.earlier(workspace)] == [False] * 3 + [True] * 3
    assert checking.problems(workspace) == []


def test_ein_nachgereichtes_volles_paket_bringt_die_namen_mit(
    workspace: Workspace, tmp_path: Path
) -> None:
    workshop = new_workshop(workspace)
    table_id = contributions.table_id(workspace, workshop.id, 1)
    participants.add(workspace, workshop.id, Participant(new_id(), "TN1", "Erika Mustermann"))
    first = packages.write_for_table(workspace, tmp_path / "Tisch.qdpaket", table_id)
    everything = packages.write(workspace, tmp_path / "Alles.qdpaket")
    with laptop(first.path, "Tisch 1") as table:
        assert participants.listed(table, workshop.id) == []
        merging.merge(table, [everything.path])
        assert [p.name for p in participants.listed(table, workshop.id)] == ["Erika Mustermann"]


def test_ein_tisch_bekommt_nur_seine_werkstatt(workspace: Workspace, tmp_path: Path) -> None:
    workshop, other = new_workshop(workspace), new_workshop(workspace, "Andere")
    captured(workspace, other.id, "Geheimes aus der anderen")
    table_id = contributions.table_id(workspace, workshop.id, 4)
    info = packages.write_for_table(workspace, tmp_path / "Tisch.qdpaket", table_id)
    assert b"Geheimes" not in info.path.read_bytes()
    with laptop(info.path, "Tisch 4") as table:
        assert [w.title for w in workshops.overview(table)] == ["Quartierswerkstatt"]
        assert checking.problems(table) == []


def test_gleiche_nummern_bleiben_unterscheidbar(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace)
    table_id = contributions.table_id(workspace, workshop.id, 3)
    info = packages.write_for_table(workspace, tmp_path / "Tisch.qdpaket", table_id)
    back = []
    for name in ("Anna", "Bert"):
        with laptop(info.path, name) as table:
            captured(table, workshop.id, f"von {name}", table_id=table_id)
            back.append(packages.write(table, tmp_path / f"{name}.qdpaket").path)
    merging.merge(workspace, back)
    labels = [each.label for each in contributions.listed(workspace, workshop.id)]
    assert labels == ["T3-001", "T3-001b"]


def test_karten_eines_geloeschten_themenfelds_sind_nicht_geordnet(
    workspace: Workspace, tmp_path: Path
) -> None:
    workshop = new_workshop(workspace)
    cluster = new_cluster(workspace, workshop.id, "Wege")
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    with laptop(info.path, "Tisch") as table:
        (one,) = captured(table, workshop.id, "Gehweg")
        clusters.assign(table, [one.id], cluster.id)
        back = packages.write(table, tmp_path / "her.qdpaket").path
    clusters.remove(workspace, cluster.id)
    merging.merge(workspace, [back])
    assert contributions.listed(workspace, workshop.id)[0].cluster_id is None
    assert clusters.listed(workspace, workshop.id) == []


def test_ein_widerspruch_wird_gezeigt_und_entschieden(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace)
    (one,) = captured(workspace, workshop.id, "Der Bus fährt zu selten.")
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    with laptop(info.path, "Tisch 2") as table:
        contributions.edit(table, one, replace(one, title="Bus"))
        back = packages.write(table, tmp_path / "her.qdpaket").path
    contributions.edit(workspace, one, replace(one, title="Takt"))
    seen = merging.preview(workspace, [back])
    done = merging.merge(workspace, [back])
    assert seen.conflicts == done.conflicts
    (conflict,) = conflicts.listed(workspace)
    assert conflict.what == "Beitrag P-001: „Der Bus fährt zu selten.“"
    assert (conflict.field_name, conflict.holds.text) == ("Titel", "Takt")
    assert [(side.text, side.who) for side in conflict.others] == [("Bus", "Tisch 2")]
    conflicts.decide(workspace, conflict, conflict.others[0])
    assert conflicts.listed(workspace) == []
    assert contributions.listed(workspace, workshop.id)[0].title == "Bus"
    with pytest.raises(UserError, match="inzwischen geändert"):
        conflicts.decide(workspace, conflict, conflict.holds)
    with pytest.raises(UserError, match="inzwischen geändert"):
        history.undo(workspace)
    assert checking.problems(workspace) == []


def test_fotos_kommen_mit(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace)
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    with laptop(info.path, "Tisch") as table:
        photo = photos.add(table, workshop.id, picture())
        back = packages.write(table, tmp_path / "her.qdpaket")
    assert back.files == 1
    merging.merge(workspace, [back.path])
    assert photos.picture(workspace, photo.sha256)
    assert checking.deep_problems(workspace) == []


def test_zettel_gelten_auch_wenn_die_skala_inzwischen_anders_ist(
    workspace: Workspace, tmp_path: Path
) -> None:
    workshop = new_workshop(workspace)
    poll = new_poll(workspace, workshop.id, "consensus", scale_max=10)
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    with laptop(info.path, "Tisch") as table:
        polls.add_ballots(table, poll.id, [sheet(poll, {"Bus": 9, "Laden": 1})])
        back = packages.write(table, tmp_path / "her.qdpaket").path
    polls.edit(workspace, poll, replace(poll, scale_max=5))
    done = merging.merge(workspace, [back])
    assert any("auf den Zetteln" in warning for warning in done.warnings)
    assert polls.get(workspace, poll.id).scale_max == 9
    polls.result(workspace, poll.id)


def test_zettel_eines_anderen_verfahrens_zaehlen_nicht_mit(
    workspace: Workspace, tmp_path: Path
) -> None:
    workshop = new_workshop(workspace)
    poll = new_poll(workspace, workshop.id, "effort_benefit")
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    with laptop(info.path, "Tisch") as table:
        polls.add_ballots(table, poll.id, [sheet(poll, {"Bus": 4}, aspect="effort")])
        back = packages.write(table, tmp_path / "her.qdpaket").path
    polls.edit(workspace, poll, replace(poll, method="consensus"))
    done = merging.merge(workspace, [back])
    assert any("1 Stimmzettel nicht zum Verfahren" in warning for warning in done.warnings)
    assert polls.get(workspace, poll.id).ballots == ()
    polls.result(workspace, poll.id)


def test_eine_vorgehende_uhr_wird_genannt(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace)
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    ahead = Access("Tisch 5", milliseconds=lambda: 4_000_000_000_000)
    with packages.open_as_workspace(info.path, tmp_path / "t.quartier", ahead) as table:
        captured(table, workshop.id, "aus der Zukunft")
        back = packages.write(table, tmp_path / "her.qdpaket").path
    done = merging.merge(workspace, [back])
    assert any("Uhr des Laptops „Tisch 5“ geht um" in warning for warning in done.warnings)
    (one,) = contributions.listed(workspace, workshop.id)
    contributions.edit(workspace, one, replace(one, title="danach"))
    assert contributions.listed(workspace, workshop.id)[0].title == "danach"
    assert checking.problems(workspace) == []


def test_verschluesselt_bleibt_verschluesselt(tmp_path: Path) -> None:
    lead = Workspace.create(tmp_path / "Leitung.quartier", Access("Leitung", "vier gute Wörter"))
    with lead as workspace:
        workshop = new_workshop(workspace)
        info = packages.write(workspace, tmp_path / "hin.qdpaket")
        assert not info.path.read_bytes().startswith(b"SQLite")
        for wrong in (None, "falsch"):
            with pytest.raises((PassphraseError, UserError)):
                laptop(info.path, "Tisch", wrong)
            assert not (tmp_path / "Tisch.quartier").exists()
        with laptop(info.path, "Tisch", "vier gute Wörter") as table:
            assert table.is_protected
            captured(table, workshop.id, "vertraulich")
            back = packages.write(table, tmp_path / "her.qdpaket").path
        merging.merge(workspace, [back])
        assert len(contributions.listed(workspace, workshop.id)) == 1
    for path in tmp_path.rglob("*"):
        if path.is_file() and "Einstellungen" not in str(path):
            assert b"vertraulich" not in path.read_bytes(), path


def test_abbrechen_laesst_alles_wie_es_war(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace)
    info = packages.write(workspace, tmp_path / "hin.qdpaket")
    with laptop(info.path, "Tisch") as table:
        captured(table, workshop.id, *(f"Beitrag {n}" for n in range(30)))
        back = packages.write(table, tmp_path / "her.qdpaket").path
    told: list[tuple[int, int]] = []

    def note(done: int, whole: int) -> None:
        told.append((done, whole))

    with pytest.raises(CancelledError):
        merging.preview(workspace, [back], progress=_after(1))
    with pytest.raises(CancelledError):
        packages.write(workspace, tmp_path / "nie.qdpaket", _after(0))
    assert not (tmp_path / "nie.qdpaket").exists()
    assert contributions.listed(workspace, workshop.id) == []
    merging.preview(workspace, [back], progress=note)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def _after(calls: int) -> Callable[[int, int], None]:
    left = [calls]

    def stop(_done: int, _whole: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise CancelledError

    return stop


def test_ein_fremdes_paket_und_eine_arbeitsdatei_werden_abgelehnt(
    workspace: Workspace, tmp_path: Path
) -> None:
    captured(workspace, new_workshop(workspace).id, "bleibt")
    with Workspace.create(tmp_path / "andere.quartier") as other:
        foreign = packages.write(other, tmp_path / "fremd.qdpaket").path
    for path, words in ((foreign, "gehört nicht zu"), (tmp_path / "andere.quartier", "kein Paket")):
        with pytest.raises(UserError, match=words):
            merging.merge(workspace, [path])
    assert backups.listed(backups.plan(workspace)) == []


def test_alle_pakete_oder_keines(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace)
    good = packages.write(workspace, tmp_path / "hin.qdpaket").path
    with laptop(good, "Tisch") as table:
        captured(table, workshop.id, "neu")
        back = packages.write(table, tmp_path / "her.qdpaket").path
    broken = tmp_path / "kaputt.qdpaket"
    broken.write_bytes(back.read_bytes()[:-5000])
    with pytest.raises(UserError, match=r"kaputt\.qdpaket"):
        merging.merge(workspace, [back, broken])
    assert contributions.listed(workspace, workshop.id) == []


def test_eine_tischnummer_muss_eindeutig_sein(workspace: Workspace) -> None:
    first, second = new_workshop(workspace), new_workshop(workspace, "Zweite")
    for workshop in (first, second):
        contributions.table_id(workspace, workshop.id, 2)
    assert packages.table_named(workspace, 2, second.id)
    with pytest.raises(UserError, match="mehreren Werkstätten"):
        packages.table_named(workspace, 2)
    with pytest.raises(UserError, match="gibt es nicht"):
        packages.table_named(workspace, 9)


def test_ein_tisch_ohne_tische_ist_ein_satz(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="noch keine Tische"):
        packages.write_for_tables(workspace, new_workshop(workspace).id, tmp_path)


def test_ein_paket_ersetzt_nie_die_arbeitsdatei(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="Arbeitsdatei selbst"):
        packages.write(workspace, workspace.path)
    new_workshop(workspace)
