//! Names for rows: UUIDv7, so that later rows sort after earlier ones in both databases.

pub use uuid::Uuid;

#[expect(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
pub fn new() -> Uuid {
    Uuid::now_v7()
}

/// A type of its own for the ids of one kind of thing, so that they cannot be mixed up.
#[macro_export]
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $crate::ids::Uuid);

        impl $name {
            /// A new one, later than all before it.
            #[allow(clippy::new_without_default, reason = "two defaults would not be equal")]
            pub fn new() -> Self {
                Self($crate::ids::new())
            }
        }

        impl From<$name> for $crate::database::Value {
            fn from(id: $name) -> Self {
                Self::Id(Some(id.0))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.simple())
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                $crate::ids::Uuid::try_parse(text).map(Self).map_err(|_| ())
            }
        }
    };
}
