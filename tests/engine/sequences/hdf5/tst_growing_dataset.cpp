#include "engine/sequences/hdf5/growing_dataset.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestGrowingDataset : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("f.h5")).toStdString();

    FeatureArray readBack() const
    {
        const hdf5::Dataset stored = hdf5::File(m_path).root().group("fold").dataset("array");
        return {stored.shape().type, stored.shape().extents, stored.read()};
    }

private slots:
    void partsAreReadBackAsOne_data()
    {
        QTest::addColumn<FeatureArray>("part");
        using enum ElementType;
        QTest::newRow("float32") << test::floats(3, {1, 2, 3, 4, 5, 6});
        QTest::newRow("float16") << FeatureArray{Float16, {1, 2}, std::vector<float>{0.5F, 2.0F}};
        QTest::newRow("int8") << test::integers({-128, 127}, Int8);
        QTest::newRow("rank 3") << FeatureArray{Float64, {1, 2, 2}, std::vector<double>{1, 2, 3, 4}};
        QTest::newRow("a single axis") << FeatureArray{Int64, {2}, std::vector<std::int64_t>{7, 8}};
        QTest::newRow("text") << test::texts({"", "wörd", std::string(1000, 'x')});
        QTest::newRow("more than a chunk") << test::floats(4, std::vector<float>(60'000, 7.0F));
        QTest::newRow("rows of more than a chunk")
            << FeatureArray{Float32, {2, 50'000}, std::vector<float>(100'000, 7.0F)};
        QTest::newRow("no columns") << FeatureArray{Float32, {2, 0}, std::vector<float>{}};
    }

    void partsAreReadBackAsOne()
    {
        QFETCH(const FeatureArray, part);
        const std::vector<std::size_t> trailing(part.shape.begin() + 1, part.shape.end());
        for (const int level : {0, 4}) {
            hdf5::Writer writer(m_path);
            hdf5::GrowingDataset dataset = writer.growing("/fold/array", part.type, trailing, {level});
            for (int i = 0; i < 3; ++i)
                dataset.append(part);
            QCOMPARE(dataset.extents().front(), 3 * part.rows());
            writer.close();
            QVERIFY(readBack() == concatenate(std::vector<FeatureArray>(3, part)));
        }
    }

    void nothingAppendedIsNoRows()
    {
        hdf5::Writer writer(m_path);
        writer.growing("/fold/array", ElementType::Float32, {20, 300})
            .append({ElementType::Float32, {0, 20, 300}, std::vector<float>{}});
        writer.close();
        QVERIFY(readBack() == (FeatureArray{ElementType::Float32, {0, 20, 300}, std::vector<float>{}}));
    }

    void rowsOfAnotherKindAreRefused_data()
    {
        QTest::addColumn<FeatureArray>("rows");
        QTest::newRow("type") << test::integers({1});
        QTest::newRow("width") << test::floats(2, {1, 2});
        QTest::newRow("rank") << FeatureArray{ElementType::Float32, {1, 1, 1}, std::vector<float>{1}};
    }

    void rowsOfAnotherKindAreRefused()
    {
        QFETCH(const FeatureArray, rows);
        hdf5::Writer writer(m_path);
        hdf5::GrowingDataset dataset = writer.growing("/fold/array", ElementType::Float32, {1});
        dataset.append(test::floats(1, {1}));
        const std::string failure = test::failureOf([&] { dataset.append(rows); });
        QVERIFY2(failure.starts_with("data_invalid") && failure.find("/fold/array") != std::string::npos,
                 failure.c_str());
        writer.close();
        QVERIFY(readBack() == test::floats(1, {1}));
    }
};

QTEST_GUILESS_MAIN(TestGrowingDataset)
#include "tst_growing_dataset.moc"
