#include "app/training/experiment_page.h"
#include "app/training/experiment_runs.h"
#include "app/video/video_opener.h"
#include "engine/sequences/csd_file.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/training/curve_plot.h"
#include "widgets/training/difference_table.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeWidget>

#include <cmath>
#include <csignal>
#include <nlohmann/json.hpp>

#include "tests/support/train_dialog.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The tab *Compare* of *Model → Train and compare…* as a person uses it, by mouse and keyboard, with the
/// real program.
class TestExperimentWalk : public OnTrainDialog<WindowTest> {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    void click(const char* button) { QTest::mouseClick(in<QPushButton>(button), Qt::LeftButton); }
    void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    void setNumber(const char* name, int value)
    {
        auto* field = in<QSpinBox>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::number(value));
        QTest::keyClick(field, Qt::Key_Tab);
    }
    /// Chooses by the keyboard.
    void choose(const char* name, int index)
    {
        auto* choice = in<QComboBox>(name);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentIndex(), index);
    }
    void page(int index)
    {
        QTabBar* bar = in<QTabWidget>("trainPages")->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
        QTest::mouseClick(in<QAbstractButton>(qPrintable(QStringLiteral("comparePages%1").arg(index))),
                          Qt::LeftButton);
    }
    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTreeWidget* list() { return in<QTreeWidget>("experimentList"); }
    QString state(const char* name)
    {
        for (int row = 0; row < list()->topLevelItemCount(); ++row) {
            if (list()->topLevelItem(row)->text(0) == QLatin1String(name))
                return list()->topLevelItem(row)->text(4);
        }
        return {};
    }
    /// Waits for the comparison that is chosen, as long as its epochs go on: many of them take longer than a
    /// test's patience where other tests train beside.
    bool isDoneInTheEnd(const char* name)
    {
        const auto progress = [&] { return state(name) + in<QLabel>("experimentDetail")->text(); };
        while (!state(name).startsWith(QStringLiteral("done"))) {
            const QString before = progress();
            if (!QTest::qWaitFor([&] { return progress() != before; }, support::kPatience))
                return false;
        }
        return true;
    }
    QString why() { return in<QLabel>("trainProblem")->text(); }
    void start(const char* name, int epochs, int seeds)
    {
        page(0);
        setNumber("experimentEpochs", epochs);
        setNumber("experimentPatience", epochs);
        setNumber("experimentSeeds", seeds);
        type(in<QLineEdit>("experimentFolder"), place(name));
        QVERIFY2(in<QPushButton>("startExperiment")->isEnabled(), qPrintable(why()));
        click("startExperiment");
        QTRY_VERIFY(!state(name).isEmpty());
    }
    static qint64 processOf(const QString& run)
    {
        QFile lock(run + QStringLiteral("/.lock"));
        return lock.open(QIODevice::ReadOnly) ? lock.readAll().split(' ').first().toLongLong() : 0;
    }

    void look(const char* name)
    {
        if (!qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
            return;
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            QTest::qWait(200);
            picture(*dialog(),
                    qPrintable(QStringLiteral("experiment-%1-%2")
                                   .arg(QLatin1String(name),
                                        isDark ? QStringLiteral("dark") : QStringLiteral("light"))));
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        const QSize before = dialog()->size();
        for (const QSize size : {QSize(1000, 660), QSize(2400, 1400)}) {
            dialog()->resize(size);
            QTest::qWait(100);
            picture(
                *dialog(),
                qPrintable(QStringLiteral("experiment-%1-%2").arg(QLatin1String(name)).arg(size.width())));
        }
        dialog()->resize(before);
    }

private slots:
    void whatChangesNothingIsSaid()
    {
        widgets::FigureDifference same{QStringLiteral("r"),        false, {0.5, 0.5}, {0.1, 0.1}, 0.0,
                                       engine::Interval{0.0, 0.0}, 2};
        QVERIFY2(app::verdictOf({same}).startsWith(QStringLiteral("A and B gave the same")),
                 qPrintable(app::verdictOf({same})));
        same.interval = engine::Interval{-0.1, 0.1};
        QVERIFY2(app::verdictOf({same}).contains(QStringLiteral("cannot tell")),
                 qPrintable(app::verdictOf({same})));
    }

    void initTestCase() { QVERIFY(openDemo()); }

    void cleanup()
    {
        WindowTest::cleanup();
        if (QTest::currentTestFailed() && m_real && dialog())
            picture(*dialog(), "experiment-failed");
    }

    void theDialogBeginsWithAlignedAgainstUnaligned()
    {
        action("compare-trainings")->trigger();
        QVERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY(in<QComboBox>("experimentClass")->count() >= 15);
        QCOMPARE(in<QComboBox>("experimentClass")->currentText(), QStringLiteral("LMF"));
        QCOMPARE(in<QComboBox>("rows_a")->currentIndex(), 0);
        QCOMPARE(in<QComboBox>("rows_b")->currentIndex(), 1);
        QVERIFY(in<QComboBox>("impute_a")->isEnabled() && !in<QComboBox>("impute_b")->isEnabled());
        QTRY_VERIFY2(in<QPushButton>("startExperiment")->isEnabled(), qPrintable(why()));
        QVERIFY(in<QLineEdit>("experimentFolder")->text().endsWith(QStringLiteral("/compare-lmf-1")));
        look("form");
    }

    void whatCannotBeComparedIsSaid()
    {
        choose("rows_b", 0);
        QVERIFY2(why().contains(QStringLiteral("the same")), qPrintable(why()));
        QVERIFY(!in<QPushButton>("startExperiment")->isEnabled());
        choose("collapse_b", 1);
        QVERIFY(in<QPushButton>("startExperiment")->isEnabled());
        auto* models = in<QComboBox>("experimentClass");
        choose("experimentClass", models->findText(QStringLiteral("MFN")));
        QVERIFY(in<QPushButton>("startExperiment")->isEnabled());
        choose("rows_b", 1);
        QVERIFY2(why().contains(QStringLiteral("MFN works word by word")), qPrintable(why()));
        choose("experimentClass", models->findText(QStringLiteral("LMF")));
        QVERIFY(in<QPushButton>("startExperiment")->isEnabled());
    }

    /// Both sides, seed after seed, and what can be told of them.
    void alignedIsComparedWithUnaligned()
    {
        start("rows", 5, 2);
        QTRY_VERIFY(state("rows").startsWith(QStringLiteral("done: 2")));
        for (const char* run : {"rows/a-1", "rows/b-1", "rows/a-2", "rows/b-2"})
            QVERIFY2(QFile::exists(place(run) + QStringLiteral("/result.json")), run);
        const QString verdict = in<QLabel>("experimentVerdict")->text();
        QVERIFY2(verdict.contains(QStringLiteral("MAE")), qPrintable(verdict));
        auto* figures = in<widgets::DifferenceTable>("differenceTable");
        QCOMPARE(figures->topLevelItemCount(), 4);
        QCOMPARE(figures->topLevelItem(0)->text(widgets::DifferenceTable::Figure), QStringLiteral("MAE"));
        QVERIFY(
            figures->topLevelItem(0)->text(widgets::DifferenceTable::First).contains(QStringLiteral("±")));
        QVERIFY(in<QLabel>("experimentSides")->text().contains(QStringLiteral("25 segment")));
        const QString curves = in<widgets::CurvePlot>("experimentCurves")->textAt(1);
        QVERIFY2(curves.contains(QStringLiteral("A, seed 1")) && curves.contains(QStringLiteral("B, seed 2")),
                 qPrintable(curves));
        look("done");
        const QString mae = figures->topLevelItem(0)->text(widgets::DifferenceTable::First);
        choose("experimentOutput", 1);
        QVERIFY(figures->topLevelItem(0)->text(widgets::DifferenceTable::First) != mae);
        choose("experimentOutput", 0);
    }

    /// Its figures are those of the runs themselves.
    void theFiguresAreThoseOfTheRuns()
    {
        const auto known = app::readExperiments(m_folder.path().toStdString(), {});
        QCOMPARE(known.size(), std::size_t(1));
        for (std::size_t side = 0; side < 2; ++side) {
            double mean = 0.0;
            for (const auto& pair : known[0].runs) {
                QFile file(pair[side]->folder + QStringLiteral("/result.json"));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto result = nlohmann::json::parse(file.readAll().toStdString());
                mean += result.at("labels").at("sentiment").at("mae").get<double>() / 2.0;
            }
            const auto& output = known[0].result->outputs.at(0);
            QCOMPARE(output.name, QStringLiteral("sentiment"));
            const double compared = *output.figures[0].values[side];
            QVERIFY2(std::abs(mean - compared) < 1e-6,
                     qPrintable(QStringLiteral("%1, %2").arg(mean, 0, 'g', 12).arg(compared, 0, 'g', 12)));
        }
    }

    void oneAlignmentIsComparedWithAnother()
    {
        page(0);
        choose("rows_b", 0);
        choose("collapse_b", 1);
        choose("impute_b", 1);
        start("collapse", 2, 1);
        QTRY_VERIFY(state("collapse").startsWith(QStringLiteral("done")));
        QVERIFY2(in<QLabel>("experimentSides")->text().contains(QStringLiteral("max, gaps filled by mean")),
                 qPrintable(in<QLabel>("experimentSides")->text()));
    }

    /// One label of the project, with what a person edited a moment ago.
    void anotherLabelIsComparedAsItIsNow()
    {
        session().videos().open(QStringLiteral("ada_1"));
        QTRY_COMPARE(document().video().id, QStringLiteral("ada_1"));
        QVERIFY(settle());
        dialog()->close();
        QVERIFY(activate());
        auto* timeline = find<widgets::TimelineView>("timeline");
        const auto column = document().labels().names.indexOf(QStringLiteral("sentiment"));
        const auto value
            = [&] { return document().labels().rows.features.at(0, static_cast<std::size_t>(column)); };
        const float other = value() > 0 ? -2.0F : 2.0F;
        player().seek(document().spans("labels")[0].start + 0.1);
        timeline->setFocus();
        QTest::keyClick(timeline, other > 0 ? Qt::Key_6 : Qt::Key_2);
        QCOMPARE(value(), other);
        action("compare-trainings")->trigger();
        auto* labels = in<QComboBox>("train_labels");
        page(0);
        QTRY_VERIFY(labels->isVisible() && labels->count() > 7);
        QCOMPARE(labels->currentText(), QStringLiteral("Labels: all 7 together"));
        dialog()->activateWindow();
        QTRY_VERIFY(dialog()->isActiveWindow());
        labels->setFocus();
        QTRY_VERIFY(labels->hasFocus());
        const int sentiment = labels->findText(QStringLiteral("Labels: sentiment"));
        QVERIFY(sentiment > 0);
        choose("train_labels", sentiment);
        QVERIFY2(in<QLabel>("trainFoldNote")->text().contains(QStringLiteral("train 100, valid 25, test 25")),
                 qPrintable(in<QLabel>("trainFoldNote")->text()));
        look("label");
        start("sentiment", 2, 1);
        QTRY_VERIFY(state("sentiment").startsWith(QStringLiteral("done")));
        QCOMPARE(in<QComboBox>("experimentOutput")->count(), 1);
        QVERIFY(QFile::exists(place("sentiment/b-1/label.json")));
        const auto list = engine::readDatasetList(place("sentiment/dataset.json").toStdString());
        const engine::CsdFile learnt(list.sequence("labels")->file);
        const auto rows = engine::readFeatures(learnt, "ada_1");
        QCOMPARE(rows.features.columns, std::size_t(1));
        QCOMPARE(rows.features.at(0, 0), other);
    }

    void aKilledRunIsSaidSoAndGoesOn()
    {
        start("killed", 400, 1);
        QTRY_VERIFY(QFile::exists(place("killed/a-1/checkpoint.safetensors"))
                    && QFile::exists(place("killed/b-1/checkpoint.safetensors")));
        const qint64 process = processOf(place("killed/a-1"));
        QVERIFY(process > 0);
        ::kill(static_cast<pid_t>(process), SIGKILL);
        click("stopExperiment");
        QTRY_VERIFY(state("killed").startsWith(QStringLiteral("broken off")));
        QTRY_VERIFY2(in<QLabel>("experimentDetail")->text().contains(QStringLiteral("A broke off.")),
                     qPrintable(in<QLabel>("experimentDetail")->text()));
        QVERIFY(in<QLabel>("experimentDetail")->text().contains(QStringLiteral("killed")));
        look("killed");
        click("goOnExperiment");
        QTRY_VERIFY(state("killed").startsWith(QStringLiteral("running")));
        QVERIFY2(isDoneInTheEnd("killed"), qPrintable(in<QLabel>("experimentDetail")->text()));
    }

    void aComparisonThatIsThereIsNotWrittenOver()
    {
        page(0);
        type(in<QLineEdit>("experimentFolder"), place("rows"));
        click("startExperiment");
        QTRY_VERIFY(why().contains(QStringLiteral("has a comparison")));
    }

    /// What was typed, and the comparisons that are listed, are those of the dataset that is open.
    void itsFolderLeavesWithTheDataset()
    {
        type(in<QLineEdit>("experimentFolder"), place("typed"));
        const QString other = place("other");
        QVERIFY(QDir().mkpath(other));
        for (const char* file : {"/labels.csd", "/words.csd", "/acoustic.csd"})
            QVERIFY(QFile::copy(QStringLiteral(DEMO) + QLatin1String(file), other + QLatin1String(file)));
        const std::filesystem::path before = session().project().path();
        const auto open = [this](const std::filesystem::path& path) {
            session().project().open({path});
            QTRY_VERIFY(!dialog()->isVisible());
            QVERIFY(settle());
            action("compare-trainings")->trigger();
            QTRY_VERIFY(dialog()->isVisible());
        };
        open(other.toStdString());
        QTRY_VERIFY2(in<QLineEdit>("experimentFolder")->text().startsWith(other + QStringLiteral("/runs/")),
                     qPrintable(in<QLineEdit>("experimentFolder")->text()));
        QCOMPARE(list()->topLevelItemCount(), 0);
        open(before);
        QTRY_VERIFY(!in<QLineEdit>("experimentFolder")->text().startsWith(other));
        QTRY_VERIFY2(in<QPushButton>("startExperiment")->isEnabled(), qPrintable(why()));
    }

    void helpIsAboutTraining()
    {
        in<QLineEdit>("experimentFolder")->setFocus();
        QTest::keyClick(in<QLineEdit>("experimentFolder"), Qt::Key_F1);
        QTRY_VERIFY(dialog()->findChild<QDialog*>(QStringLiteral("help")));
        auto* help = dialog()->findChild<QDialog*>(QStringLiteral("help"));
        QTRY_VERIFY(help->findChild<QTextBrowser*>()->toPlainText().startsWith(QStringLiteral("Training")));
        help->close();
    }

    /// What runs outlives the window, and another window takes it up.
    void aComparisonOutlivesTheWindow()
    {
        QSettings().setValue(QStringLiteral("training/at-closing"), QStringLiteral("goOn"));
        start("left", 60, 1);
        QTRY_VERIFY(state("left").startsWith(QStringLiteral("running")));
        const QString folder = m_folder.path();
        m_real.reset();
        QTRY_VERIFY(QFile::exists(place("left/a-1/result.json"))
                    && QFile::exists(place("left/b-1/result.json")));
        QVERIFY(!QFile::exists(place("left/comparison.json")));
        const auto stateNow
            = [&folder] { return app::readExperiments(folder.toStdString(), {}).front().state(); };
        QTRY_COMPARE(stateNow(), app::ExperimentState::State::Trained);
        app::compareSides(PROGRAMS, place("left").toStdString(), {});
        QCOMPARE(stateNow(), app::ExperimentState::State::Done);
    }
};

WINDOW_TEST_MAIN(TestExperimentWalk)
#include "tst_experiment_walk.moc"
