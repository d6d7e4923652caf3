#include "engine/annotation/project/project_file.h"
#include "engine/core/file_sums.h"
#include "engine/core/installation.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <csignal>
#include <iostream>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

/// The real window, edited by keys and mouse in a process of its own, is killed at random moments.
/// POLYLOGUE_KILLS: how often (8).
///
/// The process says what the words and labels of its video are: before and after each edit, and which edit is
/// on the disk. What the project holds afterwards must be one of these states, not older than the last that
/// was on the disk.
namespace {

constexpr int kMostEdits = 100'000;

/// The video's words and labels in one line: edges in ticks, values.
QByteArray stateOf(const engine::Annotation& annotation, const std::string& video, const char* tierName)
{
    QByteArray state;
    for (const engine::Tier* tier : annotation.tiersOf(video)) {
        if (tier->name != tierName)
            continue;
        for (const auto& entry : annotation.byTime(tier->id).all()) {
            state += QByteArray::number(qlonglong(entry.start)) + ':'
                + QByteArray::number(qlonglong(entry.end));
            for (const auto& [label, value] : annotation.segment(entry.id)->values)
                state += ',' + QByteArray::number(std::get<double>(value.value));
            state += ';';
        }
    }
    return state;
}

/// In the process that is killed.
class Scribe {
public:
    explicit Scribe(quint32 seed) : m_random(seed) { }

    int run()
    {
        m_real.session().project().open({std::filesystem::path(DEMO)});
        if (!QTest::qWaitFor([this] { return document().hasVideo(); }, support::kPatience))
            return 2;
        m_real.window().activateWindow();
        if (!QTest::qWaitForWindowActive(&m_real.window(), support::kPatience)
            || !m_real.session().project().writer())
            return 3;
        m_view = m_real.find<widgets::TimelineView>("timeline");
        m_view->setFocus();
        QObject::connect(m_real.session().project().writer(), &app::ProjectWriter::stateChanged, [this] {
            if (m_real.session().project().writer()->state() == app::ProjectWriter::State::Saved)
                say("durable", {});
        });
        say("ready", state());
        for (m_edit = 1; m_edit < kMostEdits; ++m_edit) {
            say("start", state());
            edit();
            say("done", state());
            QTest::qWait(int(m_random.bounded(30))); // when it is killed, not what it is waited for
        }
        return 0;
    }

private:
    const app::Document& document() { return m_real.session().document(); }
    QByteArray state()
    {
        const std::string video = document().video().id.toStdString();
        return stateOf(document().annotation(), video, "words") + '|'
            + stateOf(document().annotation(), video, "labels");
    }
    void say(const char* what, const QByteArray& more)
    {
        std::cout << what << ' ' << m_edit << ' ' << more.constData() << std::endl;
    }

    void edit()
    {
        const quint32 kind = m_random.bounded(10);
        const auto& labels = document().labels().rows.intervals;
        if (kind < 4) {
            const engine::Interval segment = labels[m_random.bounded(quint32(labels.size()))];
            m_real.session().player().seek((segment.start + segment.end) / 2);
            QTest::keyClick(m_view, Qt::Key(Qt::Key_1 + int(m_random.bounded(7))));
        } else if (kind < 8) {
            drag();
        } else {
            QTest::keyClick(m_view, Qt::Key_Z,
                            kind == 8 ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
        }
    }

    void drag()
    {
        const auto& words = document().words().intervals;
        const engine::Interval word = words[m_random.bounded(quint32(words.size()))];
        m_view->zoomTo({word.start - 1.0, word.end + 1.0});
        const QRect area = m_view->areaOf(m_real.find<widgets::WordsTrack>("wordsTrack"));
        const QPoint grip(area.left() + int(std::lround(m_view->scale().x(word.end))),
                          area.top() + area.height() / 3);
        const int step = m_random.bounded(2) == 0 ? 3 : -3;
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        for (int i = 1; i <= 8; ++i) {
            QTest::mouseMove(m_view, grip + QPoint(step * i, 0));
            QTest::qWait(int(m_random.bounded(20))); // likewise
        }
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip + QPoint(step * 8, 0));
    }

    QRandomGenerator m_random;
    RealWindow m_real;
    widgets::TimelineView* m_view = nullptr;
    int m_edit = 0;
};

/// What the killed process had said.
struct Told {
    QByteArray first; ///< when it was ready
    std::map<int, QByteArray> after; ///< by edit: the state when it was done
    int started = 0;
    int durable = 0; ///< all edits up to this were on the disk
};

Told told(const QByteArray& output)
{
    Told told;
    QList<QByteArray> lines = output.split('\n');
    lines.removeLast(); // empty, or cut somewhere, also behind what tells a line
    for (const QByteArray& line : lines) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() < 3 || !line.contains('|') == (parts[0] != "durable"))
            continue; // a warning of Qt
        const int edit = parts[1].toInt();
        if (parts[0] == "ready")
            told.first = told.after[0] = parts[2];
        else if (parts[0] == "start")
            told.started = edit;
        else if (parts[0] == "done")
            told.after[edit] = parts[2];
        else if (parts[0] == "durable" && told.after.contains(edit))
            told.durable = edit; // said after it was done, so all of it
    }
    return told;
}

/// How many words' edges differ.
int differences(const QByteArray& a, const QByteArray& b)
{
    const QList<QByteArray> left = a.split(';');
    const QList<QByteArray> right = b.split(';');
    int count = int(std::abs(left.size() - right.size())) * 1000;
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i)
        count += left[i] == right[i] ? 0 : 1;
    return count;
}

