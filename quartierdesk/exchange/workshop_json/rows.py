"""The fields of every kind of row, in the order in which they are written."""

from quartierdesk.exchange.workshop_json.fields import (
    CLOCK,
    COUNT,
    DAY,
    EUROS,
    FLAG,
    MOMENT,
    NUMBER,
    TEXT_OR_NULL,
    TEXTS,
    Field,
    choice,
    degrees,
    reference,
    references,
    whole,
)
from quartierdesk.exchange.workshop_json.section import MOST

TOP = (
    Field("_notice", "notice", extension=True),
    Field("schema"),
    Field("language", "language"),
)
"""What stands at the top of the file and belongs to the workshop."""

WORKSHOP = (
    Field("id", "label"),
    Field("title", "title", required=True),
    Field("subtitle", "subtitle"),
    Field("format", "format"),
    Field("methods", "methods", TEXTS),
    Field("date", "date", DAY),
    Field("start", "start", CLOCK),
    Field("end", "end", CLOCK),
    Field("timezone", "timezone", extension=True),
    Field("place", "place"),
    Field("municipality"),
    Field("district"),
    Field("municipality_details"),
    Field("quarter"),
    Field("quarter_details"),
    Field("organiser", "organiser"),
    Field("civil_partner", "civil_partner"),
    Field("facilitation", "facilitation"),
    Field("minutes_by", "minutes_by"),
    Field("occasion", "occasion"),
    Field("goal", "goal", extension=True),
    Field("guiding_question", "guiding_question"),
    Field("funding_reference", "funding_reference"),
    Field("participants_registered", "participants_registered", COUNT),
    Field("participants_present", "participants_present", COUNT),
    Field("participants_source", "participants_source"),
    Field("missing_groups", "missing_groups", extension=True),
    Field("invitation_channels", "invitation_channels", TEXTS),
    Field("accessibility_provided", "accessibility_provided", TEXTS),
    Field("rules", "rules", TEXTS),
    Field("field_catalogue", "field_catalogue", extension=True),
    Field("notes", "notes", extension=True, internal=True),
)

MUNICIPALITY = (Field("municipality", "name"), Field("district", "district"))
"""Fields of the workshop's section that belong to the municipality."""

MUNICIPALITY_DETAILS = (
    Field("ags", "ags", extension=True),
    Field("address", "address", extension=True),
    Field("arms_sha256", "arms_sha256", extension=True),
    Field("data_protection_officer", "data_protection_officer", extension=True, internal=True),
    Field("imprint", "imprint", extension=True),
)

QUARTER = (Field("quarter", "name"),)
"""The field of the workshop's section that belongs to the quarter."""

QUARTER_DETAILS = (
    Field("kind", "kind", extension=True),
    Field("delimitation", "delimitation", extension=True),
    Field("process_goal", "process_goal", extension=True),
    Field("process_from", "process_from", DAY, extension=True),
    Field("process_until", "process_until", DAY, extension=True),
    Field("accompaniment", "accompaniment", extension=True),
    Field("funding", "funding", extension=True),
    Field("continuation", "continuation", extension=True),
    Field("notes", "notes", extension=True, internal=True),
)

AGENDA_ITEM = (
    Field("start", "start", CLOCK),
    Field("end", "end", CLOCK),
    Field("title", "title", required=True),
    Field("method", "method"),
    Field("who", "who", extension=True),
    Field("notes", "notes", extension=True, internal=True),
    Field("public", "public", FLAG, extension=True),
)

TABLE = (
    Field("no"),
    Field("topic", "topic"),
    Field("host", "host_id", reference("participants"), internal=True),
    Field("seats", "seats", COUNT),
)

PARTICIPANT = (
    Field("id"),
    Field("name_fictional", "name"),
    Field("table", "table_id", reference("tables")),
    Field("age_group", "age_group"),
    Field("role", "role"),
    Field("organisation", "organisation", extension=True),
    Field("district", "district", extension=True),
    Field("contact", "contact", extension=True),
    Field("notes", "notes", extension=True),
    Field("consent_list"),
    Field("consent_contact"),
    Field("consent_photo"),
    Field("minor_guardian_consent"),
    Field("consents"),
)

CONSENT = (
    Field("kind", "kind", choice("list", "contact", "photo", "guardian"), required=True),
    Field("given", "given", FLAG, required=True),
    Field("medium", "medium", extension=True),
)

