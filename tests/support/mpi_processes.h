// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace bellweave::test {

/// Starts `simulate --mpi` as so many processes, whoever tests and however many processors there are.
inline void startSimulation(QProcess& process, int ranks, const QString& design, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"OMPI_ALLOW_RUN_AS_ROOT", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "OMPI_MCA_rmaps_base_oversubscribe"}) environment.insert(QString::fromLatin1(name), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("mpirun"), QStringList{QStringLiteral("-n"), QString::number(ranks), QStringLiteral(BELLWEAVE_CLI_PROGRAM), QStringLiteral("simulate"), design, QStringLiteral("--mpi")} + arguments);
}

} // namespace bellweave::test
