#include "engine/features/text/looked_up_words.h"
#include "engine/features/text/stored_vectors.h"
#include "engine/features/text/vector_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>

#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

/// Word vectors as people have them, and the cache that is made of them.
class TestVectorFiles : public QObject {
    Q_OBJECT

private slots:
    void everyFormIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("GloVe") << QStringLiteral("g.txt") << QByteArray("the 1 -0.5\nof 2e-1 3\n");
        QTest::newRow("GloVe, no last line break")
            << QStringLiteral("g.txt") << QByteArray("the 1 -0.5\nof 0.2 3");
        QTest::newRow("Windows line breaks")
            << QStringLiteral("g.txt") << QByteArray("the 1 -0.5\r\nof 0.2 3\r\n");
        QTest::newRow("word2vec text")
            << QStringLiteral("w.txt") << QByteArray("2 2\nthe 1 -0.5\nof 0.2 3\n");
        QTest::newRow("fastText") << QStringLiteral("f.vec") << QByteArray("2 2\nthe 1 -0.5 \nof 0.2 3 \n");
        QTest::newRow("word2vec binary")
            << QStringLiteral("w.bin") << binary({"the", "of"}, {1, -0.5F, 0.2F, 3}, "");
        QTest::newRow("word2vec binary with line breaks")
            << QStringLiteral("w.bin") << binary({"the", "of"}, {1, -0.5F, 0.2F, 3}, "\n");
    }
    void everyFormIsRead()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        const StoredVectors vectors = opened(name, bytes);
        QCOMPARE(vectors.columns().size(), std::size_t(2));
        QCOMPARE(vectors.words(), std::size_t(2));
        QCOMPARE(vectorOf(vectors, "the"), (std::vector<float>{1, -0.5F}));
        QCOMPARE(vectorOf(vectors, "of"), (std::vector<float>{0.2F, 3}));
        QCOMPARE(vectorOf(vectors, "a"), std::vector<float>());
    }

    /// As GloVe's 840 B file has them: words with blanks, duplicates, blanks that do not break.
    void oddWordsAreKept()
    {
        const StoredVectors vectors = opened(
            QStringLiteral("odd.txt"), QByteArray("a 1 2\n. . . 3 4\na 5 6\nx\u00a0y 7 8\n<unk> 9 10\n"));
        QCOMPARE(vectorOf(vectors, ". . ."), (std::vector<float>{3, 4}));
        QCOMPARE(vectorOf(vectors, "a"), (std::vector<float>{1, 2})); // the first of two
        QCOMPARE(vectorOf(vectors, "x\u00a0y"), (std::vector<float>{7, 8}));
        VectorCoverage coverage;
        const FeatureRows rows
            = lookedUpWords({{0, 1}, {1, 2}, {2, 3}}, {"A,", "never", "a"}, vectors, coverage);
        QCOMPARE(rows.values.values, (std::vector<float>{1, 2, 9, 10, 1, 2}));
        QCOMPARE(coverage.known, std::size_t(2));
        QCOMPARE(coverage.unknown.at("never"), std::size_t(1));
    }

    void badFilesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QStringLiteral("g.txt") << QByteArray() << QStringLiteral("is empty");
        QTest::newRow("too few") << QStringLiteral("g.txt") << QByteArray("a 1 2\nb 1\n")
                                 << QStringLiteral("line 2");
        QTest::newRow("no number") << QStringLiteral("g.txt") << QByteArray("a 1 2\nb 1 x\n")
                                   << QStringLiteral("line 2 has 'x'");
        QTest::newRow("not finite") << QStringLiteral("g.txt") << QByteArray("a 1 2\nb 1 nan\n")
                                    << QStringLiteral("line 2 has 'nan'");
        QTest::newRow("a word alone")
            << QStringLiteral("g.txt") << QByteArray("hello\n") << QStringLiteral("line 1");
        QTest::newRow("cut off") << QStringLiteral("w.bin")
                                 << binary({"the", "of"}, {1, 2, 3, 4}, "").chopped(3)
                                 << QStringLiteral("word 2");
        QTest::newRow("of fastText") << QStringLiteral("m.bin") << QByteArray("\x2f\x4f\x16\x7a\x0c\x00\n", 7)
                                     << QStringLiteral(".vec files are");
        QTest::newRow("more words than bytes") << QStringLiteral("w.bin") << QByteArray("900000000 300\nthe ")
                                               << QStringLiteral("counts of words");
    }
    void badFilesAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, said);
        const fs::path file = written(name, bytes);
        const std::string failure = test::failureOf([&] { openVectors(file, cacheFolder()); });
        QVERIFY2(failure.find(said.toStdString()) != std::string::npos, failure.c_str());
        QVERIFY2(failure.find(file.string()) != std::string::npos, failure.c_str());
    }

    void theCacheIsMadeOnceAndAgainForAnotherFile()
    {
        const fs::path file = written(QStringLiteral("v.txt"), "a 1 2\n");
        (void)openVectors(file, cacheFolder());
        const fs::path cache = fs::directory_iterator(cacheFolder())->path();
        const auto first = fs::last_write_time(cache);
        (void)openVectors(file, cacheFolder());
        QCOMPARE(fs::last_write_time(cache), first);
        written(QStringLiteral("v.txt"), "a 3 4\nb 5 6\n");
        QCOMPARE(vectorOf(openVectors(file, cacheFolder()), "a"), (std::vector<float>{3, 4}));
        std::ofstream(cache, std::ios::binary) << "no cache";
        QCOMPARE(vectorOf(openVectors(file, cacheFolder()), "b"), (std::vector<float>{5, 6}));
    }

    /// A cache that another program damaged is refused or finds nothing, and is never read outside of its
    /// bytes.
    void aDamagedCacheIsRefused()
    {
        const fs::path file = written(QStringLiteral("v.txt"), "a 1 2\nb 3 4\nc 5 6\n");
        (void)openVectors(file, cacheFolder());
        const fs::path cache = fs::directory_iterator(cacheFolder())->path();
        std::ifstream stream(cache, std::ios::binary);
        const std::string whole((std::istreambuf_iterator<char>(stream)), {});
        const fs::path damaged = fs::path(m_folder.path().toStdString()) / "damaged.vectors";
        int refused = 0;
        for (std::size_t place = 0; place < whole.size(); ++place) {
            std::string bytes = whole;
            bytes[place] = static_cast<char>(bytes[place] ^ 0x55);
            std::ofstream(damaged, std::ios::binary) << bytes;
            try {
                const StoredVectors vectors(damaged);
                std::vector<float> row(vectors.columns().size());
                for (const char* word : {"a", "b", "c", "d"})
                    vectors.find(word, row);
            } catch (const FormatError&) {
                ++refused;
            }
        }
        QVERIFY(refused >= 16); // the magic and most places
        std::ofstream(damaged, std::ios::binary) << whole.substr(0, whole.size() - 1);
        QVERIFY(!test::failureOf([&] { StoredVectors{damaged}; }).empty());
    }

    void aVocabularyHoldsItsWordsOnly()
    {
        const fs::path file = written(QStringLiteral("v.txt"), "a 1 2\nb 3 4\nc 5 6\n");
        const StoredVectors all = openVectors(file, cacheFolder());
        const fs::path vocabulary = fs::path(m_folder.path().toStdString()) / "words.vectors";
        writeVocabulary(all, all.source(), {"c", "a", "unknown"}, vocabulary);
        const StoredVectors some(vocabulary);
        QCOMPARE(some.words(), std::size_t(2));
        QCOMPARE(vectorOf(some, "c"), (std::vector<float>{5, 6}));
        QCOMPARE(vectorOf(some, "b"), std::vector<float>());
        QCOMPARE(some.source(), all.source());
    }

    void stoppingLeavesNoCache()
    {
        const fs::path file = written(QStringLiteral("v.txt"), "a 1 2\n");
        RunContext run;
        std::stop_source stop;
        stop.request_stop();
        run.stop = stop.get_token();
        bool isStopped = false;
        try {
            (void)openVectors(file, cacheFolder(), run);
        } catch (const Cancelled&) {
            isStopped = true;
        }
        QVERIFY(isStopped);
        QVERIFY(fs::is_empty(cacheFolder()));
    }

