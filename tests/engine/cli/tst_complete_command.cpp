#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/project_file.h"
#include "engine/dataset_opening/dataset_of_paths.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/track_lock.h"
#include "engine/sequences/csd_writer.h"
#include "engine/tier_completion/completion_task.h"
#include "engine/tier_completion/draft_edits.h"

#include <QTest>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/annotations.h"
#include "tests/support/cli.h"

using namespace engine;

/// The command completes tiers as the window does: by completeTier() and acceptSureRows().
class TestCompleteCommand : public QObject {
    Q_OBJECT

    static constexpr int kSegments = 32; ///< of a video, 1 s each; happy and sad in turn

    QTemporaryDir m_folder;
    Annotation m_annotation;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    std::filesystem::path file(const char* name) const { return path(QLatin1String(name)).toStdString(); }

    static std::string truth(int segment) { return segment % 2 == 0 ? "happy" : "sad"; }

    /// 10 rows per second that differ between happy and sad segments.
    static Entry sound(double shift)
    {
        Entry entry;
        entry.features = {ElementType::Float32, {kSegments * 10, 2}, std::vector<float>()};
        std::vector<float> values;
        for (int row = 0; row < kSegments * 10; ++row) {
            entry.intervals.values.push_back({row / 10.0, (row + 1) / 10.0});
            const bool isHappy = (row / 10) % 2 == 0;
            values.push_back(static_cast<float>((isHappy ? 1.0 : 0.0) + 0.3 * std::sin(row * 12.9 + shift)));
            values.push_back(static_cast<float>((isHappy ? 0.2 : 0.9) + 0.3 * std::sin(row * 7.3 + shift)));
        }
        entry.features.values = std::move(values);
        return entry;
    }

    static Entry recordedLabels(int labelled)
    {
        Entry entry;
        std::vector<float> values;
        for (int i = 0; i < kSegments; ++i) {
            entry.intervals.values.push_back({static_cast<double>(i), i + 1.0});
            values.push_back(i < labelled ? (i % 2 == 0 ? 2.0F : -2.0F) : std::nanf(""));
        }
        entry.features = {ElementType::Float32, {kSegments, 1}, std::move(values)};
        return entry;
    }

    /// A tier of a video whose first segments a person labelled.
    void addTier(const std::string& video, int labelled)
    {
        Tier tier = test::tier(m_annotation.unusedTier(), "mood");
        tier.video = video;
        tier.labels = {{"emotion", Vocabulary{{{"happy", "", ""}, {"sad", "", ""}}}}};
        Change change;
        change.tiers.push_back({std::nullopt, tier});
        SegmentId next = m_annotation.unusedSegment();
        for (int i = 0; i < kSegments; ++i) {
            Segment segment = test::segment(tier.id, i, i + 1);
            segment.id = next++;
            if (i < labelled)
                segment.values["emotion"] = {truth(i), {"ada", 1, 1, "video+sound"}};
            change.segments.push_back({std::nullopt, segment});
        }
        m_annotation.apply(change);
    }

    void writeProject(const char* name, const Annotation& annotation) const
    {
        ProjectFile::create(file(name)).write(difference(Annotation(), annotation));
    }

    Annotation read(const char* name) const
    {
        std::vector<std::string> problems;
        return ProjectFile::open(file(name), ProjectFile::Access::ReadOnly).load(problems);
    }

