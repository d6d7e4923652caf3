#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/real_window.h"

/// `polylogue-cli demo`: the whole main job without a window of one's own.
class DemoTest : public QObject {
    Q_OBJECT

private slots:
    void leavesSequencesReportAndPicturesOfTheRealSpeakerToo()
    {
        QProcess demo;
        demo.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                   {QStringLiteral("demo"), QStringLiteral("--out"), m_out.path()});
        QVERIFY(demo.waitForFinished(200000));
        QVERIFY2(demo.exitCode() == 0, demo.readAllStandardError().constData());
        for (const char* name :
             {"words/words.csd", "words/acoustic.csd", "words/visual.csd", "words/word_vectors.csd",
              "segments/labels.csd", "segments/acoustic.csd", "report.html"})
            QVERIFY2(QFile::exists(m_out.filePath(QLatin1String(name))), name);
        for (const char* name : {"window-dark.png", "window-light.png", "window-real-speaker.png"})
            QCOMPARE(QImage(m_out.filePath(QLatin1String(name))).size(), QSize(1920, 1080));

        const engine::CsdFile words(m_out.filePath(QStringLiteral("words/acoustic.csd")).toStdString());
        QVERIFY(words.contains("ada_1[0]"));
        QVERIFY(words.contains("grid_talk_a[0]")); // the real speaker is aligned
    }

    void realSpeakerIsPredictedWithoutLabels()
    {
        QFile file(m_out.filePath(QStringLiteral("report.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray segments
            = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("segments")).toArray();
        int labelled = 0;
        int real = 0;
        for (const auto& value : segments) {
            const QJsonObject segment = value.toObject();
            QVERIFY(segment.value(QLatin1String("prediction")).isDouble());
            const bool hasLabel = segment.value(QLatin1String("label")).isDouble();
            const bool isReal
                = segment.value(QLatin1String("id")).toString().startsWith(QLatin1String("grid_talk_a"));
            QCOMPARE(hasLabel, !isReal);
            labelled += hasLabel;
            real += isReal;
        }
        QCOMPARE(labelled, 150);
        QCOMPARE(real, 10);
    }

private:
    QTemporaryDir m_out;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QGuiApplication application(argc, argv);
    DemoTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "engine/sequences/csd_file.h"

#include "tst_demo.moc"
