"""Translations: collects the words of the window, compiles them, and tells what is missing.

The words are kept in areas, one file each: an area for every page (its package and the forms whose
names begin with the page's) and `shell` for all else. So people who work on different pages do not
write into the same file. The compiled files are kept as well, so that the program speaks German
wherever it is installed; a check tells when they are out of date.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES, FORMS = ROOT / "quartierdesk", ROOT / "forms"
PAGES = SOURCES / "gui" / "pages"
TRANSLATIONS = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "en")
SHELL = "shell"


class TranslationError(Exception):
    """A tool of Qt failed; its text is what the tool said."""


def areas() -> dict[str, list[Path]]:
    """Return the sources of each area."""
    pages = sorted(folder.name for folder in PAGES.iterdir() if (folder / "__init__.py").exists())
    found: dict[str, list[Path]] = {page: [] for page in [*pages, SHELL]}
    for path in sorted(SOURCES.rglob("*.py")):
        inside = path.is_relative_to(PAGES) and path.parent != PAGES
        found[path.relative_to(PAGES).parts[0] if inside else SHELL].append(path)
    for path in sorted(FORMS.glob("*.ui")):
        owner = next((p for p in pages if path.stem == p or path.stem.startswith(f"{p}_")), SHELL)
        found[owner].append(path)
    return found


def collect(area: str, sources: Sequence[Path], language: str, target: Path) -> None:
    """Bring the words of one area and language up to date in `target`."""
    plural = ["-pluralonly"] if language == "en" else []
    options = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en")
    call = (*options, "-target-language", language, *plural, *map(str, sources), "-ts", str(target))
    _run("lupdate", *call)
    if language == "en" and _fill_plurals(target):
        _run("lupdate", *call)  # so that the file is written in the tool's own form


def compile_to(words: Path, target: Path) -> None:
    """Compile one file of words for the program."""
    _run("lrelease", "-silent", "-removeidentical", str(words), "-qm", str(target))


def unfinished(words: Path) -> list[str]:
    """Return the words of a file that have no translation."""
    return [
        message.findtext("source", "")
        for message in ElementTree.parse(words).getroot().iter("message")
        if _is_open(message)
    ]


def update() -> int:
    """Bring all words up to date and compile them; tell what has to be translated."""
    wanted = set()
    for area, sources in areas().items():
        for language in LANGUAGES:
            words = _place(language, area)
            words.parent.mkdir(parents=True, exist_ok=True)
            collect(area, sources, language, words)
            compile_to(words, words.with_suffix(".qm"))
            wanted |= {words, words.with_suffix(".qm")}
    for stray in _known() - wanted:
        stray.unlink()
    missing = list(_missing())
    for line in missing:
        print(line)
    print(f"Noch zu übersetzende Texte: {len(missing)}." if missing else "Alles ist übersetzt.")
    return 1 if missing else 0


def check() -> int:
    """Tell what is not translated or out of date, without changing anything."""
    problems = list(_missing())
    with tempfile.TemporaryDirectory(prefix="quartierdesk-") as folder:
        for area, sources in areas().items():
            for language in LANGUAGES:
                problems += _stale(area, sources, language, Path(folder))
    for line in problems:
        print(line)
    if problems:
        print("Bitte rufen Sie „python3 dev.py i18n“ auf und übersetzen Sie, was fehlt.")
    return 1 if problems else 0


def _stale(area: str, sources: Sequence[Path], language: str, folder: Path) -> Iterator[str]:
    words = _place(language, area)
    fresh = folder / f"{area}_{language}.ts"
    if not words.exists():
        yield f"{words.relative_to(ROOT)} fehlt."
        return
    shutil.copy(words, fresh)
    collect(area, sources, language, fresh)
    if fresh.read_bytes() != words.read_bytes():
        yield f"{words.relative_to(ROOT)} entspricht nicht den Quellen."
    compiled = words.with_suffix(".qm")
    compile_to(words, fresh.with_suffix(".qm"))
    if not compiled.exists() or compiled.read_bytes() != fresh.with_suffix(".qm").read_bytes():
        yield f"{compiled.relative_to(ROOT)} entspricht nicht den Texten."


def _missing() -> Iterator[str]:
    for words in sorted(TRANSLATIONS.rglob("*.ts")):
        for source in unfinished(words):
            yield f"{words.relative_to(ROOT)}: {source}"


def _is_open(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return True
    forms = translation.findall("numerusform")
    return any(not form.text for form in forms) if forms else not translation.text


def _fill_plurals(words: Path) -> bool:
    """Fill in the forms of „%n thing(s)“ for English; return whether there was anything to do."""
    tree = ElementTree.parse(words)
    changed = False
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        source = message.findtext("source", "")
        forms = translation.findall("numerusform")
        if "(s)" in source and len(forms) == 2:
            forms[0].text, forms[1].text = source.replace("(s)", ""), source.replace("(s)", "s")
            del translation.attrib["type"]
            changed = True
    if changed:
        body = ElementTree.tostring(tree.getroot(), encoding="unicode")
        head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        words.write_text(f"{head}{body}\n", encoding="utf-8")
    return changed


def _place(language: str, area: str) -> Path:
    return TRANSLATIONS / language / f"{area}.ts"


def _known() -> set[Path]:
    return {*TRANSLATIONS.rglob("*.ts"), *TRANSLATIONS.rglob("*.qm")}


def _run(tool: str, *arguments: str) -> None:
    """Run a tool that comes with Qt; raises `TranslationError` with what it said."""
    folder = Path(PySide6.__file__).parent
    places = [folder / "Qt" / "libexec" / tool, folder / tool, folder / f"{tool}.exe"]
    program = next((str(place) for place in places if place.exists()), tool)
    finished = subprocess.run([program, *arguments], check=False, capture_output=True, text=True)
    if finished.returncode:
        raise TranslationError(finished.stdout + finished.stderr)


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv[1:] else update())
