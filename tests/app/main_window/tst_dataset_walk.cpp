#include "app/dataset_view/dataset_room.h"
#include "app/dataset_view/kept_explanations.h"
#include "app/project/project.h"
#include "app/review/review.h"
#include "engine/explain/explanation_table.h"
#include "engine/project_items/review_pass.h"
#include "engine/sequences/csd_file.h"
#include "widgets/base/elided_label.h"
#include "widgets/dataset/confusion_grid.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/dataset/mark_legend.h"
#include "widgets/dataset/point_plot.h"
#include "widgets/dataset/segment_strip.h"
#include "widgets/dataset/slice_table.h"
#include "widgets/timeline/timeline_view.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QToolButton>
#include <QTreeWidget>

#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace {

/// Stands in the place of the program that is asked: it dies in the middle, hangs once, and dies at one
/// segment every time.
constexpr const char* kFailing
    = "#!/usr/bin/env python3\n"
      "import json, os, signal, sys, time\n"
      "skip = int(sys.argv[sys.argv.index('--skip') + 1])\n"
      "together = int(sys.argv[sys.argv.index('--together') + 1])\n"
      "print(json.dumps({'outputs': [{'name': 'x', 'low': -3, 'high': 3}], 'ranges': [1], 'model': 'M', "
      "'segments': 200, 'left_out': []}), flush=True)\n"
      "mark = os.path.dirname(sys.argv[0]) + '/hung'\n"
      "for first in range(skip, 200, together):\n"
      "    part = list(range(first, min(200, first + together)))\n"
      "    if 150 in part:\n"
      "        os.kill(os.getpid(), signal.SIGKILL)\n"
      "    if 70 in part and not os.path.exists(mark):\n"
      "        open(mark, 'w').close()\n"
      "        time.sleep(1000)\n"
      "    for n in part:\n"
      "        print(json.dumps({'id': 'v[%d]' % n, 'fold': '', 'start': n, 'end': n + 1, 'words': '', "
      "'present': [True] * 3, 'labels': [None], 'f': [[n] * 8]}), flush=True)\n";

/// Stands in the place of the program that is asked: it takes its time.
constexpr const char* kSlow
    = "#!/usr/bin/env python3\n"
      "import json, sys, time\n"
      "skip = int(sys.argv[sys.argv.index('--skip') + 1])\n"
      "print(json.dumps({'outputs': [{'name': 'x', 'low': -3, 'high': 3}], 'ranges': [1], 'model': 'M', "
      "'segments': 60, 'left_out': []}), flush=True)\n"
      "for n in range(skip, 60):\n"
      "    print(json.dumps({'id': 'v[%d]' % n, 'fold': '', 'start': n, 'end': n + 1, 'words': '', "
      "'present': [True] * 3, 'labels': [None], 'f': [[n] * 8]}), flush=True)\n"
      "    time.sleep(0.02)\n";

}

