#include "widgets/base/theme.h"
#include "widgets/review/plan_curve.h"
#include "widgets/review/work_bars.h"

#include <QTest>

using namespace widgets;

/// What a plan needs and who does it, as pictures and as texts for a screen reader.
class PlanCurveTest : public QObject {
    Q_OBJECT

    static int near(const QImage& image, const QRect& area, const QColor& colour)
    {
        int count = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const QColor seen = image.pixelColor(x, y);
                count += std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green())
                            + std::abs(seen.blue() - colour.blue())
                        < 60
                    ? 1
                    : 0;
            }
        }
        return count;
    }

private slots:
    void figuresAreSaid()
    {
        PlanCurve curve;
        curve.setFigures({{2, {{100, 0.1}, {200, 0.07}}}, {3, {{150, 0.08}, {300, 0.05}}}}, 0.05,
                         QPointF(300, 0.05), 3);
        QCOMPARE(curve.accessibleDescription(), QStringLiteral("150 ratings: ± 0.080; 300 ratings: ± 0.050"));
    }

    void theChosenLineIsDrawnWhereItsFiguresAre()
    {
        PlanCurve curve;
        curve.setPalette(paletteOf(darkTheme()));
        curve.resize(400, 200);
        curve.setFigures({{2, {{0, 0.1}, {400, 0.1}}}}, 0.02, std::nullopt, 2);
        const QImage high = curve.grab().toImage();
        const QRect top(100, 0, 150, high.height() / 3);
        QVERIFY(near(high, top, darkTheme().accent) > 50);
        curve.setFigures({{2, {{0, 0.1}, {400, 0.1}}}, {3, {{0, 0.4}, {1, 0.4}}}}, 0.02, std::nullopt, 2);
        QCOMPARE(near(curve.grab().toImage(), top, darkTheme().accent), 0); // the scale reaches to 0.4 now
    }

    void nothingIsDrawnOfNothing()
    {
        PlanCurve curve;
        curve.resize(300, 140);
        curve.setFigures({}, 0.05, std::nullopt, 0);
        QVERIFY(!curve.grab().isNull());
        QVERIFY(curve.accessibleDescription().isEmpty());
        WorkBars bars;
        bars.resize(300, 140);
        QVERIFY(!bars.grab().isNull());
    }

    void workIsSaid()
    {
        WorkBars bars;
        bars.setPeople(
            {{QStringLiteral("mira"), 200, 65, QStringLiteral("1.5 h")}, {QStringLiteral("bo"), 200, 0, {}}});
        QCOMPARE(bars.accessibleDescription(),
                 QStringLiteral("mira: 265 · 1.5 h ratings, 200 of them with others; bo: 200 ratings, 200 of "
                                "them with others"));
    }
};

QTEST_MAIN(PlanCurveTest)
#include "tst_plan_curve.moc"
