"""Whatever laptops do, and in whatever order packages travel: all end with the same.

Two to six laptops work on copies of one file: they write, delete, undo, erase people and names,
put older copies back, are cloned, their clocks are up to a day wrong. Packages go to anybody, late,
twice, or with a bit turned over. In the end everybody has read everybody's package.
"""

import itertools
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quartierdesk.domain.identity import link_id
from quartierdesk.domain.long_work import silently
from quartierdesk.errors import UserError
from quartierdesk.store import erasing
from quartierdesk.store.access import Access
from quartierdesk.store.conflicts import all_conflicts, settle
from quartierdesk.store.integrity import check
from quartierdesk.store.rebuild import rebuild
from quartierdesk.store.schema.contributions import (
    Cluster,
    Contribution,
    ContributionTargetGroup,
)
from quartierdesk.store.schema.people import Participant
from quartierdesk.store.workspace import Workspace
from tests.store.frames import make_workshop
from tests.store.laptops import conflicts_in, package_of, rows_of, take_in

pytestmark = pytest.mark.long

_DAY = 24 * 3600 * 1000
_NOON = 1_790_000_000_000
_EXAMPLES = int(os.environ.get("QUARTIERDESK_EXAMPLES", "300"))

_ACTIONS = (
    *("add", "edit", "edit", "title", "move", "count", "delete", "delete", "undo", "redo"),
    *("group", "person", "contact", "erase", "mend", "decide", "clone", "keep", "put back"),
    *("send", "send", "send", "again", "flip"),
)
_STEPS = st.lists(
    st.tuples(
        st.integers(0, 5), st.sampled_from(_ACTIONS), st.integers(0, 1 << 20),
        st.integers(-_DAY, _DAY),
    ),
    min_size=8,
    max_size=20,
)  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder in memory where there is one: thousands of small files are written."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="quartierdesk-laptops-", dir=place) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def beginning(folder: Path) -> Path:
    """Return a closed file with a workshop, two cards, a cluster and a participant."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(folder / "einstellungen"))
        with Workspace.create(folder / "anfang.quartier") as workspace:
            workshop = make_workshop(workspace)
            with workspace.transaction("Anfang") as session:
                session.add(Cluster(workshop_id=workshop, title="Wege"))
                for text in ("Bus von Geheimnis-0", "Bank"):
                    session.add(Contribution(workshop_id=workshop, text_original=text))
                session.add(Participant(workshop_id=workshop, name="Geheimnis-1"))
    return folder / "anfang.quartier"


@pytest.fixture(scope="module")
def numbers() -> Iterator[int]:
    return itertools.count()


class _Evening:
    """The laptops, the packages under way, and what must never be read again."""

    def __init__(self, folder: Path, beginning: Path, amount: int) -> None:
        self.folder = folder
        folder.mkdir()
        self.skew: dict[int, int] = {}
        self.now = _NOON
        self.files: list[Path] = []
        self.open: list[Workspace] = []
        self.mail: list[Path] = []
        self.kept: dict[int, Path] = {}
        self.secrets = itertools.count(2)
        self.gone: set[str] = set()
        self.names = itertools.count()
        for _ in range(amount):
            self._join(beginning)

    def _join(self, file: Path) -> None:
        path = self.folder / f"laptop {len(self.files)}.quartier"
        shutil.copy(file, path)
        self.files.append(path)
        self.open.append(self._opened(len(self.files) - 1))

    def _opened(self, who: int) -> Workspace:
        def clock() -> int:
            return self.now + self.skew.get(who, 0)

        return Workspace.open(self.files[who], Access(actor=f"L{who}", milliseconds=clock))

    def do(self, who: int, action: str, x: int, skew: int) -> None:
        who %= len(self.open)
        self.now += x % 7
        self.skew[who] = skew
        step: Callable[[int, int], None] = getattr(self, f"_{action.replace(' ', '_')}")
        step(who, x)

    def _cards(self, who: int, *, living: bool = True) -> list[str]:
        with self.open[who].reading() as session:
            query = session.query(Contribution.id).order_by(Contribution.id)
            if living:
                query = query.where(Contribution.deleted.is_(False))
            return [row[0] for row in query]

    def _change(self, who: int, x: int, **values: object) -> None:
        cards = self._cards(who)
        if cards:
            with self.open[who].transaction("Geändert") as session:
                row = session.get_one(Contribution, cards[x % len(cards)])
                for name, value in values.items():
                    setattr(row, name, value)

    def _add(self, who: int, x: int) -> None:
        with self.open[who].transaction("Neu") as session:
            workshop = session.query(Cluster).first()
            assert workshop is not None
            text = f"Karte {x}"
            if x % 3 == 0:
                text = f"Das sagt Geheimnis-{next(self.secrets)} immer"
            session.add(Contribution(workshop_id=workshop.workshop_id, text_original=text))

    def _edit(self, who: int, x: int) -> None:
        cards = self._cards(who)
        if cards:
            with self.open[who].transaction("Text") as session:
                row = session.get_one(Contribution, cards[x % len(cards)])
                row.text_original = f"{row.text_original[:60]} +{x % 5}"

    def _title(self, who: int, x: int) -> None:
        self._change(who, x, title=f"Titel {x % 3}", place=f"Ort {x % 2}")

    def _move(self, who: int, x: int) -> None:
        with self.open[who].transaction("Themenfeld") as session:
            clusters = session.query(Cluster).order_by(Cluster.id).all()
            cluster = clusters[x % len(clusters)]
            if x % 5 == 0:
                cluster.deleted = not cluster.deleted
            if x % 7 == 0:
                session.add(Cluster(workshop_id=cluster.workshop_id, title=f"Feld {x}"))
            chosen = cluster.id if x % 3 else None
        self._change(who, x, cluster_id=chosen)

    def _count(self, who: int, x: int) -> None:
        cards = self._cards(who)
        if cards:
            with self.open[who].transaction("Mehrfachnennung") as session:
                session.get_one(Contribution, cards[x % len(cards)]).mention_count += 1 + x % 3

    def _delete(self, who: int, x: int) -> None:
        self._change(who, x, deleted=True)

    def _group(self, who: int, x: int) -> None:
        cards = self._cards(who, living=False)
        card, code = cards[x % len(cards)], f"g{x % 2}"
        identity = link_id("contribution_target_group", card, code)
        with self.open[who].transaction("Zielgruppe") as session:
            row = session.get(ContributionTargetGroup, identity)
            if row is None:
                values = {"contribution_id": card, "code": code, "position": x % 3}
                session.add(ContributionTargetGroup(id=identity, **values))
            else:
                row.deleted = not row.deleted

    def _undo(self, who: int, _x: int) -> None:
        with suppress(UserError):
            self.open[who].undo()

    def _redo(self, who: int, _x: int) -> None:
        with suppress(UserError):
            self.open[who].redo()

    def _people(self, who: int) -> list[Participant]:
        with self.open[who].reading() as session:
            rows = session.query(Participant).where(Participant.deleted.is_(False))
            return rows.order_by(Participant.id).all()

    def _person(self, who: int, _x: int) -> None:
        with self.open[who].transaction("Person") as session:
            first = session.query(Cluster).first()
            assert first is not None
            name = f"Geheimnis-{next(self.secrets)} Nachname"
            session.add(Participant(workshop_id=first.workshop_id, name=name))

    def _contact(self, who: int, x: int) -> None:
        people = self._people(who)
        if people:
            person = people[x % len(people)]
            secret = person.name.split()[0]
            with self.open[who].transaction("Kontakt") as session:
                session.get_one(Participant, person.id).contact = f"{secret}@{x % 4}"

    def _erase(self, who: int, x: int) -> None:
        people = self._people(who)
        if people:
            person = people[x % len(people)]
            self.gone.add(person.name.split()[0])
            with self.open[who].lasting("Gelöscht", "erase") as session:
                rows = [("participant", person.id)]
                erasing.erase_rows(session.connection(), session.recording, rows)

    def _mend(self, who: int, x: int) -> None:
        cards = self._cards(who)
        with self.open[who].lasting("Berichtigt", "erase") as session:
            for card in cards:
                row = session.get_one(Contribution, card)
                words = [w for w in row.text_original.split() if w.startswith("Geheimnis-")]
                if words:
                    self.gone.update(words)
                    values = {"text_original": f"berichtigt {x % 9}"}
                    place = ("contribution", card)
                    erasing.erase_fields(session.connection(), session.recording, place, values)
                    return

    def _decide(self, who: int, x: int) -> None:
        with self.open[who].lasting("Entschieden", "decide") as session:
            found = all_conflicts(session.connection())
            if found:
                conflict = found[x % len(found)]
                sides = (conflict.holds, *conflict.others)
                values = {conflict.field: sides[x % len(sides)].value}
                settle(session.connection(), session.recording, conflict, values)
                touched = {conflict.table: [conflict.row_id]}
                rebuild(session.connection(), touched, silently)

    def _clone(self, who: int, x: int) -> None:
        if len(self.files) < 6:
            copy = self.folder / f"klon {next(self.names)}"
            if x % 2:
                self.open[who].save_copy(copy)
            else:
                self.open[who].close()
                shutil.copy(self.files[who], copy)
                self.open[who] = self._opened(who)
            self._join(copy)

    def _keep(self, who: int, _x: int) -> None:
        copy = self.folder / f"früher {next(self.names)}"
        self.open[who].save_copy(copy)
        self.kept[who] = copy

    def _put_back(self, who: int, _x: int) -> None:
        if who in self.kept:
            self.open[who].close()
            shutil.copy(self.kept[who], self.files[who])
            self.open[who] = self._opened(who)

    def package(self, who: int) -> Path:
        target = self.folder / f"{next(self.names)}.qdpaket"
        return package_of(self.open[who], target)

    def _send(self, who: int, x: int) -> None:
        self.mail.append(self.package(who))
        take_in(self.open[x % len(self.open)], self.mail[-1])

    def _again(self, who: int, x: int) -> None:
        if self.mail:
            first, second = self.mail[x % len(self.mail)], self.mail[(x // 7) % len(self.mail)]
            take_in(self.open[who], *{first, second})

    def _flip(self, who: int, x: int) -> None:
        if self.mail:
            broken = self.folder / f"gekippt {next(self.names)}.qdpaket"
            content = bytearray(self.mail[x % len(self.mail)].read_bytes())
            content[random.Random(x).randrange(len(content))] ^= 1 << (x % 8)
            broken.write_bytes(content)
            before = rows_of(self.open[who])
            try:
                take_in(self.open[who], broken)
            except UserError:
                assert rows_of(self.open[who]) == before

    def meet(self, seed: int) -> None:
        """Let everybody read everybody's package, in any order."""
        order = list(range(len(self.open)))
        random.Random(seed).shuffle(order)
        packages = [self.package(who) for who in order]
        for who in order:
            mixed = packages[:]
            random.Random(seed + who).shuffle(mixed)
            take_in(self.open[who], *mixed)

    def close(self) -> None:
        for workspace in self.open:
            workspace.close()
        shutil.rmtree(self.folder)


@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    database=None,
    # New identities are drawn every time, so there is nothing to make smaller step by step.
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(amount=st.integers(2, 6), steps=_STEPS, seed=st.integers(0, 1 << 16))
def test_all_laptops_end_with_the_same(
    amount: int,
    steps: list[tuple[int, str, int, int]],
    seed: int,
    folder: Path,
    beginning: Path,
    numbers: Iterator[int],
) -> None:
    evening = _Evening(folder / f"abend {next(numbers)}", beginning, amount)
    for step in steps:
        evening.do(*step)
    evening.meet(seed)
    expected, disputed = rows_of(evening.open[0]), conflicts_in(evening.open[0])
    everything = evening.package(0)
    for workspace in evening.open:
        assert rows_of(workspace) == expected
        assert conflicts_in(workspace) == disputed
        assert not take_in(workspace, everything).taken[0].touched
    for workspace in (evening.open[0], evening.open[-1]):
        assert check(workspace) == []
    for workspace in evening.open:
        workspace.close()
        assert [s for s in evening.gone if s.encode() in workspace.path.read_bytes()] == []
    evening.close()