CONTRIBUTION = (
    Field("id"),
    Field("table", "table_id", reference("tables")),
    Field("captured_at", "captured_at", MOMENT, internal=True),
    Field("capture_mode", "capture_mode"),
    Field("kind", "kind"),
    Field("title", "title", extension=True),
    Field("text_original", "text_original", required=True),
    Field("text_minutes", "text_minutes"),
    Field("action_field", "action_field"),
    Field("further_fields", "further_fields", TEXTS, extension=True),
    Field("cluster", "cluster_id", reference("clusters")),
    Field("bundle", "bundle_id", reference("bundles"), extension=True),
    Field("dots"),
    Field("mention_count", "mention_count", whole(1, MOST), extension=True),
    Field("has_dissent", "has_dissent", FLAG, extension=True),
    Field("needs_clarification", "needs_clarification", FLAG, extension=True),
    Field("target_groups", "target_groups", TEXTS),
    Field("cross_cutting", "themes", TEXTS),
    Field("location", "place", TEXT_OR_NULL),
    Field("latitude", "latitude", degrees(90), extension=True),
    Field("longitude", "longitude", degrees(180), extension=True),
    Field("contains_personal_data", "contains_personal_data", FLAG),
    Field("publish", "publish", choice("yes", "anonymized", "no")),
    Field("note", "note", internal=True),
    Field("source_url", "source_url", extension=True),
)

CLUSTER = (
    Field("id"),
    Field("title", "title", required=True),
    Field("summary", "summary", extension=True),
    Field("action_field", "action_field"),
    Field("contributions"),
    Field("contribution_count"),
    Field("table_dots"),
    Field("plenary_dots"),
    Field("share_pct"),
    Field("rank"),
)

BUNDLE = (
    Field("id"),
    Field("text", "text", required=True),
    Field("lead", "lead_id", reference("contributions")),
)

MEASURE = (
    Field("id"),
    Field("title", "title", required=True),
    Field("clusters", "cluster_ids", references("clusters")),
    Field("contributions", "contribution_ids", references("contributions")),
    Field("goal", "goal"),
    Field("starting_point", "starting_point", extension=True),
    Field("description", "description", extension=True),
    Field("coordinating_body", "coordinating_body", extension=True),
    Field("responsible", "responsible"),
    Field("partners", "partners"),
    Field("first_step", "first_step"),
    Field("due", "due", DAY),
    Field("due_text", "due_text", extension=True),
    Field("cost_estimate_eur", "cost_estimate", EUROS),
    Field("funding", "funding"),
    Field("continuation", "continuation", extension=True),
    Field("effort_1_5", "effort", whole(1, 5)),
    Field("benefit_1_5", "benefit", whole(1, 5)),
    Field("quadrant"),
    Field("ratio"),
    Field("importance", "importance", extension=True),
    Field("priority", "priority", COUNT),
    Field("term", "term"),
    Field("status", "status"),
    Field("reason", "reason", extension=True),
    Field("decision_body", "decision_body"),
    Field("council_resolution_required", "requires_resolution", FLAG),
    Field("resolution_on", "resolution_on", DAY, extension=True),
    Field("resolution_number", "resolution_number", extension=True),
    Field("indicator", "indicator"),
    Field("risks", "risks", extension=True),
)

ANSWER = (
    Field("cluster", "cluster_id", reference("clusters"), extension=True),
    Field("contribution", "contribution_id", reference("contributions"), extension=True),
    Field("measure", "measure_id", reference("measures"), extension=True),
    Field("decision", "decision", required=True),
    Field("text", "text", required=True),
    Field("answered_by", "answered_by", extension=True, internal=True),
    Field("answered_on", "answered_on", DAY, extension=True),
)

INDICATOR = (
    Field("indicator", "code", required=True),
    Field("label", "label", required=True),
    Field("value", "value", NUMBER),
    Field("unit", "unit"),
    Field("year", "year", whole(0, 9999)),
    Field("source", "source"),
)

NEXT_STEP = (
    Field("what", "what", required=True),
    Field("who", "who"),
    Field("due", "due", DAY),
    Field("due_text", "due_text", extension=True),
)

SIGNATURE = (Field("role", "role", required=True), Field("name", "name"))

PHOTO = (
    Field("sha256", "sha256", required=True),
    Field("width", "width", COUNT, required=True),
    Field("height", "height", COUNT, required=True),
    Field("contribution", "contribution_id", reference("contributions"), extension=True),
    Field("alt_text", "alt_text", extension=True),
    Field("caption", "caption", extension=True),
    Field("public", "public", FLAG, extension=True),
)

SWOT_STATEMENT = (
    Field("contribution", "contribution_id", reference("contributions"), extension=True),
    Field("text", "text", extension=True),
)
"""A statement that is not just the name of a contribution."""

ENCLOSURE = (Field("title", "title", required=True), Field("public", "public", FLAG))
"""An enclosure whose title does not say by itself whether it is internal."""

RETENTION = (
    Field("until", "until", DAY),
    Field("text", "text"),
)
"""A retention date with both a day and words."""
