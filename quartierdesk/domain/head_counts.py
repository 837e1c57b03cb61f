"""Head-counts beside the people of the quarter: shares that betray nobody."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from quartierdesk.domain.workshop import HeadCount, Indicator

AGE = "age_group"
"""The attribute of head-counts that official figures know too."""

_HUNDRED = Decimal(100)
_UNDER_65 = ("unter_18", "18_29", "30_49", "50_64")


def totals(counts: Iterable[HeadCount]) -> dict[str, int]:
    """Return how many people were counted by each attribute, where no cell is suppressed."""
    sums: dict[str, int] = {}
    hidden: set[str] = set()
    for item in counts:
        if item.count is None:
            hidden.add(item.attribute)
        sums[item.attribute] = sums.get(item.attribute, 0) + (item.count or 0)
    return {attribute: total for attribute, total in sums.items() if attribute not in hidden}


def combined(
    counts: Mapping[str, int | None], members: Collection[str], total: int | None
) -> int | None:
    """Return how many people are in some groups together; None where that would betray somebody.

    `counts` are published counts by group, None where suppressed, and `total` is the published
    number of all. A sum is shown only if readers could work it out themselves: because each of
    its cells is shown, or because each cell beside them is shown and so is the total.
    """
    inside = [counts[group] for group in members if group in counts]
    shown = [count for count in inside if count is not None]
    if len(shown) == len(inside):
        return sum(shown) if inside else None
    outside = [count for group, count in counts.items() if group not in members]
    rest = [count for count in outside if count is not None]
    if total is None or len(rest) < len(outside):
        return None
    return total - sum(rest)


def age_shares(indicators: Iterable[Indicator]) -> dict[tuple[str, ...], Decimal]:
    """Return the share of the quarter's people (percent) by groups of age, youngest first.

    Taken from the indicators „share_u18“, „share_65plus“ and „share_80plus“; differences of
    shares are exact. Empty where none of them is known.
    """
    known = {item.code: item.value for item in indicators if item.value is not None}
    young, old, oldest = (known.get(f"share_{code}") for code in ("u18", "65plus", "80plus"))
    shares: dict[tuple[str, ...], Decimal] = {}
    if old is not None:
        shares[_UNDER_65] = _HUNDRED - old
    if young is not None:
        shares[("unter_18",)] = young
    if old is not None and oldest is not None:
        shares[("65_79",)] = old - oldest
    elif old is not None:
        shares[("65_79", "80_plus")] = old
    if oldest is not None:
        shares[("80_plus",)] = oldest
    return shares
