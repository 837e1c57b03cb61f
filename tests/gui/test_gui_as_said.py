"""What somebody said is shown as it was said, whatever signs are in it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from quartierdesk.app import Window
from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.gui.pages.sort.dialogs import ClusterDialog
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services import clusters, contributions
from tests.gui.opening import settle, show_page
from tests.services.builders import card

SAID = "<h1>Laut</h1> <img src='x.png'> & mehr"


def test_html_in_a_card_is_no_html_on_the_wall(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    window.ops.run(
        window.main, lambda ws: clusters.create(ws, workshop_id, Cluster(new_id(), "", SAID))
    )
    window.ops.run(window.main, lambda ws: contributions.capture(ws, workshop_id, card(SAID)))
    settle(window)
    for key in ("sort", "agree", "weigh", "capture"):
        show_page(window, key)
    show_page(window, "sort")
    for action in window.main.page.actions() if window.main.page else []:
        if action.text().startswith("Neues Themenfeld"):
            action.trigger()
    settle(window)
    labels = [w for w in QApplication.allWidgets() if isinstance(w, QLabel) and SAID in w.text()]
    formats = {label.textFormat() for label in labels}
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, ClusterDialog):
            widget.close()

    assert labels
    assert formats == {Qt.TextFormat.PlainText}


def test_html_in_a_tool_tip_is_no_html(window: Window) -> None:
    QToolTip.showText(QPoint(10, 10), SAID, window.main)
    tips = [w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel")]
    formats = {tip.textFormat() for tip in tips if isinstance(tip, QLabel)}
    for tip in tips:
        tip.close()

    assert formats == {Qt.TextFormat.PlainText}


def test_a_long_text_is_a_tool_tip_that_fits_on_the_screen() -> None:
    assert tip_text("Bank am Bach") == "Bank am Bach"
    assert tip_text("eins\nzwei") == "eins\nzwei"
    long = tip_text("Ein sehr langer Satz. " * 400)
    word = tip_text("x" * 5000)

    assert max(map(len, long.splitlines())) <= 80
    assert max(map(len, word.splitlines())) <= 80
    assert len(long.splitlines()) == 21
    assert long.endswith("…")
