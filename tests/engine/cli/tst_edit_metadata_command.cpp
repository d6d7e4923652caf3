#include "engine/sequences/csd_file.h"

#include <QDir>
#include <QTest>

#include "tests/support/cli.h"

using namespace engine;

class TestEditMetadataCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;

    test::ProgramResult edit(const QStringList& fields,
                             const QString& file = test::fixture("broken/odd_but_valid.csd"))
    {
        return test::runCli(QStringList{QStringLiteral("edit-metadata"), file} + fields
                            + QStringList{QStringLiteral("--out"), m_out});
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_out = m_folder->filePath(QStringLiteral("edited.csd"));
    }

    void valuesAreJsonOrText()
    {
        const auto result = edit({QStringLiteral("contact=me@example.org"),
                                  QStringLiteral("dimension names=[\"a\", \"b\"]"),
                                  QStringLiteral("creator=\"7\""), QStringLiteral("free=a = b")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
        const CsdFile file(m_out.toStdString());
        QCOMPARE(file.metadata().at("contact").dump(), std::string("\"me@example.org\""));
        QCOMPARE(file.metadata().at("dimension names").dump(), std::string(R"(["a","b"])"));
        QCOMPARE(file.metadata().at("creator").dump(), std::string("\"7\""));
        QCOMPARE(file.metadata().at("free").dump(), std::string("\"a = b\""));
        QCOMPARE(file.ids().size(), std::size_t(4));
    }

    void whatIsStillMissingIsSaid()
    {
        const auto result = edit({QStringLiteral("creator=me")});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.errors, QByteArray("still missing: contact\n"));
    }

    void aWrongCallExitsWithTwo_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no field") << QStringList() << QByteArray("FIELD");
        QTest::newRow("no value") << QStringList{QStringLiteral("contact")}
                                  << QByteArray("'contact' is no KEY=JSON");
        QTest::newRow("no name") << QStringList{QStringLiteral("=me")} << QByteArray("'=me' is no KEY=JSON");
        QTest::newRow("twice") << QStringList{QStringLiteral("a=1"), QStringLiteral("a=2")}
                               << QByteArray("'a' is given twice");
        QTest::newRow("a path") << QStringList{QStringLiteral("a/b=1")}
                                << QByteArray("'a/b' is no possible name");
    }

    void aWrongCallExitsWithTwo()
    {
        QFETCH(const QStringList, fields);
        QFETCH(const QByteArray, named);
        const auto result = edit(fields);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(named), result.errors.constData());
        QVERIFY(!QFile::exists(m_out));
    }

    void theInputIsNeverTheOutput()
    {
        m_out = test::fixture("storage.csd");
        const auto result = edit({QStringLiteral("a=1")}, m_out);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("same_file: ") && result.errors.contains("is the input itself"),
                 result.errors.constData());
    }

    void aFolderThatIsNotThereIsNamed()
    {
        m_out = QStringLiteral("/nowhere/edited.csd");
        const auto result = edit({QStringLiteral("a=1")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("io: /nowhere/edited.csd: cannot be written"),
                 result.errors.constData());
    }

    void aBrokenFileIsNamedAndNothingWritten()
    {
        const QString file = test::fixture("broken/damaged_gzip.csd");
        const auto result = edit({QStringLiteral("a=1")}, file);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(file.toUtf8()), result.errors.constData());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEditMetadataCommand)
#include "tst_edit_metadata_command.moc"
