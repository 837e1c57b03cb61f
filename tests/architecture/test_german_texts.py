"""What people read keeps the rules of German typesetting, and every error says what to do."""

import ast
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from tests.support import ROOT

PACKAGE = ROOT / "quartierdesk"
ERRORS = ("UserError", "PassphraseError", "DiskFullError", "DamagedFileError")

# A cell of a workbook is refused with the hint of the whole workbook; the self-test has no reader
# who could mend what it finds.
HINT_COMES_LATER = ("services/read_back_columns.py", "cli/selftest.py")

# Words as people type them, patterns and tables for the setting of lines: no sentences.
VOCABULARIES = (
    "domain/likeness.py",
    "domain/personal_data.py",
    "exchange/columns.py",
    "exports/setting/",
    "exports/pdf/documents/press.py",
)
RULES = {
    "straight quotation mark": re.compile(r"(?<![„“=])\"(?![“\"])|(?<!\w)'|'(?!\w)"),
    "three dots": re.compile(r"\.\.\."),
    "ellipsis without a blank": re.compile(r"[a-zäöüß]…"),
    "hyphen for a dash": re.compile(r"[\w“)] - \w|--(?![\w“])"),
    "two blanks": re.compile(r"\S {2,}\S"),
    "blank before a mark": re.compile(r"[a-zäöü] [,;:!?](?:$|\s[^#])"),
    "small letter at the beginning": re.compile(r"(?:^|[.!?] )bitte\b"),
    "Du": re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?)\b"),
    "unbroken abbreviation": re.compile(r"\b(?:z\.B|d\.h|u\.a|i\.d)\."),
    "foreign word": re.compile(
        r"\b(?:Backups?|Buttons?|Checkbox\w*|Default\w*|Downloads?|Events?|Feedback|Files?|"
        r"(?<!Apps und )Features?|Flyer|Handouts?|Inputs?|Layouts?|Outputs?|Passwort\w*|"
        r"Reset|Settings|Setup|Templates?|Tools?|Updates?|Uploads?|User|Views?|Workshops?)\b(?!-Datei)"
    ),
}
UNIT_CAN_BREAK = re.compile(r"(?:\d|\}|%L?n) (?:%|€|MB|GB|Min\.|Std\.)")
FOLDERS_OF_PAPERS = (ROOT / "docs", ROOT / "resources/help")
# The short codes stand side by side like the keys of a keyboard.
KEPT_APART = ("# Handlungsfeld    @", "Rückgängig: {}  Strg")


def broken_rules(text: str) -> list[str]:
    """Return the names of the rules that a German text breaks."""
    spaced = text.startswith(KEPT_APART)
    found = [
        name
        for name, rule in RULES.items()
        if rule.search(text) and not (spaced and name == "two blanks")
    ]
    return found if quotation_marks_are_paired(text) else [*found, "unpaired quotation marks"]


def quotation_marks_are_paired(text: str) -> bool:
    """Tell whether each „ is closed by “ and each ‚ by ‘, in the right order."""
    waiting: list[str] = []
    for mark in re.findall(r"[„“‚‘]", text):
        if mark in "„‚":
            waiting.append({"„": "“", "‚": "‘"}[mark])
        elif not waiting or waiting.pop() != mark:
            return False
    return not waiting


def translations() -> Iterator[tuple[str, str]]:
    """Yield place and text of each German text of the window."""
    for path in sorted((ROOT / "resources/i18n/de").glob("*.ts")):
        for message in ET.parse(path).getroot().iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            for text in forms or [translation.text or ""]:
                yield f"{path.name}: {message.findtext('source')}", text


def catalogue_texts() -> Iterator[tuple[str, str]]:
    """Yield place and text of what catalogues call their entries."""
    for path in sorted((ROOT / "resources/catalogues").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for entry in content["entries"]:
            for key in ("label", "short", "note"):
                yield f"{path.name}: {entry['code']}", entry.get(key, "")


def papers() -> Iterator[tuple[str, str]]:
    """Yield place and text of each line of help, manuals and the newest changes, without code."""
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *FOLDERS_OF_PAPERS):
        for each in sorted(path.glob("*.md")) if path.is_dir() else [path]:
            yield from lines_of_paper(each.name, each.read_text(encoding="utf-8"))
    newest = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    yield from lines_of_paper("CHANGELOG.md", newest)


