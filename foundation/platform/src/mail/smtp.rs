//! Letters over SMTP, on a stream of our own with TCP_NODELAY: with Nagle's wait a connection
//! carries some twenty letters a second.

use super::Outcome;
use crate::configuration::{Smtp, SmtpSecurity};
use lettre::Message;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::fmt::Debug;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long a receiver may take to say goodbye.
const FAREWELL: Duration = Duration::from_secs(2);

/// An open connection to the receiver.
pub(super) struct Connection(AsyncSmtpConnection);

/// The receiver, and whose word that it is who it says it is.
pub(super) struct Receiver {
    smtp: Smtp,
    /// As lettre wants it, when a plain connection is to become a safe one.
    upgrade: TlsParameters,
    /// For connections that are safe from the first byte.
    direct: Arc<ClientConfig>,
}

impl Debug for Receiver {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Receiver({}:{})", self.smtp.host, self.smtp.port)
    }
}

impl Receiver {
    /// The public authorities are believed, and those in the configuration's `ca_file`.
    pub fn new(smtp: &Smtp) -> Result<Self, String> {
        let mut builder = TlsParameters::builder(smtp.host.clone());
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(file) = &smtp.ca_file {
            let unusable =
                |fault: String| format!("mail.smtp.ca_file, {}: {fault}", file.display());
            let pem = std::fs::read(file).map_err(|error| unusable(error.to_string()))?;
            for certificate in CertificateDer::pem_slice_iter(&pem) {
                let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
                let copy = Certificate::from_der(certificate.to_vec())
                    .map_err(|error| unusable(error.to_string()))?;
                builder = builder.add_root_certificate(copy);
                roots.add(certificate).map_err(|error| unusable(error.to_string()))?;
            }
        }
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let direct = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let upgrade = builder.build().map_err(|error| error.to_string())?;
        Ok(Self { smtp: smtp.clone(), upgrade, direct: Arc::new(direct) })
    }
}

/// lettre takes a stream of ours through its own trait.
#[derive(Debug)]
struct Stream<S> {
    inner: S,
    peer: SocketAddr,
}

impl<S: AsyncRead + Unpin> AsyncRead for Stream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Stream<S> {
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

impl<S: AsyncRead + AsyncWrite + Debug + Send + Sync + Unpin> AsyncTokioStream for Stream<S> {
    fn peer_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

impl Connection {
    async fn open(receiver: &Receiver) -> Result<Self, String> {
        let smtp = &receiver.smtp;
        let plain = TcpStream::connect((smtp.host.as_str(), smtp.port))
            .await
            .map_err(|error| format!("{}:{}: {error}", smtp.host, smtp.port))?;
        plain.set_nodelay(true).map_err(|error| error.to_string())?;
        let peer = plain.peer_addr().map_err(|error| error.to_string())?;
        let hello = ClientId::Domain(smtp.hello.clone());
        let stream: Box<dyn AsyncTokioStream> = match smtp.security {
            SmtpSecurity::Tls => {
                let name = ServerName::try_from(smtp.host.clone())
                    .map_err(|_| format!("{:?} is no name of a server", smtp.host))?;
                let inner = TlsConnector::from(receiver.direct.clone())
                    .connect(name, plain)
                    .await
                    .map_err(|error| format!("{}: {error}", smtp.host))?;
                Box::new(Stream { inner, peer })
            }
            SmtpSecurity::None | SmtpSecurity::Starttls => Box::new(Stream { inner: plain, peer }),
        };
        let mut connection = AsyncSmtpConnection::connect_with_transport(stream, &hello)
            .await
            .map_err(|error| error.to_string())?;
        if smtp.security == SmtpSecurity::Starttls {
            connection
                .starttls(receiver.upgrade.clone(), &hello)
                .await
                .map_err(|error| error.to_string())?;
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

pub(super) async fn send(
    held: &mut Option<Connection>,
    receiver: &Receiver,
    message: &Message,
) -> Outcome {
    let patience = Duration::from_secs(receiver.smtp.timeout_seconds);
    let mut connection = match held.take() {
        Some(connection) => connection,
        None => match timeout(patience, Connection::open(receiver)).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(fault)) => return Outcome::Later(fault),
            Err(_) => return Outcome::Later(format!("{} does not answer", receiver.smtp.host)),
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
