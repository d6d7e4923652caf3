#include "widgets/statistics/difference_map.h"

#include <QTest>

#include <limits>

#include "tests/support/contrast.h"

using namespace widgets;

class DifferenceMapTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_map = std::make_unique<DifferenceMap>();
        m_map->setFixedSize(40, 20);
    }

    void timeGoesRightAndDimensionsGoUp()
    {
        engine::FeatureMatrix difference(2, 2);
        difference.at(1, 0) = -4.0F; // the second row, the first dimension
        m_map->setDifference(difference);
        QVERIFY(m_map->isVisible());
        const QImage image = picture();
        QCOMPARE(image.pixelColor(30, 15), darkTheme().positive);
        for (const QPoint same : {QPoint(10, 15), QPoint(10, 5), QPoint(30, 5)})
            QCOMPARE(image.pixelColor(same), darkTheme().background);
        QCOMPARE(m_map->toolTip(), QStringLiteral("Largest difference in this video: 4"));
    }

    void smallerDifferencesAreFainter()
    {
        engine::FeatureMatrix difference(2, 1);
        difference.values = {1.0F, 4.0F};
        m_map->setDifference(difference);
        const QImage image = picture();
        QCOMPARE(image.pixelColor(30, 10), darkTheme().positive);
        QCOMPARE(image.pixelColor(10, 10),
                 mixed(darkTheme().background, darkTheme().positive, 0.5)); // √(1/4)
    }

    void oneDifferenceAmongManyIsSeen()
    {
        engine::FeatureMatrix difference(10000, 300);
        difference.at(5000, 150) = 0.001F;
        m_map->setDifference(difference);
        QCOMPARE(support::pixelsOf(picture(), darkTheme().positive, m_map->rect()), 1);
    }

    void whatIsNoNumberIsMarked()
    {
        engine::FeatureMatrix difference(2, 1);
        difference.values = {1.0F, std::numeric_limits<float>::quiet_NaN()};
        m_map->setDifference(difference);
        const QImage image = picture();
        QCOMPARE(image.pixelColor(30, 10), darkTheme().attention);
        QCOMPARE(image.pixelColor(10, 10), darkTheme().positive); // NaN is not the largest
    }

    void theSameIsDarkAllOver()
    {
        m_map->setDifference(engine::FeatureMatrix(3, 3));
        QVERIFY(m_map->isVisible());
        QCOMPARE(support::pixelsOf(picture(), darkTheme().background, m_map->rect()), 40 * 20);
    }

    void withoutRowsThereIsNoMap()
    {
        m_map->setDifference(engine::FeatureMatrix(1, 1));
        QVERIFY(m_map->isVisible());
        m_map->setDifference(engine::FeatureMatrix(0, 3));
        QVERIFY(!m_map->isVisible());
        m_map->setDifference(engine::FeatureMatrix(1, 1));
        m_map->setDifference(std::nullopt);
        QVERIFY(!m_map->isVisible());
    }

    void differencesAreSeenInEitherThemeAndAtEachSize_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark, narrow") << true << QSize(5, 3);
        QTest::newRow("dark, wide") << true << QSize(1500, 80);
        QTest::newRow("light, narrow") << false << QSize(5, 3);
        QTest::newRow("light, wide") << false << QSize(1500, 80);
    }
    void differencesAreSeenInEitherThemeAndAtEachSize()
    {
        QFETCH(const bool, isDark);
        QFETCH(const QSize, size);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        m_map->setFixedSize(size);
        engine::FeatureMatrix difference(7, 1);
        difference.at(6, 0) = 1.0F;
        m_map->setDifference(difference);
        const QImage image = picture();
        QCOMPARE(image.size(), size);
        QVERIFY(support::contrast(image.pixelColor(size.width() - 1, 0), image.pixelColor(0, 0)) >= 3.0);
    }

private:
    QImage picture() const { return m_map->grab().toImage().convertToFormat(QImage::Format_RGB32); }

    std::unique_ptr<DifferenceMap> m_map;
};

QTEST_MAIN(DifferenceMapTest)
#include "tst_difference_map.moc"
