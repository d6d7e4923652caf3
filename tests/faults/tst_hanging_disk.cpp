// The window while the disk of its dataset and its project does not answer.
#include "app/quit_guard.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/hanging_disk.h"
#include "tests/support/real_window.h"
#include "tests/support/stall_watch.h"
#include "tests/support/waiting.h"

using engine::test::HangingDisk;

namespace fs = std::filesystem;

namespace {

constexpr auto kChild = "--close-while-the-disk-hangs";

/// The demo with its project, in a folder of its own.
class DemoFolder {
public:
    DemoFolder() : m_path(fs::path(m_folder.path().toStdString()) / "demo")
    {
        fs::copy(DEMO, m_path, fs::copy_options::recursive);
    }
    const fs::path& path() const { return m_path; }
    fs::path project() const { return m_path / "own.polylogue"; }

    /// Opens the dataset, then the project that lies beside it.
    bool open(RealWindow& real) const
    {
        app::Project& project = real.session().project();
        project.open({m_path});
        if (!real.settle())
            return false;
        if (!real.saveCopy(this->project()))
            return false;
        project.open({this->project()});
        return QTest::qWaitFor([&] { return project.path() == this->project(); }, support::kPatience)
            && real.settle() && real.session().document().isKept();
    }

private:
    QTemporaryDir m_folder;
    fs::path m_path;
};

QString listed(const std::vector<std::string>& lines)
{
    QStringList list;
    for (const std::string& line : lines)
        list << QString::fromStdString(line);
    return list.join(QLatin1Char('\n'));
}

}

class HangingDiskTest : public QObject {
    Q_OBJECT

private slots:
    void init() { IsolatedHome::forgetProjects(); }

    /// Everything that the window does with files it does on other threads, so that it waits for none of
    /// them.
    void theWindowsThreadAsksNothingOfTheDisk()
    {
        const DemoFolder demo;
        RealWindow real;
        HangingDisk disk(demo.path()); // answers again before the window comes down
        QVERIFY(demo.open(real));
        fs::remove(demo.path() / "acoustic.csd"); // by another program
        disk.setHanging(false);
        for (const char* action : {"show-align", "show-space", "show-table", "show-statistics", "show-review",
                                   "show-predict", "align-video", "next-entry", "previous-entry", "play",
                                   "play", "next-segment", "label-5", "new-segment", "delete-segment"}) {
            trigger(real, action);
            QVERIFY2(real.settle(), action);
        }
        real.session().editor().history().undo();
        real.session().project().saveCopy(QString::fromStdString((demo.path() / "copy.polylogue").string()));
        real.session().wordExport().write(real.session().videos().dataset().get(),
                                          QString::fromStdString((demo.path() / "w.csd").string()));
        real.session().project().collect(QString::fromStdString((demo.path() / "all").string()));
        real.session().reload();
        QVERIFY(real.settle());
        QTRY_VERIFY(fs::exists(demo.path() / "copy.polylogue"));
        real.window().openPaths({QString::fromStdString(demo.path().string())});
        QTRY_VERIFY(real.session().isSettled());
        real.window().close();
        const std::vector<std::string> asked = askedByTheWindow(disk);
        QVERIFY2(asked.empty(), qPrintable(listed(asked)));
    }

    void theWindowAnswersWhileTheDiskHangs()
    {
        const DemoFolder demo;
        RealWindow real;
        HangingDisk disk(demo.path()); // answers again before the window comes down
        QVERIFY(demo.open(real));
        StallWatch watch;
        disk.setHanging(true);

        auto* state = real.find<QLabel>("saveState");
        for (int step = 1; step <= 5; ++step) { // edits go on
            real.session().editor().setLabel(0, QStringLiteral("sentiment"), step - 3.0);
            QTRY_COMPARE(real.session().document().labels().rows.features.at(0, 0),
                         static_cast<float>(step - 3));
        }
        QTRY_VERIFY(disk.waiting() > 0);
        QVERIFY2(!state->text().contains(QStringLiteral("saved ")), qPrintable(state->text()));
        trigger(real, "next-entry"); // nothing comes of it yet
        trigger(real, "play");
        trigger(real, "show-space");
        trigger(real, "show-statistics");
        real.session().project().open({demo.path() / "words.csd"});
        real.session().modelChoice().start();
        QTest::qWait(500); // the passing of time is what is shown: for so long the disk hangs
        QVERIFY2(watch.longest() < StallWatch::kHang, qPrintable(QString::number(watch.longest())));
        qInfo("the window's thread was away for at most %lld ms", watch.longest());

        disk.setHanging(false); // it answers again: all that was wished comes
        QTRY_COMPARE(real.session().document().dataset().sequences.size(), std::size_t{1});
        QVERIFY(real.settle());
        real.session().project().open({demo.project()});
        QTRY_COMPARE(real.session().project().path(), demo.project());
        QVERIFY(real.settle());
        real.session().videos().open(QStringLiteral("ada_1"));
        QVERIFY(real.settle());
        QCOMPARE(real.session().document().labels().rows.features.at(0, 0), 2.0F);
    }

