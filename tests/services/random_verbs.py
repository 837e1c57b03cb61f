"""Everything a facilitator can do, with whatever there is: for working at random.

A verb takes the workspace, the present record of a workshop and a hand that draws; it may find
nothing to work on (`NothingThereError`) or be refused (`UserError`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from quartierdesk.domain.contribution import Cluster, SwotStatement
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import (
    Actor,
    AgendaItem,
    HeadCount,
    Indicator,
    NextStep,
    TopicTable,
)
from quartierdesk.services import (
    actors,
    answers,
    catalogues,
    clusters,
    contributions,
    indicators,
    measures,
    participants,
    photos,
    polls,
    workshop_lists,
    workshops,
)
from quartierdesk.services.catalogues import OwnEntry
from quartierdesk.store.workspace import Workspace
from tests.services.builders import card
from tests.services.rich import png

T = TypeVar("T")

TEXTS = st.sampled_from(["Bus", "Müll", "", "Straße nach „oben“", "Cafe\u0301", "a\nb"]) | st.text(
    max_size=8
)
CODES = st.lists(st.sampled_from(["familien", "senioren", "kinder", "familien "]), max_size=3)


class NothingThereError(Exception):
    """There is nothing yet that a verb could be done with."""


class Hand:
    """Draws at random from what there is."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def draw(self, strategy: st.SearchStrategy[T]) -> T:
        """Return a value."""
        return self._data.draw(strategy)

    def text(self) -> str:
        """Return a text, perhaps an empty or a strange one."""
        return self.draw(TEXTS)

    def number(self, lowest: int, highest: int) -> int:
        """Return a number within limits."""
        return self.draw(st.integers(lowest, highest))

    def one(self, things: Sequence[T]) -> T:
        """Return one of the things; raises `NothingThereError`."""
        if not things:
            raise NothingThereError
        return things[self.number(0, len(things) - 1)]

    def maybe(self, things: Sequence[T]) -> T | None:
        """Return one of the things or None."""
        if not things or self.number(0, 1) == 0:
            return None
        return self.one(things)

    def some(self, things: Sequence[T], most: int = 4) -> list[T]:
        """Return some of the things, none of them twice."""
        places = st.lists(st.integers(0, max(0, len(things) - 1)), unique=True, max_size=most)
        return [things[place] for place in self.draw(places)] if things else []


Verb = Callable[[Workspace, WorkshopRecord, Hand], object]


def open_ones(r: WorkshopRecord) -> list[Poll]:
    """Return the polls that are not closed; all where every one is, to see them refuse."""
    return [poll for poll in r.polls if poll.state != "closed"] or list(r.polls)


