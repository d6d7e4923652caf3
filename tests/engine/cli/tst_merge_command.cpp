#include <QTest>

#include "tests/support/cli.h"

class TestMergeCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    engine::test::ProgramResult run(const QString& recipe, const QString& out,
                                    const QString& shard = {}) const
    {
        QStringList arguments{QStringLiteral("run"), path(recipe), QStringLiteral("--out"), path(out)};
        if (!shard.isEmpty())
            arguments << QStringLiteral("--shard") << shard;
        return engine::test::runCli(arguments);
    }

    engine::test::ProgramResult merge(const QStringList& shards, const QStringList& more = {}) const
    {
        QStringList arguments{QStringLiteral("merge"), QStringLiteral("--out"),
                              path(QStringLiteral("joined"))};
        for (const QString& shard : shards)
            arguments << path(shard);
        return engine::test::runCli(arguments + more);
    }

    QByteArray bytes(const QString& file) const
    {
        QFile opened(path(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    void write(const QString& name, const QByteArray& more) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"load": [{"file": "words.csd"}, {"file": "acoustic.csd"}], "report": true,
            "steps": [{"op": "align", "reference": "words", "collapse": ["mean_or_passthrough"]}])"
                   + more + "}");
    }

private slots:
    void initTestCase()
    {
        for (const char* name : {"words.csd", "acoustic.csd"})
            QVERIFY(QFile::link(engine::test::demo(name), path(QLatin1String(name))));
        write(QStringLiteral("recipe.json"), "");
        write(QStringLiteral("packed.json"), R"(, "compression": {"filter": "gzip", "level": 1})");
        QCOMPARE(run(QStringLiteral("recipe.json"), QStringLiteral("whole")).exitCode, 0);
        for (const int shard : {1, 2, 3}) {
            const QString name = QString::number(shard);
            QCOMPARE(run(QStringLiteral("recipe.json"), name, name + QStringLiteral("/3")).exitCode, 0);
        }
        QCOMPARE(run(QStringLiteral("packed.json"), QStringLiteral("other"), QStringLiteral("3/3")).exitCode,
                 0);
    }

    void cleanup() { QDir(path(QStringLiteral("joined"))).removeRecursively(); }

    void shardsInAnyOrderGiveTheWholeRun()
    {
        const auto result = merge({QStringLiteral("3"), QStringLiteral("1"), QStringLiteral("2")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains("acoustic.csd: 1350 entries")
                     || result.output.contains("acoustic: 1350 entries"),
                 result.output.constData());
        const QStringList files = QDir(path(QStringLiteral("whole"))).entryList(QDir::Files);
        QCOMPARE(QDir(path(QStringLiteral("joined"))).entryList(QDir::Files), files);
        for (const QString& file : files)
            QVERIFY2(bytes(QStringLiteral("joined/") + file) == bytes(QStringLiteral("whole/") + file),
                     qPrintable(file));
    }

    void whatDoesNotBelongTogetherIsSaid_data()
    {
        QTest::addColumn<QStringList>("shards");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* shards, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(shards).split(u' ') << QByteArray(expected);
        };
        row("one is missing", "1 3", "shard 2 of 3 is missing");
        row("one twice", "1 2 2 3", "is shard 2 of 3, and so is");
        row("another recipe", "1 2 other", "is no shard of the same run as");
        row("a whole run", "1 2 whole", "shard.json: is missing; is this the result of run --shard?");
        row("no folder", "1 2 absent", "shard.json: is missing");
    }

    void whatDoesNotBelongTogetherIsSaid()
    {
        QFETCH(const QStringList, shards);
        QFETCH(const QByteArray, expected);
        const auto result = merge(shards);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(expected), result.errors.constData());
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY(QDir(path(QStringLiteral("joined"))).entryList(QDir::Files).isEmpty());
    }

    void aWrongCallExitsWithTwo()
    {
        QCOMPARE(merge({}).exitCode, 2);
        QCOMPARE(engine::test::runCli({QStringLiteral("merge"), path(QStringLiteral("1"))}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestMergeCommand)
#include "tst_merge_command.moc"
