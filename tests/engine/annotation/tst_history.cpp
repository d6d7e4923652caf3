#include "engine/annotation/project/change_bytes.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/project/project_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/random_edits.h"

using namespace engine;
using namespace std::chrono_literals;

namespace {

HistoryStep stepOf(std::string name, const Change& change)
{
    return {std::move(name), PackedChange(change), {}};
}

/// A segment of which every field says something.
Segment fullSegment()
{
    Segment segment;
    segment.id = std::numeric_limits<SegmentId>::max();
    segment.tier = 1;
    segment.parent = 7;
    segment.order = 3;
    segment.start = {123456789, 0.1};
    segment.end = TimePoint::ofTicks(-5);
    segment.text = "Grüße, \xff 词";
    segment.values["sentiment"] = {-0.1, {"ada", 1700000000123, 2, "video+sound"}};
    segment.values["emotion"] = {std::string("happy"), {"bo", 0, 1, ""}};
    segment.confidence = 0.3;
    segment.comment = "why?";
    segment.flagged = true;
    segment.samples = {0.1F, -0.0F, std::numeric_limits<float>::infinity()};
    segment.sourceRow = 42;
    segment.timing = Timing::Heard;
    return segment;
}

}

/// The steps that can be undone, as a project file keeps them.
class TestHistory : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

