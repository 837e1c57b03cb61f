"""What cannot be a poll or a ballot; what is only unusual is warned about, never refused."""

from dataclasses import replace

from quartierdesk.domain.poll import MOST_DOTS, Ballot, Poll, PollOption
from quartierdesk.errors import UserError

_METHODS = ("dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower")
_STATES = ("draft", "open", "closed")
_ASPECTS = {"effort_benefit": ("effort", "benefit"), "eisenhower": ("important", "urgent")}
_RANGES = {"pairwise": (0, 2), "effort_benefit": (1, 5), "eisenhower": (0, 1)}
_VARIANTS = {"pairwise": ("", "graded", "wins"), "borda": ("", "classic", "modified")}
_LOOK = "Bitte vergleichen Sie die Eingabe mit dem Zettel."
_MEND_THE_RULE = "Bitte berichtigen Sie die Regel der Abfrage."


def refuse_impossible_poll(poll: Poll) -> None:
    """Raise `UserError` for an unknown method or state or an impossible rule."""
    if poll.method not in _METHODS:
        raise UserError(
            f"Das Verfahren „{poll.method}“ gibt es nicht.", "Bitte wählen Sie ein anderes."
        )
    if poll.state not in _STATES:
        raise UserError(
            f"Den Zustand „{poll.state}“ gibt es nicht.", "Bitte wählen Sie einen anderen."
        )
    for number in (poll.dots_per_person, poll.max_per_option, poll.scale_max):
        if number is not None and number < 1:
            raise UserError(
                "Punkte je Person, je Thema und die Skala sind mindestens eins.", _MEND_THE_RULE
            )
    if poll.voters is not None and poll.voters < 0:
        raise UserError("Eine Zahl von Menschen kann nicht kleiner als null sein.", _MEND_THE_RULE)
    if poll.variant not in _VARIANTS.get(poll.method, (poll.variant,)):
        raise UserError(
            f"Die Zählweise „{poll.variant}“ gibt es bei diesem Verfahren nicht.",
            "Bitte wählen Sie eine andere.",
        )
    for option in poll.options:
        refuse_impossible_option(option)
    _refuse_impossible_tallies(poll)
    for ballot in poll.ballots:
        refuse_impossible_ballot(poll, ballot)


def refuse_impossible_option(option: PollOption) -> None:
    """Raise `UserError` for something to choose that has no name."""
    stands_for = option.cluster_id or option.contribution_id or option.measure_id
    if not option.label.strip() and not stands_for:
        raise UserError(
            "Eine Wahlmöglichkeit hat keinen Namen.", "Bitte schreiben Sie, was zur Wahl steht."
        )


def refuse_impossible_count(dots: int) -> None:
    """Raise `UserError` for a number of dots that nobody can have counted."""
    if not 0 <= dots <= MOST_DOTS:
        raise UserError(
            "Eine Zahl von Punkten liegt zwischen 0 und 1.000.000.", "Bitte zählen Sie noch einmal."
        )


def _refuse_impossible_tallies(poll: Poll) -> None:
    options = {option.id for option in poll.options}
    groups = {None, *(group.id for group in poll.groups)}
    for tally in poll.tallies:
        if tally.option_id not in options or tally.group_id not in groups:
            raise UserError(
                "Punkte sind für etwas gezählt, was nicht zur Wahl steht.",
                "Bitte nehmen Sie es zuerst in die Abfrage auf.",
            )
        if tally.count_number < 1:
            raise UserError(
                "Die Zählungen werden ab eins nummeriert.", "Bitte nennen Sie eine ab 1."
            )
        refuse_impossible_count(abs(tally.count))


def refuse_impossible_ballot(poll: Poll, ballot: Ballot) -> None:
    """Raise `UserError` for a ballot with a mark that its poll cannot have."""
    name = f"Stimmzettel „{ballot.label}“" if ballot.label else "Ein Stimmzettel"
    options = {option.id for option in poll.options}
    lowest, highest = _range(poll)
    for mark in ballot.marks:
        if mark.option_id not in options or (mark.against_id or mark.option_id) not in options:
            raise UserError(f"{name} nennt etwas, was nicht zur Wahl steht.", _LOOK)
        if not lowest <= mark.value <= highest:
            raise UserError(
                f"{name} enthält den Wert {mark.value}; möglich ist {lowest} bis {highest}.", _LOOK
            )
        if poll.method == "pairwise" and poll.variant == "wins" and mark.value == 1:
            raise UserError(
                f"{name} nennt zwei Themen gleich wichtig; bei dieser Zählweise gewinnt eines.",
                _LOOK,
            )
        if mark.aspect not in _ASPECTS.get(poll.method, ("",)):
            raise UserError(f"{name} passt nicht zum Verfahren der Abfrage.", _LOOK)
        if (mark.against_id is not None) != (poll.method == "pairwise"):
            raise UserError(f"{name} passt nicht zum Verfahren der Abfrage.", _LOOK)
    places = [(mark.option_id, mark.against_id, mark.aspect) for mark in ballot.marks]
    if len(set(places)) != len(places) or any(option == other for option, other, _ in places):
        raise UserError(f"{name} nennt etwas doppelt.", _LOOK)


def fitted(poll: Poll) -> tuple[Poll, int]:
    """Return a poll whose ballots fit its rule, and how many ballots do not count.

    One laptop may have changed the rule while others collected ballots by the old one. Then what
    people put on paper holds: the scale reaches as far as it was used, comparisons may end in a
    draw. A ballot that belongs to another method cannot be counted.
    """
    values = [mark.value for ballot in poll.ballots for mark in ballot.marks]
    if poll.method == "consensus" and max(values, default=0) > (poll.scale_max or 10):
        poll = replace(poll, scale_max=max(values))
    if poll.method == "pairwise" and poll.variant == "wins" and 1 in values:
        poll = replace(poll, variant="graded")
    if poll.method == "borda" and max(values, default=0) > len(poll.options):
        poll = replace(poll, ballots=tuple(map(_moved_up, poll.ballots)))
    kept = tuple(ballot for ballot in poll.ballots if _fits(poll, ballot))
    return replace(poll, ballots=kept), len(poll.ballots) - len(kept)


def _moved_up(ballot: Ballot) -> Ballot:
    """Return a ballot on which the ranks move up where something to choose is gone."""
    places = {rank: n for n, rank in enumerate(sorted({m.value for m in ballot.marks}), start=1)}
    return replace(
        ballot, marks=tuple(replace(mark, value=places[mark.value]) for mark in ballot.marks)
    )


def _fits(poll: Poll, ballot: Ballot) -> bool:
    try:
        refuse_impossible_ballot(poll, ballot)
    except UserError:
        return False
    return True


def _range(poll: Poll) -> tuple[int, int]:
    if poll.method == "consensus":
        return 0, poll.scale_max or 10
    if poll.method == "borda":
        return 1, len(poll.options)
    return _RANGES.get(poll.method, (0, MOST_DOTS))
