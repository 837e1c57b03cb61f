"""Workshops for tests of the protocol: the sample, and a small one of which each card is known."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.protocol import Column, Paragraph, Protocol, Row, Section, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import evaluate
from quartierdesk.domain.workshop import (
    AgendaItem,
    HeadCount,
    Municipality,
    NextStep,
    Quarter,
    TopicTable,
    Workshop,
)
from quartierdesk.exchange.workshop_json import read_workshop
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from tests.support import ROOT

SAMPLE = ROOT / "resources/sample/sample_workshop.json"
NAME = "Musterle, Änne"


def evaluated(record: WorkshopRecord) -> WorkshopRecord:
    """Return a record with the outcomes of its polls."""
    return replace(record, outcomes={poll.id: evaluate(poll) for poll in record.polls})


def sample_record() -> WorkshopRecord:
    """Return the sample workshop that comes with the program."""
    return evaluated(read_workshop(SAMPLE.read_bytes()).record)


def small_record() -> WorkshopRecord:
    """Return a workshop with two cards, one of them about a person, and a bit of everything."""
    cards = (
        Contribution(
            "b1",
            "T1-001",
            "Mir brauchet en Bus!",
            "Wunsch nach einem Bus.",
            kind="wunsch",
            table_id="t1",
            action_field="wohnen_mobilitaet_klima",
            target_groups=("senioren", "eigene_gruppe"),
            cluster_id="c1",
            note="ruft zurück",
            captured_at=datetime(2026, 3, 13, 18, 5, 7, tzinfo=UTC),
        ),
        Contribution(
            "b2",
            "T1-002",
            "Die Frau Musterle ist gestürzt.",
            "Ein Mensch ist gestürzt.",
            table_id="t1",
            cluster_id="c2",
            contains_personal_data=True,
        ),
    )
    return evaluated(
        WorkshopRecord(
            Municipality("g", "Musterhausen"),
            Quarter("q", "g", "Ortskern"),
            Workshop("w", "q", "Werkstatt", date=date(2026, 3, 13), smallest_count=5),
            agenda=(AgendaItem("a", "Begrüßung", time(18), notes="kurz halten"),),
            tables=(TopicTable("t1", 1, "Unterwegs", host_id="p1"),),
            participants=(Participant("p1", "TN-01", NAME),),
            head_counts=(
                HeadCount("h1", "age_group", "18_29", 3),
                HeadCount("h2", "age_group", "30_49", 20),
                HeadCount("h3", "age_group", "50_64", 21),
            ),
            contributions=cards,
            clusters=(Cluster("c1", "C01", "Mobilität"), Cluster("c2", "C02", "Wege")),
            polls=(_table_round(), _plenary(), _consensus(), _mood("start", 30), _mood("end", 4)),
            measures=(
                Measure(
                    "m1",
                    "M01",
                    "Bürgerbus",
                    due=date(2026, 5, 29),
                    cost_estimate=Decimal("6500"),
                    effort=4,
                    benefit=5,
                    status="idee",
                    cluster_ids=("c1", "c2"),
                    contribution_ids=("b1",),
                ),
            ),
            answers=(Answer("x", "taken_up", "Wird geprüft.", cluster_id="c1", measure_id="m1"),),
            next_steps=(NextStep("n", "Bericht im Gemeinderat", "Bürgermeisteramt"),),
        )
    )


def small_protocol() -> Protocol:
    """Return the internal protocol of the small workshop."""
    return build(small_record(), shipped())


def list_protocol(
    columns: tuple[Column, ...],
    *rows: Row,
    title: str = "Titel",
    municipality: str = "Musterhausen",
) -> Protocol:
    """Return a protocol with one list and nothing else."""
    listed = Table("Liste", "Liste", columns, rows)
    return Protocol(title, "", municipality, "public", (Section("x", "Liste", (listed,)),))


def text_protocol(*texts: str) -> Protocol:
    """Return a protocol with one paragraph for each text."""
    blocks = tuple(map(Paragraph, texts))
    return Protocol("Titel", "", "Musterhausen", "public", (Section("x", "Texte", blocks),))


def _table_round() -> Poll:
    options = (PollOption("o1", contribution_id="b1"), PollOption("o2", contribution_id="b2"))
    tallies = (Tally("y1", "o1", 7, "g1"), Tally("y2", "o2", 3, "g1"))
    groups = (PollGroup("g1", "Tisch 1", "t1", voters=5),)
    return Poll(
        "p0", "dots", "", "table", "closed", "", 2, options=options, groups=groups, tallies=tallies
    )


def _plenary() -> Poll:
    options = (
        PollOption("o3", "Zebra"),
        PollOption("o4", cluster_id="c1"),
        PollOption("o5", cluster_id="c2"),
    )
    tallies = tuple(Tally(f"z{o.id}", o.id, n) for o, n in zip(options, (2, 2, 2), strict=True))
    return Poll(
        "p1",
        "dots",
        "Was zuerst?",
        "plenary",
        "closed",
        "je zwei Punkte",
        2,
        1,
        4,
        options=options,
        tallies=tallies,
    )


def _consensus() -> Poll:
    options = (PollOption("s1", "Bus"), PollOption("s2", "Nichts", is_status_quo=True))
    marks = (BallotMark("k1", "s1", 9), BallotMark("k2", "s2", 10))
    return Poll(
        "p2",
        "consensus",
        "Wie?",
        state="closed",
        options=options,
        ballots=(Ballot("k", marks=marks),),
    )


def _mood(moment: str, voters: int) -> Poll:
    options = tuple(PollOption(f"{moment}{n}", text) for n, text in enumerate(("gut", "schlecht")))
    return Poll(
        f"mood_{moment}",
        "mood",
        "Wie ist die Stimmung?",
        moment,
        "closed",
        options=options,
        tallies=(Tally(f"v{moment}", options[0].id, voters),),
    )
