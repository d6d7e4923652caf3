#include "engine/annotation/project/snapshots.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

namespace {

using Bytes = std::string;

Bytes read(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const Bytes& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A few hundred words of two videos with their sounds, notes and labels.
Change smallProject()
{
    Change change;
    for (int video = 0; video < 2; ++video) {
        const TierId first = 3 * video;
        Tier words = test::tier(first + 1, "words");
        Tier sounds = test::tier(first + 2, "sounds");
        sounds.parent = words.id;
        sounds.constraint = Constraint::TimeSubdivision;
        Tier notes = test::tier(first + 3, "notes");
        notes.parent = words.id;
        notes.constraint = Constraint::SymbolicSubdivision;
        for (Tier* tier : {&words, &sounds, &notes}) {
            tier->video = "talk_" + std::to_string(video);
            change.tiers.push_back({std::nullopt, *tier});
        }
        for (int i = 0; i < 80; ++i) {
            const auto add = [&](TierId tier, int start, int end, SegmentId parent) {
                Segment segment = test::segment(tier, start, end, parent);
                segment.id = static_cast<SegmentId>(change.segments.size()) + 1;
                segment.text
                    = "word number " + std::to_string(segment.id) + (i == 7 ? std::string(9000, 'x') : "");
                if (i % 2 == 0)
                    segment.values["sentiment"] = {i % 7 - 3.0, {"ada", 1'763'000'000'000 + i, 1, "video"}};
                change.segments.push_back({std::nullopt, segment});
                return segment.id;
            };
            const SegmentId word = add(words.id, 2 * i, 2 * i + 2, 0);
            add(sounds.id, 2 * i, 2 * i + 1, word);
            add(sounds.id, 2 * i + 1, 2 * i + 2, word);
            if (i % 3 == 0)
                add(notes.id, 2 * i, 2 * i + 2, word);
        }
        change.items.push_back({std::nullopt, Item{"layout", words.video, R"({"zoom": 3})"}});
    }
    return change;
}

/// What a project holds, counted.
struct Count {
    std::size_t tiers = 0;
    std::size_t segments = 0;
    std::size_t labels = 0;
    std::size_t items = 0;
    friend bool operator==(const Count&, const Count&) = default;
};

Count countOf(const Annotation& annotation)
{
    Count count{annotation.tiers().size(), annotation.segments().size(), 0, annotation.items().size()};
    for (const auto& [id, segment] : annotation.segments())
        count.labels += segment.values.size();
    return count;
}

/// Segments that are not as any state had them; of those that it never had, each counts a hundred.
std::size_t foreignSegments(const Annotation& annotation, const std::vector<Annotation>& states)
{
    std::size_t foreign = 0;
    for (const auto& [id, segment] : annotation.segments()) {
        bool isKnown = false;
        bool isThere = false;
        for (const Annotation& state : states) {
            const Segment* before = state.segment(id);
            isThere = isThere || before;
            isKnown = isKnown || (before && *before == segment);
        }
        foreign += isKnown ? 0 : isThere ? 1 : 100;
    }
    return foreign;
}

}

class TestDamagedProject : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_path;
    Bytes m_file;
    Bytes m_log;
    std::vector<Annotation> m_states; ///< the one in the file, then after each edit in the log
    std::size_t m_opened = 0;
    std::size_t m_told = 0;
    std::size_t m_refused = 0;
    std::size_t m_kept = 0; ///< segments, of those that were opened
    qint64 m_slowest = 0;

