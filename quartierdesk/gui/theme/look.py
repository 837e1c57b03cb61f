"""The look in force: theme, sizes and fonts; changing it repaints the whole program."""

from typing import TYPE_CHECKING, cast

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from quartierdesk.gui.theme.colours import THEMES, Theme, ThemeName
from quartierdesk.gui.theme.sheet import style_sheet
from quartierdesk.gui.theme.sizes import Sizes, TextRole, is_text_role
from quartierdesk.settings import ThemeChoice

if TYPE_CHECKING:
    from quartierdesk.gui.theme.style import OutlineStyle

_ROLE = "role"


class Look(QObject):
    """What everything is drawn with.

    `changing` tells before another theme or text size is in force, `changed` after, and `settled`
    when everybody who listens to `changed` has taken it on.

    Widgets take their font from the property `role` (a `TextRole`), labels their colour from
    `tone` (second, muted, accent, ok, warn, err), frames their ground from `surface` (window,
    rail, wall, base, card, side, tint, ok, warn, err, chip). Buttons know `primary`, `small`,
    `main`, `link`. A delegate asks `theme` and `sizes` when it paints.
    """

    changing = Signal()
    changed = Signal()
    settled = Signal()

    # The first picture needs none of what the own style draws, and loading it takes a tenth of the
    # time until then: until `complete` plain Fusion draws, in the same colours.

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice: ThemeChoice = "system"
        self._style: OutlineStyle | None = None
        self.theme: Theme = THEMES["light"]
        self.sizes = Sizes()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def complete(self) -> None:
        """Draw what comes after the first picture as well; the theme is what the system wants."""
        if self._style is not None:
            return
        from quartierdesk.gui.theme.style import OutlineStyle

        self._style = OutlineStyle()
        self._style.use(self.theme, self.sizes)
        self._application.setStyle(self._style)
        self._give_fonts()  # another style takes them away
        self._follow_system()

    def use(self, choice: ThemeChoice, text_size: int, system: str = "") -> None:
        """Draw everything in this theme and with text of this size in percent.

        `system` is the theme that the system wanted last time, where that shall do for now.
        """
        self.changing.emit()
        self._choice = choice
        guessed = choice == "system" and system in THEMES
        self.theme = THEMES[cast("ThemeName", system) if guessed else _resolved(choice)]
        self.sizes = Sizes(text_size)
        if self._style is not None:
            self._style.use(self.theme, self.sizes)
        self._application.setFont(self.sizes.font("body"))
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme, self.sizes))
        self._give_fonts()
        self.changed.emit()
        self.settled.emit()

    def font(self, role: TextRole) -> QFont:
        """Return the font for a role."""
        return self.sizes.font(role)

    def dress(self, root: QWidget) -> None:
        """Give the fonts of their roles to a widget and all in it."""
        self._give_font(root)
        for widget in root.findChildren(QWidget):
            self._give_font(widget)

    def set_role(self, widget: QWidget, role: TextRole) -> None:
        """Give a widget a role and its font."""
        widget.setProperty(_ROLE, role)
        self._give_font(widget)

    def _give_fonts(self) -> None:
        for widget in self._application.allWidgets():
            self._give_font(widget)

    def _give_font(self, widget: QWidget) -> None:
        role = widget.property(_ROLE)
        if is_text_role(role):
            widget.setFont(self.sizes.font(role))
        elif widget.property("primary"):
            widget.setFont(self.sizes.font("strong"))

    def _follow_system(self) -> None:
        if self._choice == "system" and THEMES[_resolved("system")] is not self.theme:
            self.use("system", self.sizes.percent)


def _resolved(choice: ThemeChoice) -> ThemeName:
    if choice != "system":
        return choice
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == QtCore.Qt.ColorScheme.Dark else "light"


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.alt,
        QPalette.ColorRole.Button: theme.base,
        QPalette.ColorRole.Highlight: theme.tint,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.PlaceholderText: theme.ghost,
        QPalette.ColorRole.BrightText: theme.err,
        QPalette.ColorRole.Light: theme.base,
        QPalette.ColorRole.Midlight: theme.head,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.edge,
        QPalette.ColorRole.Shadow: theme.edge,
        QPalette.ColorRole.ToolTipBase: theme.base,
        QPalette.ColorRole.ToolTipText: theme.text,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(QPalette.ColorGroup.All, role, colour)
    words = (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    )
    for role in words:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.muted)
    return made
