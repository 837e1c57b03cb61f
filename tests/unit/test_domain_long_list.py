"""A long list makes what is looked at, once, and nothing else."""

import pytest

from quartierdesk.domain.long_list import LongList


def test_only_what_is_looked_at_is_made_and_only_once() -> None:
    made: list[int] = []

    def make(at: int) -> str:
        made.append(at)
        return f"Zeile {at}"

    rows = LongList([f"k{at}" for at in range(10_000)], make)

    assert len(rows) == 10_000
    assert rows[7] == rows[7] == "Zeile 7"
    assert rows[-1] == "Zeile 9999"
    assert rows[3:5] == ["Zeile 3", "Zeile 4"]
    assert made == [7, 9_999, 3, 4]


def test_it_ends_where_its_keys_end() -> None:
    rows = LongList(("a", "b"), lambda at: "ab"[at])

    assert list(rows) == ["a", "b"]
    assert "b" in rows
    with pytest.raises(IndexError):
        rows[2]
