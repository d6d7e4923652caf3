#include "engine/core/error.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/predict/predictor.h"
#include "engine/models/threads.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/training_run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/engine/training/reversal_file.h"
#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

std::optional<double> figure(const Report& report, const std::string& fold, const std::string& name)
{
    for (const ReportRow& row : report) {
        if (row.fold == fold && row.metric(name))
            return row.metric(name);
    }
    return std::nullopt;
}

/// The tensors of a model file whose names begin so.
std::map<std::string, Tensor> weightsOf(const std::string& path, const std::string& beginning)
{
    std::map<std::string, Tensor> own = readSafetensors(path).tensors;
    std::erase_if(own, [&](const auto& entry) { return !entry.first.starts_with(beginning); });
    return own;
}

}

class TestStagedTraining : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_data = path("reversal.h5");
    std::string m_unlabelled = path("unlabelled.h5");

    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    /// Sound to vision, small and for a few epochs, with these fields instead.
    json config(const json& fields = json::object()) const
    {
        json object{
            {"data", m_data},
            {"model",
             {{"class", "Seq2Seq"}, {"source", {"acoustic"}}, {"target", {"visual"}}, {"h", 16}, {"reg", 8}}},
            {"training", {{"epochs", 3}, {"batch", 32}, {"lr", 3e-3}}}};
        object.merge_patch(fields);
        return object;
    }

    Report train(const json& object, const std::string& model) const
    {
        TrainingPlaces places;
        places.model = model;
        return trainAndWrite(trainConfigFromJson(object, "test"), places);
    }

    const TorchThreads m_threads{1};

