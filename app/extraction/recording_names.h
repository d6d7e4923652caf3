#pragma once

#include <QFileInfo>
#include <QMap>
#include <QString>

namespace app {

/// What recordings are called: as their dataset's list has it, else as their files.
struct RecordingNames {
    QString list{}; ///< the file of the dataset; empty: there is none
    QMap<QString, QString> byFile{}; ///< of files that are called otherwise

    QString of(const QString& file) const { return byFile.value(file, QFileInfo(file).completeBaseName()); }
};

}
