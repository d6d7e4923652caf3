#include "widgets/base/elided_buttons.h"
#include "widgets/base/elided_label.h"
#include "widgets/base/elided_name.h"
#include "widgets/base/menu_text.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

namespace {

const QString kLong = QStringLiteral("CMU_MOSEI_TimestampedWordVectors_of_a_second_reading");

void hover(QWidget& widget)
{
    const QPoint middle = widget.rect().center();
    QHelpEvent event(QEvent::ToolTip, middle, widget.mapToGlobal(middle));
    QApplication::sendEvent(&widget, &event);
}

}

class ElidedTest : public QObject {
    Q_OBJECT

private slots:
    void init() { support::useTheme(darkTheme()); }

    void cleanup()
    {
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void theNumberOfASegmentIsNeverCut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("number");
        QTest::newRow("a segment") << kLong + QStringLiteral(" · 12") << QStringLiteral(" · 12");
        QTest::newRow("of a packed file") << kLong + QStringLiteral("[12]") << QStringLiteral("[12]");
        QTest::newRow("in words") << kLong + QStringLiteral(" · segment 7") << QStringLiteral(" · segment 7");
        QTest::newRow("of the name") << kLong + QStringLiteral("_3") << QStringLiteral("_3");
    }
    void theNumberOfASegmentIsNeverCut()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, number);
        const QFontMetrics metrics(QApplication::font());
        QCOMPARE(elidedName(metrics, name, 10000), name);
        for (const int width : {60, 120, 200}) {
            const QString shown = elidedName(metrics, name, width);
            QVERIFY2(metrics.horizontalAdvance(shown) <= width, qPrintable(shown));
            QVERIFY2(width < 120 || shown.endsWith(number), qPrintable(shown));
            QVERIFY2(width < 120 || shown.startsWith(QLatin1Char('C')), qPrintable(shown));
            QVERIFY2(shown.endsWith(number.right(2)), qPrintable(shown));
        }
    }

    void withRoomItLooksAsAnyOther()
    {
        ElidedToolButton tool;
        QToolButton otherTool;
        ElidedPushButton push;
        QPushButton otherPush;
        for (QAbstractButton* button :
             std::initializer_list<QAbstractButton*>{&tool, &otherTool, &push, &otherPush}) {
            button->setText(kLong);
            button->setFixedSize(600, 30);
        }
        QCOMPARE(tool.grab().toImage(), otherTool.grab().toImage());
        QCOMPARE(push.grab().toImage(), otherPush.grab().toImage());
        ElidedLabel label(kLong);
        QLabel other(kLong);
        label.setFixedSize(600, 30);
        other.setFixedSize(600, 30);
        QCOMPARE(label.grab().toImage(), other.grab().toImage());
    }

    void withoutRoomNoLetterIsCutAtTheEdge_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("long") << kLong;
        QTest::newRow("Hebrew") << QStringLiteral("המילים של הקריאה השנייה של הטקסט כולו בקול רם");
        // It would part letters of several code points.
        // clang-format off
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍"
                                                 "🏽");
        // clang-format on
    }
    void withoutRoomNoLetterIsCutAtTheEdge()
    {
        QFETCH(const QString, text);
        ElidedToolButton tool;
        tool.setAutoRaise(true); // without a frame
        tool.setText(text);
        ElidedLabel label(text);
        for (QWidget* widget : {static_cast<QWidget*>(&tool), static_cast<QWidget*>(&label)}) {
            QVERIFY(widget->sizeHint().width() > 150);
            QVERIFY(widget->minimumSizeHint().width() < 100);
            widget->setFixedSize(120, 30);
            const QImage image = widget->grab().toImage();
            QVERIFY(support::inkContrast(image, image.rect()) >= 4.5);
            QVERIFY(support::inkContrast(image, QRect(119, 0, 1, 30)) < 1.3);
        }
    }

    void aButtonWithoutRoomTellsItsTextWhenAsked()
    {
        ElidedPushButton push;
        push.setText(literalText(QStringLiteral("R&D of ") + kLong));
        push.setFixedSize(100, 30);
        push.show();
        hover(push);
        QCOMPARE(QToolTip::text(), QStringLiteral("R&D of ") + kLong);
        ElidedToolButton tool;
        tool.setText(kLong);
        tool.setToolTip(QStringLiteral("of its own"));
        tool.setFixedSize(100, 30);
        tool.show();
        hover(tool);
        QCOMPARE(QToolTip::text(), QStringLiteral("of its own"));
    }

    void aButtonWithRoomTellsNothing()
    {
        ElidedPushButton push;
        push.setText(kLong);
        push.setFixedSize(600, 30);
        push.show();
        hover(push);
        QCOMPARE(QToolTip::text(), QString());
    }

    void itIsPressedByMouseAndKeys()
    {
        ElidedPushButton push;
        push.setText(kLong);
        push.setFixedSize(100, 30);
        QVERIFY(support::showActive(push));
        QSignalSpy clicked(&push, &QPushButton::clicked);
        QTest::mouseClick(&push, Qt::LeftButton);
        QTest::keyClick(&push, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
    }
};

QTEST_MAIN(ElidedTest)
#include "tst_elided.moc"
