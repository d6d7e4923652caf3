#include "engine/core/installation.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"

using namespace engine;

class TestInstallation : public QObject {
    Q_OBJECT

private slots:
    void aSiblingIsTheProgramBesideThisOne()
    {
        const QString name = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
        const std::filesystem::path self = Installation::ofThisProgram().program(name.toStdString());
        QVERIFY(std::filesystem::exists(self));
        QCOMPARE(self.parent_path().string(), QCoreApplication::applicationDirPath().toStdString());
    }

    void theProgramThatRunsIsNamedWhereNoLauncherLiesBesideIt()
    {
        QCOMPARE(Installation::thisProgram().string(), QCoreApplication::applicationFilePath().toStdString());
        QVERIFY(Installation::ofThisProgram().speechModel().empty()); // which the system has
    }

    void theDemoHasAConversationBesideIt()
    {
        const Installation here = Installation::ofThisProgram();
        QCOMPARE(here.demoConversation().parent_path(), here.demo().parent_path());
        QVERIFY(here.isDemo(here.demo()) && here.isDemo(here.demoConversation()));
        QVERIFY(!here.isDemo({}) && !here.isDemo(here.demo() / "media"));
    }

    void aSiblingThatIsMissingIsNamed()
    {
        const std::string failure
            = test::failureOf([] { Installation::ofThisProgram().program("no-such-program"); });
        QVERIFY2(failure.starts_with("file_not_found")
                     && failure.find("/no-such-program: ") != std::string::npos,
                 failure.c_str());
    }

    void theCacheLiesWhereTheUserWantsIt()
    {
        const QTemporaryDir folder;
        qputenv("XDG_CACHE_HOME", folder.path().toUtf8());
        QCOMPARE(cacheFolder(), std::filesystem::path(folder.path().toStdString()) / "polylogue");
        QVERIFY(std::filesystem::is_directory(cacheFolder()));
    }

    void withoutThatTheCacheLiesInTheHomeFolder()
    {
        const QTemporaryDir folder;
        qunsetenv("XDG_CACHE_HOME");
        qputenv("HOME", folder.path().toUtf8());
        QCOMPARE(cacheFolder(), std::filesystem::path(folder.path().toStdString()) / ".cache/polylogue");
    }

    void settingsLieWhereTheUserWantsThem()
    {
        qputenv("XDG_CONFIG_HOME", "/settings");
        QCOMPARE(configFolder(), std::filesystem::path("/settings/polylogue"));
        qunsetenv("XDG_CONFIG_HOME");
        qputenv("HOME", "/home/ada");
        QCOMPARE(configFolder(), std::filesystem::path("/home/ada/.config/polylogue"));
    }

    void theStandardDatasetsComeWithTheProgram()
    {
        QVERIFY(std::filesystem::exists(Installation::ofThisProgram().datasets() / "cmu_mosei.json"));
    }
};

QTEST_GUILESS_MAIN(TestInstallation)
#include "tst_installation.moc"
