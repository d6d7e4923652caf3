#include "app/dataset_view/dataset_room.h"
#include "app/models_client/models_client.h"
#include "widgets/training/learn_list.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include "tests/support/dialogs.h"
#include "tests/support/stance_files.h"
#include "tests/support/train_dialog.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// What *New run* says before a training begins: how long it will take, the command that is the same, and
/// what a training without a test costs. By mouse and keys, with the real program.
class NewRunWalk : public OnTrainDialog<WindowTest> {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    void click(const char* name)
    {
        auto* button = in<QPushButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const char* name, const QString& text)
    {
        auto* field = in<QLineEdit>(name);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    void page(const char* tabs, int index)
    {
        QTabBar* bar = in<QTabWidget>(tabs)->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    void setEpochs(int epochs)
    {
        page("trainTabs", 1);
        auto* field = in<QSpinBox>("trainEpochs");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::number(epochs));
        QTest::keyClick(field, Qt::Key_Tab);
        page("trainTabs", 0);
    }
    /// By the arrow keys.
    void learn(const QString& title, const QString& what)
    {
        auto* labels = in<widgets::LearnList>("trainLabels");
        const auto& rows = labels->rows();
        const auto found = std::ranges::find_if(rows, [&](const widgets::LearnRow& row) {
            return row.title.startsWith(title) && row.what.startsWith(what);
        });
        QVERIFY2(found != rows.end(), qPrintable(title + QLatin1Char(' ') + what));
        const auto row = static_cast<std::size_t>(found - rows.begin());
        labels->setFocus();
        QTest::keyClick(labels, Qt::Key_Home);
        for (std::size_t i = 0; i < row; ++i)
            QTest::keyClick(labels, Qt::Key_Down);
        QCOMPARE(labels->chosen(), std::optional(row));
    }
    void showDialog()
    {
        action("train")->trigger();
        QTRY_VERIFY(in<QComboBox>("trainClass")->count() >= 21);
        QTRY_VERIFY(in<widgets::LearnList>("trainLabels")->rows().size() > 2);
        page("trainPages", 0);
    }
    QString time() { return in<QLabel>("expectedTime")->text(); }
    QString cell(const char* run, int column)
    {
        auto* table = in<QTreeWidget>("runsTable");
        const auto found = table->findItems(QLatin1String(run), Qt::MatchExactly, 0);
        return found.isEmpty() ? QString() : found.front()->text(column);
    }
    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QByteArray bytes(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    nlohmann::json json(const QString& path) { return nlohmann::json::parse(bytes(path).toStdString()); }
    void look(const char* name)
    {
        if (!qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
            return;
        const QSize before = window().size();
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            window().resize(size);
            dialog()->resize(std::min(dialog()->width(), size.width()), std::min(1000, size.height()));
            for (const bool isDark : {true, false}) {
                window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
                picture(*dialog(),
                        qPrintable(QStringLiteral("new-run-%1-%2-%3")
                                       .arg(QLatin1String(name),
                                            isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                                       .arg(size.width())),
                        200);
            }
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        window().resize(before);
    }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    /// Nothing was trained here: the time is not known, and nobody guesses it.
    void theTimeIsMeasuredWhereNobodyKnowsIt()
    {
        showDialog();
        learn(QStringLiteral("Labels"), QStringLiteral("sentiment"));
        setEpochs(5);
        type("trainFolder", place("copied"));
        QCOMPARE(time(), QStringLiteral("not known yet"));
        look("unknown");
        click("measureTraining");
        QTRY_VERIFY(time().endsWith(QStringLiteral("at most")));
        QVERIFY(in<QLabel>("expectedDetail")->text().contains(QStringLiteral("5 epoch")));
        QVERIFY(!in<QPushButton>("measureTraining")->isVisible());
        QVERIFY(QDir(m_folder.path()).isEmpty()); // what was measured does not stay
        look("measured");
        setEpochs(100'000); // which is said before one begins
        QVERIFY2(time().contains(QStringLiteral(" h ")) || time().contains(QStringLiteral("min")),
                 qPrintable(time()));
        setEpochs(5);
    }

    /// What the clipboard has, given to a shell, trains the very model that the window trains.
    void theCopiedCommandMakesTheSameBytes()
    {
        QApplication::clipboard()->clear();
        click("copyTraining");
        QTRY_VERIFY(!QApplication::clipboard()->text().isEmpty());
        const QString command = QApplication::clipboard()->text();
        QVERIFY2(command.startsWith(QStringLiteral("polylogue-models train ")), qPrintable(command));
        QCOMPARE(in<QLabel>("trainProblem")->text(), QStringLiteral("The command is on the clipboard."));
        QVERIFY(!QFile::exists(place("copied/model.safetensors")));
        page("trainPages", 2);
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
                           QStringLiteral(PROGRAMS ":") + environment.value(QStringLiteral("PATH")));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        QVERIFY(shell.waitForFinished(support::kPatience));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        const QByteArray model = bytes(place("copied/model.safetensors"));
        const nlohmann::json record = json(place("copied/record.json"));
        QVERIFY(!model.isEmpty());

        QVERIFY(QDir(place("copied")).removeRecursively());
        page("trainPages", 0);
        type("trainFolder", place("copied"));
        click("startTraining");
        QTRY_VERIFY(cell("copied", 2).startsWith(QStringLiteral("done")));
        QVERIFY(bytes(place("copied/model.safetensors")) == model);
        const nlohmann::json own = json(place("copied/record.json"));
        for (const char* field :
             {"weights", "curves", "figures", "configuration", "folds", "files", "command"})
            QVERIFY2(own.at(field) == record.at(field), field);
        QVERIFY(!own.contains("test"));
    }

    /// A command that nobody gave yet is no run that broke off.
    void aCommandWaits()
    {
        page("trainPages", 0);
        type("trainFolder", place("waits"));
        click("copyTraining");
        page("trainPages", 2);
        QTRY_COMPARE(cell("waits", 2), QStringLiteral("waits for its command"));
        look("waits");
    }

    void theTimeIsThatOfEarlierTrainings()
    {
        dialog()->close();
        showDialog();
        learn(QStringLiteral("Labels"), QStringLiteral("sentiment"));
        QTRY_VERIFY(time().startsWith(QStringLiteral("about ")));
        QVERIFY2(in<QLabel>("expectedDetail")->text().contains(QStringLiteral("1 earlier")),
                 qPrintable(in<QLabel>("expectedDetail")->text()));
        look("expected");
    }

    void aTierOfTwoVideosHasNoTest()
    {
        dialog()->close();
        QVERIFY(activate());
        const NextDialog import([](QDialog*) {});
        QVERIFY(dropFiles(
            window(),
            writeStanceFiles(m_folder.path(), {QStringLiteral("ada_1"), QStringLiteral("finn_1")})));
        QTRY_VERIFY(import.wasThere());
        QTRY_VERIFY(document().tier("stance"));
        QVERIFY(settle());
        showDialog();
        QTRY_VERIFY(std::ranges::any_of(
            in<widgets::LearnList>("trainLabels")->rows(),
            [](const widgets::LearnRow& row) { return row.title.startsWith(QStringLiteral("stance")); }));
        QVERIFY(!in<QPushButton>("trainWithoutTest")->isVisible());
        learn(QStringLiteral("stance"), {});
        QVERIFY(!in<QPushButton>("startTraining")->isEnabled());
        QVERIFY(in<QLabel>("trainProblem")->text().startsWith(QStringLiteral("Three videos with labels: 2")));
        QVERIFY(in<QPushButton>("trainWithoutTest")->isVisible());
        look("two-videos");
    }

    /// Who thinks better of it trains nothing.
    void whatItCostsIsSaidBefore()
    {
        type("trainFolder", place("untested"));
        QString said;
        QTimer::singleShot(300, this, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            said = box ? box->text() + box->informativeText() : QString();
            if (box)
                picture(*box, "new-run-without-test");
            QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        });
        click("trainWithoutTest");
        QVERIFY2(said.contains(QStringLiteral("no figure stands in the place of one")), qPrintable(said));
        QVERIFY(!QFile::exists(place("untested")));
    }

    void aModelWithoutATestClaimsNoFigure()
    {
        QTimer::singleShot(300, this,
                           [] { QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Return); });
        click("trainWithoutTest");
        QTRY_VERIFY(cell("untested", 2).startsWith(QStringLiteral("done")));
        QCOMPARE(cell("untested", 4), QStringLiteral("no test"));
        for (int figure = 5; figure <= 9; ++figure) // with how many segments they are of
            QCOMPARE(cell("untested", figure), QStringLiteral("–"));
        QVERIFY(in<QLabel>("runDetail")->text().startsWith(QStringLiteral("It had no test")));
        QVERIFY(!in<QPushButton>("trainAgain")->isEnabled());
        const nlohmann::json record = json(place("untested/record.json"));
        QCOMPARE(record.value("test", ""), std::string("none"));
        QCOMPARE(record.at("folds").size(), std::size_t(2));
        for (const nlohmann::json& row : record.at("figures"))
            QVERIFY(row.value("fold", "") != "test");
        look("untested");
        click("reproduceRun");
        QTRY_VERIFY(in<QLabel>("runDetail")->text().startsWith(QStringLiteral("Equal")));
        click("useRun");
        QTRY_VERIFY(session().modelsClient().loadedPath().contains(QStringLiteral("untested")));
        QVERIFY(settle());
        picture(window(), "new-run-untested-used");
        dialog()->close();
        QVERIFY(activate());
    }

    /// Its segments are those of the tier, and their classes its labels.
    void theTierIsAskedAboutInDataset()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        press("datasetMessageButton");
        auto& room = *window().findChild<app::DatasetRoom*>();
        QTRY_VERIFY(!room.content().points.empty() && !room.run().isRunning());
        QTRY_VERIFY(room.isSettled());
        std::map<QString, std::size_t> segments;
        std::size_t agreeing = 0;
        for (const widgets::DatasetPoint& point : room.content().points) {
            segments[point.video] += point.isLabelled() ? 1 : 0;
            agreeing += point.label == 0.0 ? 1 : 0; // the first class
        }
        QVERIFY(segments.size() > 2); // videos without the tier are asked about as a whole
        QCOMPARE(segments.at(QStringLiteral("ada_1")), std::size_t(24));
        QCOMPARE(segments.at(QStringLiteral("finn_1")), std::size_t(24));
        QCOMPARE(std::ranges::count_if(segments, [](const auto& video) { return video.second > 0; }), 2);
        QCOMPARE(agreeing, std::size_t(24)); // every second of 24 in each video
        look("dataset");
        pictures("class-dataset");
    }
};

WINDOW_TEST_MAIN(NewRunWalk)
#include "tst_new_run_walk.moc"
