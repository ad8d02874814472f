//! Where in society somebody stands. Asked so that people from different places meet.

/// A part of society. Threads of one colour each in the weave, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sector {
    Public,
    CivilSociety,
    Business,
    Academia,
    Other,
}

impl Sector {
    pub const ALL: [Self; 5] =
        [Self::Public, Self::CivilSociety, Self::Business, Self::Academia, Self::Other];

    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::CivilSociety => "civil_society",
            Self::Business => "business",
            Self::Academia => "academia",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What somebody is in society.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleInSociety {
    ElectedRepresentative,
    PublicOfficial,
    AssociationMember,
    Employer,
    Employee,
    Researcher,
    Student,
    Resident,
    Other,
}

impl RoleInSociety {
    pub const ALL: [Self; 9] = [
        Self::ElectedRepresentative,
        Self::PublicOfficial,
        Self::AssociationMember,
        Self::Employer,
        Self::Employee,
        Self::Researcher,
        Self::Student,
        Self::Resident,
        Self::Other,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::ElectedRepresentative => "elected_representative",
            Self::PublicOfficial => "public_official",
            Self::AssociationMember => "association_member",
            Self::Employer => "employer",
            Self::Employee => "employee",
            Self::Researcher => "researcher",
            Self::Student => "student",
            Self::Resident => "resident",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
