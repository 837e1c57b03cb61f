"""Which sections stand under one heading, how each is set, and how chapters are numbered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quartierdesk.domain.protocol import Section
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.documents import (
    agreements,
    closing,
    frame,
    moods,
    people,
    results,
    themes,
    weighing,
)
from quartierdesk.exports.pdf.documents.grid import INSET
from quartierdesk.exports.pdf.documents.press import Press

Setting = Callable[[Press, Section, str], list[Block]]
"""Makes the blocks of a section; the text is its label in the margin, „“ under its own heading."""

_SETTINGS: Mapping[str, Setting] = {
    "occasion": frame.occasion,
    "agenda": frame.agenda,
    "tables": frame.tables,
    "quarter": frame.quarter,
    "participants": people.participants,
    "attendance": people.attendance,
    "mood": moods.mood,
    "feedback": moods.feedback,
    "contributions": results.results,
    "clusters": themes.clusters,
    "beneficiaries": themes.beneficiaries,
    "prioritisation": weighing.prioritisation,
    "effort": weighing.effort,
    "swot": weighing.swot,
    "measures": agreements.short_plan,
    "idea_store": closing.idea_store,
    "offers": closing.offers,
    "answers": closing.answers,
    "next_steps": closing.next_steps,
    "distribution": closing.distribution,
    "signatures": closing.signatures,
    "photos": closing.photos,
    "notes": closing.notes,
}
_IN_SHORT: Mapping[str, Setting] = {
    "participants": people.participants_in_short,
    "prioritisation": weighing.first_poll,
    "notes": closing.notes_in_short,
}
_BELOW_HEADING = Spacing(after=8)
_ON_SHEETS_ONLY = frozenset({"trace"})
"""The way back from each measure is on its profile and in the answers."""

_TOGETHER: Sequence[tuple[frozenset[str], str, str]] = (
    (frozenset({"occasion", "agenda", "tables"}), "agenda", "Ablauf und Spielregeln"),
    (frozenset({"mood", "feedback"}), "mood", "Stimmung und Rückmeldung"),
    (
        frozenset({"idea_store", "offers", "next_steps", "distribution", "signatures"}),
        "next_steps",
        "Weiteres Vorgehen",
    ),
)
"""Sections that share a page and a heading when they follow each other: the heading is that of
the named one; the text stands at the head of the page."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sections under one heading; `number` 0 is none, `key` is the first section's."""

    sections: tuple[Section, ...]
    number: int
    heading: str
    running: str

    @property
    def key(self) -> str:
        """Return the key by which the chapter is found."""
        return self.sections[0].key


def chapters(sections: Sequence[Section]) -> list[Chapter]:
    """Return the sections as chapters, numbered from 1; the overview and profiles have none."""
    found: list[Chapter] = []
    number = 0
    for group in _grouped([s for s in sections if s.key not in _ON_SHEETS_ONLY]):
        first = group[0]
        if first.key in ("overview", "profiles"):
            found.append(Chapter(tuple(group), 0, first.title, first.title))
            continue
        number += 1
        heading, running = _named(group)
        found.append(Chapter(tuple(group), number, heading, running))
    return found


def numbers(found: Sequence[Chapter]) -> dict[str, int]:
    """Return the number of the chapter of each section that has one."""
    return {
        section.key: chapter.number
        for chapter in found
        for section in chapter.sections
        if chapter.number
    }


def set_chapter(
    press: Press, chapter: Chapter, spacing: Spacing = _BELOW_HEADING, *, in_short: bool = False
) -> list[Block]:
    """Return the heading of a chapter and what stands below it; `in_short` only the results."""
    settings = {**_SETTINGS, **_IN_SHORT} if in_short else _SETTINGS
    running = results.first_running(press, chapter.sections[0])
    blocks: list[Block] = [heading(chapter, spacing, running)]
    for at, section in enumerate(chapter.sections):
        label = _label(section) if len(chapter.sections) > 1 and _has_label(at, section) else ""
        setting = settings.get(section.key, closing.anything)
        blocks += setting(press, section, label)
    return blocks


def heading(chapter: Chapter, spacing: Spacing, running: str = "") -> Heading:
    """Return the heading of a chapter with its number in the margin."""
    numbered = Spacing(before=spacing.before, after=spacing.after, keep=True)
    return Heading(
        chapter.heading,
        1,
        type_scale.H1,
        numbered,
        key=chapter.key,
        number=str(chapter.number) if chapter.number else "",
        number_style=type_scale.H1_NUMBER,
        indent=INSET,
        running=running or chapter.running,
    )


def _label(section: Section) -> str:
    return section.heading if section.key == "feedback" else section.title


def _has_label(at: int, section: Section) -> bool:
    return section.key not in ("occasion", "agenda", "mood")


def _grouped(sections: Sequence[Section]) -> list[list[Section]]:
    groups: list[list[Section]] = []
    for section in sections:
        together = next((keys for keys, _, _ in _TOGETHER if section.key in keys), frozenset())
        if groups and groups[-1][0].key in together:
            groups[-1].append(section)
        else:
            groups.append([section])
    return groups


def _named(group: Sequence[Section]) -> tuple[str, str]:
    first = group[0]
    if len(group) > 1:
        for keys, leading, running in _TOGETHER:
            if first.key in keys:
                named = next((s for s in group if s.key == leading), first)
                return named.heading or named.title, running
    heading = first.heading or first.title
    return heading, heading if first.key == "tables" else first.title
