//! Database, migrations, clock, ids, mail transport, outbox, jobs, configuration
