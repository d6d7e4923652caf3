#include "engine/core/error.h"
#include "engine/training/data/feature_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>

#include "tests/engine/training/feature_file.h"
#include "tests/support/failure.h"

using namespace engine;
using test::FeatureFile;

class TestFeatureFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_path = m_folder.filePath(QStringLiteral("features.h5")).toStdString();

private slots:
    void foldsComeWithAllTheirArrays()
    {
        FeatureFile::make(m_path, 8);
        const FeatureData data = readFeatureFile(m_path);
        QCOMPARE(data.training().size(), std::size_t(8));
        QCOMPARE(data.validation().size(), std::size_t(4));
        QCOMPARE(data.training().of(Modality::Text).width, std::size_t(3));
        QCOMPARE(data.training().steps(), std::size_t(5));
        QCOMPARE(data.training().ids[5], std::string("train_1[1]"));
        QVERIFY(data.training().lengths[0] >= 2);
        QCOMPARE(data.training().labels.columns, std::size_t(1));
        QVERIFY(!data.isUtteranceLevel);
        QVERIFY(data.notes.empty());
    }

    void aModalityThatAFoldLacksIsMissingThere()
    {
        FeatureFile file(m_path);
        file.write("train/audio", {2, 3, 2}, std::vector<float>(12, 1.0f));
        file.write("test/audio", {1, 3, 2}, std::vector<float>(6, 1.0f));
        file.write("test/text", {1, 3, 4}, std::vector<float>(12, 1.0f));
        file.close();
        const FeatureData data = readFeatureFile(m_path);
        QVERIFY(!data.training().hasAny(Modality::Text));
        QVERIFY(data.test().hasAny(Modality::Text));
        QCOMPARE(data.training().of(Modality::Text).width, std::size_t(4));
        QCOMPARE(data.notes.size(), std::size_t(2)); // text in train, vision everywhere
        QVERIFY(QByteArray::fromStdString(data.notes[0]).contains("train"));
        QCOMPARE(data.training().lengths[0], std::int64_t(3));
    }

    void idsMayStandInAColumn()
    {
        FeatureFile file(m_path);
        file.write("train/text", {2, 1}, {0, 0});
        file.writeTexts("train/ids", {"a", "b"}, {2, 1});
        file.close();
        QVERIFY((readFeatureFile(m_path).training().ids == std::vector<std::string>{"a", "b"}));
    }

    void pairsOfYesAndNoBecomeOneLabelEach()
    {
        FeatureFile file(m_path);
        file.write("train/audio", {2, 2}, {1, 2, 3, 4});
        file.write("train/labels", {2, 2, 2}, {1, 0, 0, 1, 0, 1, 1, 0});
        file.close();
        const FeatureData data = readFeatureFile(m_path);
        QVERIFY((data.training().labels.values == std::vector<float>{0, 1, 1, 0}));
        QVERIFY(data.isUtteranceLevel);
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<std::function<void(FeatureFile&)>>("fill");
        QTest::addColumn<QByteArray>("named");
        using Fill = std::function<void(FeatureFile&)>;
        const std::vector<float> zeros(64);
        const auto start = [zeros](FeatureFile& file) {
            file.write("train/text", {2, 3, 4}, {zeros.begin(), zeros.begin() + 24});
        };
        QTest::newRow("no folds") << Fill([](FeatureFile& file) {
            file.write("text", {1, 1}, {0});
        }) << QByteArray("no arrays of the folds");
        QTest::newRow("a recipe's fourth fold") << Fill([](FeatureFile& file) {
            file.write("fold3/text", {1, 1}, {1});
        }) << QByteArray("fold3/text is of a fold too many");
        QTest::newRow("a recipe's padded labels") << Fill([](FeatureFile& file) {
            file.write("fold0/text", {1, 2, 1}, {0, 1});
            file.write("fold0/labels", {1, 2, 1}, {0, 3});
        }) << QByteArray("fold0/labels is 1 × 2 × 1, expected one row of labels");
        QTest::newRow("other names") << Fill([](FeatureFile& file) {
            file.write("train/gaze", {1, 1}, {1});
        }) << QByteArray("none of text, audio, vision (there are gaze)");
        QTest::newRow("two that are one") << Fill([](FeatureFile& file) {
            file.write("dev/text", {1, 1}, {1});
            file.write("train/text", {1, 1}, {1});
            file.write("val/text", {1, 1}, {1});
        }) << QByteArray("val/text is the same array of the fold valid as dev/text");
        QTest::newRow("other number of segments") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/audio", {3, 3, 1}, {zeros.begin(), zeros.begin() + 9});
        }) << QByteArray("train/audio has 3 rows");
        QTest::newRow("steps in one modality, none in another") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/audio", {2, 4}, {zeros.begin(), zeros.begin() + 8});
        }) << QByteArray("train/audio is 2 × 4, but train/text is 2 × 3 × 4");
        QTest::newRow("other width in another fold") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("test/text", {1, 3, 5}, {zeros.begin(), zeros.begin() + 15});
        }) << QByteArray("text has 4 features, but 5");
        QTest::newRow("steps in one fold, none in another") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("test/text", {2, 4}, {zeros.begin(), zeros.begin() + 8});
        }) << QByteArray("test/text is 2 × 4 but train/text is 2 × 3 × 4");
        QTest::newRow("three ids for each segment") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeTexts("train/ids", {"a", "b", "c", "d", "e", "f"}, {2, 3});
        }) << QByteArray("train/ids is 2 × 3");
        QTest::newRow("id that is not UTF-8") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeTexts("train/ids", {"a", "b\xff"});
        }) << QByteArray("train/ids holds a text that is not UTF-8, in row 2");
        QTest::newRow("transcript that is not UTF-8") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeTexts("train/raw_text", {"\xe9t\xe9", "b"});
        }) << QByteArray("train/raw_text holds a text that is not UTF-8, in row 1");
        QTest::newRow("label name that is not UTF-8") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeTexts("label_names",
                            {"gl\xfc"
                             "ck"});
        }) << QByteArray("label_names holds a text that is not UTF-8, in row 1");
        QTest::newRow("ids that are fractions") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/ids", {2}, {1, 2.5f});
        }) << QByteArray("train/ids holds fractions, expected texts or whole numbers");
        QTest::newRow("no steps") << Fill([](FeatureFile& file) {
            file.write("train/text", {2, 0, 4}, {});
        }) << QByteArray("train/text is 2 × 0 × 4");
        QTest::newRow("features that are texts") << Fill([](FeatureFile& file) {
            file.writeTexts("train/text", {"a", "b"}, {2, 1});
        }) << QByteArray("train/text holds texts, expected numbers");
        QTest::newRow("fold without segments") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("valid/text", {0, 3, 4}, {});
        }) << QByteArray("valid/text is 0 × 3 × 4: the fold valid has no segments");
        QTest::newRow("length of nothing") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeLengths("train/lengths", {3, 0});
        }) << QByteArray("train/lengths has 0 for train_1");
        QTest::newRow("length of another modality") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/audio", {2, 5, 1}, {zeros.begin(), zeros.begin() + 10});
            file.writeLengths("train/audio_lengths", {5, 6});
        }) << QByteArray("train/audio_lengths has 6 for train_1, row 2; expected whole numbers of 1 to 5");
        QTest::newRow("length of half a step") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/text_lengths", {2}, {2.5f, 3});
        }) << QByteArray("train/text_lengths has 2.5 for train_0, row 1");
        QTest::newRow("label that is no number") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/labels", {2}, {0, std::nanf("")});
        }) << QByteArray("train/labels is nan for train_1");
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(const std::function<void(FeatureFile&)>, fill);
        QFETCH(const QByteArray, named);
        FeatureFile file(m_path);
        fill(file);
        file.close();
        try {
            readFeatureFile(m_path);
            QFAIL("a broken file was accepted");
        } catch (const FormatError& error) {
            QVERIFY2(QByteArray(error.what()).contains(named), error.what());
            QVERIFY2(QByteArray(error.what()).contains("features.h5"), error.what());
        }
    }

    void idsMayBeNumbers()
    {
        FeatureFile file(m_path);
        file.write("train/text", {2, 1}, {1, 2});
        file.writeLengths("train/id", {17, -4});
        file.close();
        QVERIFY((readFeatureFile(m_path).training().ids == std::vector<std::string>{"train_17", "train_-4"}));
    }

    void modalitiesMayHaveStepsAndLengthsOfTheirOwn()
    {
        FeatureFile file(m_path);
        file.write("train/text", {2, 3, 1}, std::vector<float>(6, 1.0f));
        file.write("train/audio", {2, 5, 2}, std::vector<float>(20, 1.0f));
        file.write("train/vision", {2, 4, 1}, std::vector<float>(8, 1.0f));
        file.writeLengths("train/lengths", {2, 3});
        file.writeLengths("train/audio_lengths", {5, 1});
        file.close();
        const FeatureData data = readFeatureFile(m_path);
        QVERIFY(!data.isAligned());
        const FoldData& fold = data.training();
        QVERIFY((fold.lengthsOf(Modality::Text) == std::vector<std::int64_t>{2, 3}));
        QVERIFY((fold.lengthsOf(Modality::Acoustic) == std::vector<std::int64_t>{5, 1}));
        QVERIFY((fold.lengthsOf(Modality::Visual) == std::vector<std::int64_t>{4, 4})); // not said: all
        QCOMPARE(fold.of(Modality::Acoustic).steps, std::size_t(5));
        QVERIFY(QByteArray::fromStdString(data.notes.at(0)).contains("text up to 3, acoustic 5, visual 4"));
    }

    void theSameStepsAreAlignedUnlessLengthsDiffer_data()
    {
        using Lengths = std::map<std::string, std::vector<std::int64_t>>;
        QTest::addColumn<Lengths>("arrays");
        QTest::addColumn<bool>("isAligned");
        QTest::newRow("none") << Lengths{} << true;
        QTest::newRow("for all") << Lengths{{"lengths", {1, 3}}} << true;
        QTest::newRow("each the same")
            << Lengths{{"text_lengths", {1, 3}}, {"audio_lengths", {1, 3}}, {"vision_lengths", {1, 3}}}
            << true;
        QTest::newRow("of one, which hold for all") << Lengths{{"audio_lengths", {1, 3}}} << true;
        QTest::newRow("others for one") << Lengths{{"lengths", {1, 3}}, {"vision_lengths", {2, 3}}} << false;
        QTest::newRow("two that differ")
            << Lengths{{"audio_lengths", {1, 3}}, {"vision_lengths", {2, 3}}} << false;
    }

    void theSameStepsAreAlignedUnlessLengthsDiffer()
    {
        using Lengths = std::map<std::string, std::vector<std::int64_t>>;
        QFETCH(const Lengths, arrays);
        QFETCH(const bool, isAligned);
        FeatureFile file(m_path);
        for (const char* const name : {"train/text", "train/audio", "train/vision"})
            file.write(name, {2, 3, 1}, std::vector<float>(6, 1.0f));
        for (const auto& [name, lengths] : arrays)
            file.writeLengths("train/" + name, lengths);
        file.close();
        const FoldData fold = readFeatureFile(m_path).training();
        QCOMPARE(fold.isAligned(), isAligned);
        const std::int64_t first = arrays.empty() ? 3 : 1;
        QCOMPARE(fold.lengthsOf(Modality::Acoustic)[0], first);
    }

    void aModalityThatAnUnalignedFoldLacksHasTheStepsOfTheFirst()
    {
        FeatureFile file(m_path);
        file.write("train/text", {1, 2, 1}, {1, 1});
        file.write("train/audio", {1, 4, 1}, {1, 1, 1, 1});
        file.write("test/audio", {1, 4, 1}, {1, 1, 1, 1});
        file.write("test/vision", {1, 3, 1}, {1, 1, 1});
        file.close();
        const FeatureData data = readFeatureFile(m_path);
        QVERIFY((data.training().lengthsOf(Modality::Visual) == std::vector<std::int64_t>{2}));
        QCOMPARE(data.training().of(Modality::Visual).values.size(), std::size_t(2));
        QVERIFY((data.test().lengthsOf(Modality::Text) == std::vector<std::int64_t>{4}));
        QVERIFY(!data.test().hasAny(Modality::Text));
    }

    void paddingInFrontIsPutBehind_data()
    {
        QTest::addColumn<std::vector<float>>("audio"); // of 2 and 4 steps
        QTest::addColumn<std::vector<float>>("expected");
        const std::vector<float> behind{0, 1, 0, 0, 2, 3, 4, 5}, turned{6, 7, 0, 0, 2, 3, 4, 5};
        QTest::newRow("in front") << std::vector<float>{0, 0, 6, 7, 2, 3, 4, 5} << turned;
        QTest::newRow("behind") << behind << behind;
        QTest::newRow("a segment of zeros")
            << std::vector<float>{0, 0, 0, 0, 2, 3, 4, 5} << std::vector<float>{0, 0, 0, 0, 2, 3, 4, 5};
    }

    void paddingInFrontIsPutBehind()
    {
        QFETCH(const std::vector<float>, audio);
        QFETCH(const std::vector<float>, expected);
        FeatureFile file(m_path);
        file.write("train/text", {2, 3, 1}, {0, 0, 1, 2, 3, 4}); // only its zeros tell its lengths
        file.write("train/audio", {2, 4, 1}, audio);
        file.writeLengths("train/audio_lengths", {2, 4});
        file.close();
        const FoldData fold = readFeatureFile(m_path).training();
        QVERIFY(fold.of(Modality::Acoustic).values == expected);
        QVERIFY((fold.of(Modality::Text).values == std::vector<float>{1, 0, 0, 2, 3, 4}));
        QVERIFY((fold.lengthsOf(Modality::Text) == std::vector<std::int64_t>{1, 3}));
    }

    void paddingIsOnTheSideOfEachSegment()
    {
        FeatureFile file(m_path);
        file.write("train/text", {2, 3, 1}, {0, 1, 2, /* */ 3, 4, 0});
        file.writeLengths("train/lengths", {2, 2});
        file.close();
        QVERIFY((readFeatureFile(m_path).training().of(Modality::Text).values
                 == std::vector<float>{1, 2, 0, 3, 4, 0}));
    }

    void otherFoldsAreNotedAndNotUsed()
    {
        FeatureFile file(m_path);
        file.write("train/text", {1, 1}, {1});
        file.write("trial/text", {1, 1}, {2});
        file.close();
        const FeatureData data = readFeatureFile(m_path);
        QCOMPARE(data.training().size(), std::size_t(1));
        QVERIFY2(data.notes.at(0).starts_with("trial: "), data.notes.at(0).c_str());
    }

    void partsAreThoseOfTheWhole_data()
    {
        QTest::addColumn<std::function<void(FeatureFile&)>>("write");
        const auto front = [](std::size_t count, const std::string& prefix, bool hasLengths) {
            return [=](FeatureFile& file) {
                std::vector<float> text(count * 4), audio(count * 4 * 2);
                std::vector<std::int64_t> lengths;
                for (std::size_t i = 0; i < count; ++i) {
                    lengths.push_back(static_cast<std::int64_t>(1 + i % 4));
                    for (std::size_t step = 3 - i % 4; step < 4; ++step) {
                        text[4 * i + step] = static_cast<float>(i + 1);
                        audio[2 * (4 * i + step)] = static_cast<float>(step + 1);
                    }
                }
                file.write(prefix + "/text", {count, 4, 1}, text);
                file.write(prefix + "/audio", {count, 4, 2}, audio);
                if (hasLengths)
                    file.writeLengths(prefix + "/lengths", lengths);
            };
        };
        const auto usual = [](FeatureFile& file) { file.writeFold("train", 700, 1); };
        QTest::newRow("padding behind") << std::function<void(FeatureFile&)>(usual);
        QTest::newRow("padding in front") << std::function<void(FeatureFile&)>(front(700, "train", true));
        QTest::newRow("a recipe's tensors") << std::function<void(FeatureFile&)>(front(700, "fold0", false));
    }

    void partsAreThoseOfTheWhole()
    {
        QFETCH(const std::function<void(FeatureFile&)>, write);
        FeatureFile file(m_path);
        write(file);
        file.close();
        const FeatureReader reader(m_path);
        const FoldData whole = readFeatureFile(m_path).training();
        QCOMPARE(whole.size(), std::size_t(700));
        QVERIFY(whole.of(Modality::Text).segment(697).front() != 0.0f); // what was in front is turned
        QVERIFY(reader.heads().training().of(Modality::Text).values.empty());
        QVERIFY(reader.heads().training().lengths == whole.lengths);
        for (const auto& [first, last] :
             {std::pair<std::size_t, std::size_t>{0, 256}, {256, 700}, {3, 4}, {0, 700}})
            QVERIFY(reader.read(0, first, last) == slice(whole, first, last));
    }

    void paddingInFrontIsThatOfAllAlignedModalities()
    {
        FeatureFile file(m_path);
        file.write("train/text", {1, 4, 1}, {0, 0, 1, 2});
        file.write("train/audio", {1, 4, 1}, {0, 0, 3, 0}); // nothing was heard at its last word
        file.writeLengths("train/lengths", {2});
        file.close();
        const FoldData fold = readFeatureFile(m_path).training();
        QVERIFY((fold.of(Modality::Text).values == std::vector<float>{1, 2, 0, 0}));
        QVERIFY((fold.of(Modality::Acoustic).values == std::vector<float>{3, 0, 0, 0}));
    }

    void stepsOfARecipesTensorsAreOfEachModalityWhereTheyDiffer()
    {
        FeatureFile file(m_path);
        file.write("fold0/text", {1, 3, 1}, {0, 5, 6});
        file.write("fold0/acoustic", {1, 5, 1}, {0, 0, 7, 8, 0});
        file.close();
        const FoldData fold = readFeatureFile(m_path).training();
        QVERIFY((fold.lengthsOf(Modality::Text) == std::vector<std::int64_t>{2}));
        QVERIFY((fold.lengthsOf(Modality::Acoustic) == std::vector<std::int64_t>{2}));
        QVERIFY((fold.of(Modality::Acoustic).values == std::vector<float>{7, 8, 0, 0, 0}));
    }

    void aTextThatIsCalledAnArchiveIsNone()
    {
        const std::string path = m_folder.filePath(QStringLiteral("text.npz")).toStdString();
        std::ofstream(path) << "not an archive\n";
        const std::string failure = test::failureOf([&] { readFeatureFile(path); });
        QVERIFY2(failure.find("text.npz: is no NumPy archive") != std::string::npos, failure.c_str());
    }

    void aFoldWhoseAudioHasOtherStepsDoesNotLoseItsLengths()
    {
        FeatureFile file(m_path);
        for (const std::string fold : {"train", "test"}) {
            const std::size_t steps = fold == "train" ? 4 : 3;
            file.write(fold + "/text", {2, 4, 1}, std::vector<float>(8, 1.0f));
            file.write(fold + "/audio", {2, steps, 1}, std::vector<float>(2 * steps, 1.0f));
            file.writeLengths(fold + "/lengths", {2, 3});
        }
        file.close();
        const std::string failure = test::failureOf([&] { readFeatureFile(m_path); });
        QVERIFY2(failure.find("test/audio has 3 steps where the text has 4") != std::string::npos,
                 failure.c_str());
        QVERIFY2(failure.find("test/audio_lengths") != std::string::npos, failure.c_str());
    }

    void aFoldWithoutLabelsIsRefusedForTraining()
    {
        FeatureFile file(m_path);
        file.write("train/text", {1, 1}, {0});
        file.write("train/labels", {1}, {0});
        file.write("test/text", {1, 1}, {0});
        file.close();
        try {
            requireLabels(readFeatureFile(m_path));
            QFAIL("a fold without labels was accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("no_labels"));
            QVERIFY(QByteArray(error.what()).contains("the fold test"));
        }
    }
};

QTEST_GUILESS_MAIN(TestFeatureFiles)
#include "tst_feature_files.moc"
