-- The public lists in their order, without sorting whole events to show twenty of them, and how
-- long the lists are.
CREATE INDEX event_public_by_start ON event (starts_at, id)
    WHERE state IN ('published', 'cancelled');
CREATE INDEX event_public_by_end ON event (last_on)
    WHERE state IN ('published', 'cancelled');
