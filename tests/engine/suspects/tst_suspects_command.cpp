#include "engine/suspects/queue_figures.h"
#include "engine/suspects/suspects.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"
#include "tests/support/planted_errors.h"
#include "tests/support/planted_sequences.h"
#include "tests/support/waiting.h"

using namespace engine;
using test::bytes;
using test::run;

class TestSuspectsCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::map<std::string, bool> m_isPlanted;

    QString place(const QString& name) const { return m_folder.filePath(name); }

    static void write(const QString& path, const FoldData& segments)
    {
        test::FeatureFile file(path.toStdString());
        const std::size_t count = segments.size();
        const auto writeBlock = [&](const char* name, Modality modality) {
            const FeatureBlock& block = segments.of(modality);
            file.write(name, {count, block.steps, block.width}, block.values);
        };
        writeBlock("train/text", Modality::Text);
        writeBlock("train/audio", Modality::Acoustic);
        writeBlock("train/vision", Modality::Visual);
        const std::size_t columns = segments.labels.columns;
        const bool isOneColumn = columns == 1;
        file.write("train/labels", isOneColumn ? std::vector{count} : std::vector{count, columns},
                   segments.labels.values);
        file.writeTexts("train/ids", segments.ids);
        file.close();
    }

    QStringList asking(const QString& name, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("suspects"),
                           QStringLiteral("--data"),
                           place(QStringLiteral("made.h5")),
                           QStringLiteral("--folds"),
                           QStringLiteral("3"),
                           QStringLiteral("--out"),
                           place(name)}
        + more;
    }

    QByteArray problemWith(const FoldData& segments, const QString& folds = QStringLiteral("3")) const
    {
        write(place(QStringLiteral("bad.h5")), segments);
        const auto result = run({QStringLiteral("suspects"), QStringLiteral("--data"),
                                 place(QStringLiteral("bad.h5")), QStringLiteral("--folds"), folds,
                                 QStringLiteral("--out"), place(QStringLiteral("bad.csv"))});
        return result.exitCode == 1 ? result.errors : QByteArray("no problem");
    }

    Suspects suspectsOf(const test::PlantedSequences& planted) const
    {
        const auto result
            = run({QStringLiteral("suspects"), QStringLiteral("--dataset"),
                   QString::fromStdString(planted.dataset.string()), QStringLiteral("--json"),
                   QStringLiteral("--out"), place(QStringLiteral("dataset.csv")), QStringLiteral("--work"),
                   place(QStringLiteral("work-%1").arg(planted.wrong.size()))});
        if (result.exitCode != 0)
            qWarning("%s", result.errors.constData());
        return suspectsFrom(result.output.toStdString(), "test");
    }

    static FoldData made(std::size_t videos)
    {
        test::MadeSettings settings;
        settings.videos = videos;
        settings.segmentsPerVideo = 12;
        settings.words = 6;
        settings.noise = 0.7;
        return test::makeSegments(settings).words;
    }

