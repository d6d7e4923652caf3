#pragma once

#include <QTemporaryDir>

#include "tests/support/program.h"

namespace engine::test {

/// Runs `polylogue-cli` with a cache of its own, so that no verdict of an earlier run hides what it does.
inline ProgramResult runCli(const QStringList& arguments)
{
    const QTemporaryDir cache;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), cache.path());
    return runProgram(QStringLiteral("polylogue-cli"), arguments, environment);
}

inline QString fixture(const char* name)
{
    return QStringLiteral(FIXTURES "/") + QLatin1String(name);
}

inline QString demo(const char* name)
{
    return QStringLiteral(DEMO "/") + QLatin1String(name);
}

}
