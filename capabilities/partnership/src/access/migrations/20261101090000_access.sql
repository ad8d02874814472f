-- Who works with this instance. Access that has ended leaves the row: others speak of the person.
CREATE TABLE person (
    id <id> PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'organiser')),
    language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
    created_at <instant> NOT NULL,
    signed_in_at <instant>,
    ended_at <instant>
) <strict>;

-- The link itself is a MAC over the id, made when it is told; no row holds it.
CREATE TABLE sign_in_link (
    id <id> PRIMARY KEY NOT NULL,
    person_id <id> NOT NULL REFERENCES person (id),
    valid_until <instant> NOT NULL,
    used_at <instant>
) <strict>;
CREATE INDEX sign_in_link_by_person ON sign_in_link (person_id);
CREATE INDEX sign_in_link_by_end ON sign_in_link (valid_until);

-- The secret is in the browser; what is here is only its fingerprint.
CREATE TABLE sign_in_session (
    fingerprint TEXT PRIMARY KEY NOT NULL,
    person_id <id> NOT NULL REFERENCES person (id),
    created_at <instant> NOT NULL,
    used_at <instant> NOT NULL
) <strict>;
CREATE INDEX sign_in_session_by_person ON sign_in_session (person_id);
CREATE INDEX sign_in_session_by_creation ON sign_in_session (created_at);
CREATE INDEX sign_in_session_by_use ON sign_in_session (used_at);

-- One row. Whoever changes who may work here changes it first, so that such changes stand in line:
-- two administrators cannot end each other at the same moment.
CREATE TABLE access_turn (
    id <number> PRIMARY KEY NOT NULL CHECK (id = 1),
    taken <number> NOT NULL
) <strict>;
INSERT INTO access_turn (id, taken) VALUES (1, 0);
