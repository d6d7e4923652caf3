#include "app/models_client/models_client.h"
#include "app/settings/language.h"
#include "engine/annotation/layers.h"
#include "widgets/library/library_panel.h"
#include "widgets/training/difference_table.h"
#include "widgets/training/learn_list.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTreeWidget>

#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/menu_bar.h"
#include "tests/support/suspects_test.h"
#include "tests/support/train_dialog.h"
#include "tests/support/waiting.h"

/// A model learns the demo's labels, labels that models do not believe are corrected, and the same is learnt
/// again: what the corrections brought is said. By mouse and keys, with the real programs.
class TrainAgainWalk : public OnTrainDialog<SuspectsTest> {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_runs;

    void page(const char* tabs, int index)
    {
        QTabBar* bar = in<QTabWidget>(tabs)->tabBar();
        clickInSight(bar, bar->tabRect(index).center());
    }
    void setNumber(const char* name, int value)
    {
        auto* field = in<QSpinBox>(name);
        clickInSight(field->findChild<QLineEdit*>());
        pressKey(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QString::number(value));
        QCOMPARE(field->value(), value);
        pressKey(Qt::Key_Tab);
    }
    QString stateOf(const char* table, int column)
    {
        const auto* list = in<QTreeWidget>(table);
        return list->topLevelItemCount() == 0 ? QString() : list->topLevelItem(0)->text(column);
    }
    /// From the queue to the timeline of the first video: by a click on its ruler, and by keys.
    void goToFirst()
    {
        const widgets::LibraryModel& library = window().findChild<widgets::LibraryPanel*>()->model();
        clickInSight(&timeline(), {timeline().width() / 2, 10});
        for (QString id = document().video().id; id != library.entryAt(0).id; id = document().video().id) {
            pressKey(Qt::Key_Up, Qt::ControlModifier);
            QTRY_VERIFY(document().video().id != id);
        }
        QVERIFY(settle());
    }
    std::optional<double> sentiment(engine::SegmentId segment)
    {
        const engine::Segment* one = document().annotation().segment(segment);
        return one ? engine::numberGiven(*one, "sentiment") : std::nullopt;
    }
    QString place(const char* name) const { return m_runs.filePath(QLatin1String(name)); }

private slots:
    void initTestCase()
    {
        app::speak(*QCoreApplication::instance(), QStringLiteral("en")); // with its plural forms
        QVERIFY(openDemo());
    }
    void cleanupTestCase() { m_real.reset(); }

    void aModelLearnsTheLabelsAsTheyAre()
    {
        QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Model", "Train and compare…"));
        QTRY_VERIFY(in<QComboBox>("trainClass")->count() >= 21);
        auto* labels = in<widgets::LearnList>("trainLabels");
        QTRY_VERIFY(labels->rows().size() > 2);
        const auto sentiment
            = std::ranges::find(labels->rows(), QStringLiteral("sentiment"), &widgets::LearnRow::what);
        QVERIFY(sentiment != labels->rows().end());
        const auto row = static_cast<int>(sentiment - labels->rows().begin());
        labels->scrollTo(labels->model()->index(row, 0));
        clickInSight(labels->viewport(), labels->visualRect(labels->model()->index(row, 0)).center());
        QCOMPARE(labels->chosen(), std::optional(static_cast<std::size_t>(row)));
        page("trainTabs", 1);
        setNumber("trainEpochs", 4);
        page("trainTabs", 0);
        picture(*dialog(), "train-again-form", 300);
        auto* field = in<QLineEdit>("trainFolder");
        clickInSight(field);
        pressKey(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, place("first"));
        clickInSight(in<QPushButton>("startTraining"));
        QTRY_VERIFY(stateOf("runsTable", 2).startsWith(QStringLiteral("done")));
        QVERIFY(QFile::exists(place("first/label.json")));
        picture(*dialog(), "train-again-runs");
    }

    void nothingHasChangedYet()
    {
        clickInSight(in<QPushButton>("trainAgain"));
        QTRY_VERIFY(in<QLabel>("trainProblem")->text().startsWith(QStringLiteral("No label has changed")));
        QVERIFY(!QFile::exists(place("first-again")));
    }

    /// The loop takes four clicks: suspicious labels, the first of them, its answer, train again.
    void labelsAreLookedThrough()
    {
        clickInSight(in<QPushButton>("suspectsOfRun"));
        QVERIFY(!dialog()->isVisible());
        QTRY_VERIFY(count() > 0);
    }

