"""What people said, and how it is bundled and clustered."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

Publish = Literal["yes", "anonymized", "no"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """A citizen's sentence.

    `text_original` is what was said, `text_minutes` the wording for the protocol (may be empty).
    `label` is for people, `id` is identity. `captured_at` is an instant in UTC. `cluster_id` and
    `bundle_id` are None where the cluster or bundle is gone.
    """

    id: str
    label: str
    text_original: str
    text_minutes: str = ""
    title: str = ""
    kind: str = ""
    capture_mode: str = ""
    table_id: str | None = None
    action_field: str = ""
    further_fields: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    cluster_id: str | None = None
    bundle_id: str | None = None
    place: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    mention_count: int = 1
    has_dissent: bool = False
    in_idea_store: bool = False
    needs_clarification: bool = False
    contains_personal_data: bool = False
    publish: str = "yes"
    note: str = ""
    source_url: str = ""
    captured_at: datetime | None = None

    @property
    def wording(self) -> str:
        """Return the wording for the protocol: the minutes wording where there is one."""
        return self.text_minutes or self.text_original


@dataclass(frozen=True, slots=True)
class Cluster:
    """A column of the wall: contributions with one heading."""

    id: str
    label: str
    title: str
    summary: str = ""
    action_field: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Bundle:
    """Several contributions that say the same; every original is kept."""

    id: str
    text: str
    lead_id: str | None = None


@dataclass(frozen=True, slots=True)
class SwotStatement:
    """A strength, weakness, opportunity or threat that somebody stated.

    `quadrant` is `strength`, `weakness`, `opportunity` or `threat`; either `contribution_id` or
    `text` says what.
    """

    id: str
    quadrant: str
    contribution_id: str | None = None
    text: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of a card, a wall or a place; its bytes are found under `sha256`."""

    id: str
    sha256: str
    width: int
    height: int
    contribution_id: str | None = None
    alt_text: str = ""
    caption: str = ""
    public: bool = False
    position: int = 0
