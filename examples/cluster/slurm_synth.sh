#!/bin/bash
# A data set by a Slurm array: each task makes its share of the files, the same bytes as one run.
#
#   sbatch slurm_synth.sh
#
# The folder must be seen by all nodes. A task that was stopped goes on when it is requeued.
#SBATCH --job-name=cadseq-synth
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=01:00:00
#SBATCH --requeue
set -euo pipefail

cadseq synth --output "${OUTPUT:-data/with}" --rules with --count 1000000 \
    --shard env --threads "${SLURM_CPUS_PER_TASK:-1}"
