//! Letters over SMTP, on a stream of our own with TCP_NODELAY: with Nagle's wait a connection
//! carries some twenty letters a second.

use super::Outcome;
use crate::configuration::{Smtp, SmtpSecurity};
use lettre::Message;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long a receiver may take to say goodbye.
const FAREWELL: Duration = Duration::from_secs(2);

/// An open connection to the receiver.
pub(super) struct Connection(AsyncSmtpConnection);

/// lettre takes a stream of ours through its own trait.
#[derive(Debug)]
struct Stream {
    inner: TcpStream,
    peer: SocketAddr,
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, buffer)
    }
    fn poll_flush(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }
    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

impl AsyncTokioStream for Stream {
    fn peer_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

impl Connection {
    async fn open(smtp: &Smtp) -> Result<Self, String> {
        let inner = TcpStream::connect((smtp.host.as_str(), smtp.port))
            .await
            .map_err(|error| format!("{}:{}: {error}", smtp.host, smtp.port))?;
        inner.set_nodelay(true).map_err(|error| error.to_string())?;
        let peer = inner.peer_addr().map_err(|error| error.to_string())?;
        let stream = Stream { inner, peer };
        let hello = ClientId::Domain(smtp.hello.clone());
        let tls = || TlsParameters::new(smtp.host.clone()).map_err(|error| error.to_string());
        let mut connection = match smtp.security {
            SmtpSecurity::Tls => {
                AsyncSmtpConnection::connect_tokio1(
                    (smtp.host.as_str(), smtp.port),
                    Some(Duration::from_secs(smtp.timeout_seconds)),
                    &hello,
                    Some(tls()?),
                    None,
                )
                .await
            }
            SmtpSecurity::None | SmtpSecurity::Starttls => {
                AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await
            }
        }
        .map_err(|error| error.to_string())?;
        if smtp.security == SmtpSecurity::Starttls {
            connection.starttls(tls()?, &hello).await.map_err(|error| error.to_string())?;
        }
        if let (Some(user), Some(password)) = (&smtp.user, &smtp.password) {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .await
                .map_err(|error| error.to_string())?;
        }
        Ok(Self(connection))
    }

    pub(super) async fn quit(mut self) {
        let _ = timeout(FAREWELL, self.0.quit()).await;
    }
}

/// A "no" for good is a refusal; anything else can be tried again.
fn fate(error: &lettre::transport::smtp::Error) -> Outcome {
    if error.is_permanent() {
        Outcome::Refused(error.to_string())
    } else {
        Outcome::Later(error.to_string())
    }
}

pub(super) async fn send(held: &mut Option<Connection>, smtp: &Smtp, message: &Message) -> Outcome {
    let patience = Duration::from_secs(smtp.timeout_seconds);
    let mut connection = match held.take() {
        Some(connection) => connection,
        None => match timeout(patience, Connection::open(smtp)).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(fault)) => return Outcome::Later(fault),
            Err(_) => return Outcome::Later(format!("{} does not answer", smtp.host)),
        },
    };
    let outcome = converse(&mut connection.0, message, patience).await;
    // After anything but a plain yes the connection's state is not worth guessing.
    if outcome == Outcome::Sent {
        *held = Some(connection);
    } else {
        // Its farewell waits for an answer too, and who was silent before stays silent.
        let _ = timeout(FAREWELL, connection.0.abort()).await;
    }
    outcome
}

async fn converse(
    connection: &mut AsyncSmtpConnection,
    message: &Message,
    patience: Duration,
) -> Outcome {
    let envelope = message.envelope();
    let announced = async {
        connection.command(Mail::new(envelope.from().cloned(), vec![])).await?;
        for recipient in envelope.to() {
            connection.command(Rcpt::new(recipient.clone(), vec![])).await?;
        }
        connection.command(Data).await
    };
    match timeout(patience, announced).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => return fate(&error),
        Err(_) => return Outcome::Later("the receiver stopped answering".to_owned()),
    }
    match timeout(patience, connection.message(&message.formatted())).await {
        Ok(Ok(_)) => Outcome::Sent,
        Ok(Err(error)) if error.is_permanent() || error.is_transient() => fate(&error),
        // The text is over there, perhaps whole: sending it again could make two letters of one.
        Ok(Err(error)) => Outcome::Unknown(error.to_string()),
        Err(_) => Outcome::Unknown("the text was taken, but no answer came".to_owned()),
    }
}
