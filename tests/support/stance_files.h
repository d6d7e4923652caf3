#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>

/// Files of Praat with a tier `stance` of half a second a segment, whose texts are three classes in turn (of
/// them `neither` is rare): dropped onto the demo's window, it is a tier of the project.
/// @return the files
inline QStringList writeStanceFiles(const QString& folder, const QStringList& videos, int segments = 24)
{
    QStringList files;
    for (const QString& video : videos) {
        files << QDir(folder).filePath(video + QStringLiteral(".TextGrid"));
        QFile file(files.back());
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const QByteArray end = QByteArray::number(segments * 0.5);
        file.write(
            "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = " + end
            + "\ntiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = \"IntervalTier\"\n"
              "        name = \"stance\"\n        xmin = 0\n        xmax = "
            + end + "\n        intervals: size = " + QByteArray::number(segments) + "\n");
        for (int i = 0; i < segments; ++i) {
            const char* const text = i % 8 == 7 ? "neither" : i % 2 == 0 ? "agrees" : "doubts";
            file.write("        intervals [" + QByteArray::number(i + 1)
                       + "]:\n            xmin = " + QByteArray::number(i * 0.5) + "\n            xmax = "
                       + QByteArray::number((i + 1) * 0.5) + "\n            text = \"" + text + "\"\n");
        }
    }
    return files;
}
