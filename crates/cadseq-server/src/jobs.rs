//! Threads for work that takes longer than a moment, behind a queue that is not endless.
//!
//! A job belongs to the request that waits for it: where the client leaves, the request's future is
//! dropped, and with it the job is cancelled, in the queue or at its next question.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::error::ApiError;
use crate::metrics::JobMetrics;

/// Triangulating and Booleans recurse; the default of two megabytes is near.
const STACK_BYTES: usize = 16 << 20;

/// A number of threads with a queue.
pub(crate) struct Pool {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
    time: Duration,
}

/// How large a pool is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PoolSize {
    /// Name of its threads, and in the metrics.
    pub(crate) name: &'static str,
    /// How many jobs run at a time.
    pub(crate) threads: usize,
    /// Most jobs that wait.
    pub(crate) queue: usize,
    /// Longest time of a job, waiting included.
    pub(crate) time: Duration,
}

/// What a running job knows of whoever waits for it.
pub(crate) struct Ticket {
    has_left: AtomicBool,
    has_started: AtomicBool,
    deadline: Instant,
}

struct Shared {
    queue: Mutex<Queue>,
    is_work: Condvar,
    capacity: usize,
    metrics: JobMetrics,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    is_closed: bool,
}

struct Job {
    ticket: Arc<Ticket>,
    work: Box<dyn FnOnce(&Ticket) + Send>,
}

impl Ticket {
    /// Whether nobody waits any more, or time is up.
    pub(crate) fn is_over(&self) -> bool {
        self.has_left.load(Ordering::Relaxed) || Instant::now() >= self.deadline
    }
}

/// Cancels its job when the request's future is dropped.
struct Waiting<'a> {
    ticket: Arc<Ticket>,
    metrics: &'a JobMetrics,
    is_answered: bool,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.ticket.has_left.store(true, Ordering::Relaxed);
        if !self.is_answered {
            self.metrics.cancelled.inc();
        }
    }
}

impl Pool {
    /// Starts the threads.
    ///
    /// # Errors
    /// Where the system gives no more threads.
    pub(crate) fn start(size: PoolSize, metrics: JobMetrics) -> std::io::Result<Self> {
        let shared = Arc::new(Shared {
            queue: Mutex::default(),
            is_work: Condvar::new(),
            capacity: size.queue,
            metrics,
        });
        let start = |number| {
            let shared = Arc::clone(&shared);
            std::thread::Builder::new()
                .name(format!("{}-{number}", size.name))
                .stack_size(STACK_BYTES)
                .spawn(move || shared.work())
        };
        let threads = (0..size.threads).map(start).collect::<Result<_, _>>()?;
        Ok(Self {
            shared,
            threads,
            time: size.time,
        })
    }

