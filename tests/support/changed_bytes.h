#pragma once

#include <QByteArray>
#include <QFile>
#include <QTest>

#include <filesystem>

namespace engine::test {

/// Replaces bytes of a file wherever they stand, by as many others.
/// @param count  how often they are expected
inline void changeBytes(const std::filesystem::path& path, const QByteArray& before, const QByteArray& after,
                        int count = 1)
{
    QCOMPARE(after.size(), before.size());
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QCOMPARE(bytes.count(before), count);
    bytes.replace(before, after);
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(bytes), bytes.size());
}

}
