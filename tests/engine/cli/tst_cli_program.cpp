#include <QTest>

#include "tests/support/cli.h"

using namespace engine;

class TestCliProgram : public QObject {
    Q_OBJECT

private slots:
    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("info") << QStringLiteral("info") << QByteArray("--json");
        QTest::newRow("validate") << QStringLiteral("validate") << QByteArray("--json");
        QTest::newRow("align") << QStringLiteral("align") << QByteArray("--reference");
        QTest::newRow("demo") << QStringLiteral("demo") << QByteArray("--out");
        QTest::newRow("fetch") << QStringLiteral("fetch") << QByteArray("--again");
        QTest::newRow("stats") << QStringLiteral("stats") << QByteArray("--json");
        QTest::newRow("words") << QStringLiteral("words") << QByteArray("--json");
        QTest::newRow("cite") << QStringLiteral("cite") << QByteArray("--sdk");
        QTest::newRow("make-dataset") << QStringLiteral("make-dataset") << QByteArray("--folds");
        QTest::newRow("edit-metadata") << QStringLiteral("edit-metadata") << QByteArray("KEY=JSON");
        QTest::newRow("probe") << QStringLiteral("probe") << QByteArray("FILE");
    }

    void everyCommandExplainsItself()
    {
        QFETCH(const QString, command);
        QFETCH(const QByteArray, option);
        const auto help = test::runCli({command, QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY2(help.output.contains(option), help.output.constData());
        const auto list = test::runCli({QStringLiteral("--help")});
        QVERIFY2(list.output.contains("  " + command.toUtf8() + " "), list.output.constData());
    }

    void itKnowsItsVersion()
    {
        const auto result = test::runCli({QStringLiteral("--version")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.output.startsWith("polylogue-cli "));
    }

    void aWrongCallExitsWithTwo_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("nothing") << QString() << QByteArray("subcommand");
        QTest::newRow("unknown command") << QStringLiteral("dance") << QByteArray("dance");
        QTest::newRow("no file") << QStringLiteral("info") << QByteArray("FILE");
        QTest::newRow("unknown option") << QStringLiteral("info --fast x.csd") << QByteArray("--fast");
        QTest::newRow("missing option")
            << QStringLiteral("align --sequences x.csd --out y") << QByteArray("--reference");
    }

    void aWrongCallExitsWithTwo()
    {
        QFETCH(const QString, arguments);
        QFETCH(const QByteArray, named);
        const auto result = test::runCli(arguments.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(named), result.errors.constData());
        QVERIFY(result.output.isEmpty());
    }

    void aBrokenFileIsNamedWithPlaceAndExpectation_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("rows differ")
            << test::fixture("broken/rows_differ.csd")
            << QByteArray("/seq/data/v has 3 intervals and 2 rows of features, expected as many");
        QTest::newRow("no features") << test::fixture("broken/no_features.csd")
                                     << QByteArray("/seq/data/v/features is missing (expected a dataset)");
        QTest::newRow("other HDF5") << test::fixture("broken/other_hdf5.csd")
                                    << QByteArray("/weights/data is missing (expected a group of ids)");
        QTest::newRow("unknown filter") << test::fixture("broken/unknown_filter.csd")
                                        << QByteArray("/seq/data/v/features is packed with the filter 'xyz'");
        QTest::newRow("cut off") << test::fixture("broken/cut_off.csd")
                                 << QByteArray("is not a readable HDF5 file");
        QTest::newRow("a folder") << test::fixture("broken")
                                  << QByteArray("is not a file (expected a computational sequence, .csd)");
        QTest::newRow("absent") << test::fixture("absent.csd") << QByteArray("there is no such file");
    }

    void aBrokenFileIsNamedWithPlaceAndExpectation()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, expected);
        const QTemporaryDir out;
        const auto result = test::runCli({QStringLiteral("align"), QStringLiteral("--sequences"), file,
                                          QStringLiteral("--reference"), QStringLiteral("seq"),
                                          QStringLiteral("--out"), out.path()});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(": " + file.toUtf8() + ": "), result.errors.constData());
        QVERIFY2(result.errors.contains(expected), result.errors.constData());
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY(QDir(out.path()).isEmpty());
    }

    void aSoundFilePassesTheProbe()
    {
        const auto result = test::runCli({QStringLiteral("probe"), test::fixture("storage.csd")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.output.isEmpty() && result.errors.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliProgram)
#include "tst_cli_program.moc"
