#include "engine/models/threads.h"
#include "engine/training/figures/scores.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/training_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/engine/training/feature_file.h"
#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

constexpr std::size_t kSteps = 4;

/// Three classes by the level of the sound, a valence of −5…5 by that of the picture.
void writeFold(test::FeatureFile& file, const std::string& fold, std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto noise = [&random] { return static_cast<float>(random() >> 40) / 8388608.0f - 1.0f; };
    std::vector<float> text(count * kSteps), audio(count * kSteps * 2), vision(count * kSteps * 2),
        labels(count * 4, 0.0f);
    std::vector<std::string> ids(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t kind = i % 3;
        const float valence = 5.0f * noise();
        for (std::size_t row = i * kSteps; row < (i + 1) * kSteps; ++row) {
            audio[2 * row] = static_cast<float>(kind) - 1.0f + 0.1f * noise();
            audio[2 * row + 1] = noise();
            vision[2 * row] = valence + 0.1f * noise();
            vision[2 * row + 1] = noise();
        }
        labels[4 * i + kind] = 1.0f;
        labels[4 * i + 3] = valence;
        ids[i] = fold + "_" + std::to_string(i / 4) + "[" + std::to_string(i % 4) + "]";
    }
    file.write(fold + "/text", {count, kSteps, 1}, text);
    file.write(fold + "/audio", {count, kSteps, 2}, audio);
    file.write(fold + "/vision", {count, kSteps, 2}, vision);
    file.write(fold + "/labels", {count, 4}, labels);
    file.writeTexts(fold + "/id", ids);
}

const std::vector<LabelCard> kLabels{
    {"calm", 0.0f, 1.0f, 0}, {"glad", 0.0f, 1.0f, 1}, {"cross", 0.0f, 1.0f, 2}, {"valence", -5.0f, 5.0f, 3}};

}

/// One of several classes and a value besides, as MER 2023 asks for.
class TestClassesAndValues : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_data = m_folder.filePath(QStringLiteral("data.h5")).toStdString();
    std::string m_model = m_folder.filePath(QStringLiteral("model.safetensors")).toStdString();

    json config(const json& model, std::int64_t epochs) const
    {
        json labels;
        for (const LabelCard& label : kLabels)
            labels.push_back(
                {{"name", label.name}, {"column", label.column}, {"range", {label.low, label.high}}});
        return {{"data", m_data},
                {"task", "classes_and_values"},
                {"labels", labels},
                {"model", model},
                {"alone", false},
                {"training", {{"epochs", epochs}, {"batch", 16}, {"lr", 1e-2}, {"patience", epochs}}}};
    }

    Report train(const json& object) const
    {
        TrainingPlaces places;
        places.model = m_model;
        return trainAndWrite(trainConfigFromJson(object, "test"), places);
    }

    static ReportRow rowOf(const Report& report, const std::string& label)
    {
        for (const ReportRow& row : report) {
            if (row.fold == "test" && row.label == label)
                return row;
        }
        return {};
    }

    const TorchThreads m_threads{1};

private slots:
    void initTestCase()
    {
        test::FeatureFile file(m_data);
        writeFold(file, "train", 192, 1);
        writeFold(file, "valid", 48, 2);
        writeFold(file, "test", 48, 3);
        file.close();
    }

    void figuresOfBothAndTheirCombination()
    {
        FeatureMatrix truths(4, 4), said(4, 4);
        truths.values = {1, 0, 0, 2, 0, 1, 0, -1, 0, 0, 1, 0, 1, 0, 0, 4};
        said.values = {.8f, .1f, .1f, 2, .2f, .7f, .1f, 1, .1f, .2f, .7f, 0, .2f, .5f, .3f, 2};
        const Report report
            = scoreFold("test", {}, Task::ClassesAndValues, kLabels, said, truths, kPresenceThreshold);
        QCOMPARE(report.size(), std::size_t(5)); // three classes, the value, all
        const ReportRow all = rowOf(report, ReportRow::allLabels);
        QCOMPARE(all.metric("acc").value(), 0.75);
        QCOMPARE(all.metric("mse").value(), 2.0); // 0, 4, 0, 4
        QCOMPARE(rowOf(report, "valence").metric("mae").value(), 1.0);
        const double f1 = (2.0 * 2.0 / 3.0 + 2.0 / 3.0 + 1.0) / 4.0; // weighted by support
        QCOMPARE(all.metric("f1").value(), f1);
        QCOMPARE(all.metric("combined").value(), f1 - 0.5);
    }

    void bothAreLearnt_data()
    {
        QTest::addColumn<json>("model");
        QTest::addColumn<json>("stages");
        const json vat{{"class", "VAT"},     {"d", 16},   {"heads", 2}, {"layers", 1},
                       {"fusion_layers", 1}, {"proj", 8}, {"queue", 32}};
        QTest::newRow("one head for all") << json("lf_lstm") << json();
        QTest::newRow("a head for each") << vat << json{"finetune"};
        QTest::newRow("the heads alone") << vat << json{"finetune", "linear"};
    }

    void bothAreLearnt()
    {
        QFETCH(const json, model);
        QFETCH(const json, stages);
        json object = config(model, 25);
        if (!stages.is_null())
            object["stages"] = stages;
        const Report report = train(object);
        const ReportRow all = rowOf(report, ReportRow::allLabels);
        QVERIFY2(all.metric("acc").value() > 0.9, json(*all.metric("acc")).dump().c_str());
        QVERIFY2(all.metric("mse").value() < 4.0,
                 json(*all.metric("mse")).dump().c_str()); // 8.3 says nothing
        QVERIFY(std::abs(all.metric("combined").value()
                         - (all.metric("f1").value() - 0.25 * all.metric("mse").value()))
                < 1e-9);
    }

    void theFileAnswersWithProbabilitiesAndValues()
    {
        const Scorer scorer(m_model);
        const FeatureData data = readFeatures({m_data, {}, {}}, scorer.card().input.options);
        const FeatureMatrix scores = scorer.predict(data.folds[2], false, scorer.card().modalities);
        QCOMPARE(scores.columns, std::size_t(4));
        bool isBeyondClasses = false;
        for (std::size_t i = 0; i < scores.rows; ++i) {
            QVERIFY(std::abs(scores.at(i, 0) + scores.at(i, 1) + scores.at(i, 2) - 1.0f) < 1e-5f);
            isBeyondClasses = isBeyondClasses || scores.at(i, 3) < -1.5f;
        }
        QVERIFY(isBeyondClasses);
        QCOMPARE(scorer.card().task, std::string("classes_and_values"));
        QCOMPARE(scorer.card().architecture.value("n_values", 0), 1);
        QCOMPARE(scorer.card().architecture.value("out_dim", 0), 3);
    }

    void labelsThatAreNoClassesAndValuesAreRefused()
    {
        json object = config("lf_dnn", 1);
        object["labels"].erase(3);
        QVERIFY(test::failureOf([&] { train(object); }).find("then the values") != std::string::npos);
        object = config("lf_dnn", 1);
        object.erase("labels");
        QVERIFY(test::failureOf([&] { train(object); }).find("its name and range") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestClassesAndValues)
#include "tst_classes_and_values.moc"
