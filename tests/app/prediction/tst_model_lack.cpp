#include "app/prediction/model_card_text.h"
#include "app/prediction/model_lack.h"
#include "engine/model_files/model_card_file.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/packed_segments.h"

using namespace app;

/// What a model wants that a video does not have, and the card that says what it wants.
class ModelLackTest : public QObject {
    Q_OBJECT

    const engine::ModelCard m_card = engine::readModelCard(DEMO "/model/lmf.safetensors");

    static ModelFile fileOf(const engine::ModelCard& card)
    {
        return *modelFileOf(engine::ModelInfo{1, card.name, {}, engine::toJson(card), {}});
    }

private slots:
    void eachLackNamesTheStepThatMakesIt()
    {
        const ModelFile model = fileOf(m_card);
        VideoData video;
        video.mediaPath = QStringLiteral("a.mp4");
        const auto words = lackOf(model, video, false);
        QVERIFY(words && !words->answersAnyway);
        QCOMPARE(QString::fromLatin1(words->action), QStringLiteral("preset-transcribe"));
        const auto features = lackOf(model, video, true);
        QVERIFY(features && !features->answersAnyway);
        QCOMPARE(QString::fromLatin1(features->action), QStringLiteral("sequences"));
        QVERIFY2(features->sentence.contains(QStringLiteral("text, sound")), qPrintable(features->sentence));
    }

    void whereNothingCanBeTranscribedAModelOfRowsIsTrained()
    {
        engine::ModelCard card = m_card;
        VideoData video; // arrays without a clip
        const auto lack = lackOf(fileOf(card), video, false);
        QVERIFY(lack && !lack->answersAnyway);
        QCOMPARE(QString::fromLatin1(lack->action), QStringLiteral("train"));
        card.recipe["rows"] = "own";
        const auto ofRows = lackOf(fileOf(card), video, false);
        QVERIFY(ofRows && ofRows->sentence.startsWith(QStringLiteral("The video has no features")));
    }

    /// Arrays whose names tell no modality are named, beside those that would be read.
    void packedArraysOfNoModalityAreNamed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("odd.npz")).toStdString();
        engine::test::writePacked(path,
                                  {{"train_id", engine::test::packedTexts({"a$_$1", "a$_$2"})},
                                   {"train_labels", engine::test::packedNumbers({2}, {1.0F, -1.0F})},
                                   {"train_wavlm", engine::test::packedNumbers({2, 3}, {1, 2, 3, 4, 5, 6})}});
        VideoData video;
        video.packed = std::make_shared<engine::PackedVideos>(std::make_shared<engine::PackedFile>(path),
                                                              engine::PackedLayout{});
        QCOMPARE(video.inputWidths(), (std::array<std::size_t, 3>{}));
        const auto lack = lackOf(fileOf(m_card), video, false);
        QVERIFY(lack && !lack->answersAnyway && lack->button.isEmpty());
        for (const char* named :
             {"here are wavlm", "text (text, word_vectors", "sound (audio, acoustic, covarep)"})
            QVERIFY2(lack->sentence.contains(QLatin1String(named)), qPrintable(lack->sentence));
    }

    void aModelOfRecordingsWantsOne()
    {
        const ModelFile model = fileOf(engine::readModelCard(DEMO "/models/fv2es.safetensors"));
        VideoData video;
        const auto lack = lackOf(model, video, true);
        QVERIFY(lack);
        QCOMPARE(QString::fromLatin1(lack->action), QStringLiteral("open-files"));
        video.mediaPath = QStringLiteral("a.mp4");
        QVERIFY(!lackOf(model, video, false));
    }

    void theCardIsReadInFull()
    {
        const QString html = modelCardHtml(m_card, QStringLiteral("/models/<lmf>.safetensors"));
        for (const char* const part : {"LMF, demo set", "&lt;lmf&gt;", "How good it is on videos", "MAE",
                                       "0.587", "sentiment", "sound alone", "of the sequence acoustic",
                                       "ada_1, ada_2", "weight_decay", "rank", "training_data_sha256"})
            QVERIFY2(html.contains(QLatin1String(part)), part);
        QVERIFY(html.contains(QString::fromStdString(m_card.trainingDataSha256)));
    }

    void aCardWithoutScoresOrFoldsIsReadToo()
    {
        engine::ModelCard bare;
        bare.name = "bare";
        const QString html = modelCardHtml(bare, {});
        QVERIFY(html.contains(QStringLiteral("bare")));
        QVERIFY(!html.contains(QStringLiteral("How good it is")));
    }
};

QTEST_GUILESS_MAIN(ModelLackTest)
#include "tst_model_lack.moc"