private:
    static QByteArray binary(const std::vector<const char*>& words, const std::vector<float>& numbers,
                             const char* end)
    {
        const std::size_t width = numbers.size() / words.size();
        QByteArray bytes
            = QByteArray::number(qsizetype(words.size())) + ' ' + QByteArray::number(qsizetype(width)) + '\n';
        for (std::size_t i = 0; i < words.size(); ++i) {
            bytes += words[i];
            bytes += ' ';
            bytes.append(reinterpret_cast<const char*>(numbers.data() + i * width),
                         qsizetype(width * sizeof(float)));
            bytes += end;
        }
        return bytes;
    }
    fs::path written(const QString& name, const QByteArray& bytes)
    {
        const fs::path file = fs::path(m_folder.path().toStdString()) / name.toStdString();
        std::ofstream(file, std::ios::binary).write(bytes.data(), bytes.size());
        return file;
    }
    fs::path cacheFolder() const
    {
        const fs::path folder
            = fs::path(m_folder.path().toStdString()) / "cache" / QTest::currentTestFunction();
        fs::create_directories(folder);
        return folder;
    }
    StoredVectors opened(const QString& name, const QByteArray& bytes)
    {
        return openVectors(written(name, bytes), cacheFolder());
    }
    static std::vector<float> vectorOf(const WordVectors& vectors, const char* word)
    {
        std::vector<float> row(vectors.columns().size());
        return vectors.find(word, row) ? row : std::vector<float>();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestVectorFiles)

#include "tst_vector_files.moc"
