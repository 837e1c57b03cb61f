"""What methods, rounds and cells of results are called in the language of the program."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from quartierdesk.services.poll_results import Cell, ResultColumn


def method_name(code: str) -> str:
    """Return what a method is called."""
    names = {
        "dots": QCoreApplication.translate("PollMethod", "Dot poll"),
        "mood": QCoreApplication.translate("PollMethod", "Mood barometer"),
        "consensus": QCoreApplication.translate("PollMethod", "Consensus by least resistance"),
        "pairwise": QCoreApplication.translate("PollMethod", "Comparison of pairs"),
        "borda": QCoreApplication.translate("PollMethod", "Ranking"),
        "effort_benefit": QCoreApplication.translate("PollMethod", "Effort and benefit"),
        "eisenhower": QCoreApplication.translate("PollMethod", "Important and urgent"),
    }
    return names.get(code, code)


def method_details(code: str) -> str:
    """Return in a few words what a method is for."""
    details = {
        "dots": QCoreApplication.translate("PollMethod", "everyone places a few dots"),
        "mood": QCoreApplication.translate("PollMethod", "one dot on a scale"),
        "consensus": QCoreApplication.translate("PollMethod", "what meets the least resistance"),
        "pairwise": QCoreApplication.translate("PollMethod", "each with each, up to 8 topics"),
        "borda": QCoreApplication.translate("PollMethod", "everybody ranks, up to 10 topics"),
        "effort_benefit": QCoreApplication.translate("PollMethod", "what pays off first"),
        "eisenhower": QCoreApplication.translate("PollMethod", "now, later, elsewhere, not at all"),
    }
    return details.get(code, "")


def round_name(code: str) -> str:
    """Return what a round of polling is called; one of somebody's own as it is."""
    names = {
        "table": QCoreApplication.translate("PollRound", "Round at the tables"),
        "plenary": QCoreApplication.translate("PollRound", "Plenary"),
        "start": QCoreApplication.translate("PollRound", "At the beginning"),
        "end": QCoreApplication.translate("PollRound", "At the end"),
    }
    return names.get(code, code)


def column_title(column: ResultColumn) -> str:
    """Return the heading of a column of a result."""
    titles = {
        "dots": QCoreApplication.translate("ResultColumn", "Dots"),
        "share": QCoreApplication.translate("ResultColumn", "Share"),
        "votes": QCoreApplication.translate("ResultColumn", "Votes"),
        "resistance": QCoreApplication.translate("ResultColumn", "Resistance"),
        "mean": QCoreApplication.translate("ResultColumn", "Mean"),
        "acceptance": QCoreApplication.translate("ResultColumn", "Acceptance"),
        "objections": QCoreApplication.translate("ResultColumn", "Strong\nobjections"),
        "below": QCoreApplication.translate("ResultColumn", "Better\nthan now"),
        "points": QCoreApplication.translate("ResultColumn", "Points"),
        "weight": QCoreApplication.translate("ResultColumn", "Weight"),
        "first_places": QCoreApplication.translate("ResultColumn", "First\nplaces"),
        "effort": QCoreApplication.translate("ResultColumn", "Effort"),
        "benefit": QCoreApplication.translate("ResultColumn", "Benefit"),
        "ratio": QCoreApplication.translate("ResultColumn", "Benefit/\neffort"),
        "quadrant": QCoreApplication.translate("ResultColumn", "Field"),
        "important": QCoreApplication.translate("ResultColumn", "Important"),
        "urgent": QCoreApplication.translate("ResultColumn", "Urgent"),
        "field": QCoreApplication.translate("ResultColumn", "What follows"),
    }
    title = titles.get(column.key, column.key)
    return f"{title}\n{round_name(column.held)}" if column.held else title


def cell_text(value: Cell, column: ResultColumn) -> str:
    """Return a cell as people read it, numbers in the way of the language."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return (
            QCoreApplication.translate("ResultColumn", "yes")
            if value
            else QCoreApplication.translate("ResultColumn", "no")
        )
    number = number_text(value, column.places)
    return f"{number}\u00a0%" if column.kind == "percent" else number


def number_text(value: int | Decimal, places: int = 0) -> str:
    """Return a number in the way of the language, rounded as it is told everywhere."""
    if isinstance(value, int):
        return QLocale().toString(value)
    return QLocale().toString(float(value), "f", places)
