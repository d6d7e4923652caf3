#include "engine/training/data/data_hash.h"
#include "engine/training/data/feature_source.h"

#include <QTest>

#include "tests/engine/training/synthetic_segments.h"

using namespace engine;

namespace {

std::string hashOf(const std::vector<LabelledSegment>& segments)
{
    return sha256Of(foldOf("train", segments));
}

}

class TestDataHash : public QObject {
    Q_OBJECT

private slots:
    void theSameDataHaveTheSameHash()
    {
        QCOMPARE(hashOf(test::syntheticSegments(5, 1)), hashOf(test::syntheticSegments(5, 1)));
    }

    void everyChangeShows()
    {
        const std::vector<LabelledSegment> segments = test::syntheticSegments(5, 1);
        const std::string before = hashOf(segments);
        auto changed = segments;
        changed[4].id = "other[0]";
        QVERIFY(hashOf(changed) != before);
        changed = segments;
        changed[2].input.visual.at(1, 0) += 1e-3f;
        QVERIFY(hashOf(changed) != before);
        changed = segments;
        changed[2].labels[1] = 1.0f;
        QVERIFY(hashOf(changed) != before);
        changed = segments;
        std::swap(changed[0], changed[1]);
        QVERIFY(hashOf(changed) != before);
    }

    void theLengthsOfAModalityShow()
    {
        FoldData fold = foldOf("train", test::syntheticSegments(5, 1));
        const std::string before = sha256Of(fold);
        fold.of(Modality::Acoustic).lengths = fold.lengths;
        fold.of(Modality::Acoustic).lengths[3] = 1;
        QVERIFY(sha256Of(fold) != before);
    }
};

QTEST_GUILESS_MAIN(TestDataHash)
#include "tst_data_hash.moc"