def create_workshop(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    if len(workshops.overview(w)) > 1:
        raise NothingThereError
    workshops.create_plain(w, hand.text())


def edit_workshop(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    workshops.edit(w, r.workshop, replace(r.workshop, title=hand.text(), notes=hand.text()))


def remove_workshop(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    if len(workshops.overview(w)) < 2:
        raise NothingThereError
    workshops.remove(w, r.workshop.id)


def edit_quarter(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    workshops.edit_quarter(w, r.quarter, replace(r.quarter, name=hand.text()))


def edit_municipality(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    workshops.edit_municipality(w, r.municipality, replace(r.municipality, name=hand.text()))


def capture(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    table = hand.maybe(r.tables)
    themes = tuple(hand.draw(CODES))
    label = hand.draw(st.sampled_from(["", "", "T1-003", "P-002", "B7"]))
    made = card(hand.text(), label=label, table_id=table.id if table else None, themes=themes)
    contributions.capture(w, r.workshop.id, made)


def capture_many(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    made = [card(f"{hand.text()}!") for _ in range(hand.number(0, 3))]
    contributions.capture_many(w, r.workshop.id, made)


def edit_contribution(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before = hand.one(r.contributions)
    table = hand.maybe(r.tables)
    after = replace(
        before,
        text_original=hand.text(),
        label=hand.draw(st.sampled_from([before.label, "T2-009"])),
        target_groups=tuple(hand.draw(CODES)),
        table_id=table.id if table else before.table_id,
        latitude=hand.draw(st.sampled_from([None, Decimal("48.50"), Decimal("48.5")])),
        publish=hand.draw(st.sampled_from(["yes", "anonymized", "no"])),
    )
    contributions.edit(w, before, after)


def remove_contributions(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    contributions.remove(w, [each.id for each in hand.some(r.contributions, 2)])


def mention_again(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    contributions.mention_again(w, hand.one(r.contributions).id)


def bundle(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    contributions.bundle(w, [each.id for each in hand.some(r.contributions)], hand.text())


def split_bundle(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    contributions.split_bundle(w, hand.one(r.bundles).id)


def set_up_table(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    contributions.table_id(w, r.workshop.id, hand.number(0, 3))


def edit_table(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before, host = hand.one(r.tables), hand.maybe(r.participants)
    after = replace(before, topic=hand.text(), host_id=host.id if host else None)
    workshop_lists.edit(w, before, after)


def remove_table(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    workshop_lists.remove(w, hand.one(r.tables))


def create_cluster(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    ids = [each.id for each in hand.some(r.contributions)]
    clusters.create(w, r.workshop.id, Cluster(new_id(), "", hand.text()), ids)


def edit_cluster(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before = hand.one(r.clusters)
    clusters.edit(w, before, replace(before, title=hand.text(), summary=hand.text()))


def assign(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    cluster = hand.maybe(r.clusters)
    ids = [each.id for each in hand.some(r.contributions)]
    clusters.assign(w, ids, cluster.id if cluster else None)


def merge(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    others = [each.id for each in hand.some(r.clusters, 2)]
    clusters.merge(w, hand.one(r.clusters).id, others)


def remove_cluster(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    clusters.remove(w, hand.one(r.clusters).id)


def arrange_clusters(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    clusters.arrange(w, [each.id for each in hand.some(r.clusters)])


def create_poll(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    method = hand.draw(
        st.sampled_from(
            ["dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower"]
        )
    )
    options = list(polls.with_new_ids(["A", "B"]))
    cluster, measure = hand.maybe(r.clusters), hand.maybe(r.measures)
    if cluster:
        options.append(PollOption(new_id(), cluster_id=cluster.id, position=2))
    if measure:
        options.append(PollOption(new_id(), measure_id=measure.id, position=3))
    made = Poll(new_id(), method, state="open", options=tuple(options))
    polls.create(w, r.workshop.id, made)


def edit_poll(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before = hand.one(r.polls)
    state = hand.draw(st.sampled_from(["draft", "open", "closed"]))
    scale_max = hand.draw(st.sampled_from([None, 2, 10]))
    polls.edit(w, before, replace(before, state=state, scale_max=scale_max, question=hand.text()))


def set_state(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    polls.set_state(w, hand.one(r.polls).id, hand.draw(st.sampled_from(["open", "closed"])))


def change_options(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    poll = hand.one(open_ones(r))
    match hand.number(0, 3):
        case 0:
            polls.add_option(w, poll.id, PollOption(new_id(), hand.text()))
        case 1:
            polls.remove_option(w, hand.one(poll.options).id)
        case 2:
            before = hand.one(poll.options)
            polls.edit_option(w, before, replace(before, label=hand.text()))
        case _:
            polls.add_group(w, poll.id, PollGroup(new_id(), hand.text(), voters=hand.number(0, 9)))


def remove_poll(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    polls.remove(w, hand.one(r.polls).id)


def count(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    poll = hand.one(open_ones(r))
    option, group = hand.one(poll.options), hand.maybe(poll.groups)
    place = {"group_id": group.id if group else None}
    number = hand.number(1, 2)
    if hand.draw(st.booleans()):
        polls.count(w, option.id, hand.number(-3, 5), **place, count_number=number)
    else:
        polls.set_count(w, option.id, hand.number(0, 5), **place, count_number=number)


def add_ballot(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    poll = hand.one(open_ones(r))
    aspects = {"effort_benefit": ("effort", "benefit"), "eisenhower": ("important", "urgent")}
    marks = []
    for option in hand.some(poll.options, 3):
        against = hand.one(poll.options).id if poll.method == "pairwise" else None
        for aspect in aspects.get(poll.method, ("",)):
            marks.append(BallotMark(new_id(), option.id, hand.number(0, 3), against, aspect))
    polls.add_ballots(w, poll.id, [Ballot(new_id(), hand.text(), tuple(marks))])


def remove_ballot(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    given = [ballot for poll in open_ones(r) for ballot in poll.ballots]
    polls.remove_ballot(w, hand.one(given).id)


def create_measure(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    made = Measure(
        new_id(),
        "",
        hand.text(),
        cluster_ids=tuple(each.id for each in hand.some(r.clusters, 2)),
        contribution_ids=tuple(each.id for each in hand.some(r.contributions, 2)),
    )
    measures.create(w, r.workshop.id, made)


def measure_from_cluster(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    measures.create_from_cluster(w, hand.one(r.clusters).id, hand.text())


def edit_measure(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before = hand.one(r.measures)
    after = replace(
        before,
        status=hand.draw(st.sampled_from(["idee", "abgelehnt"])),
        reason=hand.text(),
        cluster_ids=tuple(each.id for each in hand.some(r.clusters, 2)),
        contribution_ids=tuple(each.id for each in hand.some(r.contributions, 2)),
    )
    measures.edit(w, before, after)


def arrange_measures(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    measures.arrange(w, [each.id for each in hand.some(r.measures)])


def remove_measure(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    measures.remove(w, hand.one(r.measures).id)


def give_answer(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    cluster, measure = hand.maybe(r.clusters), hand.maybe(r.measures)
    contribution = None if cluster else hand.one(r.contributions)
    made = Answer(
        new_id(),
        hand.draw(st.sampled_from(["taken_up", "declined"])),
        hand.text(),
        cluster.id if cluster else None,
        contribution.id if contribution else None,
        measure.id if measure else None,
    )
    answers.give(w, r.workshop.id, made)


def change_answer(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before = hand.one(r.answers)
    if hand.draw(st.booleans()):
        answers.remove(w, before.id)
    else:
        answers.edit(w, before, replace(before, text=hand.text()))


def add_to_list(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    seen = hand.maybe(r.contributions)
    items: tuple[workshop_lists.ListItem, ...] = (
        AgendaItem(new_id(), hand.text()),
        HeadCount(new_id(), "Alter", hand.text(), hand.number(-1, 9)),
        NextStep(new_id(), hand.text()),
        TopicTable(new_id(), hand.number(0, 4)),
        SwotStatement(new_id(), "strength", seen.id if seen else None, hand.text()),
    )
    workshop_lists.add(w, r.workshop.id, hand.one(items))


def change_list(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    match hand.number(0, 2):
        case 0:
            workshop_lists.arrange(w, hand.some(r.agenda))
        case 1:
            before = hand.one(r.agenda)
            workshop_lists.edit(w, before, replace(before, title=hand.text(), public=False))
        case _:
            things: tuple[workshop_lists.ListItem, ...]
            things = (*r.agenda, *r.next_steps, *r.swot, *r.head_counts)
            workshop_lists.remove(w, hand.one(things))


def add_participant(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    table = hand.maybe(r.tables)
    made = Participant(new_id(), "TN", hand.text(), table.id if table else None)
    participants.add(w, r.workshop.id, made)


def change_participant(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    before = hand.one(r.participants)
    match hand.number(0, 2):
        case 0:
            participants.remove(w, before.id)
        case 1:
            participants.edit(w, before, replace(before, name=hand.text()))
        case _:
            kind = hand.draw(st.sampled_from(["list", "photo"]))
            given = hand.draw(st.booleans())
            participants.record_consent(w, before.id, kind, given)


def change_catalogue(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    code = hand.draw(st.sampled_from(["familien", "imker"]))
    only = hand.maybe([r.workshop.id])
    match hand.number(0, 2):
        case 0:
            chosen = hand.draw(st.sampled_from(["kda", "quartier2030", "gibt_es_nicht"]))
            catalogues.choose_fields(w, r.workshop.id, chosen)
        case 1:
            entry = OwnEntry(code, hand.text(), active=hand.draw(st.booleans()))
            catalogues.save_entry(w, "target_group", entry, only)
        case _:
            catalogues.remove_entry(w, "target_group", code, only)


def change_photos(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    match hand.number(0, 2):
        case 0:
            seen = hand.maybe(r.contributions)
            colour = hand.draw(st.sampled_from(["red", "blue"]))
            photos.add(w, r.workshop.id, png(colour, (4, 3)), seen.id if seen else None)
        case 1:
            before = hand.one(r.photos)
            photos.edit(w, before, replace(before, alt_text=hand.text(), public=True))
        case _:
            photos.remove(w, hand.one(r.photos).id)


def change_indicators(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    match hand.number(0, 2):
        case 0:
            made = Indicator(new_id(), "", hand.text(), Decimal(3), source="Zählung")
            only = hand.maybe([r.workshop.id])
            indicators.add(w, r.quarter.id, made, only)
        case 1:
            before = hand.one(indicators.of_quarter(w, r.quarter.id))
            indicators.edit(w, before, replace(before, year=hand.number(2000, 2030)))
        case _:
            indicators.remove(w, hand.one(indicators.of_quarter(w, r.quarter.id)).id)


def change_actors(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    match hand.number(0, 2):
        case 0:
            home = hand.maybe([r.municipality.id])
            actors.add(w, Actor(new_id(), home, hand.text()))
        case 1:
            before = hand.one(actors.listed(w, Actor))
            actors.edit(w, before, replace(before, name=hand.text(), notes=hand.text()))
        case _:
            actors.remove(w, hand.one(actors.listed(w, Actor)))


def several_at_once(w: Workspace, r: WorkshopRecord, hand: Hand) -> None:
    """Capture, sort and agree within one step, as an import does."""
    with w.transaction("Mehreres"):
        made = contributions.capture(w, r.workshop.id, card(f"{hand.text()}."))
        cluster = clusters.create(w, r.workshop.id, Cluster(new_id(), "", "Neu"), [made.id])
        contributions.edit(w, made, replace(made, text_minutes=hand.text(), themes=("x",)))
        if hand.draw(st.booleans()):
            clusters.remove(w, cluster.id)
        else:
            measures.create_from_cluster(w, cluster.id)


VERBS: tuple[Verb, ...] = tuple(
    value
    for name, value in list(globals().items())
    if getattr(value, "__module__", "") == __name__ and name[0].islower() and name != "open_ones"
)