def lines_of_paper(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a paper as sentences: code is „Code“, cells of tables stand alone."""
    without_blocks = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for line in without_blocks.splitlines():
        if not line.startswith("    ") and not re.fullmatch(r"[\s|:-]*", line):
            for cell in re.sub(r"`[^`]*`", "Code", line).split(" | "):
                yield name, cell.strip("| ")


def sentences() -> Iterator[tuple[str, str]]:
    """Yield place and text of the German literals in the program; values are written „{}“."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(VOCABULARIES):
            for line, text in literals(ast.parse(path.read_text(encoding="utf-8"))):
                if is_german(text):
                    yield f"{name}:{line}", text


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string of a module that is no docstring."""
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            parts.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            parts.update(map(id, node.values))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and id(node) not in parts and type(node.value) is str:
            yield node.lineno, node.value


def is_german(text: str) -> bool:
    """Tell whether a literal is a German sentence or a part of one, not a pattern or a code."""
    words = re.search(r"[äöüßÄÖÜ„]|\b(?:bitte|Bitte|Sie|der|die|das|nicht|und|wird|sind)\b", text)
    return bool(words) and " " in text and "\\" not in text and "(?" not in text


@pytest.mark.parametrize("source", [translations, catalogue_texts, papers, sentences])
def test_every_text_keeps_the_rules(source: type[Iterator[tuple[str, str]]]) -> None:
    found = {f"{place} → {text}": broken_rules(text) for place, text in source()}

    assert len(found) > 100
    assert {place: rules for place, rules in found.items() if rules} == {}


def test_the_window_speaks_german_by_translation_only() -> None:
    assert [place for place, _ in sentences() if place.startswith("gui/")] == []


def test_no_unit_is_torn_from_its_number_in_the_window() -> None:
    assert [text for _, text in translations() if UNIT_CAN_BREAK.search(text)] == []


def test_menus_set_a_blank_before_the_ellipsis_and_translations_keep_it() -> None:
    odd = [
        place
        for place, text in translations()
        if place.endswith("…") and not re.search(r"\s…$", text)
    ]

    assert odd == []


def test_every_error_says_what_to_do() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name not in HINT_COMES_LATER:
            found += [f"{name}:{line}" for line in errors_without_a_hint(path.read_text("utf-8"))]

    assert found == []


def errors_without_a_hint(source: str) -> list[int]:
    """Return the lines on which an error for people is made of its sentence alone."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ERRORS
        and len(call.args) + len(call.keywords) < 2
    ]


def test_an_error_without_a_hint_is_found() -> None:
    assert errors_without_a_hint('raise UserError("Das geht nicht.")\nUserError("Ach", "Tun")') == [
        1
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Die Datei "Dorf" fehlt.',
        "Die Datei 'Dorf' fehlt.",
        "Wird geladen...",
        "Öffnen…",
        "Der Stick - falls vorhanden - fehlt.",
        "Zwei  Leerzeichen",
        "Was ist das ?",
        "Das geht nicht. bitte warten Sie.",
        "Hast Du gespeichert?",
        "Möchtest du dein Protokoll drucken?",
        "Legen Sie ein Backup an.",
        "Den Button drücken",
        "„Dorf ist nicht geschlossen.",
        "Das “Dorf„ ist verkehrt.",
        "„Er sagte ‚ja“‘",
        "z.B. eine Bank",
    ],
)
def test_a_broken_rule_is_found(text: str) -> None:
    assert broken_rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "„Dorf“ ist schon geöffnet; bitte warten Sie.",
        "Öffnen …",
        "Der Stick – falls vorhanden – fehlt.",
        "Sie sagte: „Er rief ‚Halt‘.“",
        "Mit „--table“ enthält es, was der Laptop braucht.",
        "Für 18–20 Personen: rund 3½ Stunden",
    ],
)
def test_a_good_text_passes(text: str) -> None:
    assert broken_rules(text) == []
