#include "engine/core/error.h"
#include "engine/feature_tables/array_folder.h"
#include "engine/npz/npy_array.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/numpy_arrays.h"

using namespace engine;

namespace {

namespace fs = std::filesystem;

}

/// Folders of arrays as the toolkits of MER and MMSA write them.
class TestArrayFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

private slots:
    void anArrayPerClipIsAnEntry()
    {
        test::saveArray<float>(path("data/hubert-UTT/b.npy"), "<f4", "(3,)", {1, 2, 3});
        test::saveArray<float>(path("data/hubert-UTT/a.npy"), "<f4", "(1, 3)", {4, 5, 6});
        test::saveArray<double>(path("data/clip-FRA/a.npy"), "<f8", "(1, 4, 2)", {1, 2, 3, 4, 5, 6, 7, 8});
        std::ofstream(path("data/notes.txt")) << "none";
        fs::create_directories(path("data/video"));
        QVERIFY(!isArrayFolder(path("data")));
        QCOMPARE(arrayFoldersIn(path("data")), (std::vector{path("data/clip-FRA"), path("data/hubert-UTT")}));

        const ArrayFolder utterances(path("data/hubert-UTT"));
        QCOMPARE(utterances.ids(), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(utterances.rootName(), std::string("hubert-UTT"));
        QCOMPARE(utterances.shape("a").features, (std::vector<std::size_t>{1, 3}));
        QCOMPARE(utterances.features("b").values, FeatureArray::Values(std::vector<float>{1, 2, 3}));

        ArrayFolder frames(path("data/clip-FRA"));
        QCOMPARE(frames.shape("a").features, (std::vector<std::size_t>{4, 2}));
        QCOMPARE(frames.intervals("a").values.back(), (Interval{3, 4})); // a second each, without a clip
        frames.setClips([](const std::string&) { return 10.0; });
        QCOMPARE(frames.intervals("a").values.back(), (Interval{7.5, 10}));
        QCOMPARE(frames.openRows("a")(1, 1), FeatureArray::Values(std::vector<float>{3, 4}));
        QCOMPARE(frames.entry("a").features.shape, (std::vector<std::size_t>{4, 2}));
    }

    void arraysOfEachKindAreRead()
    {
        test::saveArray<std::uint16_t>(path("kinds/half.npy"), "<f2", "(2, 3)",
                                       {0x3C00, 0xC000, 0x7C00, 0x0001, 0x8000, 0x3555});
        test::saveArray<float>(path("kinds/columns.npy"), "<f4", "(2, 3)", {1, 4, 2, 5, 3, 6}, true);
        test::saveArray<std::int32_t>(path("kinds/whole.npy"), "<i4", "(1, 3)", {-1, 0, 7});
        const ArrayFolder folder(path("kinds"));
        const auto values
            = [&folder](const char* id) { return std::get<std::vector<float>>(folder.features(id).values); };
        const std::vector<float> halves = values("half");
        QCOMPARE(halves[0], 1.0F);
        QCOMPARE(halves[1], -2.0F);
        QVERIFY(std::isinf(halves[2]));
        QCOMPARE(halves[3], 5.9604645e-8F);
        QVERIFY(halves[4] == 0.0F && std::signbit(halves[4]));
        QCOMPARE(halves[5], 0.33325195F);
        QCOMPARE(values("columns"), (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(values("whole"), (std::vector<float>{-1, 0, 7}));
    }

    void whatIsNoSuchArrayIsRefused()
    {
        test::saveArray<float>(path("odd/a.npy"), "<f4", "(1, 2)", {1, 2});
        test::saveArray<float>(path("odd/cube.npy"), "<f4", "(2, 2, 2)", std::vector<float>(8, 1));
        test::saveArray<float>(path("odd/cut.npy"), "<f4", "(9, 2)", {1, 2, 3});
        test::saveArray<char>(path("odd/object.npy"), "|O", "(1, 2)", {'x'});
        test::saveArray<char>(path("odd/text.npy"), "|S2", "(1, 2)", {'a', 'b', 'c', 'd'});
        test::saveArray<float>(path("odd/wide.npy"), "<f4", "(3,)", {1, 2, 3});
        test::saveArray<float>(path("odd/vast.npy"), "<f4", "(4000000000, 2)", {1});
        std::ofstream(path("odd/junk.npy")) << "no array";
        const ArrayFolder folder(path("odd"));
        const auto refusal = [&](const char* id) {
            return QString::fromStdString(test::failureOf([&] { folder.features(id); }));
        };
        QVERIFY(refusal("cube").contains(QStringLiteral("2 × 2 × 2, expected D numbers, or T × D")));
        QVERIFY(refusal("cut").contains(QStringLiteral("cut off")));
        QVERIFY(refusal("object").contains(QStringLiteral("pickle")));
        QVERIFY(refusal("text").contains(QStringLiteral("texts, expected numbers")));
        QVERIFY(refusal("wide").contains(QStringLiteral("has 3 columns, expected the 2 of a.npy")));
        QVERIFY(refusal("vast").contains(QStringLiteral("MiB")));
        QVERIFY(refusal("junk").contains(QStringLiteral("junk.npy")));
        QVERIFY(refusal("nobody").contains(QStringLiteral("nobody is missing")));
    }
};

QTEST_GUILESS_MAIN(TestArrayFolder)

#include "tst_array_folder.moc"
