#include <QTemporaryDir>
#include <QTest>

#include "tests/support/cli.h"

using namespace engine;

/// `polylogue-cli valence`: a row for each text of a table.
class TestValenceCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString written(const char* name, const QByteArray& text) const
    {
        QFile file(path(name));
        file.open(QIODevice::WriteOnly);
        file.write(text);
        return path(name);
    }
    QByteArray out() const
    {
        QFile file(path("out.csv"));
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    }
    test::ProgramResult rate(const QString& table, const QStringList& more = {}) const
    {
        return test::runCli(
            QStringList{QStringLiteral("valence"), table, QStringLiteral("--out"), path("out.csv")} + more);
    }

private slots:
    void eachTextHasARow()
    {
        const auto result
            = rate(written("in.csv", "id,said\na,\"a great, great film\"\nb,\na,IT WAS AWFUL\n"),
                   {QStringLiteral("--column"), QStringLiteral("said")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QList<QByteArray> rows = out().trimmed().split('\n');
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], QByteArray("row,valence,words_found"));
        QVERIFY(rows[1].startsWith("1,") && rows[1].endsWith(",2"));
        QVERIFY(rows[1].split(',').at(1).toDouble() > 1.0);
        QCOMPARE(rows[2], QByteArray("2,0.0000,0"));
        QVERIFY(rows[3].split(',').at(1).toDouble() < -1.0);
        QVERIFY(result.output.contains("3 texts rated"));
    }

    void otherLanguagesHaveNone()
    {
        const QString table = written("in.csv", "text\nDas ist ein guter Film\nthis is a good film\n");
        const auto result = rate(table);
        QCOMPARE(result.exitCode, 0);
        QVERIFY(out().contains("\n1,,0\n2,"));
        QVERIFY(result.errors.contains("1 of 2 texts do not look English"));
        QCOMPARE(rate(table, {QStringLiteral("--language"), QStringLiteral("en")}).exitCode, 0);
        QVERIFY(!out().contains("1,,0"));
        const auto german = rate(table, {QStringLiteral("--language"), QStringLiteral("de")});
        QCOMPARE(german.exitCode, 1);
        QVERIFY2(german.errors.contains("only English texts have a valence"), german.errors.constData());
    }

    void whatIsMissingIsSaid()
    {
        const auto column = rate(written("in.csv", "id,said\n1,hi\n"));
        QCOMPARE(column.exitCode, 1);
        QVERIFY2(column.errors.contains("has no column 'text', but id, said"), column.errors.constData());
        QCOMPARE(rate(path("nowhere.csv")).exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestValenceCommand)
#include "tst_valence_command.moc"
