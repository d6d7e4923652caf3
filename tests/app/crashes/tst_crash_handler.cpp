#include "app/crashes/crash_handler.h"
#include "app/crashes/crash_notes.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "tests/support/waiting.h"

namespace {

volatile int zero = 0; // NOLINT: the compiler must not know it

int deepStack(int depth) // NOLINT: it overflows the stack
{
    if (depth < zero)
        return 0;
    volatile char room[4096];
    room[depth % 4096] = 1;
    return deepStack(depth + 1) + room[0];
}

/// Ends the process in one of several ways. @return only of a way that is not known
int crash(const std::string& way)
{
    if (way == "segv")
        *reinterpret_cast<volatile int*>(static_cast<std::uintptr_t>(zero)) = 1; // NOLINT
    else if (way == "fpe")
        return 100 / zero; // NOLINT
    else if (way == "ill")
        __builtin_trap();
    else if (way == "bus")
        ::raise(SIGBUS);
    else if (way == "abort")
        std::abort();
    else if (way == "throw")
        throw std::runtime_error("/home/someone/secret.mp4 cannot be read");
    else if (way == "thread")
        std::thread([] {
            *reinterpret_cast<volatile int*>(static_cast<std::uintptr_t>(zero)) = 1;
        }).join(); // NOLINT
    else if (way == "stack")
        return deepStack(0);
    return 0;
}

}

/// What is noted when a program ends unexpectedly, by programs that do.
class CrashHandlerTest : public QObject {
    Q_OBJECT

private slots:
    void aCrashLeavesANote_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("says");
        QTest::newRow("segv") << SIGSEGV << "signal: SIGSEGV";
        QTest::newRow("fpe") << SIGFPE << "signal: SIGFPE";
        QTest::newRow("ill") << SIGILL << "signal: SIGILL";
        QTest::newRow("bus") << SIGBUS << "signal: SIGBUS";
        QTest::newRow("abort") << SIGABRT << "signal: SIGABRT";
        QTest::newRow("throw") << SIGABRT << "uncaught: St13runtime_error";
        QTest::newRow("thread") << SIGSEGV << "signal: SIGSEGV";
        QTest::newRow("stack") << SIGSEGV << "signal: SIGSEGV";
    }
    void aCrashLeavesANote()
    {
        QFETCH(const int, signal);
        QFETCH(const QString, says);
        const QString way = QString::fromLatin1(QTest::currentDataTag());
        const QTemporaryDir folder;
        QProcess process;
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--crash"), folder.path(), way});
        const qint64 number = process.processId();
        QVERIFY(process.waitForFinished(support::kPatience));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit); // as without the note
        QCOMPARE(process.exitCode(), signal);
        const app::CrashNotes notes(folder.path().toStdString());
        QCOMPARE(notes.all().size(), std::size_t{1});
        const QString name = QString::fromStdString(notes.all().front().filename().string());
        static const QRegularExpression form(QStringLiteral(R"(^20\d{6}-\d{6}-(\d+)\.txt$)"));
        QCOMPARE(form.match(name).captured(1).toLongLong(), number);
        const QString text = QString::fromStdString(notes.text());
        QVERIFY2(text.contains(QStringLiteral("head of the note")), qPrintable(text));
        QVERIFY2(text.contains(says), qPrintable(text));
        QCOMPARE(text.contains(QStringLiteral(", of the window")), way != QLatin1String("thread"));
        static const QRegularExpression frame(QStringLiteral(R"(\n  [\w.\-+]+\+0x[0-9a-f]+)"));
        QVERIFY2(text.count(frame) >= (way == QLatin1String("stack") ? 20 : 3), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('/')), qPrintable(text)); // no folder, no file of a message
    }

    void notesAreToldOnceAndTenAreKept()
    {
        const QTemporaryDir folder;
        const app::CrashNotes notes(folder.path().toStdString());
        QVERIFY(!notes.tell());
        for (int i = 10; i < 23; ++i)
            std::ofstream(folder.filePath(QStringLiteral("202611%1-000000-7.txt").arg(i)).toStdString()) << i;
        QVERIFY(notes.tell());
        QVERIFY(!notes.tell());
        QCOMPARE(notes.all().size(), app::CrashNotes::kMostKept);
        QCOMPARE(notes.all().front().filename().string(), std::string("20261122-000000-7.told.txt"));
        std::ofstream(folder.filePath(QStringLiteral("20261201-000000-8.txt")).toStdString()) << "";
        QVERIFY(notes.tell()); // also an empty one, of a disk that was full
        QVERIFY(notes.text().find("\n22\n") != std::string::npos);
        notes.forget();
        QVERIFY(notes.all().empty());
    }
};

int main(int argc, char** argv)
{
    if (argc == 4 && std::string_view(argv[1]) == "--crash") {
        app::noteCrashes(argv[2], "head of the note\n");
        return crash(argv[3]);
    }
    QCoreApplication application(argc, argv);
    CrashHandlerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_crash_handler.moc"
