#include "widgets/align/step_list.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/open_menu.h"
#include "tests/support/waiting.h"

using namespace widgets;

namespace {

std::vector<StepList::Step> someSteps(int count)
{
    std::vector<StepList::Step> steps;
    for (int i = 0; i < count; ++i)
        steps.push_back({QStringLiteral("Align to words"), QStringLiteral("%1 rows").arg(i), false});
    return steps;
}

}

class StepListTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_list = std::make_unique<StepList>();
        m_list->resize(360, 200);
        m_list->setSteps(someSteps(3), 1);
        QVERIFY(support::showActive(*m_list));
    }

    void theChosenStepIsMarked()
    {
        QCOMPARE(marked(), QList<int>{2});
        m_list->setSteps(someSteps(3), 2);
        QCOMPARE(marked(), QList<int>{3});
    }

    void aClickAsksForItsStepAndTheAnswerMarksIt()
    {
        QSignalSpy chosen(m_list.get(), &StepList::chosen);
        QTest::mouseClick(row(3), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 2U);
        QCOMPARE(marked(), QList<int>{2}); // until the answer comes
        QTest::mouseClick(row(2), Qt::LeftButton);
        QCOMPARE(marked(), QList<int>{2}); // the chosen one stays chosen
    }

    void keysAloneChooseAStep()
    {
        QSignalSpy chosen(m_list.get(), &StepList::chosen);
        row(1)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(row(1), Qt::Key_Tab); // to its menu
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(row(2)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 2U);
    }

    void theMenuMovesAndRemoves()
    {
        QSignalSpy moves(m_list.get(), &StepList::moveRequested);
        QSignalSpy removals(m_list.get(), &StepList::removeRequested);
        QVERIFY(support::chooseInMenu(menu(2), {QStringLiteral("Move up")}));
        QVERIFY(support::chooseInMenu(menu(2), {QStringLiteral("Move down")}));
        QVERIFY(support::chooseInMenu(menu(3), {QStringLiteral("Remove")}));
        QCOMPARE(moves.count(), 2);
        QCOMPARE(moves[0][0].value<std::size_t>(), 1U);
        QCOMPARE(moves[0][1].toInt(), -1);
        QCOMPARE(moves[1][1].toInt(), 1);
        QCOMPARE(removals.count(), 1);
        QCOMPARE(removals.first().first().value<std::size_t>(), 2U);
    }

    void theFirstAndTheLastCannotMoveOut()
    {
        QSignalSpy moves(m_list.get(), &StepList::moveRequested);
        QVERIFY(!support::chooseInMenu(menu(1), {QStringLiteral("Move up")}));
        QVERIFY(!support::chooseInMenu(menu(3), {QStringLiteral("Move down")}));
        m_list->setSteps(someSteps(1), 0);
        support::settle();
        QVERIFY(!support::chooseInMenu(menu(1), {QStringLiteral("Move up")}));
        QVERIFY(!support::chooseInMenu(menu(1), {QStringLiteral("Move down")}));
        QCOMPARE(moves.count(), 0);
    }

    void aDisabledListIsOnlyLookedAt()
    {
        QSignalSpy chosen(m_list.get(), &StepList::chosen);
        m_list->setEnabled(false);
        QTest::mouseClick(row(1), Qt::LeftButton);
        QVERIFY(!support::inMenuOf(menu(1), [](QMenu&) {}));
        QCOMPARE(chosen.count(), 0);
    }

    void asManyStepsKeepTheirRowsAndSetterIsSilent()
    {
        QSignalSpy chosen(m_list.get(), &StepList::chosen);
        QAbstractButton* const before = row(2);
        auto steps = someSteps(3);
        steps[1].title = QStringLiteral("Sort rows by time");
        m_list->setSteps(steps, 0);
        QCOMPARE(row(2), before);
        QCOMPARE(row(2)->accessibleName(), QStringLiteral("2. Sort rows by time"));
        QCOMPARE(row(2)->accessibleDescription(), QStringLiteral("1 rows"));
        QCOMPARE(chosen.count(), 0);
    }

    void noneAndManyStepsHaveAsManyRows()
    {
        m_list->setSteps({}, 0);
        QVERIFY(!row(1));
        m_list->setSteps(someSteps(50), 49);
        QCOMPARE(marked(), QList<int>{50});
        QTRY_VERIFY(m_list->sizeHint().height() >= 50 * row(50)->sizeHint().height());
        m_list->setSteps(someSteps(2), 0);
        QVERIFY(!row(3));
    }

    void textWithoutRoomIsInTheToolTip_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("long") << QStringLiteral(
            "Align to CMU_MOSEI_TimestampedWordVectors_of_a_second_reading");
        QTest::newRow("Hebrew") << QStringLiteral("יישור אל המילים של הקריאה השנייה של הטקסט כולו");
        // It would part letters of several code points.
        // clang-format off
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧 🇩🇪 👍🏽 👩‍👩‍👧 🇩🇪 👍🏽 👩‍👩‍👧 🇩🇪 "
                                                 "👍🏽");
        // clang-format on
    }
    void textWithoutRoomIsInTheToolTip()
    {
        QFETCH(const QString, title);
        const QString detail
            = QStringLiteral("unknown_reference: there is no sequence of this name in the dataset");
        m_list->setSteps({{title, detail, true}}, 0);
        support::settle();
        m_list->resize(200, 60);
        QTRY_COMPARE(m_list->width(), 200);
        QVERIFY2(row(1)->toolTip().contains(title), qPrintable(row(1)->toolTip()));
        QVERIFY(row(1)->toolTip().contains(detail));
        const QImage image = row(1)->grab().toImage();
        QVERIFY(support::inkContrast(image, QRect(40, 2, 60, image.height() - 4)) >= 3.0);
        const QRect edge(image.width() - 2, 4, 1, image.height() - 8);
        QVERIFY2(support::inkContrast(image, edge) < 1.1, "no letter is cut in two at the edge");
    }

    void aFailedStepDiffersByColourAndText()
    {
        auto steps = someSteps(2);
        steps[1] = {QStringLiteral("Align to words"), QStringLiteral("there is no “words”"), true};
        m_list->setSteps(steps, 0);
        support::settle();
        const auto reddish = [this](int number) {
            const QImage image = row(number)->grab().toImage();
            int count = 0;
            for (int y = 3; y < image.height() - 3; ++y) {
                for (int x = 60; x < image.width(); ++x)
                    count += image.pixelColor(x, y).red() > image.pixelColor(x, y).blue() + 60 ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(reddish(1), 0);
        QVERIFY(reddish(2) > 20);
    }

    void theFocusIsSeen()
    {
        const QImage before = row(3)->grab().toImage();
        row(3)->setFocus(Qt::TabFocusReason);
        const QImage after = row(3)->grab().toImage();
        QVERIFY(after != before);
        const QRect frame(row(3)->width() / 2, 0, 1, 5);
        QVERIFY(support::inkContrast(after, frame) >= 3.0);
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        const QImage image = m_list->grab().toImage();
        for (const int number : {1, 2}) { // plain, chosen
            const QRect place(row(number)->mapTo(m_list.get(), QPoint()), row(number)->size());
            const QRect inner = place.adjusted(40, 3, -40, -3);
            QVERIFY(support::inkContrast(image, QRect(inner.topLeft(), QSize(100, inner.height()))) >= 4.5);
            QVERIFY(support::inkContrast(image, QRect(place.right() - 50, inner.top(), 46, inner.height()))
                    >= 3.0);
        }
    }

private:
    QAbstractButton* row(int number) const
    {
        return m_list->findChild<QAbstractButton*>(QStringLiteral("step%1").arg(number));
    }
    QToolButton* menu(int number) const
    {
        return m_list->findChild<QToolButton*>(QStringLiteral("stepMenu%1").arg(number));
    }
    QList<int> marked() const
    {
        QList<int> numbers;
        for (int number = 1; row(number); ++number) {
            if (row(number)->isChecked())
                numbers << number;
        }
        return numbers;
    }

    std::unique_ptr<StepList> m_list;
};

QTEST_MAIN(StepListTest)
#include "tst_step_list.moc"
