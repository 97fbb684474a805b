//! Shares of the work, as tasks of a job do them.

mod command_line;

use command_line::{Workplace, example};

/// The variables of a task of a Slurm array that starts at 1.
fn slurm(task: u64, count: u64) -> [(&'static str, String); 4] {
    [
        ("SLURM_ARRAY_TASK_ID", task.to_string()),
        ("SLURM_ARRAY_TASK_MIN", "1".to_owned()),
        ("SLURM_ARRAY_TASK_MAX", count.to_string()),
        ("SLURM_ARRAY_TASK_COUNT", count.to_string()),
    ]
}

/// The variables of a pod of an indexed Kubernetes job.
fn kubernetes(index: u64, count: u64) -> [(&'static str, String); 2] {
    [
        ("JOB_COMPLETION_INDEX", index.to_string()),
        ("JOB_COMPLETIONS", count.to_string()),
    ]
}

/// Runs as a task of a job, and succeeds; returns standard output.
fn run<const N: usize>(place: &Workplace, job: [(&str, String); N], arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let output = place.command(&arguments).envs(job).output();
    let output = output.expect("the program starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn an_array_makes_the_data_set_of_one_run() {
    let place = Workplace::new();
    let synth = "synth --count 50 --samples-per-shard 10 --size 32 --shard env -o";
    for task in 1..=3 {
        run(&place, slurm(task, 3), &format!("{synth} slurm"));
        run(
            &place,
            kubernetes(task - 1, 3),
            &format!("{synth} kubernetes"),
        );
    }
    let whole = "synth --count 50 --samples-per-shard 10 --size 32 -o whole";
    place.succeed(&whole.split(' ').collect::<Vec<_>>());
    let names = (0..5).map(|shard| format!("with-rules-{shard:06}.tar"));
    for name in names.chain(["card.json".to_owned()]) {
        let expected = place.read(&format!("whole/{name}"));
        for job in ["slurm", "kubernetes"] {
            assert_eq!(
                place.read(&format!("{job}/{name}")),
                expected,
                "{job}/{name}"
            );
        }
    }
}

#[test]
fn an_array_reconstructs_every_picture_once() {
    let place = Workplace::new();
    let names = ["cylinder", "fillet", "half-disc"];
    let pictures = names.map(|name| example(&format!("{name}.png")).display().to_string());
    let command = format!(
        "reconstruct --no-fit --json --shard env -o found/ {}",
        pictures.join(" ")
    );
    let lines: Vec<String> = (1..=2)
        .flat_map(|task| {
            let text = run(&place, slurm(task, 2), &command);
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(lines.len(), 3);
    for (line, name) in lines.iter().zip(names) {
        assert!(line.contains(&format!("{name}.png")), "{line}");
        assert!(!place.read(&format!("found/{name}.cad")).is_empty());
    }
}

#[test]
fn an_array_evaluates_every_picture_once() {
    let place = Workplace::new();
    let evaluate = "evaluate --count 5 --size 128 --no-fit --json";
    let totals = (1..=2).map(|task| {
        let text = run(&place, slurm(task, 2), &format!("{evaluate} --shard env"));
        assert!(text.contains(&format!("share {task}/2 of them")), "{text}");
        let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        report["results"][0]["accuracies"]["acp"]["raw"]["total"].as_u64()
    });
    assert_eq!(totals.collect::<Vec<_>>(), [Some(2), Some(3)]);
    let worst = ["evaluate", "--shard", "1/2", "--worst", "3", "worst"];
    place.refuse(&worst, &["leave --shard out"]);
}

#[test]
fn without_a_job_nothing_is_guessed() {
    let place = Workplace::new();
    let mut command = place.command(&["synth", "-o", "data", "--shard", "env"]);
    for name in ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"] {
        command.env_remove(name);
    }
    let output = command.output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not a task of a job"));
}
