#include "widgets/space/space_thinning.h"

#include <QTest>

using widgets::SpaceThinning;

class TestSpaceThinning : public QObject {
    Q_OBJECT

private slots:
    void allAreDrawnAsLongAsTheyFit()
    {
        SpaceThinning thinning;
        for (int i = 0; i < 10; ++i)
            thinning.took(12, 100'000);
        QCOMPARE(thinning.most(100'000), 0U);
    }

    void itSettlesWhereAPictureFitsIntoAFrame_data()
    {
        QTest::addColumn<double>("fixed");
        QTest::addColumn<double>("perThousand");
        QTest::newRow("25 ms") << 5.0 << 0.2;
        QTest::newRow("75 ms") << 5.0 << 0.7;
        QTest::newRow("never fits") << 30.0 << 0.1;
    }
    void itSettlesWhereAPictureFitsIntoAFrame()
    {
        QFETCH(const double, fixed);
        QFETCH(const double, perThousand);
        SpaceThinning thinning;
        const auto time
            = [&](std::size_t drawn) { return fixed + perThousand * static_cast<double>(drawn) / 1000; };
        const auto drawn = [&] {
            const std::size_t most = thinning.most(100'000);
            return most > 0 ? most : 100'000;
        };
        for (int i = 0; i < 12; ++i)
            thinning.took(time(drawn()), drawn());
        const std::size_t settled = drawn();
        QVERIFY(time(settled) <= SpaceThinning::kFrameMs || settled <= 2 * SpaceThinning::kFewest);
        QVERIFY(settled >= SpaceThinning::kFewest);
        thinning.took(time(drawn()), drawn());
        QCOMPARE(drawn(), settled); // it does not go to and fro
    }

    void whenThereIsTimeAgainAllComeBack()
    {
        SpaceThinning thinning;
        for (int i = 0; i < 5; ++i)
            thinning.took(70, 100'000);
        QVERIFY(thinning.most(100'000) > 0);
        for (int i = 0; i < 20; ++i)
            thinning.took(4, 100'000);
        QCOMPARE(thinning.most(100'000), 0U);
    }

    void fewPointsAreNeverThinned()
    {
        SpaceThinning thinning;
        for (int i = 0; i < 5; ++i)
            thinning.took(70, 2'000);
        QCOMPARE(thinning.most(2'000), 0U);
    }
};

QTEST_GUILESS_MAIN(TestSpaceThinning)
#include "tst_space_thinning.moc"
