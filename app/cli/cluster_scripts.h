// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave::cli {

/// A job script for Slurm that shares one simulation among many processes by MPI, and goes on where a job before was ended.
QString slurmScript();
/// One for clusters without MPI: an array of jobs, each with a shard, and a last one that merges them.
QString slurmArrayScript();

} // namespace bellweave::cli
