"""The protocol as a document: cover, contents, one page at a glance, chapters, profiles."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from quartierdesk.domain.protocol import Profile, Table
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack, Target
from quartierdesk.exports.pdf.blocks.contents import Contents
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.composing import A4, A4_LANDSCAPE, Part
from quartierdesk.exports.pdf.documents import agreements
from quartierdesk.exports.pdf.documents.chapters import Chapter, chapters, numbers, set_chapter
from quartierdesk.exports.pdf.documents.cover import cover_part
from quartierdesk.exports.pdf.documents.glance import glance
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.running import running
from quartierdesk.exports.pdf.measures import WIDTH

_CONTENTS = "Inhalt"
_FIRST_LEVEL = type_scale.BODY.but(face="bold")
_WORTH_CONTENTS = 4
_NEXT_CHAPTER = Spacing(before=35, after=8)
_ON_OWN_PAPER = frozenset({"overview", "measures", "profiles"})
_BEGINNING = 0.3
_SHORT, _FEW = 30, 40
"""Rows of tables and blocks of which a page may consist that several chapters share."""


def documentation(press: Press) -> list[Part]:
    """Return everything: a chapter begins on a new page, unless it is short and one is begun."""
    found = chapters(press.protocol.sections)
    parts = [*_cover(press), *_table_of_contents(press, found)]
    flow = _Flow(press, parts)
    before = ""
    for chapter in found:
        is_under_plan, before = before == "measures", chapter.key
        if chapter.key in _ON_OWN_PAPER:
            flow.end_page()
            parts += _chapter_parts(press, chapter, 2 if is_under_plan else 1)
        elif _rows(chapter) > _SHORT:
            flow.add_long(set_chapter(press, chapter, _NEXT_CHAPTER))
        else:
            flow.add_short(set_chapter(press, chapter, _NEXT_CHAPTER))
    flow.end_page()
    return parts


class _Flow:
    """Chapters one after the other on usual paper; short ones share a page where they fit whole.

    A long chapter is never laid out twice: behind it nobody knows how much of a page is left.
    """

    def __init__(self, press: Press, parts: list[Part]) -> None:
        self._press = press
        self._parts = parts
        self._open: list[Block] = []
        self._is_known = True

    def end_page(self) -> None:
        """Let the next chapter begin on a new page."""
        self._parts += _page(self._press, self._open)
        self._open, self._is_known = [], True

    def add_long(self, blocks: list[Block]) -> None:
        """Add a chapter that fills pages, on the one that is open if that is just begun."""
        if not (self._is_known and _is_just_begun(self._press, self._open)):
            self.end_page()
        self._open += blocks
        self._is_known = False

    def add_short(self, blocks: list[Block]) -> None:
        """Add a chapter that is not torn apart if a page can hold it."""
        if not self._is_known and not blocks[-1].spacing.at_foot:
            self._open.append(Stack(blocks, _NEXT_CHAPTER, whole=True))
            return
        if not self._is_known or not _fits(self._press, [*self._open, *blocks]):
            self.end_page()
        self._open += blocks


def _page(press: Press, blocks: list[Block]) -> list[Part]:
    return [Part(A4, list(blocks), running(press))] if blocks else []


def _fits(press: Press, blocks: list[Block]) -> bool:
    """Return whether blocks stand on one page."""
    return len(blocks) <= _FEW and press.height(blocks, WIDTH) <= A4.room


def _is_just_begun(press: Press, blocks: list[Block]) -> bool:
    """Return whether blocks take up no more than the beginning of a page."""
    return len(blocks) <= _FEW and press.height(blocks, WIDTH) <= A4.room * _BEGINNING


def _rows(chapter: Chapter) -> int:
    """Return how many rows the tables of a chapter have together."""
    return sum(
        len(block.rows)
        for section in chapter.sections
        for block in section.blocks
        if isinstance(block, Table)
    )


def short_minutes(press: Press) -> list[Part]:
    """Return the short minutes: cover, one page at a glance, then chapter after chapter."""
    found = _in_short(press)
    parts = _cover(press)
    parts += [_overview(press, chapter) for chapter in found if chapter.key == "overview"]
    blocks: list[Block] = []
    for chapter in found:
        if chapter.key != "overview":
            blocks += set_chapter(press, chapter, _NEXT_CHAPTER, in_short=True)
    return [*parts, Part(A4, blocks, running(press))] if blocks else parts


def numbered(press: Press) -> Press:
    """Return the same with the numbers of chapters, to which texts refer."""
    is_short = press.protocol.length == "short"
    found = _in_short(press) if is_short else chapters(press.protocol.sections)
    return Press(press.protocol, press.inks, press.photo_bytes, numbers(found))


def _in_short(press: Press) -> list[Chapter]:
    """Return the chapters of the short minutes: those that say something in short."""
    found = [
        each
        for each in chapters(press.protocol.sections)
        if each.key == "overview" or len(set_chapter(press, each, in_short=True)) > 1
    ]
    counted = accumulate(each.number > 0 for each in found)
    numbered_anew = [
        replace(each, number=number) if each.number else each
        for each, number in zip(found, counted, strict=True)
    ]
    return _signed_last(numbered_anew)


def _signed_last(found: list[Chapter]) -> list[Chapter]:
    """Return the chapters with the signatures at the very end, where the notes would follow.

    Signatures fill the page they stand on; a short notice would have the next one to itself.
    """
    if len(found) < 2 or found[-1].key != "notes":
        return found
    *before, closing, notes = found
    if closing.sections[-1].key != "signatures":
        return found
    first, last = closing.number, notes.number
    return [*before, replace(notes, number=first), replace(closing, number=last)]


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


def _chapter_parts(press: Press, chapter: Chapter, level: int) -> list[Part]:
    """Return what has paper of its own; headings of profiles are of this level."""
    section = chapter.sections[0]
    if chapter.key == "overview":
        return [_overview(press, chapter)]
    if chapter.key == "measures":
        blocks = agreements.plan(press, section, str(chapter.number))
        return [Part(A4_LANDSCAPE, blocks, running(press))]
    pages = [block for block in section.blocks if isinstance(block, Profile)]
    return [Part(A4, agreements.profile(press, page, level), running(press)) for page in pages]
