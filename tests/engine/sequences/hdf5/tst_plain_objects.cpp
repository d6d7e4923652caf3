#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/hdf5/metadata_checksum.h"
#include "engine/sequences/hdf5/plain_chunks.h"
#include "engine/sequences/hdf5/plain_objects.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fstream>
#include <utility>

#include "tests/support/sequences.h"

using namespace engine;
using namespace engine::hdf5;

/// What is read without the library is held against what the library reads.
class TestPlainObjects : public QObject {
    Q_OBJECT

    /// The group /NAME/data of a sequence.
    static Group dataOf(const File& file)
    {
        const Group root = file.root();
        return root.group(root.names().front()).group("data");
    }

    QTemporaryDir m_folder;
    QString m_ours = m_folder.filePath(QStringLiteral("ours.csd"));

private slots:
    void initTestCase()
    {
        const auto numbers = [](ElementType type) {
            return Entry{{ElementType::Float64, {{0, 1}, {1, 2.5}}}, test::integers({-7, 9}, type)};
        };
        auto sequence = test::sequence("ours",
                                       {{"int8", numbers(ElementType::Int8)},
                                        {"int16", numbers(ElementType::Int16)},
                                        {"int64", numbers(ElementType::Int64)},
                                        {"float", test::numbered({{0, 1}, {1, 2}, {3, 4}})},
                                        {"text", {{ElementType::Float64, {{0, 1}}}, test::texts({"grün"})}},
                                        {"empty", test::numbered({})}});
        writeCsd(sequence, m_ours.toStdString());
    }

    void theChecksumIsTheOneOfItsAuthor()
    {
        const auto sum
            = [](std::string_view text) { return metadataChecksum(std::as_bytes(std::span(text))); };
        QCOMPARE(sum(""), 0xdeadbeefU); // these two stand in the comments of lookup3.c
        QCOMPARE(sum("Four score and seven years ago"), 0x17770551U);
    }