private slots:
    void initTestCase()
    {
        test::MadeSettings settings;
        settings.videos = 15;
        settings.segmentsPerVideo = 12;
        settings.words = 6;
        settings.noise = 0.7;
        test::MadeSegments segments = test::makeSegments(settings);
        test::plantErrors(segments, "flip", 0.1, 1);
        for (std::size_t i = 0; i < segments.words.size(); ++i)
            m_isPlanted[segments.words.ids[i]] = segments.isPlanted[i];
        write(place(QStringLiteral("made.h5")), segments.words);
    }

    void plantedFlipsComeFirstAndAreTold()
    {
        const auto result = run(asking(QStringLiteral("first.csv"), {QStringLiteral("--json")}));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const Suspects suspects = suspectsFrom(result.output.trimmed().toStdString(), "the program");
        QCOMPARE(suspects.segments.size(), m_isPlanted.size());
        QVERIFY(!suspects.seesTime);
        std::vector<double> scores;
        std::vector<bool> isWrong;
        for (const Suspect& suspect : suspects.segments) {
            scores.push_back(suspect.score);
            isWrong.push_back(m_isPlanted.at(suspect.id));
            QVERIFY(suspect.kind != SuspectKind::LateSound && suspect.kind != SuspectKind::WordEdge);
            QVERIFY(suspect.score >= 0.0 && suspect.score <= 1.0 && !suspect.reason.empty());
        }
        QVERIFY(std::ranges::is_sorted(scores, std::greater<>()));
        const QueueFigures figures = queueFigures(scores, isWrong);
        QVERIFY2(figures.averagePrecision > 0.6, qPrintable(QString::number(figures.averagePrecision)));

        const QList<QByteArray> lines = bytes(place(QStringLiteral("first.csv"))).trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("rank,id,label,expected,score,kind,reason"));
        QCOMPARE(lines.size(), qsizetype(m_isPlanted.size() + 1));
        QVERIFY(lines[1].startsWith(("1," + suspects.segments.front().id + ",").c_str()));
    }

    /// Of four classes nobody gave the third: it is nothing that a label could be instead.
    void classesThatNobodyGaveAreLeftOut()
    {
        FoldData segments = made(9);
        FeatureMatrix classes(segments.size(), 4);
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const float value = segments.labels.at(i, 0);
            classes.at(i, value < -0.5F ? 0 : value > 0.5F ? 3 : 1) = 1.0F;
        }
        segments.labels = classes;
        write(place(QStringLiteral("classes.h5")), segments);
        const auto result
            = run({QStringLiteral("suspects"), QStringLiteral("--data"), place(QStringLiteral("classes.h5")),
                   QStringLiteral("--folds"), QStringLiteral("3"), QStringLiteral("--json"),
                   QStringLiteral("--out"), place(QStringLiteral("classes.csv"))});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const Suspects suspects = suspectsFrom(result.output.trimmed().toStdString(), "the program");
        QCOMPARE(suspects.classes, (std::vector<std::string>{"class 1", "class 2", "class 4"}));
        QCOMPARE(suspects.segments.size(), segments.size());
        for (const Suspect& suspect : suspects.segments) {
            QVERIFY(suspect.label >= 0.0 && suspect.label <= 2.0);
            QVERIFY(suspect.expected >= 0.0 && suspect.expected <= 2.0);
        }
    }

    /// The drawn demo with sound that comes 0.4 s late in 15 of its 150 segments, as a dataset on disk.
    void lateSoundOfADatasetComesFirst()
    {
        const test::PlantedSequences planted = test::plantInSequences(
            DEMO "/dataset.json", "late_sound", 0.1, 1, place(QStringLiteral("late")).toStdString());
        const Suspects suspects = suspectsOf(planted);
        QVERIFY(suspects.seesTime);
        int found = 0;
        for (std::size_t i = 0; i < 22; ++i)
            found += suspects.segments[i].kind == SuspectKind::LateSound
                    && planted.wrong.contains(suspects.segments[i].id)
                ? 1
                : 0;
        QVERIFY2(found >= 12, qPrintable(QString::number(found)));
    }

    /// Sound, faces and words of the demo are as they were made: none of them is suspected.
    void cleanDataAreNotSuspected()
    {
        const Suspects suspects = suspectsOf({DEMO "/dataset.json", {}});
        QCOMPARE(suspects.segments.size(), 150U);
        for (const Suspect& suspect : suspects.segments)
            QVERIFY2(suspect.kind < SuspectKind::LateSound, suspect.reason.c_str());
    }

    void theSameSeedGivesTheSameBytesStoppedOrNot()
    {
        QProcess program;
        program.setProcessEnvironment(test::quietThreads());
        program.start(QStringLiteral(PROGRAMS "/polylogue-models"), asking(QStringLiteral("stopped.csv")));
        const QDir work(place(QStringLiteral("stopped.csv.work")));
        const auto kept = [&] { return work.entryList({QStringLiteral("*.safetensors")}).size(); };
        QTRY_VERIFY(kept() > 1 || program.state() == QProcess::NotRunning);
        program.kill();
        program.waitForFinished(support::kPatience);
        QVERIFY2(!QFile::exists(place(QStringLiteral("stopped.csv"))), "it was faster than this test");
        const auto again
            = run(asking(QStringLiteral("stopped.csv"), {QStringLiteral("--threads"), QStringLiteral("1")}));
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        const auto whole = run(asking(QStringLiteral("whole.csv")));
        QVERIFY2(whole.exitCode == 0, whole.errors.constData());
        QCOMPARE(bytes(place(QStringLiteral("stopped.csv"))), bytes(place(QStringLiteral("whole.csv"))));
    }

    void learnOrderPrintsEachSegmentOnceAndACurve()
    {
        const auto result = run({QStringLiteral("learn-order"), QStringLiteral("--data"),
                                 place(QStringLiteral("made.h5")), QStringLiteral("--start"),
                                 QStringLiteral("20"), QStringLiteral("--step"), QStringLiteral("30")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QList<QByteArray> lines = result.output.trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("rank,id"));
        const qsizetype count = qsizetype(m_isPlanted.size());
        QSet<QByteArray> ids;
        for (qsizetype i = 1; i <= count; ++i)
            ids.insert(lines[i].mid(lines[i].indexOf(',') + 1));
        QCOMPARE(ids.size(), count);
        QCOMPARE(lines[count + 2], QByteArray("labels,r,random"));
        QVERIFY(lines[count + 3].startsWith("20,"));
    }

    void badInputIsNamed()
    {
        const FoldData good = made(4);
        QVERIFY(problemWith(made(2)).contains(
            "has 2 videos, as the ids of its segments say (video[k]); 3 folds"));
        QVERIFY(problemWith(made(1)).contains("has 1 video,"));
        FoldData broken = good;
        broken.of(Modality::Acoustic).values[7] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(problemWith(broken).contains(broken.ids.front().c_str()));
        FoldData labels = good;
        labels.labels.values[3] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(problemWith(labels).contains(labels.ids[3].c_str()));
        FoldData same = good;
        std::ranges::fill(same.labels.values, 1.0F);
        QVERIFY(problemWith(same).contains("has the label 1 for all its segments"));
        const auto missing
            = run({QStringLiteral("suspects"), QStringLiteral("--data"), place(QStringLiteral("none.h5")),
                   QStringLiteral("--out"), place(QStringLiteral("none.csv"))});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY2(missing.errors.contains("none.h5"), missing.errors.constData());
    }

    void ratingsNameTheAnnotator()
    {
        test::MadeSettings settings;
        settings.videos = 10;
        settings.segmentsPerVideo = 12;
        settings.words = 6;
        test::MadeSegments segments = test::makeSegments(settings);
        test::plantErrors(segments, "annotator", 0.15, 1);
        write(place(QStringLiteral("rated.h5")), segments.words);
        QFile ratings(place(QStringLiteral("ratings.csv")));
        QVERIFY(ratings.open(QIODevice::WriteOnly));
        ratings.write("unit,anna,ben,cleo\n");
        for (std::size_t i = 0; i < segments.words.size(); ++i)
            ratings.write(QStringLiteral("%1,%2,%3,%4\n")
                              .arg(QString::fromStdString(segments.words.ids[i]))
                              .arg(segments.ratings[i][0])
                              .arg(segments.ratings[i][1])
                              .arg(segments.ratings[i][2])
                              .toUtf8());
        ratings.close();
        const auto result
            = run({QStringLiteral("suspects"), QStringLiteral("--data"), place(QStringLiteral("rated.h5")),
                   QStringLiteral("--ratings"), ratings.fileName(), QStringLiteral("--json"),
                   QStringLiteral("--out"), place(QStringLiteral("rated.csv"))});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const Suspects suspects = suspectsFrom(result.output.trimmed().toStdString(), "the program");
        QCOMPARE(suspects.raters.size(), std::size_t(3));
        std::map<std::string, bool> isPlanted;
        for (std::size_t i = 0; i < segments.words.size(); ++i)
            isPlanted[segments.words.ids[i]] = segments.isPlanted[i];
        std::size_t right = 0;
        for (std::size_t i = 0; i < 10; ++i)
            right
                += isPlanted[suspects.segments[i].id] && suspects.segments[i].kind == SuspectKind::Annotator;
        QVERIFY2(right >= 8, qPrintable(QString::number(right)));
    }
};

QTEST_GUILESS_MAIN(TestSuspectsCommand)
#include "tst_suspects_command.moc"
