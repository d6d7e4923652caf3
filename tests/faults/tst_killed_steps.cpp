#include "app/extraction/extract_dialog.h"
#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/tier_edits.h"
#include "engine/core/installation.h"
#include "engine/project_items/dataset_item.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"
#include "widgets/training/learn_list.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeWidget>

#include <csignal>
#include <iostream>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/demo_recordings.h"
#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Windows and programs are killed at random moments of long steps: a snapshot, a merge, an extraction into
/// the project, a training. What they had said is there afterwards, what others read is whole, and the next
/// one goes on. POLYLOGUE_KILLS: how often each (2; the program that writes snapshots: six times as often).
namespace {

constexpr auto kPlanted = "gestures"; // a tier of the other copy
constexpr int kPlantedSegments = 2000;

void say(const std::string& line)
{
    std::cout << line << std::endl;
}

/// In the process that is killed, and in that which comes after it.
class Hand : public TutorialTest {
public:
    explicit Hand(fs::path folder) : TutorialTest("reviewing"), m_data(std::move(folder)) { }

    int run(std::string_view role)
    {
        m_real = std::make_unique<RealWindow>();
        if (!activate())
            return 2;
        QStringList dropped{QString::fromStdString((m_data / "talks").string())};
        if (role == "extract" || role == "extracted")
            dropped = {QString::fromStdString((m_data / "clips/ada_1.mp4").string()),
                       QString::fromStdString((m_data / "clips/bert_2.mp4").string())};
        if (!dropFiles(window(), dropped)
            || !QTest::qWaitFor([this] { return document().hasVideo(); }, support::kPatience) || !settle()
            || !activate())
            return 3;
        if (role == "prepare")
            return prepare();
        if (role == "merge")
            return merge();
        if (role == "extract" || role == "extracted")
            return extract(role == "extracted");
        return role == "train" ? train() : look();
    }

private:
    bool isSaved()
    {
        return QTest::qWaitFor(
            [this] { return session().project().writer()->state() == app::ProjectWriter::State::Saved; },
            support::kPatience);
    }
    QDialog* trainDialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    double label() { return static_cast<double>(document().labels().rows.features.at(0, 0)); }

    int prepare()
    {
        session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
        return isSaved() && m_real->saveCopy(m_data / "theirs.polylogue") ? 0 : 4;
    }

    int merge()
    {
        say("begin");
        const QString theirs = QString::fromStdString((m_data / "theirs.polylogue").string());
        if (!choose("File", "Project → Merge another copy…",
                    {fileAnswer(theirs), [](QDialog*) { say("merged"); }})
            || !isSaved())
            return 5;
        say("durable");
        QTest::qWait(support::kPatience);
        return 6;
    }

    /// @param toTheEnd  until everything is made
    int extract(bool toTheEnd)
    {
        for (const app::FeatureSeries& series : document().video().features)
            say("has " + series.key.toStdString());
        if (!choose("File", "Sequences…"))
            return 7;
        auto* dialog = window().findChild<app::ExtractDialog*>();
        auto* start = dialog->findChild<QPushButton*>(QStringLiteral("startExtraction"));
        for (const char* slow : {"face", "face_landmarks"})
            dialog->findChild<QCheckBox*>(QLatin1String(slow))->setChecked(false);
        if (!QTest::qWaitFor([&] { return start->isVisible() && start->isEnabled(); }, support::kPatience))
            return 8;
        QTest::mouseClick(start, Qt::LeftButton);
        say("begin");
        std::set<std::string> told;
        const auto* show = dialog->findChild<QPushButton*>(QStringLiteral("openDataset"));
        QElapsedTimer waited;
        waited.start();
        while (waited.elapsed() < support::kPatience) {
            QTest::qWait(20);
            for (const app::FeatureSeries& series : document().video().features) {
                if (told.insert(series.key.toStdString()).second)
                    say("made " + series.key.toStdString());
            }
            if (toTheEnd && show->isVisible() && show->isEnabled())
                return told.contains("covarep74") && told.contains("word_vectors") ? 0 : 9;
        }
        return 10;
    }

