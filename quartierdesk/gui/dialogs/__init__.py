"""Dialogs: one question each, on top of the window."""
