#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"
#include "engine/publishing/publication.h"
#include "engine/publishing/publication_files.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <memory>
#include <sstream>
#include <unistd.h>

#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Windows that are killed, with all that they started, at random moments of the walks of team science:
/// planning, routing, influence, publishing, hiding and erasing people. Every project opens and is whole
/// afterwards, every published folder verifies, and erasing goes on. POLYLOGUE_KILLS: how often each (1).
class KilledWalksTest : public QObject {
    Q_OBJECT

    static int kills() { return std::max(1, qEnvironmentVariableIntValue("POLYLOGUE_KILLS")); }

    /// The walk's program, in a session of its own. Its output tells when the window is there.
    static void start(QProcess& walk, const char* name, const fs::path& folder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), QString::fromStdString(folder.string()));
        walk.setProcessEnvironment(environment);
        walk.setProcessChannelMode(QProcess::MergedChannels);
        walk.setChildProcessModifier([] { ::setsid(); });
        const fs::path alone = fs::path(WALKS) / name; // a program of its own where tests are not united
        if (fs::exists(alone)) {
            walk.start(QString::fromStdString(alone.string()), {});
            return;
        }
        const char* group
            = std::string_view(name) == "tst_privacy_walk" ? "tests_window_models" : "tests_window_team";
        walk.start(QString::fromStdString((fs::path(WALKS) / group).string()), {QLatin1String(name)});
    }

    /// @return what it had said
    static QByteArray killedAfter(const char* name, const fs::path& folder, int milliseconds)
    {
        QProcess walk;
        start(walk, name, folder);
        QByteArray said;
        QElapsedTimer waited;
        waited.start();
        while (!said.contains("::initTestCase()") && walk.state() != QProcess::NotRunning
               && waited.elapsed() < support::kPatience) {
            walk.waitForReadyRead(100);
            said += walk.readAll();
        }
        walk.waitForFinished(milliseconds); // it may end by itself
        if (walk.state() != QProcess::NotRunning)
            ::kill(-static_cast<pid_t>(walk.processId()), SIGKILL);
        walk.waitForFinished(support::kPatience);
        return said + walk.readAll();
    }

    static bool isHalf(const fs::path& path) // what another program takes away, or takes the place of
    {
        return path.string().find(".part") != std::string::npos;
    }

    /// @return how many projects there are
    static int checkProjects(const fs::path& folder)
    {
        int projects = 0;
        for (const auto& item : fs::recursive_directory_iterator(folder)) {
            if (item.path().extension() != ".polylogue" || isHalf(item.path()))
                continue;
            ++projects;
            try {
                std::vector<std::string> problems;
                engine::ProjectFile file = engine::ProjectFile::open(item.path());
                const engine::Annotation annotation = file.load(problems);
                if (!problems.empty() || !annotation.checkConsistency().empty())
                    QTest::qFail((item.path().string() + " is not whole").c_str(), __FILE__, __LINE__);
            } catch (const engine::Error& error) {
                QTest::qFail(error.what(), __FILE__, __LINE__);
            }
        }
        return projects;
    }

    static int checkPublications(const fs::path& folder)
    {
        int found = 0;
        for (const auto& item : fs::recursive_directory_iterator(folder)) {
            if (item.path().filename() != engine::kPublicationSums || isHalf(item.path()))
                continue;
            ++found;
            for (const engine::Finding& finding :
                 engine::verifyPublication(item.path().parent_path(), {}).findings) {
                if (finding.place == "mine.txt") // the walk itself adds this file of a user
                    continue;
                if (finding.severity == engine::Finding::Severity::Invalid)
                    QTest::qFail((finding.place + ": " + finding.message).c_str(), __FILE__, __LINE__);
            }
        }
        return found;
    }

    /// The same call as before the kill ends what was begun, or knows nobody: nothing below the study says
    /// the name.
    static void eraseToTheEnd(const fs::path& folder)
    {
        fs::path study;
        std::vector<fs::path> projects;
        for (const auto& item : fs::recursive_directory_iterator(folder)) {
            if (item.path().filename() == "study" && item.is_directory())
                study = item.path();
            if (item.path().extension() == ".polylogue" && !isHalf(item.path())
                && item.path().parent_path().filename() == "projects")
                projects.push_back(item.path());
        }
        QVERIFY(!study.empty() && projects.size() == 1);
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                      {QStringLiteral("erase-person"), QString::fromStdString(projects.front().string()),
                       QStringLiteral("--person"), QStringLiteral("Anna Secret"), QStringLiteral("--erase"),
                       QStringLiteral("--typed"), QStringLiteral("Anna Secret")});
        QVERIFY(program.waitForFinished(support::kPatience));
        const QByteArray said = program.readAll();
        // the kill may have come when all was erased
        QVERIFY2(program.exitCode() == 0 || said.startsWith("unknown_person: "), said.constData());
        for (const auto& item : fs::recursive_directory_iterator(study)) {
            if (!item.is_regular_file())
                continue;
            std::ifstream stream(item.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << stream.rdbuf();
            QVERIFY2(bytes.str().find("Anna Secret") == std::string::npos, item.path().c_str());
        }
    }

private slots:
    void walksThatAreKilledLeaveWholeThings_data()
    {
        QTest::addColumn<int>("most");
        QTest::newRow("tst_plan_walk") << 6000;
        QTest::newRow("tst_open_ratings_walk") << 9000;
        QTest::newRow("tst_influence_walk") << 9000;
        QTest::newRow("tst_publish_walk") << 6000;
        QTest::newRow("tst_privacy_walk") << 15000;
    }
    void walksThatAreKilledLeaveWholeThings()
    {
        QFETCH(const int, most);
        const char* name = QTest::currentDataTag();
        int projects = 0;
        int publications = 0;
        for (int round = 0; round < kills(); ++round) {
            auto temporary = std::make_unique<QTemporaryDir>();
            int moment = most / 4 + int(QRandomGenerator::global()->bounded(most * 3 / 4));
            QByteArray said = killedAfter(name, temporary->path().toStdString(), moment);
            while (said.contains("\nTotals: ") && moment > 50) { // a fast machine was through
                temporary = std::make_unique<QTemporaryDir>();
                moment /= 2;
                said = killedAfter(name, temporary->path().toStdString(), moment);
            }
            const fs::path folder = temporary->path().toStdString();
            QVERIFY2(said.contains("PASS   : ") && !said.contains("FAIL!"), said.constData());
            projects += checkProjects(folder);
            publications += checkPublications(folder);
            if (!QTest::currentTestFailed() && std::string_view(name) == "tst_privacy_walk")
                eraseToTheEnd(folder);
            if (QTest::currentTestFailed()) {
                qWarning("round %d, killed after %d ms: %s", round, moment, said.constData());
                return;
            }
        }
        qInfo("%s killed %d times: %d projects and %d published folders were whole", name, kills(), projects,
              publications);
        QVERIFY(projects > 0);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    KilledWalksTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed_walks.moc"
