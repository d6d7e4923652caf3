#include "engine/core/sha256.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

class TestSha256 : public QObject {
    Q_OBJECT

private slots:
    void knownDigests_data() // FIPS 180-4's examples
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("nothing") << std::string()
                                 << std::string(
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << std::string(
            "abc") << std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
    void knownDigests()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        Sha256 hash;
        for (const char c : text)
            hash.add(&c, 1);
        QCOMPARE(hexadecimal(hash.digest()), expected);

        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("f")).toStdString();
        std::ofstream(path) << text;
        QCOMPARE(hexadecimal(sha256OfFile(path)), expected);
    }

    void aMissingFileIsAnError()
    {
        QVERIFY(test::failureOf([] { sha256OfFile("/nowhere/f"); }).starts_with("file_not_found"));
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
