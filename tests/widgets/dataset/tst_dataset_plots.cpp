#include "widgets/base/theme.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/dataset/point_grid.h"
#include "widgets/dataset/scatter_plot.h"
#include "widgets/dataset/slice_table.h"
#include "widgets/dataset/ternary_plot.h"
#include "widgets/dataset/value_axes.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <random>

#include "tests/support/waiting.h"

using namespace widgets;

/// The plots of the dataset view, alone.
class DatasetPlots : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setPalette(paletteOf(darkTheme())); }

    void theGridFindsWhatLookingAtAllFinds()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> x(-20.0, 420.0), y(-20.0, 320.0);
        std::vector<std::optional<QPointF>> places;
        for (int i = 0; i < 3000; ++i)
            places.push_back(i % 7 == 0 ? std::nullopt : std::optional(QPointF(x(random), y(random))));
        const PointGrid grid(places, QRectF(0, 0, 400, 300));
        const QPolygonF line({{40, 30}, {350, 60}, {300, 280}, {180, 120}, {60, 250}});
        DatasetPlaces inside;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i] && line.containsPoint(*places[i], Qt::OddEvenFill))
                inside.push_back(i);
        }
        QVERIFY(inside.size() > 200);
        QCOMPARE(grid.within(line), inside);
        for (int trial = 0; trial < 200; ++trial) {
            const QPointF at(x(random), y(random));
            double least = 9.0;
            for (const auto& place : places) {
                if (place)
                    least = std::min(least, std::hypot(place->x() - at.x(), place->y() - at.y()));
            }
            const auto found = grid.nearest(at, 9.0);
            QCOMPARE(found.has_value(), least < 9.0);
            if (found)
                QVERIFY(
                    std::abs(std::hypot(places[*found]->x() - at.x(), places[*found]->y() - at.y()) - least)
                    < 1e-9);
        }
    }

    /// Figures begin at the fold that was held out, where that is known; a selection has its own.
    void figuresBeginAtWhatWasHeldOut()
    {
        auto content = std::make_shared<DatasetContent>();
        for (int i = 0; i < 12; ++i) {
            DatasetPoint& point = content->points.emplace_back();
            point.video = QStringLiteral("v");
            point.fold = i < 8 ? QStringLiteral("train")
                : i < 10       ? QStringLiteral("valid")
                               : QStringLiteral("test");
            point.label = i % 5 - 2;
            point.prediction = point.label + (i < 8 ? 0.1 : i < 10 ? 0.5 : 1.0);
        }
        DatasetView view;
        const auto note = [&view](const char* plot) {
            return view.findChild<QWidget*>(QLatin1String(plot))
                ->parentWidget()
                ->findChild<QLabel*>(QStringLiteral("cardNote"))
                ->toolTip();
        };
        auto* folds = view.findChild<QComboBox*>(QStringLiteral("datasetFold"));
        view.setContent(content);
        QCOMPARE(view.fold(), QStringLiteral("test"));
        QCOMPARE(folds->currentData().toString(), QStringLiteral("test"));
        QVERIFY2(note("scatterPlot").startsWith(QStringLiteral("test · "))
                     && note("scatterPlot").contains(QStringLiteral("MAE 1.00")),
                 qPrintable(note("scatterPlot")));
        view.select({0, 1, 8}, SelectionStep::Replace, {});
        QVERIFY2(note("segmentStrip").startsWith(QStringLiteral("3 labelled · MAE 0.23")),
                 qPrintable(note("segmentStrip")));
        QSignalSpy changed(&view, &DatasetView::foldChanged);
        folds->setCurrentIndex(folds->findData(QString()));
        emit folds->activated(folds->currentIndex());
        QCOMPARE(changed.count(), 1);
        QVERIFY(note("scatterPlot").contains(QStringLiteral("MAE 0.32")));
        auto valid = std::make_shared<DatasetContent>(*content);
        std::erase_if(valid->points, [](const DatasetPoint& point) { return point.fold == u"test"; });
        QCOMPARE(valid->heldOut(), QStringLiteral("valid"));
        DatasetPoint unlabelled;
        unlabelled.fold = QStringLiteral("test");
        valid->points.push_back(unlabelled); // a fold without labels has no figures
        QCOMPARE(valid->heldOut(), QStringLiteral("valid"));
        valid->points.pop_back();
        valid->knowsHeldOut = false; // the card says nothing, so nothing is called held out
        QCOMPARE(valid->heldOut(), QString());
        DatasetView unknown;
        unknown.setContent(valid);
        QVERIFY(unknown.fold().isEmpty());
        QVERIFY(unknown.findChild<QWidget*>(QStringLiteral("scatterPlot"))
                    ->parentWidget()
                    ->findChild<QLabel*>(QStringLiteral("cardNote"))
                    ->toolTip()
                    .startsWith(QStringLiteral("held out: unknown")));
    }

    void aCornerIsOneModality()
    {
        TernaryPlot plot;
        plot.resize(300, 280);
        auto content = std::make_shared<DatasetContent>();
        for (const auto& shares :
             {std::array{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}, {0.4, 0.3, 0.3}})
            content->points.emplace_back().shares = shares;
        plot.setContent(content);
        QVERIFY(plot.placeOf(0)->y() < plot.placeOf(1)->y());
        QVERIFY(plot.placeOf(1)->x() < plot.placeOf(0)->x());
        QVERIFY(plot.placeOf(2)->x() > plot.placeOf(0)->x());
        QCOMPARE(plot.placeOf(1)->y(), plot.placeOf(2)->y());
        QVERIFY(std::abs(plot.placeOf(3)->x() - plot.placeOf(0)->x()) < 1e-9); // as much sound as vision
    }

    void settersEmitNothingAndAClickDoes()
    {
        ScatterPlot plot;
        plot.resize(300, 280);
        QSignalSpy wished(&plot, &PointPlot::selectionWished);
        plot.setContent(drawn(50));
        plot.setMarks(
            std::make_shared<const DatasetMarks>(datasetMarks(*drawn(50), MarkBy::Class, darkTheme())));
        plot.setSelection(std::make_shared<const std::vector<bool>>(50, true));
        QCOMPARE(wished.count(), 0);
        QVERIFY(!plot.placeOf(0)); // without a label
        QTest::mouseClick(&plot, Qt::LeftButton, Qt::ShiftModifier, plot.placeOf(1)->toPoint());
        QCOMPARE(wished.count(), 1);
        QCOMPARE(wished[0][1].value<SelectionStep>(), SelectionStep::Add);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(1, 1)); // beside all: nothing is selected
        QCOMPARE(wished.count(), 2);
        QVERIFY(wished[1][0].value<DatasetPlaces>().empty());
    }

    void roundStepsAreRound()
    {
        QCOMPARE(roundStep(6.0, 6), 1.0);
        QCOMPARE(roundStep(6.0, 3), 2.0);
        QCOMPARE(roundStep(1.0, 5), 0.2);
        QCOMPARE(roundStep(90.0, 4), 20.0);
    }

    /// 25 000 segments: what a frame may take, measured with all views.
    void manySegmentsStayFluent()
    {
        DatasetView view;
        view.resize(1920, 1040);
        view.setMessage({});
        view.setContent(drawn(25000));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view, support::kPatience));
        view.grab();
        QElapsedTimer timer;
        timer.start();
        view.grab();
        const qint64 painting = timer.restart();
        DatasetPlaces half;
        for (std::size_t i = 0; i < 25000; i += 2)
            half.push_back(i);
        view.select(half, SelectionStep::Replace, {});
        const qint64 selecting = timer.restart();
        view.grab();
        const qint64 shown = timer.elapsed();
        qInfo("25 000 segments: painted in %lld ms, 12 500 selected in %lld ms and painted in %lld ms",
              painting, selecting, shown);
        QVERIFY(painting < 3000 && selecting < 3000 && shown < 6000);
        QCOMPARE(view.selected().size(), std::size_t{12500});
    }

    void slicesAreSortedByTheirColumns()
    {
        SliceModel model;
        std::vector<DatasetSlice> slices(3);
        for (std::size_t i = 0; i < 3; ++i) {
            slices[i].name = QStringLiteral("cab").at(static_cast<qsizetype>(i));
            slices[i].figures.count = 10 + i;
            slices[i].figures.meanAbsoluteError = std::array{0.3, 0.9, 0.5}[i];
            slices[i].points = {i};
        }
        model.setSlices(slices, 0.5, false);
        QCOMPARE(model.sliceAt(0).name, QStringLiteral("a")); // worst first
        model.sortBy(SliceModel::Name);
        QCOMPARE(model.sliceAt(2).name, QStringLiteral("c"));
        model.sortBy(SliceModel::Name);
        QCOMPARE(model.sliceAt(0).name, QStringLiteral("c"));
        model.setSelection(std::make_shared<const std::vector<bool>>(std::vector{true, false, false}));
        QCOMPARE(model.index(0, SliceModel::Selected).data().toString(), QStringLiteral("1 of 1"));
    }

private:
    static DatasetContentPtr drawn(std::size_t count)
    {
        auto content = std::make_shared<DatasetContent>();
        std::mt19937 random(3);
        std::normal_distribution<double> noise(0.0, 0.8);
        for (std::size_t i = 0; i < count; ++i) {
            DatasetPoint point;
            point.video = QStringLiteral("v%1").arg(i / 10);
            point.number = static_cast<int>(i % 10) + 1;
            point.end = 1.0 + static_cast<double>(random() % 50) / 10.0;
            point.label = i == 0 ? std::nan("") : static_cast<double>(random() % 7) - 3.0;
            point.prediction = (i == 0 ? 0.0 : point.label) + noise(random);
            const double text = static_cast<double>(random() % 100) / 200.0;
            point.shares = {text, (1.0 - text) * 0.4, (1.0 - text) * 0.6};
            point.kind = engine::allInteractionClasses[i % engine::allInteractionClasses.size()];
            content->points.push_back(point);
        }
        return content;
    }
};

QTEST_MAIN(DatasetPlots)
#include "tst_dataset_plots.moc"
