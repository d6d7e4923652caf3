#include "engine/sequences/csd_writer.h"

#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"

using namespace engine;
namespace fs = std::filesystem;

/// Ids and names of files in another encoding than UTF-8, as archives of older systems give them.
class TestOddNames : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;

    QString path(const char* name) const { return QString::fromStdString((m_folder / name).string()); }
    void writeSequence()
    {
        writeCsd(test::sequence("acoustic",
                                {{"M\xfcller", test::numbered({{0, 1}, {1, 2}})},
                                 {"Smith", test::numbered({{0, 1}, {1, 2}})}}),
                 m_folder / "acoustic.csd");
    }
    void writeMedia() { std::ofstream(m_folder / "M\xfcller.wav") << "only its name counts"; }

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("in")).toStdString();
        fs::create_directory(m_folder);
    }

    void validateWarnsOfIds()
    {
        writeSequence();
        const auto result = test::runCli({QStringLiteral("validate"), path("acoustic.csd")});
        QVERIFY2(result.output.contains("id_not_utf8") && result.output.contains("1 of 2 ids")
                     && result.output.contains("M\xef\xbf\xbdller"),
                 result.output.constData());
    }

    void alignmentReportsThem()
    {
        writeSequence();
        const auto result
            = test::runCli({QStringLiteral("align"), QStringLiteral("--sequences"), path("acoustic.csd"),
                            QStringLiteral("--rate"), QStringLiteral("2"), QStringLiteral("--collapse"),
                            QStringLiteral("mean"), QStringLiteral("--out"), path("out"),
                            QStringLiteral("--report"), QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(nlohmann::json::parse(result.output.toStdString()).is_object());
        std::ifstream report(m_folder / "out/alignment.json");
        QVERIFY(nlohmann::json::parse(report).dump().find("M\ufffdller") != std::string::npos);
    }

    void noListNamesAFileThatIsNotThere()
    {
        writeMedia();
        const auto result = test::runCli({QStringLiteral("make-dataset"), path("")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("not_utf8: M\xef\xbf\xbdller.wav: "), result.errors.constData());
        QVERIFY(!fs::exists(m_folder / "dataset.json"));
    }

    void extractionRefusesThemBeforeItsWork()
    {
        writeMedia();
        const auto result = test::runCli({QStringLiteral("extract"), path(""), QStringLiteral("--out"),
                                          m_temporary->filePath(QStringLiteral("out"))});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("not_utf8: ") && result.errors.contains("M\xef\xbf\xbdller.wav"),
                 result.errors.constData());
        QVERIFY(!fs::exists(m_temporary->filePath(QStringLiteral("out/dataset.json")).toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestOddNames)
#include "tst_odd_names.moc"
