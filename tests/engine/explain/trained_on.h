#pragma once

#include <QTest>

#include "tests/engine/training/models_program.h"

namespace engine::test {

/// Trains a model on a file of features, with one seed. @param results  the folder that then holds
/// `model.safetensors`
inline void trainOn(const QString& data, const QString& model, const QString& results)
{
    const ProgramResult trained
        = run({QStringLiteral("train"), QStringLiteral("--model"), model, QStringLiteral("--data"), data,
               QStringLiteral("--set"), QStringLiteral("alone=false"), QStringLiteral("--seed"),
               QStringLiteral("1"), QStringLiteral("--out"), results, QStringLiteral("--json")});
    QVERIFY2(trained.exitCode == 0, trained.errors.constData());
}

}
