"""The rule of a poll as it is announced, and what a new poll usually looks like."""

from quartierdesk.domain.poll import Poll
from quartierdesk.domain.rounding import german

USUAL_MOOD_STEPS = ("sehr gut", "gut", "geht so", "schlecht", "sehr schlecht")
"""Steps of a mood poll, best first."""

USUAL_STATUS_QUO = "Es bleibt, wie es ist"
"""The option that is always asked along when people are asked for their resistance."""

MOST_TO_COMPARE = 8
MOST_TO_RANK = 10
"""More options than this make a comparison of pairs or a ranking too long for an evening."""


def rule_sentence(poll: Poll) -> str:
    """Return the rule in German as it is announced and printed."""
    match poll.method:
        case "dots":
            return _dots(poll)
        case "mood":
            return "Jede Person klebt einen Punkt auf eine Stufe."
        case "consensus":
            return (
                f"Jede Person gibt jedem Vorschlag 0 (kein Widerstand) bis {poll.scale_max or 10}"
                " (nicht tragbar) Widerstandspunkte."
            )
        case "pairwise" if poll.variant == "wins":
            return "Jedes Paar wird verglichen; das wichtigere Thema bekommt einen Punkt."
        case "pairwise":
            return "Jedes Paar wird verglichen: wichtiger 2 Punkte, gleich wichtig je 1 Punkt."
        case "borda" if poll.variant == "modified":
            return (
                "Jede Person nennt so viele Themen, wie sie möchte, in ihrer Reihenfolge; nicht"
                " genannte bekommen keine Punkte."
            )
        case "borda":
            return "Jede Person bringt alle Themen in ihre Reihenfolge; Platz 1 zählt am meisten."
        case "effort_benefit":
            return "Aufwand und Nutzen werden von 1 (gering) bis 5 (hoch) geschätzt."
        case "eisenhower":
            return "Zu jedem Thema wird gesagt, ob es wichtig und ob es dringend ist."
    return ""


def _dots(poll: Poll) -> str:
    if poll.dots_per_person is None:
        return ""
    amount = poll.dots_per_person
    each = "1 Punkt je Person" if amount == 1 else f"{german(amount)} Punkte je Person"
    if poll.max_per_option is None or poll.max_per_option >= amount:
        return f"{each}, beliebig verteilt."
    return f"{each}, höchstens {german(poll.max_per_option)} auf ein Thema."