private slots:
    void everyFieldComesBack()
    {
        Tier tier = test::dependentTier(9, TierKind::Continuous, Constraint::IncludedIn, true);
        tier.labels = {{"free", FreeText{}}, {"scale", NumberScale{-1, 1, 0.1}}};
        tier.source = "words";
        tier.annotator = "ada";
        tier.participant = "bert";
        tier.colour = "#112233";
        tier.height = 80;
        tier.visible = false;
        tier.locked = true;
        Change change{{{std::nullopt, tier}, {tier, std::nullopt}},
                      {{std::nullopt, fullSegment()}, {fullSegment(), Segment{}}},
                      {{Item{"layout", "a", "{}"}, std::nullopt}},
                      true};
        QVERIFY(project::changeOf(project::bytesOf(change)) == change);
        QVERIFY(project::changeOf(project::bytesOf({})) == Change{});
    }

    void stepsOfEarlierVersionsAreRead()
    {
        Tier tier = test::tier(9, "words");
        const Change change{{{std::nullopt, tier}}, {}, {}};
        nlohmann::json kept = nlohmann::json::from_cbor(project::bytesOf(change));
        nlohmann::json& fields = kept.at(0).at(0).at(1);
        fields.erase(fields.size() - 1); // version 4 had no participant
        QVERIFY(project::changeOf(nlohmann::json::to_cbor(kept)) == change);
    }

    void editsAtRandomComeBack()
    {
        test::EditGenerator edits(4);
        Annotation annotation;
        for (const Tier& tier : test::tiersOfManyKinds())
            annotation.apply({{{std::nullopt, tier}}, {}, {}});
        for (int i = 0; i < 2000; ++i) {
            Change change;
            try {
                change = edits.draw(annotation);
                annotation.apply(change);
            } catch (const Refused&) {
                continue;
            }
            QVERIFY(project::changeOf(project::bytesOf(change)) == change);
        }
    }

    void otherBytesAreRefused()
    {
        std::vector<std::uint8_t> bytes = project::bytesOf({{}, {{std::nullopt, fullSegment()}}, {}});
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY_THROWS_EXCEPTION(std::exception, project::changeOf(std::span(bytes).first(length)));
        for (std::size_t at = 0; at < bytes.size(); ++at) { // nothing worse than an exception
            std::vector<std::uint8_t> damaged = bytes;
            damaged[at] ^= 0xa5;
            try {
                project::changeOf(damaged);
            } catch (const std::exception&) {
            }
        }
    }

    void stepsFollowEachOther()
    {
        const HistoryChange first{0, {stepOf("a", {}), stepOf("b", {})}, 2};
        const HistoryChange undone{2, {}, 1};
        const HistoryChange other{1, {stepOf("c", {})}, 2};
        const HistoryChange all = first.followedBy(undone).followedBy(other);
        QCOMPARE(all.from, std::uint64_t(0));
        QCOMPARE(all.steps.size(), std::size_t(2));
        QCOMPARE(all.steps[1].name, std::string("c"));
        QCOMPARE(all.position, std::uint64_t(2));
    }

    void stepsAreInTheFileWithTheirChanges()
    {
        Annotation annotation;
        {
            ProjectStore store(ProjectFile::create(file("a.polylogue")), {});
            std::uint64_t number = 0;
            const auto both = [&](const char* name, const Change& change) {
                annotation.apply(change);
                store.write(change, HistoryChange{number, {stepOf(name, change)}, number + 1});
                ++number;
            };
            both("tier", {{{std::nullopt, test::tier(1, "words")}}, {}, {}});
            both("one", insertSegment(annotation, test::segment(1, 0, 1)));
            both("two", insertSegment(annotation, test::segment(1, 1, 2)));
            QVERIFY(store.flush(20s));
        }
        ProjectFile project = ProjectFile::open(file("a.polylogue"));
        const History history = project.history();
        QCOMPARE(history.steps.size(), std::size_t(3));
        QCOMPARE(history.position, std::size_t(3));
        QVERIFY(!history.isCut);
        for (std::size_t i = 3; i > 0; --i)
            annotation.apply(history.steps[i - 1].change.change().inverse());
        QVERIFY(annotation == Annotation() || annotation.tiers().empty());
        project.write({}, HistoryChange{1, {stepOf("other", {})}, 2}); // those behind give way
        QCOMPARE(project.history().steps.size(), std::size_t(2));
        QCOMPARE(project.history().steps[1].name, std::string("other"));
    }

    void copiesSayThatTheyHaveNone()
    {
        ProjectFile project = ProjectFile::open(file("a.polylogue"));
        project.copyTo(file("copy.polylogue"));
        ProjectFile copy = ProjectFile::open(file("copy.polylogue"));
        QVERIFY(copy.history().steps.empty());
        QVERIFY(copy.history().isCut);
        copy.write({}, HistoryChange{0, {stepOf("new", {})}, 1});
        QVERIFY(!copy.history().isCut);
        QCOMPARE(project.history().steps.size(), std::size_t(2));
    }

    void tenThousandStepsAreKeptAndBytesAreLimited()
    {
        ProjectFile project = ProjectFile::create(file("many.polylogue"));
        const Change usual{{}, {{fullSegment(), fullSegment()}, {fullSegment(), fullSegment()}}, {}};
        HistoryChange many{0, {}, 12000};
        for (int i = 0; i < 12000; ++i)
            many.steps.push_back(stepOf("step", usual));
        project.write({}, many);
        QCOMPARE(project.history().steps.size(), std::size_t(12000));
        Segment lengthy = fullSegment();
        lengthy.text = std::string(std::size_t{20} << 20, 'x');
        for (std::uint64_t i = 0; i < 4; ++i) {
            const Change change{{}, {{std::nullopt, lengthy}}, {}};
            project.write({}, HistoryChange{12000 + i, {stepOf("long", change)}, 12001 + i});
        }
        const History left = project.history(); // three long ones and what fits beside them
        QVERIFY(left.steps.size() >= 3 && left.steps.size() < 12000);
        QCOMPARE(left.first + left.steps.size(), std::uint64_t(12004));
        QCOMPARE(left.position, left.steps.size());
    }

    void stepsThatCannotBeReadAreLeftOut()
    {
        {
            SQLite::Database raw(file("a.polylogue").string(), SQLite::OPEN_READWRITE);
            raw.exec("UPDATE history SET change = x'00ff' WHERE step = 0");
        }
        ProjectFile project = ProjectFile::open(file("a.polylogue"));
        const History history = project.history();
        QVERIFY(history.isCut);
        QCOMPARE(history.steps.size(), std::size_t(1));
        QCOMPARE(history.first, std::uint64_t(1));
        QCOMPARE(history.position, std::size_t(1));
    }

    void numbersOfNoSteps_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<quint64>("steps");
        QTest::addColumn<quint64>("done");
        const QString state = QStringLiteral("UPDATE history_state SET position = %1");
        const QString step = QStringLiteral("UPDATE history SET step = %1 WHERE step = %2");
        QTest::newRow("position below all") << state.arg(INT64_MIN) << quint64(2) << quint64(0);
        QTest::newRow("position above all") << state.arg(INT64_MAX) << quint64(2) << quint64(2);
        QTest::newRow("step below all") << step.arg(INT64_MIN).arg(0) << quint64(1) << quint64(1);
        QTest::newRow("step above all") << step.arg(INT64_MAX).arg(1) << quint64(1) << quint64(1);
        QTest::newRow("no steps, position above all")
            << QStringLiteral("DELETE FROM history; ") + state.arg(INT64_MAX) << quint64(0) << quint64(0);
    }

    void numbersOfNoSteps()
    {
        QFETCH(const QString, damage);
        QFETCH(const quint64, steps);
        QFETCH(const quint64, done);
        {
            ProjectFile project = ProjectFile::create(file("numbers.polylogue"));
            project.write({}, HistoryChange{0, {stepOf("one", {}), stepOf("two", {})}, 2});
        }
        {
            SQLite::Database raw(file("numbers.polylogue").string(), SQLite::OPEN_READWRITE);
            raw.exec(damage.toStdString());
        }
        ProjectFile project = ProjectFile::open(file("numbers.polylogue"));
        const History history = project.history();
        QCOMPARE(history.steps.size(), std::size_t(steps));
        QCOMPARE(history.position, std::size_t(done));
        const std::uint64_t next = history.first + history.position;
        project.write({}, HistoryChange{next, {stepOf("new", {}), stepOf("newer", {})}, next + 2});
        const History after = project.history(); // goes on
        QCOMPARE(after.steps.size(), std::size_t(done + 2));
        QCOMPARE(after.position, after.steps.size());
        QCOMPARE(after.steps.back().name, std::string("newer"));
        std::filesystem::remove(file("numbers.polylogue"));
    }

    /// A stranger's project may hold anything; the reader of CBOR calls itself for what lies inside.
    void changesThatAreNestedForeverAreRefused()
    {
        for (const int initial : {0x81, 0x9f, 0x5f, 0x7f, 0xbf, 0xa1}) {
            const std::vector<std::uint8_t> bytes(1'000'000, static_cast<std::uint8_t>(initial));
            QVERIFY_THROWS_EXCEPTION(std::exception, PackedChange(std::span<const std::uint8_t>(bytes)));
        }
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