    void entriesAreWhatTheLibraryReads_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("hasOrdinary");
        QTest::newRow("storage") << QStringLiteral(FIXTURES "/storage.csd") << true;
        QTest::newRow("newest layout") << QStringLiteral(FIXTURES "/storage_latest.csd") << true;
        QTest::newRow("a block of the user's in front")
            << QStringLiteral(FIXTURES "/storage_shapes.csd") << false;
        QTest::newRow("packed") << QStringLiteral(DEMO "/acoustic.csd") << true;
        QTest::newRow("written by us") << m_ours << true;
        QTest::newRow("odd but valid") << QStringLiteral(FIXTURES "/broken/odd_but_valid.csd") << true;
    }

    void entriesAreWhatTheLibraryReads()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, hasOrdinary);
        const File file(path.toStdString());
        auto plain = PlainObjects::of(path.toStdString());
        if (!plain) {
            QVERIFY(!hasOrdinary);
            return;
        }
        std::size_t compared = 0;
        for (const Group::Link& link : dataOf(file).links()) {
            const auto entry = link.address == Group::kByName ? std::nullopt : plain->entry(link.address);
            if (!entry)
                continue;
            const PlainObjects::Dataset& features = entry->features;
            const PlainObjects::Dataset& intervals = entry->intervals;
            ++compared;
            const Group stored = dataOf(file).group(link.name);
            const EntryShape shape = shapeOf(stored.dataset("intervals"), stored.dataset("features"));
            QVERIFY2(features.extents == shape.features && features.type == shape.featureType,
                     link.name.c_str());
            QVERIFY2(intervals.extents == shape.intervals && intervals.type == shape.intervalType,
                     link.name.c_str());
            if (const auto values = plain->values(features); values && features.extents.size() > 1)
                QVERIFY2(*values == stored.dataset("features").read(), link.name.c_str());
        }
        QCOMPARE(compared > 0, hasOrdinary);
    }

    void linksAreThoseOfTheLibrary_data() { entriesAreWhatTheLibraryReads_data(); }

    void linksAreThoseOfTheLibrary()
    {
        QFETCH(const QString, path);
        const File file(path.toStdString());
        const Group data = dataOf(file);
        std::vector<std::string> names;
        for (const Group::Link& link : data.links()) {
            names.push_back(link.name);
            QVERIFY(link.address == Group::kByName || data.group(link.name).address() == link.address);
        }
        QCOMPARE(names, data.names());
    }

    void whatIsNoHdf5FileIsAbsent()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("f")).toStdString();
        QVERIFY(!PlainObjects::of(path));
        std::ofstream(path) << "not HDF5, but long enough to have a first block";
        QVERIFY(!PlainObjects::of(path));
    }

    /// Each byte of a small file in turn, changed: what is read without the library is what the library
    /// reads, or nothing. Only bytes before the metadata, which the library is asked for here, too.
    void aChangedByteIsReadAsTheLibraryReadsItOrNotAtAll()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("changed.csd")).toStdString();
        std::ifstream original(FIXTURES "/storage_latest.csd", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator(original), {}};
        auto whole = PlainObjects::of(FIXTURES "/storage_latest.csd");
        const File file(FIXTURES "/storage_latest.csd");
        std::optional<std::uint64_t> address;
        for (const Group::Link& link : dataOf(file).links()) {
            if (!address && link.address != Group::kByName && whole->entry(link.address))
                address = link.address;
        }
        QVERIFY(address);
        const auto entry = whole->entry(*address);
        for (std::uint64_t offset = 0; offset < 40; ++offset) { // of the group's header: it has a checksum
            std::string changed = bytes;
            changed[*address + offset] = static_cast<char>(changed[*address + offset] ^ 0x10);
            std::ofstream(path, std::ios::binary | std::ios::trunc) << changed;
            auto plain = PlainObjects::of(path);
            QVERIFY2(!plain || !plain->entry(*address), std::to_string(offset).c_str());
        }
        QVERIFY(entry);
    }

    /// Nodes of a tree that lead to the one below twice, and the last to no chunk: 2^60 ways.
    void aTreeWithoutChunksIsRefusedAtOnce()
    {
        constexpr std::size_t levels = 60, nodeBytes = 24 + 2 * 32;
        std::string bytes;
        const auto put
            = [&bytes](auto value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); };
        for (std::size_t node = 0; node <= levels; ++node) {
            bytes += "TREE";
            put(std::uint8_t{1});
            put(static_cast<std::uint8_t>(levels - node));
            put(static_cast<std::uint16_t>(node < levels ? 2 : 0));
            bytes.append(16, '\0');
            for (int child = 0; child < 2; ++child) {
                bytes.append(24, '\0');
                put(std::uint64_t{(node + 1) * nodeBytes});
            }
        }
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("tree")).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        bytes.clear();
        put(std::uint8_t{3}); // the layout: chunks, two axes with that of an element's bytes
        put(std::uint8_t{2});
        put(std::uint8_t{2});
        put(std::uint64_t{0});
        put(std::uint32_t{8});
        put(std::uint32_t{4});
        std::string layout = std::exchange(bytes, {});
        put(std::uint8_t{1}); // gzip with one value
        put(std::uint8_t{1});
        bytes.append(6, '\0');
        put(std::uint16_t{1});
        put(std::uint16_t{0});
        put(std::uint16_t{0});
        put(std::uint16_t{1});
        bytes.append(8, '\0');
        FileBytes file(path);
        const auto of = [](const std::string& message) { return std::as_bytes(std::span(message)); };
        QVERIFY(!plainChunks(file, of(layout), of(bytes), std::array<std::size_t, 1>{8}, 4));
    }

    /// Each byte of a small packed file in turn, changed: the rows are what they were, or are not read.
    void aChangedByteOfPackedRowsIsNoticed()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("changed.csd")).toStdString();
        const Entry entry = test::numbered({{0, 1}, {1, 2}, {2, 3}});
        writeCsd(test::sequence("packed", {{"v", entry}}), path, Compression{4});
        const std::uint64_t address = dataOf(File(path)).links().front().address;
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        const std::string bytes{std::istreambuf_iterator(file), {}};
        const auto put = [&](std::size_t offset, char byte) {
            file.seekp(static_cast<std::streamoff>(offset));
            file.put(byte).flush();
        };
        std::size_t read = 0;
        for (std::size_t offset = 0; offset < bytes.size(); ++offset) {
            put(offset, static_cast<char>(bytes[offset] ^ 0x10));
            auto plain = PlainObjects::of(path);
            const auto found = plain ? plain->entry(address) : std::nullopt;
            const auto values = found ? plain->values(found->features) : std::nullopt;
            put(offset, bytes[offset]);
            if (!values || found->features.type != entry.features.type
                || found->features.extents != entry.features.shape)
                continue;
            ++read;
            QVERIFY2(*values == entry.features.values, std::to_string(offset).c_str());
        }
        QVERIFY(read > 0 && read < bytes.size() - 200);
    }
};

QTEST_GUILESS_MAIN(TestPlainObjects)
#include "tst_plain_objects.moc"
