"""Tables of the log and of the file itself: replicas, commands, changes, stored files, drafts.

Values stand apart from keys (`change_value`), so that erasing a person blanks what was written
without breaking the log.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from quartierdesk.store.schema.base import Base
from quartierdesk.store.schema.columns import Instant

META = Table(
    "meta",
    Base.metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

REPLICA = Table(
    "replica",
    Base.metadata,
    Column("no", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("home", String, nullable=False),
    Column("created_at", Instant, nullable=False),
)

COMMAND = Table(
    "command",
    Base.metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("replica_no", Integer, ForeignKey("replica.no"), nullable=False),
    Column("clock", String(21), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("label", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("target", String(36)),
    # What follows is this file's own undo list and never travels.
    Column("state", String, nullable=False),
    Column("applied_by", String(36)),
    Index("ix_command_state", "state", "seq"),
)

CHANGE = Table(
    "change",
    Base.metadata,
    Column("replica_no", Integer, ForeignKey("replica.no"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("command_id", String(36), nullable=False),
    Column("tbl", String, nullable=False),
    Column("row_id", String(36), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    PrimaryKeyConstraint("replica_no", "n"),
    Index("ix_change_command", "command_id"),
    sqlite_with_rowid=False,
)

CHANGE_VALUE = Table(
    "change_value",
    Base.metadata,
    Column("replica_no", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("data", Text, nullable=False),
    Column("erased", Boolean, nullable=False),
    PrimaryKeyConstraint("replica_no", "n"),
    sqlite_with_rowid=False,
)

IMPORT_LOG = Table(
    "import_log",
    Base.metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("duplicates", Integer, nullable=False),
    Column("remark", Text, nullable=False),
)

CONFLICT_DECISION = Table(
    "conflict_decision",
    Base.metadata,
    Column("id", String(36), primary_key=True),
    Column("tbl", String, nullable=False),
    Column("row_id", String(36), nullable=False, index=True),
    Column("field", String, nullable=False),
    Column("chosen", Text, nullable=False),
    Column("command_id", String(36), nullable=False),
    Column("decided_at", Instant, nullable=False),
)

STORED_FILE = Table(
    "stored_file",
    Base.metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary),
)

DRAFT = Table(
    "draft",
    Base.metadata,
    Column("place", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("updated_at", Instant, nullable=False),
)
