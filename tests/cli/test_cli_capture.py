"""`capture`: one answer for each line, in order, as soon as the line is stored."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import (
    call,
    call_here,
    done,
    new_workshop,
    start_capture,
    stored_texts,
)

Capture = Callable[..., list[tuple[str, str | None]]]

NOT_UTF_8 = (
    "! Zeile {} ist nicht als UTF-8 geschrieben. Bitte stellen Sie die Eingabe auf UTF-8 um."
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Bürger Werkstatt.quartier"


@pytest.fixture
def workshop(file: Path) -> str:
    return new_workshop(file)


@pytest.fixture
def captured(file: Path, workshop: str) -> Capture:
    """Return a function that captures and gives each answer with the text stored under it."""

    def capture(given: bytes, *options: str) -> list[tuple[str, str | None]]:
        answer = done("capture", file, "--workshop", workshop, *options, given=given)
        texts = stored_texts(file, workshop)
        return [(line, texts.get(line)) for line in answer.lines]

    return capture


def test_each_line_is_answered_with_the_number_under_which_it_is_stored(captured: Capture) -> None:
    assert captured("Eine Bank am Brunnen\nTempo 30\n„Schöner Platz“\n".encode()) == [
        ("P-002", "Eine Bank am Brunnen"),
        ("P-003", "Tempo 30"),
        ("P-004", "„Schöner Platz“"),
    ]


def test_an_answer_comes_before_the_next_line_is_sent(file: Path, workshop: str) -> None:
    with start_capture(file, workshop) as process:
        assert process.stdin
        assert process.stdout
        for number, text in enumerate(["Erstens", "", "Drittens"]):
            process.stdin.write(f"{text}\n".encode())
            process.stdin.flush()
            answer = process.stdout.readline().decode()
            if text:
                label = answer.strip()
                assert stored_texts(file, workshop)[label] == text, number
            else:
                assert answer.startswith("! ")
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.stderr
        assert process.stderr.read().decode().replace("\r", "") == (
            "2 Beiträge erfasst.\nNicht gespeichert: 1 Zeile.\n"
        )


def test_line_ends_of_windows_and_a_last_line_without_end_are_ends(captured: Capture) -> None:
    assert captured(b"eins\r\nzwei\r\ndrei") == [
        ("P-002", "eins"),
        ("P-003", "zwei"),
        ("P-004", "drei"),
    ]


def test_a_byte_order_mark_is_no_text(captured: Capture) -> None:
    assert captured("\ufeffeins\nzwei\n".encode()) == [("P-002", "eins"), ("P-003", "zwei")]


def test_empty_and_blank_lines_are_answered_but_not_stored(captured: Capture) -> None:
    answers = captured("\n  \t \n\u00a0\nText\n\n".encode())

    assert [line[:2] for line, _ in answers] == ["! ", "! ", "! ", "P-", "! "]
    assert answers[0][0].startswith("! Der Beitrag ist leer.")
    assert answers[3] == ("P-002", "Text")


def test_what_is_not_utf_8_is_refused_and_the_rest_stored(captured: Capture) -> None:
    assert captured(b"gut\nM\xfcll\n\xff\xfe\nauch gut\n") == [
        ("P-002", "gut"),
        (NOT_UTF_8.format(2), None),
        (NOT_UTF_8.format(3), None),
        ("P-003", "auch gut"),
    ]


def test_invisible_characters_go_and_that_is_said(file: Path, workshop: str) -> None:
    given = "Ba\x00nk\nge\u202eheim\n\x00\x00\nDe\u0301cor\n".encode()
    answer = done("capture", file, "--workshop", workshop, given=given)

    assert list(stored_texts(file, workshop).values())[1:] == ["Bank", "geheim", "Décor"]
    assert [line[:2] for line in answer.lines] == ["P-", "P-", "! ", "P-"]
    said = [line for line in answer.sentences.splitlines() if "Unsichtbare Zeichen" in line]
    assert [line[:8] for line in said] == ["Zeile 1:", "Zeile 2:", "Zeile 3:"]


def test_short_codes_stay_in_the_text(captured: Capture) -> None:
    codes = [
        "!p Bank",
        "#idee",
        "@T3 Baum",
        "k: Lärm",
        "-1",
        "--table 4",
        "=1+1",
        "  vorn",
        "„x“ ;;",
    ]

    assert [text for _, text in captured("\n".join(codes).encode())] == codes


def test_the_longest_text_is_ten_thousand_characters(captured: Capture) -> None:
    longest = "ü" * 10_000
    answers = captured(f"{longest}\n{longest}x\nkurz\n".encode())

    assert answers[0] == ("P-002", longest)
    assert answers[1][0].startswith("! Zeile 2: Der Text hat 10.001 Zeichen, erlaubt sind 10.000.")
    assert answers[2] == ("P-003", "kurz")


@pytest.mark.parametrize("length", [999_999, 1_000_000, 1_000_001, 2_000_000, 3_000_000])
def test_a_huge_line_is_one_line(captured: Capture, length: int) -> None:
    answers = captured(b"vorher\n" + b"x" * length + b"\nnachher\n" + b"y" * length)

    assert [line[:2] for line, _ in answers] == ["P-", "! ", "P-", "! "]
    assert [text for _, text in answers if text] == ["vorher", "nachher"]


def test_no_input_stores_nothing(file: Path, workshop: str) -> None:
    answer = done("capture", file, "--workshop", workshop)

    assert (answer.output, answer.sentences) == ("", "0 Beiträge erfasst.\n")
    assert len(done("history", file).lines) == 1


def test_numbers_go_on_and_each_table_has_its_own(captured: Capture) -> None:
    assert [line for line, _ in captured(b"a\nb\n")] == ["P-002", "P-003"]
    assert [line for line, _ in captured(b"c\n", "--table", "3")] == ["T3-001"]
    assert [line for line, _ in captured(b"d\n", "--table", "12")] == ["T12-001"]
    assert [line for line, _ in captured(b"e\nf\n", "--table", "3")] == ["T3-002", "T3-003"]
    assert [line for line, _ in captured(b"g\n")] == ["P-004"]


def test_without_a_reader_of_the_answers_nothing_more_is_stored(file: Path, workshop: str) -> None:
    with start_capture(file, workshop) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"eins\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"P-002\n"
        process.stdout.close()
        process.stdin.write(b"zwei\ndrei\nvier\n")
        process.stdin.close()
        sentences = process.stderr.read().decode()

    assert process.returncode == 1
    assert "nach Zeile 2 wurde nichts mehr gespeichert" in sentences
    assert "Traceback" not in sentences
    assert list(stored_texts(file, workshop).values()) == ["Anfang", "eins", "zwei"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_breaking_off_closes_the_file(file: Path, workshop: str) -> None:
    listening = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)"
    with start_capture(file, workshop, prelude=listening) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"eins\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"P-002\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"Abgebrochen.\n"

    assert process.returncode == 1
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert list(stored_texts(file, workshop).values()) == ["Anfang", "eins"]


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_streams_of_the_caller_do_no_harm(file: Path, workshop: str, closed: int) -> None:
    answer = call(
        "capture", file, "--workshop", workshop,
        given=b"Bank\n", prelude=f"import os\nos.close({closed})\nimport sys\n"
        f"sys.{('stdin', 'stdout', 'stderr')[closed]} = None",
    )  # fmt: skip

    assert answer.code == 0
    assert answer.output == ("P-002\n" if closed == 2 else "")
    assert "Traceback" not in answer.sentences
    assert len(stored_texts(file, workshop)) == (1 if closed == 0 else 2)


@pytest.mark.parametrize("number", ["0", "-1", "1000", "drei", "99999999999999999999", ""])
def test_a_table_without_a_possible_number_is_wrong_usage(
    file: Path, workshop: str, number: str
) -> None:
    answer = call_here("capture", file, "--workshop", workshop, "--table", number, given=b"x\n")

    assert (answer.code, answer.output) == (2, "")
    assert len(stored_texts(file, workshop)) == 1
