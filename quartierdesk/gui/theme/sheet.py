"""The short style sheet: borders and grounds that Fusion draws too faintly."""

from quartierdesk.gui.theme.colours import Theme
from quartierdesk.gui.theme.sizes import (
    CELL_PADDING,
    FOCUS,
    RADIUS_CARD,
    RADIUS_CHIP,
    RADIUS_CONTROL,
    Sizes,
)

_SCROLL = 8
_OF_STYLE = 3
"""Room that the style leaves beside the words of a cell by itself."""


def style_sheet(theme: Theme, sizes: Sizes) -> str:
    """Return the style sheet of the program; it sets no font."""
    return "\n".join(
        (
            _fields(theme, sizes),
            _buttons(theme, sizes),
            _tool_buttons(theme),
            _tables(theme, sizes),
            _scroll_bars(theme),
            _grounds(theme),
            _tones(theme),
            _menus(theme),
        )
    )


def _fields(theme: Theme, sizes: Sizes) -> str:
    edge, accent, text = theme.edge.name(), theme.accent.name(), theme.text.name()
    fields = "QLineEdit, QPlainTextEdit, QTextEdit"
    focused = "QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus"
    return f"""
{fields} {{ border: 1px solid {edge}; border-radius: {RADIUS_CONTROL}px;
  background: {theme.base.name()}; color: {text}; padding: 2px 8px;
  selection-background-color: {accent}; selection-color: {theme.on_accent.name()}; }}
QLineEdit {{ min-height: {sizes.field - 6}px; }}
{focused} {{ border: {FOCUS}px solid {accent}; padding: 0px 6px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {theme.muted.name()};
  background: {theme.window.name()}; }}
QLineEdit[greeting="true"] {{ min-height: {sizes.greeting_field - 6}px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
  QComboBox QLineEdit:focus {{ border: none; padding: 0px; min-height: 0px;
  background: transparent; }}
QAbstractItemView QLineEdit {{ min-height: 0px; padding: 0px 4px; }}
"""


def _buttons(theme: Theme, sizes: Sizes) -> str:
    accent, base = theme.accent.name(), theme.base.name()
    return f"""
QPushButton {{ border: 1px solid {theme.edge.name()}; border-radius: {RADIUS_CONTROL}px;
  background: {base}; color: {theme.text.name()}; padding: 0px 14px;
  min-height: {sizes.field - 2}px; }}
QPushButton:hover {{ background: {theme.alt.name()}; }}
QPushButton:pressed, QPushButton:checked {{ background: {theme.tint.name()}; }}
QPushButton:focus {{ border: {FOCUS}px solid {accent}; padding: 0px 12px;
  min-height: {sizes.field - 2 * FOCUS}px; }}
QPushButton:disabled {{ color: {theme.muted.name()}; border-color: {theme.line.name()}; }}
QPushButton[primary="true"] {{ background: {accent}; border-color: {accent};
  color: {theme.on_accent.name()}; }}
QPushButton[primary="true"]:hover {{ background: {theme.accent_hover.name()}; }}
QPushButton[primary="true"]:focus {{ border: {FOCUS}px solid {theme.text.name()};
  padding: 0px 12px; }}
QPushButton[primary="true"]:disabled {{ background: {theme.head.name()};
  border-color: {theme.line.name()}; color: {theme.muted.name()}; }}
QPushButton[small="true"] {{ padding: 0px 10px; min-height: {sizes.small_button - 2}px; }}
QPushButton[small="true"]:focus {{ padding: 0px 8px;
  min-height: {sizes.small_button - 2 * FOCUS}px; }}
QPushButton[main="true"] {{ min-height: {sizes.main_button - 2}px; }}
QPushButton[main="true"]:focus {{ min-height: {sizes.main_button - 2 * FOCUS}px; }}
QPushButton[greeting="true"] {{ padding: 0px 22px; min-height: {sizes.greeting_field - 2}px; }}
QPushButton[greeting="true"]:focus {{ padding: 0px 20px;
  min-height: {sizes.greeting_field - 2 * FOCUS}px; }}
QPushButton::menu-indicator {{ image: none; width: 0px; }}
QPushButton[link="true"] {{ border: 1px solid transparent; background: transparent;
  color: {accent}; padding: 0px 4px; text-decoration: underline;
  min-height: {sizes.small_button - 2}px; }}
QPushButton[link="true"]:focus {{ border: {FOCUS}px solid {accent}; padding: 0px 2px;
  min-height: {sizes.small_button - 2 * FOCUS}px; }}
"""


def _tool_buttons(theme: Theme) -> str:
    accent = theme.accent.name()
    return f"""
QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS_CONTROL}px;
  background: transparent; color: {theme.text.name()}; padding: 4px; }}
QToolButton:hover {{ background: {theme.tint.name()}; }}
QToolButton:checked {{ background: {theme.tint.name()}; color: {accent}; }}
QToolButton:focus {{ border: {FOCUS}px solid {accent}; padding: 2px; }}
QToolButton:disabled {{ color: {theme.muted.name()}; }}
QFrame[surface="status"] QToolButton {{ border: none; padding: 0px 4px;
  color: {theme.text2.name()}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _tables(theme: Theme, sizes: Sizes) -> str:
    line = theme.line.name()
    return f"""
