//! Temporary: draws samples.
use cadseq_dataset::*;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let dist = if args[0] == "with" { Distribution::with_rules() } else { Distribution::without_rules() };
    for i in &args[2..] {
        let s = sample(&dist, args[1].parse().unwrap(), i.parse().unwrap());
        let p = cadseq_render::draw(&s.prism.mesh(0.005), &cadseq_render::View::paper(512), &cadseq_render::StyleName::Paper.style());
        std::fs::write(format!("/tmp/look/s_{i}.png"), cadseq_render::encode_png(&p)).unwrap();
    }
}
