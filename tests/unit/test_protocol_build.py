"""What people find in the protocol of their workshop."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import WITHHELD, published
from quartierdesk.domain.protocol import Figure, Paragraph, Protocol, Section, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from tests.exports.small_workshop import NAME, evaluated, sample_record, small_record


@pytest.fixture(scope="module")
def sample() -> Protocol:
    """Return the internal protocol of the sample."""
    return build(sample_record(), shipped())


@pytest.fixture(scope="module")
def public_sample() -> Protocol:
    """Return the public protocol of the sample."""
    return build(published(sample_record()), shipped())


def section(protocol: Protocol, key: str) -> Section:
    """Return the section with this key."""
    return next(each for each in protocol.sections if each.key == key)


def table(protocol: Protocol, name: str) -> Table:
    """Return the table with this name."""
    blocks = (block for each in protocol.sections for block in each.blocks)
    return next(block for block in blocks if isinstance(block, Table) and block.name == name)


def column(protocol: Protocol, name: str, key: str) -> list[object]:
    """Return the cells of a column."""
    found = table(protocol, name)
    return [row[found.position(key)] for row in found.rows]


def keys(protocol: Protocol, name: str) -> list[str]:
    """Return the keys of the columns of a table."""
    return [each.key for each in table(protocol, name).columns]


def texts(protocol: Protocol, key: str) -> str:
    """Return all paragraphs and notes of a section."""
    blocks = section(protocol, key).blocks
    paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
    return "\n".join([*paragraphs, *(block.note for block in blocks if isinstance(block, Table))])


def notices(protocol: Protocol) -> list[Paragraph]:
    """Return what must not be overlooked in the notes."""
    blocks = section(protocol, "notes").blocks
    return [b for b in blocks if isinstance(b, Paragraph) and b.style == "notice"]


def everything(protocol: Protocol) -> str:
    """Return all that can be read in a protocol."""
    return repr(protocol)


def test_the_sections_come_in_their_usual_order(sample: Protocol) -> None:
    order = "overview agenda tables participants mood contributions clusters prioritisation swot"
    wanted = [*order.split(), "measures", "idea_store", "next_steps", "notes", "trace"]

    assert [each.key for each in sample.sections if each.key in wanted] == wanted


def test_a_section_that_has_nothing_to_say_is_left_out() -> None:
    record = small_record()
    empty = WorkshopRecord(record.municipality, record.quarter, record.workshop)

    assert [each.key for each in build(empty, shipped()).sections] == ["overview", "notes"]


def test_the_overview_tells_the_numbers_of_the_evening(sample: Protocol) -> None:
    numbers = {what: count for count, what in table(sample, "Zahlen").rows}

    assert numbers == {
        "Menschen waren da": 60,
        "Beiträge an sechs Tischen": 60,
        "Themenfelder gebildet": 12,
        "Punkte im Plenum geklebt": 224,
        "Maßnahmen verabredet": 8,
    }


def test_top_topics_share_their_rank(sample: Protocol) -> None:
    assert column(sample, "Spitzenthemen", "rank") == [1, 2, 2, 4, 5]
    assert column(sample, "Spitzenthemen", "tied") == ["", "Rang geteilt", "Rang geteilt", "", ""]


def test_a_dot_poll_is_told_with_rule_counts_and_shares(sample: Protocol) -> None:
    second = table(sample, "Abfrage_1_Ergebnis").rows[1]

    assert second[:3] == (2, "Mobilität & Bürgerbus", "C02")
    assert second[3:] == (34, Decimal("15.2"), Decimal("0.60"), "Rang geteilt")
    assert "höchstens 2 Punkte je Thema." in texts(sample, "prioritisation")
    assert (228, "verfügbare Punkte") in table(sample, "Abfrage_1_Regel").rows
    assert (4, "nicht geklebte Punkte") in table(sample, "Abfrage_1_Regel").rows


def test_shares_that_do_not_add_up_have_a_footnote(sample: Protocol) -> None:
    notes = {each.key: each.note for each in table(sample, "Abfrage_1_Ergebnis").columns}

    assert notes["share"] == (
        "Anteil an den 224 geklebten Punkten, auf eine Stelle gerundet; die Summe der gerundeten"
        " Werte ergibt 99,9\u00a0%."
    )
    assert notes["per_voter"] == "Punkte geteilt durch 57 Stimmende."
    assert "zusammen" not in table(sample, "Abfrage_3_Ergebnis").note


def test_a_figure_shows_what_stands_in_its_table(sample: Protocol) -> None:
    figures = [b for b in section(sample, "prioritisation").blocks if isinstance(b, Figure)]

    assert len(figures) == 1
    dots = column(sample, figures[0].table_name, "dots")
    assert list(figures[0].series[0].values) == dots
    assert list(figures[0].categories) == column(sample, figures[0].table_name, "option")
    assert "Begegnungsort Alte Schule (41)" in figures[0].alt_text


def test_a_long_poll_has_a_figure_of_the_first_twenty() -> None:
    record = small_record()
    poll = next(poll for poll in record.polls if poll.round == "plenary")
    options = tuple(replace(poll.options[0], id=f"o{n}", label=f"Thema {n:02}") for n in range(25))
    tallies = tuple(replace(poll.tallies[0], id=o.id, option_id=o.id) for o in options)
    longer = replace(poll, options=options, tallies=tallies)
    protocol = build(evaluated(replace(record, polls=(longer,))), shipped())
    figure = next(b for b in section(protocol, "prioritisation").blocks if isinstance(b, Figure))

    assert len(figure.categories) == 20
    assert "die ersten 20" in figure.title
    assert len(table(protocol, "Abfrage_1_Ergebnis").rows) == 25


def test_equal_results_are_ordered_by_name() -> None:
    protocol = build(small_record(), shipped())

    assert column(protocol, "Abfrage_1_Ergebnis", "option") == ["Mobilität", "Wege", "Zebra"]


def test_open_polls_are_not_told() -> None:
    record = small_record()
    still_open = tuple(replace(poll, state="open") for poll in record.polls)
    protocol = build(replace(record, polls=still_open), shipped())

    assert {"prioritisation", "mood"}.isdisjoint(each.key for each in protocol.sections)
    assert "dots" not in keys(protocol, "Beitraege")


def test_the_round_at_the_tables_comes_last_with_each_table() -> None:
    protocol = build(small_record(), shipped())

    assert table(protocol, "Abfrage_3_Gruppen").rows == (("Tisch 1", "Unterwegs", 5, 10, 10),)
    assert column(protocol, "Beitraege", "dots") == [7, 3]
    assert column(protocol, "Themenfelder", "dots") == [7, 3]


def test_consensus_tells_single_answers_only_inside() -> None:
    record = small_record()

    assert column(build(record, shipped()), "Abfrage_2_Ergebnis", "highest") == [9, 10]
    assert {"highest", "objections"}.isdisjoint(
        keys(build(published(record), shipped()), "Abfrage_2_Ergebnis")
    )


def test_other_polls_of_the_sample_agree_with_their_rules(sample: Protocol) -> None:
    accepted = column(sample, "Abfrage_2_Ergebnis", "acceptance")
    weights = column(sample, "Abfrage_3_Ergebnis", "weight")
    points = column(sample, "Abfrage_4_Ergebnis", "points")

    assert accepted == list(map(Decimal, ("81.7", "70.0", "61.7", "20.8", "15.8")))
    assert weights == list(map(Decimal, ("35.0", "35.0", "15.0", "10.0", "5.0")))
    assert points == [20, 15, 12, 7, 6]
    assert "2\u00a0=\u00a0Zeile wichtiger" in texts(sample, "prioritisation")


def test_mood_polls_stand_side_by_side_with_their_voters(sample: Protocol) -> None:
    assert column(sample, "Stimmung_1_Mittel", "mean") == [Decimal("2.37"), Decimal("1.77")]
    assert column(sample, "Stimmung_1_Mittel", "voters") == [60, 56]
    assert column(sample, "Stimmung_1_Ergebnis", "share_0")[0] == Decimal("15.0")


def test_few_votes_on_the_mood_are_not_published() -> None:
    record = small_record()

    inside, outside = build(record, shipped()), build(published(record), shipped())
    assert column(inside, "Stimmung_1_Mittel", "voters") == [30, 4]
    assert column(outside, "Stimmung_1_Mittel", "voters") == [30]


def test_small_groups_are_suppressed_with_a_legend() -> None:
    record = small_record()
    inside, outside = build(record, shipped()), build(published(record), shipped())

    assert column(inside, "Teilnehmende", "count") == [3, 20, 21]
    assert table(inside, "Teilnehmende").note == ""
    assert column(outside, "Teilnehmende", "count") == [None, None, 21]
    assert "weniger als 5 Personen" in table(outside, "Teilnehmende").note


def test_codes_are_shown_by_their_german_names() -> None:
    protocol = build(small_record(), shipped())

    assert column(protocol, "Beitraege", "kind")[0] == "Wunsch, Vision"
    assert column(protocol, "Beitraege", "field")[0] == "Wohnen, Mobilität & Klima"
    assert column(protocol, "Massnahmen", "status") == ["Idee, angenommen"]
    assert column(protocol, "Teilnehmende", "value")[0] == "18 bis 29 Jahre"


def test_an_unknown_code_is_shown_as_it_is() -> None:
    protocol = build(small_record(), shipped())

    assert column(protocol, "Beitraege", "target_groups")[0] == (
        "Seniorinnen und Senioren; eigene_gruppe"
    )
    assert column(build(small_record(), {}), "Beitraege", "kind")[0] == "wunsch"


def test_a_field_of_a_catalogue_chosen_before_keeps_its_name() -> None:
    record = small_record()
    other = replace(record, workshop=replace(record.workshop, field_catalogue="kda"))

    assert column(build(other, shipped()), "Beitraege", "field")[0] == "Wohnen, Mobilität & Klima"


def test_capture_is_told_by_the_clock_on_the_wall_and_only_inside() -> None:
    record = small_record()

    captured = column(build(record, shipped()), "Beitraege", "captured_at")
    assert captured == [datetime(2026, 3, 13, 19, 5, 7), None]
    assert {"captured_at", "note", "personal", "publish"}.isdisjoint(
        keys(build(published(record), shipped()), "Beitraege")
    )


def test_an_unknown_zone_does_not_stop_the_protocol() -> None:
    record = small_record()
    lost = replace(record, workshop=replace(record.workshop, timezone="Mond/Krater"))

    assert column(build(lost, shipped()), "Beitraege", "captured_at")[0] == datetime(
        2026, 3, 13, 19, 5, 7
    )


def test_the_words_about_a_person_are_withheld_in_public() -> None:
    public = build(published(small_record()), shipped())

    assert column(public, "Beitraege", "original") == ["Mir brauchet en Bus!", WITHHELD]
    assert column(public, "Beitraege", "minutes")[1] == "Ein Mensch ist gestürzt."


def test_the_public_protocol_names_nobody(public_sample: Protocol) -> None:
    shown = everything(public_sample)

    for person in sample_record().participants:
        assert person.name not in shown
        assert person.label not in shown
    assert NAME not in everything(build(published(small_record()), shipped()))


def test_the_trace_has_one_row_for_each_link(sample: Protocol) -> None:
    links = sum(len(measure.contribution_ids) for measure in sample_record().measures)

    assert len(table(sample, "Spur").rows) == links
    assert table(sample, "Spur").rows[0][:5] == (
        "M01",
        "Begegnungscafé in der Alten Schule (Probebetrieb, sechs Monate)",
        "C03",
        "Begegnungsort Alte Schule",
        "B027",
    )


def test_a_cluster_without_sentences_still_leads_to_its_measure() -> None:
    rows = table(build(small_record(), shipped()), "Spur").rows

    assert [row[2:5] for row in rows] == [("C01", "Mobilität", "T1-001"), ("C02", "Wege", "")]


def test_equal_labels_are_told_apart() -> None:
    record = small_record()
    merged = replace(
        record, contributions=(*record.contributions, Contribution("b9", "T1-001", "Noch einer"))
    )

    assert column(build(merged, shipped()), "Beitraege", "label") == ["T1-001", "T1-002", "T1-001b"]


def test_what_is_not_clustered_is_counted() -> None:
    record = small_record()
    loose = replace(record, contributions=(*record.contributions, Contribution("b9", "P-1", "x")))

    assert "Noch nicht geordnete Beiträge: 1." in texts(build(loose, shipped()), "clusters")


def test_measures_have_their_field_in_the_matrix_and_their_ratio() -> None:
    protocol = build(small_record(), shipped())

    assert column(protocol, "Massnahmen", "quadrant") == ["Strategisches Vorhaben"]
    assert column(protocol, "Massnahmen", "ratio") == [Decimal("1.25")]
    assert (
        table(protocol, "Massnahmen").columns[table(protocol, "Massnahmen").position("cost")].places
        == 0
    )


def test_themes_and_contributions_have_tables_of_their_own(sample: Protocol) -> None:
    themes, cards = table(sample, "Verbleib_Themenfelder"), table(sample, "Verbleib")

    assert themes.rows[0] == ("C01", "Nahversorgung & Dorfladen", "in Maßnahme M03")
    assert [len(themes.rows), len(cards.rows)] == [12, 60]
    assert cards.cells(cards.rows[9], "label", "state") == ("B010", "im Themenspeicher")
    assert cards.cells(cards.rows[10], "label", "state") == ("B011", "noch ohne Antwort")


def test_what_became_of_something_names_the_answer_and_the_measure() -> None:
    protocol = build(small_record(), shipped())

    assert table(protocol, "Verbleib_Themenfelder").rows[0] == (
        "C01",
        "Mobilität",
        "aufgegriffen: Wird geprüft; in Maßnahme M01",
    )


def test_every_method_has_its_rule_in_the_same_form(sample: Protocol) -> None:
    blocks = section(sample, "prioritisation").blocks
    rules = [b for b in blocks if isinstance(b, Paragraph) and b.label == "Regel"]

    assert [(rule.style, rule.aside) for rule in rules] == [
        ("notice", "Mehrpunktabfrage (Plenum)"),
        ("notice", "Systemisches Konsensieren"),
        ("notice", "Paarvergleich"),
        ("notice", "Rangfolge (Borda)"),
        ("notice", "Mehrpunktabfrage (Tischrunde)"),
    ]
    assert rules[3].text.endswith("Angesagt war: n-1 … 0 Punkte.")
    assert rules[3].plain.startswith("Regel · Rangfolge (Borda): 6 Rangzettel.")


def test_hints_speak_of_what_paper_and_sheets_show(public_sample: Protocol) -> None:
    notes = section(public_sample, "notes")
    paper, sheets = (
        "\n".join(block.plain for block in blocks if isinstance(block, Paragraph))
        for blocks in (notes.paper_blocks, notes.sheet_blocks)
    )

    assert "O-Ton" not in paper
    assert WITHHELD not in paper
    assert "Kursiv steht der Wortlaut" in paper
    assert "„–“ anstelle einer Zahl" in paper
    assert "O-Ton" in sheets
    assert WITHHELD in sheets
    assert "ursiv" not in sheets


def test_signs_that_do_not_occur_are_not_explained() -> None:
    card = Contribution("b", "B001", "Mehr Bäume", "Mehr Bäume")
    record = replace(small_record(), contributions=(card,), head_counts=())
    hints = next(
        block.text
        for block in section(build(record, shipped()), "notes").paper_blocks
        if isinstance(block, Paragraph) and block.style == "list"
    )

    for sign in ("Kursiv", "×3", "Dissens", "Themenspeicher", "„–“"):
        assert sign not in hints


def test_nothing_is_counted_where_there_is_nothing() -> None:
    record = small_record()
    empty = WorkshopRecord(record.municipality, record.quarter, record.workshop)

    overview = section(build(empty, shipped()), "overview")

    assert overview.table("Zahlen") is None
    assert "Für diese Werkstatt ist noch nichts erfasst." in texts(
        build(empty, shipped()), "overview"
    )


def test_answers_say_what_became_of_it() -> None:
    assert table(build(small_record(), shipped()), "Antworten").rows == (
        ("C01", "Mobilität", "aufgegriffen", "Wird geprüft.", "M01"),
    )


def test_the_edition_is_said_in_words(sample: Protocol, public_sample: Protocol) -> None:
    assert sample.edition == "internal"
    assert "Bitte nicht weitergeben" in texts(sample, "notes")
    assert public_sample.edition == "public"
    assert notices(sample)[-1].label == "Interne Fassung"
    assert notices(public_sample)[-1].label == "Öffentliche Fassung"


def test_columns_without_content_are_left_out() -> None:
    assert {"title", "place", "bundle", "themes"}.isdisjoint(
        keys(build(small_record(), shipped()), "Beitraege")
    )
