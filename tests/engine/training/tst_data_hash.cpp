#include "engine/training/data_hash.h"

#include <QTest>

#include "synthetic_segments.h"

using namespace engine;

class TestDataHash : public QObject {
    Q_OBJECT

private slots:
    void nothingHasTheHashOfNothing()
    {
        // FIPS 180-4, the empty message.
        QCOMPARE(sha256Of({}),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void theSameDataHaveTheSameHash()
    {
        QCOMPARE(sha256Of(test::syntheticSegments(5, 1)), sha256Of(test::syntheticSegments(5, 1)));
    }

    void everyChangeShows()
    {
        const std::vector<LabelledSegment> segments = test::syntheticSegments(5, 1);
        const std::string before = sha256Of(segments);
        auto changed = segments;
        changed[4].id = "other[0]";
        QVERIFY(sha256Of(changed) != before);
        changed = segments;
        changed[2].input.visual.at(1, 0) += 1e-3f;
        QVERIFY(sha256Of(changed) != before);
        changed = segments;
        changed[2].labels[1] = 1.0f;
        QVERIFY(sha256Of(changed) != before);
        changed = segments;
        std::swap(changed[0], changed[1]);
        QVERIFY(sha256Of(changed) != before);
    }
};

QTEST_GUILESS_MAIN(TestDataHash)
#include "tst_data_hash.moc"
