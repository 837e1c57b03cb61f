"""What lies beside the program: every part named, with its licence; checksums that hold."""

import dataclasses
import hashlib
import json
import re
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.licenses import canonicalize_license_expression

from installer import components, papers
from installer.inside import INSIDE, Component, works_inside
from installer.project import BuildError, Project, filled, read_project
from tests.support import ROOT

PROJECT = Project("1.2.3", "Probe", "EUPL-1.2", "2026-11-26")
ON_THIS_SYSTEM = re.compile(r"sys_platform == '(\w+)'")


def shipped() -> list[str]:
    """Return the packages of the lock that this system needs."""
    names = []
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        only = ON_THIS_SYSTEM.search(line)
        if "==" in line and line[0].isalnum() and (not only or only[1] == sys.platform):
            names.append(line.partition("==")[0])
    return names


def part(name: str, *texts: Path) -> Component:
    return Component(name, "1.0", "MIT", f"pkg:pypi/{name}@1.0", texts)


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_package_has_a_licence_with_its_text(name: str) -> None:
    found = components._of_distribution(distribution(name))

    assert found.licence
    assert found.texts
    assert all(text.read_text("utf-8", errors="replace").strip() for text in found.texts)


def test_fonts_and_icons_are_parts_with_their_licence() -> None:
    own = components.own_components(PROJECT)

    fonts = {path.name for path in (ROOT / "resources/fonts").glob("OFL-*.txt")}
    assert {text.name for each in own for text in each.texts} >= fonts
    assert any(each.name == "Tabler Icons" for each in own)


def test_every_shipped_font_belongs_to_a_part() -> None:
    shipped = [f"resources/fonts/{path.name}" for path in (ROOT / "resources/fonts").glob("*.ttf")]
    own = components.own_components(PROJECT, shipped)

    assert sorted(file for each in own for file in each.files) == sorted(shipped)


def test_a_font_without_a_licence_stops_the_build() -> None:
    with pytest.raises(BuildError, match="Fremd-Regular"):
        components.own_components(PROJECT, ["resources/fonts/Fremd-Regular.ttf"])


def frozen_from(package: str) -> list[tuple[str, Path]]:
    """Return entries as PyInstaller reports them: all libraries of an installed package."""
    owner = distribution(package)
    return [
        (str(file), Path(str(owner.locate_file(file))))
        for file in owner.files or ()
        if re.search(r"\.so(\.|$)", str(file))
    ]


@pytest.mark.parametrize("package", INSIDE)
def test_every_work_inside_a_package_has_a_licence_known_to_spdx(package: str) -> None:
    said, _ = components._SAID_HERE.get(package, ("MIT", ()))

    for licence in [said, *(work.licence for work in INSIDE[package])]:
        assert canonicalize_license_expression(licence) == licence


def test_every_notice_of_pdfium_belongs_to_a_listed_part() -> None:
    other_builds = {"android", "cibw_musl", "pbin_musl", "v8_xfa"}
    notices = [
        file.name
        for file in distribution("pypdfium2").files or ()
        if "BUILD_LICENSES" in file.parts and not other_builds & set(file.parts)
    ]
    patterns = [work.notice or "" for work in INSIDE["pypdfium2"]]

    assert len(notices) > 15
    assert [n for n in notices if not any(re.match(p, n) for p in patterns)] == []
    assert [p for p in patterns if not any(re.match(p, n) for n in notices)] == []


@pytest.mark.parametrize("package", INSIDE)
def test_every_work_inside_a_package_has_its_texts(package: str) -> None:
    if package not in shipped():
        pytest.skip("belongs to another system")
    owner = components._of_distribution(distribution(package))
    with_files = [work.files for work in INSIDE[package] if work.files]
    found = works_inside(package, dataclasses.replace(owner, files=[]))[1:]

    assert len(found) == len(INSIDE[package]) - len(with_files)
    assert [work.name for work in found if not work.texts] == []


