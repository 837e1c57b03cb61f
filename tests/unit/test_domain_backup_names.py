"""The name of a backup and what is read from it."""

import unicodedata
from datetime import datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain.backup_names import REASONS, BackupName, Reason, read_name

names = st.builds(
    BackupName,
    st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2999, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0, fold=0)
    ),
    st.sampled_from(get_args(Reason)),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.text("0123456789abcdef", min_size=8, max_size=8),
)


@given(names)
def test_a_name_is_read_as_it_was_written(name: BackupName) -> None:
    assert read_name(str(name)) == name
    assert read_name(unicodedata.normalize("NFD", str(name))) == name


@given(names)
def test_every_system_takes_the_name(name: BackupName) -> None:
    assert not set('<>:"/\\|?*\n') & set(str(name))
    assert len(str(name).encode()) < 140


def test_it_reads_like_a_sentence() -> None:
    name = BackupName(datetime(2026, 11, 6, 8, 5, 9), "close", 1, 412, "7f3a9c00")
    assert str(name) == (
        "2026-11-06 08.05.09 beim Schließen, 1 Werkstatt, 412 Beiträge [7f3a9c00].quartier"
    )


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(get_args(Reason))
    assert len(set(REASONS.values())) == len(REASONS)


@pytest.mark.parametrize(
    "name",
    [
        "Werkstatt.quartier",
        "2026-13-06 08.05.09 beim Schließen, 1 Werkstatt, 4 Beiträge [7f].quartier",
        "2026-11-06 08.05.09 aus Versehen, 1 Werkstatt, 4 Beiträge [7f].quartier",
        "2026-11-06 08.05.09 beim Schließen, 1 Werkstatt, 4 Beiträge [7f].quartier.bak",
        "Kopie 2026-11-06 08.05.09 beim Schließen, 1 Werkstatt, 4 Beiträge [7f].quartier",
    ],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert read_name(name) is None
