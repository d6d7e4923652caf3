#include "app/session_end.h"
#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/project_file.h"
#include "engine/core/installation.h"
#include "engine/media_child/media_template.h"
#include "widgets/timeline/timeline_view.h"

#include <QDialog>
#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <iostream>

#include "tests/support/real_window.h"
#include "tests/support/session_manager.h"
#include "tests/support/waiting.h"

/// The session ends while somebody works: the window closes in order, with all edits.
namespace {

/// The labels' values of a video, in one line.
QByteArray valuesOf(const engine::Annotation& annotation, const std::string& video)
{
    QByteArray values;
    for (const engine::Tier* tier : annotation.tiersOf(video)) {
        if (tier->name != "labels")
            continue;
        for (const auto& entry : annotation.byTime(tier->id).all()) {
            for (const auto& [label, value] : annotation.segment(entry.id)->values)
                values += QByteArray::number(std::get<double>(value.value)) + ',';
        }
    }
    return values;
}

/// In the process that is asked to end: labels by keys until then.
int work(bool withDialog)
{
    RealWindow real;
    const app::SessionEnd end(*qApp, real.session().project(), real.window());
    real.session().project().open({std::filesystem::path(DEMO)});
    if (!QTest::qWaitFor([&] { return real.session().document().hasVideo(); }, support::kPatience))
        return 2;
    real.window().activateWindow();
    if (!QTest::qWaitForWindowActive(&real.window(), support::kPatience))
        return 3;
    auto* view = real.find<widgets::TimelineView>("timeline");
    view->setFocus();
    int edits = 0;
    QTimer edit;
    QObject::connect(&edit, &QTimer::timeout, view, [&] {
        const auto& labels = real.session().document().labels().rows.intervals;
        const auto& segment = labels[static_cast<std::size_t>(edits / 7) % labels.size()];
        real.session().player().seek((segment.start + segment.end) / 2);
        QTest::keyClick(view, Qt::Key(Qt::Key_1 + edits % 7));
        ++edits;
        const std::string video = real.session().document().video().id.toStdString();
        const QByteArray values = valuesOf(real.session().document().annotation(), video);
        std::cout << "edit " << edits << ' ' << video << ' ' << values.constData() << std::endl;
    });
    edit.start(20);
    if (withDialog)
        QTimer::singleShot(300, view, [&] {
            edit.stop();
            QMessageBox question(&real.window());
            question.setText(QStringLiteral("is open when the session ends"));
            std::cout << "dialog" << std::endl;
            question.exec();
        });
    return QApplication::exec();
}

}

class EndedSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init() { IsolatedHome::forgetProjects(); }

    void theWindowClosesInOrder_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("withDialog");
        QTest::newRow("SIGTERM") << SIGTERM << false;
        QTest::newRow("SIGHUP") << SIGHUP << false;
        QTest::newRow("SIGINT") << SIGINT << false;
        QTest::newRow("SIGTERM, a dialog is open") << SIGTERM << true;
    }
    void theWindowClosesInOrder()
    {
        QFETCH(const int, signal);
        QFETCH(const bool, withDialog);
        QProcess process;
        process.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("--work"), withDialog ? QStringLiteral("dialog") : QStringLiteral("none")});
        QByteArray output;
        const QByteArray awaited = withDialog ? "dialog" : "edit 9 ";
        while (!output.contains(awaited) && process.waitForReadyRead(support::kPatience))
            output += process.readAllStandardOutput();
        QVERIFY2(output.contains(awaited), process.readAllStandardError());
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(support::kPatience));
        output += process.readAllStandardOutput();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const qsizetype last = output.lastIndexOf("\nedit ");
        checkProject(output.mid(last + 1).split('\n').front().split(' '));
    }

    /// The program itself, which nobody helps.
    void theProgramEndsInOrder()
    {
        QProcess process;
        process.start(QStringLiteral(PROGRAMS "/polylogue"), {QStringLiteral("--demo")});
        QVERIFY(process.waitForStarted(support::kPatience));
        QTRY_VERIFY(!projects().empty() && std::filesystem::file_size(projects().front()) > 0);
        QTest::qWait(2000); // when it is asked to end, not what it is waited for
        QVERIFY(process.state() == QProcess::Running);
        const QList<qint64> children = childrenOf(process.processId());
        QVERIFY(!children.isEmpty());
        process.terminate();
        QVERIFY(process.waitForFinished(support::kPatience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        checkProject({});
        for (const qint64 child : children)
            QTRY_VERIFY2(!runs(child), qPrintable(QString::number(child)));
        QVERIFY(std::filesystem::is_empty(engine::cacheFolder() / "crashes"));
    }

    /// Desktops ask programs to save when a person logs out, and tell them to end when all have.
    void aLogoutSavesAndEnds()
    {
        support::SessionManager manager;
        QVERIFY(!manager.address().isEmpty());
        QProcess process;
        startWork(process, manager);
        QByteArray output;
        const auto isAt = [&](const QByteArray& text) {
            output += process.readAllStandardOutput();
            return output.contains(text);
        };
        QTRY_VERIFY2(isAt("edit 9 "), process.readAllStandardError());
        QTRY_VERIFY(manager.hasProgram());
        manager.askToSave();
        QTRY_VERIFY(manager.hasSaved());
        QVERIFY(!manager.wantsToAsk()); // nothing would be lost, so nothing is asked
        manager.end();
        QVERIFY(process.waitForFinished(support::kPatience));
        output += process.readAllStandardOutput();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const qsizetype last = output.lastIndexOf("\nedit ");
        checkProject(output.mid(last + 1).split('\n').front().split(' '));
    }

    void aLogoutThatIsCalledOffEndsNothing()
    {
        support::SessionManager manager;
        QProcess process;
        startWork(process, manager);
        QByteArray output;
        const auto edits = [&] {
            output += process.readAllStandardOutput();
            return output.count("edit ");
        };
        QTRY_VERIFY2(edits() > 9, process.readAllStandardError());
        QTRY_VERIFY(manager.hasProgram());
        manager.askToSave();
        QTRY_VERIFY(manager.hasSaved());
        manager.callOff();
        const auto before = edits();
        QTRY_VERIFY(edits() > before + 5); // work goes on
        process.terminate();
        QVERIFY(process.waitForFinished(support::kPatience));
        QCOMPARE(process.exitCode(), 0);
    }

private:
    static void startWork(QProcess& process, const support::SessionManager& manager)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SESSION_MANAGER"), QString::fromLatin1(manager.address()));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--work"), QStringLiteral("none")});
    }

    /// Whether a process is there and not one that has ended and that nobody asked for its end yet.
    static bool runs(qint64 process)
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray status = file.readAll();
        return status.mid(status.lastIndexOf(')') + 2, 1) != "Z";
    }
    static std::vector<std::filesystem::path> projects()
    {
        std::vector<std::filesystem::path> found;
        std::error_code missing;
        for (const auto& item :
             std::filesystem::directory_iterator(engine::dataFolder() / "projects", missing)) {
            if (item.path().extension() == ".polylogue")
                found.push_back(item.path());
        }
        return found;
    }

    static QList<qint64> childrenOf(qint64 parent)
    {
        QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
        QList<qint64> children;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& child : file.readAll().simplified().split(' '))
                children << child.toLongLong();
        }
        children.removeAll(0);
        return children;
    }

    /// Everything is in the file, no log and no lock lie beside it: the next window finds no crash.
    /// @param edit  `edit`, its number, the video, values; empty: nothing was edited
    static void checkProject(const QList<QByteArray>& edit)
    {
        QCOMPARE(projects().size(), std::size_t{1});
        const std::filesystem::path project = projects().front();
        for (const char* beside : {"-wal", "-journal"}) {
            std::error_code missing;
            const auto size = std::filesystem::file_size(engine::besideProject(project, beside), missing);
            QVERIFY2(missing || size == 0, beside);
        }
        std::filesystem::path lock = project;
        lock += ".lock";
        QVERIFY(!std::filesystem::exists(lock));
        std::vector<std::string> problems;
        engine::ProjectFile file = engine::ProjectFile::open(project);
        const engine::Annotation annotation = file.load(problems);
        QVERIFY(problems.empty());
        if (edit.isEmpty())
            return;
        QCOMPARE(edit.size(), qsizetype{4});
        QVERIFY(!edit[3].isEmpty());
        QCOMPARE(valuesOf(annotation, edit[2].toStdString()), edit[3]);
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--work") {
        const engine::MediaTemplate media(PROGRAMS "/polylogue-media");
        const QApplication application(argc, argv);
        return work(std::string_view(argv[2]) == "dialog");
    }
    const IsolatedHome home;
    QApplication application(argc, argv);
    EndedSessionTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ended_session.moc"
