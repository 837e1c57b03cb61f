"""What counts as a code in the capture line, and that no character is ever lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain.capture_line import ParsedLine, parse
from quartierdesk.domain.capture_typing import as_text, line_of, moved, offer, with_kind
from quartierdesk.domain.capture_words import Vocabulary, code_words, vocabulary
from quartierdesk.domain.catalogues import CatalogueEntry, parse_catalogue
from quartierdesk.domain.contribution import Contribution
from quartierdesk.paths import resources


def _catalogue(name: str) -> object:
    return json.loads((resources() / "catalogues" / f"{name}.json").read_text("utf-8"))


def _known() -> Vocabulary:
    names = ("contribution_kind", "action_field_quartier2030", "target_group")
    kinds, fields, groups = (parse_catalogue(_catalogue(name)) for name in names)  # type: ignore[arg-type]
    return vocabulary(kinds, fields, groups, range(1, 7))


KNOWN = _known()
SIGNS = ["!", "+", "*", "~", "?", ">", "#", "@", "/", "x", "×", "3", "12", "0", "-", "\n", "\t"]
QUOTES = ['"', "„", "“", "”", "»", "«"]
CODES = ["be", "#wm", "#klima", "@kinder", "@al", "/5", "x4", " ", "  "]
WORDS = ["ü", "ß", "\ufffd", "Der Bus", "fährt.", "🚌", "ال"]
BITS = st.sampled_from([*SIGNS, *QUOTES, *CODES, *WORDS])
LINES = st.lists(BITS, max_size=12).map("".join) | st.text(max_size=30)


def read(line: str, **more: object) -> ParsedLine:
    """Return a line as it is read once the caret is away."""
    return parse(line, KNOWN, **more)  # type: ignore[arg-type]


@given(LINES, st.sets(st.integers(0, 20)), st.none() | st.integers(0, 30), st.integers(0, 3))
def test_no_character_is_lost(line: str, literal: set[int], caret: int | None, choice: int) -> None:
    parsed = parse(line, KNOWN, literal, caret, choice)

    assert "".join(line[piece.start : piece.end] for piece in parsed.pieces) == line
    lost = "".join(line[p.start : p.end] for p in parsed.pieces if p.part == "blank")
    assert not lost.strip()
    codes = [(p.start, p.end) for p in parsed.pieces if p.part == "code"]
    assert codes == [(chip.start, chip.end) for chip in parsed.chips]


@given(LINES)
def test_a_line_in_which_every_code_was_turned_back_reads_as_it_was_typed(line: str) -> None:
    literal: frozenset[int] = frozenset()
    for _ in range(len(line) + 1):
        parsed = parse(line, KNOWN, literal)
        if not parsed.chips:
            break
        literal |= {parsed.chips[0].start}

    assert parsed.text == line.strip()


@given(st.text(alphabet=st.characters(categories=["L", "Zs"]), max_size=40))
def test_plain_words_are_never_codes(words: str) -> None:
    line = words.replace("x", "").replace("X", "")
    assert read(line).text == line.strip()


@given(LINES, LINES, LINES)
def test_what_was_turned_back_stays_so_while_the_rest_changes(
    head: str, inserted: str, tail: str
) -> None:
    line = f"{head} #pflege {tail}"
    start = len(head) + 1
    after = f"{head} {inserted} #pflege {tail}"

    kept = moved({start}, line, after)
    assert all(after[place:].startswith("#pflege") for place in kept)
    if "#" not in head + inserted + tail:
        assert kept


@pytest.mark.parametrize(
    "line",
    [
        "> /dev/null #1",
        "+1",
        "~20 Leute",
        "!!! Achtung",
        "-- x1 x0",
        "#1 und # und @",
        "@zuhause #nirgends",
        "Straße/Weg 3/4 /0 /0815",
        "C# und C++ lernen",
        "Was kostet das ?",
        "„Ja“, sagte sie, und „Nein“",
        '"',
        '""',
        "#a bleibt stehen",
    ],
)
def test_everything_else_is_literal(line: str) -> None:
    parsed = read(line)

    assert parsed.chips == ()
    assert parsed.text == line


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("!", "problem"),
        ("+", "staerke"),
        ("*", "idee"),
        ("~", "wunsch"),
        ("?", "frage"),
        (">", "angebot"),
    ],
)
def test_a_sign_in_front_is_the_kind(sign: str, kind: str) -> None:
    for line in (f"{sign} Der Bus fährt.", f"{sign}Der Bus fährt.", f"{sign} /3 Der Bus fährt."):
        assert (read(line).kind, read(line).text) == (kind, "Der Bus fährt.")


def test_all_codes_of_a_line_are_read() -> None:
    parsed = read("! Der Bus #wm fährt @senioren nicht. @kinder #pflege /5 x4")

    assert parsed.text == "Der Bus fährt nicht."
    assert parsed.fields == ("wohnen_mobilitaet_klima", "pflege_gesundheit")
    assert parsed.groups == ("senioren", "kinder")
    assert (parsed.kind, parsed.table, parsed.mentions) == ("problem", 5, 4)


@pytest.mark.parametrize("line", ['"Da fehlt was."', "„Da fehlt was.“ x2", "/3 »Da fehlt was.«"])
def test_a_line_in_quotation_marks_is_said_word_for_word(line: str) -> None:
    assert (read(line).kind, read(line).text) == ("zitat", "Da fehlt was.")


def test_quotation_marks_behind_a_kind_belong_to_the_text() -> None:
    assert (read('! "Da fehlt was."').kind, read('! "Da fehlt was."').text) == (
        "problem",
        '"Da fehlt was."',
    )


def test_only_the_first_table_and_number_of_mentions_count() -> None:
    parsed = read("/3 Bank /4 x2 x3")
    assert (parsed.text, parsed.table, parsed.mentions) == ("Bank /4 x3", 3, 2)


def test_a_code_that_is_being_typed_counts_as_what_is_offered() -> None:
    line = "Bank #be"
    chip = parse(line, KNOWN, caret=len(line)).chips[0]
    other = parse(line, KNOWN, caret=len(line), choice=1).chips[0]

    assert (chip.value, chip.complete) == ("beteiligung_engagement_teilhabe", False)
    assert other.value == "familie_generationen"


def test_the_offer_shows_what_is_missing_and_writes_it_in_full() -> None:
    offered = offer("Bank #be", KNOWN, 8)

    assert offered
    assert offered.ghost() == "teiligung"
    assert offered.taken("Bank #be") == ("Bank #beteiligung ", 18)
    assert [word.code for word in offered.words][1:] == ["familie_generationen"]
    assert offered.taken("Bank #be", 1) == ("Bank #familie ", 14)
    middle = offer("#Be steht.", KNOWN, 3)
    assert middle
    assert middle.taken("#Be steht.") == ("#Beteiligung steht.", 13)


def test_umlauts_may_be_spelt_out_and_letters_are_enough() -> None:
    assert read("Bank @pflegebeduerftige").groups == ("pflegebeduerftige",)
    assert read("Bank @Pflegebedürftige").groups == ("pflegebeduerftige",)
    assert read("Bank #di").fields == ("digitalisierung",)


def test_the_tables_there_are_are_offered() -> None:
    offered = offer("Bank /", KNOWN, 6)
    assert offered
    assert [word.code for word in offered.words] == ["1", "2", "3", "4", "5", "6"]


def test_nothing_is_offered_inside_a_word_or_for_literal_text() -> None:
    assert offer("Bank #be", KNOWN, 7) is None
    assert offer("Bank #be", KNOWN, 8, {5}) is None
    assert offer("Bank#be", KNOWN, 7) is None
    assert offer("Bank #xyz", KNOWN, 9) is None


def test_backspace_turns_a_chip_back_into_text() -> None:
    line = "Bank #pflege"
    literal = as_text(read(line), (), len(line))

    assert literal is not None
    assert set(literal) == {5}
    assert read(line, literal=literal).text == line
    assert as_text(read(line, literal=literal), literal, len(line)) is None


def test_backspace_on_a_quotation_mark_turns_both_back() -> None:
    line = "„Da fehlt was.“"
    literal = as_text(read(line), (), len(line))

    assert literal is not None
    assert read(line, literal=literal).text == line


def test_backspace_deletes_while_a_code_is_still_being_typed() -> None:
    assert as_text(parse("Bank #be", KNOWN, caret=8), (), 8) is None
    assert as_text(read("Bank #pflege"), (), 3) is None


def test_a_code_changed_after_it_was_turned_back_counts_again() -> None:
    assert moved({5}, "Bank x41", "Bank x4") == frozenset()
    assert moved({5}, "Bank x41", "Die Bank x41") == {9}
    assert moved({0}, "! Bank", "! Bank und Tisch") == {0}


def test_the_kind_can_be_set_changed_and_taken_away() -> None:
    assert with_kind("Bank", read("Bank"), "!") == ("! Bank", 2)
    assert with_kind("! Bank", read("! Bank"), "+") == ("+ Bank", 0)
    assert with_kind("! Bank", read("! Bank"), "!") == ("Bank", -2)


def test_names_that_would_be_the_same_in_the_line_are_told_apart() -> None:
    entries = [
        CatalogueEntry("eins", "Wohnen", "Wohnen & Bauen"),
        CatalogueEntry("zwei", "Wohnen", "Wohnen / Bauen"),
    ]
    assert [word.token for word in code_words(entries)] == ["wohnen-bauen", "zwei"]


@given(
    LINES,
    st.sampled_from(["", "problem", "frage", "kritik", "zitat", "eigene"]),
    st.lists(st.sampled_from(["pflege_gesundheit", "digitalisierung", "fremd"]), unique=True),
    st.lists(st.sampled_from(["kinder", "alle", "fremd"]), unique=True),
    st.integers(1, 30),
)
def test_a_card_taken_back_into_the_line_says_the_same(
    text: str, kind: str, fields: list[str], groups: list[str], mentions: int
) -> None:
    card = Contribution(
        "1", "P-001", text.strip(), kind=kind, action_field=fields[0] if fields else "",
        further_fields=tuple(fields[1:]), target_groups=tuple(groups), mention_count=mentions,
    )  # fmt: skip
    taken = line_of(card, KNOWN)

    if taken is not None:
        again = parse(taken[0], KNOWN, taken[1])
        assert again.text == card.text_original
        assert again.mentions == mentions
        assert again.kind == (kind if kind in ("problem", "frage", "zitat") else "")
        assert again.fields == tuple(code for code in fields if code != "fremd")


@pytest.mark.parametrize("text", ["Bank", "! Bank", "> /dev/null #1", "Das #pflege Feld x4 /3"])
def test_usual_cards_and_literal_ones_go_back_into_the_line(text: str) -> None:
    for kind in ("", "zitat", "kritik"):
        assert line_of(Contribution("1", "P-001", text, kind=kind), KNOWN) is not None


def test_a_text_on_several_lines_does_not_fit_into_the_line() -> None:
    assert line_of(Contribution("1", "P-001", "Bus\nLaden"), KNOWN) is None
