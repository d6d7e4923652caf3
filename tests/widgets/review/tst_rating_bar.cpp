#include "widgets/review/rating_bar.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

class RatingBarTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_bar = std::make_unique<RatingBar>();
        m_bar->setScale(QStringLiteral("arousal"), -1.0, 3.0);
        m_bar->resize(m_bar->sizeHint());
        QVERIFY(support::showActive(*m_bar));
    }

    void aScaleBeginsInItsMiddleAndAnnouncesNothing()
    {
        QSignalSpy changed(m_bar.get(), &RatingBar::valueChanged);
        m_bar->setScale(QStringLiteral("valence"), 1.0, 9.0);
        m_bar->setState(true, 0);
        QCOMPARE(m_bar->value(), 5.0);
        QCOMPARE(m_bar->accessibleDescription(), QStringLiteral("+5.00"));
        QCOMPARE(changed.count(), 0);
    }

    void aScaleAroundZeroIsToldToo()
    {
        RatingBar bar;
        bar.setScale(QStringLiteral("valence"), -3.0, 3.0);
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("0.00"));
    }

    void theMouseGivesTheValueWithoutAClick()
    {
        QSignalSpy changed(m_bar.get(), &RatingBar::valueChanged);
        moveTo(2);
        QTRY_COMPARE(m_bar->value(), 3.0);
        moveTo(m_bar->height() - 2);
        QTRY_COMPARE(m_bar->value(), -1.0);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last().first().toDouble(), -1.0);
        moveTo(m_bar->height() - 1); // beyond the end already
        moveTo(m_bar->height() / 2);
        QTRY_VERIFY(m_bar->value() > 0.0 && m_bar->value() < 2.5);
        QVERIFY(changed[2].first().toDouble() > -1.0); // none of the move beyond the end
    }

    void aClickGivesTheValue()
    {
        QSignalSpy changed(m_bar.get(), &RatingBar::valueChanged);
        QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, QPoint(m_bar->width() / 2, 3));
        QCOMPARE(m_bar->value(), 3.0);
        QVERIFY(!changed.isEmpty());
    }

    void keysGoFromEndToEndInTwentySteps()
    {
        QSignalSpy changed(m_bar.get(), &RatingBar::valueChanged);
        QVERIFY(m_bar->hasFocus()); // it takes the keyboard by itself
        QTest::keyClick(m_bar.get(), Qt::Key_Up);
        QCOMPARE(m_bar->value(), 1.2);
        QCOMPARE(m_bar->accessibleDescription(), QStringLiteral("+1.20"));
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(m_bar.get(), Qt::Key_Down);
        QCOMPARE(m_bar->value(), -1.0);
        QCOMPARE(m_bar->accessibleDescription(), QStringLiteral("−1.00"));
        QCOMPARE(changed.count(), 1 + 11);
        QTest::keyClick(m_bar.get(), Qt::Key_Left);
        QCOMPARE(changed.count(), 1 + 11);
    }

    void theSliderStandsAtItsValue()
    {
        moveTo(2);
        QTRY_COMPARE(m_bar->value(), 3.0);
        const int top = sliderMiddle();
        moveTo(m_bar->height() - 2);
        QTRY_COMPARE(m_bar->value(), -1.0);
        const int bottom = sliderMiddle();
        QTest::keyClick(m_bar.get(), Qt::Key_Up);
        QVERIFY(bottom > top + m_bar->height() / 3);
        QVERIFY(sliderMiddle() < bottom);
    }

    void recordingAndCountingDownAreSeen()
    {
        const QImage still = picture();
        m_bar->setState(false, 3);
        const QImage counting = picture();
        m_bar->setState(true, 0);
        const QImage recording = picture();
        QVERIFY(counting != still);
        QVERIFY(recording != counting);
        QVERIFY(support::pixelsOf(recording, darkTheme().attention, m_bar->rect()) > 100);
        QCOMPARE(support::pixelsOf(still, darkTheme().attention, m_bar->rect()), 0);
        QVERIFY(support::inkContrast(recording, foot()) >= 3.0); // said in words as well
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        const QImage image = picture();
        QVERIFY(support::inkContrast(image, lineAt(0.5)) >= 4.5); // its name
        QVERIFY(support::inkContrast(image, lineAt(1.5)) >= 4.5); // the value
    }

    void eachNameFitsOrIsInTheToolTip_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("long") << QStringLiteral("how much the speaker seems to mean it, all in all");
        QTest::newRow("Hebrew") << QStringLiteral("עד כמה נראה שהדובר מתכוון לדבריו");
        QTest::newRow("emoji") << QStringLiteral(
            "😀 👩‍👩‍👧 😀 👩‍👩‍👧 😀 👩‍👩‍👧");
    }
    void eachNameFitsOrIsInTheToolTip()
    {
        QFETCH(const QString, name);
        m_bar->setScale(name, -1.0, 1.0);
        m_bar->resize(m_bar->minimumSizeHint());
        m_bar->clearFocus(); // whose frame is at the edge as well
        QVERIFY2(m_bar->toolTip().contains(name), qPrintable(m_bar->toolTip()));
        const QImage image = picture();
        QVERIFY(support::inkContrast(image, lineAt(0.5)) >= 3.0);
        QVERIFY2(support::inkContrast(image, QRect(0, lineAt(0.5).top(), 2, lineAt(0.5).height())) < 1.1,
                 "no letter is cut in two at the edge");
    }

    void theEndsAreNamedInTheNarrowestBar()
    {
        m_bar->setScale(QStringLiteral("anger"), -100.0, 100.0);
        m_bar->resize(m_bar->minimumSizeHint());
        m_bar->clearFocus(); // whose frame is at the edge as well
        const QImage image = picture();
        const int line = m_bar->fontMetrics().height();
        const QRect right(m_bar->width() - 2, line * 3, 2, m_bar->height() - line * 3);
        QVERIFY2(support::inkContrast(image, right) < 1.1, "the least number is not cut at the edge");
    }

private:
    void moveTo(int y) { QTest::mouseMove(m_bar.get(), QPoint(m_bar->width() / 2, y)); }
    QImage picture() const { return m_bar->grab().toImage(); }
    QRect lineAt(double lines) const
    {
        const int line = m_bar->fontMetrics().height();
        return {2, static_cast<int>(line * lines), m_bar->width() - 4, line};
    }
    QRect foot() const
    {
        const int line = m_bar->fontMetrics().height();
        return {2, m_bar->height() - line * 3 / 2, m_bar->width() - 4, line};
    }
    int sliderMiddle() const
    {
        const QImage image = picture();
        int first = -1;
        int last = -1;
        for (int y = 2; y < image.height() - 2; ++y) { // the frame of the focus has the same colour
            if (image.pixelColor(image.width() / 2, y) == darkTheme().accent) {
                first = first < 0 ? y : first;
                last = y;
            }
        }
        return (first + last) / 2;
    }

    std::unique_ptr<RatingBar> m_bar;
};

QTEST_MAIN(RatingBarTest)
#include "tst_rating_bar.moc"
