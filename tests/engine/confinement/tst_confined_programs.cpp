#include "engine/confinement/confinement.h"
#include "engine/media/video_reader.h"
#include "engine/media_child/media_template.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/program.h"
#include "tests/support/waiting.h"

using namespace engine;
using engine::test::runProgram;
using namespace Qt::StringLiterals;

namespace {

/// What this system has, as a process says that tried.
Confined confinedHere()
{
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        const Confined confined = confine({});
        const int said[2] = {confined.fileRules, confined.callRules ? 1 : 0};
        _exit(write(ends[1], said, sizeof said) == sizeof said ? 0 : 1);
    }
    close(ends[1]);
    int said[2] = {0, 0};
    const bool isWhole = read(ends[0], said, sizeof said) == sizeof said;
    close(ends[0]);
    waitpid(child, nullptr, 0);
    Confined confined;
    confined.fileRules = isWhole ? said[0] : 0;
    confined.callRules = isWhole && said[1] == 1;
    return confined;
}

/// What a process told at its end (support/tries_at_end.cpp).
using Tried = QMap<QByteArray, QByteArray>;

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A line of /proc/…/status.
QByteArray lineOf(const QByteArray& text, const QByteArray& name)
{
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified();
    }
    return {};
}

/// Of each thread of a process.
QList<QByteArray> ofThreads(qint64 process, const QByteArray& name)
{
    QList<QByteArray> found;
    const QString tasks = QStringLiteral("/proc/%1/task").arg(process);
    for (const QString& task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        found.push_back(lineOf(fileBytes(tasks + u'/' + task + QStringLiteral("/status")), name));
    return found;
}

bool areAll(const QList<QByteArray>& found, const QByteArray& expected)
{
    return !found.empty() && found.count(expected) == found.size();
}

}

