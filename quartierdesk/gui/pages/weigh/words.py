"""What methods, rounds and cells of results are called in the language of the program."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from quartierdesk.services.poll_results import Cell, ResultColumn


def method_name(code: str) -> str:
    """Return what a method is called."""
    tr = QCoreApplication.translate
    names = {
        "dots": tr("PollMethod", "Dot poll"),
        "mood": tr("PollMethod", "Mood barometer"),
        "consensus": tr("PollMethod", "Consensus by resistance"),
        "pairwise": tr("PollMethod", "Comparison of pairs"),
        "borda": tr("PollMethod", "Ranking"),
        "effort_benefit": tr("PollMethod", "Effort and benefit"),
        "eisenhower": tr("PollMethod", "Important and urgent"),
    }
    return names.get(code, code)


def method_details(code: str) -> str:
    """Return in a few words what a method is for."""
    tr = QCoreApplication.translate
    details = {
        "dots": tr("PollMethod", "everybody sticks a few dots"),
        "mood": tr("PollMethod", "one dot on a scale"),
        "consensus": tr("PollMethod", "what meets the least resistance"),
        "pairwise": tr("PollMethod", "each with each, up to 8 topics"),
        "borda": tr("PollMethod", "everybody ranks, up to 10 topics"),
        "effort_benefit": tr("PollMethod", "what pays off first"),
        "eisenhower": tr("PollMethod", "now, later, elsewhere, not at all"),
    }
    return details.get(code, "")


def round_name(code: str) -> str:
    """Return what a round of polling is called; one of somebody's own as it is."""
    tr = QCoreApplication.translate
    names = {
        "table": tr("PollRound", "Round at the tables"),
        "plenary": tr("PollRound", "Plenary"),
        "start": tr("PollRound", "At the beginning"),
        "end": tr("PollRound", "At the end"),
    }
    return names.get(code, code)


def column_title(column: ResultColumn) -> str:
    """Return the heading of a column of a result."""
    tr = QCoreApplication.translate
    titles = {
        "dots": tr("ResultColumn", "Dots"),
        "share": tr("ResultColumn", "Share"),
        "votes": tr("ResultColumn", "Votes"),
        "resistance": tr("ResultColumn", "Resistance"),
        "mean": tr("ResultColumn", "Mean"),
        "acceptance": tr("ResultColumn", "Acceptance"),
        "objections": tr("ResultColumn", "Strong objections"),
        "below": tr("ResultColumn", "Better than now"),
        "points": tr("ResultColumn", "Points"),
        "weight": tr("ResultColumn", "Weight"),
        "first_places": tr("ResultColumn", "First places"),
        "effort": tr("ResultColumn", "Effort"),
        "benefit": tr("ResultColumn", "Benefit"),
        "ratio": tr("ResultColumn", "Benefit/effort"),
        "quadrant": tr("ResultColumn", "Field"),
        "important": tr("ResultColumn", "Important"),
        "urgent": tr("ResultColumn", "Urgent"),
        "field": tr("ResultColumn", "What follows"),
    }
    title = titles.get(column.key, column.key)
    return f"{title} {round_name(column.held)}".strip() if column.held else title


def cell_text(value: Cell, column: ResultColumn) -> str:
    """Return a cell as people read it, numbers in the way of the language."""
    tr = QCoreApplication.translate
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return tr("ResultColumn", "yes") if value else tr("ResultColumn", "no")
    number = number_text(value, column.places)
    return f"{number}\u00a0%" if column.kind == "percent" else number


def number_text(value: int | Decimal, places: int = 0) -> str:
    """Return a number in the way of the language, rounded as it is told everywhere."""
    if isinstance(value, int):
        return QLocale().toString(value)
    return QLocale().toString(float(value), "f", places)
