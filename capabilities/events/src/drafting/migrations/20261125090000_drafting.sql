-- Texts that were read and wait for somebody to look at what was found; erased on their day.
CREATE TABLE reading (
    id <id> PRIMARY KEY NOT NULL,
    read_by <id>,
    read_at <instant> NOT NULL,
    erase_on <day> NOT NULL,
    content TEXT NOT NULL
) <strict>;
CREATE INDEX reading_by_person ON reading (read_by, read_at);
CREATE INDEX reading_by_erase ON reading (erase_on);

-- What the text said that an event was last made or changed from: the next one is compared with it.
CREATE TABLE accepted_draft (
    event_id <id> PRIMARY KEY NOT NULL REFERENCES event (id),
    accepted_at <instant> NOT NULL,
    content TEXT NOT NULL
) <strict>;
