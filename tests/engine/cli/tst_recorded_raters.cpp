#include <QDir>
#include <QTest>

#include <fstream>

#include "tests/support/cli.h"
#include "tests/support/recorded_case.h"

using namespace engine;

/// What reference programs found of raters, designs and influence, and what `run-case` finds.
class TestRecordedRaters : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static nlohmann::json read(const QString& file)
    {
        std::ifstream stream(file.toStdString());
        return nlohmann::json::parse(stream);
    }

    nlohmann::json resultOf(const QString& file) const
    {
        const QString out = m_folder.filePath(QStringLiteral("result.json"));
        const test::ProgramResult result
            = test::runCli({QStringLiteral("run-case"), file, QStringLiteral("--out"), out});
        return result.exitCode == 0 ? read(out) : nlohmann::json(result.errors.toStdString());
    }

    static std::vector<std::string> differences(const nlohmann::json& recorded, const nlohmann::json& found)
    {
        std::vector<std::string> all;
        test::findDifferences(recorded.at("expected"), found, recorded.value("tolerance", 1e-9), "", all);
        return all;
    }

private slots:
    void everyCaseComesOut_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(test::fixture("agreement"));
        const QStringList files = folder.entryList(
            {QStringLiteral("raters-*.json"), QStringLiteral("influence-*.json")}, QDir::Files);
        QVERIFY(files.size() >= 7);
        for (const QString& file : files)
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }

    void everyCaseComesOut()
    {
        QFETCH(const QString, file);
        const nlohmann::json recorded = read(file);
        const std::vector<std::string> all = differences(recorded, resultOf(file));
        QVERIFY2(all.empty(), all.empty() ? "" : all.front().c_str());
    }

    void aChangedExpectationIsFound()
    {
        nlohmann::json recorded = read(test::fixture("agreement/raters-posterior.json"));
        const nlohmann::json found = resultOf(test::fixture("agreement/raters-posterior.json"));
        recorded["expected"]["P"][2][3] = recorded["expected"]["P"][2][3].get<double>() + 1e-8;
        recorded["expected"]["label"].push_back(1);
        const std::vector<std::string> all = differences(recorded, found);
        QCOMPARE(all.size(), std::size_t(2));
    }

    void aCaseThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no object") << QByteArray("[1]") << QByteArray("data_invalid");
        QTest::newRow("unknown") << QByteArray(R"({"what": "weather"})") << QByteArray("unknown_case");
        QTest::newRow("no options") << QByteArray(R"({"what": "reliability"})") << QByteArray("data_invalid");
        QTest::newRow("a unit too many") << QByteArray(
            R"({"what": "ordinal", "options": {"K": 3, "raters": 1, "units": 1}, "ratings": [[1, 0, 0]]})")
                                         << QByteArray("row_mismatch");
    }

    void aCaseThatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, said);
        QFile file(m_folder.filePath(QStringLiteral("case.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const nlohmann::json found = resultOf(file.fileName());
        QVERIFY2(found.is_string() && QByteArray::fromStdString(found.get<std::string>()).startsWith(said),
                 found.dump().c_str());
    }
};

QTEST_GUILESS_MAIN(TestRecordedRaters)
#include "tst_recorded_raters.moc"
