//! Who: the people who work with this instance ([`access`]), and the municipalities and counties
//! that people come from ([`directory`]).

pub mod access;
pub mod directory;
