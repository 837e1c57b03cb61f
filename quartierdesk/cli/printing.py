"""Sheets for the room, and what to look at before a protocol is handed out."""

from dataclasses import asdict, replace
from typing import cast

from quartierdesk.cli.options import Options, in_quotes, print_json, reading, say
from quartierdesk.domain.handouts import HandoutKind
from quartierdesk.domain.record import Edition
from quartierdesk.services import (
    diagrams,
    exports,
    handouts,
    protocol_pdf,
    protocols,
    workshops,
)
from quartierdesk.services.handouts import Amount

KINDS = {
    "poster": "Aushang mit den Ergebnissen (A3)",
    "cards": "Ideenkarten (A6, vier auf A4)",
    "attendance": "Teilnehmerliste (intern)",
    "counting": "Zählbogen",
    "invitation": "Einladung (A3)",
    "privacy": "Datenschutzblatt",
    "run": "Regieplan (intern)",
}


def print_handout(options: Options) -> int:
    """Write a sheet for the room as PDF."""
    target = options.path("out")
    kind = cast("HandoutKind", options.text("what"))
    amount = Amount(options.number("count"), options.number("table"), options.number("first"))
    with reading(options) as workspace:
        workshop = workshops.find(workspace, options.text("workshop"))
        exports.refuse_workspace(workspace, target)
        handout = handouts.prepared(workspace, workshop.id, kind, amount)
        handouts.write(handout, target, black=options.flag("black"))
    name = KINDS[kind].partition(" (")[0]
    say(f"Fertig: {name} für {in_quotes(workshop.title)} in „{target}“.")
    return 0


def save_diagrams(options: Options) -> int:
    """Write the diagrams of the protocol as pictures into a folder."""
    folder = options.path("out")
    with reading(options) as workspace:
        workshop = workshops.find(workspace, options.text("workshop"))
        edition = cast("Edition", options.text("edition"))
        chosen = replace(protocols.settings(workspace, workshop.id), edition=edition)
        what = protocol_pdf.printable(workspace, workshop.id, chosen)
    saved = diagrams.save(what.protocol, folder, black=options.flag("black"))
    for picture in saved:
        print(f"{picture.path.name}: {picture.alt_text}")
    say(f"Bilder von {in_quotes(workshop.title)} in „{folder}“: {len(saved)}.")
    return 0


def review(options: Options) -> int:
    """Show what should be looked at before the protocol leaves the house; 1 if there is any."""
    edition = cast("Edition", options.text("edition"))
    with reading(options) as workspace:
        workshop = workshops.find(workspace, options.text("workshop"))
        found = protocols.findings(workspace, workshop.id, edition)
    if options.flag("json"):
        print_json([asdict(each) for each in found])
    else:
        for each in found:
            print(f"{each.label}: {each.sentence}")
    if not found:
        say("Es ist nichts aufgefallen. Bitte lesen Sie das Protokoll trotzdem.")
    return 1 if found else 0
