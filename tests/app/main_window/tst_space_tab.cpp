#include "app/dataset_view/dataset_room.h"
#include "app/space/space_tab.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/space_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>

#include "tests/support/picture_form.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Space in the real window on the demo.
class TestSpaceTab : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void nothingIsMadeBeforeTheTabIsShown()
    {
        QVERIFY(find<app::SpaceTab>("spaceTab"));
        QVERIFY(!find<widgets::SpacePanel>("space"));
        QVERIFY(!vtkIsLoaded());
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(find<widgets::SpacePanel>("space"));
        QVERIFY(settle());
        QVERIFY(vtkIsLoaded());
        m_panel = find<widgets::SpacePanel>("space");
        QVERIFY(m_panel->content().points.size() > 100);
        QCOMPARE(m_panel->sequence(), QStringLiteral("word_vectors"));
    }

    void thePointOfTheSegmentInSightIsMarked()
    {
        session().player().seek(5.0);
        QTRY_VERIFY2(status().startsWith(QStringLiteral("segment 2 of ada_1")), qPrintable(status()));
    }

    void hoveringNamesTheSegment()
    {
        const int point = lonePoint(QStringLiteral("bert_2"));
        QTest::mouseMove(&m_panel->view(), pixel(point));
        const auto& target = m_panel->content().points[static_cast<std::size_t>(point)];
        QTRY_COMPARE(status(), m_panel->describe(target));
        QVERIFY(status().contains(QStringLiteral("bert")));
    }

    void aClickOpensTheVideoAndJumpsToTheSegment()
    {
        const int point = lonePoint(QStringLiteral("bert_2"));
        const widgets::SpacePoint target = m_panel->content().points[static_cast<std::size_t>(point)];
        QTest::mouseClick(&m_panel->view(), Qt::LeftButton, {}, pixel(point));
        QCOMPARE(session().videos().current(), QStringLiteral("bert_2"));
        QVERIFY(settle());
        QTRY_VERIFY(std::abs(session().player().position() - target.start) < 1e-6);
        QCOMPARE(session().document().video().id, QStringLiteral("bert_2"));
        QTRY_COMPARE(status(), m_panel->describe(target)); // it is the marked one, too
    }

    void aClickOnTheSameVideoOnlySeeks()
    {
        const int point = lonePoint(session().videos().current(), 0.5);
        const widgets::SpacePoint target = m_panel->content().points[static_cast<std::size_t>(point)];
        session().player().seek(0.0);
        QTest::mouseClick(&m_panel->view(), Qt::LeftButton, {}, pixel(point));
        QVERIFY(std::abs(session().player().position() - target.start) < 1e-6);
    }

    void anEditedLabelColoursItsPoint()
    {
        const auto labelOf = [&](int segment) {
            const auto& points = m_panel->content().points;
            const auto found = std::ranges::find_if(points, [&](const widgets::SpacePoint& point) {
                return point.video == session().videos().current() && point.segment == segment;
            });
            return found->labels.front();
        };
        const float before = labelOf(1);
        const float given = before > 0 ? -3.0F : 3.0F;
        session().editor().setLabel(0, QStringLiteral("sentiment"), static_cast<double>(given));
        QCOMPARE(labelOf(1), given);
        history().undo();
        QCOMPARE(labelOf(1), before);
    }

    void anotherSequencePlacesThemAnew()
    {
        const widgets::SpaceContent before = m_panel->content();
        auto* sequences = find<QComboBox>("spaceSequence");
        QTest::keyClick(sequences, Qt::Key_Down);
        QVERIFY(settle());
        QVERIFY(positions(m_panel->content()) != positions(before));
        QCOMPARE(m_panel->sequence(), QStringLiteral("acoustic"));
        QVERIFY(m_panel->view().isVisible());
    }

    void otherProjectionsPlaceThemInTheBackground()
    {
        auto* projections = find<QComboBox>("spaceProjection");
        const widgets::SpaceContent pca = m_panel->content();
        QCOMPARE(pca.projection.method, engine::ProjectionMethod::Pca);
        QTest::keyClick(projections, Qt::Key_Down);
        QVERIFY(settle());
        QCOMPARE(projections->currentText(), QStringLiteral("UMAP"));
        const widgets::SpaceContent umap = m_panel->content();
        QCOMPARE(umap.projection.method, engine::ProjectionMethod::Umap);
        QCOMPARE(umap.points.size(), pca.points.size());
        QVERIFY(positions(umap) != positions(pca));
        QVERIFY2(umap.trustworthiness > 0.9, qPrintable(QString::number(umap.trustworthiness)));
        pictures("space-umap");
        QTest::keyClick(projections, Qt::Key_Down);
        QVERIFY(settle());
        QCOMPARE(m_panel->content().projection.method, engine::ProjectionMethod::TSne);
        QVERIFY2(m_panel->content().trustworthiness > 0.9,
                 qPrintable(QString::number(m_panel->content().trustworthiness)));
        QTest::keyClick(projections, Qt::Key_Up); // it is known: nothing is computed
        QCOMPARE(positions(m_panel->content()), positions(umap));
    }

    void twoDimensionsLieFlat()
    {
        QTest::mouseClick(find<QAbstractButton>("spaceFlat"), Qt::LeftButton);
        QVERIFY(settle());
        const auto& points = m_panel->content().points;
        QVERIFY(m_panel->content().projection.isFlat);
        QVERIFY(std::ranges::all_of(points,
                                    [](const widgets::SpacePoint& point) { return point.position[2] == 0; }));
        const widgets::SpaceCamera before = m_panel->view().camera();
        QCOMPARE(before.yaw, 0.0);
        const QPointF place = m_panel->view().pixelOf(0);
        QTest::mousePress(&m_panel->view(), Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(&m_panel->view(), QPoint(140, 100));
        QTest::mouseMove(&m_panel->view(), QPoint(160, 100));
        QTest::mouseRelease(&m_panel->view(), Qt::LeftButton, {}, QPoint(160, 100));
        QCOMPARE(m_panel->view().camera().yaw, 0.0); // moved, not turned
        QVERIFY(std::abs(m_panel->view().pixelOf(0).x() - place.x() - 60) < 2);
        QVERIFY(settle());
        pictures("space-flat");
        QTest::mouseClick(find<QAbstractButton>("spaceFlat"), Qt::LeftButton);
        auto* projections = find<QComboBox>("spaceProjection");
        QTest::keyClick(projections, Qt::Key_Up);
        QVERIFY(settle());
        QCOMPARE(m_panel->content().projection, engine::ProjectionOptions());
    }

    void hoveringShowsWordsAndAPicture()
    {
        const int point = lonePoint(QStringLiteral("bert_2"));
        const auto& target = m_panel->content().points[static_cast<std::size_t>(point)];
        QVERIFY(target.words.contains(QLatin1Char(' ')));
        QTest::mouseMove(&m_panel->view(), QPoint(3, 3));
        QTest::mouseMove(&m_panel->view(), pixel(point));
        QTRY_COMPARE(m_panel->view().hoverCard().words, target.words);
        QTRY_VERIFY(!m_panel->view().hoverCard().picture.isNull());
        pictures("space-hover");
        QTest::mouseMove(&m_panel->view(), QPoint(3, 3));
        QTRY_VERIFY(m_panel->view().hoverCard().title.isEmpty());
    }

    void whatAModelSaysColoursThePoints()
    {
        const auto& points = m_panel->content().points;
        auto answers = std::make_shared<widgets::DatasetContent>();
        answers->output = QStringLiteral("sentiment");
        for (std::size_t i = 0; i < points.size(); i += 2) {
            widgets::DatasetPoint& answer = answers->points.emplace_back();
            answer.video = points[i].video;
            answer.start = points[i].start;
            answer.prediction = 1.25;
            answer.kind = engine::InteractionClass::Conflict;
        }
        auto* tab = find<app::SpaceTab>("spaceTab");
        tab->setAnswers(answers);
        tab->setDynamics({{QStringLiteral("bert_2[0]"), engine::Interval{spanOf("bert_2", 1)}, 0.5, 0.25}});
        auto* colours = find<QComboBox>("spaceColouring");
        QCOMPARE(points[0].prediction, 1.25F);
        QVERIFY(std::isnan(points[1].prediction));
        for (const char* name : {"model's prediction", "model's error", "interaction class",
                                 "training: mean error", "training: deviation", "fold", "speaker"})
            QVERIFY2(colours->findText(QLatin1String(name)) >= 0, name);
        colours->setCurrentText(QStringLiteral("model's error"));
        const float error
            = widgets::scaleValue(m_panel->content(), points[0], {widgets::SpaceColouring::Kind::Error});
        QCOMPARE(error, 1.25F - points[0].labels.front());
        pictures("space-error");
        colours->setCurrentText(QStringLiteral("interaction class"));
        auto* legend = find<widgets::SpaceLegend>("spaceLegend");
        QVERIFY2(legend->text().startsWith(QStringLiteral("conflict")), qPrintable(legend->text()));
        colours->setCurrentText(QStringLiteral("training: mean error"));
        QVERIFY2(legend->text().contains(QStringLiteral("without")), qPrintable(legend->text()));
        auto classes = std::make_shared<widgets::DatasetContent>(*answers); // of a model of classes
        classes->classes = QStringList{QStringLiteral("agrees"), QStringLiteral("doubts")};
        for (widgets::DatasetPoint& answer : classes->points)
            answer.prediction = 1.0;
        tab->setAnswers(classes);
        QCOMPARE(points[0].predictedClass, QStringLiteral("doubts"));
        colours->setCurrentText(QStringLiteral("model's prediction"));
        QVERIFY2(legend->text().startsWith(QStringLiteral("doubts")), qPrintable(legend->text()));
        tab->setAnswers({});
        tab->setDynamics({});
        QCOMPARE(points[0].predictedClass, QString());
        QCOMPARE(colours->findText(QStringLiteral("interaction class")), -1);
    }

    void aLassoSelects()
    {
        widgets::SpaceView& view = m_panel->view();
        const widgets::SpaceCamera before = view.camera();
        QTest::mouseClick(find<QAbstractButton>("spaceLasso"), Qt::LeftButton);
        const int point = lonePoint(QStringLiteral("bert_2"));
        loop(pixel(point), 5);
        QCOMPARE(m_panel->chosen(), std::vector{static_cast<std::size_t>(point)});
        QCOMPARE(view.camera(), before); // it is not turned meanwhile
        QVERIFY(find<QWidget>("spaceChoice")->isVisible());
        QCOMPARE(find<QLabel>("spaceChosen")->text(), QStringLiteral("1 selected"));
        loop(view.rect().center(), view.height() / 3);
        const std::size_t many = m_panel->chosen().size();
        QVERIFY(many > 5);
        pictures("space-lasso");
        QTest::mouseClick(find<QAbstractButton>("spaceLasso"), Qt::LeftButton);
        loop(pixel(point), 5, Qt::AltModifier); // no lasso any more: it turns
        QVERIFY(view.camera() != before);
        QCOMPARE(m_panel->chosen().size(), many);
    }

    void whatIsSelectedGoesToTheDatasetAndTheReview()
    {
        auto* projections = find<QComboBox>("spaceProjection");
        const std::size_t many = m_panel->chosen().size();
        QTest::keyClick(projections, Qt::Key_Down);
        QVERIFY(settle());
        QCOMPARE(m_panel->chosen().size(), many); // they lie elsewhere, and stay selected
        const auto places = find<app::SpaceTab>("spaceTab")->chosen();
        QCOMPARE(places.size(), many);
        QVERIFY(places.front().span.end > places.front().span.start);
        QTest::mouseClick(find<QAbstractButton>("spaceInDataset"), Qt::LeftButton);
        QTRY_VERIFY(find<widgets::DatasetView>("datasetView"));
        QTRY_VERIFY(find<widgets::DatasetView>("datasetView")->isVisible());
        find<QAction>("preset-explore")->trigger();
        window().showTab(QStringLiteral("space"));
        QVERIFY(settle());
    }

    /// What is brushed in one of the two is marked in the other, whichever of them is in sight.
    void brushingInOneMarksInTheOther()
    {
        auto* dataset = find<widgets::DatasetView>("datasetView");
        auto* tab = find<app::SpaceTab>("spaceTab");
        QTest::keyClick(find<QComboBox>("spaceProjection"), Qt::Key_Up); // PCA: points lie apart
        QVERIFY(settle());
        find<QAction>("preset-dataset")->trigger();
        askTheModel();
        dataset->setFocus();
        dataset->select({3, 5}, widgets::SelectionStep::Replace, QStringLiteral("two"));
        const auto& answers = room().content().points;
        const auto inSpace = tab->chosen();
        QCOMPARE(inSpace.size(), std::size_t(2));
        for (const std::size_t place : {3, 5})
            QVERIFY(std::ranges::any_of(inSpace, [&](const engine::ReviewPass::Place& chosen) {
                return QString::fromStdString(chosen.video) == answers[place].video
                    && std::abs(chosen.span.start - answers[place].start) < 0.05;
            }));
        find<QAction>("preset-explore")->trigger();
        window().showTab(QStringLiteral("space"));
        QVERIFY(settle());
        QCOMPARE(find<QLabel>("spaceChosen")->text(), QStringLiteral("2 selected"));
        QTest::mouseClick(find<QAbstractButton>("spaceLasso"), Qt::LeftButton);
        loop(pixel(lonePoint(QStringLiteral("bert_2"))), 5);
        QCOMPARE(m_panel->chosen().size(), std::size_t(1));
        const widgets::SpacePoint& point = m_panel->content().points[m_panel->chosen().front()];
        QCOMPARE(dataset->selected().size(), std::size_t(1));
        QCOMPARE(answers[dataset->selected().front()].video, point.video);
        QVERIFY(std::abs(answers[dataset->selected().front()].start - point.start) < 0.05);
        QTest::mouseClick(find<QAbstractButton>("spaceUnselect"), Qt::LeftButton);
        QVERIFY(dataset->selected().empty());
        QTest::mouseClick(find<QAbstractButton>("spaceLasso"), Qt::LeftButton);
    }

    /// What a model makes of a segment where it fuses the modalities places the segments, too.
    void theLayerOfTheModelPlacesThem()
    {
        auto* sequences = find<QComboBox>("spaceSequence");
        const QString layer = QStringLiteral("fusion layer of ")
            + QString::fromStdString(session().modelsClient().model()->name);
        QCOMPARE(sequences->itemText(sequences->count() - 1), layer);
        const widgets::SpaceContent before = m_panel->content();
        sequences->setFocus();
        QTest::keyClick(sequences, Qt::Key_End);
        QVERIFY(settle());
        QCOMPARE(m_panel->sequence(), layer);
        auto* message = find<QLabel>("spaceMessage");
        QVERIFY2(!message->isVisible(), qPrintable(message->text()));
        QVERIFY(!m_panel->content().points.empty());
        QVERIFY(positions(m_panel->content()) != positions(before));
        QVERIFY(m_panel->content().points.size() >= before.points.size() - 2);
        // The prediction is affine in the layer: the first direction tells it.
        auto* colours = find<QComboBox>("spaceColouring");
        colours->setCurrentText(QStringLiteral("model's prediction"));
        QCOMPARE(colours->currentText(), QStringLiteral("model's prediction"));
        const double r = correlation(m_panel->content().points);
        QVERIFY2(std::abs(r) > 0.8, qPrintable(QString::number(r)));
        pictures("space-layer");
        QTest::keyClick(sequences, Qt::Key_Home);
        QTest::keyClick(sequences, Qt::Key_Down);
        QVERIFY(settle());
        QCOMPARE(positions(m_panel->content()), positions(before));
    }

    void itIsWrittenAsPngAndSvg()
    {
        QTemporaryDir folder;
        for (const char* name : {"space.svg", "space.png"}) {
            const QString path = folder.filePath(QLatin1String(name));
            support::answerPictureForm(this, path, path.endsWith(QLatin1String(".svg")) ? 1 : 2);
            QTest::mouseClick(find<QAbstractButton>("spacePicture"), Qt::LeftButton);
            QTRY_VERIFY(QFileInfo::exists(path));
        }
        const QImage png(folder.filePath(QStringLiteral("space.png")));
        QCOMPARE(png.width(), m_panel->view().width());
        const int point = lonePoint(QStringLiteral("bert_2"));
        const QColor seen(png.pixel(pixel(point)));
        QVERIFY2(seen != QColor(png.pixel(2, 2)), qPrintable(seen.name()));
        QFile svg(folder.filePath(QStringLiteral("space.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.count("<circle") + text.count("<ellipse") + text.count("<path")
                > static_cast<qsizetype>(m_panel->content().points.size()));
        QVERIFY(text.contains("UMAP 1") || text.contains("PC1"));
        if (qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
            png.save(qEnvironmentVariable("POLYLOGUE_PICTURES") + QStringLiteral("/space-written.png"));
    }

    void theDatasetOpenedNextIsShown()
    {
        session().project().open({std::filesystem::path(DEMO) / "acoustic.csd"});
        QTRY_VERIFY(session().document().dataset().sequences.size() == 1);
        QVERIFY(settle());
        QVERIFY(m_panel->content().points.empty()); // neither labels nor words
        auto* message = find<QLabel>("spaceMessage");
        QVERIFY2(message->isVisible() && message->text().contains(QStringLiteral("acoustic")),
                 qPrintable(message->text()));
    }

private:
    static bool vtkIsLoaded()
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libvtkRendering");
    }
    static std::vector<std::array<float, 3>> positions(const widgets::SpaceContent& content)
    {
        std::vector<std::array<float, 3>> result;
        for (const widgets::SpacePoint& point : content.points)
            result.push_back(point.position);
        return result;
    }
    app::DatasetRoom& room() { return *window().findChild<app::DatasetRoom*>(); }
    /// As the button below the message of the mode Dataset does.
    void askTheModel()
    {
        QTRY_VERIFY(session().modelsClient().model());
        QVERIFY(settle());
        QTest::mouseClick(find<QAbstractButton>("datasetMessageButton"), Qt::LeftButton);
        QTRY_VERIFY(room().content().points.size() > 100 && room().isSettled());
    }
    /// Of first coordinate and prediction.
    static double correlation(const std::vector<widgets::SpacePoint>& points)
    {
        double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (const widgets::SpacePoint& point : points) {
            const auto first = static_cast<double>(point.position[0]);
            const auto answer = static_cast<double>(point.prediction);
            if (!std::isfinite(answer))
                continue;
            ++n;
            x += first;
            y += answer;
            xx += first * first;
            yy += answer * answer;
            xy += first * answer;
        }
        return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
    }
    /// A drag around a place.
    void loop(QPoint middle, int radius, Qt::KeyboardModifiers modifiers = {})
    {
        widgets::SpaceView* view = &m_panel->view();
        const auto at = [&](int step) {
            const double angle = step * 2 * M_PI / 16;
            return middle + QPointF(std::cos(angle) * radius * 1.2, std::sin(angle) * radius * 1.2).toPoint();
        };
        QTest::mousePress(view, Qt::LeftButton, modifiers, at(0));
        for (int step = 1; step <= 16; ++step)
            QTest::mouseMove(view, at(step));
        QTest::mouseRelease(view, Qt::LeftButton, modifiers, at(16));
    }
    engine::Interval spanOf(const char* video, int segment) const
    {
        for (const widgets::SpacePoint& point : m_panel->content().points) {
            if (point.video == QLatin1String(video) && point.segment == segment)
                return {point.start, point.end};
        }
        return {};
    }
    QString status() { return find<QLabel>("spaceStatus")->text(); }
    QPoint pixel(int point) const
    {
        return m_panel->view().pixelOf(static_cast<std::size_t>(point)).toPoint();
    }
    /// A point of this video, from `start` on, that no other point covers.
    int lonePoint(const QString& video, double start = 0.0) const
    {
        const auto& points = m_panel->content().points;
        int best = -1;
        double farthest = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (points[i].video != video || points[i].start < start)
                continue;
            double nearest = 1e9;
            for (std::size_t j = 0; j < points.size(); ++j) {
                const QPointF apart = m_panel->view().pixelOf(i) - m_panel->view().pixelOf(j);
                if (j != i)
                    nearest = std::min(nearest, std::hypot(apart.x(), apart.y()));
            }
            if (nearest > farthest) {
                farthest = nearest;
                best = static_cast<int>(i);
            }
        }
        return best;
    }

    widgets::SpacePanel* m_panel = nullptr;
};

WINDOW_TEST_MAIN(TestSpaceTab)
#include "tst_space_tab.moc"
