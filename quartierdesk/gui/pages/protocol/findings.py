"""What should be looked at before the protocol leaves the house, as lines with ways to mend it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.conflicts import ConflictsDialog
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.notice import NoticeLine
from quartierdesk.services.protocols import Finding


class FindingLines(QObject):
    """Says each kind of finding in one line, with the way to where it is mended."""

    def __init__(self, desk: Desk, review: Callable[[], None], page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._review = review

    def of(self, findings: Sequence[Finding]) -> list[NoticeLine]:
        """Return the lines; none where there is nothing to look at."""
        lines = self._personal([each for each in findings if each.kind == "personal_data"])
        photos = [each for each in findings if each.kind == "alt_text"]
        if photos:
            words = self.tr("%Ln photo(s) without a description", "", len(photos))
            lines.append(self._line(words, Place("capture", photo_id=photos[0].row_id)))
        conflicts = sum(each.kind == "conflict" for each in findings)
        if conflicts:
            words = self.tr("%Ln entry(s) that two laptops wrote differently", "", conflicts)
            lines.append(NoticeLine(words, self.tr("Decide"), self._decide))
        unanswered = [each for each in findings if each.kind == "unanswered"]
        topics = [each for each in unanswered if each.thing == "cluster"]
        cards = [each for each in unanswered if each.thing == "contribution"]
        if topics:
            words = self.tr("%Ln theme(s) without an answer", "", len(topics))
            way = Place("agree", cluster_id=topics[0].row_id, field="unanswered")
            lines.append(self._line(words, way))
        if cards:
            words = self.tr("%Ln contribution(s) without an answer", "", len(cards))
            way = Place("agree", contribution_id=cards[0].row_id, field="unanswered")
            lines.append(self._line(words, way))
        return lines

    def _decide(self) -> None:
        """Show the values side by side."""
        dialog = ConflictsDialog(self._desk, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _personal(self, findings: Sequence[Finding]) -> list[NoticeLine]:
        if not findings:
            return []
        words = self.tr("Possible personal data in {}").format(findings[0].label)
        if len(findings) > 1:
            words = self.tr("Possible personal data in %Ln place(s)", "", len(findings))
        return [NoticeLine(words, self.tr("Show"), self._review)]

    def _line(self, words: str, place: Place) -> NoticeLine:
        return NoticeLine(words, self.tr("Show"), lambda: self._desk.go(place))
