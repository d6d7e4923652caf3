#include "app/models_client/models_client.h"
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

#include <nlohmann/json.hpp>

#include "tests/support/suspects_test.h"

/// A model learns the demo's labels, labels that models do not believe are corrected, and the same is learnt
/// again: what the corrections brought is said. By mouse and keys, with the real programs.
class TrainAgainWalk : public SuspectsTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    static constexpr int kPatience = 140'000; // ms for a search, or six trainings of a few epochs

    QTemporaryDir m_runs;

    QDialog* dialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return dialog()->findChild<Widget*>(QLatin1String(name));
    }
    void click(QPushButton* button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void page(const char* tabs, int index)
    {
        QTabBar* bar = in<QTabWidget>(tabs)->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    void setNumber(const char* name, int value)
    {
        auto* field = in<QSpinBox>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::number(value));
        QTest::keyClick(field, Qt::Key_Tab);
    }
    QString stateOf(const char* table, int column)
    {
        const auto* list = in<QTreeWidget>(table);
        return list->topLevelItemCount() == 0 ? QString() : list->topLevelItem(0)->text(column);
    }
    QString place(const char* name) const { return m_runs.filePath(QLatin1String(name)); }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void aModelLearnsTheLabelsAsTheyAre()
    {
        action("train")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(in<QComboBox>("trainClass")->count() >= 21, 30'000);
        auto* labels = in<widgets::LearnList>("trainLabels");
        QTRY_VERIFY_WITH_TIMEOUT(labels->rows().size() > 2, 30'000);
        const auto sentiment
            = std::ranges::find(labels->rows(), QStringLiteral("sentiment"), &widgets::LearnRow::what);
        QVERIFY(sentiment != labels->rows().end());
        labels->choose(static_cast<std::size_t>(sentiment - labels->rows().begin()));
        page("trainTabs", 1);
        setNumber("trainEpochs", 4);
        page("trainTabs", 0);
        auto* field = in<QLineEdit>("trainFolder");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, place("first"));
        click(in<QPushButton>("startTraining"));
        QTRY_VERIFY_WITH_TIMEOUT(stateOf("runsTable", 2).startsWith(QStringLiteral("done")), kPatience);
        QVERIFY(QFile::exists(place("first/label.json")));
        picture(*dialog(), "train-again-runs");
    }

    void nothingHasChangedYet()
    {
        click(in<QPushButton>("trainAgain"));
        QTRY_VERIFY_WITH_TIMEOUT(
            in<QLabel>("trainProblem")->text().startsWith(QStringLiteral("No label has changed")), 30'000);
        QVERIFY(!QFile::exists(place("first-again")));
    }

    /// The loop takes four clicks: suspicious labels, the first of them, its answer, train again.
    void labelsAreLookedThrough()
    {
        click(in<QPushButton>("suspectsOfRun"));
        QVERIFY(!dialog()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(count() > 0, kPatience);
    }

    /// Those that are suspicious as models expect them; what is missing to fifty, by digits in the timeline.
    void fiftyLabelsAreCorrected()
    {
        QVERIFY(!button("suspectsTrainAgain")->isVisible());
        QVERIFY(activate());
        clickGroup(1); // of labels
        QTRY_VERIFY(count() > 0);
        clickRow(0);
        QTRY_COMPARE_WITH_TIMEOUT(document().video().id, videoOf(titleOf(0)), 20'000);
        QTRY_VERIFY(button("acceptSuspect")->isVisible() && button("acceptSuspect")->isEnabled());
        queue()->list().setFocus();
        int corrected = 0;
        for (; corrected < 50 && count() > 0; ++corrected) {
            const int before = count();
            QTest::keyClick(&queue()->list(), Qt::Key_A);
            QTRY_COMPARE_WITH_TIMEOUT(count(), before - 1, 20'000);
            if (count() > 0)
                QTRY_COMPARE_WITH_TIMEOUT(document().video().id, videoOf(titleOf(0)), 20'000);
        }
        player().pause();
        QTRY_VERIFY(button("suspectsTrainAgain")->isVisible());
        timeline().setFocus();
        for (const char* video : {"ada_1", "bert_2", "cleo_3", "dan_4", "eve_5", "finn_1", "ada_2", "bert_3",
                                  "cleo_4", "dan_5", "eve_1", "finn_2", "ada_3", "bert_4", "cleo_5"}) {
            session().videos().open(QLatin1String(video));
            QTRY_COMPARE_WITH_TIMEOUT(QString(document().video().id), QLatin1String(video), 20'000);
            QVERIFY(settle());
            timeline().setFocus();
            for (std::size_t i = 0; i < document().spans("labels").size() && corrected < 50; ++i) {
                const engine::Interval span = document().spans("labels")[i];
                player().seek((span.start + span.end) / 2);
                QTRY_COMPARE(document().attention().segment(), std::optional(i));
                const float value = document().labels().rows.features.at(i, 0);
                QTest::keyClick(&timeline(), value > 0 ? Qt::Key_6 : Qt::Key_2); // +2, −2
                if (document().labels().rows.features.at(i, 0) != value)
                    ++corrected;
            }
        }
        QCOMPARE(corrected, 50);
        picture(window(), "train-again-corrected");
        window().resize(1366, 768);
        picture(window(), "train-again-corrected-small");
        window().resize(1920, 1080);
    }

    void theSameIsLearntAgain()
    {
        click(button("suspectsTrainAgain"));
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->isVisible(), 20'000);
        QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(place("first-again/experiment.json")),
                                  qPrintable(in<QLabel>("trainProblem")->text()), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(stateOf("experimentList", 4).startsWith(QStringLiteral("running")), 30'000);
        picture(*dialog(), "train-again-running");
    }

    void whatTheCorrectionsBroughtIsSaid()
    {
        QTRY_VERIFY_WITH_TIMEOUT(stateOf("experimentList", 4).startsWith(QStringLiteral("done: 3")), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(in<QLabel>("experimentVerdict")->isVisible(), kPatience);
        const QString sides = in<QLabel>("experimentSides")->text();
        QVERIFY2(sides.contains(QStringLiteral("labels as they were"))
                     && sides.contains(QStringLiteral("labels now: ")),
                 qPrintable(sides));
        QVERIFY(in<widgets::DifferenceTable>("differenceTable")->isVisible());
        QFile comparison(place("first-again/comparison.json"));
        QVERIFY(comparison.open(QIODevice::ReadOnly));
        const auto told = nlohmann::json::parse(comparison.readAll().toStdString());
        QCOMPARE(told["seeds"].get<std::vector<int>>(), (std::vector{3, 3}));
        QVERIFY(told["videos"].get<int>() > 1);
        picture(*dialog(), "train-again-done");
        window().setThemeChoice(app::ThemeChoice::Light);
        picture(*dialog(), "train-again-done-light");
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void theNewModelIsUsed()
    {
        click(in<QPushButton>("useExperiment"));
        QVERIFY(!dialog()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(session().modelsClient().loadedPath(),
                                  place("first-again/b-1/model.safetensors"), 30'000);
    }

    void whatWasLearntAgainReproduces()
    {
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-models"),
                      {QStringLiteral("reproduce"), place("first-again/b-2/record.json"),
                       QStringLiteral("--progress"), QStringLiteral("none"), QStringLiteral("--json")});
        QVERIFY(program.waitForFinished(kPatience));
        const QByteArray said = program.readAllStandardOutput();
        QCOMPARE(nlohmann::json::parse(said.toStdString()).value("verdict", ""), std::string("equal"));
    }
};

WINDOW_TEST_MAIN(TrainAgainWalk)
#include "tst_train_again_walk.moc"
