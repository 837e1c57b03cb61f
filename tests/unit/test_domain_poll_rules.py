"""The rule of every method is said in one German sentence."""

import pytest

from quartierdesk.domain.poll import Poll
from quartierdesk.domain.poll_rules import rule_sentence


@pytest.mark.parametrize(
    ("poll", "sentence"),
    [
        (Poll("p", "dots"), ""),
        (Poll("p", "dots", dots_per_person=1), "1 Punkt je Person, beliebig verteilt."),
        (
            Poll("p", "dots", dots_per_person=4, max_per_option=2),
            "4 Punkte je Person, höchstens 2 auf ein Thema.",
        ),
        (
            Poll("p", "dots", dots_per_person=2, max_per_option=2),
            "2 Punkte je Person, beliebig verteilt.",
        ),
        (Poll("p", "mood"), "Jede Person klebt einen Punkt auf eine Stufe."),
        (
            Poll("p", "consensus", scale_max=5),
            (
                "Jede Person gibt jedem Vorschlag 0 (kein Widerstand) bis 5 (nicht tragbar)"
                " Widerstandspunkte."
            ),
        ),
        (
            Poll("p", "pairwise"),
            "Jedes Paar wird verglichen: wichtiger 2 Punkte, gleich wichtig je 1 Punkt.",
        ),
        (
            Poll("p", "pairwise", variant="wins"),
            "Jedes Paar wird verglichen; das wichtigere Thema bekommt einen Punkt.",
        ),
        (
            Poll("p", "borda"),
            "Jede Person bringt alle Themen in ihre Reihenfolge; Platz 1 zählt am meisten.",
        ),
        (
            Poll("p", "borda", variant="modified"),
            (
                "Jede Person nennt so viele Themen, wie sie möchte, in ihrer Reihenfolge; nicht"
                " genannte bekommen keine Punkte."
            ),
        ),
        (
            Poll("p", "effort_benefit"),
            "Aufwand und Nutzen werden von 1 (gering) bis 5 (hoch) geschätzt.",
        ),
        (
            Poll("p", "eisenhower"),
            "Zu jedem Thema wird gesagt, ob es wichtig und ob es dringend ist.",
        ),
        (Poll("p", "unbekannt"), ""),
    ],
)
def test_the_rule_is_said_as_it_is_announced(poll: Poll, sentence: str) -> None:
    assert rule_sentence(poll) == sentence
