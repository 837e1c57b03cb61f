"""Loads forms of Qt Designer into the object that is to have them.

A class declares the widgets it uses as annotated attributes of the names they have in the form;
a test compares both. Widgets of our own stand in the form as promoted ones and are made here.
"""

from functools import cache
from inspect import get_annotations

from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from quartierdesk.gui.widgets.cards import ChoiceCard
from quartierdesk.gui.widgets.day_edit import DayEdit
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.folder_field import FolderField
from quartierdesk.gui.widgets.icon_label import IconLabel
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.notice import Notice
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.gui.widgets.search_line import SearchLine
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.paths import forms

OWN_WIDGETS: dict[str, type[QWidget]] = {
    kind.__name__: kind
    for kind in (
        ChoiceCard,
        DayEdit,
        ElidedLabel,
        EmptyState,
        FolderField,
        IconLabel,
        KeyButton,
        Notice,
        RowTable,
        SearchLine,
        Segments,
    )
}
"""Our own widgets that all forms may use, by the name of their class.

Widgets of one page alone stand in its form as well; the page declares them with their class.
"""


class _Loader(QUiLoader):
    """Fills an existing widget instead of making a new one."""

    target: QWidget | None = None

    def createWidget(
        self,
        class_name: str,
        parent: QWidget | None = None,
        name: str = "",
    ) -> QWidget:
        """Return the target for the root of the form, else a new widget."""
        if parent is None and self.target is not None:
            return self.target
        own = OWN_WIDGETS.get(class_name) or _declared(self.target, class_name, name)
        widget = own(parent) if own else super().createWidget(class_name, parent, name)
        if name:
            widget.setObjectName(name)
            if self.target is not None:
                setattr(self.target, name, widget)
        return widget


def _declared(target: QWidget | None, class_name: str, name: str) -> type[QWidget] | None:
    """Return the class with which the target declares this widget, where it is one of its own."""
    for kind in type(target).__mro__:
        declared = get_annotations(kind).get(name)
        if isinstance(declared, type) and declared.__name__ == class_name:
            return declared if issubclass(declared, QWidget) else None
    return None


@cache
def _loader() -> _Loader:
    loader = _Loader()
    loader.setLanguageChangeEnabled(True)
    return loader


def load_into(widget: QWidget, name: str) -> None:
    """Load the form `name` into `widget`; its widgets become attributes of their names.

    The form translates itself when the language changes. Raises RuntimeError for a form that
    cannot be read.
    """
    loader = _loader()
    loader.target = widget
    try:
        loaded = loader.load(str(forms() / f"{name}.ui"))
    finally:
        loader.target = None
    if loaded is None:
        raise RuntimeError(f"the form {name} cannot be loaded: {loader.errorString()}")
