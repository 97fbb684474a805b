//! Temporary: what happens to one sample.
use cadseq_dataset::*; use cadseq_program::*;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let dist = if args[0] == "with" { Distribution::with_rules() } else { Distribution::without_rules() };
    let r = match std::env::var("W") { Ok(w) => cadseq_reconstruct::Reconstructor::from_weights(&std::fs::read(w).unwrap()).unwrap(), _ => cadseq_reconstruct::Reconstructor::built_in().unwrap() };
    for i in &args[2..] {
        let s = sample(&dist, args[1].parse().unwrap(), i.parse().unwrap());
        let p = cadseq_render::draw(&s.prism.mesh(0.005), &cadseq_render::View::paper(512), &cadseq_render::StyleName::Paper.style());
        println!("== {i} T {}", canonical(&s.program, &Default::default()).to_string().replace('\n', " "));
        r.debug(&p, &s.prism);
    }
}
