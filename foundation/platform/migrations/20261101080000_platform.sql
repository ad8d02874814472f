-- What happened, for whoever reacts later: a higher slice has a job that reads facts.
CREATE TABLE fact (
    id <id> PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject_id <id> NOT NULL,
    happened_at <instant> NOT NULL
) <strict>;
CREATE INDEX fact_by_subject ON fact (subject_id, kind);

-- Letters to send. The text is not here: it is rendered when it is sent, from what is true then.
CREATE TABLE outbox (
    id <id> PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject_id <id> NOT NULL,
    about_id <id>,
    detail TEXT,
    once_key TEXT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'unknown', 'void')),
    enqueued_at <instant> NOT NULL,
    due_at <instant> NOT NULL,
    attempts <number> NOT NULL DEFAULT 0,
    leased_until <instant>,
    settled_at <instant>,
    fault TEXT
) <strict>;
CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_about ON outbox (about_id, state);
CREATE INDEX outbox_subject ON outbox (subject_id);

-- How many letters a visitor has caused to one address of late. The key is a MAC of the address.
CREATE TABLE mail_allowance (
    id <id> PRIMARY KEY NOT NULL,
    address_key TEXT NOT NULL,
    asked_at <instant> NOT NULL
) <strict>;
CREATE INDEX mail_allowance_by_address ON mail_allowance (address_key, asked_at);
CREATE INDEX mail_allowance_by_age ON mail_allowance (asked_at);

-- Whose turn it is: one row per address that is locked while its letters are counted.
CREATE TABLE mail_allowance_turn (
    address_key TEXT PRIMARY KEY NOT NULL,
    asked_at <instant> NOT NULL
) <strict>;

-- One row: what other processes on the same database must know of the running server.
CREATE TABLE instance (
    id <number> PRIMARY KEY NOT NULL CHECK (id = 1),
    public_url TEXT NOT NULL,
    clock_offset_seconds <number> NOT NULL,
    demo_filled_at <instant>
) <strict>;
