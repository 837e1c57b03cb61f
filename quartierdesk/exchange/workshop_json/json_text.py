"""JSON text from and to exact values: decimal numbers stay decimal, nothing is escaped."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NoReturn, TypeAlias

from quartierdesk.errors import UserError
from quartierdesk.exchange.limits import STANDARD
from quartierdesk.exchange.wording import grouped, shortened

Json: TypeAlias = "bool | int | Decimal | str | Sequence[Json] | Mapping[str, Json] | None"

_MOST_VALUES = 3_000_000
_LONGEST_WHOLE = 18
_LONGEST_DECIMAL = 40
_LARGEST_EXPONENT = 30
_MEND = "Bitte lassen Sie sich die Datei noch einmal geben."


def parse(data: bytes) -> Mapping[str, Json]:
    """Return the object that a JSON file holds; decimal numbers are `Decimal`.

    Raises `UserError` for anything but one object in UTF-8, for a key that stands twice in one
    object, for numbers that are not finite or have too many digits, and for what is too large or
    too deep to be a workshop.
    """
    text = _decoded(data)
    try:
        value: Json = json.loads(
            text,
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        place = f"Zeile {grouped(error.lineno)}, Spalte {grouped(error.colno)}"
        raise UserError(f"Die Datei ist kein gültiges JSON ({place}).", _MEND) from error
    except RecursionError as error:
        raise UserError("Die Datei ist zu tief verschachtelt für eine Werkstatt.", _MEND) from error
    if not isinstance(value, Mapping):
        raise UserError("Die Datei enthält keine Werkstatt, sondern etwas anderes.", _MEND)
    return value


def to_bytes(value: Json) -> bytes:
    """Return `value` as UTF-8 text, each member on its own line, indented by one blank."""
    return _written(value, "").encode()


def _decoded(data: bytes) -> str:
    if len(data) > STANDARD.file_bytes:
        limit = grouped(STANDARD.file_bytes // 1_000_000)
        raise UserError(
            f"Die Datei ist größer als {limit} MB.",
            "Bitte prüfen Sie, ob es die richtige Datei ist.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            f"Die Datei ist nicht in UTF-8 geschrieben (Byte {grouped(error.start + 1)}).",
            "Bitte speichern Sie sie in der Zeichenkodierung UTF-8.",
        ) from error
    if sum(map(text.count, "[{,")) > _MOST_VALUES:
        raise UserError("Die Datei enthält mehr Angaben, als eine Werkstatt haben kann.", _MEND)
    return text


def _object(members: list[tuple[str, Json]]) -> Mapping[str, Json]:
    found = dict(members)
    if len(found) < len(members):
        twice = Counter(key for key, _ in members).most_common(1)[0][0]
        raise UserError(f"Das Feld „{shortened(twice)}“ steht in einem Abschnitt zweimal.", _MEND)
    return found


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_WHOLE:
        raise _too_long(digits)
    return int(digits)


def _decimal(digits: str) -> Decimal:
    number = Decimal(digits) if len(digits) <= _LONGEST_DECIMAL else None
    if number is None or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise _too_long(digits)
    return number


def _too_long(digits: str) -> UserError:
    return UserError(f"Die Zahl „{shortened(digits, 30)}“ hat zu viele Stellen.", _MEND)


def _refuse_constant(name: str) -> NoReturn:
    raise UserError(f"„{name}“ ist keine Zahl, mit der sich rechnen lässt.", _MEND)


def _written(value: Json, pad: str) -> str:
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    inner = f"{pad} "
    if isinstance(value, Mapping):
        members = [
            f"{json.dumps(k, ensure_ascii=False)}: {_written(value[k], inner)}" for k in value
        ]
        return _block("{}", members, pad)
    return _block("[]", [_written(item, inner) for item in value], pad)


def _block(brackets: str, members: list[str], pad: str) -> str:
    if not members:
        return brackets
    separator = f",\n{pad} "
    return f"{brackets[0]}\n{pad} {separator.join(members)}\n{pad}{brackets[1]}"
