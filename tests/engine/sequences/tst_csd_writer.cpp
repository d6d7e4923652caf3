#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace {

/// Three ids in an order that is not that of their bytes, and every kind of value in the metadata.
ComputationalSequence example()
{
    ComputationalSequence sequence = test::sequence(
        "öpinion labels",
        {
            {"v[2]", {{ElementType::Float32, {{0.5, 1.5}}}, test::floats(2, {1.0F, 2.0F})}},
            {"v[10]", {{ElementType::Float64, {{0.1, 1.0}, {1.0, 2.0}}}, test::texts({"hello", "wörld"})}},
            {"a b", {{ElementType::Int64, {{1, 2}}}, test::integers({-3})}},
        });
    Metadata metadata = sequence.metadata();
    metadata["dimension names"] = {"x", "é \"y\""};
    metadata["creator"] = nullptr;
    sequence.setMetadata(metadata);
    return sequence;
}

}

class TestCsdWriter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_root = m_folder.path().toStdString();

    std::size_t filesInFolder() const
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_root), {}));
    }

private slots:
    void cleanup()
    {
        for (const auto& item : std::filesystem::directory_iterator(m_root))
            std::filesystem::remove_all(item);
    }

    void whatIsWrittenIsReadBack()
    {
        const ComputationalSequence sequence = example();
        for (const int level : {0, 9}) {
            writeCsd(sequence, m_root / "f.csd", {level});
            const CsdFile file(m_root / "f.csd");
            QCOMPARE(file.ids(), (std::vector<std::string>{"a b", "v[10]", "v[2]"}));
            for (const std::string& id : file.ids())
                QVERIFY2(file.entry(id) == sequence.entry(id), id.c_str());
            for (const auto& [field, value] : sequence.metadata())
                QVERIFY2(file.metadata().at(field) == value, field.c_str());
        }
    }

    void theSdkFieldsAreSet()
    {
        writeCsd(example(), m_root / "a.csd");
        writeCsd(example(), m_root / "b.csd");
        const CsdFile first(m_root / "a.csd");
        const CsdFile second(m_root / "b.csd");
        QVERIFY(first.metadata().at("md5").is_null());
        QCOMPARE(first.metadata().at("uuid").get<std::string>().size(), std::size_t(36));
        QVERIFY(first.metadata().at("uuid") != second.metadata().at("uuid"));
    }

    void aFileIsReplacedAsAWhole()
    {
        writeCsd(example(), m_root / "f.csd");
        writeCsd(test::sequence("other", {{"v", test::numbered({{0, 1}})}}), m_root / "f.csd");
        QCOMPARE(CsdFile(m_root / "f.csd").rootName(), std::string("other"));
        QCOMPARE(filesInFolder(), std::size_t(1));
    }

    void aFileCanBeWrittenOverTheOneItIsReadFrom()
    {
        writeCsd(example(), m_root / "f.csd");
        ComputationalSequence sequence(std::make_shared<const CsdFile>(m_root / "f.csd"));
        sequence.remove("v[2]");
        writeCsd(sequence, m_root / "f.csd");
        QCOMPARE(CsdFile(m_root / "f.csd").ids(), (std::vector<std::string>{"a b", "v[10]"}));
    }

    void aFailureLeavesTheOldFileAndNothingElse()
    {
        writeCsd(example(), m_root / "f.csd");
        ComputationalSequence damaged(std::make_shared<const CsdFile>(FIXTURES "/broken/rows_differ.csd"));
        const std::string failure = test::failureOf([&] { writeCsd(damaged, m_root / "f.csd"); });
        QVERIFY2(failure.starts_with("data_invalid"), failure.c_str());
        QCOMPARE(CsdFile(m_root / "f.csd").ids().size(), std::size_t(3));
        QCOMPARE(filesInFolder(), std::size_t(1));
    }

    void aTargetThatCannotBeReplacedIsAnError()
    {
        std::filesystem::create_directories(m_root / "f.csd" / "inside");
        const std::string failure = test::failureOf([&] { writeCsd(example(), m_root / "f.csd"); });
        QVERIFY2(failure.starts_with("io: " + (m_root / "f.csd").string()), failure.c_str());
        QCOMPARE(filesInFolder(), std::size_t(1));
    }

    void aSequenceWithoutNameIsRefused()
    {
        const std::string failure
            = test::failureOf([&] { writeCsd(ComputationalSequence(), m_root / "f.csd"); });
        QVERIFY2(failure.find("'' is no possible name") != std::string::npos, failure.c_str());
        QCOMPARE(filesInFolder(), std::size_t(0));
    }

    void aNameThatHdf5CannotHaveIsRefused_data()
    {
        QTest::addColumn<ComputationalSequence>("sequence");
        QTest::addColumn<std::string>("name");
        const Entry entry = test::numbered({{0, 1}});
        ComputationalSequence oddField = test::sequence("s", {{"v", entry}});
        oddField.setMetadata({{"root name", "s"}, {"one/two", 1}});
        QTest::newRow("slash in an id") << test::sequence("s", {{"a/b", entry}}) << std::string("'a/b'");
        QTest::newRow("dot as an id") << test::sequence("s", {{".", entry}}) << std::string("'.'");
        QTest::newRow("empty id") << test::sequence("s", {{"", entry}}) << std::string("''");
        QTest::newRow("slash in the root name")
            << test::sequence("a/b", {{"v", entry}}) << std::string("'a/b'");
        QTest::newRow("slash in a metadata field") << oddField << std::string("'one/two'");
    }

    void aNameThatHdf5CannotHaveIsRefused()
    {
        QFETCH(const ComputationalSequence, sequence);
        QFETCH(const std::string, name);
        const std::string failure = test::failureOf([&] { writeCsd(sequence, m_root / "f.csd"); });
        QVERIFY2(failure.starts_with("data_invalid") && failure.find(name) != std::string::npos,
                 failure.c_str());
        QCOMPARE(filesInFolder(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestCsdWriter)
#include "tst_csd_writer.moc"
