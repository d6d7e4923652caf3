#include "widgets/align/received_rows.h"

#include <QTest>

#include <limits>

#include "tests/support/contrast.h"

using namespace widgets;

namespace {

/// One word from 1 to 3 s of four seconds, and a row in each second, of which the middle two are received.
ReceivedRows::Picture somePicture()
{
    ReceivedRows::Picture picture;
    picture.target = {1.0, 3.0};
    picture.shown = {0.0, 4.0};
    for (int i = 0; i < 4; ++i)
        picture.rows.push_back({{double(i), i + 1.0}, i == 1 ? 4.0 : 2.0, i == 1 || i == 2, false});
    picture.results = {{QStringLiteral("mean"), 3.0}};
    return picture;
}

}

class ReceivedRowsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_rows = std::make_unique<ReceivedRows>();
        m_rows->setFixedSize(400, 100);
    }

    void withoutAPictureItIsHidden()
    {
        m_rows->setPicture(std::nullopt);
        QVERIFY(!m_rows->isVisible());
        m_rows->setPicture(somePicture());
        QVERIFY(m_rows->isVisible());
        m_rows->setPicture(std::nullopt);
        QVERIFY(!m_rows->isVisible());
    }

    void whatIsReceivedIsToldToScreenReaders()
    {
        m_rows->setPicture(somePicture());
        QCOMPARE(m_rows->accessibleDescription(), QStringLiteral("2 row(s); mean 3"));
        QCOMPARE(m_rows->toolTip(), m_rows->accessibleDescription()); // where a name has no room
    }

    void receivedRowsHaveTheColourOfTheirModality()
    {
        m_rows->setPicture(somePicture());
        const QImage image = picture();
        QCOMPARE(support::pixelsOf(image, darkTheme().sound, column(0)), 0);
        QCOMPARE(support::pixelsOf(image, darkTheme().sound, column(3)), 0);
        const int higher = support::pixelsOf(image, darkTheme().sound, column(1));
        const int lower = support::pixelsOf(image, darkTheme().sound, column(2));
        QVERIFY2(lower > 500 && higher > 1.6 * lower,
                 qPrintable(QStringLiteral("%1, %2").arg(higher).arg(lower)));
        auto visual = somePicture();
        visual.modality = engine::Modality::Visual;
        m_rows->setPicture(visual);
        QVERIFY(support::pixelsOf(picture(), darkTheme().vision, column(2)) > 500);
    }

    void rowsOfTwoTargetsLookDifferent()
    {
        auto shared = somePicture();
        shared.rows[2].shared = true;
        m_rows->setPicture(shared);
        const QColor colour = mixed(darkTheme().sound, darkTheme().text, 0.35);
        QVERIFY(support::pixelsOf(picture(), colour, column(2)) > 500);
        QCOMPARE(support::pixelsOf(picture(), colour, column(1)), 0);
    }

    void negativeValuesHangDown()
    {
        auto negative = somePicture();
        negative.rows[2].value = -4.0;
        m_rows->setPicture(negative);
        const QImage image = picture();
        const QRect up = QRect(column(2).topLeft(), QSize(column(2).width(), 50));
        QCOMPARE(support::pixelsOf(image, darkTheme().sound, up.adjusted(0, 0, 0, -2)), 0);
        QVERIFY(support::pixelsOf(image, darkTheme().sound, up.translated(0, 50)) > 500);
    }

    void whatIsNoNumberIsMarked_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    }
    void whatIsNoNumberIsMarked()
    {
        QFETCH(const double, value);
        auto odd = somePicture();
        odd.rows[2].value = value;
        odd.results.emplace_back(QStringLiteral("max"), value);
        m_rows->setPicture(odd);
        const QImage image = picture();
        QVERIFY(support::pixelsOf(image, darkTheme().attention, column(2)) > 50);
        QVERIFY(support::pixelsOf(image, darkTheme().sound, column(1)) > 500); // the others are as before
    }

    void noTimeAndNoRowsArePaintedAsNothing()
    {
        auto empty = somePicture();
        empty.shown = {2.0, 2.0};
        m_rows->setPicture(empty);
        QCOMPARE(support::pixelsOf(picture(), darkTheme().accent, m_rows->rect()), 0);
        auto none = somePicture();
        none.rows.clear();
        none.results.clear();
        m_rows->setPicture(none);
        QVERIFY(support::pixelsOf(picture(), darkTheme().accent, m_rows->rect()) > 50); // the word itself
        QCOMPARE(m_rows->accessibleDescription(), QStringLiteral("0 row(s); "));
    }

    void thousandsOfRowsAreAllSeen()
    {
        auto many = somePicture();
        many.rows.clear();
        for (int i = 0; i < 5000; ++i)
            many.rows.push_back(
                {{1.0 + i * 0.0004, 1.0 + (i + 1) * 0.0004}, i == 2500 ? 5.0 : 1.0, true, false});
        many.results.clear();
        m_rows->setPicture(many);
        const QRect top(150, 6, 100, 20); // only one reaches here
        QVERIFY(support::pixelsOf(picture(), darkTheme().sound, top) > 10);
    }

    void theResultIsNamedInsideThePicture_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("name");
        QTest::addColumn<engine::Interval>("target");
        QTest::newRow("wide, beside it") << 400 << QStringLiteral("mean") << engine::Interval{1.0, 2.0};
        QTest::newRow("at the end") << 400 << QStringLiteral("mean") << engine::Interval{3.0, 4.0};
        QTest::newRow("narrow") << 160 << QStringLiteral("mean") << engine::Interval{1.0, 3.0};
        QTest::newRow("a long name, narrow")
            << 160 << QStringLiteral("duration_weighted_mean") << engine::Interval{1.0, 3.0};
        QTest::newRow("a long name at the end, narrow")
            << 160 << QStringLiteral("duration_weighted_mean") << engine::Interval{3.5, 4.0};
    }
    void theResultIsNamedInsideThePicture()
    {
        QFETCH(const int, width);
        QFETCH(const QString, name);
        QFETCH(const engine::Interval, target);
        m_rows->setFixedSize(width, 100);
        auto shown = somePicture();
        shown.rows.clear();
        shown.target = target;
        shown.results = {{name, 3.0}};
        m_rows->setPicture(shown);
        const QImage image = picture();
        shown.results.clear();
        m_rows->setPicture(shown);
        const QImage without = picture();
        const auto differs = [&](int x) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                count += image.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
            return count > 2; // more than the line of the value
        };
        int columns = 0;
        for (int x = 0; x < width; ++x)
            columns += differs(x) ? 1 : 0;
        const int wholeName = m_rows->fontMetrics().horizontalAdvance(name);
        QVERIFY(columns >= std::min(wholeName, width) / 2); // some columns lie between letters
        QVERIFY2(!differs(0) && !differs(width - 1), "no letter is cut at an edge");
    }

    void rowsAndTextAreSeen_data() { support::addThemes(); }
    void rowsAndTextAreSeen()
    {
        QFETCH(const bool, isDark);
        const Theme& theme = isDark ? darkTheme() : lightTheme();
        support::useTheme(theme);
        m_rows->setPicture(somePicture());
        const QImage image = picture();
        QVERIFY(support::contrast(theme.sound, mixed(theme.panel, theme.accent, 0.12)) >= 2.5);
        QVERIFY(support::pixelsOf(image, theme.sound, column(2)) > 500);
        const QRect name(column(3).left() + 2, 8,
                         m_rows->fontMetrics().horizontalAdvance(QStringLiteral("mean 3")), 36);
        QVERIFY(support::inkContrast(image, name) >= 4.5); // on a ground of its own
        QVERIFY(support::contrast(theme.text, theme.panel) >= 4.5);
    }

private:
    QImage picture() const { return m_rows->grab().toImage(); }
    /// A second of the picture, without its edges.
    QRect column(int second) const
    {
        const int width = m_rows->width() / 4;
        return {second * width + 3, 0, width - 6, m_rows->height()};
    }

    std::unique_ptr<ReceivedRows> m_rows;
};

QTEST_MAIN(ReceivedRowsTest)
#include "tst_received_rows.moc"