    int train()
    {
        const double value = label() > 0 ? -2.0 : 2.0;
        session().editor().setLabel(0, QStringLiteral("sentiment"), value);
        if (!isSaved())
            return 11;
        say("kept " + std::to_string(value));
        if (!choose("Model", "Train and compare…"))
            return 12;
        auto* start = trainDialog()->findChild<QPushButton*>(QStringLiteral("startTraining"));
        auto* labels = trainDialog()->findChild<widgets::LearnList*>(QStringLiteral("trainLabels"));
        if (!QTest::qWaitFor([&] { return start->isEnabled() && labels->rows().size() > 1; },
                             support::kPatience))
            return 13;
        labels->setFocus();
        QTest::keyClick(labels, Qt::Key_Down); // a label of its own, so that a snapshot is written
        trainDialog()->findChild<QSpinBox*>(QStringLiteral("trainEpochs"))->setValue(3);
        QTest::mouseClick(start, Qt::LeftButton);
        say("begin");
        QTest::qWait(support::kPatience);
        return 14;
    }

    /// What the next window has.
    int look()
    {
        say("kept " + std::to_string(label()));
        if (!choose("Model", "Train and compare…"))
            return 15;
        QTabBar* pages = trainDialog()->findChild<QTabWidget*>(QStringLiteral("trainPages"))->tabBar();
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(pages->count() - 1).center());
        auto* runs = trainDialog()->findChild<QTreeWidget*>(QStringLiteral("runsTable"));
        const bool isRead = QTest::qWaitFor([&] { return runs->isVisible(); }, support::kPatience);
        QTest::qWait(500); // what is listed a moment later belongs to it
        for (int row = 0; row < runs->topLevelItemCount(); ++row)
            say("run " + runs->topLevelItem(row)->text(2).toStdString());
        return isRead ? 0 : 16;
    }

    fs::path m_data;
};

}

class KilledStepsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        fs::create_directories(data() / "talks" / "media");
        for (const auto& item : fs::directory_iterator(DEMO)) {
            if (item.is_regular_file())
                fs::copy(item.path(), data() / "talks");
        }
        for (const auto& item : fs::directory_iterator(fs::path(DEMO) / "media"))
            fs::copy(item.path(), data() / "talks" / "media");
        fs::create_directories(data() / "clips");
        engine::test::demoRecordings(data() / "clips", {"ada_1", "bert_2"});
        home("first");
        m_said = ended("prepare");
        QVERIFY2(m_code == 0, m_said.constData());
        plantSegments();
    }

    /// The list of a snapshot comes last: whoever reads it at any moment finds a whole dataset.
    void aSnapshotIsWholeOrAsItWas()
    {
        const QString out = QString::fromStdString((data() / "out").string());
        const QStringList command{
            QStringLiteral("snapshot"),  QString::fromStdString((data() / "theirs.polylogue").string()),
            QStringLiteral("--dataset"), QString::fromStdString((data() / "talks").string()),
            QStringLiteral("--out"),     out};
        const int whole = msOf(command);
        int lists = 0;
        for (int round = 0; round < 6 * kills(); ++round) {
            if (round % 3 == 0)
                fs::remove_all(data() / "out");
            QProcess program;
            program.start(QStringLiteral(PROGRAMS "/polylogue-cli"), command);
            program.waitForStarted(support::kPatience);
            program.waitForFinished(int(m_random.bounded(quint32(whole))));
            killNow(program);
            lists += checkSnapshots(data() / "out");
            if (QTest::currentTestFailed())
                return;
        }
        msOf(command);
        QCOMPARE(checkSnapshots(data() / "out"), 1);
        for (const auto& item : fs::directory_iterator(data() / "out"))
            QVERIFY2(item.path().extension() != ".part", item.path().c_str());
        qInfo("%d programs killed, of which %d left a list", 6 * kills(), lists);
    }

    /// All of a merge or nothing of it.
    void aMergeIsOneStep()
    {
        int merged = 0;
        for (int round = 0; round < kills(); ++round) {
            home("merge " + std::to_string(round), "first");
            const QByteArray said = killedAfter("merge", moment(round, 600));
            QVERIFY2(said.contains("begin"), said.constData());
            const std::size_t found = planted();
            QVERIFY2(found == 0 || found == kPlantedSegments, qPrintable(QString::number(found)));
            QVERIFY2(found != 0 || !said.contains("durable"), said.constData());
            merged += found != 0 ? 1 : 0;
        }
        qInfo("%d windows killed in a merge; %d had merged", kills(), merged);
    }

    /// Recordings that were done stay done, and the next extraction makes the others.
    void anExtractionGoesOn()
    {
        home("extraction");
        std::set<QByteArray> made;
        for (int round = 0; round < kills(); ++round) {
            const QByteArray said = killedAfter("extract", moment(round, 9000));
            QVERIFY2(said.contains("begin"), said.constData());
            for (const QByteArray& key : made)
                QVERIFY2(keysIn(said, "has ").contains(key), (key + '\n' + said).constData());
            made.merge(keysIn(said, "made "));
            checkSequences(data());
            if (QTest::currentTestFailed())
                return;
        }
        const QByteArray said = ended("extracted");
        QVERIFY2(m_code == 0, (said + QByteArray::number(m_code)).constData());
        for (const QByteArray& key : made)
            QVERIFY2(keysIn(said, "has ").contains(key), (key + '\n' + said).constData());
        checkSequences(data());
        qInfo("%d windows killed in an extraction, which had shown %zu sequences", kills(), made.size());
    }

    /// The label that was saved is there, the snapshot of the run is whole, the next window lists what there
    /// is of the run.
    void aTrainingIsFoundAgain()
    {
        home("training", "first");
        qsizetype runs = 0;
        for (int round = 0; round < kills(); ++round) {
            const QByteArray said = killedAfter("train", moment(round, 4000));
            QVERIFY2(said.contains("begin"), said.constData());
            for (const auto& item : fs::directory_iterator(engine::dataFolder() / "projects")) {
                if (item.path().extension() == ".snapshot")
                    checkSnapshots(item.path());
            }
            const QByteArray seen = ended("look");
            QVERIFY2(m_code == 0, seen.constData());
            QCOMPARE(lineOf(seen, "kept "), lineOf(said, "kept "));
            if (QTest::currentTestFailed())
                return;
            runs = seen.count("\nrun ");
        }
        qInfo("%d windows killed in a training; the last found %lld runs", kills(), qlonglong(runs));
        QVERIFY(runs > 0);
    }

