#include "app/project/open_project.h"
#include "engine/annotation/project/database_bytes.h"
#include "engine/annotation/project/journaling.h"
#include "engine/core/file_system.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/annotations.h"
#include "tests/support/waiting.h"

/// Two machines see one folder over a network: each is a process with a host name and a mount of its own
/// (bindfs, a FUSE file system without locks between its mounts), and is killed at random moments.
/// POLYLOGUE_KILLS: how often (12).
///
/// Each write adds two words and an item that counts the words. What a machine finds must be such a state,
/// not older than the last that was acknowledged.
namespace {

namespace fs = std::filesystem;
using namespace engine;

Segment wordAt(int number)
{
    Segment segment = test::segment(1, number, number + 1);
    segment.id = number;
    segment.text = std::string(300, 'w');
    return segment;
}

/// Two words more. @param count  how many there are
Change twoMore(const Annotation& annotation, int count)
{
    Change change{{}, {{std::nullopt, wordAt(count + 1)}, {std::nullopt, wordAt(count + 2)}}, {}};
    const Item* before = annotation.item("count", "words");
    change.items.push_back(
        {before ? std::optional(*before) : std::nullopt, Item{"count", "words", std::to_string(count + 2)}});
    return change;
}

/// The number of words; −1: this is no state that ever was.
int countOf(const app::OpenedProject& project)
{
    if (!project.file || project.isDamaged || !project.lost.isEmpty())
        return -1;
    const Item* item = project.annotation.item("count", "words");
    const int count = item ? std::stoi(item->json) : 0;
    return project.annotation.segments().size() == std::size_t(count) ? count : -1;
}

void say(const std::string& what, int number)
{
    std::cout << what << ' ' << number << std::endl;
}

/// Says what is there, then writes and says what is acknowledged, until it is killed.
int writeOn(const fs::path& path, bool takeOver)
{
    app::OpenedProject project = app::openProject(path, takeOver);
    if (project.isReadOnly()) {
        std::cout << "refused " << project.whyReadOnly.toStdString() << std::endl;
        return 1;
    }
    say("shared", fileSystemAt(path).isShared() ? 1 : 0);
    int count = countOf(project);
    say("found", count);
    if (count < 0)
        return 1;
    if (project.annotation.tiers().empty()) {
        const Change tier{{{std::nullopt, test::tier(1, "words")}}, {}, {}};
        project.file->write(tier);
        project.annotation.apply(tier);
    }
    for (;;) {
        const Change change = twoMore(project.annotation, count);
        try {
            project.file->write(change);
        } catch (const Error& error) {
            std::cout << "failed " << error.code() << std::endl;
            return 2;
        }
        project.annotation.apply(change);
        count += 2;
        say("wrote", count);
        usleep(2000);
    }
}

/// Says again and again what is there.
int lookOn(const fs::path& path)
{
    for (;;) {
        try {
            const app::OpenedProject project = app::openProject(path);
            if (!project.isReadOnly() || !project.file->isCopy())
                return 1;
            say("saw", countOf(project));
        } catch (const Error& error) {
            std::cout << "failed " << error.what() << std::endl;
        }
    }
}

/// Has the size of a file remembered, and reads the file as soon as another one tells that it is longer.
int readGrown(const fs::path& path)
{
    say("size", static_cast<int>(fs::file_size(path)));
    const fs::path told = path.string() + ".told";
    while (!fs::exists(told))
        usleep(1000);
    project::askForSize(path);
    say("read", static_cast<int>(project::bytesOfDatabase(path, 1 << 20).size()));
    return 0;
}

/// A process on a machine of its own.
class Machine {
public:
    Machine(const QTemporaryDir& root, const QString& name)
        : m_folder(root.filePath(name))
        , m_shared(root.filePath(QStringLiteral("shared")))
        , m_name(name)
    {
        QDir().mkpath(m_folder + QStringLiteral("/mount"));
        QFile id(m_folder + QStringLiteral("/id"));
        if (id.open(QIODevice::WriteOnly))
            id.write(QByteArray::number(qHash(name), 16).rightJustified(32, '0') + '\n');
    }
    ~Machine() { kill(); }

    /// @param what  `write`, `take`, `look`, `grown`, `probe`
    void start(const QString& what)
    {
        m_output.clear();
        const QString script = QStringLiteral("hostname \"$1\" || exit 7\n"
                                              "for id in /etc/machine-id /var/lib/dbus/machine-id; do\n"
                                              "    [ ! -e $id ] || mount --bind \"$2/id\" $id || exit 7\n"
                                              "done\n"
                                              "bindfs -f \"$3\" \"$2/mount\" & echo $! > \"$2/server\"\n"
                                              "n=0; until mountpoint -q \"$2/mount\"; do n=$((n + 1)); [ $n "
                                              "-lt 100 ] || exit 7; sleep 0.05; done\n"
                                              "exec \"$4\" --machine \"$5\" \"$2/mount/p.polylogue\"\n");
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral("unshare"),
                        {QStringLiteral("-Urmu"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                         QStringLiteral("sh"), m_name, m_folder, m_shared,
                         QCoreApplication::applicationFilePath(), what});
    }

