//! What a handler answers when it has no page to show. The edge turns it into one.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use platform::database::DatabaseError;
use platform::failure::Failure;

/// Why there is no page. What one may not know of is [`Fault::NotFound`].
#[derive(Debug)]
pub enum Fault {
    NotFound,
    Forbidden,
    /// The session ended or was never there: sign in, then go on to where one was.
    SignIn,
    /// The request cannot be understood.
    Unreadable,
    TooLarge,
    TooMany {
        retry_after_seconds: u64,
    },
    /// Nobody outside can act on it.
    Broken(DatabaseError),
}

/// What the edge needs to know to word a fault; it travels with the bare answer.
#[derive(Debug, Clone)]
pub(crate) enum Shown {
    NotFound,
    Forbidden,
    SignIn,
    Unreadable,
    TooLarge,
    TooMany { retry_after_seconds: u64 },
    Busy { detail: String },
    Broken { detail: String },
}

impl From<DatabaseError> for Fault {
    fn from(error: DatabaseError) -> Self {
        Self::Broken(error)
    }
}

impl Fault {
    /// For commands whose refusals a page has no place for: such a refusal is a bad request.
    pub fn from_failure<R>(failure: Failure<R>) -> Self {
        match failure {
            Failure::Refused(_) => Self::Unreadable,
            Failure::NotFound => Self::NotFound,
            Failure::Broken(error) => Self::Broken(error),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, shown) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, Shown::NotFound),
            Self::Forbidden => (StatusCode::FORBIDDEN, Shown::Forbidden),
            Self::SignIn => (StatusCode::SEE_OTHER, Shown::SignIn),
            Self::Unreadable => (StatusCode::BAD_REQUEST, Shown::Unreadable),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, Shown::TooLarge),
            Self::TooMany { retry_after_seconds } => {
                (StatusCode::TOO_MANY_REQUESTS, Shown::TooMany { retry_after_seconds })
            }
            Self::Broken(DatabaseError::Busy) => (
                StatusCode::SERVICE_UNAVAILABLE,
                Shown::Busy { detail: DatabaseError::Busy.to_string() },
            ),
            Self::Broken(error) => {
                (StatusCode::INTERNAL_SERVER_ERROR, Shown::Broken { detail: error.to_string() })
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(shown);
        response
    }
}
