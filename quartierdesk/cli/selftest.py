"""The program tests itself: the whole main job in a folder, as support can ask anybody to do it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quartierdesk.cli.options import Options, say
from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.errors import PassphraseError, UserError
from quartierdesk.paths import resources
from quartierdesk.services import (
    clusters,
    contributions,
    exports,
    imports,
    merging,
    packages,
    polls,
    protection,
    search,
)
from quartierdesk.services.exports import ExportFormat
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace

_PASSPHRASE = "Prüfung „äöü“ 2035"
_SAID = "Bänke an der Bushaltestelle"
_FROM_THE_TABLE = "Mitfahrbank am Ortsausgang"
_TABLE = f"Art;Beitrag\nIdee;{_SAID} – für Ältere\nProblem;Größe des Parkplatzes\n"
_FORMATS: tuple[ExportFormat, ...] = ("pdf", "xlsx", "csv", "json")


@dataclass(slots=True)
class _Trial:
    """What the steps of the test hand on to each other."""

    folder: Path
    workshop_id: str = ""

    @property
    def file(self) -> Path:
        """The workspace that the test works with."""
        return self.folder / "Prüfung.quartier"


def run_selftest(options: Options) -> int:
    """Run every step, say how it went, and return 0 only if all of them went well."""
    given = options.maybe("folder")
    with (
        _settings_of_its_own(),
        tempfile.TemporaryDirectory(prefix="quartierdesk-pruefung-") as temporary,
    ):
        trial = _Trial(Path(given) if given else Path(temporary))
        for name, step in _STEPS:
            try:
                step(trial)
            except (UserError, OSError, AssertionError) as error:
                say(f"✗ {name}: {error}")
                return 1
            say(f"✓ {name}")
    say("Alles, was das Programm können muss, kann es auf diesem Computer.")
    return 0


@contextmanager
def _settings_of_its_own() -> Iterator[None]:
    """Keep the settings of whoever asked for the test out of it."""
    before = os.environ.get("QUARTIERDESK_CONFIG")
    with tempfile.TemporaryDirectory(prefix="quartierdesk-pruefung-") as folder:
        os.environ["QUARTIERDESK_CONFIG"] = folder
        try:
            yield
        finally:
            del os.environ["QUARTIERDESK_CONFIG"]
            if before is not None:
                os.environ["QUARTIERDESK_CONFIG"] = before


def _require(condition: object, sentence: str) -> None:
    if not condition:
        raise UserError(sentence)


def _create(trial: _Trial) -> None:
    with Workspace.create(trial.file) as workspace:
        imports.import_workshop(workspace, resources() / "sample/sample_workshop.json")


def _import(trial: _Trial) -> None:
    table = trial.folder / "Beiträge.csv"
    table.write_text(_TABLE, "utf-8")
    with Workspace.open(trial.file) as workspace:
        report = imports.import_table(workspace, table, imports.Target(title="Prüfung"))
        trial.workshop_id = report.workshop_id


def _vote(trial: _Trial) -> None:
    with Workspace.open(trial.file) as workspace:
        cluster = clusters.create(workspace, trial.workshop_id, Cluster(new_id(), "", "Unterwegs"))
        option = PollOption(new_id(), cluster_id=cluster.id)
        poll = Poll(new_id(), "dots", "Was zuerst?", state="open", options=(option,))
        polls.create(workspace, trial.workshop_id, poll)
        polls.count(workspace, option.id, 7)
        polls.set_state(workspace, poll.id, "closed")
        outcome = polls.result(workspace, poll.id)
        _require(
            isinstance(outcome, DotOutcome) and outcome.results[0].dots == 7,
            "Gezählt wurden nicht die geklebten Punkte.",
        )


def _find(trial: _Trial) -> None:
    with Workspace.open(trial.file, Access(read_only=True)) as workspace:
        found = search.search(workspace, "bushalte")
        _require(
            any(_SAID in hit.text_original for hit in found), "Die Suche findet den Beitrag nicht."
        )


def _export(trial: _Trial) -> None:
    with Workspace.open(trial.file, Access(read_only=True)) as workspace:
        for kind in _FORMATS:
            target = trial.folder / f"Prüfung.{kind}"
            exports.export(workspace, trial.workshop_id, kind, "public", target)
            _require(target.stat().st_size > 0, f"„{target.name}“ ist leer.")


def _merge(trial: _Trial) -> None:
    """Let a second laptop capture something and bring it back."""
    package, back = trial.folder / "Hin.qdpaket", trial.folder / "Zurück.qdpaket"
    with Workspace.open(trial.file) as workspace:
        packages.write(workspace, package)
    with packages.open_as_workspace(package, trial.folder / "Tisch.quartier") as table:
        card = Contribution(new_id(), "", _FROM_THE_TABLE)
        contributions.capture(table, trial.workshop_id, card)
        packages.write(table, back)
    with Workspace.open(trial.file) as workspace:
        merging.merge(workspace, [back])
        cards = contributions.listed(workspace, trial.workshop_id)
        _require(
            any(card.text_original == _FROM_THE_TABLE for card in cards),
            "Der Beitrag vom anderen Laptop ist nicht angekommen.",
        )


def _protect(trial: _Trial) -> None:
    with Workspace.open(trial.file) as workspace:
        protection.set_passphrase(workspace, _PASSPHRASE)
    _require(_SAID.encode() not in trial.file.read_bytes(), "Die Datei ist nicht verschlüsselt.")
    try:
        Workspace.open(trial.file).close()
    except PassphraseError:
        pass
    else:
        raise UserError("Die geschützte Datei öffnet sich ohne Kennwort.")
    with Workspace.open(trial.file, Access(passphrase=_PASSPHRASE)) as workspace:
        problems = check(workspace)
        _require(not problems, " ".join(problems))


def _show(trial: _Trial) -> None:
    """Draw the window once, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from quartierdesk.app import draw_once

    draw_once(trial.folder / "Fenster.png")
    _require((trial.folder / "Fenster.png").stat().st_size > 0, "Das Fenster ist leer.")


_STEPS: tuple[tuple[str, Callable[[_Trial], None]], ...] = (
    ("eine Datei anlegen und die Beispielwerkstatt übernehmen", _create),
    ("eine Tabelle übernehmen", _import),
    ("Punkte zählen", _vote),
    ("suchen", _find),
    ("Protokoll, Arbeitsmappe, CSV und JSON schreiben", _export),
    ("ein Paket schreiben und wieder einlesen", _merge),
    ("mit einem Kennwort schützen und wieder öffnen", _protect),
    ("das Fenster zeichnen", _show),
)
