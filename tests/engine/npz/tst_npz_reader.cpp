#include "engine/npz/npz_reader.h"
#include "engine/npz/npz_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <numeric>

#include "tests/support/failure.h"

using namespace engine;

class TestNpzReader : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("t.npz")).toStdString();

    void writeArchive() const
    {
        NpzWriter writer(m_path);
        writer.create("train/score", ElementType::Float64, {});
        writer.append("train/score", {ElementType::Float64, {2}, std::vector<double>{0.5, -2}});
        writer.create("train/id", ElementType::Text, {}, true);
        writer.append("train/id", {ElementType::Text, {2}, std::vector<std::string>{"é$_$1", "b"}});
        writer.create("train/count", ElementType::Int64, {2});
        writer.append("train/count", {ElementType::Int64, {1, 2}, std::vector<std::int64_t>{7, -7}});
        writer.close();
    }

    FeatureArray read(const std::string& name) const
    {
        const NpzReader reader(m_path);
        for (const NpzReader::Array& array : reader.arrays()) {
            if (array.name == name)
                return reader.read(array);
        }
        return {};
    }

private slots:
    void whatWasWrittenIsRead()
    {
        writeArchive();
        QCOMPARE(read("train/score"),
                 (FeatureArray{ElementType::Float64, {2}, std::vector<double>{0.5, -2}}));
        QCOMPARE(read("train/id"),
                 (FeatureArray{ElementType::Text, {2}, std::vector<std::string>{"é$_$1", "b"}}));
        QCOMPARE(read("train/count"),
                 (FeatureArray{ElementType::Int64, {1, 2}, std::vector<std::int64_t>{7, -7}}));
    }

    void rowsAreThoseOfTheWholeInAnyOrder()
    {
        std::vector<float> values(3000 * 7);
        std::iota(values.begin(), values.end(), 0.5f);
        NpzWriter writer(m_path);
        writer.create("values", ElementType::Float32, {7});
        writer.append("values", {ElementType::Float32, {3000, 7}, values});
        writer.close();
        const NpzReader reader(m_path);
        const NpzReader::Array& array = reader.arrays().front();
        const FeatureArray whole = reader.read(array);
        for (const auto& [first, count] : {std::pair<std::size_t, std::size_t>{0, 100},
                                           {100, 1900},
                                           {2990, 10},
                                           {50, 3},
                                           {3000, 0},
                                           {0, 3000}})
            QCOMPARE(reader.readRows(array, first, count), whole.slice(first, count));
        const std::string failure = test::failureOf([&] { reader.readRows(array, 2999, 2); });
        QVERIFY2(failure.ends_with("values has 3000 rows, not 3001"), failure.c_str());
    }

    void moreThanIsAllowedIsRefused()
    {
        writeArchive();
        const NpzReader reader(m_path);
        NpzReader::Array claimed = reader.arrays().front();
        claimed.shape = {std::size_t{4'000'000'000}, std::size_t{4'000'000'000}};
        QVERIFY(test::failureOf([&] { reader.read(claimed); }).starts_with("too_large: "));
        claimed.shape = {1000};
        QVERIFY(test::failureOf([&] { reader.read(claimed); }).starts_with("data_invalid: "));
    }

    void aCutOffArchiveIsAnError()
    {
        writeArchive();
        std::ifstream file(m_path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        for (std::size_t length = 0; length < bytes.size(); length += 37) {
            std::ofstream(m_path, std::ios::binary) << bytes.substr(0, length);
            QVERIFY(!test::failureOf([&] { const NpzReader reader(m_path); }).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestNpzReader)
#include "tst_npz_reader.moc"