def test_a_text_is_written_once_and_named_after_the_package(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("Erlaubt ist alles.", "utf-8")
    inside = Component("Aal (in paket)", "", "MIT", "", (text,))
    papers.write_licences(tmp_path / "papiere", [inside, part("paket", text)])

    assert {p.name for p in (tmp_path / "papiere").iterdir()} == {
        "LIZENZEN.md",
        "paket-LICENSE.txt",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries have other names elsewhere")
@pytest.mark.parametrize("package", ["pillow", "pillow-heif", "pypdfium2"])
def test_libraries_inside_packages_are_parts_of_their_own(package: str) -> None:
    entries = frozen_from(package)
    owner = components._of_distribution(distribution(package))
    names = [name for name, _ in entries]
    found = works_inside(package, Component(owner.name, "", "MIT", "", (), names))

    assert sorted(file for each in found for file in each.files) == sorted(names)
    expected = {work.name for work in INSIDE[package] if not work.name.startswith("MinGW")}
    assert expected <= {each.name for each in found}


def test_a_library_that_nobody_listed_stops_the_build() -> None:
    owner = part("pillow")
    stray = "pillow.libs/libfremd-1a2b3c4d.so.1"

    with pytest.raises(BuildError, match="libfremd"):
        works_inside("pillow", dataclasses.replace(owner, files=[stray]))


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Return a small frozen program with a library, a font and what need not be listed."""
    for name in ("PIL/_imaging.so", "resources/fonts/NotoSans-Bold.ttf", "PIL/notes.txt"):
        file = tmp_path / "programm/_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    (tmp_path / "programm/_internal/lib.so.1").symlink_to("PIL/_imaging.so")
    return tmp_path / "programm"


ALL = ["PIL/_imaging.so", "resources/fonts/NotoSans-Bold.ttf"]


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        (ALL[:1], "NotoSans-Bold.ttf“ wird ausgeliefert"),
        (ALL[1:], "_imaging.so“ wird ausgeliefert"),
        ([*ALL, "libweg.so.1"], "libweg.so.1“ steht in der Liste"),
    ],
)
def test_the_list_of_parts_is_compared_with_what_is_frozen(
    frozen: Path, tmp_path: Path, listed: list[str], said: str
) -> None:
    bill = tmp_path / "bestandteile.cdx.json"
    papers.write_bill_of_materials(bill, PROJECT, [dataclasses.replace(part("alles"), files=ALL)])
    papers.refuse_unlisted(frozen, bill)

    papers.write_bill_of_materials(
        bill, PROJECT, [dataclasses.replace(part("anderes"), files=listed)]
    )
    with pytest.raises(BuildError, match=re.escape(said)):
        papers.refuse_unlisted(frozen, bill)


def test_a_module_that_is_called_like_a_library_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    bootloader = distribution("pyphen")  # stands in for what is only there when building
    monkeypatch.setattr(components, "distributions", lambda: [bootloader])
    monkeypatch.setattr(components, "normal", lambda _: "pyinstaller")
    module = Path(sysconfig.get_path("stdlib")) / "ctypes/macholib/dylib.py"
    found = components.components([("ctypes.macholib.dylib", module)], PROJECT)

    assert [name for each in found for name in each.files] == []


def test_what_is_frozen_from_the_project_counts_as_our_own() -> None:
    spec = (ROOT / "installer/quartierdesk.spec").read_text("utf-8")
    frozen = re.findall(r"\(str\(root / \"([^\"]+)\"\)", spec)

    assert "LICENSE" in frozen
    assert [name for name in frozen if not components._is_own(ROOT / name)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks the database of Debian")
def test_a_file_of_unknown_origin_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "libfremd.so.1"
    stray.write_bytes(b"")

    with pytest.raises(BuildError, match=r"libfremd\.so\.1"):
        components._debian_owners({stray})


def test_the_list_of_parts_is_cyclonedx_and_the_same_every_time(tmp_path: Path) -> None:
    parts = [part("eins"), part("zwei")]
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    papers.write_bill_of_materials(first, PROJECT, parts)
    papers.write_bill_of_materials(second, PROJECT, parts)
    bill = json.loads(first.read_text("utf-8"))

    assert first.read_bytes() == second.read_bytes()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert [each["name"] for each in bill["components"]] == ["eins", "zwei"]
    assert bill["metadata"]["component"]["version"] == "1.2.3"


def test_licences_are_written_out(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("Erlaubt ist alles.", "utf-8")
    papers.write_licences(tmp_path / "papiere", [part("eins", text)])

    assert (tmp_path / "papiere/eins-LICENSE.txt").read_text("utf-8") == "Erlaubt ist alles."
    assert "| eins | 1.0 | MIT | eins-LICENSE.txt |" in (
        tmp_path / "papiere/LIZENZEN.md"
    ).read_text("utf-8")


def test_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "programm.deb").write_bytes(b"inhalt")
    lines = papers.write_checksums(tmp_path).read_text("utf-8").splitlines()

    assert lines == [f"{hashlib.sha256(b'inhalt').hexdigest()}  programm.deb"]


def test_the_installers_say_the_version_of_the_project() -> None:
    project = read_project()

    assert project.version in (ROOT / "pyproject.toml").read_text("utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", project.released)


@pytest.mark.parametrize("name", ["quartierdesk.desktop", "quartierdesk.1"])
def test_a_template_that_is_not_filled_in_stops_the_build(name: str) -> None:
    with pytest.raises(BuildError, match="nicht ausgefüllt"):
        filled(ROOT / "installer/linux" / name)


def test_files_of_both_kinds_open_with_the_program() -> None:
    mime = (ROOT / "installer/linux/quartierdesk-mime.xml").read_text("utf-8")
    setup = (ROOT / "installer/windows/setup.nsi").read_text("utf-8")

    for ending in (".quartier", ".qdpaket"):
        assert f'pattern="*{ending}"' in mime
        assert f'!insertmacro Associate "{ending}"' in setup
