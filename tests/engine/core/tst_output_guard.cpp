#include "engine/core/output_guard.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

class TestOutputGuard : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

    static std::string failure(const std::vector<fs::path>& inputs, const std::vector<fs::path>& outputs)
    {
        return test::failureOf([&] { refuseInputsAsOutputs(inputs, outputs); });
    }

private slots:
    void initTestCase()
    {
        std::ofstream(path("in.csd")) << "data";
        std::ofstream(path("other.csd")) << "data";
        fs::create_hard_link(path("in.csd"), path("hard.csd"));
        fs::create_symlink(path("in.csd"), path("soft.csd"));
        fs::create_symlink(path("soft.csd"), path("softer.csd"));
        fs::create_symlink(path("nowhere.csd"), path("dangling.csd"));
        fs::create_directory(path("folder"));
        fs::create_directory_symlink(path("folder"), path("the same folder"));
    }

    void anInputIsKnownByWhateverName_data()
    {
        QTest::addColumn<QString>("output");
        for (const char* name :
             {"in.csd", "folder/../in.csd", "hard.csd", "soft.csd", "softer.csd", "the same folder"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void anInputIsKnownByWhateverName()
    {
        QFETCH(const QString, output);
        const fs::path written = path(output.toStdString().c_str());
        const std::string said
            = failure({path("other.csd"), path("in.csd"), path("folder")}, {path("new.csd"), written});
        QVERIFY2(said.starts_with("same_file: " + written.string() + ": is the input itself"), said.c_str());
        QCOMPARE(said.find("by another name") == std::string::npos, output == u"in.csd");
    }

    void linksOfTheInputAreFollowedAsWell()
    {
        QVERIFY(!failure({path("softer.csd")}, {path("hard.csd")}).empty());
    }

    void otherFilesMayBeWritten()
    {
        refuseInputsAsOutputs(std::vector{path("in.csd"), path("dangling.csd"), fs::path("/dev/null")},
                              std::vector{path("new.csd"), path("dangling.csd"), path("other.csd"),
                                          fs::path("/dev/null"), fs::path()});
    }
};

QTEST_GUILESS_MAIN(TestOutputGuard)
#include "tst_output_guard.moc"
