-- What somebody told us about the site, perhaps without saying who they are.
CREATE TABLE site_message (
    id <id> PRIMARY KEY NOT NULL,
    case_number TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    email TEXT,
    language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
    received_at <instant> NOT NULL,
    answered_at <instant>
) <strict>;
CREATE INDEX site_message_by_answer ON site_message (answered_at, received_at);
