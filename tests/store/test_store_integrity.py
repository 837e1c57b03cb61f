"""The check finds what was changed behind the program's back."""

import pytest

from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Workspace
from tests.store.frames import add_card, make_workshop, set_text

_TAMPERING = {
    "hat einen anderen Wert": "UPDATE contribution SET title = 'heimlich'",
    "ist verändert worden": "UPDATE change_value SET data = replace(data, 'eins', 'null')",
    "fehlen Einträge: 1": "DELETE FROM change WHERE n = 2",
    "Unvollständige Einträge": "DELETE FROM command WHERE seq = 2",
    "kennt die Entstehung": "UPDATE change SET row_id = 'x' WHERE kind = 'new'",
    "Auslöser": "DROP TRIGGER contribution_search_update",
}


def tamper(workspace: Workspace, statement: str) -> None:
    with workspace.transaction("x"):
        store = workspace.store()
        store.info["flushing"] = True
        store.exec_driver_sql(statement)
        store.info["flushing"] = False


def test_a_workspace_in_order_has_no_faults(workspace: Workspace) -> None:
    set_text(workspace, add_card(workspace, make_workshop(workspace), "eins"), "zwei")
    assert check(workspace) == []


@pytest.mark.parametrize("sentence", _TAMPERING)
def test_tampering_is_found(workspace: Workspace, sentence: str) -> None:
    set_text(workspace, add_card(workspace, make_workshop(workspace), "eins"), "zwei")
    tamper(workspace, _TAMPERING[sentence])
    assert any(sentence in problem for problem in check(workspace))


def test_an_index_that_lags_behind_is_found(workspace: Workspace) -> None:
    add_card(workspace, make_workshop(workspace), "eins")
    tamper(workspace, "DROP TRIGGER contribution_search_update")
    tamper(workspace, "UPDATE contribution SET folded = 'etwas anderes'")
    assert "Der Suchindex stimmt nicht mit den Beiträgen überein." in check(workspace)
