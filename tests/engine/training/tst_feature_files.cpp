#include "engine/core/error.h"
#include "engine/training/feature_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "feature_file.h"
#include "tests/support/failure.h"

using namespace engine;
using test::FeatureFile;

Q_DECLARE_METATYPE(std::function<void(FeatureFile&)>)

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
            file.write("train/glove", {1, 1}, {1});
        }) << QByteArray("none of text, audio, vision (there are glove)");
        QTest::newRow("other number of segments") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/audio", {3, 3, 1}, {zeros.begin(), zeros.begin() + 9});
        }) << QByteArray("train/audio has 3 rows");
        QTest::newRow("other number of steps") << Fill([=](FeatureFile& file) {
            start(file);
            file.write("train/audio", {2, 4, 1}, {zeros.begin(), zeros.begin() + 8});
        }) << QByteArray("train/audio has 4 steps");
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
        QTest::newRow("a segment twice in a fold") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeTexts("train/ids", {"a[0]", "a[0]"});
        }) << QByteArray("train/ids has a[0], which it has already");
        QTest::newRow("a segment in two folds") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeTexts("train/ids", {"a[0]", "a[1]"});
            file.write("test/text", {1, 3, 4}, {zeros.begin(), zeros.begin() + 12});
            file.writeTexts("test/ids", {"a[1]"});
        }) << QByteArray("test/ids has a[1], which train has already");
        QTest::newRow("length of nothing") << Fill([=](FeatureFile& file) {
            start(file);
            file.writeLengths("train/lengths", {3, 0});
        }) << QByteArray("train/lengths has 0 for train_1");
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

    void aTextThatIsCalledAnArchiveIsNone()
    {
        const std::string path = m_folder.filePath(QStringLiteral("text.npz")).toStdString();
        std::ofstream(path) << "not an archive\n";
        const std::string failure = test::failureOf([&] { readFeatureFile(path); });
        QVERIFY2(failure.find("text.npz: is no NumPy archive") != std::string::npos, failure.c_str());
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
