#pragma once

#include "app/tasks/tasks.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace app {

/// What a command that hides or erases people said at its end.
struct PrivacyAnswer {
    bool isClean = false; ///< nothing is left
    QJsonObject said; ///< what the command prints with `--json`
};

/// Runs `polylogue-extract` for one of its commands and reads what it says as JSON. Blocks; to be called in a task.
/// @param arguments  `--deidentify PROJECT …`, without `--json`
/// @throws engine::Error with the program's own sentence; Cancelled.
PrivacyAnswer runPrivacyProgram(const QString& programs, const QStringList& arguments, const engine::RunContext& run);

}
