"""Forms and classes agree: what a class declares is in its form, and the other way round."""

import importlib
import pkgutil
from typing import Any, get_type_hints
from xml.etree import ElementTree

import pytest
from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

import quartierdesk.gui
from quartierdesk.gui.forms import OWN_WIDGETS
from quartierdesk.gui.shell.start import StartPage
from quartierdesk.paths import forms, resources
from tests.support import ROOT


def everything() -> None:
    """Import every module of the window."""
    for module in pkgutil.walk_packages(quartierdesk.gui.__path__, f"{quartierdesk.gui.__name__}."):
        importlib.import_module(module.name)


def subclasses(kind: type[Any]) -> list[type[Any]]:
    """Return all subclasses, however deep."""
    found: list[type[Any]] = []
    for sub in kind.__subclasses__():
        found += [sub, *subclasses(sub)]
    return found


everything()
FORMS: dict[str, type[Any]] = {
    "start": StartPage,
    **{kind.FORM: kind for kind in subclasses(QWidget) if getattr(kind, "FORM", "")},
}


def named_widgets(form: str) -> dict[str, str]:
    """Return the widgets of a form: name and class."""
    root = ElementTree.parse(forms() / f"{form}.ui").getroot()
    widgets = list(root.iter("widget"))[1:]
    return {w.get("name", ""): w.get("class", "") for w in widgets}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_what_a_class_declares_stands_in_its_form(form: str) -> None:
    there = named_widgets(form)
    hints: dict[str, Any] = get_type_hints(FORMS[form])
    declared = {
        name: hint
        for name, hint in hints.items()
        if isinstance(hint, type) and issubclass(hint, QWidget) and not name.startswith("_")
    }

    for name, hint in declared.items():
        assert name in there, f"{form}.ui has no {name}"
        own = OWN_WIDGETS.get(there[name])
        made = own or getattr(QtWidgets, there[name], None) or _of_one_page(hint, there[name])
        assert issubclass(made, hint), f"{name} is a {there[name]} in {form}.ui"


def _of_one_page(declared: type, class_name: str) -> type:
    """Return the class of a widget of one page alone, which the page declares."""
    assert declared.__name__ == class_name
    return declared


def test_every_form_belongs_to_a_class() -> None:
    assert {path.stem for path in forms().glob("*.ui")} == set(FORMS)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_class_of_a_form_is_the_context_of_its_words(form: str) -> None:
    root = ElementTree.parse(forms() / f"{form}.ui").getroot()

    assert root.findtext("class") == FORMS[form].__name__


def test_forms_and_resources_are_found_in_a_checkout() -> None:
    assert forms() == ROOT / "forms"
    assert (resources() / "fonts/NotoSans-Regular.ttf").exists()
