"""What the name of a backup tells: when, why and of what it was made.

The name tells it, so that a list is there at once, also of encrypted backups, and so that people
find the right one without the program.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from quartierdesk.domain.rounding import german

Reason = Literal["close", "interval", "manual", "migration", "merge", "restore", "bulk"]

SUFFIX = ".quartier"

REASONS: dict[Reason, str] = {
    "close": "beim Schließen",
    "interval": "während der Arbeit",
    "manual": "von Hand",
    "migration": "vor Aktualisierung",
    "merge": "vor Zusammenführen",
    "restore": "vor Wiederherstellen",
    "bulk": "vor großer Änderung",
}
_BY_WORDS: dict[str, Reason] = {words: reason for reason, words in REASONS.items()}

_NAME = re.compile(
    r"(?P<moment>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (?P<reason>[^,\[\]]+),"
    r" (?P<workshops>\d+) Werkst(?:att|ätten), (?P<contributions>\d+) Beitr(?:ag|äge)"
    rf" \[(?P<state>[0-9a-f]+)\]{re.escape(SUFFIX)}"
)
_MOMENT = "%Y-%m-%d %H.%M.%S"


@dataclass(frozen=True, slots=True)
class BackupName:
    """What a backup is: made when (local time, to the second), why, with how much in it.

    `state` stands for the state of the workspace: two backups with the same one hold the same.
    """

    moment: datetime
    reason: Reason
    workshops: int
    contributions: int
    state: str

    @property
    def reason_in_words(self) -> str:
        """The reason in German, as it goes on after the moment."""
        return REASONS[self.reason]

    @property
    def content_in_words(self) -> str:
        """How much is in it, such as „1 Werkstatt, 1.087 Beiträge“."""
        return self._content(german(self.workshops), german(self.contributions))

    def _content(self, workshops_said: str, contributions_said: str) -> str:
        workshops = "Werkstatt" if self.workshops == 1 else "Werkstätten"
        contributions = "Beitrag" if self.contributions == 1 else "Beiträge"
        return f"{workshops_said} {workshops}, {contributions_said} {contributions}"

    def __str__(self) -> str:
        moment = self.moment.strftime(_MOMENT)
        content = self._content(str(self.workshops), str(self.contributions))
        return f"{moment} {self.reason_in_words}, {content} [{self.state}]{SUFFIX}"


def read_name(name: str) -> BackupName | None:
    """Return what the name of a file tells; None where it is not that of a backup."""
    match = _NAME.fullmatch(unicodedata.normalize("NFC", name))
    if match is None or match["reason"] not in _BY_WORDS:
        return None
    try:
        moment = datetime.strptime(match["moment"], _MOMENT)
    except ValueError:
        return None
    return BackupName(
        moment,
        _BY_WORDS[match["reason"]],
        int(match["workshops"]),
        int(match["contributions"]),
        match["state"],
    )
