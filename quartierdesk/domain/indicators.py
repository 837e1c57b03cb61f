"""Figures of a quarter: those that reports of municipalities usually name, and what one needs."""

from dataclasses import dataclass

from quartierdesk.domain.workshop import Indicator
from quartierdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """A usual figure with its usual unit; the protocol calculates with some codes."""

    code: str
    label: str
    unit: str


KNOWN = (
    KnownIndicator("population_total", "Einwohnerzahl", "Personen"),
    KnownIndicator("share_u18", "Anteil unter 18-Jährige", "%"),
    KnownIndicator("share_65plus", "Anteil 65 Jahre und älter", "%"),
    KnownIndicator("share_80plus", "Anteil 80 Jahre und älter", "%"),
    KnownIndicator("mean_age", "Durchschnittsalter", "Jahre"),
    KnownIndicator("youth_ratio", "Jugendquotient (unter 20 je 100 20–64)", "je 100"),
    KnownIndicator("old_age_ratio", "Altenquotient (65+ je 100 20–64)", "je 100"),
    KnownIndicator("households", "Haushalte", "Haushalte"),
    KnownIndicator("single_hh", "Einpersonenhaushalte", "%"),
    KnownIndicator("vacancy_rate", "Leerstandsquote Wohnungen", "%"),
    KnownIndicator("owner_rate", "Eigentümerquote", "%"),
    KnownIndicator("care_recipients", "Pflegebedürftige je 1.000 Einw.", "je 1.000"),
    KnownIndicator("natural_balance", "Natürlicher Saldo je 1.000 Einw.", "je 1.000"),
    KnownIndicator("migration_balance", "Wanderungssaldo je 1.000 Einw.", "je 1.000"),
    KnownIndicator("car_density", "Pkw je 1.000 Einw.", "je 1.000"),
    KnownIndicator("departures", "Abfahrten von Bus und Bahn am Werktag", "Abfahrten"),
    KnownIndicator("clubs", "Vereine", "Vereine"),
)


def known(label: str) -> KnownIndicator | None:
    """Return the usual figure of this name."""
    return next((each for each in KNOWN if each.label == label.strip()), None)


def refuse_impossible(indicator: Indicator) -> None:
    """Raise `UserError` for a figure without name or source, or whose value is no number."""
    if not indicator.label.strip() or not indicator.source.strip():
        raise UserError(
            "Eine Kennzahl braucht einen Namen und eine Quelle.",
            "Bitte schreiben Sie dazu, woher die Zahl stammt.",
        )
    if indicator.value is not None and not indicator.value.is_finite():
        raise UserError(
            "Der Wert der Kennzahl ist keine Zahl.", "Bitte schreiben Sie ihn in Ziffern."
        )
