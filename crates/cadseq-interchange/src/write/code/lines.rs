//! A script, line by line.

/// The lines of a script so far.
pub(in crate::write) struct Lines {
    text: String,
    indent: usize,
}

impl Lines {
    pub(in crate::write) const fn new() -> Self {
        Self {
            text: String::new(),
            indent: 0,
        }
    }

    /// Adds a line, or several, at the current depth.
    pub(in crate::write) fn add(&mut self, lines: impl AsRef<str>) {
        for line in lines.as_ref().lines() {
            if !line.is_empty() {
                self.text.extend(std::iter::repeat_n(' ', self.indent));
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
    }

    /// Adds an empty line.
    pub(in crate::write) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Lines from here on stand four columns further to the right.
    pub(in crate::write) const fn indent(&mut self) {
        self.indent += 4;
    }

    /// Lines from here on stand four columns further to the left.
    pub(in crate::write) const fn dedent(&mut self) {
        self.indent -= 4;
    }

    pub(in crate::write) fn into_text(self) -> String {
        self.text
    }
}