/// The programs that read files of strangers, as they are started by the window and by users, and what they
/// can do at their end. A program that forgot to confine itself fails here.
class ConfinedProgramsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer must be the first library of a program");
#endif
        m_here = confinedHere();
        if (!m_here.callRules)
            QSKIP("this system has no seccomp");
        if (m_here.fileRules == 0)
            qWarning("this system has no Landlock: what is written is not looked at");
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("out")));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("elsewhere")));
    }

    void init()
    {
        QFile::remove(path("tries"));
        QDir(path("elsewhere")).remove(QStringLiteral("new"));
        QDir(path("out")).remove(QStringLiteral("new"));
    }

    void commandsEndConfined_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("writesOut");
        QTest::addColumn<bool>("startsPrograms");
        const QString cli = QStringLiteral("polylogue-cli");
        const QString models = QStringLiteral("polylogue-models");
        const QString extract = QStringLiteral("polylogue-extract");
        const QString model = QStringLiteral(DEMO "/model/lmf.safetensors");
        const QString dataset = QStringLiteral(DEMO "/dataset.json");
        const QString words = QStringLiteral(DEMO "/words.csd");
        const QString media = QStringLiteral(DEMO "/media/ada_1.mp4");
        const QString none = path("none"); // what is not there is said after all was given up
        const QString out = path("out/it");

        QTest::newRow("probe") << cli << QStringList{u"probe"_s, words} << false << false;
        QTest::newRow("probe, with an index")
            << cli << QStringList{u"probe"_s, words, u"--index"_s, path("out")} << true << false;
        QTest::newRow("probe a broken one") << cli << QStringList{u"probe"_s, dataset} << false << false;
        if (QFile::exists(QStringLiteral(PROGRAMS "/") + extract)) {
            const auto makes = [&](const char* name, const QStringList& arguments, bool startsPrograms) {
                QTest::newRow(name) << extract << arguments << true << startsPrograms;
            };
            makes("extract", {media, u"--features"_s, u"mfcc"_s, u"--out"_s, path("out")}, true);
            makes("mel", {media, u"--mel"_s, u"--out"_s, out + u".npz"_s}, true);
            makes("arousal", {u"--arousal"_s, media, u"--out"_s, out}, false);
            makes("expression", {u"--expression"_s, none, u"--out"_s, out}, false);
            makes("face mesh", {u"--face-mesh"_s, none, u"--out"_s, out}, false);
        }
        if (!QFile::exists(QStringLiteral(PROGRAMS "/") + models))
            return;
        const auto row = [&](const QStringList& arguments, bool writesOut, bool startsPrograms) {
            QTest::newRow(qPrintable(u"models "_s + arguments.first()))
                << models << arguments << writesOut << startsPrograms;
        };
        row({u"predict"_s, model, u"--dataset"_s, dataset, u"--out"_s, out + u".csv"_s}, true, true);
        row({u"explain"_s, model, u"--dataset"_s, dataset, u"--fold"_s, u"test"_s, u"--out"_s,
             out + u".csv"_s},
            true, true);
        row({u"evaluate"_s, model, u"--dataset"_s, dataset, u"--fold"_s, u"test"_s}, false, true);
        row({u"compare"_s, model, u"--against"_s, model, u"--data"_s, none, u"--out"_s, out + u".csv"_s},
            true, true);
        row({u"suspects"_s, u"--data"_s, none, u"--out"_s, out + u".csv"_s}, true, true);
        row({u"learn-order"_s, u"--data"_s, none, u"--out"_s, out + u".csv"_s}, true, true);
        row({u"learn-next"_s, u"--data"_s, none, u"--out"_s, out + u".csv"_s}, true, true);
        row({u"train"_s, none, u"--out"_s, out}, true, true);
        row({u"search"_s, none, u"--out"_s, out}, true, true);
        row({u"slurm"_s, none, u"--out"_s, out}, true, false);
        row({u"reproduce"_s, none, u"--out"_s, out}, true, true);
        row({u"fit-labels"_s, none, u"--dataset"_s, none, u"--out"_s, out + u".safetensors"_s}, true, true);
        row({u"fuse"_s, model, u"--out"_s, out + u".safetensors"_s}, true, false);
        row({u"retrieve"_s, none, u"--dataset"_s, none, u"--like"_s, u"a"_s}, false, true);
        row({u"run-case"_s, none, u"--out"_s, out + u".h5"_s}, true, false);
        row({u"live"_s, none, u"--media"_s, media}, false, false);
        row({u"classes"_s, u"--json"_s}, false, false);
        row({u"benchmark"_s, u"LMF"_s, u"--epochs"_s, u"0"_s, u"--latencies"_s, u"0"_s}, false, false);
    }

    void commandsEndConfined()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(bool, writesOut);
        QFETCH(bool, startsPrograms);
        const auto result = runProgram(program, arguments, environment());
        QVERIFY2(result.exitCode >= 0 && result.exitCode != 2, result.errors.constData());
        const QList<Tried> all = tried(program.toUtf8());
        QVERIFY2(!all.empty(), result.errors.constData());
        for (const Tried& one : all)
            isConfined(one, startsPrograms);
        if (m_here.fileRules > 0)
            QCOMPARE(all.last()["output"], errorText(writesOut ? 0 : EACCES));
    }

    void trainingOfSeveralReachesTheInternetAlone()
    {
        if (!QFile::exists(QStringLiteral(PROGRAMS "/polylogue-models")))
            QSKIP("built without models");
        const QString program = QStringLiteral("polylogue-models");
        const auto result = runProgram(
            program, {u"train"_s, path("none"), u"--workers"_s, u"2"_s, u"--out"_s, path("out/it")},
            environment());
        QCOMPARE(result.exitCode, 1);
        const QList<Tried> all = tried(program.toUtf8());
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first()["seccomp"], QByteArray("2"));
        QCOMPARE(all.first()["internet"], errorText(0));
        QCOMPARE(all.first()["local"], errorText(EPERM));
        QCOMPARE(all.first()["trace"], errorText(EPERM));
    }

    /// Threads that a library makes while it is loaded are older than the rules.
    void everyThreadIsConfinedWhileAProgramServes_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("startsPrograms");
        QTest::newRow("extract") << "polylogue-extract" << QStringList{u"--serve"_s} << true; // espeak-ng
        QTest::newRow("models") << "polylogue-models"
                                << QStringList{u"serve"_s, u"--model"_s, u"" DEMO "/model/lmf.safetensors"_s}
                                << false;
    }
    void everyThreadIsConfinedWhileAProgramServes()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (!QFile::exists(QStringLiteral(PROGRAMS "/") + program))
            QSKIP("was not built");
        QFETCH(bool, startsPrograms);
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(PROGRAMS "/") + program, arguments);
        QVERIFY(process.waitForStarted(support::kPatience));
        const qint64 number = process.processId();
        QTRY_VERIFY(areAll(ofThreads(number, "Seccomp:"), "2"));
        QVERIFY(areAll(ofThreads(number, "NoNewPrivs:"), "1"));
        const QByteArray limits = fileBytes(QStringLiteral("/proc/%1/limits").arg(number));
        QCOMPARE(lineOf(limits, "Max core file size").split(' ').first(), QByteArray("0"));
        QCOMPARE(lineOf(limits, "Max data size").split(' ').first(),
                 QByteArray::number(qulonglong(shareOfMemory())));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(support::kPatience));
        QCOMPARE(process.exitCode(), 0);
        const QList<Tried> all = tried(program.toUtf8());
        QCOMPARE(all.size(), 1);
        isConfined(all.first(), startsPrograms);
        if (m_here.fileRules > 0)
            QCOMPARE(all.first()["output"], errorText(EACCES));
    }

    void aProcessOfMediaIsConfinedFromItsFileOn()
    {
        qputenv("LD_PRELOAD", TRIES);
        const QProcessEnvironment all = environment();
        for (const char* name : {"TRIES_TO", "TRIES_FORBIDDEN", "TRIES_ALLOWED", "TRIES_OTHER"})
            qputenv(name, all.value(QLatin1String(name)).toUtf8());
        {
            const MediaTemplate original{PROGRAMS "/polylogue-media"};
            qunsetenv("LD_PRELOAD");
            QVERIFY(original.isThere());
            VideoReader reader(MediaFile(DEMO "/media/ada_1.mp4"));
            QCOMPARE(reader.frame(3, 0, 0)->index, std::size_t{3});
        }
        QTRY_VERIFY(!tried("polylogue-media").empty());
        bool isSeen = false;
        for (const Tried& one : tried("polylogue-media")) {
            if (one["end"] != "_exit")
                continue; // the template, which opens nothing
            isSeen = true;
            isConfined(one, false);
            QCOMPARE(one["output"], errorText(EPERM));
            QCOMPARE(one["limit"], errorText(EPERM));
            QCOMPARE(one["data"], QByteArray::number(qulonglong{3} << 30));
            QVERIFY(one["cpu"].toLongLong() > 0 && one["cpu"].toLongLong() < 1000);
            QVERIFY(one["cpuever"].toLongLong() > 0);
        }
        QVERIFY(isSeen);
    }

