"""Settings survive an update, whoever wrote them: an older program, a newer one, a hand."""

import json
from pathlib import Path

import pytest

from quartierdesk.paths import config_folder
from quartierdesk.settings import is_first_start, load_settings, save_settings

OF_0_2_0 = {
    "laptop_name": "Laptop Moderation",
    "language": "en",
    "theme": "contrast",
    "text_size": 150,
    "recent": ["/home/anna/Werkstätten/Mühlbach.quartier"],
    "backup_place": "",
    "second_place": "/media/anna/STICK",
    "choices": {"print.duplex": True, "capture.table": 3, "export.folder": "/home/anna"},
}
"""A file of settings as the program 0.2.0 wrote it."""


def write(content: str) -> Path:
    place = config_folder() / "settings.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(content, "utf-8")
    return place


def test_settings_of_0_2_0_are_kept() -> None:
    write(json.dumps(OF_0_2_0))
    kept = load_settings()

    assert not is_first_start()
    assert (kept.laptop_name, kept.language, kept.theme) == ("Laptop Moderation", "en", "contrast")
    assert (kept.text_size, kept.recent) == (150, tuple(OF_0_2_0["recent"]))  # type: ignore[arg-type]
    assert kept.second_place == "/media/anna/STICK"
    assert dict(kept.choices) == OF_0_2_0["choices"]
    assert kept.workspace_place == "", "new files are made where they always were"


def test_what_is_saved_is_read_back() -> None:
    write(json.dumps(OF_0_2_0))
    kept = load_settings().with_choice("neu", 7)
    save_settings(kept)

    assert load_settings() == kept


def test_an_older_program_leaves_out_what_it_does_not_know() -> None:
    write(json.dumps({**OF_0_2_0, "theme": "sepia", "of_tomorrow": [1, 2]}))

    assert load_settings().theme == "system"
    assert load_settings().laptop_name == "Laptop Moderation"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"recent": 3, "choices": [], "language": 1}'])
def test_damaged_settings_do_not_keep_the_program_from_starting(content: str) -> None:
    write(content)

    assert load_settings().language == "de"
    assert load_settings().laptop_name


def test_nothing_chosen_yet_is_the_first_start() -> None:
    assert is_first_start()
    save_settings(load_settings())
    assert not is_first_start()
