#include "engine/npz/npz_reader.h"
#include "engine/npz/npz_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

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
