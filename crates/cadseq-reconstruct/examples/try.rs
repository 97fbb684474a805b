//! Temporary.
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let r = match std::env::var("W") {
        Ok(w) => {
            cadseq_reconstruct::Reconstructor::from_weights(&std::fs::read(w).unwrap()).unwrap()
        }
        _ => cadseq_reconstruct::Reconstructor::built_in().unwrap(),
    };
    let mut total = [0.0; 3];
    let mut n = 0;
    for dir in args {
        let mut names: Vec<_> = std::fs::read_dir(&dir)
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|p| p.extension().is_some_and(|e| e == "cad"))
            .collect();
        names.sort();
        for cad in names {
            let truth: cadseq_program::Program =
                std::fs::read_to_string(&cad).unwrap().parse().unwrap();
            let prism = cadseq_solid::Prism::from_program(&truth).unwrap();
            let pic =
                cadseq_render::decode_picture(&std::fs::read(cad.with_extension("png")).unwrap())
                    .unwrap();
            n += 1;
            for fit in [false, true] {
                match r.reconstruct(&pic, &cadseq_reconstruct::Options { candidates: 2, fit }) {
                    Ok(x) => {
                        let ious: Vec<f64> = x
                            .candidates
                            .iter()
                            .map(|c| cadseq_solid::iou(&c.prism, &prism))
                            .collect();
                        let best = ious.iter().cloned().fold(0.0, f64::max);
                        if fit {
                            total[1] += best;
                            total[2] += f64::from(best > 0.95);
                        } else {
                            total[0] += best;
                        }
                        println!(
                            "{} fit {fit} score {:.3} ious {:.3?} ms {:.1?}",
                            cad.file_stem().unwrap().to_str().unwrap(),
                            x.confidence,
                            ious,
                            x.millis
                        );
                        if fit && best < 0.95 {
                            println!(
                                "  truth {}\n  found {}",
                                cadseq_program::canonical(&truth, &Default::default())
                                    .to_string()
                                    .replace('\n', " "),
                                x.candidates[0].program.to_string().replace('\n', " ")
                            );
                        }
                    }
                    Err(e) => println!(
                        "{} fit {fit} {e}",
                        cad.file_stem().unwrap().to_str().unwrap()
                    ),
                }
            }
        }
    }
    println!(
        "mean iou net {:.3} fit {:.3}  >0.95 {:.3}",
        total[0] / n as f64,
        total[1] / n as f64,
        total[2] / n as f64
    );
}