    /// Runs `work` on a thread of the pool and waits for it.
    ///
    /// # Errors
    /// Those of the work; busy where the queue is full or no thread was free in time; overtime where
    /// it ran longer than it may; internal where it panicked.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Ticket) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let deadline = Instant::now() + self.time;
        let ticket = Arc::new(Ticket {
            has_left: AtomicBool::new(false),
            has_started: AtomicBool::new(false),
            deadline,
        });
        let (sender, receiver) = oneshot::channel();
        let mut waiting = Waiting {
            ticket: Arc::clone(&ticket),
            metrics: &self.shared.metrics,
            is_answered: false,
        };
        let job = Job {
            ticket: Arc::clone(&ticket),
            work: Box::new(move |ticket: &Ticket| {
                // Where nobody waits any more, the answer is nobody's.
                let _ = sender.send(work(ticket));
            }),
        };
        let pushed = self.shared.push(job);
        let answer = match pushed {
            Ok(()) => tokio::time::timeout_at(deadline.into(), receiver).await,
            Err(error) => {
                waiting.is_answered = true;
                return Err(error);
            }
        };
        waiting.is_answered = true;
        match answer {
            Ok(Ok(answer)) => answer,
            // Its sender is gone: the work panicked, or was over when its turn came.
            Ok(Err(_)) if !ticket.is_over() => Err(ApiError::Internal),
            _ if ticket.has_started.load(Ordering::Relaxed) => Err(ApiError::Overtime),
            _ => {
                self.shared.metrics.refused.inc();
                Err(ApiError::Busy)
            }
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.is_work.notify_all();
        for thread in self.threads.drain(..) {
            // A thread that panicked outside of a job has nothing left to say.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        // Jobs run outside of the lock, so nothing is half done in it.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, job: Job) -> Result<(), ApiError> {
        let mut queue = self.lock();
        if queue.jobs.len() >= self.capacity {
            queue.jobs.retain(|job| !job.ticket.is_over());
        }
        if queue.jobs.len() >= self.capacity || queue.is_closed {
            self.metrics.refused.inc();
            return Err(ApiError::Busy);
        }
        queue.jobs.push_back(job);
        self.metrics.waiting.set(queue.jobs.len() as i64);
        drop(queue);
        self.is_work.notify_one();
        Ok(())
    }

    /// The life of a thread.
    fn work(&self) {
        while let Some(job) = self.next() {
            if job.ticket.is_over() {
                continue;
            }
            job.ticket.has_started.store(true, Ordering::Relaxed);
            self.metrics.running.inc();
            let Job { ticket, work } = job;
            if catch_unwind(AssertUnwindSafe(|| work(&ticket))).is_err() {
                self.metrics.panicked.inc();
                tracing::error!("a job panicked; the message is above");
            }
            self.metrics.running.dec();
        }
    }

    /// Waits for a job; `None` where the pool is closed.
    fn next(&self) -> Option<Job> {
        let mut queue = self.lock();
        loop {
            if queue.is_closed {
                return None;
            }
            if let Some(job) = queue.jobs.pop_front() {
                self.metrics.waiting.set(queue.jobs.len() as i64);
                return Some(job);
            }
            let waited = self.is_work.wait(queue);
            queue = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn pool(threads: usize, queue: usize, time: Duration) -> Pool {
        let size = PoolSize {
            name: "test",
            threads,
            queue,
            time,
        };
        Pool::start(size, JobMetrics::default()).expect("threads")
    }

    const LONG: Duration = Duration::from_mins(1);

    #[tokio::test]
    async fn work_is_done_and_panics_are_survived() {
        let pool = pool(1, 1, LONG);
        assert_eq!(pool.run(|_| Ok(7)).await, Ok(7));
        let panicked = pool.run::<()>(|_| panic!("meant to")).await;
        assert_eq!(panicked, Err(ApiError::Internal));
        assert_eq!(pool.run(|_| Ok(8)).await, Ok(8));
        assert_eq!(pool.shared.metrics.panicked.get(), 1);
    }

    #[tokio::test]
    async fn whoever_leaves_stops_the_job_and_frees_the_thread() {
        let pool = pool(1, 1, LONG);
        let (started, has_started) = mpsc::channel();
        let (ended, has_ended) = mpsc::channel();
        let endless = pool.run(move |ticket| {
            started.send(()).expect("a listener");
            while !ticket.is_over() {
                std::thread::yield_now();
            }
            ended.send(()).expect("a listener");
            Ok(())
        });
        let left = tokio::time::timeout(Duration::from_millis(50), endless).await;
        assert!(left.is_err());
        has_started.recv().expect("it started");
        has_ended.recv_timeout(LONG).expect("it stopped");
        assert_eq!(pool.run(|_| Ok(1)).await, Ok(1));
        assert_eq!(pool.shared.metrics.cancelled.get(), 1);
    }

    #[tokio::test]
    async fn full_queues_refuse_but_not_for_those_who_left() {
        let pool = pool(1, 1, LONG);
        let (go, wait) = mpsc::channel::<()>();
        let (started, has_started) = mpsc::channel();
        let mut first = Box::pin(pool.run(move |_| {
            started.send(()).expect("a listener");
            let _ = wait.recv();
            Ok(1)
        }));
        let mut second = Box::pin(pool.run(|_| Ok(2)));
        // Poll both, so that one runs and one waits.
        let moment = Duration::from_millis(5);
        assert!(tokio::time::timeout(moment, &mut first).await.is_err());
        has_started.recv().expect("it started");
        assert!(tokio::time::timeout(moment, &mut second).await.is_err());
        assert_eq!(pool.run(|_| Ok(3)).await, Err(ApiError::Busy));
        drop(second);
        let mut third = Box::pin(pool.run(|_| Ok(3)));
        assert!(tokio::time::timeout(moment, &mut third).await.is_err());
        go.send(()).expect("it waits");
        assert_eq!((first.await, third.await), (Ok(1), Ok(3)));
    }

    #[tokio::test]
    async fn late_jobs_are_told_apart_from_long_ones() {
        let pool = pool(1, 4, Duration::from_millis(100));
        let (go, wait) = mpsc::channel::<()>();
        let long = pool.run::<()>(move |_| {
            let _ = wait.recv();
            Ok(())
        });
        let late = pool.run(|_| Ok(()));
        let (long, late) = tokio::join!(long, late);
        assert_eq!(long, Err(ApiError::Overtime));
        assert_eq!(late, Err(ApiError::Busy));
        drop(go);
    }
}
