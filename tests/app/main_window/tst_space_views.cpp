#include "app/prediction/live_prediction.h"
#include "app/space/space_tab.h"
#include "widgets/space/face_panel.h"
#include "widgets/space/graph_panel.h"
#include "widgets/space/space_view.h"
#include "widgets/space/space_views.h"
#include "widgets/space/surface_panel.h"
#include "widgets/space/tensor_panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

#include "tests/support/picture_form.h"
#include "tests/support/pointer.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

using Shown = widgets::SpaceViews::Shown;

/// The views of Space beside its points, in the real window on the demo.
class TestSpaceViews : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        window().showTab(QStringLiteral("space"));
        QTRY_VERIFY(window().findChild<widgets::SpaceViews*>());
        m_views = window().findChild<widgets::SpaceViews*>();
        player().seek(5.0);
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void theChooserLeadsToEachView()
    {
        auto* chooser = find<QComboBox>("spaceShown");
        QCOMPARE(m_views->shown(), Shown::Points);
        for (const Shown next : {Shown::Surface, Shown::Tensor, Shown::Graph, Shown::Face}) {
            QTest::keyClick(chooser, Qt::Key_Down);
            QCOMPARE(m_views->shown(), next);
            QVERIFY(m_views->current().isVisible());
        }
    }

    void aSurfaceIsMadeOfTheSegmentInSight()
    {
        show(Shown::Surface);
        const widgets::FeatureSurface& surface = panel().surface();
        const engine::Interval segment = document().labels().rows.intervals[1];
        QCOMPARE(surface.start, segment.start);
        QCOMPARE(surface.end, segment.end);
        const auto& series = document().video().features.front();
        QCOMPARE(surface.rows(), series.features->dimensions());
        std::size_t finite = 0;
        for (std::size_t i = 0; i < surface.values.size(); ++i)
            finite += std::isfinite(surface.values[i]) ? 1 : 0;
        QVERIFY(finite > surface.values.size() / 2);
        const auto row = engine::rowAt(series.features->intervals(), surface.secondsAt(60));
        QVERIFY(row);
        QVERIFY(std::abs(surface.at(3, 60) - series.features->valueAt(*row, 3)->value) < 0.05F);
        pictures("space-surface");
    }

    void thePlayheadIsAPlaneInIt()
    {
        const auto before = panel().view().plane();
        QVERIFY(before);
        const widgets::FeatureSurface surface = panel().surface();
        player().seek(surface.start + (surface.end - surface.start) * 0.75);
        QTRY_VERIFY(panel().view().plane() != before);
        QVERIFY(std::abs((*panel().view().plane())[0][0] - 0.75F) < 0.02F); // the box is 3 wide about 0
        QVERIFY(panel().surface() == surface);
    }

    void otherSequencesAndStretchesAreChosen()
    {
        QTest::keyClick(find<QComboBox>("surfaceSequence"), Qt::Key_Down);
        const auto& series = document().video().features[1];
        QCOMPARE(panel().surface().dimensions, series.features->dimensions());
        auto* spans = find<QComboBox>("surfaceSpan");
        QTest::keyClick(spans, Qt::Key_Down);
        QCOMPARE(panel().surface().end - panel().surface().start, 2.0);
        const double before = panel().surface().start;
        player().seek(before + 3.0); // the next page
        QTRY_COMPARE(panel().surface().start, before + 2.0);
        QVERIFY(panel().view().plane());
        pictures("space-surface-sound");
        QTest::keyClick(spans, Qt::Key_Up);
    }

    void aPlaceOfTheSurfaceSaysItsValue()
    {
        QVERIFY(settle());
        const QPoint place = hoverAnywhere(panel().view(), 500);
        QVERIFY(place.x() >= 0);
        const QString status = find<QLabel>("surfaceStatus")->text();
        QVERIFY2(status.contains(QStringLiteral(" s: ")), qPrintable(status));
        QVERIFY(panel().view().hoverCard().words.startsWith(QStringLiteral("range in this video")));
    }

    void aModelWithoutTensorSaysSoAndOffersOne()
    {
        show(Shown::Tensor);
        auto* message = find<QLabel>("tensorMessage");
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().contains(QStringLiteral("TFN")), qPrintable(message->text()));
        pictures("space-no-tensor");
        auto* step = find<QAbstractButton>("tensorStep");
        QVERIFY(step->isVisible());
        QTest::mouseClick(step, Qt::LeftButton);
        QTRY_VERIFY(!tensor().tensor().isEmpty() && tensor().isCurrent());
        QVERIFY(settle());
        QVERIFY(!message->isVisible());
    }

    void theTensorIsTheProductOfTheModelsVectors()
    {
        const auto& outputs = session().prediction().answer(segment())->prediction.outputs;
        const widgets::FusionTensor& shown = tensor().tensor();
        QCOMPARE(shown.extent(0), outputs.at("h_a").values.size() + 1);
        QCOMPARE(shown.extent(1), outputs.at("h_v").values.size() + 1);
        QCOMPARE(shown.extent(2), outputs.at("h_l").values.size() + 1);
        QCOMPARE(shown.at({0, 0, 0}), 1.0F);
        QCOMPARE(shown.at({2, 1, 3}),
                 outputs.at("h_a").values[1] * outputs.at("h_v").values[0] * outputs.at("h_l").values[2]);
        pictures("space-tensor");
    }

    void thresholdAndSlicesChooseCells()
    {
        auto* threshold = find<QSlider>("tensorThreshold");
        const std::size_t before = tensor().cells().above;
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(threshold, Qt::Key_Left);
        QVERIFY(tensor().cells().above > before);
        QVERIFY(find<QLabel>("tensorStatus")->text().contains(QString::number(tensor().cells().above)));
        QTest::keyClick(threshold, Qt::Key_Home);
        const auto& vision = session().prediction().answer(segment())->prediction.outputs.at("h_v").values;
        const auto unit = static_cast<std::size_t>( // units may be 0
            std::ranges::find_if(vision, [](float value) { return value != 0; }) - vision.begin() + 1);
        QVERIFY(unit <= vision.size());
        auto* slice = find<QSlider>("tensorSlice1");
        for (std::size_t i = 0; i <= unit; ++i)
            QTest::keyClick(slice, Qt::Key_Right);
        QVERIFY(
            std::ranges::all_of(tensor().cells().cells, [&](const auto& cell) { return cell[1] == unit; }));
        QVERIFY(!tensor().cells().cells.empty());
        QVERIFY(settle());
        pictures("space-tensor-slice");
        const QPoint place = hoverAnywhere(tensor().view(), 500);
        QVERIFY(place.x() >= 0);
        QVERIFY2(tensor().view().hoverCard().words.contains(QStringLiteral("vision unit %1").arg(unit)),
                 qPrintable(tensor().view().hoverCard().words));
        QTest::keyClick(slice, Qt::Key_Home);
        for (int i = 0; i < 25; ++i)
            QTest::keyClick(threshold, Qt::Key_Right);
    }

    void anEditMakesItStaleUntilTheModelHasAnswered()
    {
        const widgets::FusionTensor before = tensor().tensor();
        const auto words = session().document().wordAt(player().position());
        QVERIFY(words);
        session().editor().segments().moveEdge(document().segmentId(app::kWordsTier, *words), true,
                                               document().words().intervals[*words].end - 0.04,
                                               engine::EdgeMode::Follow, 0);
        QVERIFY(!tensor().isCurrent());
        QVERIFY2(find<QLabel>("tensorStatus")->text().contains(QStringLiteral("not current")),
                 qPrintable(find<QLabel>("tensorStatus")->text()));
        QTRY_VERIFY(tensor().isCurrent());
        QVERIFY(tensor().tensor() != before);
        undoAll();
        QTRY_VERIFY(tensor().isCurrent() && tensor().tensor() == before);
    }

    void anotherSegmentHasAnotherTensor()
    {
        const widgets::FusionTensor before = tensor().tensor();
        player().seek(document().labels().rows.intervals[0].start + 0.2);
        QTRY_VERIFY(tensor().tensor() != before && tensor().isCurrent());
    }

    void theGraphMovesWithTheWords()
    {
        show(Shown::Graph);
        auto* step = find<QAbstractButton>("graphStep");
        QVERIFY(step->isVisible());
        QTest::mouseClick(step, Qt::LeftButton);
        QTRY_VERIFY(!graph().graph().edges.empty() && graph().isCurrent());
        QCOMPARE(graph().graph().edges.size(), 19U);
        const engine::Interval span = document().labels().rows.intervals[1];
        player().seek(wordIn(span, 0));
        QTRY_VERIFY(find<QLabel>("graphStatus")->text().contains(QStringLiteral("segment 2")));
        QTRY_VERIFY(!graph().graph().edges.empty());
        const widgets::FusionGraphShown first = graph().graph();
        player().seek(wordIn(span, 2));
        QTRY_VERIFY(graph().graph() != first);
        const auto& efficacies
            = session().prediction().answer(segment())->prediction.outputs.at("efficacies");
        QCOMPARE(graph().graph().edges[4].value, efficacies.values[2 * 19 + 4]);
        QVERIFY(settle());
        pictures("space-graph");
        QVERIFY(hoverAnywhere(graph().view(), 2000).x() >= 0);
        QVERIFY2(find<QLabel>("graphStatus")->text().contains(QStringLiteral(" → ")),
                 qPrintable(find<QLabel>("graphStatus")->text()));
    }

    void withoutLandmarksTheNextStepIsOffered()
    {
        show(Shown::Face);
        auto* message = find<QLabel>("faceMessage");
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().contains(QStringLiteral("landmarks")), qPrintable(message->text()));
        QVERIFY(find<QAbstractButton>("faceStep")->isVisible());
        pictures("space-no-face");
    }

    void eachViewIsWrittenAsAPicture()
    {
        QTemporaryDir folder;
        for (const auto& [shown, button] :
             {std::pair(Shown::Surface, "surfacePicture"), std::pair(Shown::Graph, "graphPicture")}) {
            show(shown);
            QVERIFY(settle());
            for (const char* ending : {".svg", ".png"}) {
                const QString path = folder.filePath(QLatin1String(button) + QLatin1String(ending));
                support::answerPictureForm(this, path, path.endsWith(QLatin1String(".svg")) ? 1 : 2);
                QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
                QTRY_VERIFY2(QFileInfo::exists(path), qPrintable(path));
                if (qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
                    QFile::copy(
                        path, qEnvironmentVariable("POLYLOGUE_PICTURES") + u'/' + QFileInfo(path).fileName());
            }
            QFile svg(folder.filePath(QLatin1String(button) + QStringLiteral(".svg")));
            QVERIFY(svg.open(QIODevice::ReadOnly));
            const QByteArray text = svg.readAll();
            QVERIFY2(text.count("<polygon") + text.count("<path") > 500,
                     qPrintable(QString::number(text.size())));
            QVERIFY(text.contains(shown == Shown::Surface ? "dimension" : "fusion"));
        }
    }

private:
    widgets::SurfacePanel& panel() { return m_views->surface(); }
    widgets::TensorPanel& tensor() { return m_views->tensor(); }
    widgets::GraphPanel& graph() { return m_views->graph(); }
    void show(Shown shown)
    {
        m_views->setShown(shown);
        QVERIFY(settle());
    }
    std::size_t segment() { return *session().prediction().focus(); }
    /// The middle of a word of a span.
    double wordIn(engine::Interval span, std::size_t number)
    {
        for (const engine::Interval& word : document().words().intervals) {
            const double middle = (word.start + word.end) / 2;
            if (middle > span.start && middle < span.end && number-- == 0)
                return middle;
        }
        return span.start;
    }
    /// Moves the mouse over a view until it means a place. @return where; (−1, −1): nowhere
    static QPoint hoverAnywhere(widgets::SpaceView& view, int most)
    {
        for (int i = 0; i < most; ++i) {
            const QPoint place(view.width() / 4 + (i * 7) % (view.width() / 2),
                               view.height() / 4 + (i * 13) % (view.height() / 2));
            if (support::pointAt(view, place) && view.hovered())
                return place;
        }
        return {-1, -1};
    }
    widgets::SpaceViews* m_views = nullptr;
};

WINDOW_TEST_MAIN(TestSpaceViews)
#include "tst_space_views.moc"
