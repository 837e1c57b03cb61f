"""A list of thousands of which people see a screenful."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class LongList(Sequence[T], Generic[T]):
    """Things of which only the keys are known at first; each is made when it is looked at.

    `keys` are distinct, in the order of the list; `make` returns the thing at a place and must
    need nothing that changes.
    """

    def __init__(self, keys: Sequence[str], make: Callable[[int], T]) -> None:
        self.keys = keys
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    def __iter__(self) -> Iterator[T]:
        return (self[place] for place in range(len(self)))