private:
    QString path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    static QByteArray errorText(int error)
    {
        return QByteArray::number(error);
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), path("cache"));
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(TRIES));
        environment.insert(QStringLiteral("TRIES_TO"), path("tries"));
        environment.insert(QStringLiteral("TRIES_FORBIDDEN"), path("elsewhere/new"));
        environment.insert(QStringLiteral("TRIES_ALLOWED"), path("out/new"));
        environment.insert(QStringLiteral("TRIES_OTHER"),
                           QString::number(QCoreApplication::applicationPid()));
        return environment;
    }

    QList<Tried> tried(const QByteArray& program) const
    {
        QList<Tried> all;
        for (const QByteArray& line : fileBytes(path("tries")).split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.first() != program.left(63))
                continue;
            Tried one;
            for (const QByteArray& word : words.mid(2)) {
                const qsizetype sign = word.indexOf('=');
                one[word.left(sign)] = word.mid(sign + 1);
            }
            all.push_back(one);
        }
        return all;
    }

    void isConfined(const Tried& one, bool startsPrograms) const
    {
        QCOMPARE(one["seccomp"], QByteArray("2"));
        QCOMPARE(one["nonew"], QByteArray("1"));
        QCOMPARE(one["internet"], errorText(EPERM));
        QCOMPARE(one["local"], errorText(EPERM));
        QCOMPARE(one["trace"], errorText(EPERM));
        QCOMPARE(one["start"], errorText(startsPrograms ? ENOENT : EPERM));
        if (!startsPrograms || m_here.fileRules >= kLandlockOfSignals)
            QCOMPARE(one["signal"], errorText(EPERM));
        if (m_here.fileRules > 0)
            QVERIFY2(one["create"] == errorText(EACCES) || one["create"] == errorText(EPERM), one["create"]);
    }

    static constexpr int kLandlockOfSignals = 6;
    QTemporaryDir m_folder;
    Confined m_here;
};

QTEST_GUILESS_MAIN(ConfinedProgramsTest)
#include "tst_confined_programs.moc"