/// The mode *Dataset* in the real window, with the demo and its model.
class DatasetWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }

    void itBeginsWithAQuestion()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(view()->isVisible());
        QTRY_VERIFY(button("datasetMessageButton")->isVisible());
        QVERIFY2(message().contains(QStringLiteral("not asked")), qPrintable(message()));
        pictures("dataset-empty");
    }

    void theModelIsAskedAboutAllSegments()
    {
        QSignalSpy advanced(&room().run(), &app::ExplanationRun::advanced);
        QTest::mouseClick(button("datasetMessageButton"), Qt::LeftButton);
        QVERIFY(room().run().isRunning());
        picture(window(), "dataset-running");
        QTRY_VERIFY(!room().run().isRunning());
        QVERIFY(advanced.count() > 0);
        QTRY_VERIFY(room().isSettled() && slices()->model()->rowCount() > 5);
        QVERIFY2(text("datasetState").contains(QStringLiteral("160")), qPrintable(text("datasetState")));
        QVERIFY(button("datasetRun")->isHidden());
        pictures("dataset-whole");
    }

    /// What the model learnt from says nothing of how good it is: figures begin at the fold that its card
    /// holds out, and a selection has its own.
    void figuresBeginAtWhatWasHeldOut()
    {
        auto* folds = find<QComboBox>("datasetFold");
        QCOMPARE(folds->currentData().toString(), QStringLiteral("test"));
        QVERIFY2(noteOf("scatterPlot").startsWith(QStringLiteral("test · r 0.")),
                 qPrintable(noteOf("scatterPlot")));
        const auto errorOver = [this](const auto& holds) {
            double sum = 0.0, count = 0.0;
            for (const widgets::DatasetPoint& point : room().content().points) {
                if (point.isLabelled() && holds(point)) {
                    sum += std::abs(point.error());
                    ++count;
                }
            }
            return QStringLiteral("MAE %1").arg(sum / count, 0, 'f', 2);
        };
        const QString held = errorOver([](const auto& p) { return p.fold == QStringLiteral("test"); });
        const QString all = errorOver([](const auto&) { return true; });
        QVERIFY(held != all);
        QVERIFY2(noteOf("scatterPlot").contains(held), qPrintable(noteOf("scatterPlot")));
        for (int row = 0; row < slices()->model()->rowCount(); ++row) {
            const auto& slice = find<widgets::SliceTable>("sliceTable")->slices().sliceAt(row);
            for (const std::size_t point : slice.points)
                QCOMPARE(at(point).fold, QStringLiteral("test"));
        }
        widgets::DatasetPlaces some;
        for (std::size_t i = 0; i < room().content().points.size() && some.size() < 4; ++i) {
            if (at(i).isLabelled())
                some.push_back(i);
        }
        view()->select(some, widgets::SelectionStep::Replace, QStringLiteral("some"));
        double sum = 0.0;
        for (const std::size_t i : some)
            sum += std::abs(at(i).error());
        const QString own = QStringLiteral("4 labelled · MAE %1").arg(sum / 4.0, 0, 'f', 2);
        QVERIFY2(noteOf("segmentStrip").contains(own), qPrintable(noteOf("segmentStrip")));
        pictures("dataset-selection");
        view()->select({}, widgets::SelectionStep::Replace, {});
        folds->setCurrentIndex(folds->count() - 1);
        emit folds->activated(folds->count() - 1);
        QVERIFY2(noteOf("scatterPlot").contains(all), qPrintable(noteOf("scatterPlot")));
        QTRY_VERIFY(room().isSettled() && rowOf(QStringLiteral("fold: train")) >= 0);
    }

    void aLassoSelectsInAllViews()
    {
        // around the whole triangle but for its corner of sound
        QWidget* plot = find<QWidget>("ternaryPlot");
        drag(plot, {{0.5, 0.02}, {0.98, 0.95}, {0.5, 0.95}, {0.3, 0.45}}, {});
        const std::size_t selected = view()->selected().size();
        QVERIFY(selected > 5 && selected < 160);
        QVERIFY(text("datasetSelected").startsWith(QString::number(selected)));
        QCOMPARE(strip()->model()->rowCount(), static_cast<int>(selected));
        pictures("dataset-lasso");
        drag(plot, {{0.5, 0.02}, {0.98, 0.95}, {0.5, 0.95}, {0.3, 0.45}}, Qt::AltModifier);
        QCOMPARE(view()->selected().size(), std::size_t{0});
    }

    void howFarAnswersAreSumsIsAsked()
    {
        auto* ask = find<QToolButton>("additiveShare");
        QCOMPARE(ask->text(), QStringLiteral("A sum?"));
        QTest::mouseClick(ask, Qt::LeftButton);
        QCOMPARE(ask->text(), QStringLiteral("Stop"));
        QTest::mouseClick(ask, Qt::LeftButton); // given up: it can be asked again
        QTRY_COMPARE(ask->text(), QStringLiteral("A sum?"));
        QTest::mouseClick(ask, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!ask->isVisible(), 240000);
        const auto labels = view()->findChildren<widgets::ElidedLabel*>();
        const auto note = std::ranges::find_if(labels, [](const widgets::ElidedLabel* label) {
            return label->toolTip().contains(QStringLiteral("of 150 segments"));
        });
        QVERIFY(note != labels.end());
        QVERIFY2((*note)->toolTip().count(QLatin1Char('[')) == 5, qPrintable((*note)->toolTip()));
        pictures("dataset-sum");
    }

    void clicksSelectAddAndTakeAway()
    {
        auto* plot = find<widgets::PointPlot>("scatterPlot");
        const auto [one, other] = twoAlone(*plot);
        click(*plot, one, {});
        QCOMPARE(view()->selected(), widgets::DatasetPlaces{one});
        click(*plot, other, Qt::ShiftModifier);
        QCOMPARE(view()->selected().size(), std::size_t{2});
        click(*plot, one, Qt::AltModifier);
        QCOMPARE(view()->selected(), widgets::DatasetPlaces{other});
        QTest::keyClick(plot, Qt::Key_Escape);
        QVERIFY(view()->selected().empty());
        QTest::keyClick(plot, Qt::Key_Right); // the leftmost
        QCOMPARE(view()->selected().size(), std::size_t{1});
        QTest::keyClick(plot, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view()->selected().size(), std::size_t{160});
        QTest::keyClick(plot, Qt::Key_Escape);
    }

    void aCellOfTheConfusionSelectsItsSegments()
    {
        auto* grid = find<widgets::ConfusionGrid>("confusionGrid");
        const QPoint cell = grid->cellRect(4, 4).center().toPoint(); // +1, +1
        QTest::mouseClick(grid, Qt::LeftButton, {}, cell);
        const std::size_t count = view()->selected().size();
        QVERIFY(count > 0 && count < 150);
        QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Return, Qt::ShiftModifier); // label +2, prediction +1, too
        QVERIFY(view()->selected().size() >= count);
        QTest::mouseClick(find<QToolButton>("confusionClasses"), Qt::LeftButton);
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cellRect(1, 1).center().toPoint());
        QVERIFY(view()->selected().size() > count);
        QTest::mouseClick(find<QToolButton>("confusionClasses"), Qt::LeftButton);
    }

    void theWorstSliceComesFirstAndARowSelects()
    {
        widgets::SliceModel& model = find<widgets::SliceTable>("sliceTable")->slices();
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.sliceAt(row - 1).figures.meanAbsoluteError
                    >= model.sliceAt(row).figures.meanAbsoluteError);
        const QModelIndex first = model.index(0, 0);
        QTest::mouseClick(slices()->viewport(), Qt::LeftButton, {}, slices()->visualRect(first).center());
        QCOMPARE(view()->selected().size(), model.sliceAt(0).points.size());
        pictures("dataset-slice");
        QTest::keyClick(slices(), Qt::Key_Down);
        QTest::keyClick(slices(), Qt::Key_Return);
        QCOMPARE(view()->selected().size(), model.sliceAt(1).points.size());
    }

    void aSliceOfOnesOwnIsFoundByTheLibrarysSearch()
    {
        QTest::mouseClick(find<QToolButton>("addSlice"), Qt::LeftButton);
        auto* search = find<QLineEdit>("sliceSearch");
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("film speaker:ada"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(rowOf(QStringLiteral("film speaker:ada")) >= 0);
        const widgets::DatasetSlice& slice = find<widgets::SliceTable>("sliceTable")
                                                 ->slices()
                                                 .sliceAt(rowOf(QStringLiteral("film speaker:ada")));
        QVERIFY(slice.figures.count >= 1 && slice.figures.count < 25);
        QTest::keyClicks(search, QStringLiteral("missing:nonsense"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!search->toolTip().isEmpty());
        QCOMPARE(rowOf(QStringLiteral("missing:nonsense")), -1);
        QTest::mouseClick(find<QToolButton>("addSlice"), Qt::LeftButton);
    }

    void coloursFollowWhatIsChosen()
    {
        auto* box = find<QComboBox>("datasetMarks");
        for (const int choice : {1, 2, 3, 4, 0}) {
            box->setFocus();
            box->setCurrentIndex(choice);
            emit box->activated(choice);
            picture(window(), qPrintable(QStringLiteral("dataset-colour-%1").arg(choice)));
        }
        auto* legend = find<widgets::MarkLegend>("markLegend");
        QTest::mouseClick(legend, Qt::LeftButton, {}, QPoint(8, 6));
        QVERIFY(!view()->selected().empty());
    }

    void anotherOutputShowsItsOwn()
    {
        auto* box = find<QComboBox>("datasetOutput");
        QCOMPARE(box->count(), 7);
        box->setCurrentIndex(1);
        emit box->activated(1);
        QTRY_VERIFY(room().isSettled());
        picture(window(), "dataset-happy");
        box->setCurrentIndex(0);
        emit box->activated(0);
        QTRY_VERIFY(room().isSettled() && slices()->model()->rowCount() > 5);
    }

    /// A card of the strip is clicked: its segment is selected in all views, and the other cards stay.
    void aCardOfTheStripSelects()
    {
        view()->select({}, widgets::SelectionStep::Replace, {});
        const int shown = strip()->model()->rowCount();
        QVERIFY(shown > 3);
        const auto click = [this](int row, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(strip()->viewport(), Qt::LeftButton, modifiers,
                              strip()->visualRect(strip()->model()->index(row, 0)).center());
        };
        click(1, {});
        QCOMPARE(view()->selected().size(), std::size_t{1});
        const std::size_t first = view()->selected().front();
        QVERIFY(strip()->model()->index(1, 0).data(Qt::ToolTipRole).toString().startsWith(at(first).video));
        QCOMPARE(strip()->model()->rowCount(), shown);
        QCOMPARE(strip()->currentIndex().row(), 1);
        QVERIFY(find<QToolButton>("whatWouldFlip")->isVisible());
        click(2, Qt::ShiftModifier);
        QCOMPARE(view()->selected().size(), std::size_t{2});
        pictures("dataset-strip-selection");
        click(1, Qt::AltModifier);
        QCOMPARE(view()->selected().size(), std::size_t{1});
        QVERIFY(view()->selected().front() != first);
        QTest::keyClick(strip(), Qt::Key_Escape);
        QVERIFY(view()->selected().empty());
    }

    void theStripLeadsToTheTimeline()
    {
        QTest::mouseClick(slices()->viewport(), Qt::LeftButton, {},
                          slices()->visualRect(slices()->model()->index(0, 0)).center());
        QVERIFY(strip()->model()->rowCount() > 3);
        double before = 100.0; // the largest error first
        for (const std::size_t place : view()->selected()) {
            const widgets::DatasetPoint& point = at(place);
            QVERIFY(std::abs(point.error()) <= before);
            before = std::abs(point.error());
        }
        strip()->setFocus();
        QTest::keyClick(strip(), Qt::Key_Right);
        QCOMPARE(strip()->currentIndex().row(), 1);
        const widgets::DatasetPoint point = at(view()->selected()[1]);
        QTest::keyClick(strip(), Qt::Key_Return);
        QTRY_VERIFY(!view()->isVisible());
        QTRY_COMPARE(document().video().id, point.video);
        QTRY_VERIFY(std::abs(player().position() - point.start) < 0.06);
        QVERIFY(action("preset-explore")->isChecked());
    }

    /// One segment is asked about; a row leads to another segment.
    void whatWouldFlipASegmentIsAClickAway()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(view()->isVisible());
        auto* flip = find<QToolButton>("whatWouldFlip");
        QTest::keyClick(strip(), Qt::Key_Escape);
        QVERIFY(!flip->isVisible());
        const auto& points = room().content().points;
        std::size_t place = 0;
        while (points[place].video != QStringLiteral("finn_1"))
            ++place;
        view()->select({place}, widgets::SelectionStep::Replace, QStringLiteral("one"));
        QVERIFY(flip->isVisible());
        QTest::mouseClick(flip, Qt::LeftButton);
        auto* dialog = window().findChild<QDialog*>(QStringLiteral("counterfactuals"));
        QVERIFY(dialog && dialog->isVisible());
        auto* rows = dialog->findChild<QTreeWidget*>(QStringLiteral("counterfactualRows"));
        QTRY_COMPARE(rows->topLevelItemCount(), 6);
        const QString note = dialog->findChild<QLabel*>(QStringLiteral("counterfactualNote"))->text();
        QVERIFY2(note.contains(QStringLiteral("160 segment")), qPrintable(note));
        for (int row = 0; row < 3; ++row) { // the other sign
            const bool isNegative = rows->topLevelItem(row)->text(2).startsWith(QChar(0x2212));
            QVERIFY(isNegative != (points[place].prediction < 0.0));
        }
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*dialog, isDark ? "dataset-flip-dark" : "dataset-flip-light", 100);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        const QString id = rows->topLevelItem(0)->text(1);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                          rows->visualItemRect(rows->topLevelItem(0)).center());
        QTRY_COMPARE(QString(document().video().id), id.section(QStringLiteral(" · "), 0, 0));
        dialog->close();
        QVERIFY(activate());
    }

    /// The ending of the name says what is written.
    void theAnswersAreExportedAsASequence()
    {
        if (!view()->isVisible())
            QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(view()->isVisible());
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("maps.csd"));
        const NextDialog answer([&](QDialog* dialog) { // keys open a completer
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
        });
        QTest::mouseClick(find<QToolButton>("datasetExport"), Qt::LeftButton);
        QVERIFY(answer.wasThere());
        QTRY_VERIFY(QFile::exists(file));
        const engine::CsdFile written(file.toStdString());
        QCOMPARE(written.ids().size(), std::size_t(31));
    }

    void itIsAsItWasWhenOneComesBack()
    {
        action("preset-dataset")->trigger();
        QTRY_VERIFY(view()->isVisible());
        QVERIFY(!view()->selected().empty());
        QCOMPARE(message(), QString());
    }

    void keysOfTheTimelineDoNothingHere()
    {
        const int steps = history().count();
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_3); // would give a label
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(history().count(), steps);
    }

    void labelsOfTheProjectAreShown()
    {
        const std::size_t place = 3;
        const double before = at(place).label;
        session().videos().openAt(at(place).video, at(place).start + 0.1);
        QTRY_COMPARE(document().video().id, at(place).video);
        QVERIFY(settle());
        action("preset-explore")->trigger();
        QTRY_VERIFY(std::abs(player().position() - at(place).start) < 0.2);
        auto* timeline = window().findChild<widgets::TimelineView*>();
        timeline->setFocus();
        QTest::keyClick(timeline, before > 0 ? Qt::Key_1 : Qt::Key_7);
        QTRY_VERIFY(history().canUndo());
        action("preset-dataset")->trigger();
        QTRY_VERIFY(at(place).label != before);
        undoAll();
        QTRY_COMPARE(at(place).label, before);
    }

    void theKeyboardStaysInTheView()
    {
        view()->setFocus();
        QSet<QWidget*> seen;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(view()->isAncestorOf(QApplication::focusWidget()));
            seen << QApplication::focusWidget();
        }
        QVERIFY(seen.contains(strip()) && seen.contains(slices())
                && seen.contains(find<QWidget>("ternaryPlot")));
    }

    void aVideoOfTheLibrarySelectsItsSegments()
    {
        session().videos().open(QStringLiteral("cleo_2"));
        QTRY_COMPARE(view()->selected().size(), std::size_t{5});
        QCOMPARE(at(view()->selected().front()).video, QStringLiteral("cleo_2"));
        QVERIFY(settle());
    }

    void aBlindPassHidesAll()
    {
        auto* review = window().findChild<app::Review*>();
        review->startFirst("blind");
        QTRY_VERIFY(review->isActive());
        action("preset-dataset")->trigger(); // a pass shows its own mode
        QTRY_VERIFY(message().contains(QStringLiteral("blind")));
        picture(window(), "dataset-blind");
        review->leave();
        QTRY_COMPARE(message(), QString());
    }

    void theSelectionBecomesAQueue()
    {
        const std::size_t count = view()->selected().size();
        QVERIFY(count > 0);
        QTest::mouseClick(button("datasetSend"), Qt::LeftButton);
        QTRY_VERIFY(!view()->isVisible());
        QVERIFY(action("preset-review")->isChecked());
        auto* queue = find<QListView>("queue");
        QTRY_COMPARE(static_cast<std::size_t>(queue->model()->rowCount()), count);
        picture(window(), "dataset-queue");
        action("preset-dataset")->trigger();
        QTRY_VERIFY(view()->isVisible());
        QCOMPARE(message(), QString()); // the pass is not blind
    }

    void whatIsKnownIsKeptBesideTheProject()
    {
        const QString file = keptFile();
        QTRY_VERIFY2(QFile::exists(file), qPrintable(file));
        std::ifstream stream(file.toStdString());
        const std::string table((std::istreambuf_iterator<char>(stream)), {});
        const engine::ExplainedDataset kept = engine::explanationsFromTable(table, "kept");
        QCOMPARE(kept.segments.size(), std::size_t{160});
        QCOMPARE(kept.provenance.modelSha256.size(), std::size_t{64});
        QCOMPARE(kept.provenance.absent, std::string("mean"));
        // what the model said is what the window shows
        QVERIFY(std::abs(kept.segments[3].prediction(0) - at(3).prediction) < 1e-9);
    }

    void whatAbsentMeansIsAnotherQuestion()
    {
        auto* box = find<QComboBox>("datasetAbsent");
        box->setCurrentIndex(1);
        emit box->activated(1);
        QTRY_VERIFY(message().contains(QStringLiteral("not asked")));
        box->setCurrentIndex(0);
        emit box->activated(0); // the kept answers are there at once, from the disk
        QTRY_COMPARE(message(), QString());
        QVERIFY(!room().run().isRunning());
        QVERIFY2(text("datasetState").contains(QStringLiteral("160")), qPrintable(text("datasetState")));
    }

    void anotherModelsFileIsStale()
    {
        const QString file = keptFile();
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadWrite));
        QByteArray table = kept.readAll();
        const auto hash = table.indexOf("\"model_sha256\":\"") + 16;
        table[hash] = table[hash] == 'a' ? 'b' : 'a';
        kept.resize(0);
        kept.seek(0);
        kept.write(table);
        kept.close();
        again();
        QTRY_VERIFY(text("datasetState").contains(QStringLiteral("stale")));
        QVERIFY(button("datasetRun")->isVisible());
        picture(window(), "dataset-stale");
    }

    void aDamagedFileIsSaid()
    {
        QFile kept(keptFile());
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write("nonsense");
        kept.close();
        again();
        QTRY_VERIFY(message().contains(QStringLiteral("no table")));
        picture(window(), "dataset-failed");
        QTest::mouseClick(button("datasetMessageButton"), Qt::LeftButton);
        QTRY_VERIFY(!room().run().isRunning() && room().isSettled());
        QTRY_COMPARE(message(), QString());
    }

    /// A process that dies in the middle, hangs once and dies at one segment every time.
    void aProcessThatEndsOrHangsIsStartedAgain()
    {
        const QTemporaryDir programs;
        QFile program(programs.filePath(QStringLiteral("polylogue-models")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        QTextStream(&program) << QLatin1String(kFailing);
        program.close();
        program.setPermissions(program.permissions() | QFileDevice::ExeOwner);
        app::ExplanationRun run(session().tasks(), programs.path(), nullptr);
        using namespace std::chrono_literals;
        run.setPatience({5s, 1s});
        QStringList said;
        connect(&run, &app::ExplanationRun::message, this, [&](const QString& text) { said << text; });
        engine::ExplainedDataset known;
        app::ExplanationState last;
        connect(&run, &app::ExplanationRun::advanced, this,
                [&](const engine::ExplainedDataset& part, const app::ExplanationState& state) {
                    known.leftOut = part.leftOut;
                    known.expected = part.expected;
                    known.outputs = part.outputs;
                    known.segments.insert(known.segments.end(), part.segments.begin(), part.segments.end());
                    last = state;
                });
        run.start(QStringLiteral("m"), QStringLiteral("mean"), {}, {});
        QTRY_VERIFY(!run.isRunning());
        QCOMPARE(last.problem, QString());
        QCOMPARE(known.segments.size(), std::size_t{199});
        QVERIFY(known.isWhole());
        QCOMPARE(known.leftOut.size(), std::size_t{1});
        QVERIFY(known.leftOut[0].id.find("151") != std::string::npos);
        QVERIFY(said.join(QString()).contains(QStringLiteral("did not answer")));
        QVERIFY(said.join(QString()).contains(QStringLiteral("killed")));
        for (std::size_t i = 0; i < 199; ++i) // each once, in order
            QCOMPARE(known.segments[i].span.start, static_cast<double>(i < 150 ? i : i + 1));
    }

    void aRunThatIsStoppedGoesOn()
    {
        const QTemporaryDir programs;
        QFile program(programs.filePath(QStringLiteral("polylogue-models")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        QTextStream(&program) << QLatin1String(kSlow);
        program.close();
        program.setPermissions(program.permissions() | QFileDevice::ExeOwner);
        app::ExplanationRun run(session().tasks(), programs.path(), nullptr);
        engine::ExplainedDataset known;
        app::ExplanationState last;
        connect(&run, &app::ExplanationRun::advanced, this,
                [&](const engine::ExplainedDataset& part, const app::ExplanationState& state) {
                    known.outputs = part.outputs;
                    known.expected = part.expected;
                    known.segments.insert(known.segments.end(), part.segments.begin(), part.segments.end());
                    last = state;
                });
        run.start(QStringLiteral("m"), QStringLiteral("mean"), {}, {});
        QTRY_VERIFY(known.segments.size() > 5);
        run.stop();
        QTRY_VERIFY(!run.isRunning());
        QVERIFY(last.wasStopped && last.problem.isEmpty());
        const std::size_t before = known.segments.size();
        QVERIFY(before < 60);
        run.start(QStringLiteral("m"), QStringLiteral("mean"), {}, known);
        QTRY_VERIFY(!run.isRunning());
        QVERIFY(known.isWhole());
        QCOMPARE(known.segments.size(), std::size_t{60});
        for (std::size_t i = 0; i < 60; ++i)
            QCOMPARE(known.segments[i].span.start, static_cast<double>(i));
    }

    void aModelThatCannotBeAskedSaysWhy()
    {
        app::ExplanationRun run(session().tasks(), session().programs(), nullptr);
        QString problem;
        connect(&run, &app::ExplanationRun::advanced, this,
                [&](const engine::ExplainedDataset&, const app::ExplanationState& state) {
                    problem = state.problem;
                });
        run.start(QStringLiteral(DEMO "/models/fv2es.safetensors"), QStringLiteral("mean"),
                  document().dataset(), {});
        QTRY_VERIFY(!run.isRunning());
        QVERIFY2(problem.contains(QStringLiteral("sees pictures")), qPrintable(problem));
    }

private:
    app::DatasetRoom& room() { return *window().findChild<app::DatasetRoom*>(); }
    widgets::DatasetView* view() { return find<widgets::DatasetView>("datasetView"); }
    QPushButton* button(const char* name) { return find<QPushButton>(name); }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    /// What stands in the place of the plots; empty: the plots are shown.
    QString message()
    {
        auto* label = find<QLabel>("datasetMessage");
        return label->isVisible() ? label->text() : QString();
    }
    /// What stands beside the name of the card around this view.
    QString noteOf(const char* content)
    {
        QWidget* card = find<QWidget>(content)->parentWidget();
        const auto* note = card->findChild<widgets::ElidedLabel*>(QStringLiteral("cardNote"));
        return note ? note->toolTip() : QString();
    }
    QListView* strip() { return find<QListView>("segmentStrip"); }
    QTableView* slices() { return find<QTableView>("sliceTable"); }
    const widgets::DatasetPoint& at(std::size_t place) { return room().content().points[place]; }
    int rowOf(const QString& slice)
    {
        widgets::SliceModel& model = find<widgets::SliceTable>("sliceTable")->slices();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.sliceAt(row).name == slice)
                return row;
        }
        return -1;
    }
    QString keptFile()
    {
        app::ExplanationKey key{session().project().path(), session().modelChoice().path().toStdString(),
                                "mean", document().dataset()};
        return QString::fromStdString(key.file().string());
    }
    /// Has the kept answers read again.
    void again()
    {
        auto* box = find<QComboBox>("datasetAbsent");
        for (const int choice : {1, 0}) {
            box->setCurrentIndex(choice);
            emit box->activated(choice);
            QTRY_VERIFY(room().isSettled());
        }
    }
    /// Drags through these parts of a widget's width and height.
    void drag(QWidget* widget, const QList<QPointF>& parts, Qt::KeyboardModifiers modifiers)
    {
        const auto place = [&](QPointF part) {
            return QPoint(static_cast<int>(part.x() * widget->width()),
                          static_cast<int>(part.y() * widget->height()));
        };
        QTest::mousePress(widget, Qt::LeftButton, modifiers, place(parts.front()));
        for (const QPointF part : parts)
            QTest::mouseMove(widget, place(part));
        QTest::mouseRelease(widget, Qt::LeftButton, modifiers, place(parts.back()));
    }
    void click(widgets::PointPlot& plot, std::size_t point, Qt::KeyboardModifiers modifiers)
    {
        QTest::mouseClick(&plot, Qt::LeftButton, modifiers, plot.placeOf(point)->toPoint());
    }
    /// Two points without others near them.
    std::pair<std::size_t, std::size_t> twoAlone(widgets::PointPlot& plot)
    {
        std::vector<std::size_t> alone;
        const std::size_t count = room().content().points.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (!plot.placeOf(i))
                continue;
            bool isAlone = true;
            for (std::size_t other = 0; other < count; ++other)
                isAlone = isAlone
                    && (other == i || !plot.placeOf(other)
                        || (*plot.placeOf(i) - *plot.placeOf(other)).manhattanLength() > 20);
            if (isAlone)
                alone.push_back(i);
        }
        return {alone.at(0), alone.at(1)};
    }
};

WINDOW_TEST_MAIN(DatasetWalk)
#include "tst_dataset_walk.moc"
