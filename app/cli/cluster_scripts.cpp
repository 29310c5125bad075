// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cluster_scripts.h"

namespace bellweave::cli {

QString slurmScript()
{
    return QStringLiteral(R"(#!/bin/bash
# One simulation on many processors. Change the design, what is simulated and the #SBATCH lines, then: sbatch THIS_FILE
# A job that was ended, by its time limit or a lost node, goes on from its finished blocks when it is submitted again; the result
# has the same bytes as that of a run in one go.
#SBATCH --job-name=bellweave
#SBATCH --ntasks=64
#SBATCH --cpus-per-task=1
#SBATCH --time=01:00:00
#SBATCH --signal=TERM@60
set -euo pipefail

design=my-network.bellweave
blocks=my-network.part
result=my-network.json

resume=()
if [ -f "$blocks" ]; then resume=(--resume); fi
srun bellweave-cli simulate "$design" --mpi --duration "100 s" --runs 10000 --save "$blocks" "${resume[@]}" --json --output "$result"
)");
}

QString slurmArrayScript()
{
    return QStringLiteral(R"(#!/bin/bash
# One simulation as an array of jobs that need not know of each other. Change the design, what is simulated and the #SBATCH lines:
#   job=$(sbatch --parsable THIS_FILE)
#   sbatch --dependency="afterok:$job" --wrap 'bellweave-cli merge my-network.*.part --json --output my-network.json'
# A part that was ended goes on from its finished blocks when its job is submitted again.
#SBATCH --job-name=bellweave
#SBATCH --array=1-64
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --time=01:00:00
#SBATCH --signal=TERM@60
set -euo pipefail

design=my-network.bellweave
part="my-network.$SLURM_ARRAY_TASK_ID.part"

resume=()
if [ -f "$part" ]; then resume=(--resume); fi
srun bellweave-cli simulate "$design" --duration "100 s" --runs 10000 --threads 1 \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --save "$part" "${resume[@]}"
)");
}

} // namespace bellweave::cli
