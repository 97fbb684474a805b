//! Batches in the order of their steps, made ahead of the network by all cores.

use std::collections::VecDeque;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{JoinHandle, available_parallelism, spawn};

/// One thread that makes every so many-th batch.
struct Maker<B> {
    batches: Receiver<B>,
    thread: JoinHandle<()>,
}

/// What `make` gives for `steps`, in their order. Each thread makes whole batches, so that a costly
/// example delays nobody else.
pub(crate) fn stream<B: Send + 'static>(
    steps: Range<u64>,
    make: impl Fn(u64) -> B + Clone + Send + 'static,
) -> impl Iterator<Item = B> {
    let threads = available_parallelism().map_or(1, usize::from);
    let mut makers: VecDeque<Maker<B>> = (0..threads)
        .map(|first| {
            let (sender, batches) = sync_channel(1);
            let (make, steps) = (make.clone(), steps.clone());
            let thread = spawn(move || {
                for step in steps.skip(first).step_by(threads) {
                    if sender.send(make(step)).is_err() {
                        break;
                    }
                }
            });
            Maker { batches, thread }
        })
        .collect();
    std::iter::from_fn(move || {
        let maker = makers.pop_front()?;
        if let Ok(batch) = maker.batches.recv() {
            makers.push_back(maker);
            Some(batch)
        } else {
            if let Err(panic) = maker.thread.join() {
                resume_unwind(panic);
            }
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::stream;

    #[test]
    fn batches_come_in_order_and_end() {
        for steps in [0..0, 3..4, 5..40] {
            let made: Vec<u64> = stream(steps.clone(), |step| step * step).collect();
            assert_eq!(made, steps.map(|step| step * step).collect::<Vec<_>>());
        }
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_of_a_thread_is_not_swallowed() {
        stream(0..20, |step| assert_ne!(step, 7, "seven")).for_each(drop);
    }
}
