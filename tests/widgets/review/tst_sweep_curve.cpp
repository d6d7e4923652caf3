#include "widgets/review/sweep_curve.h"

#include <QTest>

#include "widgets/base/theme.h"

using namespace widgets;

/// A curve over a few settings, with what chance reaches.
class SweepCurveTest : public QObject {
    Q_OBJECT

    /// How many pixels of a column are near this colour.
    static int near(const QImage& image, int x, const QColor& colour)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const QColor seen = image.pixelColor(x, y);
            count += std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green())
                    + std::abs(seen.blue() - colour.blue())
                < 60
                ? 1
                : 0;
        }
        return count;
    }

private slots:
    void valuesAreSaid()
    {
        SweepCurve curve;
        curve.setCurve(QStringLiteral("Edges"), {{QStringLiteral("0.1 s"), 0.25, 0.1},
                                                 {QStringLiteral("0.5 s"), std::nullopt, std::nullopt}});
        QCOMPARE(curve.accessibleName(), QStringLiteral("Edges"));
        QCOMPARE(curve.accessibleDescription(), QStringLiteral("0.1 s: 0.25, by chance 0.10; 0.5 s: –"));
    }

    void aSettingWithoutAValueLeavesAGap()
    {
        SweepCurve curve;
        curve.setPalette(paletteOf(darkTheme()));
        curve.resize(300, 140);
        const auto seen = [&](std::optional<double> middle) {
            curve.setCurve({}, {{QStringLiteral("a"), 0.5, {}},
                                {QStringLiteral("b"), middle, {}},
                                {QStringLiteral("c"), 0.5, {}}});
            const QImage image = curve.grab().toImage();
            return near(image, image.width() * 2 / 5, darkTheme().accent);
        };
        QVERIFY(seen(0.75) > 0);
        QCOMPARE(seen(std::nullopt), 0);
    }
};

QTEST_MAIN(SweepCurveTest)
#include "tst_sweep_curve.moc"
