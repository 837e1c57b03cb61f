"""A measure with everything one can say about it and choose for it, to be edited in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.workshop import Actor
from quartierdesk.errors import UserError
from quartierdesk.services import actors, catalogues, clusters, contributions, measures
from quartierdesk.services.workshops import get as get_workshop
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A sentence that a measure may come from, and the cluster it lies in."""

    id: str
    label: str
    text: str
    cluster_id: str | None


@dataclass(frozen=True, slots=True)
class MeasureSheet:
    """A measure (`is_new`: not stored yet), what it may come from, and what can be chosen.

    `actors` are names of those who may carry it out.
    """

    workshop_id: str
    measure: Measure
    is_new: bool
    clusters: tuple[Cluster, ...]
    cards: tuple[SourceCard, ...]
    catalogues: Mapping[str, Catalogue]
    actors: tuple[str, ...] = ()


def load(workspace: Workspace, workshop_id: str, measure_id: str) -> MeasureSheet:
    """Return a measure for editing; raises `UserError` when it is gone."""
    with workspace.reading():
        for measure in measures.listed(workspace, workshop_id):
            if measure.id == measure_id:
                return _sheet(workspace, workshop_id, measure, is_new=False)
    raise UserError("Diese Maßnahme gibt es nicht mehr.", "Gelöschtes holt „Rückgängig“ zurück.")


def fresh(
    workspace: Workspace,
    workshop_id: str,
    cluster_id: str | None = None,
    contribution_id: str | None = None,
) -> MeasureSheet:
    """Return a measure that is not stored yet, empty or made from a cluster or a contribution.

    From a cluster it has its title, and all that lies in it as its origin.
    """
    with workspace.reading():
        get_workshop(workspace, workshop_id)
        empty = _sheet(workspace, workshop_id, Measure(new_id(), "", ""), is_new=True)
    titles = {cluster.id: cluster.title for cluster in empty.clusters}
    texts = {card.id: card.text for card in empty.cards}
    if (cluster_id and cluster_id not in titles) or (
        contribution_id and contribution_id not in texts
    ):
        raise UserError(
            "Das, woraus die Maßnahme entstehen sollte, gibt es nicht mehr.",
            "Gelöschtes holt „Rückgängig“ zurück.",
        )
    lying = [card.id for card in empty.cards if cluster_id and card.cluster_id == cluster_id]
    sources = [contribution_id] if contribution_id else lying
    return MeasureSheet(
        workshop_id,
        Measure(
            empty.measure.id,
            "",
            titles.get(cluster_id or "", ""),
            starting_point=texts.get(contribution_id or "", ""),
            cluster_ids=(cluster_id,) if cluster_id else (),
            contribution_ids=tuple(sources),
        ),
        is_new=True,
        clusters=empty.clusters,
        cards=empty.cards,
        catalogues=empty.catalogues,
        actors=empty.actors,
    )


def store(workspace: Workspace, sheet: MeasureSheet, after: Measure) -> Measure:
    """Store a new measure, or what was changed in one."""
    if sheet.is_new:
        return measures.create(workspace, sheet.workshop_id, after)
    measures.edit(workspace, sheet.measure, after)
    return after


def set_status(workspace: Workspace, before: Measure, status: str, reason: str) -> None:
    """Store another state of a measure with the reason for it."""
    with workspace.transaction(f"{before.label}: Stand geändert"):
        measures.edit(workspace, before, replace(before, status=status, reason=reason))


def _sheet(
    workspace: Workspace, workshop_id: str, measure: Measure, *, is_new: bool
) -> MeasureSheet:
    with workspace.reading() as session:
        cards = contributions.of_workshop(session, workshop_id)
        found = clusters.of_workshop(session, workshop_id)
    return MeasureSheet(
        workshop_id,
        measure,
        is_new,
        tuple(found),
        tuple(SourceCard(c.id, c.label, c.wording, c.cluster_id) for c in cards),
        catalogues.of_workshop(workspace, workshop_id),
        tuple(actor.name for actor in actors.listed(workspace, Actor)),
    )
