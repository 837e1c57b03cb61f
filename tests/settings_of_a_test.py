"""Choosing places for backups as the settings dialog does."""

from dataclasses import replace
from pathlib import Path

from quartierdesk.settings import load_settings, save_settings


def choose_places(*, backup_place: Path | str = "", second_place: Path | str = "") -> None:
    """Name the places for backups in this test's settings."""
    first, second = str(backup_place), str(second_place)
    save_settings(replace(load_settings(), backup_place=first, second_place=second))
