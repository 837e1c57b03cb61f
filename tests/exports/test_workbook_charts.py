"""Each figure of the protocol is a native chart with a title and words for those who do not see."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from openpyxl.chart import BarChart, ScatterChart

from quartierdesk.domain.protocol import (
    Column,
    Figure,
    FigureKind,
    Protocol,
    Section,
    Series,
    Table,
)
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from tests.exports.small_workshop import sample_record
from tests.exports.test_workbook import opened, parts, written_on

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def drawn(kind: FigureKind, rows: tuple[tuple[str, int | None, int | None], ...]) -> Protocol:
    """Return a protocol with one figure of this kind."""
    table = Table(
        "Werte",
        "Werte",
        (
            Column("label", "Nr.", "label"),
            Column("first", "Erstes", "suppressed_integer"),
            Column("second", "Zweites", "suppressed_integer"),
        ),
        rows,
    )
    names, first, second = zip(*rows, strict=True)
    figure = Figure(
        kind,
        "Ein Titel",
        "Was zu sehen ist.",
        names,
        (Series("Erstes", "first", first), Series("Zweites", "second", second)),
        "Werte",
        "label",
        axis_title="quer",
        unit="hoch",
    )
    section = Section("x", "Blatt", (figure, table))
    return Protocol("T", "", "M", "public", (section,))


def chart_xml(protocol: Protocol) -> ElementTree.Element:
    """Return the XML of the first chart."""
    return ElementTree.fromstring(parts(protocol)["xl/charts/chart1.xml"])


@pytest.mark.parametrize("kind", ["bars", "dot_field", "mood", "population", "effort_benefit"])
def test_every_figure_has_title_and_alternative_text(kind: FigureKind) -> None:
    protocol = drawn(kind, (("A", 1, 2), ("B", 3, 4)))
    drawing = parts(protocol)["xl/drawings/drawing1.xml"].decode("utf-8")
    [chart] = opened(protocol)["Blatt"]._charts  # type: ignore[attr-defined]

    assert 'descr="Was zu sehen ist."' in drawing
    assert 'title="Ein Titel"' in drawing
    assert written_on(chart) == "Ein Titel"
    assert isinstance(chart, ScatterChart if kind == "effort_benefit" else BarChart)


@pytest.mark.parametrize(("kind", "hatched"), [("mood", 0), ("population", 1), ("bars", 0)])
def test_two_counts_differ_without_colours(kind: FigureKind, hatched: int) -> None:
    series = list(chart_xml(drawn(kind, (("A", 1, 2),))).iter(f"{CHART}ser"))

    assert [bool(list(each.iter(f"{DRAWING}pattFill"))) for each in series] == [
        at == hatched for at in (0, 1)
    ]


def test_a_number_that_is_kept_secret_has_no_label() -> None:
    root = chart_xml(drawn("population", (("A", None, 2), ("B", 3, 4))))
    first = next(root.iter(f"{CHART}ser"))
    labels = [
        (label.find(f"{CHART}idx"), label.find(f"{CHART}showVal"))
        for label in first.iter(f"{CHART}dLbl")
    ]

    assert [(at.get("val"), shown.get("val")) for at, shown in labels if at is not None
            and shown is not None] == [("0", "0")]  # fmt: skip


def test_measures_with_the_same_estimates_share_a_named_mark() -> None:
    rows = (("M01", 2, 5), ("M02", 4, 1), ("M03", 2, 5), ("M04", None, 3))
    root = chart_xml(drawn("effort_benefit", rows))
    names = [each.findtext(f"{CHART}tx/{CHART}v") for each in root.iter(f"{CHART}ser")]
    cells = [each.text for each in root.iter(f"{CHART}f")]

    assert names == ["M01, M03", "M02"]
    assert cells == ["'Blatt'!$B$29", "'Blatt'!$C$29", "'Blatt'!$B$30", "'Blatt'!$C$30"]


def test_five_hundred_measures_are_at_most_a_mark_for_each_pair() -> None:
    rows = tuple((f"M{n:03d}", n % 5 + 1, n // 5 % 5 + 1) for n in range(500))
    series = list(chart_xml(drawn("effort_benefit", rows)).iter(f"{CHART}ser"))

    assert len(series) == 25
    assert (series[0].findtext(f"{CHART}tx/{CHART}v") or "").endswith(" und 16 weitere")


def test_the_field_is_divided_where_the_rule_divides_it() -> None:
    root = chart_xml(drawn("effort_benefit", (("M01", 2, 5),)))

    assert sorted(Decimal(each.get("val", "")) for each in root.iter(f"{CHART}crossesAt")) == [
        Decimal("3.5"),
        Decimal("3.5"),
    ]


def test_the_sample_shows_all_kinds_each_beside_its_table() -> None:
    protocol = build(sample_record(), shipped())
    book = opened(protocol)
    titles = {
        sheet.title: [written_on(chart) for chart in sheet._charts]  # type: ignore[attr-defined]
        for sheet in book
        if sheet._charts  # type: ignore[attr-defined]
    }

    assert titles == {
        "Teilnehmende": ["Altersgruppen: Werkstatt und Bevölkerung im Vergleich"],
        "Stimmung": ["Anteil der Stimmen"],
        "Priorisierung": ["Punkte je Themenfeld"],
        "Aufwand und Nutzen": ["Aufwand und Nutzen der Maßnahmen"],
    }
