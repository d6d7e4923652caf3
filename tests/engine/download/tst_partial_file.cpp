#include "engine/download/partial_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/downloads.h"
#include "tests/support/failure.h"

using namespace engine;

class TestPartialFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::filesystem::path m_target;
    const FileVersion m_version{"http://host/a", R"("v1")", "yesterday", 6};

    std::filesystem::path part(const char* more = "") const { return m_target.string() + ".part" + more; }

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_target = m_temporary->filePath(QStringLiteral("a.csd")).toStdString();
    }

    void whatWasWrittenIsFoundAgain()
    {
        PartialFile::tryLock(m_target)->startAnew(m_version); // empty: removed
        QVERIFY(!std::filesystem::exists(part()) && !std::filesystem::exists(part(".note")));
        {
            auto file = PartialFile::tryLock(m_target);
            file->startAnew(m_version);
            file->append(std::string("abc"));
        }
        auto file = PartialFile::tryLock(m_target);
        QCOMPARE(file->size(), std::uintmax_t(3));
        QVERIFY(file->version() == m_version);
        file->append(std::string("def"));
        file->finish();
        QCOMPARE(test::contents(m_target), std::string("abcdef"));
        QVERIFY(!std::filesystem::exists(part()) && !std::filesystem::exists(part(".note")));
    }

    void onlyOneMayHaveIt()
    {
        auto first = PartialFile::tryLock(m_target);
        QVERIFY(!PartialFile::tryLock(m_target));
        first.reset();
        QVERIFY(PartialFile::tryLock(m_target));
    }

    void startingAnewForgetsWhatWas()
    {
        auto file = PartialFile::tryLock(m_target);
        file->startAnew(m_version);
        file->append(std::string("abc"));
        file->startAnew({"http://host/b", "", "", {}});
        QCOMPARE(file->size(), std::uintmax_t(0));
        QCOMPARE(file->version()->url, std::string("http://host/b"));
        QVERIFY(!file->version()->size);
        file->append(std::string("x"));
        QCOMPARE(test::contents(part()), std::string("x"));
        file->discard();
        QVERIFY(!file->version());
    }

    void aDamagedNoteIsNone_data()
    {
        QTest::addColumn<std::string>("note");
        QTest::newRow("empty") << std::string();
        QTest::newRow("no JSON") << std::string("{");
        QTest::newRow("other JSON") << std::string("[1]");
        QTest::newRow("fields of another type")
            << std::string(R"({"url": 1, "etag": "", "last_modified": ""})");
    }

    void aDamagedNoteIsNone()
    {
        QFETCH(const std::string, note);
        std::ofstream(part()) << "abc";
        std::ofstream(part(".note")) << note;
        QVERIFY(!PartialFile::tryLock(m_target)->version());
    }

    void aWeakETagDoesNotStandForTheBytes()
    {
        QCOMPARE(m_version.validator(), std::string(R"("v1")"));
        QCOMPARE((FileVersion{"", R"(W/"v1")", "yesterday", {}}.validator()), std::string("yesterday"));
        QCOMPARE((FileVersion{"", R"(W/"v1")", "", {}}.validator()), std::string());
    }

    void versionsDifferInWhatBothKnow()
    {
        QVERIFY(m_version.agreesWith(m_version));
        QVERIFY(m_version.agreesWith({}));
        QVERIFY(!m_version.agreesWith({"", R"("v2")", "", {}}));
        QVERIFY(!m_version.agreesWith({"", "", "today", {}}));
        QVERIFY(!m_version.agreesWith({"", R"("v1")", "yesterday", 7}));
    }

    void aFolderThatIsMissingIsNamed()
    {
        const std::string failure = test::failureOf([] { PartialFile::tryLock("/none/a.csd"); });
        QVERIFY2(failure.starts_with("io: /none/a.csd.part: cannot be written: "), failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPartialFile)
#include "tst_partial_file.moc"
