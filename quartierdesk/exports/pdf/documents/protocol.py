"""The protocol as a document: cover, contents, one page at a glance, chapters, profiles."""

from collections.abc import Sequence

from quartierdesk.domain.protocol import Profile
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Target
from quartierdesk.exports.pdf.blocks.contents import Contents
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.composing import A4, A4_LANDSCAPE, Part
from quartierdesk.exports.pdf.documents import agreements
from quartierdesk.exports.pdf.documents.chapters import Chapter, chapters, numbers, set_chapter
from quartierdesk.exports.pdf.documents.cover import cover_part
from quartierdesk.exports.pdf.documents.glance import glance
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.running import running

_CONTENTS = "Inhalt"
_FIRST_LEVEL = type_scale.BODY.but(face="bold")
_WORTH_CONTENTS = 4
_NEXT_CHAPTER = Spacing(before=35, after=8)


def documentation(press: Press) -> list[Part]:
    """Return everything: each chapter begins on a new page."""
    found = chapters(press.protocol.sections)
    parts = [*_cover(press), *_table_of_contents(press, found)]
    for chapter in found:
        parts += _chapter_parts(press, chapter)
    return parts


def short_minutes(press: Press) -> list[Part]:
    """Return the short minutes: cover, one page at a glance, then chapter after chapter."""
    found = chapters(press.protocol.sections)
    parts = _cover(press)
    parts += [_overview(press, chapter) for chapter in found if chapter.key == "overview"]
    blocks: list[Block] = []
    for chapter in found:
        if chapter.key != "overview":
            blocks += set_chapter(press, chapter, _NEXT_CHAPTER, in_short=True)
    return [*parts, Part(A4, blocks, running(press))] if blocks else parts


def numbered(press: Press) -> Press:
    """Return the same with the numbers of chapters, to which texts refer."""
    found = numbers(chapters(press.protocol.sections))
    return Press(press.protocol, press.inks, press.photo_bytes, found)


def _cover(press: Press) -> list[Part]:
    return [cover_part(press, press.protocol.cover)] if press.protocol.cover else []


def _overview(press: Press, chapter: Chapter) -> Part:
    return Part(A4, glance(press, chapter.sections[0]), running(press))


def _table_of_contents(press: Press, found: Sequence[Chapter]) -> list[Part]:
    if len(found) < _WORTH_CONTENTS:
        return []

    def blocks(targets: Sequence[Target]) -> Sequence[Block]:
        listed = [t for t in targets if t.key != "cover"]
        title = Heading(
            _CONTENTS, 1, type_scale.H1, Spacing(after=14, keep=True), running=_CONTENTS
        )
        return [title, Contents(listed, (_FIRST_LEVEL, type_scale.BODY))]

    return [Part(A4, blocks, running(press))]


def _chapter_parts(press: Press, chapter: Chapter) -> list[Part]:
    section = chapter.sections[0]
    if chapter.key == "overview":
        return [_overview(press, chapter)]
    if chapter.key == "measures":
        blocks = agreements.plan(press, section, str(chapter.number))
        return [Part(A4_LANDSCAPE, blocks, running(press))]
    if chapter.key == "profiles":
        pages = [block for block in section.blocks if isinstance(block, Profile)]
        return [Part(A4, agreements.profile(press, page), running(press)) for page in pages]
    return [Part(A4, set_chapter(press, chapter), running(press))]