    /// Opens what is there, holds it against what was there before. @return what is wrong; empty: nothing
    std::string judged(bool isLogHurt, ProjectFile::Access access)
    {
        const Bytes file = read(m_path);
        const Bytes log = read(m_path.string() + "-wal");
        QElapsedTimer timer;
        timer.start();
        std::string wrong;
        try {
            ProjectFile project = ProjectFile::open(m_path, access);
            const bool isWritable = !project.isReadOnly();
            std::vector<std::string> problems;
            const Annotation annotation = project.load(problems);
            m_slowest = std::max(m_slowest, timer.elapsed());
            ++m_opened;
            m_told += problems.empty() ? 0 : 1;
            m_kept += annotation.segments().size();
            wrong = judged(annotation, problems, isLogHurt);
            if (project.isDamaged()
                && (!project.isReadOnly() || problems.empty()
                    || !(project.whyReadOnly() == "the file is damaged"
                         || project.whyReadOnly().ends_with("which no project of Polylogue has"))))
                wrong = "it is damaged without saying so";
            if (isWritable)
                return wrong; // it may be written: SQLite moves the log into the file
        } catch (const Error& error) {
            ++m_refused;
            if (error.code() != "damaged")
                wrong = std::string("refused: ") + error.what();
        }
        if (read(m_path) != file || read(m_path.string() + "-wal") != log)
            wrong = "the damaged file was written";
        return wrong;
    }

    std::string judged(const Annotation& annotation, const std::vector<std::string>& problems, bool isLogHurt)
    {
        const std::vector<std::string> inconsistent = annotation.checkConsistency();
        if (!inconsistent.empty())
            return inconsistent.front();
        const std::size_t foreign = foreignSegments(annotation, m_states);
        if (problems.empty()) { // then a value is wrong at most, or the log ends earlier
            const bool isCounted = std::ranges::any_of(m_states, [&](const Annotation& state) {
                return (isLogHurt || &state == &m_states.back()) && countOf(state) == countOf(annotation);
            });
            return !isCounted   ? "something is lost and nobody says so"
                : foreign > 100 ? "more than a value is wrong, and nobody says so"
                                : "";
        }
        return foreign > 300 ? std::to_string(foreign) + " segments come from nowhere" : "";
    }

    void restore(const Bytes& file, const Bytes& log)
    {
        fs::remove(m_path.string() + "-shm");
        fs::remove(m_path.string() + "-wal");
        write(m_path, file);
        if (!log.empty())
            write(m_path.string() + "-wal", log);
    }

private slots:
    void initTestCase()
    {
        const fs::path folder = m_folder.path().toStdString();
        m_path = folder / "small.polylogue";
        const fs::path made = folder / "made.polylogue";
        Annotation annotation;
        {
            ProjectFile project = ProjectFile::create(made);
            const Change change = smallProject();
            project.write(change);
            annotation.apply(change);
        }
        m_states = {annotation};
        ProjectFile project = ProjectFile::open(made);
        m_file = read(made);
        const auto both = [&](const Change& change) {
            project.write(change);
            annotation.apply(change);
            m_states.push_back(annotation);
        };
        both(setText(annotation, 3, "changed"));
        both(removeSegments(annotation, std::vector<SegmentId>{1}));
        both(setValue(annotation, 200, "emotion", LabelValue{std::string("sad"), {"bob", 2, 1, "text"}}));
        both(insertSegment(annotation, test::segment(1, 0, 2)));
        both(setText(annotation, 150, std::string(6000, 'y')));
        m_log = read(made.string() + "-wal");
        QVERIFY(read(made) == m_file); // all five are in the log
        QVERIFY(m_file.size() > 15 * 4096 && m_log.size() > 10 * 4096);
    }

    void aProjectKilledWithItsLogIsWhole()
    {
        for (const auto access : {ProjectFile::Access::ReadOnly, ProjectFile::Access::ReadWrite}) {
            restore(m_file, m_log);
            std::vector<std::string> problems;
            ProjectFile project = ProjectFile::open(m_path, access);
            QVERIFY(project.load(problems) == m_states.back());
            QCOMPARE(problems, std::vector<std::string>());
        }
    }

    void everyPageIsDamaged_data()
    {
        QTest::addColumn<bool>("isLog");
        QTest::addColumn<bool>("hasLog");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("bits of the file") << false << false << false;
        QTest::newRow("bits of the file beside its log") << false << true << false;
        QTest::newRow("bits of the log") << true << true << false;
        QTest::newRow("the file ends") << false << false << true;
        QTest::newRow("the file ends beside its log") << false << true << true;
        QTest::newRow("the log ends") << true << true << true;
    }

