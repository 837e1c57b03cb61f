"""The strip above the wall: what might belong together, and why.

It keeps its place while there is nothing to suggest, so that the wall never jumps.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from quartierdesk import services

if TYPE_CHECKING:
    from quartierdesk.gui.pages.sort.page import WallPage
    from quartierdesk.services.suggestions import Suggestion
    from quartierdesk.services.walls import Wall


class Offers(QObject):
    """One suggestion after the other; what was put off stays away while the window is open."""

    def __init__(self, page: "WallPage") -> None:
        super().__init__(page)
        self._page = page
        self._offered: list[Suggestion] = []
        self._dismissed: set[str] = set()
        self._looked = False
        policy = page.dismiss_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        page.dismiss_button.setSizePolicy(policy)

    @property
    def current(self) -> "Suggestion | None":
        """Return the suggestion that is shown."""
        return self._offered[0] if self._offered else None

    def look_at(self, wall: "Wall") -> None:
        """Look for suggestions, but only when the wall is painted."""
        QTimer.singleShot(0, self, lambda: self._ask(wall))

    def why_none(self) -> str:
        """Return a sentence where nothing is suggested."""
        return "" if self._offered else self.tr("Nothing is suggested at the moment.")

    def show(self, found: "Sequence[Suggestion]") -> None:
        """Show what was found, apart from what was put off."""
        self._looked = True
        self._offered = [each for each in found if each.key not in self._dismissed]
        self.retranslate()

    def dismiss(self) -> None:
        """Put the suggestion off and show the next one."""
        if self._offered:
            self._dismissed.add(self._offered.pop(0).key)
            self.retranslate()

    def retranslate(self) -> None:
        """Show the suggestion in the language now chosen."""
        page, offer = self._page, self.current
        # Before somebody looked there is nothing to say, and the first picture comes sooner.
        page.suggestion_sign.setVisible(self._looked)
        page.suggestion_sign.set_tone("warn" if offer or not self._looked else "muted")
        buttons = page.show_button, page.take_button, page.dismiss_button
        for widget in (*buttons, page.suggestion_place):
            widget.setVisible(offer is not None)
        page.take_button.setEnabled(page.desk.writable)
        if offer is None:
            nothing = self.tr("Nothing to suggest: no cards have much in common.")
            page.suggestion_text.setText("")
            page.suggestion_reason.setText(nothing if self._looked else "")
            return
        page.suggestion_text.setText(self._question(offer))
        page.suggestion_reason.setText(self._reason(offer))
        page.take_button.setText(self._deed(offer))
        page.take_button.setAccessibleName(self._deed(offer))
        page.suggestion_place.setText(
            self.tr("suggestion 1 of {number}").format(number=len(self._offered))
        )

    def _ask(self, wall: "Wall") -> None:
        self._page.desk.ops.ask(
            self,
            lambda _: services.suggestions.for_wall(wall),
            self.show,
            latest="sort/offers",
        )

    def _question(self, offer: "Suggestion") -> str:
        number = len(offer.cards)
        if offer.kind == "bundle":
            return self.tr("These %Ln card(s) say nearly the same.", "", number)
        if offer.kind == "move":
            words = self.tr("%Ln card(s) to “{title}”?", "", number)
        else:
            words = self.tr("These %Ln card(s) as a new column “{title}”?", "", number)
        return words.replace("{title}", offer.title)

    def _reason(self, offer: "Suggestion") -> str:
        if offer.kind == "bundle":
            return self.tr("wordings alike to {percent} %").format(percent=offer.likeness)
        return self.tr("shared words: {words}").format(words=", ".join(offer.words))

    def _deed(self, offer: "Suggestion") -> str:
        if offer.kind == "bundle":
            return self.tr("Bundle …")
        return self.tr("Move there") if offer.kind == "move" else self.tr("New column …")
