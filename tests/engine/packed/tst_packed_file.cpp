#include "engine/packed/packed_sequence.h"
#include "engine/sequences/sequence_statistics.h"
#include "engine/sequences/timed_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <limits>

#include "tests/support/failure.h"
#include "tests/support/packed_segments.h"

using namespace engine;
using test::packedNumbers;
using test::packedTexts;

class TestPackedFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    std::shared_ptr<PackedFile> opened(const std::string& name, const test::PackedArrays& arrays) const
    {
        test::writePacked(path(name), arrays);
        return std::make_shared<PackedFile>(path(name));
    }

    /// Whether a sentence about the file names both.
    static bool isNoted(const PackedFile& file, const char* array, const char* what)
    {
        return std::ranges::any_of(file.notes(), [&](const std::string& note) {
            return note.find(array) != std::string::npos && note.find(what) != std::string::npos;
        });
    }

    static FeatureArray withValue(FeatureArray array, std::size_t place, float value)
    {
        std::get<std::vector<float>>(array.values)[place] = value;
        return array;
    }

private slots:
    void foldsAreFoundInNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fold");
        QTest::addColumn<QString>("array");
        QTest::newRow("MMSA") << "train/raw_text"
                              << "train"
                              << "raw_text";
        QTest::newRow("scikit") << "X_train"
                                << "train"
                                << "X";
        QTest::newRow("dev") << "y_dev"
                             << "valid"
                             << "y";
        QTest::newRow("fold first") << "test_audio_lengths"
                                    << "test"
                                    << "audio_lengths";
        QTest::newRow("fold last, long name") << "regression_labels_val"
                                              << "valid"
                                              << "regression_labels";
        QTest::newRow("the other way round") << "text/validation"
                                             << "valid"
                                             << "text";
        QTest::newRow("a recipe's") << "fold1/text"
                                    << "valid"
                                    << "text";
        QTest::newRow("a recipe's ids") << "ids/fold2"
                                        << "test"
                                        << "id";
        QTest::newRow("another fold") << "trial/text"
                                      << "trial"
                                      << "text";
        QTest::newRow("none") << "raw_text"
                              << ""
                              << "raw_text";
    }

    void foldsAreFoundInNames()
    {
        QFETCH(const QString, name);
        const TensorPlace place = tensorPlaceOf(name.toStdString());
        QTEST(QString::fromStdString(place.fold), "fold");
        QTEST(QString::fromStdString(place.array), "array");
    }

    void textsWithManyDifferentValuesAreNoLabel()
    {
        std::vector<std::string> ids;
        std::vector<std::string> speakers;
        std::vector<std::string> remarks;
        for (int i = 0; i < 80; ++i) {
            ids.push_back("s" + std::to_string(i));
            speakers.push_back(i % 2 == 0 ? "ada" : "bert");
            remarks.push_back("remark " + std::to_string(i));
        }
        const test::PackedArrays arrays{
            {"train/id", test::packedTexts(ids)},
            {"train/labels", test::packedNumbers({80}, std::vector<float>(80, 1.0F))},
            {"train/remarks", test::packedTexts(remarks)},
            {"train/speaker", test::packedTexts(speakers)}};
        const auto file = opened("many.npz", arrays);
        QCOMPARE(file->textLabels().size(), std::size_t(1));
        QCOMPARE(file->textLabels().front().name, std::string("speaker"));
        QVERIFY(isNoted(*file, "remarks", "different texts"));
    }

    void mmsaIsSegmentsByFold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("npz") << "mmsa.npz";
        QTest::newRow("HDF5") << "mmsa.h5";
    }

    void mmsaIsSegmentsByFold()
    {
        QFETCH(const QString, name);
        const auto file = opened(name.toStdString(), test::mmsaArrays());
        QCOMPARE(file->ids(), (std::vector<std::string>{"ada$_$1", "ada$_$2", "bert$_$1"}));
        QCOMPARE(file->folds().at("train"), (std::vector<std::string>{"ada$_$1", "ada$_$2"}));
        QCOMPARE(file->folds().at("test"), (std::vector<std::string>{"bert$_$1"}));
        QCOMPARE(file->segment(0).text, std::string("I did not like it"));
        QCOMPARE(file->labelNames(), (std::vector<std::string>{"sentiment", "sentiment_T"}));
        QCOMPARE(file->labels(1), (std::vector<float>{2.5F, 2}));
        QCOMPARE(file->textLabels().size(), std::size_t(1));
        const PackedFile::TextLabel& annotations = file->textLabels().front();
        QCOMPARE(annotations.name, std::string("annotations"));
        QCOMPARE(annotations.terms, (std::vector<std::string>{"Negative", "Positive"}));
        QCOMPARE(annotations.values, (std::vector<std::string>{"Negative", "Positive", ""})); // bert has none
        QVERIFY(file->notes().empty());

        const PackedSequences parts = sequencesOf(file);
        QCOMPARE(parts.features.size(), std::size_t(2));
        QCOMPARE(parts.features[0].first, std::string("audio"));
        const SequenceFile& text = *parts.features[1].second;
        const TimedFeatures rows = readFeatures(text, "ada$_$1"); // three steps, behind one of padding
        QCOMPARE(rows.intervals, (std::vector<Interval>{{0, 1}, {1, 2}, {2, 3}}));
        QCOMPARE(rows.features.values, (std::vector<float>{5, 6, 7, 8, 9, 10}));
        QCOMPARE(readFeatures(*parts.features[0].second, "ada$_$1").features.values,
                 (std::vector<float>{3, 0, 4}));
        QCOMPARE(readFeatures(*parts.features[0].second, "ada$_$2").features.values,
                 (std::vector<float>{1, 2}));
        QCOMPARE(text.shape("bert$_$1").features, (std::vector<std::size_t>{4, 2}));

        const TimedText words = readText(*parts.words, "ada$_$2");
        QCOMPARE(words.texts, (std::vector<std::string>{"so", "good"}));
        QCOMPARE(words.intervals, (std::vector<Interval>{{0, 1}, {1, 2}}));
        QCOMPARE(readFeatures(*parts.labels, "ada$_$2").intervals, (std::vector<Interval>{{0, 2}}));
        QCOMPARE(statisticsOf(text).rows, std::size_t(9));
    }

    void aClipGivesSeconds()
    {
        const auto file = opened("clips.npz", test::mmsaArrays());
        file->setClips(
            [](const std::string& id) { return id == "ada$_$1" ? std::optional(1.5) : std::nullopt; });
        QVERIFY(file->hasTimes(0) && !file->hasTimes(1));
        const PackedSequences parts = sequencesOf(file);
        QCOMPARE(readIntervals(*parts.features[0].second, "ada$_$1"),
                 (std::vector<Interval>{{0, 0.5}, {0.5, 1}, {1, 1.5}}));
        QCOMPARE(readIntervals(*parts.features[0].second, "ada$_$2"),
                 (std::vector<Interval>{{0, 1}, {1, 2}}));
    }

    void lengthsAndBertsMaskTellThePadding()
    {
        const auto file = opened(
            "unaligned.h5",
            {{"train/id", packedTexts({"a$_$1", "a$_$2"})},
             {"train/text", packedNumbers({2, 3, 1}, {0, 0, 0, /* */ 1, 1, 1})},
             {"train/text_bert",
              packedNumbers({2, 3, 3}, {9, 9, 0, 1, 1, 0, 0, 0, 0, /* */ 9, 0, 0, 1, 0, 0, 0, 0, 0})},
             {"train/audio", packedNumbers({2, 5, 1}, {0, 0, 0, 1, 0, /* */ 1, 0, 0, 0, 0})},
             {"train/audio_lengths", packedNumbers({2}, {4, 9})},
             {"train/labels", packedNumbers({2}, {1, 0})}});
        QCOMPARE(file->features().size(), std::size_t(2));
        QCOMPARE(file->steps(1, 0), (ValidSteps{0, 2})); // text: two tokens, though all of it is zero
        QCOMPARE(file->steps(1, 1), (ValidSteps{0, 1}));
        QCOMPARE(file->steps(0, 0), (ValidSteps{0, 4})); // audio: the step behind its length is zero
        QCOMPARE(file->steps(0, 1), (ValidSteps{0, 1})); // 9 of 5 steps is impossible: by zeros
        QVERIFY(isNoted(*file, "audio_lengths", "no whole numbers of 1 to 5"));
        QCOMPARE(file->extent(0), 4.0);
        // text's rows lie in the time of the longest feature
        QCOMPARE(readIntervals(*sequencesOf(file).features[1].second, "a$_$1"),
                 (std::vector<Interval>{{0, 2}, {2, 4}}));
    }

    void withoutIdsSegmentsAreNumbered()
    {
        const auto file = opened("xy.npz",
                                 {{"X_train", packedNumbers({2, 3}, {1, 2, 3, 4, 5, 6})},
                                  {"y_train", packedNumbers({2, 3}, {0, 1, 0, 1, 0, 0})},
                                  {"X_test", packedNumbers({1, 3}, {7, 8, 9})},
                                  {"y_test", packedNumbers({1, 3}, {0, 0, 1})}});
        QCOMPARE(file->ids(), (std::vector<std::string>{"test_0", "train_0", "train_1"}));
        QCOMPARE(file->labelNames(), (std::vector<std::string>{"label 1", "label 2", "label 3"}));
        QCOMPARE(file->labels(0), (std::vector<float>{0, 0, 1}));
        QCOMPARE(file->read(0, 2).values, (std::vector<float>{4, 5, 6}));
        QCOMPARE(file->extent(2), 1.0);
        QVERIFY(!file->hasTexts());
    }

    void idsAreMadePlainAndDifferent()
    {
        const auto file = opened("ids.h5",
                                 {{"train/ids", packedTexts({"v[3]", "a/b", "", "v[3]", "w[x]y"})},
                                  {"train/labels", packedNumbers({5}, {0, 1, 2, 3, 4})}});
        QCOMPARE(file->ids(), (std::vector<std::string>{"a_b", "train_2", "v$_$3", "v$_$3 (2)", "w(x)y"}));
        QCOMPARE(file->labels(3), (std::vector<float>{3}));
        QVERIFY(isNoted(*file, "id", "1 segments"));
    }

    void whatDoesNotFitIsNamedAndLeftOut()
    {
        const auto file = opened(
            "odd.h5",
            {{"train/id", packedTexts({"a", "b"})},
             {"train/audio", packedNumbers({3, 1, 1}, {1, 2, 3})},
             {"train/vision", packedNumbers({2, 1, 2}, {1, 2, 3, 4})},
             {"test/vision", packedNumbers({1, 1, 3}, {1, 2, 3})},
             {"test/regression_labels", packedNumbers({1}, {std::numeric_limits<float>::infinity()})},
             {"train/deep", packedNumbers({2, 1, 1, 1}, {1, 2})}});
        QVERIFY(isNoted(*file, "train/audio", "3 × 1 × 1, but the fold has 2 segments"));
        QVERIFY(isNoted(*file, "train/vision", "2 features, but 3 in another fold")
                || isNoted(*file, "test/vision", "3 features, but 2 in another fold"));
        QVERIFY(isNoted(*file, "train/deep", "expected segments × steps × features"));
        QVERIFY(std::isnan(file->labels(file->placeOf("test_0")).at(0)));
        QVERIFY(std::isnan(file->labels(file->placeOf("a")).at(0)));
    }

    void valuesThatAreNoNumbersStay()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const auto file = opened(
            "nan.h5",
            {{"train/audio", {ElementType::Float64, {1, 3, 1}, std::vector<double>{double(nan), 1e300, 0}}},
             {"train/labels", packedNumbers({1}, {nan})}});
        const std::vector<float> values = file->read(0, 0).values;
        QCOMPARE(values.size(), std::size_t(2));
        QVERIFY(std::isnan(values[0]) && std::isinf(values[1]));
    }

    void brokenFilesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << "e.h5" << QByteArray() << QByteArray("not_hdf5");
        QTest::newRow("text") << "t.npz" << QByteArray("hello") << QByteArray("data_invalid");
        QTest::newRow("cut npz") << "c.npz" << QByteArray("PK\x03\x04zzzz") << QByteArray("data_invalid");
        QTest::newRow("pickle") << "p.pkl" << QByteArray("\x80\x04\x95zz") << QByteArray("unpickle.py' '");
        QTest::newRow("pickle called npz")
            << "p.npz" << QByteArray("\x80\x02}q") << QByteArray("pickle_refused");
    }

    void brokenFilesAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        const std::filesystem::path broken = path(name.toStdString());
        std::ofstream(broken, std::ios::binary).write(bytes.data(), bytes.size());
        const std::string failure = test::failureOf([&] { PackedFile file(broken); });
        QFETCH(const QByteArray, expected);
        QVERIFY2(failure.find(expected.toStdString()) != std::string::npos
                     && failure.find(broken.string()) != std::string::npos,
                 failure.c_str());
    }

    void claimsAreNotBelieved()
    {
        FeatureArray claims = packedNumbers({1, 1}, {1});
        claims.shape = {3'000'000, 1};
        claims.values = std::vector<float>(3'000'000);
        test::writePacked(path("claims.h5"), {{"X_train", claims}});
        const std::string failure = test::failureOf([&] { PackedFile file(path("claims.h5")); });
        QVERIFY2(failure.starts_with("too_large: ") && failure.find("X_train") != std::string::npos,
                 failure.c_str());
        const auto wide
            = opened("wide.h5",
                     {{"train/id", packedTexts({"a"})},
                      {"train/X", packedNumbers({1, 1, 9'000'000}, std::vector<float>(9'000'000))}});
        QVERIFY(wide->features().empty());
        QVERIFY(isNoted(*wide, "train/X", "64 MiB"));
    }

    void weightsAreNoSegments()
    {
        test::writePacked(path("weights.h5"), {{"params/lstm.weight", packedNumbers({2, 2}, {1, 2, 3, 4})}});
        const std::string failure = test::failureOf([&] { PackedFile file(path("weights.h5")); });
        QVERIFY2(failure.starts_with("data_invalid: ")
                     && failure.find("params/lstm.weight") != std::string::npos
                     && failure.find("X_train") != std::string::npos,
                 failure.c_str());
    }

    void aTruncatedArrayFailsWhereItIsRead()
    {
        test::writePacked(path("whole.npz"), test::mmsaArrays());
        std::ifstream whole(path("whole.npz"), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(whole), {}};
        for (std::size_t length = 0; length < bytes.size(); length += 61) {
            std::ofstream(path("cut.npz"), std::ios::binary)
                .write(bytes.data(), static_cast<std::streamsize>(length));
            const std::string failure = test::failureOf([&] {
                const PackedFile file(path("cut.npz"));
                file.check();
            });
            QVERIFY2(failure.find("cut.npz") != std::string::npos, std::to_string(length).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestPackedFile)
#include "tst_packed_file.moc"
