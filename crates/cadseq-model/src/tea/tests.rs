use super::*;
use burn::tensor::Tolerance;
use cadseq_program::{Variable, encode};

fn program(text: &str) -> FeatureMatrix {
    let program = text.parse().expect("a program");
    encode(&program, &MatrixConfig::paper()).expect("fits the paper's matrix")
}

fn cylinder() -> FeatureMatrix {
    program("add_sketch(XY)\nadd_circle(1.25, 2.5, 5)\nadd_extrude(0, 5, new)")
}

fn triangle() -> FeatureMatrix {
    program(
        "add_sketch(XZ)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 5, 5)\nadd_line(5, 5, 0, 0)\nadd_extrude(0, -5, new)",
    )
}

fn small() -> TeaConfig {
    TeaConfig::of(&MatrixConfig::paper())
        .with_latent(16)
        .with_d_model(32)
        .with_heads(2)
        .with_layers(1)
        .with_feed_forward(32)
}

#[test]
fn shapes_follow_the_configuration() {
    let device = Device::flex();
    let tea = small().with_variational(true).init(&device);
    let matrices = [cylinder(), triangle()];
    let latent = tea.encode(&TokenBatch::new(&matrices), &device);
    assert_eq!(latent.mean.dims(), [2, 16]);
    assert_eq!(latent.log_variance.map(|v| v.dims()), Some([2, 16]));
    let states = tea.decode(&latent.mean);
    assert_eq!(states.dims(), [20, 32]);
    let config = MatrixConfig::paper();
    let scores = |variable| {
        let column = config.column(variable).expect("a column of the paper");
        tea.scores(states.clone(), column).dims()
    };
    assert_eq!(scores(Variable::Type), [20, 8]);
    assert_eq!(scores(Variable::Plane), [20, 4]);
    assert_eq!(scores(Variable::X), [20, 257]);
    assert_eq!(tea.matrices(&latent.mean, &config).len(), 2);
}

#[test]
fn padding_does_not_count() {
    let device = Device::flex();
    let tea = small().init(&device);
    let alone = tea.encode(&TokenBatch::new(&[cylinder()]), &device).mean;
    let beside = tea
        .encode(&TokenBatch::new(&[cylinder(), triangle()]), &device)
        .mean;
    let beside = beside.narrow(0, 0, 1);
    alone
        .into_data()
        .assert_approx_eq::<f32>(&beside.into_data(), Tolerance::absolute(1e-5));
}

#[test]
fn every_used_entry_moves_the_latent() {
    let device = Device::flex();
    let tea = small().init(&device);
    let mean = |matrix: &FeatureMatrix| tea.encode(&TokenBatch::new([matrix]), &device).mean;
    let (base, config) = (triangle(), MatrixConfig::paper());
    for row in 0..base.program_rows() {
        let used: Vec<Variable> = base.used(row).collect();
        for variable in used {
            let mut other = base.clone();
            let entry = base.get(row, variable).expect("a used slot");
            other.set(row, variable, if entry > 0 { entry - 1 } else { 1 });
            let distance = (mean(&base) - mean(&other))
                .abs()
                .sum()
                .into_scalar::<f32>();
            assert!(distance > 1e-4, "row {row}, {}", variable.symbol());
        }
    }
    assert_eq!(config.rows(), base.rows());
}
