//! Temporary.
use cadseq_dataset::*;
use cadseq_metrics::*;
use cadseq_program::*;
use rayon::prelude::*;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let dist = if args[0] == "with" {
        Distribution::with_rules()
    } else {
        Distribution::without_rules()
    };
    let n: u64 = args[1].parse().unwrap();
    let seed: u64 = args[2].parse().unwrap();
    let r = match std::env::var("W") {
        Ok(w) => {
            cadseq_reconstruct::Reconstructor::from_weights(&std::fs::read(w).unwrap()).unwrap()
        }
        _ => cadseq_reconstruct::Reconstructor::built_in().unwrap(),
    };
    let options = CanonicalOptions::default();
    let config = MatrixConfig::paper();
    let rows: Vec<_> = (0..n)
        .into_par_iter()
        .map(|i| {
            let s = sample(&dist, seed, i);
            let mut p = cadseq_render::draw(
                &s.prism.mesh(0.005),
                &cadseq_render::View::paper(512),
                &cadseq_render::StyleName::Paper.style(),
            );
            for v in &mut p.luma {
                *v = (*v * 255.0).round() / 255.0;
            }
            let t = std::time::Instant::now();
            let x = r.reconstruct(
                &p,
                &cadseq_reconstruct::Options {
                    candidates: 2,
                    fit: true,
                },
            );
            let ms = t.elapsed().as_secs_f64() * 1e3;
            let (q, ious, score) = match &x {
                Ok(x) => (
                    encode(&canonical(&x.candidates[0].quantized, &options), &config).ok(),
                    x.candidates
                        .iter()
                        .map(|c| cadseq_solid::iou(&c.prism, &s.prism))
                        .collect::<Vec<_>>(),
                    x.confidence,
                ),
                Err(_) => (None, vec![], 0.0),
            };
            let case = Case::with_class(&s.program, q.clone(), &config, &options).unwrap();
            let best = ious.iter().cloned().fold(0.0, f64::max);
            let one = [case];
            let st = Settings::default();
            let acp = Metric::Acp.up_to_equivalence(&one, &st).value;
            let asot = Metric::Asot.up_to_equivalence(&one, &st).value;
            if acp < 1.0 && i < 400 {
                println!(
                    "{i} asot {asot} best {best:.3} score {score:.2} {}\n  T {}\n  P {}",
                    x.as_ref().err().map_or(String::new(), |e| e.to_string()),
                    canonical(&s.program, &options)
                        .to_string()
                        .replace('\n', " "),
                    x.as_ref().ok().map_or(String::new(), |x| canonical(
                        &x.candidates[0].quantized,
                        &options
                    )
                    .to_string()
                    .replace('\n', " "))
                );
            }
            let [case] = one;
            (case, best, ms)
        })
        .collect();
    let cases: Vec<_> = rows.iter().map(|r| r.0.clone()).collect();
    let st = Settings::default();
    for m in [Metric::Acp, Metric::Asot, Metric::Aot, Metric::Ap1] {
        println!(
            "{m:?} raw {:.4} eq {:.4}",
            m.raw(&cases, &st).value,
            m.up_to_equivalence(&cases, &st).value
        );
    }
    println!(
        "iou best2 {:.4} parsed {:.4} ms {:.1}",
        rows.iter().map(|r| r.1).sum::<f64>() / n as f64,
        rows.iter().filter(|r| r.1 > 0.0).count() as f64 / n as f64,
        rows.iter().map(|r| r.2).sum::<f64>() / n as f64
    );
}
