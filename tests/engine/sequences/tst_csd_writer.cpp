#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_walk.h"
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

using Part = std::pair<std::string, Entry>;

void write(const std::filesystem::path& path, const std::vector<Part>& parts, CsdBackend backend)
{
    CsdWriter writer(path, "sequence", {}, backend);
    for (const auto& [id, entry] : parts)
        writer.add(id, entry, digestOf(entry));
    writer.finish({{"root name", "sequence"}});
}

/// In an order that is not that of their bytes; video_0 has no rows.
std::vector<Part> entries(std::size_t count)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<Interval> intervals(i % 4);
        for (std::size_t row = 0; row < intervals.size(); ++row)
            intervals[row] = {static_cast<double>(row) / 3.0, static_cast<double>(row + 1) / 3.0};
        parts.emplace_back("video_" + std::to_string(i), test::numbered(std::move(intervals)));
    }
    return parts;
}

/// One entry per element type of the features, with values that the type must round, or its least and
/// greatest, and per type of the intervals; then other shapes.
std::vector<Part> everyType()
{
    using enum ElementType;
    const std::vector<Interval> intervals{{0.1, 1.0 / 3.0}, {1.0, 2.5}};
    std::vector<Part> parts;
    for (const ElementType type : {Float16, Float32})
        parts.push_back(
            {name(type),
             {{Float64, intervals},
              {type, {2, 3}, std::vector<float>{0.1F, -2.0F, 3e30F, 1.0F / 3.0F, 2049.0F, 1e-7F}}}});
    parts.push_back({"float64", {{Float64, intervals}, {Float64, {2, 1}, std::vector<double>{0.1, -1e300}}}});
    for (const ElementType type : {Int8, Int16, Int32, Int64, UInt8, UInt16, UInt32, UInt64}) {
        const auto [least, greatest] = integerLimits(type);
        parts.push_back(
            {name(type),
             {{Float64, intervals}, {type, {2, 2}, std::vector<std::int64_t>{least, greatest, 1, 100}}}});
    }
    parts.push_back({"text",
                     {{Float64, intervals},
                      {Text, {2, 2}, std::vector<std::string>{"", "wörd", "a", std::string(70'000, 'x')}}}});
    parts.push_back({"no text", {{Float64, intervals}, test::texts({"", ""})}});
    for (const ElementType type : {Float16, Float32, Int8, Int64, UInt64})
        parts.push_back({"intervals " + name(type), {{type, intervals}, test::floats(1, {1, 2})}});
    parts.push_back(
        {"rank 4", {{Float64, intervals}, {Float32, {2, 1, 2, 1}, std::vector<float>{1, 2, 3, 4}}}});
    parts.push_back({"no rows", {{Float64, {}}, {Float32, {0, 3}, std::vector<float>{}}}});
    parts.push_back({"no columns", {{Float64, intervals}, {Float32, {2, 0}, std::vector<float>{}}}});
    parts.push_back({"no text rows", {{Float32, {}}, {Text, {0, 3}, std::vector<std::string>{}}}});
    parts.push_back(
        {"large", {{Float64, intervals}, {Float64, {2, 150'000}, std::vector<double>(300'000, 0.5)}}});
    return parts;
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
    }

    void theUuidIsThatOfTheContents()
    {
        const auto uuidOf = [&](const ComputationalSequence& sequence) {
            writeCsd(sequence, m_root / "f.csd");
            return CsdFile(m_root / "f.csd").metadata().at("uuid").get<std::string>();
        };
        ComputationalSequence changed = example();
        changed.remove("a b");
        QCOMPARE(uuidOf(example()), uuidOf(example()));
        QVERIFY(uuidOf(changed) != uuidOf(example()));
        QCOMPARE(uuidOf(example()).size(), std::size_t(36));
    }

    void bothBackendsWriteTheSame_data()
    {
        QTest::addColumn<std::vector<Part>>("parts");
        for (const std::size_t count : {0, 1, 8, 9, 257, 2500})
            QTest::addRow("%zu entries", count) << entries(count);
        QTest::newRow("every type") << everyType();
        QTest::newRow("ids of every kind")
            << std::vector<Part>{{"v[10]", test::numbered({{0, 1}})},
                                 {"v[2]", test::numbered({{0, 1}})},
                                 {std::string(3000, 'x'), test::numbered({{0, 1}})},
                                 {"ünï映像 01.b-c", test::numbered({{0, 1}})},
                                 {"-", test::numbered({{0, 1}})}};
    }

    void bothBackendsWriteTheSame()
    {
        QFETCH(const std::vector<Part>, parts);
        write(m_root / "library.csd", parts, CsdBackend::Library);
        write(m_root / "direct.csd", parts, CsdBackend::Direct);
        walkCsd(m_root / "direct.csd");
        const CsdFile library(m_root / "library.csd");
        const CsdFile direct(m_root / "direct.csd");
        QCOMPARE(direct.ids(), library.ids());
        QCOMPARE(direct.ids().size(), parts.size());
        QVERIFY(direct.metadata() == library.metadata());
        for (const std::string& id : direct.ids())
            QVERIFY2(direct.entry(id) == library.entry(id), id.c_str());
    }

    void anIntegerThatItsTypeCannotHoldIsRefused_data()
    {
        QTest::addColumn<CsdBackend>("backend");
        QTest::newRow("library") << CsdBackend::Library;
        QTest::newRow("direct") << CsdBackend::Direct;
    }

    void anIntegerThatItsTypeCannotHoldIsRefused()
    {
        QFETCH(const CsdBackend, backend);
        using enum ElementType;
        for (const auto& [type, number] :
             {std::pair(Int8, 128), std::pair(UInt8, -1), std::pair(Int16, 40'000), std::pair(UInt64, -1)}) {
            const Entry entry{{Float64, {{0, 1}}}, test::integers({number}, type)};
            const std::string failure = test::failureOf([&] {
                write(m_root / "refused.csd", {{"v", entry}}, backend);
            });
            QVERIFY2(failure.find(std::to_string(number) + " cannot be written as " + name(type))
                         != std::string::npos,
                     failure.c_str());
        }
        const Entry times{{UInt64, {{-1, 1}}}, test::floats(1, {1})};
        QVERIFY(test::failureOf([&] {
                    write(m_root / "refused.csd", {{"v", times}}, backend);
                }).find("-1 cannot be written as uint64")
                != std::string::npos);
    }

    void whatWasWrittenHasTheDigestOfWhatWasGiven_data()
    {
        QTest::addColumn<Entry>("entry");
        for (const auto& [id, entry] : everyType())
            QTest::newRow(id.c_str()) << entry;
    }

    void whatWasWrittenHasTheDigestOfWhatWasGiven()
    {
        QFETCH(const Entry, entry);
        write(m_root / "f.csd", {{"v", entry}}, CsdBackend::Automatic);
        QVERIFY(digestOf(CsdFile(m_root / "f.csd").entry("v")) == digestOf(entry));
    }

    void someRowsAreWrittenAsAnEntryOfTheirOwn_data()
    {
        QTest::addColumn<CsdBackend>("backend");
        QTest::newRow("library") << CsdBackend::Library;
        QTest::newRow("direct") << CsdBackend::Direct;
    }

    void someRowsAreWrittenAsAnEntryOfTheirOwn()
    {
        QFETCH(const CsdBackend, backend);
        const Entry whole = test::numbered({{0, 1}, {1, 2}, {2, 3}, {3, 4}});
        const EntryRows rows(whole, 1, 2);
        CsdWriter writer(m_root / "f.csd", "s", {}, backend);
        writer.add("v", rows, digestOf(rows));
        writer.finish({});
        QVERIFY(CsdFile(m_root / "f.csd").entry("v") == rows.copy());
        QVERIFY(digestOf(rows) == digestOf(rows.copy()));
    }

    void anIdThatComesTwiceIsRefused()
    {
        const Entry entry = test::numbered({{0, 1}});
        for (const CsdBackend backend : {CsdBackend::Library, CsdBackend::Direct}) {
            CsdWriter writer(m_root / "f.csd", "s", {}, backend);
            writer.add("v", entry, {});
            const std::string failure = test::failureOf([&] { writer.add("v", entry, {}); });
            QVERIFY2(failure.starts_with("data_invalid"), failure.c_str());
        }
    }

    void aFullDiskIsAnError()
    {
        if (!std::filesystem::exists("/dev/full"))
            QSKIP("This system has no device that is always full.");
        const std::string failure = test::failureOf([&] {
            CsdWriter writer("/dev/full", "s", {}, CsdBackend::Direct);
            writer.finish({});
        });
        QVERIFY2(failure.starts_with("io: /dev/full"), failure.c_str());
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
        QTest::newRow("NUL in an id")
            << test::sequence("s", {{std::string("a\0b", 3), entry}}) << std::string("cannot be written: 'a");
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
