"""The main job from start to end, where there is no screen."""

import tempfile
from pathlib import Path
from typing import get_args

from quartierdesk.cli.options import Options, say
from quartierdesk.domain.record import Edition
from quartierdesk.paths import resources
from quartierdesk.services import exports, imports
from quartierdesk.services.exports import ExportFormat
from quartierdesk.store.workspace import Workspace

_FORMATS: tuple[ExportFormat, ...] = ("pdf", "xlsx", "csv", "json")
_NAMES = {"public": "öffentlich", "internal": "intern"}


def show_sample(_options: Options) -> int:
    """Create the sample workspace in a new folder, write every export, and say where."""
    folder = Path(tempfile.mkdtemp(prefix="quartierdesk-beispiel-"))
    with Workspace.create(folder / "Hörlesbach.quartier") as workspace:
        sample = resources() / "sample/sample_workshop.json"
        report = imports.import_workshop(workspace, sample)
        for edition in get_args(Edition):
            for kind in _FORMATS:
                target = folder / f"Werkstatt Hörlesbach ({_NAMES[edition]}).{kind}"
                exports.export(workspace, report.workshop_id, kind, edition, target)
    say("Die Beispielwerkstatt und alles, was das Programm ausgeben kann, liegt in:")
    print(folder)
    for path in sorted(folder.iterdir()):
        say(f"  {path.name}")
    return 0
