//! Who: access, people and municipalities
