#include <QTemporaryDir>
#include <QTest>

#include "tests/support/cli.h"

using namespace engine;

/// `polylogue-cli expression`: a row for each face.
class TestExpressionCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString written(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return path(name);
    }
    QList<QByteArray> rows() const
    {
        QFile file(path("out.csv"));
        file.open(QIODevice::ReadOnly);
        return file.readAll().trimmed().split('\n');
    }
    test::ProgramResult look(const QStringList& what) const
    {
        return test::runCli(QStringList{QStringLiteral("expression")} + what
                            + QStringList{QStringLiteral("--out"), path("out.csv")});
    }

private slots:
    void grayFacesHaveARowEach()
    {
        const QString faces = written("faces.bin", QByteArray(2 * 48 * 48, '\x40'));
        const auto result = look({faces, QStringLiteral("--size"), QStringLiteral("48x48")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(rows().size(), 3);
        QCOMPARE(rows()[0],
                 QByteArray("index,neutral,happiness,surprise,sadness,anger,disgust,fear,valence,"
                            "face_found"));
        QVERIFY(rows()[2].startsWith("1,") && rows()[2].endsWith(",1"));
        double sum = 0.0;
        for (int i = 1; i <= 7; ++i)
            sum += rows()[1].split(',').at(i).toDouble();
        QVERIFY(std::abs(sum - 1.0) < 1e-4);
    }

    void innerNumbersAreATableOfTheirOwn()
    {
        const QString faces = written("faces.bin", QByteArray(2 * 48 * 48, '\x40'));
        const auto result = look({faces, QStringLiteral("--size"), QStringLiteral("48x48"),
                                  QStringLiteral("--inner"), path("inner.csv")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QFile file(path("inner.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("index,inner_0,inner_1,"));
        QVERIFY(lines[1].count(',') == lines[0].count(',') && lines[1].count(',') > 50);
        const QString media = test::demo("media/grid_talk_a.mp4");
        QCOMPARE(look({media, QStringLiteral("--inner"), path("inner.csv")}).exitCode, 2);
    }

    void whatIsNoFaceHasNoNumbers()
    {
        const QString picture = written("plain.ppm", "P6 200 200 255\n" + QByteArray(200 * 200 * 3, '\x80'));
        const auto result = look({picture});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(rows()[1], picture.toUtf8() + ",,,,,,,,,0");
    }

    void aSpeakingPersonHasAFace()
    {
        const auto result = look({test::demo("media/grid_talk_a.mp4")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(rows()[1].endsWith(",1"));
    }

    void whatIsWrongIsSaid()
    {
        const auto odd = look(
            {written("odd.bin", QByteArray(1000, 'x')), QStringLiteral("--size"), QStringLiteral("48x48")});
        QCOMPARE(odd.exitCode, 1);
        QVERIFY2(odd.errors.contains("has 1000 bytes, which are not faces of 48"), odd.errors.constData());
        QCOMPARE(look({written("text.png", "no picture")}).exitCode, 1);
        QCOMPARE(look({path("faces.bin"), QStringLiteral("--size"), QStringLiteral("64x64")}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestExpressionCommand)
#include "tst_expression_command.moc"
