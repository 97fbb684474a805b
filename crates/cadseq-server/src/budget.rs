//! A bound on the bytes of all bodies and answers together, so that many large ones at a time cannot
//! fill the memory.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::ApiError;

/// Bytes that may be in memory.
#[derive(Debug, Clone)]
pub(crate) struct Budget {
    free: Arc<Semaphore>,
}

/// Bytes that are in memory; dropping them gives their share back.
#[derive(Debug)]
pub(crate) struct Held {
    bytes: Vec<u8>,
    share: Option<OwnedSemaphorePermit>,
}

impl Budget {
    pub(crate) fn new(bytes: usize) -> Self {
        Self {
            free: Arc::new(Semaphore::new(bytes.min(Semaphore::MAX_PERMITS))),
        }
    }

    /// No bytes yet.
    pub(crate) const fn nothing() -> Held {
        Held {
            bytes: Vec::new(),
            share: None,
        }
    }

    /// Adds bytes to those that are held.
    ///
    /// # Errors
    /// Busy where the budget is spent.
    pub(crate) fn add(&self, held: &mut Held, more: &[u8]) -> Result<(), ApiError> {
        self.reserve(held, more.len())?;
        held.bytes.extend_from_slice(more);
        Ok(())
    }

    /// The bytes as an answer that gives its share back once it is sent or dropped.
    ///
    /// # Errors
    /// Busy where the budget is spent.
    pub(crate) fn answer(&self, bytes: Vec<u8>) -> Result<Bytes, ApiError> {
        let mut held = Self::nothing();
        self.reserve(&mut held, bytes.len())?;
        held.bytes = bytes;
        Ok(Bytes::from_owner(held))
    }

    fn reserve(&self, held: &mut Held, bytes: usize) -> Result<(), ApiError> {
        let count = u32::try_from(bytes).map_err(|_| ApiError::Busy)?;
        let free = Arc::clone(&self.free);
        let share = free
            .try_acquire_many_owned(count)
            .map_err(|_| ApiError::Busy)?;
        match &mut held.share {
            Some(all) => all.merge(share),
            none => *none = Some(share),
        }
        Ok(())
    }
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_come_back() {
        let budget = Budget::new(10);
        let mut held = Budget::nothing();
        budget.add(&mut held, &[1; 4]).expect("room");
        budget.add(&mut held, &[2; 4]).expect("room");
        assert_eq!(budget.add(&mut held, &[3; 4]), Err(ApiError::Busy));
        assert_eq!(held.as_ref(), [1, 1, 1, 1, 2, 2, 2, 2]);
        assert!(budget.answer(vec![0; 3]).is_err());
        drop(held);
        let answer = budget.answer(vec![0; 10]).expect("room");
        let part = answer.slice(..1);
        drop(answer);
        assert!(budget.answer(vec![0]).is_err(), "a part is still there");
        drop(part);
        assert!(budget.answer(vec![0]).is_ok());
    }
}
