"""Any section of the protocol on paper, block by block in its order."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from quartierdesk.domain import protocol as content
from quartierdesk.domain.protocol import Section, cell_text
from quartierdesk.exports.charts import draw_figure
from quartierdesk.exports.pdf.blocks.arrangements import (
    Beside,
    Item,
    ListBlock,
    Place,
    notice,
    quotation,
)
from quartierdesk.exports.pdf.blocks.block import KEPT, Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.pictures import Figure, PhotoBlock
from quartierdesk.exports.pdf.blocks.strips import Gap, Rule, Strip
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.chapters import Chapter, Context, chapter_heading
from quartierdesk.exports.pdf.composing import A4, A4_LANDSCAPE
from quartierdesk.exports.pdf.measures import MARGIN, TEXT, TEXT_LEFT, WIDTH
from quartierdesk.exports.pdf.plain_tables import least_width, natural_width, plain_table
from quartierdesk.exports.pdf.type_scale import (
    BODY,
    CELL,
    CELL_BOLD,
    H2,
    H3,
    LABEL,
    LEAD,
    NUMBER,
    QUOTE,
    SMALL,
)
from quartierdesk.exports.setting.styles import Span, Text, bold

_AFTER = Spacing(before=7, after=7)
_BESIDE = Spacing(before=14, after=7)
_AROUND_TABLE = Spacing(before=5, after=14)
_TITLE = Spacing(before=14, after=5, keep=True)
_MOST_NUMBERS = 6  # in one strip; more are a table
_SIGNATURES = 3  # side by side


def section_chapters(section: Section, context: Context, number: str = "") -> list[Chapter]:
    """Return a section as chapters: tables that are too wide for A4 lie across."""
    title = section.heading or section.title
    blocks: list[tuple[bool, Block]] = [
        (False, chapter_heading(title, section.key, number, section.title))
    ]
    for block in section.blocks:
        wide = isinstance(block, content.Table) and least_width(block, context) > WIDTH
        blocks += [(wide, one) for one in blocks_of(block, context, title, wide=wide)]
    return [
        Chapter([one for _, one in group], A4_LANDSCAPE if wide else A4, fresh=wide)
        for wide, group in groupby(blocks, key=lambda pair: pair[0])
    ]


def blocks_of(
    block: content.Block, context: Context, above: str, *, wide: bool = False
) -> Iterator[Block]:
    """Yield what one block of the protocol looks like; `above` is the heading it stands under."""
    if isinstance(block, content.Paragraph):
        yield from _PARAGRAPHS[block.style](block)
    elif isinstance(block, content.Figure):
        yield from figure_blocks(block, context)
    elif isinstance(block, content.Picture):
        yield from _picture(block, context)
    elif isinstance(block, content.Profile):
        yield from _profile(block, context)
    elif block.purpose == "numbers" and len(block.rows) <= _MOST_NUMBERS:
        yield from _titled(block.title, above)
        yield numbers(block)
    elif block.purpose == "facts" and len(block.columns) <= 2:
        yield from _titled(block.title, above)
        yield from facts(block)
    elif block.purpose == "signatures":
        yield signatures(block)
    else:
        yield from table_blocks(block, context, above, wide=wide)


def table_blocks(
    table: content.Table, context: Context, above: str, *, wide: bool = False
) -> Iterator[Block]:
    """Yield title, table and note; a narrow table stands in the text column."""
    yield from _titled(table.title, above)
    if wide:
        yield plain_table(table, context, A4_LANDSCAPE.measure, _AROUND_TABLE)
    elif natural_width(table, context) <= TEXT:
        place = Place(TEXT_LEFT, TEXT, plain_table(table, context, TEXT))
        yield Beside([place], _AROUND_TABLE)
    else:
        yield plain_table(table, context, WIDTH, _AROUND_TABLE)
    if table.note:
        yield Paragraph(table.note, SMALL, Spacing(before=4, after=14), measure=WIDTH)


def _titled(title: str, above: str) -> Iterator[Block]:
    if title and title != above:
        yield Heading(title, 2, H3, _TITLE, indent=0.0)


def figure_blocks(figure: content.Figure, context: Context) -> Iterator[Block]:
    """Yield title, unit and drawing; they stand on one page."""
    width = TEXT if figure.kind in ("effort_benefit", "population", "mood") else WIDTH
    indent = WIDTH - width
    if figure.kind == "mood":
        width, indent = WIDTH, 0.0
    yield Heading(figure.title, 2, H3, Spacing(before=14, after=2, keep=True), indent=indent)
    if figure.unit and figure.unit != figure.axis_title:
        yield Paragraph(figure.unit, SMALL, Spacing(after=6, keep=True), indent=indent)
    drawing = draw_figure(figure, width, black=context.inks.black)
    yield Figure(drawing, figure.alt_text, Spacing(before=4, after=10, keep=True), indent)


def _picture(picture: content.Picture, context: Context) -> Iterator[Block]:
    photo = context.photo(picture.sha256)
    if photo is None:
        return
    yield PhotoBlock(photo, picture.alt_text or "Foto ohne Beschreibung", spacing=KEPT)
    yield Paragraph(picture.caption, SMALL, Spacing(before=3, after=14))


def numbers(table: content.Table) -> Block:
    """Return counts side by side, each large over the words it counts."""
    cells: list[Block] = []
    for count, what in table.rows:
        words = str(what)
        number = Paragraph(cell_text(count, table.columns[0]), NUMBER, KEPT)
        cells.append(Stack([number, Paragraph(words, CELL)]))
    return Strip(cells, Spacing(before=7, after=14), above=8, below=9)


def facts(table: content.Table) -> Iterator[Block]:
    """Yield labels in the margin with what is known beside them."""
    for row in table.rows:
        words = [cell_text(value, column) for value, column in zip(row, table.columns, strict=True)]
        if len(words) == 1:
            yield Paragraph(words[0], BODY, Spacing(after=2), indent=TEXT_LEFT)
        else:
            yield labelled(words[0], Paragraph(words[1], BODY), Spacing(after=5))


def labelled(label: Text, block: Block, spacing: Spacing = _BESIDE) -> Block:
    """Return a block with its label in the margin column."""
    margin = Paragraph(label, H3.but(hyphenate=True))
    return Beside([Place(0, MARGIN - 6, margin), Place(TEXT_LEFT, TEXT, block)], spacing)


def signatures(table: content.Table) -> Block:
    """Return lines to sign on, at the foot of the page."""
    width = (WIDTH - 2 * 18) / _SIGNATURES
    places = []
    for at, row in enumerate(table.rows[:_SIGNATURES]):
        role, name = (str(value or "") for value in row[:2])
        lines: list[Block] = [
            Paragraph("Ort, Datum", SMALL),
            Rule(spacing=Spacing(after=38)),
            Rule(0.7, "ink", Spacing(after=3)),
            Paragraph(role, CELL_BOLD),
            Paragraph(name, SMALL),
        ]
        places.append(Place(at * (width + 18), width, Stack(lines)))
    title = Heading(table.title, 2, H2, Spacing(before=10, after=4, keep=True))
    above = Rule(spacing=Spacing(after=8, keep=True))
    return Stack([above, title, Beside(places)], Spacing(before=21, at_foot=True), whole=True)


def _body(paragraph: content.Paragraph) -> Iterator[Block]:
    text = _strong(paragraph)
    if paragraph.label:
        yield labelled(paragraph.label, Paragraph(text, BODY))
    else:
        yield Paragraph(text, BODY, _AFTER, indent=TEXT_LEFT, measure=TEXT)


def _strong(paragraph: content.Paragraph) -> Text:
    if not paragraph.strong:
        return paragraph.text
    return (bold(f"{paragraph.strong} "), Span(paragraph.text))


def _lead(paragraph: content.Paragraph) -> Iterator[Block]:
    yield Paragraph(_strong(paragraph), LEAD, Spacing(after=12))


def _heading(paragraph: content.Paragraph) -> Iterator[Block]:
    yield Heading(paragraph.text, 2, H2, Spacing(before=21, after=5, keep=True))


def _notice(paragraph: content.Paragraph) -> Iterator[Block]:
    text = Paragraph(_strong(paragraph), BODY)
    inner: Block = text
    if paragraph.label:
        label = Paragraph(paragraph.label, H2)
        inner = Beside([Place(0, MARGIN - 14, label), Place(TEXT_LEFT - 14, TEXT - 14, text)])
    yield notice(inner, Spacing(before=10, after=12))


def _note(paragraph: content.Paragraph) -> Iterator[Block]:
    yield Paragraph(paragraph.plain, SMALL, _AFTER, indent=TEXT_LEFT, measure=TEXT)


def _list(paragraph: content.Paragraph) -> Iterator[Block]:
    items = ListBlock([Item(text) for text in paragraph.items], BODY)
    if paragraph.label:
        yield labelled(paragraph.label, items)
    else:
        yield Beside([Place(TEXT_LEFT, TEXT, items)], _AFTER)


def _quote(paragraph: content.Paragraph) -> Iterator[Block]:
    yield Beside([Place(TEXT_LEFT, TEXT, quote(paragraph.text, paragraph.source))], _AFTER)


def quote(text: str, source: str) -> Block:
    """Return what somebody said, and who or where."""
    said = Paragraph(f"„{text}“", QUOTE, Spacing(keep=bool(source)))
    return quotation([said, Paragraph(source, SMALL)] if source else [said])


_PARAGRAPHS: Mapping[str, Callable[[content.Paragraph], Iterator[Block]]] = {
    "lead": _lead,
    "heading": _heading,
    "body": _body,
    "notice": _notice,
    "note": _note,
    "list": _list,
    "quote": _quote,
}


def _profile(profile: content.Profile, context: Context) -> Iterator[Block]:
    yield Heading(
        profile.title, 2, H2, Spacing(before=24, after=6, keep=True), number=profile.label,
        number_style=H2, indent=TEXT_LEFT,
    )  # fmt: skip
    if profile.strip:
        columns: list[Block] = [
            Stack([Paragraph(fact.label, LABEL, KEPT), Paragraph(fact.text, CELL_BOLD)])
            for fact in profile.strip
        ]
        yield Strip(columns, Spacing(after=10), above=7, below=8)
    for fact in profile.facts:
        yield labelled(fact.label, Paragraph(fact.text, BODY), Spacing(after=10))
    if profile.steps:
        steps = plain_table(profile.steps, context, TEXT)
        yield labelled(profile.steps.title, steps, Spacing(after=10))
    for fact in profile.later_facts:
        yield labelled(fact.label, Paragraph(fact.text, BODY), Spacing(after=10))
    origin = profile.origin
    parts: list[Block] = [quote(origin.quote, origin.source)] if origin.quote else []
    if origin.text:
        parts += [Gap(4), Paragraph(origin.text, CELL)]
    if parts:
        yield labelled("Woher die Maßnahme kommt", Stack(parts), Spacing(after=14))
