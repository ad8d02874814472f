//! When and where: events, programme, registration
