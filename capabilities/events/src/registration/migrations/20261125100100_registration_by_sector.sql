-- Who comes from which sector stands on the event's public page: counted without reading the rows.
CREATE INDEX registration_by_sector ON registration (event_id, sector)
    WHERE withdrawn_at IS NULL AND sector IS NOT NULL;
