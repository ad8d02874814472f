//! What every request passes on its way in and every answer on its way out: whose address it is,
//! how often it may write, from where a form may come, and the headers that keep pages safe.

use crate::fault::Fault;
use crate::site::Site;
use axum::extract::{ConnectInfo, Request};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Mutex;

/// Nothing but our own style, script, fonts, pictures and forms.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; \
     script-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

const WINDOW_SECONDS: i64 = 60;
/// Past so many addresses in a window, the oldest window is forgotten.
const ADDRESSES_MAX: usize = 100_000;

/// Counts writes per address in windows of a minute.
#[derive(Default)]
pub struct Limiter(Mutex<(i64, HashMap<IpAddr, u32>)>);

impl Limiter {
    /// Counts one write. `Err` holds the seconds until the next window.
    pub fn count(&self, address: IpAddr, now: Timestamp, max: u32) -> Result<(), u64> {
        if max == 0 {
            return Ok(());
        }
        let window = now.as_second().div_euclid(WINDOW_SECONDS);
        let mut held = self.0.lock().expect("nobody panics while counting");
        let (current, counts) = &mut *held;
        if *current != window || counts.len() > ADDRESSES_MAX {
            *current = window;
            counts.clear();
        }
        let count = counts.entry(address).or_insert(0);
        if *count >= max {
            let left = WINDOW_SECONDS - now.as_second().rem_euclid(WINDOW_SECONDS);
            return Err(u64::try_from(left).unwrap_or(1).max(1));
        }
        *count += 1;
        Ok(())
    }
}

/// Reads `10.0.0.0/8` or a single address.
pub fn network(text: &str) -> Option<(IpAddr, u8)> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits.parse::<u8>().ok()?)),
        None => (text, None),
    };
    let address: IpAddr = address.trim().parse().ok()?;
    let width = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.unwrap_or(width);
    (bits <= width).then_some((address, bits))
}

fn within(address: IpAddr, (network, bits): (IpAddr, u8)) -> bool {
    let wide = |it: IpAddr| match it {
        IpAddr::V4(it) => (u128::from(u32::from(it)) << 96, 32_u8),
        IpAddr::V6(it) => (u128::from(it), 128),
    };
    let ((left, left_width), (right, right_width)) = (wide(address), wide(network));
    if left_width != right_width {
        return false;
    }
    bits == 0 || (left ^ right) >> (128 - u32::from(bits)) == 0
}

/// Where the request came from. `X-Forwarded-For` counts only as far as we trust who wrote it:
/// from the right, the first address that is no proxy of ours.
pub fn client_address(headers: &HeaderMap, extensions: &Extensions, site: &Site) -> IpAddr {
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |it| it.0.ip().to_canonical());
    let proxies = &site.settings.trusted_proxies;
    let trusted = |address: IpAddr| proxies.iter().any(|it| within(address, *it));
    if !trusted(peer) {
        return peer;
    }
    let forwarded: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(','))
        .filter_map(|it| it.trim().parse::<IpAddr>().ok())
        .collect();
    forwarded.iter().rev().copied().find(|it| !trusted(*it)).unwrap_or(peer)
}

/// Where a form that writes came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Ours,
    Unsaid,
    /// `Origin: null` and nothing else: what a page that sends no referrer makes of every origin.
    Withheld,
    Foreign,
}

/// What the browser says of the page that the form stood on.
pub fn origin(headers: &HeaderMap, public_url: &str) -> Origin {
    let text = |name: HeaderName| headers.get(name).map(|it| it.to_str().unwrap_or("null"));
    let origin = text(header::ORIGIN);
    if let Some(origin) = origin.filter(|it| *it != "null") {
        let host = text(header::HOST).unwrap_or_default();
        let asked = origin.split_once("://").map(|(_, rest)| rest);
        let ours = origin == public_url || (!host.is_empty() && asked == Some(host));
        return if ours { Origin::Ours } else { Origin::Foreign };
    }
    match text(HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => Origin::Ours,
        Some(_) => Origin::Foreign,
        None if origin.is_some() => Origin::Withheld,
        None => Origin::Unsaid,
    }
}

