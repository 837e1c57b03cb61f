import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.errors import UserError
from quartierdesk.exchange.text_encoding import decode

SENTENCE = "Nummer;Text\n1;Müllabfuhr öfter, größere Behälter – für „alle“\n"


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_usual_encodings_are_recognised(codec: str, told: str) -> None:
    decoded = decode(SENTENCE.encode(codec))

    assert (decoded.text, decoded.encoding, decoded.replaced) == (SENTENCE, told, 0)


def test_umlauts_of_an_old_dos_program_are_recognised() -> None:
    text = "Text\nMüll in der Mühlstraße, höhere Zäune\n"

    assert decode(text.encode("cp850")).text == text


def test_one_damaged_byte_does_not_spoil_the_umlauts_of_a_utf_8_file() -> None:
    data = SENTENCE.encode().replace("ö".encode(), b"\xf6", 1)

    decoded = decode(data)

    assert decoded.text == SENTENCE.replace("ö", "\ufffd", 1)
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)


def test_replacement_characters_of_the_writer_are_not_counted_as_damage() -> None:
    assert decode("Text\nBr\ufffdcke".encode()).replaced == 0


def test_bytes_without_a_meaning_in_windows_1252_are_counted() -> None:
    decoded = decode(b"Text\nStra\xdfe \x90 M\xfchle\n")

    assert decoded.text == "Text\nStraße \ufffd Mühle\n"
    assert (decoded.encoding, decoded.replaced) == ("windows-1252", 1)


def test_a_lone_surrogate_is_replaced_and_counted() -> None:
    decoded = decode(b"\xff\xfea\0\x00\xd8b\0")

    assert (decoded.text, decoded.replaced) == ("a\ufffdb", 1)


@pytest.mark.parametrize("name", ["windows-1252", "ANSI", "cp1252", "Windows 1252"])
def test_a_chosen_encoding_is_taken(name: str) -> None:
    assert decode("ä".encode("cp1252"), name).text == "ä"


def test_a_mark_at_the_beginning_is_never_part_of_the_text() -> None:
    assert decode("Text".encode("utf-8-sig"), "utf-8").text == "Text"
    assert decode("Text".encode("utf-16"), "utf-16").text == "Text"


@pytest.mark.parametrize("name", ["zlib", "idna", "klingonisch", ""])
def test_an_unknown_encoding_is_refused_and_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(UserError, match="nicht bekannt") as refused:
        decode(b"Text", name)

    assert "windows-1252" in refused.value.hint


@pytest.mark.parametrize("data", [b"a\0b;c", bytes(range(1, 32)) * 9, b"\x7fELF\x01\x01\x01\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="keinen Text"):
        decode(data)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1))
@settings(deadline=None)
def test_utf_8_gives_back_every_text(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_give_text_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(UserError):
        assert "\0" not in decode(data).text