/// The pieces that differ, for a person to read.
QByteArray differingPieces(const QByteArray& shown, const QByteArray& stored, int round)
{
    const QList<QByteArray> left = shown.split(';');
    const QList<QByteArray> right = stored.split(';');
    QByteArray told = "round " + QByteArray::number(round) + ": " + QByteArray::number(left.size())
        + " pieces are shown, " + QByteArray::number(right.size()) + " were stored;";
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i)
        if (left[i] != right[i])
            told += " piece " + QByteArray::number(i) + ": " + left[i] + " shown, " + right[i] + " stored;";
    return told;
}

}

class KilledWindowTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasSavedIsThere()
    {
        const int kills = qEnvironmentVariableIsSet("POLYLOGUE_KILLS")
            ? qEnvironmentVariableIntValue("POLYLOGUE_KILLS")
            : 8;
        const std::vector<std::filesystem::path> files = sources();
        const auto before = engine::sumsOf(files);
        int edits = 0;
        int saved = 0;
        for (int round = 0; round < kills; ++round) {
            const Told said = killedAfter(int(QRandomGenerator::global()->bounded(1200)), round);
            QVERIFY2(!said.first.isEmpty(), qPrintable(m_errors));
            check(said, round);
            if (QTest::currentTestFailed())
                return;
            edits += said.started;
            saved += said.durable;
        }
        qInfo("%d windows killed amid %d edits; %d were known to be saved", kills, edits, saved);
        QVERIFY(edits > kills);
        QVERIFY2(engine::sumsOf(files) == before, "a media file or a sequence was changed");
    }

private:
    /// Every file of the demo that a project refers to.
    static std::vector<std::filesystem::path> sources()
    {
        std::vector<std::filesystem::path> files;
        for (const auto& item : std::filesystem::recursive_directory_iterator(DEMO)) {
            if (item.is_regular_file())
                files.push_back(item.path());
        }
        std::sort(files.begin(), files.end());
        return files;
    }

    Told killedAfter(int milliseconds, int round)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--scribe"), QString::number(round + 1)});
        QByteArray output;
        QElapsedTimer waited;
        waited.start();
        const auto isReady = [&] { // told to the end of the line: a pipe brings it in pieces
            const qsizetype place = output.indexOf("ready ");
            return place >= 0 && output.indexOf('\n', place) >= 0;
        };
        while (!isReady() && process.state() != QProcess::NotRunning
               && waited.elapsed() < support::kPatience) {
            process.waitForReadyRead(100);
            output += process.readAllStandardOutput();
        }
        process.waitForFinished(milliseconds); // it does not end by itself
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished(support::kPatience);
        output += process.readAllStandardOutput();
        m_errors = QString::fromUtf8(process.readAllStandardError());
        return told(output);
    }

    void check(const Told& said, int round)
    {
        std::vector<std::filesystem::path> projects;
        for (const auto& item : std::filesystem::directory_iterator(engine::dataFolder() / "projects")) {
            if (item.path().extension() == ".polylogue")
                projects.push_back(item.path());
        }
        QCOMPARE(projects.size(), std::size_t{1});
        std::vector<std::string> problems;
        engine::ProjectFile file = engine::ProjectFile::open(projects.front());
        const engine::Annotation annotation = file.load(problems);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        QVERIFY(annotation.checkConsistency().empty());

        QList<QByteArray> parts
            = said.first.split('|'); // tiers that are not part of the project yet are as they were
        const std::string video = videoOf(annotation);
        if (!m_original.isEmpty())
            QVERIFY2(said.first == m_original, // the next window shows what the last one left
                     differingPieces(said.first, m_original, round).constData());
        const QByteArray words = stateOf(annotation, video, "words");
        const QByteArray labels = stateOf(annotation, video, "labels");
        const QByteArray found
            = (words.isEmpty() ? parts[0] : words) + '|' + (labels.isEmpty() ? parts[1] : labels);
        m_original = found;
        for (auto state = said.after.rbegin(); state != said.after.rend() && state->first >= said.durable;
             ++state) {
            const bool isLast = state == said.after.rbegin();
            if (isOrFollows(found, state->second, isLast && said.started > state->first))
                return;
        }
        QFAIL(qPrintable(
            QStringLiteral(
                "round %1: edit %2 was saved, edit %3 went on;\n%4\nis no state since then, the last:\n%5")
                .arg(round)
                .arg(said.durable)
                .arg(said.started)
                .arg(QString::fromLatin1(found), QString::fromLatin1(said.after.rbegin()->second))));
    }

    /// The state itself, or one in the middle of the drag that came next: two words' edges on their way.
    /// After the last, the edit that went on may be there, too.
    static bool isOrFollows(const QByteArray& found, const QByteArray& state, bool anEditWentOn)
    {
        const QList<QByteArray> now = found.split('|');
        const QList<QByteArray> then = state.split('|');
        const int words = differences(now[0], then[0]);
        const int values = differences(now[1], then[1]);
        return (values == 0 && words <= 2) || (anEditWentOn && words == 0 && values <= 1);
    }

    static std::string videoOf(const engine::Annotation& annotation)
    {
        return annotation.tiers().empty() ? std::string() : annotation.tiers().begin()->second.video;
    }

    QByteArray m_original; ///< what the round before left
    QString m_errors;
};

int main(int argc, char** argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--scribe") {
        const QApplication application(argc, argv);
        return Scribe(QString::fromLatin1(argv[2]).toUInt()).run();
    }
    const IsolatedHome home;
    QCoreApplication application(argc, argv);
    KilledWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed_window.moc"
