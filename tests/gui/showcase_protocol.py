"""The dialogs of the protocol page, each opened on the sample workshop."""

from PySide6.QtWidgets import QDialog

from quartierdesk.app import Window
from quartierdesk.gui.pages.protocol.review import ReviewDialog
from quartierdesk.services import contributions
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


DIALOGS = [Case("protocol_review", ReviewDialog, _review)]
