"""Cards that say nearly the same are offered as pairs."""

from quartierdesk.services.similar import LikePair, like_pairs


def test_nearly_the_same_is_a_pair_and_the_same_is_not() -> None:
    texts = [
        "Am Rathaus fehlt eine Bank zum Ausruhen",
        "Der Bus fährt abends zu selten",
        "am Ratháus fehlt eine Bank zum  Ausruhen!",
        "Der Bus fährt abends zu selten",
    ]
    assert like_pairs(texts) == [LikePair(0, 2, 98)]


def test_short_texts_and_unlike_texts_are_no_pair() -> None:
    assert like_pairs(["Bank", "Bänke", "Mehr Licht im Park", "Weniger Lärm am Platz"]) == []


def test_very_long_lists_are_compared_up_to_a_limit() -> None:
    texts = [
        f"Beitrag Nummer {number:05d} über etwas ganz anderes {number}" for number in range(2_100)
    ]
    assert all(pair.second < 2_000 for pair in like_pairs(texts, 100))
