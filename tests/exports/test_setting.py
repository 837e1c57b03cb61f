"""How text is set: lines, hyphens, other scripts, writing from the right."""

import re
import unicodedata
from collections.abc import Sequence

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.exports.inks import COLOUR
from quartierdesk.exports.setting import words as words_module
from quartierdesk.exports.setting.fonts import FACES, base_font
from quartierdesk.exports.setting.hyphens import break_positions
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Line, Span, TextStyle, bold, plain_text
from tests.exports.pdf_samples import EIGHT_SCRIPTS
from tests.exports.small_workshop import SAMPLE

STYLE = TextStyle(size=9, leading=12)
SOFT_HYPHEN = "\xad"
_LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüßABCÄÖÜ-/.,;–„“()1234567890   \n")
_FOREIGN = st.sampled_from("אבגשلنحديقةşğłęθωжї😀🌳→✓日 ")


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(COLOUR)


def shown(line: Line) -> str:
    """Return what stands in a line, a soft hyphen where a word is broken."""
    return line.actual or "".join(piece.source or piece.text for piece in line.pieces)


def read(lines: Sequence[Line]) -> str:
    """Return what is read in all lines together, blanks left out."""
    return re.sub(r"[\s\xad]", "", "".join(shown(line) for line in lines))


def squeezed(text: str) -> str:
    """Return a text without blanks."""
    return re.sub(r"\s", "", text)


@settings(deadline=None)  # the first line with a hyphen reads the patterns
@given(st.text(st.one_of(_LETTERS, _FOREIGN), max_size=400), st.integers(20, 400))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    text = unicodedata.normalize("NFC", text)
    lines = Typesetter(COLOUR).lines(text, STYLE, width)
    assert read(lines) == squeezed(text)
    for line in lines:
        single = sum(len(piece.text.strip()) for piece in line.pieces) <= 1
        assert line.width <= width + 0.1 or single


@settings(deadline=None)
@given(st.lists(st.text(_LETTERS, max_size=60), max_size=6), st.integers(40, 300))
def test_stretches_of_different_looks_keep_their_letters(parts: list[str], width: int) -> None:
    text = [Span(part, face=FACES[at % 4]) for at, part in enumerate(parts)]
    assert read(Typesetter(COLOUR).lines(text, STYLE, width)) == squeezed("".join(parts))


def test_the_last_word_of_a_paragraph_is_never_broken(setter: Typesetter) -> None:
    for width in range(60, 200, 3):
        lines = setter.lines("Das wünscht sich die Nachbarschaftshilfe", STYLE, width)
        if setter.width("Nachbarschaftshilfe", STYLE) <= width:
            assert shown(lines[-1]).endswith("Nachbarschaftshilfe")


def test_not_more_than_two_lines_in_a_row_end_with_a_hyphen(setter: Typesetter) -> None:
    text = "Nachbarschaftshelfende Kirchengemeinden Bürgerbeteiligungen Quartierswerkstätten " * 6
    ends = [shown(line).endswith(SOFT_HYPHEN) for line in setter.lines(text, STYLE, 90)]
    assert any(ends)
    assert not any(all(ends[at : at + 3]) for at in range(len(ends) - 2))


def test_words_are_broken_only_where_the_margin_would_be_too_ragged(setter: Typesetter) -> None:
    width = setter.width("Die Bank am Dorf", STYLE) * 1.1
    lines = setter.lines("Die Bank am Dorf Gemeindeverwaltung und", STYLE, width)
    assert shown(lines[0]) == "Die Bank am Dorf "


def test_headings_are_never_hyphenated(setter: Typesetter) -> None:
    style = STYLE.but(hyphenate=False)
    text = "Was die Nachbarschaftshelfenden und Kirchengemeinden brauchen"
    assert not any(SOFT_HYPHEN in shown(line) for line in setter.lines(text, style, 120))


def test_a_word_is_broken_after_its_own_hyphen_first(setter: Typesetter) -> None:
    width = setter.width("Der Müller-", STYLE) + 4
    lines = setter.lines("Der Müller-Lüdenscheidt kommt auch", STYLE, width)
    assert shown(lines[0]) == "Der Müller-"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Wir treffen uns am 13. März im Saal", "13.\xa0März"),
        ("Das sind nur 18 % der Stimmen", "18\xa0%"),
        ("Es kostet 6.500 € im Jahr", "6.500\xa0€"),
        ("An der K 9999 ist es laut", "K\xa09999"),
        ("Rathaus, Zimmer 2 im Keller", "Zimmer\xa02"),
        ("Der Verein e. V. hilft mit", "e.\xa0V."),
        ("Das waren 57 Leute von hier", "57\xa0Leute"),
        ("Um 18:24 Uhr fährt er ab", "18:24\xa0Uhr"),
        ("Gut leben hier – heute und", "hier\xa0–"),
    ],
)
def test_what_belongs_together_stays_on_one_line(
    setter: Typesetter, text: str, together: str
) -> None:
    for width in range(30, 160, 2):
        written = [shown(line) for line in setter.lines(text, STYLE, width)]
        if setter.width(together, STYLE) <= width:
            assert any(together in line for line in written)


