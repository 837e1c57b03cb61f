"""Tables are sorted as people sort: umlauts with their vowels, numbers as numbers, days as days."""

from datetime import date
from decimal import Decimal

from quartierdesk.domain import ordering


def test_umlauts_stand_with_their_vowels_and_case_does_not_matter() -> None:
    words = ["Zebra", "apfel", "Äpfel", "Straße", "Strand", "Ofen", "Öl", "Strasse 2"]
    assert sorted(words, key=ordering.of_words) == [
        "apfel", "Äpfel", "Ofen", "Öl", "Strand", "Straße", "Strasse 2", "Zebra",
    ]  # fmt: skip


def test_numbers_inside_of_words_count_as_numbers() -> None:
    labels = ["T10-001", "B010", "T3-017", "B9", "T3-002"]
    assert sorted(labels, key=ordering.of_words) == ["B9", "B010", "T3-002", "T3-017", "T10-001"]


def test_numbers_and_days_are_no_words() -> None:
    numbers: list[int | float | Decimal] = [Decimal(1204), 9, 16.8, -2]
    assert sorted(numbers, key=ordering.of_number) == [-2, 9, 16.8, Decimal(1204)]
    due = [(None, "vor der Sommerpause"), (date(2026, 12, 1), ""), (date(2027, 1, 31), "")]
    assert sorted(due, key=lambda each: ordering.of_day(*each)) == [due[1], due[2], due[0]]
