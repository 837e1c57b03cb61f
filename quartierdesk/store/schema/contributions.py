"""Tables of what people said: contributions, clusters, bundles, catalogues and links, photos."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from quartierdesk.domain.text import fold
from quartierdesk.store.schema.base import Logged
from quartierdesk.store.schema.columns import (
    counter,
    flag,
    line,
    maybe,
    maybe_exact,
    maybe_instant,
    maybe_whole,
    parent,
    prose,
    whole,
)


class Contribution(Logged):
    """A citizen's sentence; `series` and `number` are the parts of its label."""

    __tablename__ = "contribution"
    workshop_id: Mapped[str] = parent("workshop", index=False)
    label: Mapped[str] = line()
    series: Mapped[str] = line()
    number: Mapped[int | None] = maybe_whole()
    table_id: Mapped[str | None] = maybe("topic_table")
    kind: Mapped[str] = line()
    title: Mapped[str] = line()
    text_original: Mapped[str] = prose()
    text_minutes: Mapped[str] = prose()
    capture_mode: Mapped[str] = line()
    action_field: Mapped[str] = line()
    cluster_id: Mapped[str | None] = maybe("cluster")
    bundle_id: Mapped[str | None] = maybe("bundle")
    place: Mapped[str] = line()
    latitude: Mapped[Decimal | None] = maybe_exact()
    longitude: Mapped[Decimal | None] = maybe_exact()
    mention_count: Mapped[int] = counter(1)
    has_dissent: Mapped[bool] = flag()
    in_idea_store: Mapped[bool] = flag()
    needs_clarification: Mapped[bool] = flag()
    contains_personal_data: Mapped[bool] = flag()
    publish: Mapped[str] = line()
    note: Mapped[str] = prose()
    source_url: Mapped[str] = line()
    captured_at: Mapped[datetime | None] = maybe_instant()
    folded: Mapped[str] = mapped_column(Text, default="", nullable=False, info={"derived": True})

    __table_args__ = (
        Index("ix_contribution_workshop_seq", "workshop_id", "seq"),
        Index("ix_contribution_number", "workshop_id", "series", "number"),
    )

    def derive(self) -> None:
        """Fold the texts for the search index."""
        texts = (self.label, self.title, self.text_original, self.text_minutes, self.place)
        self.folded = fold("\n".join(text for text in texts if text))


class Cluster(Logged):
    """A column of the wall."""

    __tablename__ = "cluster"
    workshop_id: Mapped[str] = parent("workshop")
    label: Mapped[str] = line()
    title: Mapped[str] = line()
    summary: Mapped[str] = prose()
    action_field: Mapped[str] = line()
    position: Mapped[int] = whole()


class Bundle(Logged):
    """Several contributions that say the same."""

    __tablename__ = "bundle"
    workshop_id: Mapped[str] = parent("workshop")
    text: Mapped[str] = prose()
    lead_id: Mapped[str | None] = maybe("contribution")


class CatalogueItem(Logged):
    """An entry that users added to a catalogue, or a shipped one they renamed or switched off."""

    __tablename__ = "catalogue_item"
    workshop_id: Mapped[str | None] = maybe("workshop")
    catalogue: Mapped[str] = line()
    code: Mapped[str] = line()
    label: Mapped[str] = line()
    short: Mapped[str] = line()
    colour: Mapped[str] = line()
    symbol: Mapped[str] = line()
    active: Mapped[bool] = flag(True)
    position: Mapped[int] = whole()


class ContributionField(Logged):
    """A further action field of a contribution."""

    __tablename__ = "contribution_field"
    contribution_id: Mapped[str] = parent("contribution")
    code: Mapped[str] = line(index=True)
    position: Mapped[int] = whole()


class ContributionTargetGroup(Logged):
    """Whom a contribution is good for."""

    __tablename__ = "contribution_target_group"
    contribution_id: Mapped[str] = parent("contribution")
    code: Mapped[str] = line(index=True)
    position: Mapped[int] = whole()


class ContributionTheme(Logged):
    """A cross-cutting theme of a contribution."""

    __tablename__ = "contribution_theme"
    contribution_id: Mapped[str] = parent("contribution")
    code: Mapped[str] = line(index=True)
    position: Mapped[int] = whole()


class SwotStatement(Logged):
    """A stated strength, weakness, opportunity or threat."""

    __tablename__ = "swot_statement"
    workshop_id: Mapped[str] = parent("workshop")
    quadrant: Mapped[str] = line()
    contribution_id: Mapped[str | None] = maybe("contribution")
    text: Mapped[str] = prose()
    position: Mapped[int] = whole()


class Photo(Logged):
    """A picture; its bytes lie in `stored_file` under `sha256`."""

    __tablename__ = "photo"
    workshop_id: Mapped[str] = parent("workshop")
    contribution_id: Mapped[str | None] = maybe("contribution")
    sha256: Mapped[str] = line()
    width: Mapped[int] = whole()
    height: Mapped[int] = whole()
    alt_text: Mapped[str] = prose()
    caption: Mapped[str] = line()
    public: Mapped[bool] = flag()
    position: Mapped[int] = whole()
