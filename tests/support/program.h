#pragma once

#include <QProcess>
#include <QStringList>

#include "tests/support/waiting.h"

/// Runs the real programs, as a user's shell does.
namespace engine::test {

struct ProgramResult {
    int exitCode = -1; ///< -1: it crashed, or took longer than two minutes
    QByteArray output;
    QByteArray errors;
};

inline ProgramResult runProgram(const QString& name, const QStringList& arguments,
                                const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PROGRAMS "/") + name, arguments);
    if (!process.waitForFinished(support::kPatience) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

}