private:
    fs::path data() const { return m_folder.path().toStdString(); }
    static int kills()
    {
        return qEnvironmentVariableIsSet("POLYLOGUE_KILLS") ? qEnvironmentVariableIntValue("POLYLOGUE_KILLS")
                                                            : 2;
    }
    static QByteArray lineOf(const QByteArray& said, const char* begin)
    {
        for (const QByteArray& line : said.left(said.lastIndexOf('\n')).split('\n')) {
            if (line.startsWith(begin))
                return line;
        }
        return {};
    }

    /// Milliseconds, at random, later in each round, so that all of a step that takes so long is met.
    int moment(int round, int most)
    {
        return static_cast<int>((round + m_random.generateDouble()) * most / kills());
    }

    /// What follows this at the beginning of lines.
    static std::set<QByteArray> keysIn(const QByteArray& said, const char* begin)
    {
        std::set<QByteArray> keys;
        for (const QByteArray& line : said.left(said.lastIndexOf('\n')).split('\n')) { // the last may be cut
            if (line.startsWith(begin))
                keys.insert(line.mid(qsizetype(qstrlen(begin))));
        }
        return keys;
    }

    /// A home of this name, with what another holds.
    void home(const std::string& name, const std::string& like = {})
    {
        const fs::path folder = data() / "homes" / name;
        fs::create_directories(folder.parent_path());
        if (!like.empty())
            fs::copy(data() / "homes" / like, folder, fs::copy_options::recursive);
        fs::create_directories(folder);
        for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            qputenv(variable, QByteArray::fromStdString(folder.string()));
    }

    static void killNow(QProcess& process)
    {
        if (process.state() != QProcess::NotRunning)
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished(support::kPatience);
    }

    void start(QProcess& process, const char* role) const
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--hand"), QLatin1String(role), m_folder.path()});
    }

    QByteArray killedAfter(const char* role, int milliseconds)
    {
        QProcess process;
        start(process, role);
        QByteArray output;
        QElapsedTimer waited;
        waited.start();
        while (!output.contains("begin") && process.state() != QProcess::NotRunning
               && waited.elapsed() < support::kPatience) {
            process.waitForReadyRead(100);
            output += process.readAll();
        }
        process.waitForFinished(milliseconds); // it does not end by itself
        killNow(process);
        return output + process.readAll();
    }

    QByteArray ended(const char* role)
    {
        QProcess process;
        start(process, role);
        process.waitForFinished(2 * support::kPatience);
        const bool isEnded = process.state() == QProcess::NotRunning;
        killNow(process);
        m_code = isEnded && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return process.readAll();
    }

    /// How long the command takes.
    static int msOf(const QStringList& command)
    {
        QElapsedTimer timer;
        timer.start();
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-cli"), command);
        if (!program.waitForFinished(support::kPatience) || program.exitCode() != 0)
            qWarning("%s", program.readAllStandardError().constData());
        return static_cast<int>(timer.elapsed()) + 1;
    }

    /// A tier that only the other copy has.
    void plantSegments()
    {
        std::vector<std::string> problems;
        engine::ProjectFile file = engine::ProjectFile::open(data() / "theirs.polylogue");
        const engine::Annotation before = file.load(problems);
        engine::Annotation after = before;
        engine::Tier tier;
        tier.video = "ada_1";
        tier.name = kPlanted;
        const engine::Change added = engine::addTier(after, tier);
        after.apply(added);
        for (int i = 0; i < kPlantedSegments; ++i) {
            engine::Segment segment;
            segment.tier = added.tiers.front().after->id;
            segment.start = engine::TimePoint::ofSeconds(0.005 * i);
            segment.end = engine::TimePoint::ofSeconds(0.005 * (i + 1));
            segment.text = "gesture";
            after.apply(engine::insertSegment(after, segment));
        }
        file.write(engine::difference(before, after));
    }

    /// How many of them the project has.
    static std::size_t planted()
    {
        std::size_t count = 0;
        for (const auto& item : fs::directory_iterator(engine::dataFolder() / "projects")) {
            if (item.path().extension() != ".polylogue")
                continue;
            std::vector<std::string> problems;
            const engine::Annotation annotation = engine::ProjectFile::open(item.path()).load(problems);
            if (!problems.empty() || !annotation.checkConsistency().empty())
                return 1;
            for (const auto& [id, segment] : annotation.segments())
                count += annotation.tier(segment.tier)->name == kPlanted ? 1 : 0;
        }
        return count;
    }

    /// All that a list names can be read. @return how many lists there are
    static int checkSnapshots(const fs::path& folder)
    {
        int lists = 0;
        std::error_code none;
        for (const auto& item : fs::directory_iterator(folder, none)) {
            if (item.path().extension() != ".json")
                continue;
            ++lists;
            try {
                for (const auto& sequence : engine::readDatasetList(item.path()).sequences)
                    readAll(sequence.file);
            } catch (const std::exception& problem) {
                QTest::qFail(problem.what(), __FILE__, __LINE__);
            }
        }
        checkSequences(folder);
        return lists;
    }

    /// Every csd below a folder can be read.
    static void checkSequences(const fs::path& folder)
    {
        std::error_code none;
        for (const auto& item : fs::recursive_directory_iterator(folder, none)) {
            if (item.path().extension() != ".csd")
                continue;
            try {
                readAll(item.path());
            } catch (const std::exception& problem) {
                QTest::qFail(problem.what(), __FILE__, __LINE__);
            }
        }
    }
    static void readAll(const fs::path& file)
    {
        const engine::CsdFile sequence(file);
        for (const std::string& id : sequence.ids())
            sequence.entry(id);
    }

    QTemporaryDir m_folder;
    QRandomGenerator m_random{41};
    QByteArray m_said;
    int m_code = 0;
};

int main(int argc, char** argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    if (argc == 4 && std::string_view(argv[1]) == "--hand") {
        const QApplication application(argc, argv);
        return Hand(argv[3]).run(argv[2]);
    }
    const IsolatedHome home;
    const QCoreApplication application(argc, argv);
    KilledStepsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed_steps.moc"
