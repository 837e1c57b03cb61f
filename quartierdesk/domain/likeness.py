"""Which words tell whether two sentences say the same; the usual ones say nothing."""

import re

from quartierdesk.domain.text import fold

SHORTEST_STEM = 4
LONGEST_STEM = 5
"""Words are compared by their first letters: „Treffpunkt“ and „treffen“ both begin with „treff“."""

_WORD = re.compile(r"[^\W\d_]+")
# Folded. Words that stand in every second sentence of a workshop, whatever it is about.
_USUAL_WORDS = """
aber alle allem allen aller alles also andere anderen anderer anderes anders auch bald beim
bereits besser bisher bitte brauchen braucht brauchte brauchts dabei dafur daher damit
danach dann daran darauf darf darum dass davon dazu dein deine denn deren deshalb deswegen
dies diese diesem diesen dieser dieses doch dort dringend durch eben eher eigentlich eine
einem einen einer eines einfach einige endlich etwas euch euer eure fehlen fehlt fehlte
finde finden fuer ganz geben gehen geht genau genug gern gerne gibt gibts gilt gleich gute
guten guter gutes habe haben halt hatte hatten heute hier hinter ihnen ihre ihrem ihren
ihrer immer indem irgendwie jede jedem jeden jeder jedes jetzt kann kaum kein keine keinem
keinen keiner koennen koennte konnen konnte leider lieber machen macht manche mehr mein
meine meinem meinen meiner mich mindestens mochte mochten muss mussen musste nach nicht
nichts noch nochmal oder ohne schlecht schlechter schon schone sehr sein seine seinem seinen
seiner seit selbst sich sind sogar solche soll sollen sollte sollten sondern sonst sowie
statt uber uberall ueber unser unsere unserem unseren unserer unter viel viele vielen
vielleicht ware waren warum wegen weil weiter weitere wenig weniger wenn werden weshalb
wichtig wieder wieso will wird wirklich wollen worden wunsche wunschen wurde wurden zwar
zwischen
"""
_USUAL = frozenset(_USUAL_WORDS.split())


def stems(text: str) -> dict[str, str]:
    """Return the stems of the words that carry the meaning of `text`, each with its word."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if len(folded) >= SHORTEST_STEM and folded not in _USUAL:
            found.setdefault(folded[:LONGEST_STEM], match[0])
    return found
