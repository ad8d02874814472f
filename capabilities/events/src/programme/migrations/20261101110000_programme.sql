CREATE TABLE programme_item (
    id <id> PRIMARY KEY NOT NULL,
    event_id <id> NOT NULL REFERENCES event (id),
    position <number> NOT NULL,
    on_day <day>,
    kind TEXT NOT NULL,
    choosing TEXT NOT NULL CHECK (choosing IN ('none', 'wishes', 'first_come')),
    content TEXT NOT NULL
) <strict>;
CREATE INDEX programme_item_by_event ON programme_item (event_id, position);

CREATE TABLE group_talk (
    id <id> PRIMARY KEY NOT NULL,
    item_id <id> NOT NULL REFERENCES programme_item (id),
    event_id <id> NOT NULL REFERENCES event (id),
    number <number> NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (item_id, number)
) <strict>;
CREATE INDEX group_talk_by_event ON group_talk (event_id);
