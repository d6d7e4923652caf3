#include <QTemporaryDir>
#include <QTest>

#include "tests/support/cli.h"

using namespace engine;

/// `polylogue-cli speech`: where somebody speaks.
class TestSpeechCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    test::ProgramResult listen(const QStringList& what) const
    {
        return test::runCli(QStringList{QStringLiteral("speech")} + what
                            + QStringList{QStringLiteral("--out"), out()});
    }
    QString out() const { return m_folder.filePath(QStringLiteral("spans.csv")); }
    QList<QByteArray> rows() const
    {
        QFile file(out());
        file.open(QIODevice::ReadOnly);
        return file.readAll().trimmed().split('\n');
    }

private slots:
    void aTalkHasSpansInTheirOrder()
    {
        const QString talk = test::demo("media/grid_talk_a.mp4");
        const auto result = listen({talk, QStringLiteral("--pause"), QStringLiteral("0.3")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QList<QByteArray> lines = rows();
        QCOMPARE(lines[0], QByteArray("file,start,end"));
        QVERIFY2(lines.size() > 5, qPrintable(QString::number(lines.size())));
        double before = 0.0;
        for (int i = 1; i < lines.size(); ++i) {
            const QList<QByteArray> cells = lines[i].split(',');
            QCOMPARE(cells.size(), 3);
            QVERIFY(cells[1].toDouble() >= before && cells[2].toDouble() > cells[1].toDouble());
            before = cells[2].toDouble();
        }
        QVERIFY(before < 30.5);
    }

    void whatIsWrongIsSaidAndTheOthersAreListenedTo()
    {
        const auto result
            = listen({m_folder.filePath(QStringLiteral("none.wav")), test::demo("media/grid_talk_a.mp4")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("file_not_found"), result.errors.constData());
        QVERIFY(rows().size() > 1);
        QCOMPARE(listen({QStringLiteral("x.wav"), QStringLiteral("--pause"), QStringLiteral("0")}).exitCode,
                 2);
    }
};

QTEST_GUILESS_MAIN(TestSpeechCommand)
#include "tst_speech_command.moc"
