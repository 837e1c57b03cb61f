"""The first schema: everything from the frame to the log."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

_TABLES = Path(__file__).with_suffix(".sql")
_SEARCH = (
    "CREATE VIRTUAL TABLE contribution_search USING fts5("
    "folded, content='contribution', content_rowid='seq', tokenize='trigram')"
)


def upgrade() -> None:
    """Make every table of the first schema."""
    for statement in _TABLES.read_text("utf-8").split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql(_SEARCH)
