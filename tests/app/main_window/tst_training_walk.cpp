#include "app/models_client/models_client.h"
#include "engine/project_items/fold_item.h"
#include "engine/sequences/csd_file.h"
#include "widgets/training/curve_plot.h"
#include "widgets/training/dynamics_plot.h"
#include "widgets/training/learn_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include <cmath>
#include <csignal>
#include <nlohmann/json.hpp>

#include "tests/support/train_dialog.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// *Model → Train and compare…* as a person uses it, by mouse and keyboard, with the real program.
class TestTrainingWalk : public OnTrainDialog<WindowTest> {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    void click(const char* button) { QTest::mouseClick(in<QPushButton>(button), Qt::LeftButton); }
    void type(QLineEdit* field, const QString& text)
    {
        QTest::mouseClick(field, Qt::LeftButton);
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
    void page(const char* tabs, int index)
    {
        QTabBar* bar = in<QTabWidget>(tabs)->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    QTreeWidget* table() { return in<QTreeWidget>("runsTable"); }
    QString cell(int row, int column) { return table()->topLevelItem(row)->text(column); }
    int rowOf(const QString& run)
    {
        for (int row = 0; row < table()->topLevelItemCount(); ++row) {
            if (cell(row, 0) == run)
                return row;
        }
        return -1;
    }
    QString state(const QString& run) { return rowOf(run) < 0 ? QString() : cell(rowOf(run), 2); }
    void clickRun(const QString& run, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers,
                          table()->visualItemRect(table()->topLevelItem(rowOf(run))).center());
    }
    QString place(const char* run) const { return m_folder.filePath(QLatin1String(run)); }

    /// From the first page: an LMF of so many epochs into this folder.
    void train(const char* run, int epochs, int seed = 1)
    {
        page("trainPages", 0);
        page("trainTabs", 1);
        setNumber("trainEpochs", epochs);
        setNumber("trainPatience", epochs);
        setNumber("trainSeed", seed);
        page("trainTabs", 0);
        type(in<QLineEdit>("trainFolder"), place(run));
        QVERIFY2(in<QPushButton>("startTraining")->isEnabled(),
                 qPrintable(in<QLabel>("trainProblem")->text()));
        click("startTraining");
        QTRY_VERIFY(rowOf(QLatin1String(run)) >= 0);
    }

    void look(const char* name)
    {
        if (!qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
            return;
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            QTest::qWait(200);
            picture(*dialog(),
                    qPrintable(QStringLiteral("training-%1-%2")
                                   .arg(QLatin1String(name),
                                        isDark ? QStringLiteral("dark") : QStringLiteral("light"))));
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        const QSize before = dialog()->size();
        for (const QSize size : {QSize(1000, 660), QSize(2400, 1400)}) {
            dialog()->resize(size);
            QTest::qWait(100);
            picture(*dialog(),
                    qPrintable(QStringLiteral("training-%1-%2").arg(QLatin1String(name)).arg(size.width())));
        }
        dialog()->resize(before);
    }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }

    void cleanup()
    {
        WindowTest::cleanup();
        if (QTest::currentTestFailed() && m_real && dialog())
            picture(*dialog(), "training-failed");
    }

    void theDialogOpensWithTheModelsThatThereAre()
    {
        action("train")->trigger();
        QVERIFY(dialog() && dialog()->isVisible());
        look("loading");
        QTRY_VERIFY(in<QComboBox>("trainClass")->count() >= 21);
        QCOMPARE(in<QComboBox>("trainClass")->currentText(), QStringLiteral("LMF"));
        QVERIFY(in<QLineEdit>("model_rank"));
        QCOMPARE(in<QComboBox>("train_text")->currentText(), QStringLiteral("word_vectors"));
        QVERIFY(in<QPushButton>("startTraining")->isEnabled());
        QVERIFY(in<QLineEdit>("trainFolder")->text().endsWith(QStringLiteral("/lmf-1")));
        look("form");
    }

    void optionsAsJsonAndTheFormAreOne()
    {
        setNumber("trainEpochs", 7);
        type(in<QLineEdit>("model_rank"), QStringLiteral("5"));
        page("trainTabs", 2);
        auto* text = in<QPlainTextEdit>("trainJson");
        auto options = nlohmann::json::parse(text->toPlainText().toStdString());
        QCOMPARE(options["training"]["epochs"].get<int>(), 7);
        QCOMPARE(options["model"]["rank"].get<int>(), 5);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClicks(text, QStringLiteral("oops"));
        QVERIFY2(in<QLabel>("trainJsonNote")->text().startsWith(QStringLiteral("Line 3:")),
                 qPrintable(in<QLabel>("trainJsonNote")->text()));
        QVERIFY(!in<QPushButton>("startTraining")->isEnabled());
        look("wrong-json");
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(text, Qt::Key_Backspace);
        QVERIFY(in<QPushButton>("startTraining")->isEnabled());
        options["training"]["batch"] = 8;
        text->setPlainText(QString::fromStdString(options.dump(2)));
        page("trainTabs", 1);
        QCOMPARE(in<QSpinBox>("trainBatch")->value(), 8);
        type(in<QLineEdit>("trainRate"), QStringLiteral("fast"));
        QVERIFY(!in<QPushButton>("startTraining")->isEnabled());
        QVERIFY(in<QLabel>("trainProblem")->text().contains(QStringLiteral("fast")));
        type(in<QLineEdit>("trainRate"), QStringLiteral("0.003"));
        QVERIFY(in<QPushButton>("startTraining")->isEnabled());
    }

    /// Said before the training begins, not by its failure.
    void aFolderThatTakesNoFilesIsSaid()
    {
        QFile file(place("a file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString before = in<QLineEdit>("trainFolder")->text();
        type(in<QLineEdit>("trainFolder"), place("a file/run"));
        QTRY_VERIFY(in<QLabel>("trainProblem")->text().contains(QStringLiteral("is a file")));
        QVERIFY(!in<QPushButton>("startTraining")->isEnabled());
        type(in<QLineEdit>("trainFolder"), before);
        QTRY_VERIFY(in<QPushButton>("startTraining")->isEnabled());
    }

    void aTrainingIsFollowedToItsEnd()
    {
        train("first", 6);
        QTRY_VERIFY(state(QStringLiteral("first")).startsWith(QStringLiteral("done after 6")));
        QVERIFY(QFile::exists(place("first/record.json")));
        QVERIFY(cell(rowOf(QStringLiteral("first")), 4) != QStringLiteral("–"));
        QVERIFY(
            in<widgets::CurvePlot>("runCurves")->textAt(1).contains(QStringLiteral("first: learnt from")));
        look("done");
    }

    void runsLieOverEachOther()
    {
        train("second", 6, 2);
        QTRY_VERIFY(state(QStringLiteral("second")).startsWith(QStringLiteral("done")));
        clickRun(QStringLiteral("first"));
        clickRun(QStringLiteral("second"), Qt::ControlModifier);
        const QString told = in<widgets::CurvePlot>("runCurves")->textAt(2);
        QVERIFY2(told.contains(QStringLiteral("first:")) && told.contains(QStringLiteral("second:")),
                 qPrintable(told));
        QVERIFY(!in<QPushButton>("useRun")->isEnabled()); // of which?
        look("compared");
    }

    /// A point is a segment: a click on it plays it.
    void segmentsThatWereLearntFromArePoints()
    {
        clickRun(QStringLiteral("first"));
        auto* shown = in<QComboBox>("runCurvesShown");
        shown->setFocus();
        QTest::keyClick(shown, Qt::Key_End);
        auto* plot = in<widgets::DynamicsPlot>("runDynamics");
        QTRY_VERIFY(plot->isVisible());
        QSignalSpy chosen(plot, &widgets::DynamicsPlot::chosen);
        QTRY_VERIFY(
            (QTest::keyClick(plot, Qt::Key_Down), !plot->accessibleDescription().isEmpty())); // they are read
        look("dynamics");
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->pointOf(0).toPoint());
        QCOMPARE(chosen.size(), 1);
        const auto segment = chosen.front().front().value<widgets::SegmentDynamics>();
        QVERIFY(segment.span);
        const QString video = segment.id.section(QLatin1Char('['), 0, 0);
        QTRY_COMPARE(QString(session().document().video().id), video);
        QTRY_VERIFY(std::abs(player().position() - segment.span->start) < segment.span->length() + 0.5);
        player().pause();
        shown->setFocus();
        QTest::keyClick(shown, Qt::Key_Home);
        QTRY_VERIFY(in<widgets::CurvePlot>("runCurves")->isVisible());
    }

    void aRunIsReproduced()
    {
        clickRun(QStringLiteral("first"));
        click("reproduceRun");
        QTRY_VERIFY(in<QLabel>("runDetail")->text().startsWith(QStringLiteral("Equal: the same weights")));
        look("reproduced");
    }

    void aRunStopsAndGoesOn()
    {
        train("long", 100'000);
        QTRY_VERIFY(state(QStringLiteral("long")).contains(QStringLiteral("epoch 2")));
        look("running");
        QTest::mouseMove(in<widgets::CurvePlot>("runCurves"));
        click("stopRun");
        QTRY_VERIFY(state(QStringLiteral("long")).startsWith(QStringLiteral("stopped")));
        QVERIFY(in<QPushButton>("useRun")->isEnabled());
        QVERIFY(in<QPushButton>("goOnRun")->isEnabled());
        look("stopped");
        click("goOnRun");
        QTRY_VERIFY(state(QStringLiteral("long")).startsWith(QStringLiteral("running")));
    }

    void theStatusLineShowsAndStopsIt()
    {
        const auto* task = window().findChild<QLabel*>(QStringLiteral("task"));
        auto* stop = window().findChild<QToolButton*>(QStringLiteral("stopTask"));
        QTRY_VERIFY(task->text().startsWith(QStringLiteral("Training long: epoch ")));
        QVERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(state(QStringLiteral("long")).startsWith(QStringLiteral("stopped")));
        QTRY_VERIFY(!task->isVisible());
        click("goOnRun");
        QTRY_VERIFY(state(QStringLiteral("long")).startsWith(QStringLiteral("running")));
    }

    void aKilledRunIsSaidSoAndTheWindowWorksOn()
    {
        QFile lock(place("long/.lock"));
        QTRY_VERIFY(lock.exists() && lock.size() > 0);
        QVERIFY(lock.open(QIODevice::ReadOnly));
        const auto process = static_cast<pid_t>(lock.readAll().split(' ').first().toInt());
        QVERIFY(process > 0);
        ::kill(process, SIGKILL);
        QTRY_VERIFY(state(QStringLiteral("long")).startsWith(QStringLiteral("broken")));
        QVERIFY2(in<QLabel>("runDetail")->text().contains(QStringLiteral("killed")),
                 qPrintable(in<QLabel>("runDetail")->text()));
        QVERIFY(in<QPushButton>("goOnRun")->isEnabled());
        look("killed");
    }

    void whatIsWrongIsSaidInTheProgramsWords()
    {
        page("trainPages", 0);
        page("trainTabs", 2);
        auto* text = in<QPlainTextEdit>("trainJson");
        const QString before = text->toPlainText();
        auto options = nlohmann::json::parse(before.toStdString());
        options["training"]["epoch"] = 3; // no such field
        text->setPlainText(QString::fromStdString(options.dump(2)));
        page("trainTabs", 1);
        train("wrong", 3);
        QTRY_VERIFY(state(QStringLiteral("wrong")).startsWith(QStringLiteral("broken")));
        clickRun(QStringLiteral("wrong"));
        QVERIFY2(in<QLabel>("runDetail")->text().contains(QStringLiteral("epoch")),
                 qPrintable(in<QLabel>("runDetail")->text()));
        page("trainPages", 0);
        page("trainTabs", 2);
        text->setPlainText(before);
        page("trainTabs", 1);
    }

    void aRunThatIsThereIsNotWrittenOver()
    {
        page("trainPages", 0);
        type(in<QLineEdit>("trainFolder"), place("first"));
        click("startTraining");
        QTRY_VERIFY(in<QLabel>("trainProblem")->text().contains(QStringLiteral("has a run")));
    }

    void helpIsAboutTraining()
    {
        in<QLineEdit>("trainFolder")->setFocus();
        QTest::keyClick(in<QLineEdit>("trainFolder"), Qt::Key_F1);
        QTRY_VERIFY(dialog()->findChild<QDialog*>(QStringLiteral("help")));
        auto* help = dialog()->findChild<QDialog*>(QStringLiteral("help"));
        QTRY_VERIFY(help->findChild<QTextBrowser*>()->toPlainText().startsWith(QStringLiteral("Training")));
        help->close();
    }

    void aModelIsUsedInPredict()
    {
        page("trainPages", 2);
        clickRun(QStringLiteral("first"));
        click("useRun");
        QVERIFY(!dialog()->isVisible());
        QTRY_COMPARE(session().modelsClient().loadedPath(), place("first/model.safetensors"));
    }

    /// What was edited counts without an export; the record names what was learnt from, whatever is edited
    /// later.
    void editedLabelsAreLearnt()
    {
        const auto give = [this](double value) {
            session().editor().setLabel("labels", 0, QStringLiteral("sentiment"), value);
        };
        give(-3.0);
        action("train")->trigger();
        page("trainPages", 0);
        page("trainTabs", 0);
        auto* labels = in<widgets::LearnList>("trainLabels");
        QTRY_VERIFY(labels->rows().size() > 2);
        const auto sentiment
            = std::ranges::find(labels->rows(), QStringLiteral("sentiment"), &widgets::LearnRow::what);
        QVERIFY(sentiment != labels->rows().end());
        labels->choose(static_cast<std::size_t>(sentiment - labels->rows().begin()));
        look("labels");
        QTest::mouseClick(in<QToolButton>("splitWay0"), Qt::LeftButton); // by video
        QTest::mouseClick(in<QPushButton>("drawAgain"), Qt::LeftButton);
        train("edited", 3);
        QTRY_VERIFY(state(QStringLiteral("edited")).startsWith(QStringLiteral("done")));
        const engine::DatasetList list = engine::readDatasetList(place("edited/dataset.json").toStdString());
        const std::filesystem::path learnt = list.sequence("labels")->file.lexically_normal();
        QVERIFY2(learnt.parent_path().extension() == ".snapshot", learnt.c_str());
        const std::string video = document().video().id.toStdString();
        const engine::Entry entry = engine::CsdFile(learnt).entry(video);
        QCOMPARE(entry.features.shape.at(1), std::size_t(1)); // the one that was chosen
        QCOMPARE(std::get<std::vector<float>>(entry.features.values).front(), -3.0F);
        QFile record(place("edited/record.json"));
        QVERIFY(record.open(QIODevice::ReadOnly));
        const auto told = nlohmann::json::parse(record.readAll().toStdString());
        QCOMPARE(told.value("snapshot", ""), list.more.value("snapshot", ""));
        QVERIFY(!told.value("snapshot", "").empty());
        const auto kept = engine::projectFolds(document().annotation());
        QVERIFY(kept && kept->at("train").size() == 22); // 30 videos without 15 % twice, 4 each
        QCOMPARE(told["configuration"]["split"]["train"].get<std::vector<std::string>>(), kept->at("train"));
        give(2.0);
        page("trainPages", 2);
        clickRun(QStringLiteral("edited"));
        click("reproduceRun");
        QTRY_VERIFY(in<QLabel>("runDetail")->text().startsWith(QStringLiteral("Equal: the same weights")));
        QTest::keyClick(dialog(), Qt::Key_Escape);
    }

    void closingAsksOnceWhatBecomesOfARun()
    {
        action("train")->trigger();
        train("left", 100'000);
        QTRY_VERIFY(state(QStringLiteral("left")).contains(QStringLiteral("epoch 2")));
        bool isAsked = false;
        const auto answer = [&](const char* button, bool remembers) {
            QTimer::singleShot(500, this, [&isAsked, this, button, remembers] {
                auto* box = window().findChild<QMessageBox*>(QStringLiteral("trainingAtClosing"));
                if (!box)
                    return;
                isAsked = true;
                picture(*box, "training-closing");
                if (remembers)
                    QTest::mouseClick(box->checkBox(), Qt::LeftButton, {},
                                      QPoint(8, box->checkBox()->height() / 2));
                for (QAbstractButton* each : box->buttons()) {
                    if (each->text().remove(QLatin1Char('&')).startsWith(QLatin1String(button)))
                        return QTest::mouseClick(each, Qt::LeftButton);
                }
            });
        };
        answer("Cancel", false);
        window().close();
        QVERIFY(isAsked && window().isVisible());
        answer("Stop it", true);
        window().close();
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(QSettings().value(QStringLiteral("training/at-closing")).toString(), QStringLiteral("stop"));
        QTRY_VERIFY(!QFile::exists(place("left/.lock")));
        QVERIFY(QFile::exists(place("left/checkpoint.safetensors")));
    }
};

WINDOW_TEST_MAIN(TestTrainingWalk)
#include "tst_training_walk.moc"
