//! Who is connected, and who has to go when too many are.
//!
//! A connection is cheap, so there may be many; but there is an end, and a server that then refused
//! newcomers could be closed by anyone who opens connections and says nothing. So the one that has
//! said nothing for the longest time goes: first those that never asked anything, then those between
//! two requests or in the middle of a slow body. Whoever's request is worked on stays.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::Notify;

/// The open connections.
#[derive(Debug, Clone)]
pub(crate) struct Connections {
    table: Arc<Mutex<Table>>,
    most: usize,
}

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    state: Arc<State>,
}

#[derive(Debug)]
struct Table {
    open: BTreeMap<u64, Connection>,
    next: u64,
    born: Instant,
}

#[derive(Debug)]
struct State {
    /// One of the constants below.
    phase: AtomicU8,
    /// When it last changed, in milliseconds since the table was made.
    since: AtomicU64,
    born: Instant,
    evicted: Notify,
}

/// It has asked nothing yet.
const NEW: u8 = 0;
/// It waits for the next request, or for the rest of a body.
const IDLE: u8 = 1;
/// Its request is complete and has no answer yet.
const WORKING: u8 = 2;

/// A place in the table; dropping it leaves.
#[derive(Debug)]
pub(crate) struct Seat {
    connections: Connections,
    number: u64,
    connection: Connection,
}

/// How a newcomer got in.
#[derive(Debug)]
pub(crate) enum Admission {
    /// There was room.
    Free(Seat),
    /// Another one had to go.
    Evicting(Seat),
    /// All others' requests are worked on.
    Full,
}

impl Connections {
    /// A table for so many.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            table: Arc::new(Mutex::new(Table {
                open: BTreeMap::new(),
                next: 0,
                born: Instant::now(),
            })),
            most,
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.lock().open.len()
    }

    /// Lets one in, by letting another one go where it must be.
    pub(crate) fn admit(&self) -> Admission {
        let mut table = self.lock();
        let is_full = table.open.len() >= self.most;
        if is_full && !table.evict() {
            return Admission::Full;
        }
        let (number, born) = (table.next, table.born);
        let connection = Connection::new(born);
        table.open.insert(number, connection.clone());
        table.next += 1;
        drop(table);
        let seat = Seat {
            connections: self.clone(),
            number,
            connection,
        };
        if is_full {
            Admission::Evicting(seat)
        } else {
            Admission::Free(seat)
        }
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// Sends away whoever has said nothing for the longest time; whether there is such a one.
    fn evict(&mut self) -> bool {
        let idle = self.open.iter().filter_map(|(&number, connection)| {
            let phase = connection.state.phase.load(Ordering::Relaxed);
            let since = connection.state.since.load(Ordering::Relaxed);
            (phase != WORKING).then_some((phase, since, number))
        });
        let Some((_, _, number)) = idle.min() else {
            return false;
        };
        if let Some(connection) = self.open.remove(&number) {
            connection.state.evicted.notify_one();
        }
        true
    }
}

impl Connection {
    fn new(born: Instant) -> Self {
        let connection = Self {
            state: Arc::new(State {
                phase: AtomicU8::new(NEW),
                since: AtomicU64::new(0),
                born,
                evicted: Notify::new(),
            }),
        };
        connection.enter(NEW);
        connection
    }

    /// The head of a request came, or its answer went.
    pub(crate) fn idles(&self) {
        self.enter(IDLE);
    }

    /// A request is complete.
    pub(crate) fn works(&self) {
        self.enter(WORKING);
    }

    /// Whether it has asked nothing yet.
    pub(crate) fn is_new(&self) -> bool {
        self.state.phase.load(Ordering::Relaxed) == NEW
    }

    /// Waits until it has to go.
    pub(crate) async fn evicted(&self) {
        self.state.evicted.notified().await;
    }

    fn enter(&self, phase: u8) {
        let since = self.state.born.elapsed().as_millis() as u64;
        self.state.since.store(since, Ordering::Relaxed);
        self.state.phase.store(phase, Ordering::Relaxed);
    }
}

impl Seat {
    /// Who sits there.
    pub(crate) const fn connection(&self) -> &Connection {
        &self.connection
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.connections.lock().open.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(admission: Admission) -> Seat {
        match admission {
            Admission::Free(seat) | Admission::Evicting(seat) => seat,
            Admission::Full => panic!("full"),
        }
    }

    async fn is_evicted(seat: &Seat) -> bool {
        let moment = std::time::Duration::from_millis(5);
        let evicted = seat.connection().evicted();
        tokio::time::timeout(moment, evicted).await.is_ok()
    }

    #[tokio::test]
    async fn the_silent_go_first_and_the_working_stay() {
        let connections = Connections::new(3);
        let working = seat(connections.admit());
        working.connection().works();
        let between = seat(connections.admit());
        between.connection().idles();
        let silent = seat(connections.admit());
        assert_eq!(connections.count(), 3);
        let first = connections.admit();
        assert!(matches!(first, Admission::Evicting(_)));
        assert!(is_evicted(&silent).await && !is_evicted(&between).await);
        let first = seat(first);
        first.connection().works();
        let second = seat(connections.admit());
        assert!(is_evicted(&between).await && !is_evicted(&working).await);
        second.connection().works();
        assert!(matches!(connections.admit(), Admission::Full));
        drop(working);
        assert!(matches!(connections.admit(), Admission::Free(_)));
    }
}
