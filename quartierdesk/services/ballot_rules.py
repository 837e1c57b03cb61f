"""What cannot be a poll or a ballot; what is only unusual is warned about, never refused."""

from quartierdesk.domain.poll import Ballot, Poll
from quartierdesk.errors import UserError

_METHODS = ("dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower")
_STATES = ("draft", "open", "closed")
_ASPECTS = {"effort_benefit": ("effort", "benefit"), "eisenhower": ("important", "urgent")}
_RANGES = {"pairwise": (0, 2), "effort_benefit": (1, 5), "eisenhower": (0, 1)}


def refuse_impossible_poll(poll: Poll) -> None:
    """Raise `UserError` for an unknown method or state or an impossible rule."""
    if poll.method not in _METHODS:
        raise UserError(f"Das Verfahren „{poll.method}“ gibt es nicht.")
    if poll.state not in _STATES:
        raise UserError(f"Den Zustand „{poll.state}“ gibt es nicht.")
    for number in (poll.dots_per_person, poll.max_per_option, poll.scale_max):
        if number is not None and number < 1:
            raise UserError("Punkte je Person, je Thema und die Skala sind mindestens eins.")
    if poll.voters is not None and poll.voters < 0:
        raise UserError("Eine Zahl von Menschen kann nicht kleiner als null sein.")
    if any(tally.count < 0 for tally in poll.tallies):
        raise UserError("Eine Zahl von Punkten kann nicht kleiner als null sein.")
    for ballot in poll.ballots:
        refuse_impossible_ballot(poll, ballot)


def refuse_impossible_ballot(poll: Poll, ballot: Ballot) -> None:
    """Raise `UserError` for a ballot with a mark that its poll cannot have."""
    name = f"Stimmzettel „{ballot.label}“" if ballot.label else "Ein Stimmzettel"
    options = {option.id for option in poll.options}
    lowest, highest = _range(poll)
    for mark in ballot.marks:
        if mark.option_id not in options or (mark.against_id or mark.option_id) not in options:
            raise UserError(f"{name} nennt etwas, was nicht zur Wahl steht.")
        if not lowest <= mark.value <= highest:
            raise UserError(
                f"{name} enthält den Wert {mark.value}; möglich ist {lowest} bis {highest}."
            )
        if mark.aspect not in _ASPECTS.get(poll.method, ("",)):
            raise UserError(f"{name} passt nicht zum Verfahren der Abfrage.")
        if (mark.against_id is not None) != (poll.method == "pairwise"):
            raise UserError(f"{name} passt nicht zum Verfahren der Abfrage.")
    places = [(mark.option_id, mark.against_id, mark.aspect) for mark in ballot.marks]
    if len(set(places)) != len(places) or any(option == other for option, other, _ in places):
        raise UserError(f"{name} nennt etwas doppelt.")


def _range(poll: Poll) -> tuple[int, int]:
    if poll.method == "consensus":
        return 0, poll.scale_max or 10
    if poll.method == "borda":
        return 1, len(poll.options)
    return _RANGES.get(poll.method, (0, 1_000_000))