def test_an_opening_quotation_mark_hangs_into_the_margin(setter: Typesetter) -> None:
    first, second = setter.lines("„Mir brauchet en Bus, und zwar bald!“", STYLE.but(hang=True), 110)
    assert first.indent == pytest.approx(-setter.width("„", STYLE))
    assert second.indent == 0


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Kreisstadt", "Kreis-stadt"),
        ("Kirchengemeinden", "Kirchen-gemeinden"),
        ("Nachbargemeinde", "Nachbar-gemeinde"),
        ("Bürgerbeteiligung", "Bürger-beteiligung"),
        ("Mitteilungsblatt", "Mitteilungs-blatt"),
        ("Ehrenamtlichen", "Ehren-amtlichen"),
    ],
)
def test_words_of_the_field_are_broken_at_their_joints(word: str, broken: str) -> None:
    places = break_positions(word)
    parts = [word[a:b] for a, b in zip((0, *places), (*places, len(word)), strict=True)]
    assert "-".join(parts) == broken


def test_other_words_are_broken_as_pyphen_breaks_them() -> None:
    """Gegeben Pyphens Muster; wenn sie erst bei Bedarf gelesen werden; dann gilt dasselbe."""
    everywhere = set(re.findall(r"[a-zäöüß]{7,30}", SAMPLE.read_text("utf-8")))
    theirs = pyphen.Pyphen(lang="de_DE", left=3, right=3)
    own = {word: break_positions(word) for word in everywhere}
    different = {
        word for word, places in own.items() if list(places) != list(theirs.positions(word))
    }
    assert len(everywhere) > 500
    assert len(different) < len(everywhere) / 50, sorted(different)[:20]


def test_each_script_finds_a_font(setter: Typesetter) -> None:
    for text in EIGHT_SCRIPTS:
        assert read(setter.lines(text, STYLE, 200)) == squeezed(text)
    assert setter.missing == set()


def test_what_no_font_has_is_shown_as_such_and_told(setter: Typesetter) -> None:
    [line] = setter.lines("Straße 日本", STYLE, 300)
    assert [piece.text for piece in line.pieces][-1].strip() == "\ufffd\ufffd"
    assert plain_text(line) == "Straße 日本"
    assert setter.missing == {"日", "本"}


def test_arrows_and_ticks_are_shown_by_stand_ins_and_read_as_they_were(setter: Typesetter) -> None:
    [line] = setter.lines("Bus → Bahn ✓", STYLE, 300)
    assert "".join(piece.text for piece in line.pieces) == "Bus –› Bahn ✔"
    assert plain_text(line) == "Bus → Bahn ✓"
    assert setter.missing == set()


def test_arabic_is_shown_from_the_right_and_read_as_it_was_written(setter: Typesetter) -> None:
    text = "شارع Müllerstraße 12 (هنا) نريد حديقة"
    [line] = setter.lines(text, STYLE, 400)
    visible = "".join(piece.text for piece in line.pieces)
    assert line.actual == text
    assert line.to_the_left
    assert line.language == "ar"
    assert "Müllerstraße 12" in visible
    assert visible.index("(") < visible.index(")")


def test_hebrew_within_german_keeps_the_line_at_the_left(setter: Typesetter) -> None:
    [line] = setter.lines("Wir wollen שלום (כאן) hier", STYLE, 400)
    assert not line.to_the_left
    assert line.language == "he"
    assert "".join(piece.text for piece in line.pieces).startswith("Wir wollen ")


def test_bold_and_plain_stand_on_one_line(setter: Typesetter) -> None:
    [line] = setter.lines((bold("Regel: "), Span("je 4 Punkte")), STYLE, 300)
    names = [piece.type.font.name for piece in line.pieces]
    assert names == ["NotoSans-Bold", "NotoSans-Regular"]


@pytest.mark.parametrize("face", FACES)
def test_the_usual_characters_are_in_every_face(face: str) -> None:
    usual = [chr(code) for code in range(0x10000) if words_module._USUAL.fullmatch(chr(code))]
    assert len(usual) > 300
    assert base_font(face).covers.issuperset(map(ord, usual))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "Wort " * 20_000, "Nachbarschaftshilfe" * 5_000, "😀" * 20_000]
)
def test_endless_text_ends(setter: Typesetter, text: str) -> None:
    lines = setter.lines(text, STYLE, 258)
    assert read(lines) == squeezed(text)


def test_the_blank_after_an_emoji_is_as_narrow_as_any_other(setter: Typesetter) -> None:
    width = 120.0
    lines = setter.lines("🌳 und 😀 Bäume 🌳 und 😀 Bänke 🌳", STYLE, width)
    blanks = [piece for line in lines for piece in line.pieces if piece.text.startswith(" ")]

    assert all(line.width <= width for line in lines)
    assert blanks
    assert all(piece.type.font is base_font("regular") for piece in blanks)


def test_a_line_feed_is_read_as_a_blank(setter: Typesetter) -> None:
    lines = setter.lines("Punkte im\nPlenum geklebt", STYLE, 200)

    assert [shown(line) for line in lines] == ["Punkte im ", "Plenum geklebt"]
