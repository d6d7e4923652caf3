#include "engine/training/data/feature_source.h"
#include "engine/training/data/listed_turns.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "tests/support/failure.h"

using namespace engine;

/// Training on a dataset whose folds name conversations.
class ListedTurnsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The demo's conversation with other folds.
    FeatureSource source(const FoldLists& folds) const
    {
        DatasetList list = readDatasetList(DEMO "_conversation/dataset.json");
        list.folds = folds;
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("list.json")).toStdString();
        writeDatasetList(list, file);
        FeatureSource from{{}, file, {}};
        from.recipe.text.clear();
        return from;
    }

private slots:
    void aConversationStandsForWhatItsPeopleSay()
    {
        const FeatureData data = readFeatures(source({{"train", {"saturday"}}}), {});
        QCOMPARE(data.training().size(), std::size_t{26});
        QVERIFY(std::ranges::any_of(data.training().ids,
                                    [](const std::string& id) { return id.starts_with("saturday@tom["); }));
    }

    void aSplitNamesConversationsToo()
    {
        DataOptions options;
        options.split = FoldLists{{"train", {"saturday"}}};
        QCOMPARE(readFeatures(source({}), options).training().size(), std::size_t{26});
    }

    /// Turns are in the time of the conversation, whenever somebody's recording began.
    void turnsHaveConversationTime()
    {
        const FeatureData data = readFeatures(source({{"train", {"saturday"}}}), {});
        const FoldData& fold = data.training();
        QCOMPARE(fold.turns.size(), fold.size());
        const auto tom
            = static_cast<std::size_t>(std::ranges::find(fold.ids, "saturday@tom[0]") - fold.ids.begin());
        QCOMPARE(fold.turns[tom].conversation, std::string("saturday"));
        QCOMPARE(fold.turns[tom].participant, std::string("tom"));
        QVERIFY(std::abs(fold.turns[tom].start - fold.spans[tom].start - 1.3) < 1e-3);
        std::vector<Turn> order = fold.turns;
        std::ranges::sort(order, {}, &Turn::start);
        for (std::size_t i = 0; i < order.size(); ++i) // they take turns
            QCOMPARE(order[i].participant, std::string(i % 2 == 0 ? "mira" : "tom"));
    }

    void aConversationInTwoFoldsIsRefused()
    {
        const FoldLists split{{"train", {"saturday@mira"}}, {"valid", {"saturday@tom"}}};
        const std::string failure = test::failureOf([&] { readFeatures(source(split), {}); });
        QVERIFY2(failure.starts_with("conversation_split"), failure.c_str());
        DataOptions options;
        options.split = split;
        const std::string asked = test::failureOf([&] { readFeatures(source({}), options); });
        QVERIFY2(asked.starts_with("conversation_split"), asked.c_str());
    }

    void segmentsOfNoConversationHaveNoTurns()
    {
        const DatasetList list = readDatasetList(DEMO "/dataset.json");
        FoldData fold;
        fold.ids = {"ada_1[0]"};
        fold.spans = {{0.0, 1.0}};
        ListedTurns(list, {}).tell(fold);
        QVERIFY(fold.turns.empty());
    }
};

QTEST_APPLESS_MAIN(ListedTurnsTest)
#include "tst_listed_turns.moc"