QHeaderView {{ background: {theme.head.name()}; border: none; }}
QHeaderView::section {{ background: {theme.head.name()}; color: {theme.text2.name()};
  font-weight: bold; border: none; border-bottom: 1px solid {line}; padding: 0px {CELL_PADDING}px;
  min-height: {sizes.agenda_row}px; }}
QTableView, QListView, QTreeView {{ border: 1px solid {line}; padding: {FOCUS - 2}px;
  border-radius: {RADIUS_CARD}px;
  background: {theme.base.name()}; alternate-background-color: {theme.alt.name()};
  selection-background-color: {theme.tint.name()}; selection-color: {theme.text.name()};
  outline: none; gridline-color: transparent; }}
QTableView:focus, QListView:focus, QTreeView:focus {{
  border: {FOCUS - 1}px solid {theme.accent.name()}; padding: 0px; }}
QTableView::item {{ padding: 0px {CELL_PADDING - _OF_STYLE}px; }}
QListWidget::item {{ padding: 4px 8px; }}
QAbstractItemView[bare="true"], QAbstractItemView[bare="true"]:focus {{ border: none; padding: 0px;
  background: transparent; border-radius: 0px; }}
QCalendarWidget QTableView, QCalendarWidget QTableView:focus {{ border: none; padding: 0px;
  border-radius: 0px; }}
QTableCornerButton::section {{ background: {theme.head.name()}; border: none; }}
"""


def _scroll_bars(theme: Theme) -> str:
    handle = theme.edge.name()
    thickness = _SCROLL + 4
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {thickness}px; }}
QScrollBar:horizontal {{ height: {thickness}px; }}
QScrollBar::handle {{ background: {handle}; border-radius: {_SCROLL // 2}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider {{ min-height: 28px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {handle}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {theme.accent.name()}; }}
QSlider::handle:horizontal {{ width: 18px; margin: -8px 0px; border-radius: 10px;
  border: 1px solid {handle}; background: {theme.base.name()}; }}
QSlider::handle:horizontal:focus {{ border: {FOCUS}px solid {theme.accent.name()};
  width: 14px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QDialog[floating="true"] {{ border: 1px solid {handle}; }}
QSplitter::handle {{ background: {theme.line.name()}; }}
"""


def _grounds(theme: Theme) -> str:
    """Return the rules for `surface`, a property of frames that are panels."""
    line = theme.line.name()
    plain = "\n".join(
        f'QFrame[surface="{name}"] {{ background: {colour.name()}; border: none; }}'
        for name, colour in (
            ("window", theme.window),
            ("wall", theme.wall),
            ("base", theme.base),
        )
    )
    panels = "\n".join(
        f'QFrame[surface="{name}"] {{ background: {colour.name()}; border: {border};'
        f" border-radius: {RADIUS_CONTROL}px; }}"
        for name, colour, border in (
            ("ok", theme.ok_panel, _panel_border(theme, theme.ok.name())),
            ("warn", theme.warn_panel, _panel_border(theme, theme.warn.name())),
            ("err", theme.err_panel, _panel_border(theme, theme.err.name())),
            ("tint", theme.tint, "none"),
        )
    )
    return f"""
{plain}
{panels}
QFrame[surface="card"] {{ background: {theme.base.name()}; border: 1px solid {line};
  border-radius: {RADIUS_CARD}px; }}
QFrame[surface="rail"] {{ background: {theme.rail.name()}; border: none;
  border-right: 1px solid {line}; }}
QFrame[surface="status"] {{ background: {theme.rail.name()}; border: none;
  border-top: 1px solid {line}; }}
QFrame[surface="strip"] {{ background: {theme.base.name()}; border: none;
  border-bottom: 1px solid {line}; }}
QFrame[surface="foot"] {{ background: {theme.base.name()}; border: none;
  border-top: 1px solid {line}; }}
QFrame[surface="steps"] {{ background: {theme.window.name()}; border: none;
  border-bottom: 1px solid {line}; }}
QFrame[surface="side"] {{ background: {theme.base.name()}; border: none;
  border-left: 1px solid {line}; }}
QFrame[surface="chip"] {{ background: transparent; border: 1px solid {theme.edge.name()};
  border-radius: {RADIUS_CHIP}px; }}
QFrame[rule="true"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
"""


def _panel_border(theme: Theme, colour: str) -> str:
    """Return the border of a coloured panel: with high contrast the ground alone says nothing."""
    return f"1px solid {colour}" if theme.name == "contrast" else "none"


def _tones(theme: Theme) -> str:
    """Return the rules for `tone`, a property of labels."""
    return "\n".join(
        f'QLabel[tone="{name}"] {{ color: {colour.name()}; }}'
        for name, colour in (
            ("second", theme.text2),
            ("muted", theme.muted),
            ("accent", theme.accent),
            ("ok", theme.ok),
            ("warn", theme.warn),
            ("err", theme.err),
        )
    )


def _menus(theme: Theme) -> str:
    return f"""
QMenu {{ background: {theme.base.name()}; border: 1px solid {theme.edge.name()}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {RADIUS_CONTROL}px;
  color: {theme.text.name()}; }}
QMenu::item:selected {{ background: {theme.tint.name()}; }}
QMenu::item:disabled {{ color: {theme.muted.name()}; }}
QMenu::separator {{ height: 1px; background: {theme.line.name()}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QToolTip {{ background: {theme.base.name()}; color: {theme.text.name()};
  border: 1px solid {theme.edge.name()}; padding: 4px; }}
"""
