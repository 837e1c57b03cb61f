"""Sections of the protocol switched on, off and around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain.protocol import SECTION_TITLES, Length, ProtocolSettings, section_keys

KEYS = tuple(SECTION_TITLES)


def test_without_a_wish_every_section_comes_at_its_usual_place() -> None:
    assert section_keys(ProtocolSettings()) == KEYS


def test_what_is_switched_off_is_not_there() -> None:
    shown = section_keys(ProtocolSettings(hidden=("trace", "swot")))

    assert shown == tuple(key for key in KEYS if key not in ("trace", "swot"))


def test_how_to_read_the_protocol_cannot_be_switched_off() -> None:
    assert "notes" in section_keys(ProtocolSettings(hidden=KEYS))


def test_a_section_comes_where_it_was_put() -> None:
    wanted = ("measures", *(key for key in KEYS if key != "measures"))

    assert section_keys(ProtocolSettings(order=wanted)) == wanted


def test_a_section_that_the_order_does_not_know_follows_its_usual_neighbour() -> None:
    order = tuple(key for key in KEYS if key not in ("beneficiaries", "overview"))

    assert section_keys(ProtocolSettings(order=order)) == KEYS


def test_the_short_minutes_leave_the_details_out() -> None:
    short = section_keys(ProtocolSettings(length="short"))

    assert {"contributions", "profiles", "trace", "beneficiaries"}.isdisjoint(short)
    assert {"overview", "prioritisation", "measures", "next_steps"} <= set(short)


def test_an_instant_print_is_about_results_and_agreements_only() -> None:
    assert section_keys(ProtocolSettings(length="instant")) == (
        "overview",
        "prioritisation",
        "measures",
        "idea_store",
        "next_steps",
        "notes",
    )


@given(
    st.lists(st.sampled_from([*KEYS, "unknown"])),
    st.lists(st.sampled_from([*KEYS, "unknown"])),
    st.sampled_from(["documentation", "short", "instant"]),
)
def test_each_section_is_there_once_whatever_somebody_arranged(
    order: list[str], hidden: list[str], length: Length
) -> None:
    shown = section_keys(ProtocolSettings("public", length, tuple(order), tuple(hidden)))
    whole = section_keys(ProtocolSettings(length=length))

    assert len(set(shown)) == len(shown)
    assert set(shown) == set(whole) - (set(hidden) - {"notes"})
    named = [key for key in dict.fromkeys(order) if key in shown]
    assert [key for key in shown if key in named] == named


@pytest.mark.parametrize(
    ("most", "size"), [(0, 1), (60, 1), (61, 2), (120, 2), (121, 5), (301, 10), (601, 20)]
)
def test_a_circle_stands_for_as_many_votes_as_fit_into_a_row(most: int, size: int) -> None:
    from quartierdesk.domain.protocol import circles_for

    assert circles_for(most) == size
