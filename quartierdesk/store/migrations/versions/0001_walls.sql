-- The first schema. Frozen: later changes are steps of their own.
CREATE TABLE contribution (
    workshop_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    series VARCHAR NOT NULL,
    number INTEGER,
    table_id VARCHAR(36),
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    text_original TEXT NOT NULL,
    text_minutes TEXT NOT NULL,
    capture_mode VARCHAR NOT NULL,
    action_field VARCHAR NOT NULL,
    cluster_id VARCHAR(36),
    bundle_id VARCHAR(36),
    place VARCHAR NOT NULL,
    latitude VARCHAR,
    longitude VARCHAR,
    mention_count INTEGER NOT NULL,
    has_dissent BOOLEAN NOT NULL,
    in_idea_store BOOLEAN NOT NULL,
    needs_clarification BOOLEAN NOT NULL,
    contains_personal_data BOOLEAN NOT NULL,
    publish VARCHAR NOT NULL,
    note TEXT NOT NULL,
    source_url VARCHAR NOT NULL,
    captured_at DATETIME,
    folded TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(table_id) REFERENCES topic_table (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(bundle_id) REFERENCES bundle (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_contribution_bundle_id ON contribution (bundle_id);

CREATE INDEX ix_contribution_number ON contribution (workshop_id, series, number);

CREATE INDEX ix_contribution_cluster_id ON contribution (cluster_id);

CREATE INDEX ix_contribution_workshop_seq ON contribution (workshop_id, seq);

CREATE INDEX ix_contribution_table_id ON contribution (table_id);

CREATE TABLE bundle (
    workshop_id VARCHAR(36) NOT NULL,
    text TEXT NOT NULL,
    lead_id VARCHAR(36),
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(lead_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_bundle_lead_id ON bundle (lead_id);

CREATE INDEX ix_bundle_workshop_id ON bundle (workshop_id);

CREATE TABLE municipality (
    name VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    ags VARCHAR NOT NULL,
    address TEXT NOT NULL,
    arms_sha256 VARCHAR NOT NULL,
    data_protection_officer TEXT NOT NULL,
    imprint TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id)
);

CREATE TABLE topic_table (
    workshop_id VARCHAR(36) NOT NULL,
    number INTEGER NOT NULL,
    topic VARCHAR NOT NULL,
    host_id VARCHAR(36),
    seats INTEGER,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(host_id) REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_topic_table_host_id ON topic_table (host_id);

CREATE INDEX ix_topic_table_workshop_id ON topic_table (workshop_id);

CREATE TABLE meta (
    "key" VARCHAR NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE replica (
    no INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    home VARCHAR NOT NULL,
    created_at DATETIME NOT NULL,
    PRIMARY KEY (no),
    UNIQUE (id)
);

CREATE TABLE change_value (
    replica_no INTEGER NOT NULL,
    n INTEGER NOT NULL,
    salt BLOB NOT NULL,
    data TEXT NOT NULL,
    erased BOOLEAN NOT NULL,
    PRIMARY KEY (replica_no, n)
)
 WITHOUT ROWID;

CREATE TABLE import_log (
    seq INTEGER NOT NULL,
    at DATETIME NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    accepted INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (seq)
);

CREATE TABLE conflict_decision (
    id VARCHAR(36) NOT NULL,
    tbl VARCHAR NOT NULL,
    row_id VARCHAR(36) NOT NULL,
    field VARCHAR NOT NULL,
    chosen TEXT NOT NULL,
    command_id VARCHAR(36) NOT NULL,
    decided_at DATETIME NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_conflict_decision_row_id ON conflict_decision (row_id);

CREATE TABLE stored_file (
    sha256 VARCHAR(64) NOT NULL,
    media_type VARCHAR NOT NULL,
    data BLOB NOT NULL,
    thumbnail BLOB,
    PRIMARY KEY (sha256)
);

CREATE TABLE draft (
    place VARCHAR NOT NULL,
    text TEXT NOT NULL,
    updated_at DATETIME NOT NULL,
    PRIMARY KEY (place)
);

CREATE TABLE participant (
    workshop_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    table_id VARCHAR(36),
    age_group VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    contact VARCHAR NOT NULL,
    notes TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(table_id) REFERENCES topic_table (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_participant_workshop_id ON participant (workshop_id);

CREATE INDEX ix_participant_table_id ON participant (table_id);

CREATE TABLE contribution_field (
    contribution_id VARCHAR(36) NOT NULL,
    code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_contribution_field_contribution_id ON contribution_field (contribution_id);

CREATE INDEX ix_contribution_field_code ON contribution_field (code);

CREATE TABLE contribution_target_group (
    contribution_id VARCHAR(36) NOT NULL,
    code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_contribution_target_group_contribution_id ON contribution_target_group (contribution_id);

CREATE INDEX ix_contribution_target_group_code ON contribution_target_group (code);

CREATE TABLE contribution_theme (
    contribution_id VARCHAR(36) NOT NULL,
    code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_contribution_theme_code ON contribution_theme (code);

CREATE INDEX ix_contribution_theme_contribution_id ON contribution_theme (contribution_id);

CREATE TABLE quarter (
    municipality_id VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    delimitation TEXT NOT NULL,
    process_goal TEXT NOT NULL,
    process_from DATE,
    process_until DATE,
    accompaniment TEXT NOT NULL,
    funding TEXT NOT NULL,
    continuation TEXT NOT NULL,
    notes TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(municipality_id) REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_quarter_municipality_id ON quarter (municipality_id);

CREATE TABLE command (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    replica_no INTEGER NOT NULL,
    clock VARCHAR(21) NOT NULL,
    kind VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    target VARCHAR(36),
    state VARCHAR NOT NULL,
    applied_by VARCHAR(36),
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(replica_no) REFERENCES replica (no)
);

CREATE INDEX ix_command_clock ON command (clock);

CREATE INDEX ix_command_state ON command (state, seq);

CREATE TABLE change (
    replica_no INTEGER NOT NULL,
    n INTEGER NOT NULL,
    command_id VARCHAR(36) NOT NULL,
    tbl VARCHAR NOT NULL,
    row_id VARCHAR(36) NOT NULL,
    kind VARCHAR NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (replica_no, n),
    FOREIGN KEY(replica_no) REFERENCES replica (no)
)
 WITHOUT ROWID;

CREATE INDEX ix_change_row_id ON change (row_id);

CREATE INDEX ix_change_command ON change (command_id);

CREATE TABLE consent (
    participant_id VARCHAR(36) NOT NULL,
    kind VARCHAR NOT NULL,
    given BOOLEAN NOT NULL,
    medium VARCHAR NOT NULL,
    withdrawn_at DATETIME,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(participant_id) REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_consent_participant_id ON consent (participant_id);

CREATE TABLE actor (
    municipality_id VARCHAR(36),
    name VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    contact VARCHAR NOT NULL,
    notes TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(municipality_id) REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_actor_municipality_id ON actor (municipality_id);

CREATE TABLE advice_office (
    municipality_id VARCHAR(36),
    name VARCHAR NOT NULL,
    topics VARCHAR NOT NULL,
    address TEXT NOT NULL,
    phone VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    website VARCHAR NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(municipality_id) REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_advice_office_municipality_id ON advice_office (municipality_id);

CREATE TABLE workshop (
    quarter_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    subtitle VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    notice TEXT NOT NULL,
    methods TEXT NOT NULL,
    date DATE,
    start TIME,
    "end" TIME,
    timezone VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    organiser VARCHAR NOT NULL,
    civil_partner VARCHAR NOT NULL,
    facilitation VARCHAR NOT NULL,
    minutes_by VARCHAR NOT NULL,
    occasion TEXT NOT NULL,
    goal TEXT NOT NULL,
    guiding_question TEXT NOT NULL,
    funding_reference VARCHAR NOT NULL,
    participants_registered INTEGER,
    participants_present INTEGER,
    participants_source VARCHAR NOT NULL,
    invitation_channels TEXT NOT NULL,
    accessibility_provided TEXT NOT NULL,
    rules TEXT NOT NULL,
    missing_groups TEXT NOT NULL,
    field_catalogue VARCHAR NOT NULL,
    smallest_count INTEGER NOT NULL,
    feedback_returned INTEGER,
    notes TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(quarter_id) REFERENCES quarter (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_workshop_quarter_id ON workshop (quarter_id);

CREATE TABLE cluster (
    workshop_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    summary TEXT NOT NULL,
    action_field VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_cluster_workshop_id ON cluster (workshop_id);

CREATE TABLE catalogue_item (
    workshop_id VARCHAR(36),
    catalogue VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    short VARCHAR NOT NULL,
    colour VARCHAR NOT NULL,
    symbol VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_catalogue_item_workshop_id ON catalogue_item (workshop_id);

CREATE TABLE swot_statement (
    workshop_id VARCHAR(36) NOT NULL,
    quadrant VARCHAR NOT NULL,
    contribution_id VARCHAR(36),
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_swot_statement_contribution_id ON swot_statement (contribution_id);

CREATE INDEX ix_swot_statement_workshop_id ON swot_statement (workshop_id);

CREATE TABLE photo (
    workshop_id VARCHAR(36) NOT NULL,
    contribution_id VARCHAR(36),
    sha256 VARCHAR NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alt_text TEXT NOT NULL,
    caption VARCHAR NOT NULL,
    public BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_photo_workshop_id ON photo (workshop_id);

CREATE INDEX ix_photo_contribution_id ON photo (contribution_id);

CREATE TABLE poll (
    workshop_id VARCHAR(36) NOT NULL,
    method VARCHAR NOT NULL,
    question TEXT NOT NULL,
    round VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    rule_text VARCHAR NOT NULL,
    dots_per_person INTEGER,
    max_per_option INTEGER,
    voters INTEGER,
    scale_max INTEGER,
    scale_text VARCHAR NOT NULL,
    variant VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_poll_workshop_id ON poll (workshop_id);

CREATE TABLE measure (
    workshop_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    goal TEXT NOT NULL,
    starting_point TEXT NOT NULL,
    description TEXT NOT NULL,
    coordinating_body VARCHAR NOT NULL,
    responsible VARCHAR NOT NULL,
    partners VARCHAR NOT NULL,
    first_step TEXT NOT NULL,
    due DATE,
    due_text VARCHAR NOT NULL,
    cost_estimate VARCHAR,
    funding TEXT NOT NULL,
    continuation TEXT NOT NULL,
    effort INTEGER,
    benefit INTEGER,
    importance VARCHAR NOT NULL,
    priority INTEGER,
    term VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    reason TEXT NOT NULL,
    decision_body VARCHAR NOT NULL,
    requires_resolution BOOLEAN NOT NULL,
    resolution_on DATE,
    resolution_number VARCHAR NOT NULL,
    indicator TEXT NOT NULL,
    risks TEXT NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_measure_workshop_id ON measure (workshop_id);

CREATE TABLE agenda_item (
    workshop_id VARCHAR(36) NOT NULL,
    title VARCHAR NOT NULL,
    start TIME,
    "end" TIME,
    method VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    notes TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_agenda_item_workshop_id ON agenda_item (workshop_id);

CREATE TABLE head_count (
    workshop_id VARCHAR(36) NOT NULL,
    attribute VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_head_count_workshop_id ON head_count (workshop_id);

CREATE TABLE indicator (
    quarter_id VARCHAR(36) NOT NULL,
    workshop_id VARCHAR(36),
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    value VARCHAR,
    unit VARCHAR NOT NULL,
    year INTEGER,
    source VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(quarter_id) REFERENCES quarter (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_indicator_quarter_id ON indicator (quarter_id);

CREATE INDEX ix_indicator_workshop_id ON indicator (workshop_id);

CREATE TABLE feedback_count (
    workshop_id VARCHAR(36) NOT NULL,
    question VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    multiple BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_feedback_count_workshop_id ON feedback_count (workshop_id);

CREATE TABLE feedback_quote (
    workshop_id VARCHAR(36) NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_feedback_quote_workshop_id ON feedback_quote (workshop_id);

CREATE TABLE next_step (
    workshop_id VARCHAR(36) NOT NULL,
    what VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    due DATE,
    due_text VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_next_step_workshop_id ON next_step (workshop_id);

CREATE TABLE recipient (
    workshop_id VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_recipient_workshop_id ON recipient (workshop_id);

CREATE TABLE enclosure (
    workshop_id VARCHAR(36) NOT NULL,
    title VARCHAR NOT NULL,
    public BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_enclosure_workshop_id ON enclosure (workshop_id);

CREATE TABLE signature (
    workshop_id VARCHAR(36) NOT NULL,
    role VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_signature_workshop_id ON signature (workshop_id);

CREATE TABLE retention_date (
    workshop_id VARCHAR(36) NOT NULL,
    subject VARCHAR NOT NULL,
    until DATE,
    text VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_retention_date_workshop_id ON retention_date (workshop_id);

CREATE TABLE protocol_settings (
    workshop_id VARCHAR(36) NOT NULL,
    edition VARCHAR NOT NULL,
    length VARCHAR NOT NULL,
    sections TEXT NOT NULL,
    hidden_sections TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_protocol_settings_workshop_id ON protocol_settings (workshop_id);

CREATE TABLE protocol_release (
    workshop_id VARCHAR(36) NOT NULL,
    version VARCHAR NOT NULL,
    edition VARCHAR NOT NULL,
    released_at DATETIME,
    pdf_sha256 VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    remark TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_protocol_release_workshop_id ON protocol_release (workshop_id);

CREATE TABLE deletion_record (
    workshop_id VARCHAR(36),
    subject VARCHAR NOT NULL,
    amount INTEGER NOT NULL,
    deleted_at DATETIME,
    reason VARCHAR NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_deletion_record_workshop_id ON deletion_record (workshop_id);

CREATE TABLE poll_option (
    poll_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    cluster_id VARCHAR(36),
    contribution_id VARCHAR(36),
    measure_id VARCHAR(36),
    is_status_quo BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(measure_id) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_poll_option_poll_id ON poll_option (poll_id);

CREATE INDEX ix_poll_option_contribution_id ON poll_option (contribution_id);

CREATE INDEX ix_poll_option_cluster_id ON poll_option (cluster_id);

CREATE INDEX ix_poll_option_measure_id ON poll_option (measure_id);

CREATE TABLE poll_group (
    poll_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    table_id VARCHAR(36),
    voters INTEGER,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(table_id) REFERENCES topic_table (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_poll_group_table_id ON poll_group (table_id);

CREATE INDEX ix_poll_group_poll_id ON poll_group (poll_id);

CREATE TABLE ballot (
    poll_id VARCHAR(36) NOT NULL,
    label VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_ballot_poll_id ON ballot (poll_id);

CREATE TABLE measure_cluster (
    measure_id VARCHAR(36) NOT NULL,
    cluster_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(measure_id) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_measure_cluster_measure_id ON measure_cluster (measure_id);

CREATE INDEX ix_measure_cluster_cluster_id ON measure_cluster (cluster_id);

CREATE TABLE measure_contribution (
    measure_id VARCHAR(36) NOT NULL,
    contribution_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(measure_id) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_measure_contribution_measure_id ON measure_contribution (measure_id);

CREATE INDEX ix_measure_contribution_contribution_id ON measure_contribution (contribution_id);

CREATE TABLE answer (
    workshop_id VARCHAR(36) NOT NULL,
    cluster_id VARCHAR(36),
    contribution_id VARCHAR(36),
    measure_id VARCHAR(36),
    decision VARCHAR NOT NULL,
    text TEXT NOT NULL,
    answered_by VARCHAR NOT NULL,
    answered_on DATE,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contribution_id) REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(measure_id) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_answer_measure_id ON answer (measure_id);

CREATE INDEX ix_answer_contribution_id ON answer (contribution_id);

CREATE INDEX ix_answer_cluster_id ON answer (cluster_id);

CREATE INDEX ix_answer_workshop_id ON answer (workshop_id);

CREATE TABLE ballot_mark (
    ballot_id VARCHAR(36) NOT NULL,
    option_id VARCHAR(36) NOT NULL,
    against_id VARCHAR(36),
    aspect VARCHAR NOT NULL,
    value INTEGER NOT NULL,
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(option_id) REFERENCES poll_option (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(against_id) REFERENCES poll_option (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_ballot_mark_option_id ON ballot_mark (option_id);

CREATE INDEX ix_ballot_mark_against_id ON ballot_mark (against_id);

CREATE INDEX ix_ballot_mark_ballot_id ON ballot_mark (ballot_id);

CREATE TABLE tally (
    poll_id VARCHAR(36) NOT NULL,
    option_id VARCHAR(36) NOT NULL,
    group_id VARCHAR(36),
    count_number INTEGER NOT NULL,
    replica VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    deleted BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(option_id) REFERENCES poll_option (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(group_id) REFERENCES poll_group (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id)
);

CREATE INDEX ix_tally_option_id ON tally (option_id);

CREATE INDEX ix_tally_group_id ON tally (group_id);

CREATE INDEX ix_tally_poll_id ON tally (poll_id);

