"""Scenarios that drive the real window use what the tests of the window use."""

from tests.gui.conftest import (
    empty_window,
    nothing_left_behind,
    sample_file,
    sample_template,
    window,
)

__all__ = ["empty_window", "nothing_left_behind", "sample_file", "sample_template", "window"]
