#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;

class TestInfoCommand : public QObject {
    Q_OBJECT

private slots:
    void itSaysWhatAFileHolds()
    {
        const auto result = test::runCli({QStringLiteral("info"), test::demo("acoustic.csd")});
        QCOMPARE(result.exitCode, 0);
        for (const char* line : {"  name         acoustic\n", "  ids          31\n", "  width        31\n",
                                 "  type         float32\n", "  metadata     complete\n"})
            QVERIFY2(result.output.contains(line), result.output.constData());
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    }

    void machinesGetJson()
    {
        const QString file = test::fixture("broken/odd_but_valid.csd");
        const auto result = test::runCli({QStringLiteral("info"), file, QStringLiteral("--json")});
        QCOMPARE(result.exitCode, 0);
        const auto json = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString());
        QCOMPARE(json.at("name").get<std::string>(), std::string("seq"));
        QCOMPARE(json.at("ids").get<int>(), 4);
        QCOMPARE(json.at("rows").get<int>(), 9);
        QCOMPARE(json.at("widths").get<std::vector<int>>(), (std::vector{2, 4}));
        QCOMPARE(json.at("missing_metadata").get<std::vector<std::string>>(),
                 std::vector<std::string>{"contact"});
    }

    void aBrokenFileDoesNotHideTheOthers()
    {
        const QStringList files{test::fixture("broken/cut_off.csd"), test::fixture("storage.csd")};
        const auto result = test::runCli(QStringList{QStringLiteral("info")} + files);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("not_hdf5: " + files[0].toUtf8()), result.errors.constData());
        QVERIFY(result.output.contains("  name         seq\n"));
    }

    void aBrokenFileIsAnErrorInJson()
    {
        const QString file = test::fixture("broken/unknown_filter.csd");
        const auto result = test::runCli({QStringLiteral("info"), QStringLiteral("--json"), file});
        QCOMPARE(result.exitCode, 1);
        const auto error
            = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString()).at("error");
        QCOMPARE(error.at("code").get<std::string>(), std::string("data_invalid"));
    }
};

QTEST_GUILESS_MAIN(TestInfoCommand)
#include "tst_info_command.moc"
