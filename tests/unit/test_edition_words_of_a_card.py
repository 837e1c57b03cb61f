"""The very words of a contribution that must be reworded do not come out by another door."""

from dataclasses import replace

import pytest

from quartierdesk.domain.contribution import Contribution, Photo
from quartierdesk.domain.edition import WITHHELD, published
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import evaluate
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop

ORIGINAL = "Die Frau von nebenan ist gestürzt."
CARD = Contribution("c", "B001", ORIGINAL, "Eine ältere Person ist gestürzt.")


def record_with(card: Contribution) -> WorkshopRecord:
    """Return a workshop with one card, its picture, and a poll about it."""
    options = (PollOption("o", ORIGINAL, None, "c"),)
    poll = Poll("p", "dots", state="closed", options=options)
    return WorkshopRecord(
        Municipality("g", "Hörlesbach"),
        Quarter("q", "g", "Kernort"),
        Workshop("w", "q", "Werkstatt"),
        contributions=(card,),
        photos=(
            Photo("f", "ab" * 32, 640, 480, "c", alt_text=ORIGINAL, public=True),
            Photo("h", "cd" * 32, 640, 480, alt_text="Saal", public=True),
        ),
        polls=(poll,),
        outcomes={"p": evaluate(poll)},
    )


@pytest.mark.parametrize(
    "change", [{"publish": "anonymized"}, {"publish": "no"}, {"contains_personal_data": True}]
)
def test_neither_picture_nor_option_shows_the_words(change: dict[str, object]) -> None:
    public = published(record_with(replace(CARD, **change)))  # type: ignore[arg-type]

    assert ORIGINAL not in repr(public)
    assert [photo.alt_text for photo in public.photos] == ["Saal"]


def test_an_option_is_named_by_the_words_of_the_minutes() -> None:
    public = published(record_with(replace(CARD, publish="anonymized")))
    hidden = published(record_with(replace(CARD, publish="no")))

    assert public.option_label(public.polls[0].options[0]) == f"B001 {CARD.text_minutes}"
    assert hidden.option_label(hidden.polls[0].options[0]) == WITHHELD


def test_a_card_for_everybody_keeps_its_picture_and_its_words() -> None:
    public = published(record_with(CARD))

    assert len(public.photos) == 2
    assert public.polls[0].options[0].label == ORIGINAL