    void everyPageIsDamaged()
    {
        QFETCH(const bool, isLog);
        QFETCH(const bool, hasLog);
        QFETCH(const bool, isCut);
        m_opened = m_told = m_refused = m_kept = 0;
        m_slowest = 0;
        std::vector<Annotation> states = m_states;
        if (!hasLog)
            m_states = {states.front()};
        const Bytes& hurt = isLog ? m_log : m_file;
        const std::size_t step = isLog ? 4096 + 24 : 4096;
        std::vector<std::pair<std::size_t, int>> damages; // place, bit; bit -1: it ends there
        for (std::size_t page = 0; page < hurt.size(); page += step) {
            if (isCut)
                damages.insert(damages.end(), {{page, -1}, {page + step / 3, -1}});
            else // the page's header, the middle, and near the end
                damages.insert(damages.end(),
                               {{page + page / step % 100, static_cast<int>(page / step % 8)},
                                {page + 3, 0},
                                {page + 2100, 3},
                                {page + 4000, 6}});
        }
        int count = 0;
        for (const auto& [place, bit] : damages) {
            if (place >= hurt.size())
                continue;
            Bytes bytes = hurt;
            if (bit < 0)
                bytes.resize(place);
            else
                bytes[place] = static_cast<char>(bytes[place] ^ (1 << bit));
            restore(isLog ? m_file : bytes, isLog ? bytes : hasLog ? m_log : Bytes());
            if (read(m_path).empty() && !hasLog)
                continue; // nothing is left to be lost: it is made anew
            const std::string wrong = judged(
                isLog, ++count % 2 == 0 ? ProjectFile::Access::ReadOnly : ProjectFile::Access::ReadWrite);
            QVERIFY2(wrong.empty(),
                     qPrintable(QStringLiteral("byte %1, bit %2: %3")
                                    .arg(place)
                                    .arg(bit)
                                    .arg(QString::fromStdString(wrong))));
        }
        m_states = states;
        qInfo("%zu opened, of these %zu with something told, %zu%% of their segments kept; %zu refused; the "
              "slowest took %lld ms",
              m_opened, m_told,
              m_opened == 0 ? 0 : 100 * m_kept / (m_opened * m_states.front().segments().size()), m_refused,
              m_slowest);
        QVERIFY(m_slowest < 5000);
    }

    void manyBytesAreDamaged()
    {
        std::mt19937 random(7);
        const auto below = [&](std::size_t bound) {
            return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
        };
        const int rounds
            = qEnvironmentVariableIntValue("DAMAGES") > 0 ? qEnvironmentVariableIntValue("DAMAGES") : 60;
        std::size_t kept = 0;
        for (int round = 0; round < rounds; ++round) {
            Bytes file = m_file;
            Bytes log = round % 2 == 0 ? m_log : Bytes();
            for (std::size_t left = 1 + below(200); left > 0; --left) {
                Bytes& hurt = log.empty() || below(3) > 0 ? file : log;
                hurt[below(hurt.size())] = static_cast<char>(below(256));
            }
            restore(file, log);
            try {
                ProjectFile project = ProjectFile::open(m_path);
                const bool isWritable = !project.isReadOnly();
                std::vector<std::string> problems;
                const Annotation annotation = project.load(problems);
                kept += annotation.segments().size();
                QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
                QVERIFY(project.isDamaged() != problems.empty());
                if (isWritable)
                    continue; // SQLite found nothing wrong, and moves the log into the file
            } catch (const FormatError& error) {
                QCOMPARE(QByteArray::fromStdString(error.code()), QByteArray("damaged"));
            }
            QVERIFY(read(m_path) == file && read(m_path.string() + "-wal") == log);
        }
        qInfo("%zu of 100 segments kept", 100 * kept / (rounds * m_states.front().segments().size()));
    }

