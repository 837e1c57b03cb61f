"""Finding contributions while somebody types."""

from collections.abc import Sequence
from dataclasses import dataclass

from quartierdesk.domain.text import LONGEST_TEXT, clean, search_variants
from quartierdesk.store.workspace import Workspace

_NEWEST_HITS = 300
_NEWEST_ROWS = 20_000
_SHORTEST_TRIGRAM = 3
_MOST_TERMS = 30
_PART, _BEGINNING, _WHOLE_WORD = 1, 2, 4

_COLUMNS = (
    "SELECT c.folded, c.id, c.workshop_id, c.label, c.title, c.text_original, c.text_minutes,"
    " c.place FROM "
)

_NOT_IN_THE_BIN = "c.workshop_id NOT IN (SELECT id FROM workshop WHERE deleted)"


@dataclass(frozen=True, slots=True)
class Hit:
    """A contribution that was found."""

    id: str
    workshop_id: str
    label: str
    title: str
    text_original: str
    text_minutes: str
    place: str


Term = tuple[str, ...]
"""The spellings of one word, the typed one first."""


def search(
    workspace: Workspace, text: str, *, workshop_id: str | None = None, limit: int = 50
) -> list[Hit]:
    """Return contributions that contain every word of `text`, best first.

    Case, accents and umlaut dots do not matter; parts of words are found. Ranked are the newest
    300 hits; over all workshops one or two letters are looked for in the newest 20,000
    contributions only.
    """
    terms = _terms(text)
    if not terms:
        return []
    query, parameters = statement(text, workshop_id)
    with workspace.reading() as session:
        rows = session.connection().exec_driver_sql(query, tuple(parameters)).all()
    spellings = [(s, 2 if s == term[0] else 1) for term in terms for s in term]
    scored = sorted((-_score(spellings, row[0]), place) for place, row in enumerate(rows))
    return [Hit(*tuple(rows[place])[1:]) for _, place in scored[:limit]]


def statement(text: str, workshop_id: str | None) -> tuple[str, list[str]]:
    """Return the query for what somebody typed, and its parameters."""
    terms = _terms(text)
    if workshop_id is not None:
        source = "contribution c WHERE c.workshop_id = ?"
        condition, parameters = _containing(terms)
        order = "ORDER BY c.seq DESC"
        return _with_order(source, condition, order), [workshop_id, *parameters]
    indexed = [term for term in terms if _match(term)]
    if indexed:
        source = (
            "contribution_search s JOIN contribution c ON c.seq = s.rowid WHERE s.folded MATCH ?"
        )
        condition, parameters = _containing([term for term in terms if term not in indexed])
        match = " AND ".join(_match(term) for term in indexed)
        return _with_order(source, condition, "ORDER BY s.rowid DESC"), [match, *parameters]
    newest = f"SELECT * FROM contribution ORDER BY seq DESC LIMIT {_NEWEST_ROWS}"
    condition, parameters = _containing(terms)
    return _with_order(f"({newest}) c WHERE 1", condition, "ORDER BY c.seq DESC"), parameters


def _terms(text: str) -> list[Term]:
    typed = clean(text[: LONGEST_TEXT // 10], "Suche")
    terms = [search_variants(word) for word in typed.split()][:_MOST_TERMS]
    return [term for term in terms if any(term)]


def _with_order(source: str, condition: str, order: str) -> str:
    return (
        f"{_COLUMNS}{source} AND c.deleted = 0 AND {_NOT_IN_THE_BIN}{condition} {order}"
        f" LIMIT {_NEWEST_HITS}"
    )


def _containing(terms: Sequence[Term]) -> tuple[str, list[str]]:
    condition = ""
    parameters: list[str] = []
    for term in terms:
        condition += f" AND ({' OR '.join('instr(c.folded, ?) > 0' for _ in term)})"
        parameters += term
    return condition, parameters


def _match(term: Term) -> str:
    """Return the term in the language of the index; "" where a spelling is too short for it."""
    if any(len(spelling) < _SHORTEST_TRIGRAM for spelling in term):
        return ""
    quoted = ['"' + spelling.replace('"', '""') + '"' for spelling in term]
    return f"({' OR '.join(quoted)})"


def _score(spellings: Sequence[tuple[str, int]], folded: str) -> int:
    """Return how well a text fits: whole words before beginnings of words before other parts."""
    score = 0
    for spelling, weight in spellings:
        start = folded.find(spelling)
        best = 0
        while start >= 0 and best < _WHOLE_WORD:
            end = start + len(spelling)
            if start and folded[start - 1].isalnum():
                fits = _PART
            elif folded[end : end + 1].isalnum():
                fits = _BEGINNING
            else:
                fits = _WHOLE_WORD
            best = max(best, fits)
            start = folded.find(spelling, start + 1)
        score += best * weight
    return score
