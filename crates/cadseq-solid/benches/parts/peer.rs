//! Open CASCADE, in a process of Python.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::parts::Pair;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// A program to its solid.
    Build,
    /// Two solids to their intersection over union.
    Iou,
    /// A program to a STEP file.
    Step,
}

impl Task {
    pub(crate) const ALL: [Self; 3] = [Self::Build, Self::Iou, Self::Step];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Iou => "iou",
            Self::Step => "step",
        }
    }
}

/// What the peer says of a task.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    /// Processor time of one call.
    pub(crate) seconds: f64,
    /// Volume or intersection over union.
    pub(crate) value: f64,
}

/// `peer_ocp.py` in its own process.
#[derive(Debug)]
pub(crate) struct Peer {
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    pub(crate) fn start(python: &str) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/parts/peer_ocp.py");
        let mut process = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("CADSEQ_OCP is a Python interpreter");
        Self {
            requests: process.stdin.take().expect("piped"),
            answers: BufReader::new(process.stdout.take().expect("piped")),
            process,
        }
    }

    /// Lets the peer do a task for about `round_secs`.
    pub(crate) fn ask(&mut self, pair: &Pair, task: Task, round_secs: f64) -> Answer {
        let [a, b] = pair
            .programs
            .each_ref()
            .map(|program| program.to_string().replace('\n', ";"));
        writeln!(self.requests, "{}\t{round_secs}\t{a}\t{b}", task.name()).expect("the peer reads");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("the peer runs");
        let numbers = answer.split_whitespace().map(str::parse);
        match numbers.collect::<Result<Vec<f64>, _>>().as_deref() {
            Ok(&[seconds, value]) => Answer { seconds, value },
            _ => panic!("the peer's environment has cadquery-ocp: {answer}"),
        }
    }

    pub(crate) fn stop(mut self) {
        self.process.kill().expect("it runs until it is told");
        self.process.wait().expect("it was started here");
    }
}