    /// Waits for a line that begins so. @return what follows; null: it did not come
    QString waitFor(const char* word)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < support::kPatience) {
            read();
            for (const QByteArray& line : m_output.left(m_output.lastIndexOf('\n')).split('\n')) {
                if (line.startsWith(word))
                    return QString::fromUtf8(line.mid(qstrlen(word))).trimmed();
            }
            if (m_process.state() == QProcess::NotRunning)
                break;
            m_process.waitForReadyRead(50);
        }
        return {};
    }

    /// Kills the process, then the server of its mount.
    void kill()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(support::kPatience);
        }
        read();
        QFile server(m_folder + QStringLiteral("/server"));
        if (server.open(QIODevice::ReadOnly)) {
            if (const int number = server.readAll().trimmed().toInt(); number > 0)
                ::kill(number, SIGKILL);
            server.close();
            server.remove();
        }
    }

    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    int exitCode()
    {
        m_process.waitForFinished(support::kPatience);
        read();
        return m_process.exitCode();
    }
    const QByteArray& output()
    {
        read();
        return m_output;
    }
    QByteArray errors() { return m_process.readAllStandardError(); }

    /// The last number that was said so; 0: none was.
    int last(const char* word)
    {
        int number = 0;
        for (const QByteArray& line : output().left(output().lastIndexOf('\n')).split('\n')) {
            if (line.startsWith(word))
                number = line.mid(qstrlen(word)).trimmed().toInt();
        }
        return number;
    }

private:
    void read() { m_output += m_process.readAllStandardOutput(); }

    QString m_folder;
    QString m_shared;
    QString m_name;
    QProcess m_process;
    QByteArray m_output;
};

}

class TestNetworkFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_root;
    QString m_project;

    bool isInLogMode() const
    {
        QFile file(m_project);
        return file.open(QIODevice::ReadOnly) && file.read(20).endsWith("\2\2");
    }

