#!/bin/bash
# Programs of a folder of pictures by a Slurm array: each task reads its share of them.
#
#   sbatch slurm_reconstruct.sh photos/ parts/
#
# Every task sees the same list of pictures in the same order. Each writes its own lines of JSON.
#SBATCH --job-name=cadseq-reconstruct
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=04:00:00
set -euo pipefail

shopt -s nullglob
pictures=("${1:?folder of pictures}"/*.{png,jpg})
output=${2:?folder for the parts}
export RAYON_NUM_THREADS=${SLURM_CPUS_PER_TASK:-1}
mkdir -p "$output"
# A picture that gives no program is a line with its error, and exit code 1.
cadseq reconstruct --shard env --json --output "$output/" "${pictures[@]}" \
    > "$output/task-$SLURM_ARRAY_TASK_ID.jsonl" || [ $? -eq 1 ]
