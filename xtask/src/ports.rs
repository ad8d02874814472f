//! Loopback ports nobody listens on.

use std::net::{Ipv4Addr, SocketAddrV4, TcpListener};

/// A port the system chose. It is free again when this returns, so use it at once.
pub fn free() -> std::io::Result<u16> {
    let listener = TcpListener::bind(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// `preferred` or the first free one of the hundred after it.
pub fn free_from(preferred: u16) -> Option<u16> {
    (preferred..preferred.saturating_add(100))
        .find(|&port| TcpListener::bind(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_a_taken_port() {
        let taken = TcpListener::bind(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let next = free_from(port).unwrap();
        assert!(next > port, "{next} is not after the taken {port}");
    }
}
