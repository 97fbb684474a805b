#!/bin/bash
# Accuracy on fresh programs by a Slurm array: each task measures its share of them and writes a report.
#
#   sbatch slurm_evaluate.sh
#
# Means of shares are combined by their "total"; for one report over all pictures use cadseq.ray.evaluate.
#SBATCH --job-name=cadseq-evaluate
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=04:00:00
set -euo pipefail

output=${1:-reports}
export RAYON_NUM_THREADS=${SLURM_CPUS_PER_TASK:-1}
mkdir -p "$output"
cadseq evaluate --rules with --count 20000 --shard env --json \
    > "$output/share-$SLURM_ARRAY_TASK_ID.json"
