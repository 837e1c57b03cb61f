"""What a person chose for this installation."""

import json
import platform
from dataclasses import dataclass

from quartierdesk.paths import config_folder


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for every workspace on this computer.

    `laptop_name` stands in the change log as the one who wrote („Tisch 3“).
    """

    laptop_name: str


def load_settings() -> Settings:
    """Return the stored settings; what is missing or unreadable has its usual value."""
    try:
        stored = json.loads((config_folder() / "settings.json").read_text("utf-8"))
    except (OSError, ValueError):
        stored = {}
    name = stored.get("laptop_name") if isinstance(stored, dict) else None
    return Settings(laptop_name=name if isinstance(name, str) and name else platform.node())
