#include "app/dataset/dataset_loader.h"
#include "app/dataset/library_entries.h"
#include "app/export/recipe_export.h"
#include "app/review/review_units.h"
#include "app/space/space_points.h"
#include "engine/core/installation.h"
#include "engine/dataset_opening/dataset_of_paths.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/project_items/time_zero.h"
#include "engine/recipes/recipe_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace app;

class SequenceOffsetsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const OpenDataset> m_dataset;

private slots:
    void initTestCase()
    {
        engine::Prober prober(PROGRAMS "/polylogue-cli", m_folder.path().toStdString());
        m_dataset = openDataset(engine::datasetOf({DEMO}), prober, {});
        QVERIFY(m_dataset->problems.isEmpty());
    }

    void anOffsetIsKeptAndTakenBack()
    {
        engine::Annotation annotation;
        const engine::Change change = putSequenceOffset(annotation, "ada_1", "acoustic", 0.4);
        annotation.apply(change);
        annotation.apply(putSequenceOffset(annotation, "ada_1", "visual", -1.0));
        QVERIFY(sequenceOffsets(annotation, "ada_1")
                == (engine::SequenceOffsets{{"acoustic", 0.4}, {"visual", -1.0}}));
        QVERIFY(sequenceOffsets(annotation, "ada_2").empty());
        QVERIFY(engine::offsetsOf(annotation, "acoustic") == (engine::VideoOffsets{{"ada_1", 0.4}}));
        annotation.apply(putSequenceOffset(annotation, "ada_1", "visual", 0.0));
        annotation.apply(change.inverse());
        QVERIFY(sequenceOffsets(annotation, "ada_1").empty());
    }

    void whatCannotBeReadCountsAsNone()
    {
        engine::Annotation annotation;
        engine::Change change;
        change.items.push_back({std::nullopt, engine::Item{engine::kOffsetItems, "a", "[1]"}});
        change.items.push_back(
            {std::nullopt, engine::Item{engine::kOffsetItems, "b", R"({"x": "soon", "y": 1})"}});
        annotation.apply(change);
        QVERIFY(sequenceOffsets(annotation, "a").empty());
        QVERIFY(sequenceOffsets(annotation, "b") == (engine::SequenceOffsets{{"y", 1.0}}));
    }

    void aVideoIsReadWithThem()
    {
        const QString id = QStringLiteral("ada_1");
        const VideoData plain = readVideo(*m_dataset, id, {});
        const VideoData moved = readVideo(*m_dataset, id, {}, {{"acoustic", 0.4}, {"words", -0.1}});
        QCOMPARE(moved.words.intervals.front().start, plain.words.intervals.front().start - 0.1);
        QCOMPARE(moved.labels.intervals, plain.labels.intervals);
        const WordFeatures& now = *moved.wordFeatures;
        const WordFeatures& before = *plain.wordFeatures;
        QCOMPARE(now.acoustic.intervals().front().start, before.acoustic.intervals().front().start + 0.4);
        QCOMPARE(now.visual.intervals(), before.visual.intervals());
        for (std::size_t i = 0; i < plain.features.size(); ++i) {
            const double offset = plain.features[i].key == QLatin1String("acoustic") ? 0.4 : 0.0;
            QCOMPARE(moved.features[i].features->intervals().back().end,
                     plain.features[i].features->intervals().back().end + offset);
        }
    }

    void aRecipeIsWrittenWithThem()
    {
        engine::Recipe recipe;
        for (const OpenDataset::Sequence& sequence : m_dataset->sequences)
            recipe.load.items.push_back({sequence.key, sequence.file->path()});
        RecipeEdits edits;
        edits.project.offsets = {{"ada_1", {{"acoustic", 0.4}, {"words", 1.0}}}, {"ada_2", {{"words", 2.0}}}};
        edits.project.words.emplace("ada_1", WordsView()); // edited: it lies where it was put
        const engine::Recipe written = exportRecipe(
            recipe, *m_dataset, edits, m_folder.filePath(QStringLiteral("r.json")).toStdString());
        for (const engine::Load::Item& item : written.load.items) {
            const engine::VideoOffsets expected = item.name == "acoustic"
                ? engine::VideoOffsets{{"ada_1", 0.4}}
                : item.name == "words" ? engine::VideoOffsets{{"ada_2", 2.0}}
                                       : engine::VideoOffsets{};
            QVERIFY2(item.offsets == expected, item.name.c_str());
        }
    }

    void aRecipeCarriesTheZeroOfItsProject()
    {
        engine::Recipe recipe;
        recipe.steps.push_back(engine::AlignStep{engine::VideoFrames{"/media/{id}.mp4"}, {}});
        OpenDataset old = *m_dataset;
        old.zero = engine::TimeZero::FirstPicture;
        const auto path = m_folder.filePath(QStringLiteral("zero.json")).toStdString();
        const auto framesIn = [](const engine::Recipe& written) {
            return std::get<engine::VideoFrames>(
                std::get<engine::AlignStep>(written.steps.front()).reference);
        };
        recipe = exportRecipe(recipe, old, {}, path);
        QCOMPARE(framesIn(recipe).fromFirstPicture, true);
        recipe = exportRecipe(recipe, *m_dataset, {}, path);
        QCOMPARE(framesIn(recipe).fromFirstPicture, false);
    }

    void everyVideoIsReadWithThem()
    {
        const engine::ProjectOffsets offsets{
            {"ada_1", {{"words", 2.0}, {"labels", -0.5}, {"acoustic", 0.25}}}};
        const QString id = QStringLiteral("ada_1");
        const engine::SequenceOffsets& moved = offsets.at("ada_1");
        const auto intervals = [](const VideoData& video) { return video.words.intervals; };
        QCOMPARE(readWords(*m_dataset, id, moved).words.intervals.front().start,
                 intervals(readWords(*m_dataset, id)).front().start + 2.0);
        QCOMPARE(readLabels(*m_dataset, id, moved).labels.intervals.front().start,
                 readLabels(*m_dataset, id).labels.intervals.front().start - 0.5);

        const RecordedVideos plain = readRecordedVideos(*m_dataset, {}, {});
        const RecordedVideos review = readRecordedVideos(*m_dataset, offsets, {});
        QCOMPARE(review.at("ada_1").words.front().start, plain.at("ada_1").words.front().start + 2.0);
        QCOMPARE(review.at("ada_1").segments.front().start, plain.at("ada_1").segments.front().start - 0.5);
        QCOMPARE(review.at("ada_2").words, plain.at("ada_2").words);

        const auto entry
            = std::ranges::find_if(m_dataset->entries, [&](const auto& e) { return e->id == id; });
        const widgets::LibraryEntry before = readLibraryEntry(*m_dataset, **entry);
        const widgets::LibraryEntry after = readLibraryEntry(*m_dataset, **entry, moved);
        QCOMPARE(after.words.text, before.words.text);
        QCOMPARE(after.words.starts.front(), before.words.starts.front() + 2.0F);

        const auto startOf = [&](const engine::ProjectOffsets& by) {
            const QString key = QStringLiteral("acoustic");
            const auto sequence
                = std::ranges::find(m_dataset->sequences, key.toStdString(), &OpenDataset::Sequence::key);
            const widgets::SpaceContent content = placeSpace(
                *m_dataset, readSpaceRows(*m_dataset, *sequence->file, key, {{}, {}, {}, by}, {}), {}, {});
            const auto point = std::ranges::find(content.points, id, &widgets::SpacePoint::video);
            return point == content.points.end() ? std::nan("") : point->start;
        };
        QCOMPARE(startOf(offsets), startOf({}) - 0.5);
    }

    void projectsKeepTheZeroThatTheyWereMadeWith()
    {
        engine::Annotation annotation;
        QVERIFY(isNew(annotation));
        QVERIFY(timeZeroOf(annotation) == engine::TimeZero::EarliestStream);
        engine::Change old; // what earlier versions noted of every project
        old.items.push_back({std::nullopt, engine::Item{"dataset", "source", R"({"paths": ["a.csd"]})"}});
        annotation.apply(old);
        QVERIFY(!isNew(annotation));
        QVERIFY(timeZeroOf(annotation) == engine::TimeZero::FirstPicture);
        engine::Change made;
        made.items.push_back({std::nullopt, engine::timeZeroItem()});
        annotation.apply(made);
        QVERIFY(timeZeroOf(annotation) == engine::TimeZero::EarliestStream);
    }
};

QTEST_GUILESS_MAIN(SequenceOffsetsTest)
#include "tst_sequence_offsets.moc"