    /// Those that are suspicious as models expect them; what is missing to fifty, by digits in the timeline.
    void fiftyLabelsAreCorrected()
    {
        QVERIFY(!button("suspectsTrainAgain")->isVisible());
        QVERIFY(activate());
        clickGroup(1); // of labels
        QTRY_VERIFY(count() > 0);
        clickRow(0);
        QTRY_COMPARE(document().video().id, videoOf(titleOf(0)));
        QTRY_VERIFY(button("acceptSuspect")->isVisible() && button("acceptSuspect")->isEnabled());
        std::map<engine::SegmentId, std::optional<double>> first; // as it was
        const auto changed = [&] { // a video that was looked at without a change may be read anew: other ids
            return std::ranges::count_if(first, [&](const auto& one) {
                return document().annotation().segment(one.first) && sentiment(one.first) != one.second;
            });
        };
        while (changed() < 50 && count() > 0) {
            const int before = count();
            const engine::SegmentId id = document().segmentId("labels", segmentOf(titleOf(0)));
            first.try_emplace(id, sentiment(id));
            pressKey(button("acceptSuspect")->isVisible() ? Qt::Key_A
                                                          : Qt::Key_X); // not all have a suggestion
            QTRY_COMPARE(count(), before - 1);
            if (count() == 0)
                break;
            QTRY_COMPARE(document().video().id, videoOf(titleOf(0)));
            QVERIFY(settle());
        }
        player().pause();
        QTRY_VERIFY(button("suspectsTrainAgain")->isVisible());
        goToFirst();
        for (int opened = 0; changed() < 50 && opened < 15; ++opened) {
            const QString video = document().video().id;
            pressKey(Qt::Key_Home);
            for (std::size_t i = 0; i < document().spans("labels").size() && changed() < 50; ++i) {
                pressKey(Qt::Key_Right, Qt::AltModifier);
                QTRY_COMPARE(document().segmentAt(player().position()), std::optional(i));
                const engine::SegmentId id = document().segmentId("labels", i);
                const std::optional<double> was = first.try_emplace(id, sentiment(id)).first->second;
                if (sentiment(id) == was)
                    pressKey(was.value_or(0.0) > 0.0 ? Qt::Key_6 : Qt::Key_2); // +2, −2
            }
            pressKey(Qt::Key_Down, Qt::ControlModifier);
            QTRY_VERIFY(document().video().id != video);
            QVERIFY(settle());
        }
        QCOMPARE(changed(), 50);
        picture(window(), "train-again-corrected");
    }

    void theSameIsLearntAgain()
    {
        clickInSight(button("suspectsTrainAgain"));
        QTRY_VERIFY(dialog()->isVisible());
        QTRY_VERIFY2(QFile::exists(place("first-again/experiment.json")),
                     qPrintable(in<QLabel>("trainProblem")->text()));
        QTRY_VERIFY(stateOf("experimentList", 4).startsWith(QStringLiteral("running")));
        picture(*dialog(), "train-again-running");
    }

    void whatTheCorrectionsBroughtIsSaid()
    {
        QTRY_VERIFY(stateOf("experimentList", 4).startsWith(QStringLiteral("done: 3")));
        QTRY_VERIFY(in<QLabel>("experimentVerdict")->isVisible());
        const QString sides = in<QLabel>("experimentSides")->text();
        QVERIFY2(sides.contains(QStringLiteral("labels as they were")), qPrintable(sides));
        QVERIFY2(sides.contains(QStringLiteral("labels now: 50 changed")), qPrintable(sides));
        QVERIFY(in<widgets::DifferenceTable>("differenceTable")->isVisible());
        QFile comparison(place("first-again/comparison.json"));
        QVERIFY(comparison.open(QIODevice::ReadOnly));
        const auto compared = nlohmann::json::parse(comparison.readAll().toStdString());
        QCOMPARE(compared["seeds"].get<std::vector<int>>(), (std::vector{3, 3}));
        QVERIFY(compared["videos"].get<int>() > 1);
        picture(*dialog(), "train-again-done");
        window().setThemeChoice(app::ThemeChoice::Light);
        picture(*dialog(), "train-again-done-light");
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void theNewModelIsUsed()
    {
        clickInSight(in<QPushButton>("useExperiment"));
        QVERIFY(!dialog()->isVisible());
        QTRY_COMPARE(session().modelsClient().loadedPath(), place("first-again/b-1/model.safetensors"));
    }

    void whatWasLearntAgainReproduces()
    {
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-models"),
                      {QStringLiteral("reproduce"), place("first-again/b-2/record.json"),
                       QStringLiteral("--progress"), QStringLiteral("none"), QStringLiteral("--json")});
        QVERIFY(program.waitForFinished(support::kPatience));
        const QByteArray said = program.readAllStandardOutput();
        QCOMPARE(nlohmann::json::parse(said.toStdString()).value("verdict", ""), std::string("equal"));
    }
};

WINDOW_TEST_MAIN(TrainAgainWalk)
#include "tst_train_again_walk.moc"
