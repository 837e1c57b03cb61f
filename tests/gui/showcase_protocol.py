"""The dialogs of the protocol page, each opened on the sample workshop."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog

from quartierdesk.app import Window
from quartierdesk.domain.protocol import ProtocolSettings
from quartierdesk.gui.pages.protocol.releases import ReleasesDialog, ToRelease
from quartierdesk.gui.pages.protocol.review import ReviewDialog
from quartierdesk.gui.pages.protocol.version import ReleasedVersion
from quartierdesk.services import contributions, measures, records, releases
from quartierdesk.services.workspaces import Workspace
from tests.gui.opening import settle
from tests.gui.showcase import Case
from tests.services.builders import card


def _review(window: Window) -> QDialog:
    workshop_id = window.desk.workshop_id
    words = "Bitte rufen Sie Frau Krämer an, 07123 456789."

    def capture_once(workspace: Workspace) -> None:
        known = contributions.listed(workspace, workshop_id)
        if all(each.text_original != words for each in known):
            contributions.capture(workspace, workshop_id, card(words))

    window.ops.run(window.main, capture_once)
    dialog = ReviewDialog(window.desk, workshop_id, window.main)
    dialog.open()
    settle(window)
    return dialog


def _released(window: Window) -> ReleasesDialog:
    """Return the dialog with two released versions and something changed since."""
    workshop_id = window.desk.workshop_id
    chosen = ProtocolSettings(length="short")

    def release_once(workspace: Workspace) -> str:
        if not releases.listed(workspace, workshop_id):
            releases.release(workspace, workshop_id, chosen, "Erste Fassung für den Gemeinderat.")
            measure = measures.listed(workspace, workshop_id)[0]
            measures.edit(workspace, measure, replace(measure, goal="Ein Treffpunkt für alle."))
        return records.load(workspace, workshop_id).workshop.title

    titles: list[str] = []
    window.ops.run(window.main, release_once, titles.append)
    settle(window)
    dialog = ReleasesDialog(window.desk, ToRelease(workshop_id, titles[0], chosen, 2), window.main)
    dialog.open()
    settle(window)
    return dialog


def _version(window: Window) -> QDialog:
    above = _released(window)
    above.open_button.click()
    settle(window)
    return above.findChildren(ReleasedVersion)[-1]


DIALOGS = [
    Case("protocol_review", ReviewDialog, _review),
    Case("protocol_releases", ReleasesDialog, _released),
    Case("protocol_version", ReleasedVersion, _version),
]
