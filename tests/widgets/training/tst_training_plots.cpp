#include "widgets/base/theme.h"
#include "widgets/training/curve_plot.h"
#include "widgets/training/dynamics_plot.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace widgets;

class TestTrainingPlots : public QObject {
    Q_OBJECT

    static int pixelsOf(QWidget& widget, const QColor& colour)
    {
        const QImage image = widget.grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return count;
    }

private slots:
    void curvesAreDrawnInTheirColours()
    {
        CurvePlot plot;
        plot.resize(500, 300);
        plot.setPalette(paletteOf(darkTheme()));
        const QColor first = darkTheme().trackColour(1), second = darkTheme().trackColour(2);
        plot.setEmptyText(QStringLiteral("nothing yet"));
        QCOMPARE(pixelsOf(plot, first), 0);
        plot.setCurves({{QStringLiteral("one"), 1, {3.0, 2.0, 1.0}, {3.0, 2.5, 2.6}, {}, 2},
                        {QStringLiteral("two"), 2, {3.0, 1.0}, {3.0, 2.0}, {}, 2}});
        QVERIFY(pixelsOf(plot, first) > 50);
        QVERIFY(pixelsOf(plot, second) > 50);
        QVERIFY(plot.accessibleDescription().contains(QStringLiteral("one")));
        plot.setShown(CurvePlot::Show::Watched); // nothing was watched
        QCOMPARE(pixelsOf(plot, second), 0);
    }

    void hoveringTellsTheNumbersOfAnEpoch()
    {
        CurvePlot plot;
        plot.setCurves({{QStringLiteral("one"), 1, {3.0, 2.0}, {3.5, std::nan("")}, {0.5, 0.25}, 1},
                        {QStringLiteral("two"), 2, {1.0}, {1.5}, {0.75}, 1}});
        QCOMPARE(
            plot.textAt(1),
            QStringLiteral("epoch 1\none: learnt from 3.0000, validation 3.5000\ntwo: learnt from 1.0000, "
                           "validation 1.5000"));
        QVERIFY(!plot.textAt(2).contains(QStringLiteral("two")));
        plot.setShown(CurvePlot::Show::Watched);
        QCOMPARE(plot.textAt(2), QStringLiteral("epoch 2\none: 0.2500"));
    }

    void oddNumbersAreDrawnToo()
    {
        CurvePlot plot;
        plot.resize(300, 200);
        for (const std::vector<double>& values :
             {std::vector<double>{1.0}, {2.0, 2.0, 2.0}, {std::nan(""), std::nan("")}, {1e-9, 1e9}}) {
            plot.setCurves({{QStringLiteral("one"), 1, values, values, values, 1}});
            QVERIFY(!plot.grab().isNull());
        }
    }

    void aPointIsChosenByMouseAndKeyboard()
    {
        DynamicsPlot plot;
        plot.resize(500, 300);
        const SegmentDynamics easy{QStringLiteral("ada[0]"), std::nullopt, 0.1, 0.05},
            ambiguous{QStringLiteral("bo[1]"), engine::Interval{1.0, 2.0}, 0.6, 0.5},
            hard{QStringLiteral("cy[2]"), std::nullopt, 1.2, 0.1};
        plot.setSegments({easy, ambiguous, hard}); // the hardest is the first then
        QVERIFY(plot.pointOf(0).y() < plot.pointOf(1).y() && plot.pointOf(1).y() < plot.pointOf(2).y());
        QVERIFY(plot.pointOf(1).x() > plot.pointOf(0).x());
        QSignalSpy chosen(&plot, &DynamicsPlot::chosen);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pointOf(1).toPoint());
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.takeFirst().front().value<SegmentDynamics>() == ambiguous);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(plot.width() - 3, 3));
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(&plot, Qt::Key_Down);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.takeFirst().front().value<SegmentDynamics>() == easy);
        QVERIFY(plot.accessibleDescription().startsWith(QStringLiteral("ada[0]: error 0.100")));
    }
};

QTEST_MAIN(TestTrainingPlots)
#include "tst_training_plots.moc"