private slots:
    void initTestCase()
    {
        test::ReversalFile::make(m_data, 400);
        test::ReversalFile::make(m_unlabelled, 400, false);
    }

    void aReversalIsTranslatedByAttention()
    {
        const Report report = train(config({{"stages", {"translate"}},
                                            {"model", {{"h", 32}}},
                                            {"training", {{"epochs", 60}, {"patience", 60}, {"batch", 16}}}}),
                                    path("reversal.safetensors"));
        QVERIFY(figure(report, "test", "translation_ratio").value() < 0.2);
        QVERIFY(figure(report, "test", "attention_on_step").value() > 0.95);
        QVERIFY(!figure(report, "test", "mae")); // no stage learnt the labels
    }

    void aTranslationNeedsNoLabels()
    {
        const Report report = train(config({{"data", m_unlabelled}, {"stages", {"translate"}}}),
                                    path("unlabelled.safetensors"));
        QVERIFY(figure(report, "valid", "translation_mse").has_value());
        QVERIFY_THROWS_EXCEPTION(FormatError,
                                 train(config({{"data", m_unlabelled}}), path("none.safetensors")));
    }

    void theRegressionLeavesWhatTheTranslationLearnt()
    {
        train(config({{"stages", {"translate"}}}), path("first.safetensors"));
        const Report report = train(config(), path("both.safetensors"));
        QVERIFY(figure(report, "test", "mae").has_value());
        for (const char* const part : {"encoder.", "decoder."})
            QVERIFY(weightsOf(path("first.safetensors"), part) == weightsOf(path("both.safetensors"), part));
        QVERIFY(weightsOf(path("first.safetensors"), "regressor.")
                != weightsOf(path("both.safetensors"), "regressor."));
        train(config({{"model", {{"finetune", true}}}}), path("tuned.safetensors"));
        QVERIFY(weightsOf(path("first.safetensors"), "encoder.")
                != weightsOf(path("tuned.safetensors"), "encoder."));
    }

    void aStageMayNameWhatLearns()
    {
        const json stages{{{"stage", "translate"}, {"learns", {"decoder.out"}}}};
        train(config({{"stages", stages}}), path("out.safetensors"));
        train(config({{"stages", {"translate"}}}), path("all.safetensors"));
        QVERIFY(weightsOf(path("out.safetensors"), "encoder.")
                != weightsOf(path("all.safetensors"), "encoder."));
        const json wrong{{{"stage", "translate"}, {"learns", {"nothing"}}}};
        QVERIFY(test::failureOf([&] {
                    train(config({{"stages", wrong}}), path("wrong.safetensors"));
                }).find("nothing")
                != std::string::npos);
    }

    void aStageMayHaveDataOfItsOwn()
    {
        const json stages{{{"stage", "translate"}, {"data", m_unlabelled}}, "regress"};
        const Report report = train(config({{"stages", stages}}), path("own.safetensors"));
        QVERIFY(figure(report, "test", "mae").has_value());
        QVERIFY(weightsOf(path("own.safetensors"), "encoder.").size() == 8);
    }

    void anUnknownStageIsRefusedWithThoseThereAre()
    {
        const std::string failure = test::failureOf([&] {
            train(config({{"stages", {"dream"}}}), path("dream.safetensors"));
        });
        QVERIFY2(failure.find("dream") != std::string::npos, failure.c_str());
        QVERIFY2(failure.find("translate, regress, joint") != std::string::npos, failure.c_str());
    }

    void aModelWithoutStagesHasJoint()
    {
        const json fields{{"stages", {"joint"}}, {"model", {{"class", "EFLSTM"}, {"h", 4}}}};
        json object = config(fields);
        object["model"] = fields["model"];
        QVERIFY(figure(train(object, path("joint.safetensors")), "test", "mae").has_value());
        object["stages"] = {"translate"};
        QVERIFY_THROWS_EXCEPTION(FormatError, train(object, path("no.safetensors")));
    }

    void trainingBeginsWithGivenWeights()
    {
        train(config({{"stages", {"translate"}}}), path("begin.safetensors"));
        const std::string begin = path("begin.safetensors");
        // nothing learns but the regressor: the encoder is the file's
        const json stages{{{"stage", "regress"}, {"begin_with", begin}}};
        train(config({{"stages", stages}}), path("whole.safetensors"));
        QVERIFY(weightsOf(begin, "encoder.") == weightsOf(path("whole.safetensors"), "encoder."));
        const json part{{"file", begin}, {"map", {{"encoder.", "encoder."}}}};
        train(config({{"stages", {"regress"}}, {"begin_with", part}, {"training", {{"seed", 5}}}}),
              path("part.safetensors"));
        QVERIFY(weightsOf(begin, "encoder.") == weightsOf(path("part.safetensors"), "encoder."));
        QVERIFY(weightsOf(begin, "decoder.") != weightsOf(path("part.safetensors"), "decoder."));
        const json wrong{{"file", begin}, {"map", {{"coder.", "encoder."}}}};
        QVERIFY_THROWS_EXCEPTION(FormatError,
                                 train(config({{"begin_with", wrong}}), path("wrong.safetensors")));
    }

    void codesAreScoredAsFeaturesAndAsIds()
    {
        const Report report
            = train(config({{"stages", {"translate"}}, {"model", {{"target_kind", "codes"}, {"vocab", 20}}}}),
                    path("codes.safetensors"));
        QVERIFY(figure(report, "test", "translation_ratio").value() < 1.5);
        QVERIFY(figure(report, "test", "token_accuracy").value() > 0.0);
        QVERIFY(figure(report, "test", "perplexity").value() < 40.0);
        const auto codebook = weightsOf(path("codes.safetensors"), "codebook");
        QVERIFY((codebook.at("codebook").shape == std::vector<std::int64_t>{16, 4}));
    }

    void aSourceThatNobodyHasIsRefused()
    {
        const std::string failure = test::failureOf([&] {
            train(config({{"model", {{"source", {"text"}}}}}), path("text.safetensors"));
        });
        QVERIFY2(failure.find("no text to translate from") != std::string::npos, failure.c_str());
    }

    void wordsNeedTranscripts()
    {
        QVERIFY_THROWS_EXCEPTION(
            FormatError, train(config({{"model", {{"target_kind", "tokens"}}}}), path("w.safetensors")));
    }

    void theWrittenModelMeasuresWhatTheReportSays()
    {
        const Report report = train(config(), path("again.safetensors"));
        const FeatureData data = readFeatures({m_data, {}, {}}, {});
        const Report again = Scorer(path("again.safetensors")).evaluate(data);
        QCOMPARE(again.size(), report.size());
        for (std::size_t row = 0; row < report.size(); ++row)
            QVERIFY(again[row] == report[row]);
    }

    void everyModelOfTranslationGoesThroughItsStages_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("hierarchical") << QStringLiteral("HierSeq2Seq");
        QTest::newRow("cyclic") << QStringLiteral("MCTN");
    }

    void everyModelOfTranslationGoesThroughItsStages()
    {
        QFETCH(const QString, model);
        json object = config({{"training", {{"epochs", 2}}}});
        object["model"] = {{"class", model.toStdString()},
                           {"source", {"acoustic"}},
                           {"target", {"visual"}},
                           {"then", {"acoustic"}}};
        const Report report = train(object, path("staged.safetensors"));
        for (const char* const name : {"mae", "translation_ratio", "translation2_ratio"})
            QVERIFY2(figure(report, "test", name).has_value(), name);
        const json stages = Predictor(path("staged.safetensors")).card().training.at("stages");
        QCOMPARE(stages.size(), model == QStringLiteral("MCTN") ? std::size_t(1) : std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestStagedTraining)
#include "tst_staged_training.moc"
