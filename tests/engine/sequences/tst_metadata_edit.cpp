#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/integrity.h"
#include "engine/sequences/metadata_edit.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace fs = std::filesystem;

class TestMetadataEdit : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_input;
    fs::path m_output;

    static std::string bytesOf(const fs::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::size_t filesInFolder() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_root), {}));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        m_input = m_root / "in.csd";
        m_output = m_root / "out.csd";
        ComputationalSequence sequence = test::sequence(
            "s", {{"v[2]", test::numbered({{0, 1}, {1, 2}})}, {"v[10]", test::numbered({{0, 1}})}});
        sequence.setMetadata({{"root name", "s"},
                              {"creator", "somebody"},
                              {"dimension namescomputational sequence version", "glued"}});
        writeCsd(sequence, m_input);
    }

    void fieldsAreSetAndAllOthersStay()
    {
        editMetadata(m_input, {{"creator", "wörd"}, {"dimension names", {"a", "b"}}}, m_output);
        const Metadata before = CsdFile(m_input).metadata();
        Metadata after = CsdFile(m_output).metadata();
        QVERIFY(after.at("creator") == "wörd");
        QVERIFY((after.at("dimension names") == nlohmann::json{"a", "b"}));
        QVERIFY(after.at("root name") == before.at("root name"));
        QVERIFY(after.at("sha256") == before.at("sha256"));
        QVERIFY(after.at("uuid") != before.at("uuid"));
        QVERIFY(after.at("md5").is_null());
        QVERIFY(!after.contains("dimension namescomputational sequence version"));
        QCOMPARE(after.size(), before.size()); // one more, one less
    }

    void theUuidIsTheOneThatTheWriterGives()
    {
        editMetadata(m_input, {{"creator", "x"}}, m_output);
        ComputationalSequence sequence(std::make_shared<const CsdFile>(m_output));
        writeCsd(sequence, m_root / "written.csd");
        QVERIFY(CsdFile(m_root / "written.csd").metadata() == CsdFile(m_output).metadata());
    }

    void dataAndInputAreUntouched_data()
    {
        QTest::addColumn<std::string>("input");
        for (const char* file : {"storage.csd", "storage_latest.csd", "storage_shapes.csd"})
            QTest::newRow(file) << std::string(file);
    }

    void dataAndInputAreUntouched()
    {
        QFETCH(const std::string, input);
        const fs::path path = FIXTURES "/" + input;
        const std::string before = bytesOf(path);
        editMetadata(path, {{"creator", "x"}}, m_output);
        QCOMPARE(bytesOf(path), before);
        const CsdFile from(path);
        const CsdFile to(m_output);
        QCOMPARE(to.ids(), from.ids());
        for (const std::string& id : from.ids())
            QVERIFY2(to.entry(id) == from.entry(id), id.c_str());
        QCOMPARE(to.metadata().at("sha256").get<std::string>(), sha256Of(from));
        QCOMPARE(verdict(checkIntegrity(to)), verdict(checkIntegrity(from)));
    }

    void aFileThatMayNotBeWrittenIsCopiedAllTheSame()
    {
        fs::permissions(m_input, fs::perms::owner_read);
        editMetadata(m_input, {{"creator", "x"}}, m_output);
        QVERIFY(CsdFile(m_output).metadata().at("creator") == "x");
    }

    void metadataThatIsMissingIsMade()
    {
        hdf5::Writer writer(m_input);
        writer.createGroup("/s/data");
        writer.close();
        editMetadata(m_input, {{"root name", "x"}}, m_output);
        QCOMPARE(CsdFile(m_output).rootName(), std::string("x"));
    }

    void theInputIsNotReplaced()
    {
        fs::create_symlink(m_input, m_output);
        const std::string before = bytesOf(m_input);
        for (const fs::path& output : {m_input, m_output}) {
            const std::string failure = test::failureOf([&] {
                editMetadata(m_input, {{"creator", "x"}}, output);
            });
            QVERIFY2(failure.starts_with("same_file: " + output.string()), failure.c_str());
        }
        QCOMPARE(bytesOf(m_input), before);
    }

    void whatCannotBeDoneLeavesNothing_data()
    {
        QTest::addColumn<std::string>("input");
        QTest::addColumn<std::string>("field");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("absent") << std::string("absent.csd") << std::string("creator")
                                << std::string("file_not_found");
        QTest::newRow("damaged entry")
            << std::string("broken/rows_differ.csd") << std::string("creator") << std::string("data_invalid");
        QTest::newRow("field name") << std::string("storage.csd") << std::string("a/b")
                                    << std::string("data_invalid");
    }

    void whatCannotBeDoneLeavesNothing()
    {
        QFETCH(const std::string, input);
        QFETCH(const std::string, field);
        QFETCH(const std::string, expected);
        const std::string failure = test::failureOf([&] {
            editMetadata(FIXTURES "/" + input, {{field, "x"}}, m_output);
        });
        QVERIFY2(failure.starts_with(expected), failure.c_str());
        QCOMPARE(filesInFolder(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestMetadataEdit)
#include "tst_metadata_edit.moc"
