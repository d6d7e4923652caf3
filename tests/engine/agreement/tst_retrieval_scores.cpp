#include "engine/agreement/retrieval_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

class TestRetrievalScores : public QObject {
    Q_OBJECT

private slots:
    void theReferenceIsReproduced_data() { addReferenceRows("retrieval"); }

    void theReferenceIsReproduced()
    {
        QFETCH(const json, reference);
        std::vector<double> similarity;
        for (const json& row : reference.at("similarity")) {
            for (const json& value : row)
                similarity.push_back(value.get<double>());
        }
        const std::size_t items = reference.at("similarity").size();
        const auto ks = reference.at("k").get<std::vector<std::size_t>>();
        const json& expected = reference.at("expected");
        for (const char* const way : {"forward", "backward"}) {
            const RetrievalScores scores = scoreRetrieval(
                way == std::string("forward") ? similarity : transposed(similarity, items), items, ks);
            for (std::size_t i = 0; i < ks.size(); ++i)
                compareFigure(scores.recall[i], expected.at(way).at("recall_at_" + std::to_string(ks[i])),
                              way);
            compareFigure(scores.medianRank, expected.at(way).at("median_rank"), way);
        }
        for (const std::size_t k : ks)
            compareFigure(chanceAt(k, items), expected.at("chance_at_" + std::to_string(k)), "chance");
    }

    void othersThatAreEquallyNearCountHalf()
    {
        const std::vector<std::size_t> ks{1, 2};
        const RetrievalScores scores = scoreRetrieval(std::vector<double>(9, 1.0), 3, ks);
        QCOMPARE(scores.medianRank, 2.0);
        QCOMPARE(scores.recall, (std::vector<double>{0.0, 1.0}));
    }

    void eachWithEachIsNeeded()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreRetrieval(std::vector<double>(5), 2, {}));
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreRetrieval({}, 0, {}));
    }
};

QTEST_GUILESS_MAIN(TestRetrievalScores)
#include "tst_retrieval_scores.moc"
