"""Commercial rounding and German figures."""

from decimal import Decimal
from fractions import Fraction

Number = Decimal | int | Fraction
"""What the rules count and compare: exact numbers, never `float`."""

_GROUPED_FROM = 1_000


def half_up(value: Number, places: int = 1) -> Decimal:
    """Round commercially: half away from zero, exact also for fractions without a decimal end.

    Source: commercial rounding (DIN 1333), as `decimal.ROUND_HALF_UP` does it. A result of zero
    carries no sign. ValueError: `places` is negative or `value` is not finite.
    """
    if places < 0:
        raise ValueError(f"places must not be negative: {places}")
    try:
        scaled = Fraction(value) * 10**places
    except (OverflowError, ValueError) as error:
        raise ValueError(f"not a finite number: {value}") from error
    units = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    digits = tuple(int(digit) for digit in str(units))
    return Decimal((1 if scaled < 0 and units else 0, digits, -places))


def percent(part: Number, whole: Number, places: int = 1) -> Decimal | None:
    """Share of `part` in `whole` in percent, rounded commercially; None if `whole` is 0.

    Rounded shares of one whole may add up to 99.9 or 100.1.
    """
    if whole == 0:
        return None
    return half_up(Fraction(part) * 100 / Fraction(whole), places)


def german(value: Decimal | int) -> str:
    """Write a number the German way: "2,37", "−0,5", "18.000".

    Decimal comma, minus sign U+2212, a point between thousands, as in the window and
    in Excel; the decimal places are those of `value`. A year is no number to be written so.
    ValueError: `value` is not finite.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    size = number.copy_abs()
    whole, _, fraction = f"{size:f}".partition(".")
    if size >= _GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", ".")
    sign = "−" if number < 0 else ""
    return sign + whole + ("," + fraction if fraction else "")


_WORDS = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()  # noqa: SIM905
_FIRST_WORD = 2


def in_words(number: int, *, opening: bool = False) -> str:
    """Write a whole number in running text: from two to twelve as a word, else in figures.

    With `opening` it begins a sentence. One is left in figures, because its word is bent.
    """
    at = number - _FIRST_WORD
    if not 0 <= at < len(_WORDS):
        return german(number)
    return _WORDS[at].capitalize() if opening else _WORDS[at]
