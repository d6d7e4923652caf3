#include "widgets/base/number_box.h"
#include "widgets/base/scale_number.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

using namespace widgets;

/// Numbers as people read and type them, in English and in German.
class NumberBoxTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("de"))); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void numbersAreWrittenAsInTheLanguage()
    {
        QCOMPARE(shownNumber(-1234.5, 2, 'f'), QStringLiteral("−1234,50"));
        QCOMPARE(signedNumber(-0.46, 2), QStringLiteral("−0,46"));
        QCOMPARE(signedNumber(-0.001, 2), QStringLiteral("0,00"));
        QCOMPARE(scaleNumber(1.5, 0.0, 2), QStringLiteral("1,50"));
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QCOMPARE(shownNumber(-1234.5, 2, 'f'), QStringLiteral("−1234.50"));
    }

    void bothMarksAndBothMinusesAreRead()
    {
        for (const char* text : {"-1.5", "−1.5", "-1,5", "−1,5"})
            QCOMPARE(typedNumber(QString::fromUtf8(text)), std::optional(-1.5));
        QVERIFY(!typedNumber(QStringLiteral("1.234,5")));
        QVERIFY(!typedNumber(QStringLiteral("one")));
    }

    void aBoxShowsATrueMinusAndAComma()
    {
        NumberBox box;
        box.setRange(-10, 10);
        box.setSuffix(QStringLiteral(" s"));
        box.setValue(-2.5);
        QCOMPARE(box.text(), QStringLiteral("−2,50 s"));
        box.stepUp();
        QCOMPARE(box.text(), QStringLiteral("−1,50 s"));
    }

    void aBoxTakesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::newRow("point") << QStringLiteral("1.5") << 1.5;
        QTest::newRow("comma") << QStringLiteral("1,5") << 1.5;
        QTest::newRow("hyphen") << QStringLiteral("-3,25") << -3.25;
        QTest::newRow("minus") << QStringLiteral("−3.25") << -3.25;
        QTest::newRow("too many decimals: the last is not taken") << QStringLiteral("1,234") << 1.23;
        QTest::newRow("letters are not taken") << QStringLiteral("4x") << 4.0;
        QTest::newRow("too large: the last is not taken") << QStringLiteral("55") << 5.0;
    }
    void aBoxTakesWhatIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const double, value);
        NumberBox box;
        box.setRange(-10, 10);
        box.setSuffix(QStringLiteral(" s"));
        box.show();
        box.selectAll();
        for (const QChar sign : typed) { // QTest has no keys beyond ASCII
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(sign));
            QApplication::sendEvent(box.findChild<QLineEdit*>(), &press);
        }
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), value);
        QCOMPARE(box.text(), shownNumber(value, 2, 'f') + QStringLiteral(" s"));
    }

    void theLeastValueMayStandForNone()
    {
        NumberBox box;
        box.setRange(-1, 10);
        box.setSpecialValueText(QStringLiteral("–"));
        box.setValue(3);
        box.setValue(box.minimum());
        QCOMPARE(box.text(), QStringLiteral("–"));
        box.interpretText();
        QCOMPARE(box.value(), -1.0);
    }
};

QTEST_MAIN(NumberBoxTest)
#include "tst_number_box.moc"
