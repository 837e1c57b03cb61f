"""The protocol as frozen data: what the workbook, the PDF and the projector all show."""

from quartierdesk.domain.protocol.cells import NUMBERS, cell_text
from quartierdesk.domain.protocol.differences import SectionChange, differences
from quartierdesk.domain.protocol.document import Block, Protocol, Section, SheetBlock
from quartierdesk.domain.protocol.figures import Figure, FigureKind, Series, circles_for
from quartierdesk.domain.protocol.parts import (
    CHANGES_LABEL,
    Cover,
    Fact,
    Mark,
    Origin,
    Paragraph,
    ParagraphStyle,
    Picture,
    Profile,
    RunningLines,
    Shape,
)
from quartierdesk.domain.protocol.settings import (
    NEVER_HIDDEN,
    SECTION_TITLES,
    Length,
    ProtocolSettings,
    known_keys,
    section_keys,
)
from quartierdesk.domain.protocol.tables import (
    SUPPRESSED,
    CellValue,
    Column,
    ColumnKind,
    MarkKind,
    Purpose,
    Row,
    Table,
)

__all__ = [
    "CHANGES_LABEL",
    "NEVER_HIDDEN",
    "NUMBERS",
    "SECTION_TITLES",
    "SUPPRESSED",
    "Block",
    "CellValue",
    "Column",
    "ColumnKind",
    "Cover",
    "Fact",
    "Figure",
    "FigureKind",
    "Length",
    "Mark",
    "MarkKind",
    "Origin",
    "Paragraph",
    "ParagraphStyle",
    "Picture",
    "Profile",
    "Protocol",
    "ProtocolSettings",
    "Purpose",
    "Row",
    "RunningLines",
    "Section",
    "SectionChange",
    "Series",
    "Shape",
    "SheetBlock",
    "Table",
    "cell_text",
    "circles_for",
    "differences",
    "known_keys",
    "section_keys",
]
