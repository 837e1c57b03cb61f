import re
import time
from pathlib import Path

import pytest

from quartierdesk.errors import UserError
from quartierdesk.exchange.tables import Table, read_table
from tests.exchange.hostile_files import ALL, Hostile

LONGEST_SECONDS = 10.0
FULL_SENTENCE = re.compile(r"[A-ZÄÖÜ„].*[.!?]", re.DOTALL)
OF_PYTHON = re.compile(r"Error|Exception|Traceback|<class|\bNone\b|0x[0-9a-f]")


@pytest.mark.parametrize("hostile", ALL, ids=lambda hostile: hostile.name)
def test_every_file_gives_a_table_or_one_sentence_in_time(hostile: Hostile, tmp_path: Path) -> None:
    path = hostile.build(tmp_path)
    began = time.monotonic()
    try:
        table = read_table(path)
    except UserError as error:
        check_sentence(error, hostile)
    else:
        check_table(table, hostile)
    assert time.monotonic() - began < LONGEST_SECONDS


def check_sentence(error: UserError, hostile: Hostile) -> None:
    assert hostile.first_cell == "", error.sentence
    assert hostile.sentence in error.sentence
    assert FULL_SENTENCE.fullmatch(error.sentence), error.sentence
    assert not error.hint or FULL_SENTENCE.fullmatch(error.hint), error.hint
    assert not OF_PYTHON.search(str(error).replace(str(hostile.name), "")), str(error)


def check_table(table: Table, hostile: Hostile) -> None:
    assert hostile.sentence == "", table.columns
    assert all(table.columns), table.columns
    assert len(set(table.columns)) == len(table.columns)
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
    if hostile.first_cell:
        assert table.rows[0].cells[0] == hostile.first_cell


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 44
    assert len({hostile.name for hostile in ALL}) == len(ALL)
