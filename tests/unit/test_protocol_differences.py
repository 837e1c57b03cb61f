"""What has changed between two states of one protocol, as people are told."""

from dataclasses import replace

from quartierdesk.domain.protocol import (
    CHANGES_LABEL,
    Column,
    Paragraph,
    Protocol,
    Section,
    SectionChange,
    Table,
    differences,
)

COLUMNS = (Column("label", "Nr.", "label"), Column("what", "Was"))


def measures(*rows: tuple[str, str]) -> Section:
    """Return a section with a table of measures."""
    return Section("measures", "Maßnahmenplan", (Table("Plan", "Plan", COLUMNS, rows),))


def protocol(*sections: Section) -> Protocol:
    """Return a protocol of these sections."""
    return Protocol("Werkstatt", "", "Hörlesbach", "public", sections)


def told(before: Protocol, after: Protocol) -> list[str]:
    """Return the differences in words."""
    return [change.in_words for change in differences(before, after)]


def test_the_same_protocol_has_no_differences() -> None:
    one = protocol(measures(("M01", "Café"), ("M02", "Bus")))

    assert differences(one, one) == ()


def test_lines_are_known_by_their_first_cell() -> None:
    before = protocol(measures(("M01", "Café"), ("M02", "Bus"), ("M03", "Laden")))
    after = protocol(measures(("M04", "Bank"), ("M02", "Rufbus"), ("M01", "Café")))

    assert differences(before, after) == (SectionChange("Maßnahmenplan", "changed", 1, 1, 1),)
    assert told(before, after) == ["Maßnahmenplan: 1 Eintrag neu, 1 geändert, 1 entfallen"]


def test_lines_without_names_are_compared_as_a_heap() -> None:
    before = protocol(measures(("–", "Café"), ("–", "Bus")))
    after = protocol(measures(("–", "Bus"), ("–", "Laden"), ("–", "Bank")))

    assert told(before, after) == ["Maßnahmenplan: 1 Eintrag neu, 1 geändert"]


def test_a_column_that_was_empty_before_is_no_difference() -> None:
    wider = Table("Plan", "Plan", (*COLUMNS, Column("cost", "Kosten")), (("M01", "Café", ""),))
    after = protocol(Section("measures", "Maßnahmenplan", (wider,)))

    assert differences(protocol(measures(("M01", "Café"))), after) == ()


def test_sections_come_and_go() -> None:
    hints = Section("notes", "Hinweise", (Paragraph("So ist zu lesen."),))
    before, after = protocol(hints), protocol(measures(("M01", "Café")))

    assert told(before, after) == ["Maßnahmenplan: neu", "Hinweise: entfallen"]


def test_other_words_are_told_but_not_those_about_the_changes() -> None:
    hints = Section("notes", "Hinweise", (Paragraph("So ist zu lesen."),))
    remark = Paragraph("Frist von M01", label=CHANGES_LABEL)
    noted = replace(hints, blocks=(*hints.blocks, remark))
    other = replace(hints, blocks=(Paragraph("Anders."),))

    assert differences(protocol(hints), protocol(noted)) == ()
    assert told(protocol(hints), protocol(other)) == ["Hinweise: anderer Text"]