private slots:
    void initTestCase()
    {
        QDir().mkpath(m_root.filePath(QStringLiteral("shared")));
        m_project = m_root.filePath(QStringLiteral("shared/p.polylogue"));
        Machine probe(m_root, QStringLiteral("probe"));
        probe.start(QStringLiteral("probe"));
        if (probe.waitFor("host").isNull()) {
            const QByteArray why = probe.errors().simplified();
            QSKIP(("a folder of several machines cannot be made here (unshare, bindfs, /dev/fuse): " + why)
                      .constData());
        }
        QCOMPARE(probe.waitFor("host"), QStringLiteral("probe"));
        QCOMPARE(probe.waitFor("system"), QStringLiteral("fuse"));
    }

    void init()
    {
        QDir shared(m_root.filePath(QStringLiteral("shared")));
        shared.removeRecursively();
        QDir().mkpath(shared.path());
    }

    void nothingIsLostWhoeverIsKilled()
    {
        bool isNumber = false;
        const int chosen = qEnvironmentVariableIntValue("POLYLOGUE_KILLS", &isNumber);
        const int kills = isNumber ? chosen : 12;
        int acknowledged = 0;
        int seen = 0;
        for (int i = 0; i < kills; ++i) {
            Machine writer(m_root, i % 2 == 0 ? QStringLiteral("one") : QStringLiteral("other"));
            Machine looker(m_root, i % 2 == 0 ? QStringLiteral("other") : QStringLiteral("one"));
            writer.start(i == 0 ? QStringLiteral("write") : QStringLiteral("take"));
            const QString found = writer.waitFor("found");
            QVERIFY2(!found.isNull(), (writer.output() + writer.errors()).constData());
            QCOMPARE(writer.waitFor("shared"), QStringLiteral("1"));
            const bool isWhole = found.toInt() == acknowledged || found.toInt() == acknowledged + 2;
            QVERIFY2(isWhole,
                     qPrintable(QStringLiteral("%1 found, %2 acknowledged").arg(found).arg(acknowledged)));
            QVERIFY(!writer.waitFor("wrote").isNull());
            looker.start(QStringLiteral("look"));
            QVERIFY2(!looker.waitFor("saw").isNull(), (looker.output() + looker.errors()).constData());
            QTest::qWait(300 + 37 * i); // when it is killed, not what is waited for
            if (i % 3 == 2)
                looker.kill(); // which must not disturb the writer
            QTest::qWait(50);
            writer.kill();
            acknowledged = std::max(acknowledged, writer.last("wrote"));
            QTest::qWait(50);
            looker.kill();
            const QByteArray sights = looker.output();
            QVERIFY2(!sights.contains("saw -1"), sights.constData());
            int before = 0;
            for (const QByteArray& line : sights.left(sights.lastIndexOf('\n')).split('\n')) {
                if (!line.startsWith("saw "))
                    continue;
                const int now = line.mid(4).toInt();
                QVERIFY2(now >= before && now <= acknowledged + 2, sights.constData());
                before = now;
                ++seen;
            }
            QVERIFY(!QFile::exists(m_project + QStringLiteral("-wal")));
            QVERIFY(!QFile::exists(m_project + QStringLiteral("-shm")));
        }
        qInfo("%d words acknowledged, %d copies read", acknowledged, seen);
        QVERIFY(acknowledged > 0 && seen > kills);
    }

    void whoWasTakenOverWhileItHungWritesNoMore()
    {
        Machine hanging(m_root, QStringLiteral("one"));
        Machine next(m_root, QStringLiteral("other"));
        hanging.start(QStringLiteral("write"));
        QVERIFY(!hanging.waitFor("wrote").isNull());
        hanging.signal(SIGSTOP);
        QTest::qWait(100);
        const int acknowledged = hanging.last("wrote");
        {
            Machine refused(m_root, QStringLiteral("third"));
            refused.start(QStringLiteral("write"));
            QVERIFY(refused.waitFor("refused").contains(QStringLiteral("on one (process")));
        }
        next.start(QStringLiteral("take"));
        QVERIFY(next.waitFor("found").toInt() >= acknowledged);
        QVERIFY(!next.waitFor("wrote").isNull());
        hanging.signal(SIGCONT);
        QCOMPARE(hanging.exitCode(), 2);
        QVERIFY2(hanging.output().contains("failed taken_over")
                     || hanging.output().contains("failed changed_elsewhere"),
                 hanging.output().constData());
        const int then = next.last("wrote");
        QTRY_VERIFY2(next.last("wrote") > then, next.output().right(200).constData());
        QVERIFY(QFile::exists(m_project + QStringLiteral(".lock"))); // still that of the other
        next.kill();
        Machine after(m_root, QStringLiteral("third"));
        after.start(QStringLiteral("take"));
        QVERIFY(after.waitFor("found").toInt() >= next.last("wrote"));
    }

    /// FUSE remembers sizes for a second; who reads a journal must not see the one of a moment ago.
    void aSizeThatIsRememberedIsAskedForAnew()
    {
        QFile file(m_project);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Machine machine(m_root, QStringLiteral("one"));
        machine.start(QStringLiteral("grown"));
        QCOMPARE(machine.waitFor("size"), QStringLiteral("0"));
        QCOMPARE(file.write(QByteArray(5000, 'x')), 5000);
        file.close();
        QFile told(m_project + QStringLiteral(".told"));
        QVERIFY(told.open(QIODevice::WriteOnly));
        QCOMPARE(machine.waitFor("read"), QStringLiteral("5000"));
    }

    void aProjectWithALogIsConvertedAndBack()
    {
        const fs::path path = m_project.toStdString();
        setJournalingChoice(JournalingChoice::AlwaysWithLog); // the folder's own machine
        const pid_t killed = fork();
        if (killed == 0) {
            app::OpenedProject project = app::openProject(path);
            const Change tier{{{std::nullopt, test::tier(1, "words")}}, {}, {}};
            project.file->write(tier);
            project.annotation.apply(tier);
            project.file->write(twoMore(project.annotation, 0));
            ::kill(getpid(), SIGKILL);
        }
        int status = 0;
        waitpid(killed, &status, 0);
        QVERIFY(isInLogMode() && QFileInfo(m_project + QStringLiteral("-wal")).size() > 0);
        {
            Machine machine(m_root, QStringLiteral("one"));
            machine.start(QStringLiteral("take"));
            QCOMPARE(machine.waitFor("found"), QStringLiteral("2"));
            QVERIFY(!machine.waitFor("wrote").isNull());
            QVERIFY(!isInLogMode() && !QFile::exists(m_project + QStringLiteral("-wal")));
            machine.kill();
            const app::OpenedProject back = app::openProject(path, true);
            QVERIFY(!back.isReadOnly());
            QVERIFY(countOf(back) >= machine.last("wrote"));
        }
        QVERIFY(isInLogMode());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--machine")) {
        const fs::path path = arguments[3].toStdString();
        if (arguments[2] == QLatin1String("probe")) {
            std::cout << "host " << QSysInfo::machineHostName().toStdString() << "\nsystem "
                      << fileSystemAt(path).name << std::endl;
            return 0;
        }
        if (arguments[2] == QLatin1String("look"))
            return lookOn(path);
        if (arguments[2] == QLatin1String("grown"))
            return readGrown(path);
        return writeOn(path, arguments[2] == QLatin1String("take"));
    }
    TestNetworkFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_network_folder.moc"
