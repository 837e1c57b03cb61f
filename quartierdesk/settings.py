"""What a person chose for this installation."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from quartierdesk.files import atomic_write, not_writable
from quartierdesk.paths import config_folder

Language = Literal["de", "en"]
ThemeChoice = Literal["system", "light", "dark", "contrast"]
Choice = str | int | bool

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
"""Limits of the text size, in percent."""

_RECENT = 8
_TEXTS = ("laptop_name", "workspace_place", "backup_place", "second_place")


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for every workspace on this computer.

    `laptop_name` stands in the change log as the one who wrote („Tisch 3“). `text_size` is in
    percent. `recent` are the last workspaces, newest first. `choices` are what dialogs remember,
    such as the printer used last, by a name of the form `dialog.choice`. New workspaces are made in
    `workspace_place` („“: the usual folder). Backups lie in `backup_place` („“: beside each
    workspace) and, where one is named and at hand, also in `second_place`, such as a stick.
    """

    laptop_name: str
    language: Language = "de"
    theme: ThemeChoice = "system"
    text_size: int = 100
    recent: tuple[str, ...] = ()
    workspace_place: str = ""
    backup_place: str = ""
    second_place: str = ""
    choices: Mapping[str, Choice] = field(default_factory=lambda: MappingProxyType({}))

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings after `path` was opened."""
        others = (known for known in self.recent if known != str(path))
        return replace(self, recent=(str(path), *others)[:_RECENT])

    def with_choice(self, name: str, value: Choice) -> "Settings":
        """Return the settings with one remembered choice."""
        return replace(self, choices={**self.choices, name: value})


def is_first_start() -> bool:
    """Tell whether nobody has chosen anything on this computer yet."""
    return not _place().exists()


def load_settings() -> Settings:
    """Return the stored settings; what is missing or unreadable has its usual value."""
    try:
        stored = json.loads(_place().read_text("utf-8"))
    except (OSError, ValueError):
        stored = {}
    usable = _usable(stored) if isinstance(stored, dict) else {}
    if "laptop_name" not in usable:
        usable["laptop_name"] = _computer_name()
    return Settings(**usable)  # type: ignore[arg-type]


def save_settings(settings: Settings) -> None:
    """Store the settings, whole or not at all; raises `UserError` where that cannot be."""
    try:
        config_folder().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_writable(_place(), error) from error
    values = {**asdict(replace(settings, choices={})), "choices": dict(settings.choices)}
    with atomic_write(_place()) as stream:
        stream.write(json.dumps(values, ensure_ascii=False, indent=1).encode("utf-8"))


def _computer_name() -> str:
    if sys.platform == "win32":
        import platform

        return platform.node()
    return os.uname().nodename


def _place() -> Path:
    return config_folder() / "settings.json"


def _usable(stored: Mapping[str, object]) -> dict[str, object]:
    """Return what of a settings file can be used; a file written by hand may hold anything."""
    found: dict[str, object] = {}
    for each in fields(Settings):
        value = stored.get(each.name)
        if each.name == "recent" and isinstance(value, list):
            found["recent"] = tuple(str(path) for path in value)[:_RECENT]
        elif each.name == "choices" and isinstance(value, dict):
            found["choices"] = {k: v for k, v in value.items() if isinstance(v, str | int | bool)}
        elif each.name in ("language", "theme"):
            allowed = get_args(Language if each.name == "language" else ThemeChoice)
            if value in allowed:
                found[each.name] = value
        elif each.name == "text_size" and type(value) is int:
            found["text_size"] = min(max(value, SMALLEST_TEXT), LARGEST_TEXT)
        elif each.name in _TEXTS and isinstance(value, str) and value:
            found[each.name] = value
    return found
