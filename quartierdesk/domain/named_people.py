"""Finding people who are named in running text, so that nothing public names them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from quartierdesk.domain.people import Participant

_WORD = re.compile(r"\w+")
# „1“ or „A“ is a number on a list, not something to be searched for in every sentence.
_TELLING_LABEL = re.compile(r"[^\W\d_]+[ -]?\d+")
_FORM_OF_ADDRESS = (
    r"(?:frau|herrn?|familie|fam\.|fr\.|hr\.|dr\.|prof\.|eheleute)(?:\s+(?:dr|prof)\.)*"
)
_GENITIVE = r"(?:s|['’]s?)?"


@dataclass(frozen=True, slots=True)
class NamedPeople:
    """How participants may be named: `words` are those without which no name is in a text."""

    pattern: re.Pattern[str]
    in_brackets: re.Pattern[str]
    words: frozenset[str]

    @classmethod
    def of(cls, people: Iterable[Participant]) -> Self | None:
        """Return how these people may be named, None where nobody has a name."""
        spellings = {text for person in people for text in _spellings(person)}
        surnames = {name for person in people if (name := _surname(person))}
        if not spellings:
            return None
        longest_first = sorted(spellings, key=lambda text: (-len(text), text))
        names = "|".join(_literally(text) for text in longest_first)
        if surnames:
            names += f"|{_FORM_OF_ADDRESS}\\s+(?:{'|'.join(map(_literally, sorted(surnames)))})"
        pattern = rf"(?<!\w)(?:{names}){_GENITIVE}(?!\w)"
        words = {word.casefold() for text in spellings for word in _WORD.findall(text)}
        return cls(
            re.compile(pattern, re.IGNORECASE),
            re.compile(rf"\s*\([^()]*{pattern}[^()]*\)", re.IGNORECASE),
            frozenset(words | {f"{word}s" for word in words}),
        )

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where one of these people is named in a text."""
        if not self.words.isdisjoint(word.casefold() for word in _WORD.findall(text)):
            yield from self.pattern.finditer(text)

    def replaced_in(self, text: str, substitute: str) -> str:
        """Return a text with `substitute` for these people; brackets that name one go whole."""
        if self.words.isdisjoint(word.casefold() for word in _WORD.findall(text)):
            return text
        return self.pattern.sub(substitute, self.in_brackets.sub("", text))


def _spellings(person: Participant) -> Iterator[str]:
    """Yield label and names, with the surname first and last, with all and one first name."""
    label = person.label.strip()
    if _TELLING_LABEL.fullmatch(label):
        yield label
    name = " ".join(person.name.split())
    if not name:
        return
    yield name
    surname, first_names = _surname(person), _first_names(person)
    if surname and first_names:
        for first in (" ".join(first_names), first_names[0]):
            yield f"{first} {surname}"
            yield f"{surname}, {first}"


def _surname(person: Participant) -> str:
    surname, comma, _ = person.name.partition(",")
    words = surname.split()
    if comma:
        return " ".join(words)
    return words[-1] if len(words) > 1 else ""


def _first_names(person: Participant) -> list[str]:
    surname, comma, first_names = person.name.partition(",")
    return first_names.split() if comma else surname.split()[:-1]


def _literally(text: str) -> str:
    words = [re.escape(word) for word in text.split()]
    # „Linde“ alone may be a name, „linde“ is none.
    return r"\s+".join(words) if len(words) > 1 else f"(?-i:{words[0]})"
