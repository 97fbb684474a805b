//! The report of one or several runs: a self-contained page, tables and plots.
