"""veraPDF, the validator that has the last word: brought once, then run over many files at once.

`python3 dev.py test` brings it where Java and Maven are. The tests themselves need no network.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = "1.30.2"
JAR = ROOT / "build" / "verapdf" / f"cli-{VERSION}.jar"
_SHA256 = "287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy"
_PASSED, _FAILED = 0, 1


def reason_for_absence() -> str:
    """Return why veraPDF cannot be run here, „“ if it can."""
    if shutil.which("java") is None:
        return "Java ist nicht da; veraPDF braucht es."
    if not JAR.exists():
        return f"veraPDF {VERSION} ist nicht da; „python3 dev.py test“ holt es, wo Maven ist."
    return ""


def is_required() -> bool:
    """Say whether its absence is a failure: on a build server it is."""
    return os.environ.get("CI", "").lower() == "true"


def bring() -> bool:
    """Bring veraPDF into the folder `build` if it can be brought; say whether it is there."""
    if _is_genuine():
        return True
    if shutil.which("java") is None or shutil.which("mvn") is None:
        return False
    JAR.parent.mkdir(parents=True, exist_ok=True)
    artifact = f"org.verapdf.apps:cli:{VERSION}"
    command = ["mvn", "-q", "-B", _PLUGIN, f"-Dartifact={artifact}"]
    command.append(f"-DoutputDirectory={JAR.parent}")
    finished = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if finished.returncode or not _is_genuine():
        JAR.unlink(missing_ok=True)
        return False
    return True


def _is_genuine() -> bool:
    return JAR.exists() and hashlib.sha256(JAR.read_bytes()).hexdigest() == _SHA256


def failures(files: Sequence[Path], flavour: str) -> dict[str, list[str]]:
    """Return by file name what breaks the rules of a flavour („ua1“, „2a“), nothing if all is well.

    One start of Java does for all files. RuntimeError: veraPDF could not do its work.
    """
    command = ["java", "-jar", str(JAR), "--flavour", flavour, "--format", "json", *map(str, files)]
    finished = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if finished.returncode not in (_PASSED, _FAILED):
        raise RuntimeError(f"veraPDF: {finished.stderr.strip()}")
    jobs = json.loads(finished.stdout)["report"]["jobs"]
    return {Path(job["itemDetails"]["name"]).name: _broken_rules(job) for job in jobs}


def _broken_rules(job: dict[str, object]) -> list[str]:
    results = job.get("validationResult")
    if not isinstance(results, list):
        return [f"keine Prüfung: {job.get('taskException')}"]
    return [
        f"{rule['clause']}-{rule['testNumber']}: {rule['description']}"
        for result in results
        for rule in result["details"]["ruleSummaries"]
    ]


if __name__ == "__main__":
    if not bring():
        print(f"veraPDF {VERSION} ist nicht zu haben; {reason_for_absence()}", file=sys.stderr)
