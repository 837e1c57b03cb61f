"""How one field was edited, as it stands in the change log.

`{field: [before, after, base]}`: `base` names the entry whose value was overwritten. A fourth
element says more where that is needed: `{"seen": {replica: n}}` with a deletion, how far the one
who deleted knew the entries of the row; `{"over": [entry, …]}` with a decision, which other
entries it settles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quartierdesk.store.values import Json


@dataclass(frozen=True, slots=True)
class Edit:
    """One field in one entry; `seen` is None where the entry does not tell."""

    before: Json
    after: Json
    base: str | None
    seen: Mapping[str, int] | None = None
    over: tuple[str, ...] = ()


def edit_of(parts: Sequence[Any]) -> Edit:
    """Return the edit that stands in the log as `parts`."""
    more = parts[3] if len(parts) > 3 else {}
    return Edit(parts[0], parts[1], parts[2], more.get("seen"), tuple(more.get("over", ())))


@dataclass(slots=True)
class Known:
    """What the log holds about a row: the newest entry of each field, and how far it goes.

    The field "" stands for the creation, which has a value in every field.
    """

    newest: dict[str, str] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def learn(self, key: str, replica: str, n: int, fields: Mapping[str, object] | None) -> None:
        """Take notice of the next entry of the row; `fields` is None for a creation."""
        self.seen[replica] = max(n, self.seen.get(replica, 0))
        if fields is None:
            self.newest = {"": key}
        else:
            self.newest.update(dict.fromkeys(fields, key))

    def base(self, name: str) -> str | None:
        """Return the entry whose value in a field holds."""
        return self.newest.get(name) or self.newest.get("")

    def edit(self, name: str, before: Json, after: Json, over: Sequence[str] = ()) -> list[object]:
        """Return an edit as it is to stand in the log."""
        more: dict[str, object] = {}
        if name == "deleted" and after:
            more["seen"] = dict(sorted(self.seen.items()))
        if over:
            more["over"] = sorted(over)
        return [before, after, self.base(name), *([more] if more else [])]
