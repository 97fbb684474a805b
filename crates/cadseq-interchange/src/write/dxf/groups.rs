//! The lines of a DXF: groups of a code and a value.

use std::fmt::Write as _;

/// A file that is being written.
pub(super) struct Groups {
    text: String,
    last_handle: u32,
}

impl Groups {
    /// A file whose first handle is the one after this.
    pub(super) const fn new(last_handle: u32) -> Self {
        Self {
            text: String::new(),
            last_handle,
        }
    }

    /// A group: its code, its value, a line each.
    pub(super) fn push(&mut self, code: u16, value: &str) {
        // Writing into a string cannot fail.
        let _ = write!(self.text, "{code:>3}\r\n{value}\r\n");
    }

    /// Groups one after the other.
    pub(super) fn push_all(&mut self, groups: &[(u16, &str)]) {
        for (code, value) in groups {
            self.push(*code, value);
        }
    }

    /// A group that has a handle, in hexadecimal digits.
    pub(super) fn push_handle(&mut self, code: u16, handle: u32) {
        self.push(code, &format!("{handle:X}"));
    }

    /// A handle that nothing else has.
    pub(super) const fn next_handle(&mut self) -> u32 {
        self.last_handle += 1;
        self.last_handle
    }

    /// Adds what was written elsewhere, whose handles are other ones.
    pub(super) fn append(&mut self, more: &Self) {
        self.text.push_str(&more.text);
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}
