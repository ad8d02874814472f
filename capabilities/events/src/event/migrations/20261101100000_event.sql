-- What is asked about in lists and rules stands in columns; what is only read whole stands in
-- the document `content`.
CREATE TABLE event (
    id <id> PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
    first_on <day> NOT NULL,
    last_on <day> NOT NULL,
    starts_at <instant> NOT NULL,
    ends_at <instant> NOT NULL,
    zone TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('online', 'on_site', 'mixed')),
    admission TEXT NOT NULL CHECK (admission IN ('open', 'invited')),
    invitation_code TEXT NOT NULL,
    opens_on <day>,
    deadline_on <day> NOT NULL,
    change_deadline_on <day>,
    dispatch TEXT,
    dispatch_on <day>,
    meeting_link TEXT,
    link_version <number> NOT NULL DEFAULT 0,
    sequence <number> NOT NULL DEFAULT 0,
    retention_days <number> NOT NULL,
    erase_on <day> NOT NULL,
    pre_meeting_of <id> REFERENCES event (id),
    created_by <id>,
    created_at <instant> NOT NULL,
    updated_at <instant> NOT NULL,
    published_at <instant>,
    cancelled_at <instant>,
    content TEXT NOT NULL
) <strict>;
CREATE INDEX event_by_state ON event (state, last_on, starts_at);
CREATE INDEX event_by_dispatch ON event (state, dispatch_on);
CREATE INDEX event_by_erase ON event (erase_on);
CREATE INDEX event_by_conference ON event (pre_meeting_of);

-- How many have come, of an event or of one choice in its programme, and how many may. Each has a
-- counter, limited or not, so that a limit can be set at any time. The database keeps the promise
-- once more: never more taken than there are.
CREATE TABLE place_limit (
    id <id> PRIMARY KEY NOT NULL,
    event_id <id> NOT NULL REFERENCES event (id),
    group_talk_id <id>,
    places <number>,
    taken <number> NOT NULL DEFAULT 0,
    CHECK (taken >= 0 AND (places IS NULL OR taken <= places))
) <strict>;
CREATE INDEX place_limit_by_event ON place_limit (event_id);

CREATE TABLE picture (
    id <id> PRIMARY KEY NOT NULL,
    jpeg <bytes> NOT NULL,
    width <number> NOT NULL,
    height <number> NOT NULL,
    uploaded_at <instant> NOT NULL
) <strict>;
