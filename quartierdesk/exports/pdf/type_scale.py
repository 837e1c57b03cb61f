"""The sizes of type: bold means rank or verdict, italic „somebody said it“, nothing else."""

from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.setting.styles import TextStyle

BODY = TextStyle("regular", 10, 14)
LEAD = TextStyle("regular", 13, 19, hyphenate=False)
SMALL = TextStyle("regular", 8, 11, "muted")
CELL = TextStyle("regular", 9, 12)
CELL_BOLD = TextStyle("bold", 9, 12)
VOICE = TextStyle("italic", 9, 12, "muted", hang=True)
QUOTE = TextStyle("italic", 12, 17, "petrol", hyphenate=False, hang=True)
TABLE_HEAD = TextStyle("bold", 8, 11, "petrol", hyphenate=False)
H1 = TextStyle("bold", 22, 28, "petrol", hyphenate=False)
H1_NUMBER = TextStyle("regular", 22, 28, "rule", hyphenate=False)
H2 = TextStyle("bold", 13, 17.5, "petrol", hyphenate=False)
H3 = TextStyle("bold", 10, 14, hyphenate=False)
LABEL = TextStyle("bold", 8, 11, "muted")
NUMBER = TextStyle("bold", 26, 30, "petrol", hyphenate=False)

TEXT_TABLE = TableLook(TABLE_HEAD, CELL, side=4, above=3.6)
NUMBER_TABLE = TableLook(TABLE_HEAD, CELL, side=5, above=3)
PLAN_TABLE = TableLook(
    TABLE_HEAD.but(size=7.5, leading=10), CELL.but(size=8, leading=10.5), side=4, above=3.4
)
