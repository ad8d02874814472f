-- One person at one event. `form_mark` is what is kept of the form's key, so that the same form
-- sent twice is one registration; `link_version` is what the personal link is made over, besides
-- the id, so that a link can be made void.
CREATE TABLE registration (
    id <id> PRIMARY KEY NOT NULL,
    event_id <id> NOT NULL REFERENCES event (id),
    email_key TEXT NOT NULL,
    form_mark TEXT,
    link_version <number> NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    email TEXT NOT NULL,
    search_text TEXT NOT NULL,
    organisation TEXT NOT NULL,
    sector TEXT,
    municipality TEXT NOT NULL,
    role TEXT,
    language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
    meeting_link_version <number> NOT NULL DEFAULT 0,
    silent <number> NOT NULL DEFAULT 0,
    registered_at <instant> NOT NULL,
    changed_at <instant>,
    withdrawn_at <instant>
) <strict>;
CREATE UNIQUE INDEX registration_once ON registration (event_id, email_key)
    WHERE withdrawn_at IS NULL;
CREATE INDEX registration_by_event ON registration (event_id, withdrawn_at);

-- What somebody wishes, first wish first. It takes no place.
CREATE TABLE group_wish (
    registration_id <id> NOT NULL REFERENCES registration (id),
    rank <number> NOT NULL,
    group_talk_id <id> NOT NULL REFERENCES group_talk (id),
    PRIMARY KEY (registration_id, rank)
) <strict>;
CREATE INDEX group_wish_by_talk ON group_wish (group_talk_id);

-- What somebody chose where whoever comes first gets the place.
CREATE TABLE group_choice (
    registration_id <id> NOT NULL REFERENCES registration (id),
    item_id <id> NOT NULL REFERENCES programme_item (id),
    group_talk_id <id> NOT NULL REFERENCES group_talk (id),
    PRIMARY KEY (registration_id, item_id)
) <strict>;
CREATE INDEX group_choice_by_talk ON group_choice (group_talk_id);
