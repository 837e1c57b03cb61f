"""What of a workshop may leave the house."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from quartierdesk.domain.contribution import Bundle, Contribution, Photo, SwotStatement
from quartierdesk.domain.edition import UNNAMED, WITHHELD, protected_head_counts, published
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import evaluate, tallied
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    FeedbackCount,
    FeedbackQuote,
    HeadCount,
    Municipality,
    NextStep,
    Quarter,
    Signature,
    TopicTable,
    Workshop,
)

SECRET = "Geheim"
EMPTY = WorkshopRecord(
    Municipality("g", "Hörlesbach"), Quarter("q", "g", "Kernort"), Workshop("w", "q", "Werkstatt")
)


def card(key: str, **values: object) -> Contribution:
    return replace(
        Contribution(key, f"P-{key}", "Der Bus fährt selten."),
        **values,  # type: ignore[arg-type]
    )


def with_polls(*polls: Poll, record: WorkshopRecord = EMPTY) -> WorkshopRecord:
    return replace(record, polls=polls, outcomes={poll.id: evaluate(poll) for poll in polls})


def dot_poll(*groups: PollGroup, **values: object) -> Poll:
    options = (PollOption("bus", "Bus"), PollOption("laden", "Laden", position=1))
    tallies = [Tally(f"{g.id}{n}", "bus", n, g.id, n, "Laptop") for g in groups for n in (1, 2)]
    poll = Poll("p", "dots", state="closed", options=options, groups=groups, tallies=tuple(tallies))
    return replace(poll, **values)  # type: ignore[arg-type]


def test_everything_internal_is_gone() -> None:
    internal = replace(
        EMPTY,
        municipality=replace(EMPTY.municipality, data_protection_officer=SECRET),
        quarter=replace(EMPTY.quarter, notes=SECRET),
        workshop=replace(EMPTY.workshop, notes=SECRET),
        agenda=(
            AgendaItem("a", "Plenum", notes=SECRET),
            AgendaItem("b", SECRET, public=False),
        ),
        tables=(TopicTable("t", 1, "Verkehr", host_id=SECRET),),
        participants=(Participant(SECRET, "TN-01", "Maier, Anna", contact=SECRET),),
        contributions=(card("1", note=SECRET, captured_at=datetime(2026, 3, 13, tzinfo=UTC)),),
        answers=(Answer("w", "answered", "Ja", None, "1", answered_by=SECRET),),
        enclosures=(Enclosure("e", SECRET, public=False), Enclosure("f", "Plan")),
        signatures=(Signature("s", SECRET, SECRET),),
        photos=(Photo(SECRET, "ab" * 32, 1, 1), Photo("z", "cd" * 32, 1, 1, public=True)),
    )

    public = published(internal)

    assert SECRET not in repr(public)
    assert (public.edition, public.participants, public.signatures) == ("public", (), ())
    assert [item.title for item in public.agenda] == ["Plenum"]
    assert public.contributions[0].captured_at is None
    assert [e.title for e in public.enclosures] == ["Plan"]
    assert len(public.photos) == 1


def test_the_internal_record_is_not_touched_and_a_public_one_stays() -> None:
    internal = replace(EMPTY, head_counts=(HeadCount("h", "Alter", "80+", 2),))

    public = published(internal)

    assert internal.head_counts[0].count == 2
    assert public.head_counts[0].count is None
    assert published(public) is public, "a suppressed number must not come back as zero"


def test_what_is_not_for_publication_is_nowhere() -> None:
    hidden = card("1", text_original=SECRET, publish="no", bundle_id="b")
    options = (PollOption("o", SECRET, contribution_id="1"), PollOption("p", "Laden"))
    internal = with_polls(
        Poll("p", "dots", state="closed", options=options),
        record=replace(
            EMPTY,
            contributions=(hidden, card("2", bundle_id="b")),
            bundles=(Bundle("b", SECRET, "1"),),
            swot=(SwotStatement("s", "weakness", "1", SECRET),),
            photos=(Photo("f", "ab" * 32, 1, 1, "1", alt_text=SECRET, public=True),),
            measures=(Measure("m", "M01", "Bus", contribution_ids=("1", "2")),),
            answers=(Answer("a", "answered", SECRET, None, "1"),),
        ),
    )

    public = published(internal)

    assert SECRET not in repr(public)
    assert [(c.id, c.bundle_id) for c in public.contributions] == [("2", None)]
    assert public.measures[0].contribution_ids == ("2",)
    assert public.polls[0].options[0].label == WITHHELD
    assert (public.bundles, public.swot, public.photos, public.answers) == ((), (), (), ())


@pytest.mark.parametrize("change", [{"publish": "anonymized"}, {"contains_personal_data": True}])
def test_a_reworded_card_shows_its_minutes_and_no_place(change: dict[str, object]) -> None:
    told = card(
        "1",
        text_original=SECRET,
        title=SECRET,
        place=SECRET,
        source_url=f"https://{SECRET}",
        latitude=Decimal("48.5"),
        longitude=Decimal("9.1"),
        text_minutes="Eine Person ist gestürzt.",
        **change,
    )
    internal = replace(
        EMPTY,
        contributions=(told, replace(told, id="2", text_minutes="")),
        swot=(SwotStatement("s", "weakness", "1", SECRET),),
    )

    public = published(internal)

    assert SECRET not in repr(public)
    first, second = public.contributions
    assert (first.text_original, first.wording) == ("Eine Person ist gestürzt.",) * 2
    assert (first.latitude, first.longitude) == (None, None)
    assert second.wording == WITHHELD
    assert [statement.contribution_id for statement in public.swot] == ["1"]


def test_an_open_card_keeps_its_words_and_place() -> None:
    told = card("1", title="Bus", place="Rathaus", latitude=Decimal("48.5"))

    assert published(replace(EMPTY, contributions=(told,))).contributions == (told,)


def test_a_bundle_with_one_reworded_card_is_not_shown() -> None:
    cards = (card("1", bundle_id="a"), card("2", bundle_id="b", publish="anonymized"))
    internal = replace(
        EMPTY, contributions=cards, bundles=(Bundle("a", "Bus"), Bundle("b", SECRET))
    )

    public = published(internal)

    assert [bundle.id for bundle in public.bundles] == ["a"]
    assert [item.bundle_id for item in public.contributions] == ["a", None]


def test_names_of_participants_are_unreadable_in_every_text() -> None:
    internal = replace(
        EMPTY,
        participants=(Participant("1", "TN-05", "Maier, Anna"),),
        contributions=(card("1", text_original="Anna Maier sagt: Der Bus fährt selten."),),
        measures=(Measure("m", "M01", "AG Bus", responsible="AG Bus (Sprecherin: TN-05)"),),
        next_steps=(NextStep("n", "Termin", who="Frau Maier"),),
        feedback_quotes=(FeedbackQuote("f", "Danke an Anna Maier!"),),
    )

    public = published(internal)

    assert public.contributions[0].text_original == f"{UNNAMED} sagt: Der Bus fährt selten."
    assert public.measures[0].responsible == "AG Bus"
    assert public.next_steps[0].who == UNNAMED
    assert public.feedback_quotes[0].text == f"Danke an {UNNAMED}!"


def test_identities_are_not_taken_for_texts() -> None:
    internal = replace(
        EMPTY,
        participants=(Participant("x", "TN-05", "P-1"), Participant("y", "T1", "Maier, Anna")),
        tables=(TopicTable("T1", 1),),
        contributions=(card("1", id="TN-05", table_id="T1"),),
    )

    (public,) = published(internal).contributions

    assert (public.id, public.table_id) == ("TN-05", "T1")


def test_a_name_that_is_also_a_code_leaves_the_codes_as_they_are() -> None:
    poll = Poll("p", "dots", "Wohin will table?", round="table", state="closed", variant="wins")
    internal = replace(
        EMPTY,
        participants=(
            Participant("x", "TN-05", "table"),
            Participant("y", "TN-06", "dots"),
            Participant("z", "TN-07", "Maier"),
        ),
        polls=(poll,),
        agenda=(
            AgendaItem("a", "Plenum", method="Vortrag table"),
            AgendaItem("b", "Impuls", method="Maier/Schulz"),
        ),
    )

    public = published(internal)

    assert (public.polls[0].method, public.polls[0].round) == ("dots", "table")
    assert public.polls[0].question == f"Wohin will {UNNAMED}?"
    methods = [item.method for item in public.agenda]
    assert methods == [f"Vortrag {UNNAMED}", f"{UNNAMED}/Schulz"]


def test_small_groups_among_those_present_are_hidden() -> None:
    counted = {"weiblich": 33, "männlich": 26, "divers": 1}
    record = replace(
        EMPTY,
        head_counts=(
            *(HeadCount(value, "Geschlecht", value, n) for value, n in counted.items()),
            HeadCount("k", "Kinder", "Kinder", 2),
            HeadCount("n", "Hunde", "Hunde", 0),
            HeadCount("g", "Gäste", "Gäste", 9),
        ),
    )

    shown = {item.value: item.count for item in protected_head_counts(record)}

    assert shown == {
        "weiblich": 33,
        "männlich": None,
        "divers": None,
        "Kinder": None,
        "Hunde": 0,
        "Gäste": 9,
    }


@pytest.mark.parametrize(("returned", "shown"), [(None, 1), (0, 1), (1, 0), (4, 0), (5, 1)])
def test_few_feedback_sheets_are_told_in_words_only(returned: int | None, shown: int) -> None:
    internal = replace(
        EMPTY,
        workshop=replace(EMPTY.workshop, feedback_returned=returned),
        feedback=(FeedbackCount("f", "Wie war es?", "gut", 1),),
        feedback_quotes=(FeedbackQuote("q", "Schön war es."),),
    )

    public = published(internal)

    assert (len(public.feedback), len(public.feedback_quotes)) == (shown, 1)


@pytest.mark.parametrize("state", ["draft", "open"])
def test_polls_are_published_when_they_are_closed(state: str) -> None:
    public = published(with_polls(dot_poll(state=state)))

    assert (public.polls, public.outcomes) == ((), {})


def test_sheets_and_laptops_are_not_published_but_the_result_is() -> None:
    ballots = (Ballot("b", SECRET, (BallotMark("m", "bus", 3),)),)
    internal = with_polls(dot_poll(PollGroup("t", "Tisch 1", voters=10), ballots=ballots))

    public = published(internal)

    assert SECRET not in repr(public)
    assert "Laptop" not in repr(public)
    assert public.outcomes == internal.outcomes
    assert tallied(public.polls[0]) == {("bus", "t"): 2}, "the last count, added up"


def test_small_groups_of_voters_are_not_shown_apart() -> None:
    groups = (PollGroup("t", "Erwachsene", voters=40), PollGroup("j", "Jugend", voters=3))
    internal = with_polls(dot_poll(*groups, dots_per_person=2))

    public = published(internal)

    (poll,) = public.polls
    assert (poll.groups, poll.voters) == ((), 43)
    assert tallied(poll) == {("bus", None): 4}
    assert evaluate(poll) == internal.outcomes["p"]


def test_large_groups_of_voters_stay() -> None:
    groups = tuple(PollGroup(f"t{n}", f"Tisch {n}", voters=10) for n in range(3))

    (poll,) = published(with_polls(dot_poll(*groups))).polls

    assert poll.groups == groups
    assert tallied(poll) == {("bus", group.id): 2 for group in groups}


@pytest.mark.parametrize(("people", "told"), [(0, True), (4, False), (5, True)])
def test_the_mood_of_few_is_not_told(people: int, told: bool) -> None:
    options = (PollOption("1", "gut"), PollOption("2", "schlecht", position=1))
    tallies = (Tally("t", "1", people),)
    mood = Poll("p", "mood", "Wie war es?", state="closed", options=options, tallies=tallies)

    public = published(with_polls(mood))

    assert ("p" in public.outcomes) is told
    assert sum(tally.count for tally in public.polls[0].tallies) == (people if told else 0)
    assert public.polls[0].question == "Wie war es?"
