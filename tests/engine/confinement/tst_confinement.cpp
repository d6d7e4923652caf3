#include "engine/confinement/confinement.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace engine;

namespace {

/// What a process that is confined so gets from a call: 0 where the call succeeds, else the system's error;
/// −1 where the process was ended.
int gets(const Confinement& confinement, const std::function<bool()>& call)
{
    const pid_t child = fork();
    if (child == 0) {
        confine(confinement);
        errno = 0;
        _exit(call() ? 0 : errno == 0 ? 255 : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool opens(const std::string& path, int flags)
{
    const int file = open(path.c_str(), flags | O_CLOEXEC, 0600);
    return file >= 0 && close(file) == 0;
}

/// What this system can do, as a process says that tried.
bool holds(const std::function<bool(const Confined&)>& part)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(part(confine({})) ? 1 : 0);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

/// A signal that nobody minds.
constexpr int kHarmless = SIGURG;

bool holdsFiles()
{
    return holds([](const Confined& confined) { return confined.fileRules > 0; });
}

}

/// What a confined process tries all the same, in a process of its own each time.
class ConfinementTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!holds([](const Confined& confined) { return confined.callRules; }))
            QSKIP("this system has no seccomp");
    }

    void init()
    {
        for (const char* name : {"read", "other"}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
        }
        QDir(m_folder.path()).mkdir(QStringLiteral("out"));
        m_decoder = Confinement{};
        m_decoder.calls = Confinement::Calls::OfDecoder;
        m_decoder.readsAll = false;
        m_decoder.readable = {place("read")};
        m_worker = Confinement{};
        m_worker.writable = {place("out")};
    }

    void aDecoderReadsItsFileAlone()
    {
        QCOMPARE(gets(m_decoder, [&] { return opens(place("read"), O_RDONLY); }), 0);
        if (!holdsFiles())
            QSKIP("this system has no Landlock");
        QCOMPARE(gets(m_decoder, [&] { return opens(place("other"), O_RDONLY); }), EACCES);
        QCOMPARE(gets(m_decoder, [] { return opens("/etc/passwd", O_RDONLY); }), EACCES);
        QCOMPARE(gets(m_decoder, [] { return opens("/proc/self/maps", O_RDONLY); }), EACCES);
    }

    void aDecoderWritesNothing_data()
    {
        QTest::addColumn<int>("flags");
        QTest::newRow("its file") << O_RDWR;
        QTest::newRow("its file, cut") << (O_RDONLY | O_TRUNC);
        QTest::newRow("a new one") << (O_WRONLY | O_CREAT);
    }
    void aDecoderWritesNothing()
    {
        QFETCH(int, flags);
        const std::string file = place((flags & O_CREAT) ? "new" : "read");
        QCOMPARE(gets(m_decoder, [&] { return opens(file, flags); }), EPERM);
        QCOMPARE(gets(m_decoder, [&] { return unlink(file.c_str()) == 0; }), EPERM);
        QCOMPARE(gets(m_decoder, [&] { return rename(file.c_str(), place("moved").c_str()) == 0; }), EPERM);
        QVERIFY(!QFile::exists(path("new")));
    }

