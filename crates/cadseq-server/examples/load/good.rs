//! Clients that do what people do: drop pictures, and move a slider of a part of their own.

use std::f64::consts::PI;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::times::Times;
use crate::{CLIENTS, EDITS, RECONSTRUCTIONS};

/// Pause of a client between two requests: someone who moves a slider.
const PAUSE: Duration = Duration::from_millis(100);

/// Slowest edit that counts as the page being alive.
const SLOWEST_EDIT: Duration = Duration::from_secs(2);

/// The pictures that are dropped.
const PICTURES: [&[u8]; 8] = [
    include_bytes!("../../../../examples/pictures/cylinder.png"),
    include_bytes!("../../../../examples/pictures/fillet.png"),
    include_bytes!("../../../../examples/pictures/flange.png"),
    include_bytes!("../../../../examples/pictures/half-disc.png"),
    include_bytes!("../../../../examples/pictures/pointed-arch.png"),
    include_bytes!("../../../../examples/pictures/quarter-disc.png"),
    include_bytes!("../../../../examples/pictures/rotor.png"),
    include_bytes!("../../../../examples/pictures/triangular-prism.png"),
];

/// What the server says of each picture when nothing else is to do.
pub(crate) struct Known(Vec<Value>);

/// What half of the test found.
#[derive(Default)]
pub(crate) struct Half {
    pub(crate) edits: Times,
    pub(crate) reconstructions: Times,
    pub(crate) faults: Vec<String>,
}

impl Known {
    pub(crate) fn ask(address: SocketAddr) -> Self {
        let mut client = Client::new(address);
        let texts = PICTURES.iter().map(|picture| {
            let answer = client.post("/api/reconstruct", "image/png", picture);
            texts_of(&answer.expect("an answer").body)
        });
        Self(texts.collect())
    }
}

/// Half of the edits and reconstructions, by all clients.
pub(crate) fn half(address: SocketAddr, known: &Known, deadline: Instant) -> Half {
    let next = AtomicUsize::new(0);
    let mut all = Half::default();
    std::thread::scope(|scope| {
        let client = |number| {
            let next = &next;
            scope.spawn(move || Person::new(address, known, number).work(next, deadline))
        };
        let clients: Vec<_> = (0..CLIENTS).map(client).collect();
        for client in clients {
            let one = client.join().expect("a client that does not panic");
            all.edits.join(one.edits);
            all.reconstructions.join(one.reconstructions);
            all.faults.extend(one.faults);
        }
    });
    if all.edits.count() != EDITS || all.reconstructions.count() != RECONSTRUCTIONS {
        let (edits, others) = (all.edits.count(), all.reconstructions.count());
        all.faults.push(format!(
            "only {edits} edits and {others} reconstructions were answered"
        ));
    }
    all
}

/// One client.
struct Person<'a> {
    client: Client,
    known: &'a Known,
    number: usize,
    found: Half,
}

impl<'a> Person<'a> {
    fn new(address: SocketAddr, known: &'a Known, number: usize) -> Self {
        Self {
            client: Client::new(address),
            known,
            number,
            found: Half::default(),
        }
    }

    /// Takes tasks until there are none: every sixth is a reconstruction.
    fn work(mut self, next: &AtomicUsize, deadline: Instant) -> Half {
        loop {
            let task = next.fetch_add(1, Ordering::Relaxed);
            if task >= EDITS + RECONSTRUCTIONS || Instant::now() > deadline {
                return self.found;
            }
            if task.is_multiple_of(6) {
                self.reconstruct(task / 6);
            } else {
                self.edit(task);
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// A plate of this client's own width with a hole of this edit's own radius.
    fn edit(&mut self, task: usize) {
        let width = 4.0 + self.number as f64 / 128.0;
        let radius = 0.5 + (task % 512) as f64 / 1024.0;
        let text = format!(
            "add_sketch(XY)\nadd_line(0, 0, {width}, 0)\nadd_line({width}, 0, {width}, 3)\n\
             add_line({width}, 3, 0, 3)\nadd_line(0, 3, 0, 0)\nadd_extrude(0, 2, new)\n\
             add_sketch(end(0))\nadd_circle(2, 1.5, {radius})\nadd_extrude(0, -2, cut)\n"
        );
        let body = json!({ "text": text }).to_string();
        let start = Instant::now();
        let answer = self
            .client
            .post("/api/build", "application/json", body.as_bytes());
        let time = start.elapsed();
        let Some(answer) = self.succeeded(answer) else {
            return;
        };
        let built: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let expected = 2.0 * (width * 3.0 - PI * radius * radius);
        let volume = built["measures"]["volume"].as_f64().unwrap_or(f64::NAN);
        if built["text"] != text || (volume / expected - 1.0).abs() > 1e-9 || volume.is_nan() {
            self.found
                .faults
                .push(format!("client {} got another part", self.number));
        }
        if time > SLOWEST_EDIT {
            self.found.faults.push(format!("an edit took {time:?}"));
        }
        self.found.edits.add(time);
    }

    fn reconstruct(&mut self, picture: usize) {
        let index = (picture + self.number) % PICTURES.len();
        let start = Instant::now();
        let answer = self
            .client
            .post("/api/reconstruct", "image/png", PICTURES[index]);
        let time = start.elapsed();
        let Some(answer) = self.succeeded(answer) else {
            return;
        };
        if texts_of(&answer.body) != self.known.0[index] {
            self.found
                .faults
                .push(format!("client {} got another picture's part", self.number));
        }
        self.found.reconstructions.add(time);
    }

    fn succeeded(&mut self, answer: std::io::Result<Answer>) -> Option<Answer> {
        match answer {
            Ok(answer) if answer.status == 200 => return Some(answer),
            Ok(answer) => {
                let body = String::from_utf8_lossy(&answer.body).into_owned();
                self.found
                    .faults
                    .push(format!("status {}: {body}", answer.status));
            }
            Err(error) => self.found.faults.push(format!("no answer: {error}")),
        }
        None
    }
}

/// The texts of the candidates.
fn texts_of(body: &[u8]) -> Value {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let candidates = answer["candidates"].as_array().cloned().unwrap_or_default();
    candidates
        .iter()
        .map(|candidate| candidate["text"].clone())
        .collect()
}
