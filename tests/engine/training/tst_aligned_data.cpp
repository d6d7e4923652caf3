#include "engine/sequences/csd_writer.h"
#include "engine/training/data/feature_source.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

QString demo(const char* sequence)
{
    return QStringLiteral(DEMO "/") + QLatin1String(sequence) + QStringLiteral(".csd");
}

bool areClose(const std::vector<float>& one, const std::vector<float>& other)
{
    return std::ranges::equal(one, other, [](float a, float b) { return std::abs(a - b) < 1e-4f; });
}

void compare(const FeatureData& data, const FeatureData& raw)
{
    for (std::size_t i = 0; i < data.folds.size(); ++i) {
        const FoldData& fold = data.folds[i];
        QVERIFY(fold.ids == raw.folds[i].ids);
        QVERIFY(fold.lengths == raw.folds[i].lengths);
        QVERIFY(areClose(fold.labels.values, raw.folds[i].labels.values));
        for (const Modality modality : allModalities)
            QVERIFY(areClose(fold.of(modality).values, raw.folds[i].of(modality).values));
    }
}

}

/// The demo dataset, aligned by the program itself, against the demo as it is.
class TestAlignedData : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    FeatureData m_raw = readFeatures({{}, DEMO "/dataset.json", {}}, {});

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    std::filesystem::path path(const char* name) const { return place(name).toStdString(); }

    QStringList files(const char* folder) const
    {
        QStringList all;
        for (const char* const name : {"words", "word_vectors", "acoustic", "visual"})
            all << place(folder) + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".csd");
        return all;
    }

    void run(const QStringList& arguments) const
    {
        const test::ProgramResult result = test::runCli(arguments);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

    void align(const QStringList& sequences, const char* reference, const QStringList& more = {}) const
    {
        run(QStringList{QStringLiteral("align"), QStringLiteral("--sequences")} + sequences
            + QStringList{QStringLiteral("--reference"), QLatin1String(reference), QStringLiteral("--out"),
                          place(reference)}
            + more);
    }

    /// A list of the aligned sequences and `labels`.
    FeatureSource list(const QStringList& sequences, const QString& labels,
                       const std::map<std::string, std::vector<std::string>>& folds) const
    {
        DatasetList list;
        list.name = "aligned";
        for (const QString& file : sequences + QStringList{labels})
            list.sequences.push_back({"", QFileInfo(file).completeBaseName().toStdString(),
                                      std::filesystem::path(file.toStdString())});
        list.folds = folds;
        writeDatasetList(list, path("dataset.json"));
        return {{}, path("dataset.json"), {}};
    }

    std::map<std::string, std::vector<std::string>> m_folds = readFolds(DEMO "/dataset.json");

    QString labels() const { return place("labels/labels.csd"); }

private slots:
    void initTestCase()
    {
        align({demo("words"), demo("word_vectors"), demo("acoustic"), demo("visual")}, "words",
              {QStringLiteral("--collapse"), QStringLiteral("mean_or_passthrough")});
        align(files("words") + QStringList{demo("labels")}, "labels");
    }

    void segmentsThatAreEntriesAreTakenAsTheyAre()
    {
        compare(readFeatures(list(files("labels"), labels(), m_folds), {}), m_raw);
    }

    void rawLabelsCutWordsThatAreEntries()
    {
        compare(readFeatures(list(files("words"), demo("labels"), m_folds), {}), m_raw);
    }

    void theRowsOfAlignedTextAreTheWordsWhereNoneAreListed()
    {
        compare(readFeatures(list(files("words").mid(1), demo("labels"), m_folds), {}), m_raw);
        compare(readFeatures(list(files("labels").mid(1), labels(), m_folds), {}), m_raw);
    }

    void foldsMayListSegments()
    {
        const FeatureData data = readFeatures(
            list(files("labels"), labels(), {{"train", {"ada_1[1]", "ada_2"}}, {"test", {"ada_1[0]"}}}), {});
        QCOMPARE(data.training().ids.front(), std::string("ada_1[1]"));
        QVERIFY(data.training().size() > 2);
        QVERIFY((data.test().ids == std::vector<std::string>{"ada_1[0]"}));
    }

    void wordsUnderTheNamesOfSegmentsAreRefused()
    {
        const std::string failure
            = test::failureOf([&] { readFeatures(list(files("words"), labels(), m_folds), {}); });
        QVERIFY2(failure.find("words.csd: ada_1[1] has rows outside") != std::string::npos, failure.c_str());
    }

    void framesAreNoWords_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("acoustic");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("the recipe's own")
            << QByteArray("acoustic") << QByteArray("acoustic")
            << QByteArray("recipe.words is acoustic, which is also its acoustic");
        QTest::newRow("of another name") << QByteArray("visual") << QByteArray("acoustic")
                                         << QByteArray("recipe.words is visual, which has");
    }

    void framesAreNoWords()
    {
        QFETCH(const QByteArray, words);
        QFETCH(const QByteArray, acoustic);
        QFETCH(const QByteArray, named);
        SegmentRecipe recipe;
        recipe.words = words.toStdString();
        recipe.visual = recipe.acoustic = acoustic.toStdString();
        const std::string failure = test::failureOf([&] {
            readFeatures({{}, DEMO "/dataset.json", recipe}, {});
        });
        QVERIFY2(failure.find(named.toStdString()) != std::string::npos, failure.c_str());
        QVERIFY2(failure.find(".csd: ") != std::string::npos, failure.c_str());
    }

    void rowsOfTextMayStandForWords()
    {
        SegmentRecipe recipe;
        recipe.words = recipe.text;
        QVERIFY(readFeatures({{}, DEMO "/dataset.json", recipe}, {}).training().ids == m_raw.training().ids);
    }

    void tensorsOfARecipeAreTrainValidAndTest_data()
    {
        QTest::addColumn<bool>("padsBehind");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("zeros in front") << false << QByteArray("tensors.h5");
        QTest::newRow("zeros behind") << true << QByteArray("tensors.npz");
    }

    void tensorsOfARecipeAreTrainValidAndTest()
    {
        QFETCH(const bool, padsBehind);
        QFETCH(const QByteArray, file);
        list(files("labels"), labels(), m_folds);
        const nlohmann::json tensors{{"seq_len", m_raw.training().steps()},
                                     {"direction", padsBehind},
                                     {"non_sequences", {"labels"}},
                                     {"folds", "dataset.json"},
                                     {"npz", true}};
        std::ofstream(path("recipe.json")) << nlohmann::json{{"load", "dataset.json"},
                                                             {"steps", {{{"op", "hard_unify"}}}},
                                                             {"output", "tensors"},
                                                             {"tensors", tensors}};
        const QString out = place(QTest::currentDataTag());
        run({QStringLiteral("run"), place("recipe.json"), QStringLiteral("--out"), out});
        const FeatureData data
            = readFeatures({(out + QLatin1Char('/') + QString::fromLatin1(file)).toStdString(), {}, {}}, {});
        for (std::size_t i = 0; i < data.folds.size(); ++i) {
            const FoldData& fold = data.folds[i];
            const FoldData& raw = m_raw.folds[i];
            QCOMPARE(fold.name, raw.name);
            QCOMPARE(fold.labels.columns, std::size_t(7));
            std::map<std::string, std::size_t> places;
            for (std::size_t segment = 0; segment < raw.size(); ++segment)
                places[raw.ids[segment]] = segment;
            QCOMPARE(fold.size(), raw.size());
            for (std::size_t segment = 0; segment < fold.size(); ++segment) {
                const std::size_t other = places.at(fold.ids[segment]);
                QCOMPARE(fold.lengths[segment], raw.lengths[other]);
                for (const Modality modality : allModalities) {
                    const auto values = fold.of(modality).segment(segment);
                    const auto expected = raw.of(modality).segment(other);
                    const std::size_t count
                        = static_cast<std::size_t>(fold.lengths[segment]) * raw.of(modality).width;
                    QVERIFY(areClose({values.begin(), values.begin() + count},
                                     {expected.begin(), expected.begin() + count}));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAlignedData)
#include "tst_aligned_data.moc"
