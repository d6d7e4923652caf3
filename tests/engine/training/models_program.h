#pragma once

#include <QFile>

#include <nlohmann/json.hpp>

#include "tests/support/program.h"

/// The program of the models, run as a user's shell does, and what it leaves.
namespace engine::test {

inline QProcessEnvironment quietThreads()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OPENBLAS_NUM_THREADS"), QStringLiteral("1"));
    environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("PASSIVE"));
    return environment;
}

inline ProgramResult run(const QStringList& arguments)
{
    return runProgram(QStringLiteral("polylogue-models"), arguments, quietThreads());
}

inline QByteArray bytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline nlohmann::json lastLine(const QByteArray& text)
{
    return nlohmann::json::parse(text.trimmed().split('\n').constLast().toStdString());
}

}