/// Counts writes, and answers "too many" in place of the page.
pub async fn limit_writes(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let Some(site) = request.extensions().get::<Site>().cloned() else {
        return next.run(request).await;
    };
    let address = client_address(request.headers(), request.extensions(), &site);
    let max = site.settings.writes_per_minute;
    match site.limiter.count(address, site.clock.now().at, max) {
        Ok(()) => next.run(request).await,
        Err(retry_after_seconds) => Fault::TooMany { retry_after_seconds }.into_response(),
    }
}

/// Puts the safe headers on every answer. Personal pages have stricter ones already, which stay.
pub async fn guard_answers(request: Request, next: Next) -> Response {
    let secure = request.extensions().get::<Site>().is_some_and(Site::secure);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    put(header::CACHE_CONTROL, "no-cache");
    if secure {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}

/// Makes an answer one that no link gives away: of a page whose address is a secret.
pub fn keep_private(response: Response) -> Response {
    let mut response = keep_unlisted(response);
    let no_referrer = HeaderValue::from_static("no-referrer");
    response.headers_mut().insert(header::REFERRER_POLICY, no_referrer);
    response
}

/// Makes an answer one that no cache keeps and no search engine lists. Only we hear where a form on
/// it came from: with no referrer at all, browsers would keep that from us too.
pub fn keep_unlisted(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())
            })
            .collect()
    }

    #[track_caller]
    fn check(pairs: &[(&'static str, &str)], expected: Origin) {
        assert_eq!(origin(&headers(pairs), "https://samverk.example.org"), expected);
    }

    #[test]
    fn a_form_comes_from_us_or_from_the_host_that_was_asked() {
        check(&[("origin", "https://samverk.example.org")], Origin::Ours);
        check(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], Origin::Ours);
        check(&[("origin", "https://evil.example"), ("host", "127.0.0.1:8080")], Origin::Foreign);
        check(&[("origin", "null"), ("host", "127.0.0.1:8080")], Origin::Withheld);
        check(&[("origin", "null"), ("sec-fetch-site", "same-origin")], Origin::Ours);
        check(&[("origin", "null"), ("sec-fetch-site", "cross-site")], Origin::Foreign);
        check(&[("sec-fetch-site", "same-origin")], Origin::Ours);
        check(&[("sec-fetch-site", "cross-site")], Origin::Foreign);
        check(&[("host", "127.0.0.1:8080")], Origin::Unsaid);
    }

    #[test]
    fn the_write_after_the_last_one_waits_for_the_next_minute() {
        let limiter = Limiter::default();
        let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let at: Timestamp = "2027-05-26T10:00:40Z".parse().unwrap();
        assert_eq!(limiter.count(address, at, 2), Ok(()));
        assert_eq!(limiter.count(address, at, 2), Ok(()));
        assert_eq!(limiter.count(address, at, 2), Err(20));
        assert_eq!(limiter.count(address, at, 0), Ok(()));
        let later: Timestamp = "2027-05-26T10:01:00Z".parse().unwrap();
        assert_eq!(limiter.count(address, later, 2), Ok(()));
    }

    #[test]
    fn networks_hold_what_they_say() {
        let inside =
            |address: &str, net: &str| within(address.parse().unwrap(), network(net).unwrap());
        assert!(inside("10.2.3.4", "10.0.0.0/8") && !inside("11.2.3.4", "10.0.0.0/8"));
        assert!(inside("127.0.0.1", "127.0.0.1") && !inside("127.0.0.2", "127.0.0.1"));
        assert!(inside("2001:db8::7", "2001:db8::/32") && !inside("10.0.0.1", "::/0"));
        assert_eq!(network("10.0.0.0/33"), None);
    }
}
