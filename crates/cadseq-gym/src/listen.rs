//! Listening: a port for each environment, and HTTP as the Gym speaks it.
//!
//! Commands to one port are done one after the other; ports do not wait for each other.

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue, ORIGIN};
use hyper::server::conn::http1;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use thiserror::Error;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio_io_timeout::TimeoutStream;

use crate::{Answer, Content, Gym, Limits};

/// Threads that answer; commands are run on others.
const ANSWERING_THREADS: usize = 2;

/// How long to wait where the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

/// Where to listen.
#[derive(Debug, Clone)]
pub struct ServerConfig {
    /// An address for each environment; port 0 takes any free one.
    pub addresses: Vec<SocketAddr>,
    /// What commands may cost.
    pub limits: Limits,
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
    /// The system gives no threads.
    #[error("the server's threads cannot be started")]
    Threads(#[source] io::Error),
}

/// A server that has its addresses and has not begun to answer.
#[derive(Debug)]
pub struct Server {
    listeners: Vec<(TcpListener, SocketAddr)>,
    limits: Limits,
    stopping: watch::Sender<bool>,
}

/// Stops a server from anywhere.
#[derive(Debug, Clone)]
pub struct Stopper(watch::Sender<bool>);

impl Stopper {
    /// Lets the server end after the commands that it is at.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Server {
    /// Takes the addresses.
    ///
    /// # Errors
    /// An address that cannot be had.
    pub fn bind(config: &ServerConfig) -> Result<Self, ServeError> {
        let bind = |&address: &SocketAddr| {
            let taken = |source| ServeError::Address { address, source };
            let listener = TcpListener::bind(address).map_err(taken)?;
            listener.set_nonblocking(true).map_err(taken)?;
            let address = listener.local_addr().map_err(taken)?;
            Ok((listener, address))
        };
        Ok(Self {
            listeners: config
                .addresses
                .iter()
                .map(bind)
                .collect::<Result<_, _>>()?,
            limits: config.limits,
            stopping: watch::Sender::new(false),
        })
    }

    /// Where it listens.
    pub fn addresses(&self) -> impl Iterator<Item = SocketAddr> + '_ {
        self.listeners.iter().map(|&(_, address)| address)
    }

    /// What stops it.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.stopping.clone())
    }

    /// Answers until it is stopped, or all environments were detached.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn run(self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(ANSWERING_THREADS)
            .enable_all()
            .build()
            .map_err(ServeError::Threads)?;
        runtime.block_on(async {
            let mut ports = JoinSet::new();
            for (listener, address) in self.listeners {
                let taken = |source| ServeError::Address { address, source };
                let listener = tokio::net::TcpListener::from_std(listener).map_err(taken)?;
                let port = Port::new(self.limits);
                ports.spawn(port.listen(listener, self.stopping.subscribe()));
            }
            while ports.join_next().await.is_some() {}
            Ok(())
        })
    }
}

/// An environment behind a port; clones are the same one.
#[derive(Debug, Clone)]
struct Port {
    gym: Arc<Mutex<Gym>>,
    limits: Limits,
    detached: watch::Sender<bool>,
}

impl Port {
    fn new(limits: Limits) -> Self {
        Self {
            gym: Arc::new(Mutex::new(Gym::new(limits))),
            limits,
            detached: watch::Sender::new(false),
        }
    }

    async fn listen(self, listener: tokio::net::TcpListener, mut stopping: watch::Receiver<bool>) {
        let seats = Arc::new(Semaphore::new(self.limits.connections));
        let mut detached = self.detached.subscribe();
        let mut conversations = JoinSet::new();
        loop {
            let next = async {
                let seat = Arc::clone(&seats).acquire_owned().await;
                (seat, listener.accept().await)
            };
            let (seat, accepted) = tokio::select! {
                next = next => next,
                _ = stopping.wait_for(|&is_stopping| is_stopping) => break,
                _ = detached.wait_for(|&is_detached| is_detached) => break,
            };
            while conversations.try_join_next().is_some() {}
            match accepted {
                Ok((stream, _)) => {
                    let port = self.clone();
                    let stopping = stopping.clone();
                    conversations.spawn(async move {
                        port.converse(stream, stopping).await;
                        drop(seat);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(BREATH).await;
                }
            }
        }
        drop(listener);
        while conversations.join_next().await.is_some() {}
    }

    /// Talks HTTP over one connection until either side is done.
    async fn converse(self, stream: TcpStream, mut stopping: watch::Receiver<bool>) {
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.limits.write_time));
        let mut detached = self.detached.subscribe();
        let read_time = self.limits.read_time;
        let service = hyper::service::service_fn(move |request| {
            let port = self.clone();
            async move { Ok::<_, Infallible>(port.respond(request).await) }
        });
        let http = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(read_time)
            .serve_connection(TokioIo::new(Box::pin(stream)), service);
        tokio::pin!(http);
        let mut is_stopping = false;
        loop {
            tokio::select! {
                _ = http.as_mut() => return,
                _ = stopping.wait_for(|&it| it), if !is_stopping => {}
                _ = detached.wait_for(|&it| it), if !is_stopping => {}
            }
            is_stopping = true;
            http.as_mut().graceful_shutdown();
        }
    }

    async fn respond(self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        if request.method() != Method::POST {
            return response(Answer::refused("Use POST with a command"));
        }
        // Browsers say where a page comes from. No page has business here, and one from anywhere could ask.
        if request.headers().contains_key(ORIGIN) {
            return response(Answer::refused("Web pages are not answered"));
        }
        let body = Limited::new(request.into_body(), self.limits.command_bytes).collect();
        let body = match tokio::time::timeout(self.limits.read_time, body).await {
            Ok(Ok(body)) => body.to_bytes(),
            Ok(Err(_)) => {
                let limit = self.limits.command_bytes;
                let message =
                    format!("The command did not arrive, or is longer than {limit} bytes");
                return response(Answer::refused(&message));
            }
            Err(_) => return response(Answer::refused("The command did not arrive in time")),
        };
        let answer = self.answer(body).await;
        if answer.detaches {
            self.detached.send_replace(true);
        }
        response(answer)
    }

    /// Runs a command on a thread of its own; it is given up where the client leaves.
    async fn answer(&self, body: Bytes) -> Answer {
        let guard = Guard(Arc::new(AtomicBool::new(false)));
        let left = Arc::clone(&guard.0);
        let gym = Arc::clone(&self.gym);
        let time = self.limits.command_time;
        let work = tokio::task::spawn_blocking(move || {
            let mut gym = gym.lock().unwrap_or_else(PoisonError::into_inner);
            let start = Instant::now();
            gym.answer(&body, &|| {
                left.load(Ordering::Relaxed) || start.elapsed() > time
            })
        });
        let answer = work.await;
        drop(guard);
        answer.unwrap_or_else(|error| {
            tracing::error!(%error, "a command ended in a fault of the server");
            let mut gym = self.gym.lock().unwrap_or_else(PoisonError::into_inner);
            *gym = Gym::new(self.limits);
            Answer::fault()
        })
    }
}

/// Says that the client has left, once it is dropped.
struct Guard(Arc<AtomicBool>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn response(answer: Answer) -> Response<Full<Bytes>> {
    let (kind, bytes) = match answer.content {
        Content::Json(bytes) => ("application/json", bytes),
        Content::File(bytes) => ("application/octet-stream", bytes),
    };
    let mut response = Response::new(Full::new(Bytes::from(bytes)));
    let status = StatusCode::from_u16(answer.status);
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = HeaderValue::from_static(kind);
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}
