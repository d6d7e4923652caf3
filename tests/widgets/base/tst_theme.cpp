#include "widgets/base/theme.h"

#include <QTest>

#include "tests/support/contrast.h"

using namespace widgets;
using support::contrast;

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void textIsLegible_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void textIsLegible()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QVERIFY(contrast(theme.text, theme.panel) >= 4.5);
        QVERIFY(contrast(theme.muted, theme.panel) >= 4.5);
        QVERIFY(contrast(theme.text, theme.background) >= 4.5);
        for (const QColor& ground : {theme.background, theme.panel, theme.raised})
            QVERIFY(contrast(theme.accentText(), ground) >= 4.5);
        QVERIFY(contrast(theme.attention, theme.panel) >= 3.0);
        for (const engine::Modality modality : engine::allModalities)
            QVERIFY(contrast(theme.modality(modality), theme.panel) >= 3.0);
    }

    void blackOrWhiteIsReadableOnEachColour()
    {
        for (int red = 0; red < 256; red += 15) {
            for (int green = 0; green < 256; green += 15) {
                for (int blue = 0; blue < 256; blue += 15) {
                    const QColor ground(red, green, blue);
                    QVERIFY2(contrast(readableOn(ground), ground) >= 4.5, qPrintable(ground.name()));
                }
            }
        }
    }

    void paletteTellsItsTheme()
    {
        QCOMPARE(&themeOf(paletteOf(darkTheme())), &darkTheme());
        QCOMPARE(&themeOf(paletteOf(lightTheme())), &lightTheme());
    }

    void sentimentsDivergeFromNeutral()
    {
        const Theme& theme = darkTheme();
        QCOMPARE(theme.sentiment(0.0), theme.neutral);
        QCOMPARE(theme.sentiment(3.0), theme.positive);
        QCOMPARE(theme.sentiment(-3.0), theme.negative);
        QVERIFY(theme.sentiment(1.0) != theme.sentiment(-1.0));
    }

    void numbersCarryTheirSign_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("expected");
        QTest::newRow("positive") << 2.0 << 0 << "+2";
        QTest::newRow("negative with a real minus") << -1.44 << 1 << QStringLiteral("−1.4");
        QTest::newRow("zero has none") << 0.0 << 0 << "0";
        QTest::newRow("rounded to zero has none") << -0.004 << 2 << "0.00";
    }
    void numbersCarryTheirSign()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QTEST(signedNumber(value, decimals), "expected");
    }
};

QTEST_APPLESS_MAIN(ThemeTest)
#include "tst_theme.moc"