    void nobodyReachesANetwork_data() { bothKinds(); }
    void nobodyReachesANetwork()
    {
        QFETCH(bool, isDecoder);
        for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK})
            QCOMPARE(gets(isDecoder ? m_decoder : m_worker,
                          [family] { return socket(family, SOCK_STREAM, 0) >= 0; }),
                     EPERM);
    }

    void nobodyStartsPrograms_data() { bothKinds(); }
    void nobodyStartsPrograms()
    {
        QFETCH(bool, isDecoder);
        const auto starts = [] { return execl("/bin/true", "true", nullptr) == 0; };
        QCOMPARE(gets(isDecoder ? m_decoder : m_worker, starts), EPERM);
    }

    void aDecoderIsOneProcessWithThreads()
    {
        QCOMPARE(gets(m_decoder, [] { return fork() > 0; }), EPERM);
        QCOMPARE(gets(m_decoder,
                      [] {
                          int done = 0;
                          std::thread([&] { done = 1; }).join();
                          return done == 1;
                      }),
                 0);
    }

    void aDecoderHasNoMemoryThatCanBeRun()
    {
        const auto maps = [](int protection) {
            return mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
        };
        QCOMPARE(gets(m_decoder, [&] { return maps(PROT_READ | PROT_WRITE); }), 0);
        QCOMPARE(gets(m_decoder, [&] { return maps(PROT_READ | PROT_EXEC); }), EPERM);
    }

    void aWorkerWritesWhereItMay()
    {
        QCOMPARE(gets(m_worker, [&] { return opens(place("out/new"), O_WRONLY | O_CREAT); }), 0);
        QCOMPARE(
            gets(m_worker, [&] { return rename(place("out/new").c_str(), place("out/moved").c_str()) == 0; }),
            0);
        QCOMPARE(gets(m_worker, [&] { return opens(place("other"), O_RDONLY); }), 0);
        QCOMPARE(gets(m_worker, [] { return opens("/etc/passwd", O_RDONLY); }), 0);
        if (!holdsFiles())
            QSKIP("this system has no Landlock");
        QCOMPARE(gets(m_worker, [&] { return opens(place("other"), O_WRONLY); }), EACCES);
        QCOMPARE(gets(m_worker, [&] { return opens(place("new"), O_WRONLY | O_CREAT); }), EACCES);
        QCOMPARE(gets(m_worker, [&] { return unlink(place("other").c_str()) == 0; }), EACCES);
        QVERIFY(QFile::exists(path("other")));
    }

    void nobodyTouchesOtherProcesses_data()
    {
        QTest::addColumn<bool>("isDecoder");
        QTest::addColumn<std::function<bool()>>("call");
        const pid_t other = getpid(); // of the test, whose child tries
        const std::vector<std::pair<const char*, std::function<bool()>>> calls{
            {"kill", [other] { return kill(other, kHarmless) == 0; }},
            {"kill a group", [] { return kill(0, kHarmless) == 0; }},
            {"tgkill", [other] { return syscall(SYS_tgkill, other, other, kHarmless) == 0; }},
            {"tkill", [other] { return syscall(SYS_tkill, other, kHarmless) == 0; }},
            {"sigqueue", [other] { return sigqueue(other, kHarmless, sigval{}) == 0; }},
            {"pidfd_open", [other] { return syscall(SYS_pidfd_open, other, 0) >= 0; }},
            {"signals of a file", [other] { return fcntl(STDERR_FILENO, F_SETOWN, other) == 0; }},
            {"ptrace", [] { return syscall(SYS_ptrace, 0 /* PTRACE_TRACEME */, 0, 0, 0) == 0; }},
            {"another's memory",
             [other] {
                 char byte = 0;
                 const iovec here{&byte, 1};
                 const iovec there{&byte, 1};
                 return process_vm_readv(other, &here, 1, &there, 1, 0) == 1;
             }},
            {"another's limits",
             [other] {
                 rlimit both{};
                 return prlimit(other, RLIMIT_CORE, nullptr, &both) == 0
                     && prlimit(other, RLIMIT_CORE, &both, nullptr) == 0;
             }},
            {"a terminal's typing", [] { return ioctl(STDERR_FILENO, TIOCSTI, "x") == 0; }},
        };
        for (const bool isDecoder : {true, false}) {
            for (const auto& [name, call] : calls)
                QTest::addRow("%s: %s", isDecoder ? "a decoder" : "a worker", name) << isDecoder << call;
        }
    }
    void nobodyTouchesOtherProcesses()
    {
        QFETCH(bool, isDecoder);
        QFETCH(std::function<bool()>, call);
        QCOMPARE(gets(isDecoder ? m_decoder : m_worker, call), EPERM);
    }

    void anyoneSignalsItself_data() { bothKinds(); }
    void anyoneSignalsItself()
    {
        QFETCH(bool, isDecoder);
        QCOMPARE(gets(isDecoder ? m_decoder : m_worker, [] { return raise(kHarmless) == 0; }), 0);
    }

    void aWorkerMayAskWhetherAProcessIsThere()
    {
        const pid_t gone = fork();
        if (gone == 0)
            _exit(0);
        waitpid(gone, nullptr, 0);
        QCOMPARE(gets(m_worker, [gone] { return kill(gone, 0) == 0; }), ESRCH);
    }

    /// As one must that runs others within limits.
    void whoStartsProgramsEndsTheseAlone()
    {
        m_worker.runsPrograms = true;
        QCOMPARE(gets(m_worker,
                      [] {
                          const pid_t child = fork();
                          if (child == 0)
                              for (;;)
                                  pause();
                          int status = 0;
                          return kill(child, SIGKILL) == 0 && waitpid(child, &status, 0) == child
                              && WIFSIGNALED(status);
                      }),
                 0);
        QCOMPARE(gets(m_worker, [] { return kill(0, kHarmless) == 0; }), holdsSignals() ? 0 : EPERM);
        QCOMPARE(gets(m_worker, [] { return syscall(SYS_ptrace, 0, 0, 0, 0) == 0; }), EPERM);
        if (!holdsSignals())
            QSKIP("this system's Landlock does not rule signals (Linux 6.12 does)");
        QCOMPARE(gets(m_worker, [] { return kill(getppid(), kHarmless) == 0; }), EPERM);
        QCOMPARE(gets(m_worker, [] { return syscall(SYS_tgkill, getppid(), getppid(), kHarmless) == 0; }),
                 EPERM);
    }

    void whoNeedsTheInternetHasNoSocketOfTheMachine()
    {
        m_worker.network = Confinement::Network::Internet;
        for (const int family : {AF_INET, AF_INET6, AF_NETLINK})
            QCOMPARE(gets(m_worker, [family] { return socket(family, SOCK_DGRAM, 0) >= 0; }), 0);
        for (const int family : {AF_UNIX, AF_PACKET, AF_VSOCK})
            QCOMPARE(gets(m_worker, [family] { return socket(family, SOCK_DGRAM, 0) >= 0; }), EPERM);
    }

    void programsThatAWorkerStartsAreConfinedToo()
    {
        m_worker.runsPrograms = true;
        const std::string command = "echo x >'" + place("other") + "'";
        const auto starts = [&] { return execl("/bin/sh", "sh", "-c", command.c_str(), nullptr) == 0; };
        if (!holdsFiles())
            QSKIP("this system has no Landlock");
        QVERIFY(gets(m_worker, starts) != 0);
        QFile file(path("other"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("text"));
    }

    void memoryIsLimited()
    {
        m_decoder.memoryBytes = std::uint64_t{64} << 20;
        const auto takes = [](std::size_t bytes) {
            return mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                != MAP_FAILED;
        };
        QCOMPARE(gets(m_decoder, [&] { return takes(std::size_t{1} << 20); }), 0);
        QCOMPARE(gets(m_decoder, [&] { return takes(std::size_t{256} << 20); }), ENOMEM);
    }

    void memoryThatNoLimitCountsIsRefused()
    {
        const auto maps = [](int flags) {
            return mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
        };
        QCOMPARE(gets(m_decoder, [&] { return maps(MAP_PRIVATE); }), 0);
        QCOMPARE(gets(m_decoder, [&] { return maps(MAP_SHARED); }), EPERM);
        QCOMPARE(gets(m_decoder, [&] { return maps(MAP_SHARED_VALIDATE); }), EPERM);
        QCOMPARE(gets(m_decoder, [&] { return maps(MAP_PRIVATE | MAP_GROWSDOWN); }), EPERM);
        QCOMPARE(gets(m_decoder, [] { return memfd_create("more", 0) >= 0; }), EPERM);
    }

    void aDecoderKeepsItsLimits()
    {
        m_decoder.memoryBytes = std::uint64_t{64} << 20;
        const auto sets = [](int resource) {
            rlimit both{};
            const auto kind = static_cast<__rlimit_resource>(resource);
            return getrlimit(kind, &both) == 0 && setrlimit(kind, &both) == 0;
        };
        QCOMPARE(gets(m_decoder, [&] { return sets(RLIMIT_DATA); }), EPERM);
        QCOMPARE(gets(m_decoder, [&] { return sets(RLIMIT_NOFILE); }), EPERM);
        QCOMPARE(gets(m_decoder, [&] { return sets(RLIMIT_CPU); }), 0); // for each question
    }

    void timeIsLimitedInAllWhateverASingleLimitSays()
    {
        m_decoder.processorSeconds = 1;
        const auto computes = [] {
            limitProcessorTime(1000);
            for (std::atomic<unsigned> i = 0;; ++i) {
            }
        };
        QCOMPARE(gets(m_decoder, [&] { return computes(), true; }), -1);
    }

    void aShareOfTheMachineIsLeftToOthers()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer keeps books of its own");
#endif
        const auto all = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES))
            * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
        QVERIFY(shareOfMemory() >= std::uint64_t{4} << 30);
        QVERIFY(shareOfMemory() < std::max(all, std::uint64_t{5} << 30));
    }

    void timeIsLimited()
    {
        const auto computes = [] {
            limitProcessorTime(0);
            for (std::atomic<unsigned> i = 0;; ++i) {
            }
        };
        QCOMPARE(gets(m_decoder, [&] { return computes(), true; }), -1);
    }

private:
    static bool holdsSignals()
    {
        return holds([](const Confined& confined) { return confined.fileRules >= 6; });
    }
    static void bothKinds()
    {
        QTest::addColumn<bool>("isDecoder");
        QTest::newRow("a decoder") << true;
        QTest::newRow("a worker") << false;
    }
    QString path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    std::string place(const char* name) const
    {
        return path(name).toStdString();
    }

    QTemporaryDir m_folder;
    Confinement m_decoder;
    Confinement m_worker;
};

QTEST_GUILESS_MAIN(ConfinementTest)
#include "tst_confinement.moc"