    QByteArray bytes(const QString& name) const
    {
        QFile opened(path(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    /// @param options  behind PROJECT and --out, separated by spaces
    test::ProgramResult complete(const char* out, const char* options,
                                 const char* project = "talks.polylogue") const
    {
        return test::runCli(QStringList{QStringLiteral("complete"), path(QLatin1String(project)),
                                        QStringLiteral("--out"), path(QLatin1String(out))}
                            + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts));
    }

private slots:
    void initTestCase()
    {
        std::filesystem::create_directories(file("data"));
        ComputationalSequence sequence, labels;
        sequence.setMetadata({{"root name", "sound"}});
        labels.setMetadata({{"root name", "labels"}, {"dimension names", {"sentiment"}}});
        double shift = 0.0;
        for (const auto& [video, labelled] : {std::pair("a", 20), {"b", 3}}) {
            sequence.put(video, sound(shift += 1.0));
            labels.put(video, recordedLabels(labelled));
            addTier(video, labelled);
        }
        writeCsd(sequence, file("data/sound.csd"));
        writeCsd(labels, file("data/labels.csd"));
        m_annotation.apply(putItem(m_annotation, datasetItem({file("data")}, file("talks.polylogue"))));
        writeProject("talks.polylogue", m_annotation);
    }

    /// The draft is that of the window, from the same inputs.
    void theSuggestionsAreThoseOfTheWindow()
    {
        const QByteArray before = bytes(QStringLiteral("talks.polylogue"));
        const test::ProgramResult result = complete("draft.polylogue", "--tier mood --kind values --json");
        QVERIFY2(result.exitCode == 0, result.errors);
        QCOMPARE(bytes(QStringLiteral("talks.polylogue")), before);

        Prober prober(PROGRAMS "/polylogue-cli", file("cache"));
        const OpenedSequences open = openSequences(datasetOf({file("data")}), prober, {});
        const auto sequencesOf
            = [&](const std::string& video) { return recordedSequences(open, video, {}, {}, {}); };
        const Annotation written = read("draft.polylogue");
        const nlohmann::json json = nlohmann::json::parse(result.output.toStdString());
        for (const auto& [place, video] : {std::pair(0, std::string("a")), {1, "b"}}) {
            const Tier& tier = *tierCalled(m_annotation, video, "mood");
            const CompletionOffer offer{CompletionKind::Values, "emotion", 0, 0};
            const CompletionWish wish
                = completionWish(m_annotation, tier, offer, sequencesOf(video), {"sound"}, kSegments, true);
            const CompletionOutcome expected = completeTier(
                wish, [&](const auto& other, const RunContext&) { return sequencesOf(other.video); }, {});
            const auto drafts = completionDrafts(written, video);
            QVERIFY(drafts.contains("mood"));
            const CompletionDraft& draft = drafts.at("mood");
            QCOMPARE(draft.rows.size(), expected.draft.rows.size());
            for (std::size_t i = 0; i < draft.rows.size(); ++i) {
                QVERIFY(draft.rows[i].span == expected.draft.rows[i].span);
                QVERIFY(draft.rows[i].value == expected.draft.rows[i].value);
                QCOMPARE(draft.rows[i].confidence, expected.draft.rows[i].confidence);
            }
            QCOMPARE(draft.how, expected.draft.how);
            QCOMPARE(draft.threshold, expected.draft.threshold);
            QVERIFY(draft.checks == expected.draft.checks);
            const nlohmann::json& said = json.at("videos").at(static_cast<std::size_t>(place));
            QCOMPARE(said.at("suggestions").get<std::size_t>(), draft.rows.size());
            QCOMPARE(said.at("threshold").get<double>(), draft.threshold);
        }
        QCOMPARE(written.segments().size(), m_annotation.segments().size()); // the tiers stay as they are
        for (const auto& [id, segment] : m_annotation.segments())
            QVERIFY(*written.segment(id) == segment);
    }

    void theTableSaysTheSame()
    {
        const test::ProgramResult result = complete("table.csv", "--tier mood --kind values");
        QVERIFY2(result.exitCode == 0, result.errors);
        QVERIFY2(result.output.contains("a: 12 suggestions by logistic regression of sound"), result.output);
        QVERIFY2(result.output.contains("would have been right"), result.output);
        const Annotation written = read("draft.polylogue");
        QStringList expected{QStringLiteral("video,start,end,label,value,confidence,sure")};
        for (const std::string video : {"a", "b"}) {
            const CompletionDraft draft = completionDrafts(written, video).at("mood");
            for (const DraftRow& row : draft.rows)
                expected << QString::fromStdString(
                    fmt::format("{},{},{},emotion,{},{},{}", video, row.span.start, row.span.end,
                                std::get<std::string>(row.value), row.confidence,
                                row.confidence >= draft.threshold ? 1 : 0));
        }
        QCOMPARE(QString::fromUtf8(bytes(QStringLiteral("table.csv"))).trimmed().split(u'\n'), expected);
    }

    void aloneOnlyTheVideosOwnLabelsCount()
    {
        const test::ProgramResult result = complete("alone.csv", "--tier mood --kind values --alone --json");
        QVERIFY2(result.exitCode == 0, result.errors);
        const nlohmann::json videos = nlohmann::json::parse(result.output.toStdString()).at("videos");
        QCOMPARE(videos.at(0).at("suggestions").get<int>(), 12);
        QCOMPARE(videos.at(1).at("lack").get<std::string>(), std::string("labelled"));
        const test::ProgramResult none = complete("none.csv", "--tier mood --kind values --alone --video b");
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.output.contains("at least 8 segments must be labelled first"), none.output);
        QVERIFY2(none.errors.contains("nothing can be suggested"), none.errors);
        QVERIFY(!QFile::exists(path(QStringLiteral("none.csv"))));
    }

    void whatIsSureIsAccepted()
    {
        const test::ProgramResult result = complete(
            "accepted.polylogue", "--tier mood --kind values --threshold 0.6 --accept --annotator eve");
        QVERIFY2(result.exitCode == 0, result.errors);
        const Annotation written = read("accepted.polylogue");
        std::size_t taken = 0, open = 0;
        for (const auto& [id, segment] : m_annotation.segments()) {
            const Segment& now = *written.segment(id);
            if (segment.values.contains("emotion")) {
                QVERIFY(now == segment);
                continue;
            }
            const std::string video = m_annotation.tier(segment.tier)->video;
            const CompletionDraft draft = completionDrafts(written, video).at("mood");
            const auto row = std::ranges::find(draft.rows, segment.start.seconds(),
                                               [](const DraftRow& one) { return one.span.start; });
            QVERIFY(row != draft.rows.end());
            const bool isSure = row->confidence >= 0.6;
            QCOMPARE(now.values.contains("emotion"), isSure);
            QCOMPARE(row->state == DraftRow::State::AcceptedUnseen, isSure);
            (isSure ? taken : open) += 1;
            if (!isSure)
                continue;
            const LabelValue& value = now.values.at("emotion");
            QVERIFY(std::get<std::string>(value.value) == std::get<std::string>(row->value));
            QCOMPARE(value.by.annotator, std::string("eve"));
            QVERIFY(value.by.when > 1'000'000'000'000);
            QCOMPARE(value.by.visible,
                     fmt::format("completed by logistic regression of sound, confidence {:.2f}, accepted "
                                 "above 0.60",
                                 row->confidence));
            QVERIFY(originOf(now, "emotion") == ValueOrigin::Unseen);
        }
        QVERIFY2(taken >= 20, qPrintable(QString::number(taken)));
        QCOMPARE(taken + open, std::size_t{12 + 29});
    }

    /// Labels lie in their files until something is accepted into them.
    void labelsOfFilesAreCompleted()
    {
        const test::ProgramResult drafted = complete("files.polylogue", "--tier labels --video a");
        QVERIFY2(drafted.exitCode == 0, drafted.errors);
        QVERIFY(!tierCalled(read("files.polylogue"), "a", "labels"));
        QCOMPARE(completionDrafts(read("files.polylogue"), "a").at("labels").rows.size(), std::size_t{12});
        const test::ProgramResult accepted
            = complete("taken.polylogue", "--tier labels --video a --threshold 0 --accept --annotator eve");
        QVERIFY2(accepted.exitCode == 0, accepted.errors);
        const Annotation written = read("taken.polylogue");
        const Tier* tier = tierCalled(written, "a", "labels");
        QVERIFY(tier);
        QVERIFY(!tierCalled(written, "b", "labels"));
        const auto segments = written.byTime(tier->id).all();
        QCOMPARE(segments.size(), std::size_t{kSegments});
        int right = 0;
        for (int i = 0; i < kSegments; ++i) {
            const auto number
                = numberGiven(*written.segment(segments[static_cast<std::size_t>(i)].id), "sentiment");
            QVERIFY(number);
            right += (*number > 0.0) == (i % 2 == 0) ? 1 : 0;
        }
        QVERIFY2(right >= 28, qPrintable(QString::number(right)));
    }

    void aLockedTierTakesNothing()
    {
        Annotation locked = m_annotation;
        locked.apply(
            putItem(locked, {kTrackItems, kTrackItem, R"([{"track": "tier/mood", "locked": true}])"}));
        writeProject("locked.polylogue", locked);
        const test::ProgramResult result = complete(
            "no.polylogue", "--tier mood --kind values --accept --annotator eve", "locked.polylogue");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("is locked"), result.errors);
        QVERIFY(!QFile::exists(path(QStringLiteral("no.polylogue"))));
    }