    void aCopyOfADamagedOneIsSound()
    {
        Bytes hurt = m_file;
        hurt.replace(10 * 4096, 4096, 4096, '\x7f');
        restore(hurt, m_log);
        ProjectFile project = ProjectFile::open(m_path);
        QVERIFY(project.isDamaged());
        std::vector<std::string> problems;
        const Annotation annotation = project.load(problems);
        const fs::path copy = m_path.string() + "-copy";
        project.copyTo(copy);
        ProjectFile sound = ProjectFile::open(copy);
        problems.clear();
        QVERIFY(!sound.isDamaged() && sound.load(problems) == annotation);
        QCOMPARE(problems, std::vector<std::string>());
    }

    void aSnapshotTakesItsPlace()
    {
        restore(m_file, {});
        Snapshot snapshot;
        {
            ProjectFile project = ProjectFile::open(m_path);
            snapshot = takeSnapshot(project, std::chrono::sys_days(std::chrono::year(2026) / 11 / 20));
        }
        Bytes hurt = m_file;
        hurt.replace(10 * 4096, 4096, 4096, '\x7f');
        restore(hurt, m_log);
        const fs::path aside = replaceBySnapshot(m_path, snapshotsOf(m_path).front(), snapshot.time);
        QCOMPARE(aside.filename(), fs::path("small.damaged-20261120T000000Z.polylogue"));
        std::vector<std::string> problems;
        QVERIFY(ProjectFile::open(m_path).load(problems) == m_states.front());
        QCOMPARE(problems, std::vector<std::string>());
        QVERIFY(read(aside) == hurt && read(aside.string() + "-wal") == m_log);
        QVERIFY(ProjectFile::open(aside).isDamaged());
        restore(hurt, {});
        const fs::path second = replaceBySnapshot(m_path, snapshot, snapshot.time);
        QCOMPARE(second.filename(), fs::path("small.damaged-20261120T000000Z-2.polylogue"));
        write(snapshot.file, hurt);
        QVERIFY(test::failureOf([&] { replaceBySnapshot(m_path, snapshot); }).starts_with("damaged"));
        QVERIFY(ProjectFile::open(m_path).load(problems) == m_states.front());
        fs::remove_all(snapshotFolder(m_path));
    }

    void aKillInTheMiddleOfThatLeavesEither()
    {
        restore(m_file, {});
        Snapshot snapshot;
        {
            ProjectFile project = ProjectFile::open(m_path);
            snapshot = takeSnapshot(project, std::chrono::sys_days(std::chrono::year(2026) / 11 / 20));
        }
        Bytes hurt = m_file;
        hurt.replace(10 * 4096, 4096, 4096, '\x7f');
        int replaced = 0;
        for (int round = 0; round < 40; ++round) {
            restore(hurt, m_log);
            const pid_t child = fork();
            if (child == 0) {
                try {
                    replaceBySnapshot(m_path, snapshot, snapshot.time + std::chrono::seconds(round));
                } catch (...) {
                }
                _exit(0);
            }
            usleep(static_cast<useconds_t>(round * 1000));
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            ProjectFile project = ProjectFile::open(m_path);
            std::vector<std::string> problems;
            const Annotation annotation = project.load(problems);
            QVERIFY(project.isDamaged() || annotation == m_states.front());
            replaced += project.isDamaged() ? 0 : 1;
            bool isKept = read(m_path) == hurt && read(m_path.string() + "-wal") == m_log;
            for (const auto& entry : fs::directory_iterator(m_path.parent_path())) {
                if (!entry.is_regular_file())
                    continue;
                isKept
                    = isKept || (read(entry.path()) == hurt && read(entry.path().string() + "-wal") == m_log);
            }
            QVERIFY(isKept);
        }
        qInfo("%d of 40 were replaced", replaced);
    }
};

QTEST_GUILESS_MAIN(TestDamagedProject)
#include "tst_damaged_project.moc"
