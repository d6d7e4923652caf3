#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/support/program.h"
#include "tests/support/waiting.h"

namespace engine::test {

/// A cluster of this machine alone, by tests/support/slurm_local.sh; gone with the object.
class LocalSlurm {
public:
    LocalSlurm()
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardOutputFile(
            m_folder.filePath(QStringLiteral("start.log"))); // daemons keep pipes open
        process.start(script(), {QStringLiteral("start"), m_folder.path()});
        m_runs = process.waitForFinished(support::kPatience) && process.exitCode() == 0;
        QFile log(m_folder.filePath(QStringLiteral("start.log")));
        if (log.open(QIODevice::ReadOnly))
            m_reason = log.readAll().trimmed();
    }
    ~LocalSlurm() { QProcess::execute(script(), {QStringLiteral("stop"), m_folder.path()}); }
    LocalSlurm(const LocalSlurm&) = delete;
    LocalSlurm& operator=(const LocalSlurm&) = delete;

    bool runs() const { return m_runs; }
    const QByteArray& reason() const { return m_reason; }

    ProgramResult run(const QString& program, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SLURM_CONF"), m_folder.filePath(QStringLiteral("slurm.conf")));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.waitForFinished(support::kPatience);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    bool hasJobs() const
    {
        const auto queue = run(QStringLiteral("squeue"), {QStringLiteral("--noheader")});
        return queue.exitCode != 0 || !queue.output.trimmed().isEmpty();
    }

private:
    static QString script() { return QStringLiteral(SUPPORT "/slurm_local.sh"); }

    QTemporaryDir m_folder;
    bool m_runs = false;
    QByteArray m_reason;
};

}