    /// The window asks what is to become of edits that are not on the disk; the question goes when they are.
    void closingAsksAboutWhatIsNotSaved()
    {
        const DemoFolder demo;
        RealWindow real;
        HangingDisk disk(demo.path()); // answers again before the window comes down
        QVERIFY(demo.open(real));
        disk.setHanging(true);
        QVERIFY2(isEdited(real), qPrintable(state(real)));
        real.window().close();
        QVERIFY2(real.window().isVisible(), qPrintable(state(real)));
        QTRY_VERIFY(question(real));
        QVERIFY(question(real)->text().contains(QStringLiteral("still being written")));
        picture(*question(real), "hanging_question");
        QTest::mouseClick(question(real)->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!question(real));
        QVERIFY(real.window().isVisible());
        real.window().close();
        QTRY_VERIFY(question(real));
        disk.setHanging(false);
        QTRY_VERIFY(!real.window().isVisible());
    }

    /// Nothing that hangs keeps the program: the child below has to end by itself.
    void theProgramQuitsWhileTheDiskHangs()
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {QLatin1String(kChild)});
        QVERIFY(child.waitForFinished(support::kPatience));
        const QByteArray said = child.readAll();
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("a disk does not answer"), said.constData());
    }

private:
    /// Gives a value, which is not on the disk yet.
    static bool isEdited(RealWindow& real)
    {
        real.session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
        const app::ProjectWriter* writer = real.session().project().writer();
        return writer && writer->state() == app::ProjectWriter::State::Saving;
    }
    /// What the window says of its project, for a failure.
    static QString state(RealWindow& real)
    {
        const app::Document& document = real.session().document();
        const app::ProjectWriter* writer = real.session().project().writer();
        return QStringLiteral("%1 labelled segments; writer %2, %3 of %4 changes on the disk, %5; %6")
            .arg(document.labels().rows.intervals.size())
            .arg(writer ? int(writer->state()) : -1)
            .arg(writer ? writer->durable() : 0)
            .arg(writer ? writer->given() : 0)
            .arg(writer ? writer->failure() : QString(), document.whyReadOnly());
    }
    static void trigger(RealWindow& real, const char* action)
    {
        auto* found = real.window().findChild<QAction*>(QLatin1String(action));
        QVERIFY2(found, action);
        found->trigger();
    }
    static QMessageBox* question(RealWindow& real)
    {
        for (auto* box : real.window().findChildren<QMessageBox*>()) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    /// Without what this test itself looked up.
    static std::vector<std::string> askedByTheWindow(const HangingDisk& disk)
    {
        std::vector<std::string> asked = disk.askedHere();
        std::erase_if(asked, [](const std::string& what) {
            return what.ends_with("own.polylogue") || what.ends_with("copy.polylogue")
                || what.ends_with("acoustic.csd");
        });
        return asked;
    }
};

/// Edits while the disk hangs, closes the window and lets go of the edits.
static int closeWhileTheDiskHangs(app::QuitGuard& guard)
{
    const DemoFolder demo;
    HangingDisk disk(demo.path());
    RealWindow real;
    if (!demo.open(real))
        return 2;
    disk.setHanging(true);
    real.session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
    QTimer::singleShot(0, &real.window(), [&real] { real.window().close(); });
    QTimer answer;
    QObject::connect(&answer, &QTimer::timeout, &real.window(), [&real] {
        for (auto* box : real.window().findChildren<QMessageBox*>()) {
            for (auto* button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            }
        }
    });
    answer.start(50);
    return guard.exec(std::chrono::milliseconds(500));
}

int main(int argc, char** argv)
{
    app::QuitGuard guard;
    IsolatedHome home;
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication application(argc, argv);
    if (application.arguments().contains(QLatin1String(kChild)))
        return closeWhileTheDiskHangs(guard);
    HangingDiskTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hanging_disk.moc"