    void whatIsNotThereIsNamed_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* name, const char* options, const char* error) {
            QTest::newRow(name) << QByteArray(options) << QByteArray(error);
        };
        row("tier", "--tier moods", "has no tier moods; there are: labels, mood");
        row("video", "--tier mood --video c --kind values", "no video c has the tier mood; it is in: a, b");
        row("sequence", "--tier mood --use face", "no sequence face to learn from; there are: sound");
        row("label", "--tier mood --label joy", "it offers values of emotion, segments of emotion");
        row("words", "--tier words", "words are never completed");
        row("several", "--tier mood",
            "several ways, of which --kind and --label name one: values of "
            "emotion, segments of emotion");
        row("dataset", "--tier mood --dataset /nowhere/at-all", "/nowhere/at-all: is not there");
        row("threshold", "--tier mood --threshold 2", "--threshold");
        row("nobody accepts", "--tier mood --accept", "--annotator");
    }

    void whatIsNotThereIsNamed()
    {
        QFETCH(const QByteArray, options);
        QFETCH(const QByteArray, error);
        const test::ProgramResult result = complete("wrong.polylogue", options.constData());
        QVERIFY(result.exitCode > 0);
        QVERIFY2((result.errors + result.output).contains(error), result.errors + result.output);
        QVERIFY(!QFile::exists(path(QStringLiteral("wrong.polylogue"))));
    }

    void outputsHaveTheirPlaces()
    {
        const auto refused = [&](const char* out, const char* options, const char* error) {
            const test::ProgramResult result = complete(out, options);
            return result.exitCode == 1 && result.errors.contains(error) ? QByteArray() : result.errors + '!';
        };
        QCOMPARE(refused("out.txt", "--tier mood", "neither a table"), QByteArray());
        QCOMPARE(refused("data/out.polylogue", "--tier mood", "another folder"), QByteArray());
        QCOMPARE(refused("out.csv", "--tier mood --accept --annotator eve", "is a table"), QByteArray());
        QCOMPARE(refused("table.csv", "--tier mood --kind values", "--overwrite"), QByteArray());
        QCOMPARE(refused("talks.polylogue", "--tier mood --overwrite", "talks.polylogue"), QByteArray());
    }

    void aDamagedProjectIsRefused()
    {
        QFile damaged(path(QStringLiteral("damaged.polylogue")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes(QStringLiteral("talks.polylogue")).replace(4096, 4096, QByteArray(4096, 'x')));
        damaged.close();
        const test::ProgramResult result = complete("no.csv", "--tier mood", "damaged.polylogue");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("damaged.polylogue"), result.errors);
        QVERIFY(!QFile::exists(path(QStringLiteral("no.csv"))));
    }
};

QTEST_GUILESS_MAIN(TestCompleteCommand)
#include "tst_complete_command.moc"
