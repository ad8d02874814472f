//! The table of who may enter where. A route is added with its row, and the row is the guard:
//! there is no other way in.

use crate::asked::{Role, SignedIn, session_secret};
use crate::fault::Fault;
use crate::protection::{self, Origin};
use crate::site::Site;
use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use std::collections::BTreeMap;

/// Who may enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Anyone,
    /// Anyone who holds the secret in the address.
    LinkHolder,
    Organiser,
    Administrator,
}

impl Who {
    pub fn name(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::LinkHolder => "link holder",
            Self::Organiser => "organiser",
            Self::Administrator => "administrator",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
}

/// Routes with their rows.
#[derive(Default)]
pub struct Routes {
    rows: Vec<Row>,
    routers: BTreeMap<&'static str, MethodRouter<Site>>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn get<H, T>(self, path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, who, handler)
    }

    pub fn post<H, T>(self, path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, who, handler)
    }

    /// The same page in both languages.
    pub fn get_both<H, T>(self, paths: [&'static str; 2], who: Who, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.get(paths[0], who, handler.clone()).get(paths[1], who, handler)
    }

    /// The same form in both languages.
    pub fn post_both<H, T>(self, paths: [&'static str; 2], who: Who, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.post(paths[0], who, handler.clone()).post(paths[1], who, handler)
    }

    fn add<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        who: Who,
        handler: H,
    ) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        let guarded = on(filter, handler)
            .layer(from_fn(move |request: Request, next: Next| guard(who, request, next)));
        let router = self.routers.remove(path).unwrap_or_default();
        self.routers.insert(path, router.merge(guarded));
        self.rows.push(Row { method, path, who });
        self
    }

    pub fn merge(self, other: Self) -> Self {
        let mut merged = self;
        for (path, router) in other.routers {
            let ours = merged.routers.remove(path).unwrap_or_default();
            merged.routers.insert(path, ours.merge(router));
        }
        merged.rows.extend(other.rows);
        merged
    }

    /// The table, for the test that reads it.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn into_router(self) -> Router<Site> {
        self.routers
            .into_iter()
            .fold(Router::new(), |router, (path, methods)| router.route(path, methods))
    }
}

async fn guard(who: Who, mut request: Request, next: Next) -> Response {
    let Some(site) = request.extensions().get::<Site>().cloned() else {
        // The binary puts the site on every request; without it nobody is let in.
        return Fault::Forbidden.into_response();
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        match (protection::origin(request.headers(), &site.settings.public_url), who) {
            (Origin::Ours, _) | (Origin::Unsaid, Who::Anyone | Who::LinkHolder) => {}
            // Our own secret pages send no referrer, and browsers then send no origin; nobody
            // forges a form to an address that they do not know.
            (Origin::Withheld, Who::LinkHolder) => {}
            (Origin::Foreign | Origin::Withheld, _)
            | (Origin::Unsaid, Who::Organiser | Who::Administrator) => {
                return Fault::Forbidden.into_response();
            }
        }
    }
    match who {
        Who::Anyone => next.run(request).await,
        Who::LinkHolder => protection::keep_private(next.run(request).await),
        Who::Organiser | Who::Administrator => {
            let least =
                if who == Who::Administrator { Role::Administrator } else { Role::Organiser };
            match signed_in(&site, session_secret(request.headers())).await {
                Ok(Some(person)) if person.role >= least => {
                    request.extensions_mut().insert(person);
                    let mut response = next.run(request).await;
                    response
                        .headers_mut()
                        .entry(header::CACHE_CONTROL)
                        .or_insert(HeaderValue::from_static("no-store"));
                    response
                }
                Ok(Some(_)) => Fault::Forbidden.into_response(),
                Ok(None) => Fault::SignIn.into_response(),
                Err(error) => Fault::Broken(error).into_response(),
            }
        }
    }
}

async fn signed_in(
    site: &Site,
    secret: Option<String>,
) -> Result<Option<SignedIn>, platform::database::DatabaseError> {
    match secret {
        Some(secret) => (site.gatekeeper)(secret).await,
        None => Ok(None),
    }
}
