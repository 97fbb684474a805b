//! Listening: connections come, talk HTTP within their limits, and are let finish when the server
//! stops.

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use cadseq_reconstruct::Reconstructor;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use thiserror::Error;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use crate::access::Access;
use crate::app::App;
use crate::connection::{Admission, Seat};
use crate::limits::Limits;
use crate::router;

/// Threads that answer; the work is done on others.
const ANSWERING_THREADS: usize = 2;

/// Most headers of a request.
const MAX_HEADERS: usize = 64;

/// Longest head of a request, in bytes.
const LONGEST_HEAD: usize = 64 << 10;

/// How long to wait where the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

/// Where and how to listen.
#[derive(Debug, Clone)]
pub struct ServerConfig {
    /// Address and port; port 0 takes any free one.
    pub address: SocketAddr,
    /// Who may ask.
    pub access: Access,
    /// What requests may cost.
    pub limits: Limits,
    /// Threads for builds; reconstructions get half as many.
    pub workers: NonZeroUsize,
}

/// Why the server does not start or go on.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The address is taken or not this machine's.
    #[error("{address} cannot be listened on; give another port or end what uses it")]
    Address {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// An address that others reach, without a token.
    #[error(
        "{address} can be reached from other machines, so the server needs a token there; give one \
         or listen on 127.0.0.1"
    )]
    Unprotected {
        /// The address.
        address: SocketAddr,
    },
    /// The system gives no threads.
    #[error("the server's threads cannot be started; give fewer workers")]
    Threads(#[source] io::Error),
}

/// A server that has its address and has not begun to answer.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    app: App,
    stopping: watch::Sender<bool>,
}

/// Stops a server from anywhere.
#[derive(Debug, Clone)]
pub struct Stopper(watch::Sender<bool>);

impl Stopper {
    /// Lets the server finish what it has begun, and end.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Server {
    /// Takes the address and starts the threads for work.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub fn bind(config: &ServerConfig, reconstructor: Reconstructor) -> Result<Self, ServeError> {
        let address = config.address;
        if !address.ip().is_loopback() && config.access == Access::Loopback {
            return Err(ServeError::Unprotected { address });
        }
        let taken = |source| ServeError::Address { address, source };
        let listener = TcpListener::bind(address).map_err(taken)?;
        listener.set_nonblocking(true).map_err(taken)?;
        let address = listener.local_addr().map_err(taken)?;
        let app = App::start(
            config.access.clone(),
            config.limits,
            config.workers,
            reconstructor,
        );
        Ok(Self {
            listener,
            address,
            app: app.map_err(ServeError::Threads)?,
            stopping: watch::Sender::new(false),
        })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What to open in a browser; the token, where there is one, stands behind the `#`, which
    /// browsers send to nobody.
    pub fn url(&self) -> String {
        let address = self.address;
        match self.app.access() {
            Access::Loopback => format!("http://{address}/"),
            Access::Token(token) => format!("http://{address}/#token={}", token.secret()),
        }
    }

    /// What stops it.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.stopping.clone())
    }

    /// Answers until it is stopped and all that it had begun is done, or its time to finish is over.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn run(self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(ANSWERING_THREADS)
            .enable_all()
            .build()
            .map_err(ServeError::Threads)?;
        let answered = runtime.block_on(self.answer());
        // What is left is not waited for.
        runtime.shutdown_background();
        answered
    }

    async fn answer(self) -> Result<(), ServeError> {
        let taken = |source| ServeError::Address {
            address: self.address,
            source,
        };
        let listener = tokio::net::TcpListener::from_std(self.listener).map_err(taken)?;
        let router = router(&self.app);
        let mut stopping = self.stopping.subscribe();
        let mut conversations = JoinSet::new();
        loop {
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                _ = stopping.wait_for(|&is_stopping| is_stopping) => break,
            };
            while conversations.try_join_next().is_some() {}
            match accepted {
                Ok((stream, _)) => {
                    if let Some(seat) = seat(&self.app) {
                        let app = self.app.clone();
                        let stopping = self.stopping.subscribe();
                        conversations.spawn(converse(stream, seat, router.clone(), app, stopping));
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(BREATH).await;
                }
            }
        }
        drop(listener);
        let finish = async { while conversations.join_next().await.is_some() {} };
        let drain_time = self.app.limits().drain_time;
        if tokio::time::timeout(drain_time, finish).await.is_err() {
            tracing::warn!("stopped in the middle of requests that took too long");
        }
        Ok(())
    }
}

/// A place for another connection; `None` where all others are at work.
fn seat(app: &App) -> Option<Seat> {
    let admission = app.connections().admit();
    let metrics = app.metrics();
    metrics.connections.set(app.connections().count() as i64);
    match admission {
        Admission::Free(seat) => Some(seat),
        Admission::Evicting(seat) => {
            metrics.evicted.inc();
            Some(seat)
        }
        Admission::Full => {
            tracing::warn!("all connections are at work; another one was refused");
            None
        }
    }
}

/// Talks HTTP over one connection until either side is done.
async fn converse(
    stream: TcpStream,
    seat: Seat,
    router: Router,
    app: App,
    mut stopping: watch::Receiver<bool>,
) {
    // Answers are whole when they are written, so waiting for more to send gains nothing.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(app.limits().write_time));
    let connection = seat.connection().clone();
    let service = hyper::service::service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(connection.clone());
        let router = router.clone();
        async move { Ok::<_, Infallible>(answer(router, request).await) }
    });
    let http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(app.limits().head_time)
        .max_headers(MAX_HEADERS)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    tokio::pin!(http);
    let mut is_stopping = false;
    loop {
        tokio::select! {
            // Whatever ends it, a fault of the client's or its will, it has ended.
            _ = http.as_mut() => break,
            () = seat.connection().evicted() => break,
            _ = stopping.wait_for(|&is_stopping| is_stopping), if !is_stopping => {
                // Left to itself, HTTP would wait for its first request.
                if seat.connection().is_new() {
                    break;
                }
                is_stopping = true;
                http.as_mut().graceful_shutdown();
            }
        }
    }
    drop(seat);
    let open = app.connections().count();
    app.metrics().connections.set(open as i64);
}

async fn answer(router: Router, request: hyper::Request<Incoming>) -> axum::response::Response {
    match router.oneshot(request.map(Body::new)).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
