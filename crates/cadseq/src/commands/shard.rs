//! `--shard I/N`: which share of the work this run does, as said or as the scheduler of its job says.

use std::env;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use cadseq_dataset::shard::Part;
use clap::Args;

/// Which share of the work a run does.
#[derive(Debug, Args)]
pub(crate) struct ShardArguments {
    /// Which share of the work this run does, such as 2/8; `env` takes it from the environment of a task of
    /// a Slurm array or of an indexed Kubernetes job.
    #[arg(long, default_value = "1/1", value_name = "I/N|env", value_parser = Shard::parse)]
    pub(crate) shard: Shard,
}

/// One of N shares of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard(pub(crate) Part);

impl Shard {
    fn parse(text: &str) -> Result<Self> {
        if text == "env" {
            of_job(|name| env::var(name).ok())
        } else {
            Ok(Self(text.parse()?))
        }
    }

    /// Whether it is all of the work.
    pub(crate) fn is_whole(self) -> bool {
        self.0 == Part::WHOLE
    }

    /// Its own of `count` items.
    pub(crate) fn range(self, count: u64) -> Range<u64> {
        self.0.range(count)
    }
}

/// What follows the words for all of the work.
impl Display for Shard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.is_whole() {
            return Ok(());
        }
        write!(f, ", share {} of them", self.0)
    }
}

/// The share of a job's task, by the variables of its environment.
fn of_job(variable: impl Fn(&str) -> Option<String>) -> Result<Shard> {
    let number = |name: &str| -> Result<u64> {
        let text = variable(name).with_context(|| format!("{name} is not set"))?;
        text.parse()
            .with_context(|| format!("{name} is `{text}`, not a number"))
    };
    let (index, count) = if variable("SLURM_ARRAY_TASK_ID").is_some() {
        of_array(number)?
    } else if variable("JOB_COMPLETION_INDEX").is_some() {
        (number("JOB_COMPLETION_INDEX")?, number("JOB_COMPLETIONS")?)
    } else {
        bail!(
            "this is not a task of a job: neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set; write I/N"
        )
    };
    let part = Part::new(index.saturating_add(1), count);
    let part = part.with_context(|| format!("there is no index {index} in a job of {count}"))?;
    Ok(Shard(part))
}

/// Index and number of tasks of a Slurm array, whose tasks are numbered from any number in any steps.
fn of_array(number: impl Fn(&str) -> Result<u64>) -> Result<(u64, u64)> {
    let name = |ending: &str| format!("SLURM_ARRAY_TASK_{ending}");
    let count = number(&name("COUNT"))?;
    let (first, last, id) = (
        number(&name("MIN"))?,
        number(&name("MAX"))?,
        number(&name("ID"))?,
    );
    let step = number(&name("STEP")).unwrap_or(1).max(1);
    let is_regular = first <= id && id <= last && (last - first) / step + 1 == count;
    ensure!(
        is_regular,
        "the array's tasks {first} to {last} are not {count} in steps of {step}, so that shares would be missing; write \
         $SLURM_ARRAY_TASK_ID/N for some tasks of an array"
    );
    Ok(((id - first) / step, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The share that these variables give, or the error.
    fn check(variables: &[(&str, &str)], expected: &str) {
        let value = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let found = match of_job(value) {
            Ok(Shard(part)) => part.to_string(),
            Err(error) => format!("{error:#}"),
        };
        assert!(found.contains(expected), "{found} is not {expected}");
    }

    fn array(numbers: [&str; 4], expected: &str) {
        let [id, first, last, count] = numbers;
        let variables = [
            ("SLURM_ARRAY_TASK_ID", id),
            ("SLURM_ARRAY_TASK_MIN", first),
            ("SLURM_ARRAY_TASK_MAX", last),
            ("SLURM_ARRAY_TASK_COUNT", count),
        ];
        check(&variables, expected);
    }

    #[test]
    fn slurm_arrays_start_anywhere() {
        array(["0", "0", "7", "8"], "1/8");
        array(["8", "1", "8", "8"], "8/8");
        array(["100", "100", "100", "1"], "1/1");
        array(["4", "1", "7", "3"], "not 3 in steps of 1");
        array(["x", "1", "7", "7"], "SLURM_ARRAY_TASK_ID is `x`");
        let stepped = [
            ("SLURM_ARRAY_TASK_ID", "6"),
            ("SLURM_ARRAY_TASK_MIN", "2"),
            ("SLURM_ARRAY_TASK_MAX", "9"),
            ("SLURM_ARRAY_TASK_COUNT", "4"),
            ("SLURM_ARRAY_TASK_STEP", "2"),
        ];
        check(&stepped, "3/4");
    }

    #[test]
    fn kubernetes_jobs_start_at_0() {
        let index = ("JOB_COMPLETION_INDEX", "2");
        check(&[index, ("JOB_COMPLETIONS", "3")], "3/3");
        check(&[index, ("JOB_COMPLETIONS", "2")], "no index 2");
        check(&[index], "JOB_COMPLETIONS is not set");
        check(&[], "not a task of a job");
    }
}
