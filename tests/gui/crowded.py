"""A workshop as full as they get, with names as long as they get; for pictures of its pages."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.workshop import Actor, AgendaItem, HeadCount, TopicTable
from quartierdesk.services import (
    actors,
    answers,
    beginnings,
    clusters,
    contributions,
    measures,
    participants,
    polls,
    workshop_lists,
)
from quartierdesk.services.beginnings import Beginning
from quartierdesk.services.workspaces import Workspace

TABLES, ITEMS, CLUSTERS, MEASURES, PEOPLE = 10, 25, 40, 60, 120
AT_ONE_TABLE = 1234
_DAY = date(2027, 2, 26)
_KINDS = ("problem", "idee", "staerke", "wunsch", "frage", "angebot", "kritik", "risiko", "hinweis")
_FIELDS = (
    "beteiligung_engagement_teilhabe",
    "pflege_gesundheit",
    "wohnen_mobilitaet_klima",
    "familie_generationen",
    "wirtschaft_nahversorgung",
    "inklusion_integration_vielfalt",
    "digitalisierung",
)
_STATUS = ("in_vorbereitung", "pruefauftrag", "in_umsetzung", "erledigt", "zurueckgestellt", "idee")
_PLACE = "Bad Schussenried-Reichenbach an der Oberschwäbischen Barockstraße"
_TITLE = (
    "Dritte Quartierswerkstatt der Gesamtgemeinde Bad Schussenried-Reichenbach: „Zusammenhalt im"
    " ländlichen Raum gestalten – generationengerecht, barrierefrei und klimafreundlich bis 2040“"
)
_SAID = (
    "Am Bushaltestellenwartehäuschen vor der Gemeindeverwaltungsaußenstelle fehlt seit Jahren jede"
    " Sitzgelegenheit, und wer mit dem Rollator kommt, kann sich nirgends festhalten, bis endlich"
    " der Bus aus Biberach kommt, der ja meistens auch noch Verspätung hat."
)
_SHORT = ("Bänke fehlen.", "Mehr Licht!", "Gut so.", "Wer zahlt das?")
_BODY = "Gemeindeverwaltungsverband Oberschwaben-Mitte, Fachbereich Bürgerschaftliches Engagement"


def fill(workspace: Workspace) -> str:
    """Store the workshop beside smaller ones of other quarters; returns its id."""
    for at in range(9):
        title = f"Bürgerforum {at + 1}: Nachverdichtung und Nahversorgung"
        begin = Beginning(f"{_PLACE}, Ortsteil {at % 3 + 1}", title, date(2026, at + 1, 12))
        beginnings.begin(workspace, begin)
    workshop_id = beginnings.begin(workspace, Beginning(_PLACE, _TITLE, _DAY, "quartierswerkstatt"))
    _prepare(workspace, workshop_id)
    cards = _capture(workspace, workshop_id)
    columns = _sort(workspace, workshop_id, cards)
    _weigh(workspace, workshop_id, columns)
    _agree(workspace, workshop_id, columns)
    return workshop_id


def _prepare(workspace: Workspace, workshop_id: str) -> None:
    topics = [
        TopicTable(new_id(), at + 1, f"Nachbarschaftshilfe und Ehrenamtskoordination {at + 1}")
        for at in range(TABLES)
    ]
    minutes = [18 * 60 + 10 * at for at in range(ITEMS + 1)]
    agenda = [
        AgendaItem(
            new_id(),
            f"Vorstellung der Arbeitsgruppenergebnisse der Tischpatenschaften, Runde {at + 1}",
            time(minutes[at] // 60, minutes[at] % 60),
            time(minutes[at + 1] // 60, minutes[at + 1] % 60),
            "kartenabfrage",
            "Bürgermeisterstellvertreterin",
        )
        for at in range(ITEMS)
    ]
    heads = [HeadCount(new_id(), "Ortsteil", f"{_PLACE} {at}", 3 * at) for at in range(18)]
    for old in workshop_lists.items(workspace, AgendaItem, workshop_id):
        workshop_lists.remove(workspace, old)
    workshop_lists.add_all(workspace, workshop_id, [*topics, *agenda, *heads])
    for at in range(PEOPLE):
        name = f"Freiherr von Hohenzollern-Sigmaringen, Maximilian Friedrich Leopold {at}"
        contact = "maximilian.von.hohenzollern-sigmaringen@gemeindeverwaltung.example"
        person = Participant(new_id(), "", name, topics[at % TABLES].id, contact=contact)
        participants.add(workspace, workshop_id, person)
    for at in range(30):
        name = f"Förderverein Mehrgenerationenhaus und Nachbarschaftszentrum {at + 1} e. V."
        actors.add(workspace, Actor(new_id(), None, name, contact="Vorstand, 07583 000000"))


def _capture(workspace: Workspace, workshop_id: str) -> list[Contribution]:
    tables = [contributions.table_id(workspace, workshop_id, at + 1) for at in range(TABLES)]
    made = []
    for at in range(AT_ONE_TABLE + 400):
        table = tables[0] if at < AT_ONE_TABLE else tables[1 + at % (TABLES - 1)]
        made.append(
            Contribution(
                new_id(),
                "",
                f"{at}: {_SAID if at % 3 else _SHORT[at % 4]}",
                kind=_KINDS[at % len(_KINDS)],
                table_id=table,
                action_field=_FIELDS[at % len(_FIELDS)],
                further_fields=(_FIELDS[(at + 1) % len(_FIELDS)],),
                target_groups=("hochbetagte", "menschen_mit_behinderung", "familien"),
                mention_count=1 + at % 12,
                captured_at=datetime(2027, 2, 26, 17, at % 60, tzinfo=UTC),
            )
        )
    return contributions.capture_many(workspace, workshop_id, made)


def _sort(workspace: Workspace, workshop_id: str, cards: list[Contribution]) -> list[Cluster]:
    columns = []
    for at in range(CLUSTERS):
        title = f"Barrierefreiheit, Verkehrssicherheit und Aufenthaltsqualität im Ortskern {at + 1}"
        column = Cluster(new_id(), "", title, action_field=_FIELDS[at % len(_FIELDS)])
        mine = [card.id for card in cards[at * 12 : at * 12 + 12]]
        columns.append(clusters.create(workspace, workshop_id, column, mine))
    return columns


def _weigh(workspace: Workspace, workshop_id: str, columns: list[Cluster]) -> None:
    options = polls.with_new_ids([column.title for column in columns])
    question = "Welche der vierzig Themen sollen wir im kommenden Haushaltsjahr zuerst angehen?"
    poll = Poll(new_id(), "dots", question, state="open", options=options, voters=PEOPLE,
                dots_per_person=5, max_per_option=3)  # fmt: skip
    polls.create(workspace, workshop_id, poll)
    for at, option in enumerate(options):
        polls.set_count(workspace, option.id, (at * 7) % 40)
    polls.set_state(workspace, poll.id, "closed")


def _agree(workspace: Workspace, workshop_id: str, columns: list[Cluster]) -> None:
    for at in range(MEASURES):
        measure = Measure(
            new_id(),
            "",
            f"Machbarkeitsstudie zum barrierefreien Umbau der Gemeindehalle, Bauabschnitt {at + 1}",
            goal=_SAID,
            responsible=_BODY,
            partners=f"{_BODY}; {_PLACE}",
            first_step=_SAID,
            due=date(2027, at % 12 + 1, 15),
            cost_estimate=Decimal(1_234_567),
            funding="Entwicklungsprogramm Ländlicher Raum (beantragt)",
            status=_STATUS[at % len(_STATUS)],
            decision_body="gemeinderat",
            cluster_ids=(columns[at % 20].id,),
        )
        measures.create(workspace, workshop_id, measure)
    for column in columns[20:25]:
        answer = Answer(new_id(), "declined", _SAID, cluster_id=column.id, answered_on=_DAY)
        answers.give(workspace, workshop_id, answer)
