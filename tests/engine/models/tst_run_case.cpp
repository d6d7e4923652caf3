#include "engine/core/error.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/networks/albert.h"
#include "engine/models/serving/case_file.h"
#include "engine/models/serving/run_case.h"
#include "engine/models/tensor_conversion.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr const char* lmfCase = FIXTURES "/models/lmf.h5";

/// Compares with a dataset of the fixture, which the reference implementation in Python wrote: within
/// `tolerance` plus `relative` of the expected amount.
void compare(const hdf5::Group& group, const std::string& name, const Tensor& actual, float tolerance,
             float relative = 1e-4f)
{
    const hdf5::Dataset dataset = group.dataset(name);
    const std::vector<std::size_t> shape(actual.shape.begin(), actual.shape.end());
    QVERIFY2(shape == dataset.shape().extents, name.c_str());
    const std::vector<double> expected = dataset.readDoubles();
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(static_cast<double>(actual.values[i]) - expected[i])
                     <= static_cast<double>(tolerance)
                         + static_cast<double>(relative) * std::abs(expected[i]),
                 name.c_str());
}

void compareAll(const hdf5::Group& expected, const std::map<std::string, Tensor>& actual, float tolerance)
{
    for (const std::string& name : expected.names()) {
        const auto found = actual.find(name);
        QVERIFY2(found != actual.end(), name.c_str());
        compare(expected, name, found->second, tolerance);
    }
}

QStringList casePaths()
{
    const QDir folder(QStringLiteral(FIXTURES "/models"));
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.h5")}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    // pieces of a spectrogram and faces, which lie where those who make them are tested
    paths.append(
        {QStringLiteral(FIXTURES "/acoustic/mel_pieces.h5"), QStringLiteral(FIXTURES "/face/face_crop.h5")});
    return paths;
}

ModelCase fixtureCase()
{
    return readCase(lmfCase);
}

/// The first `steps` of each segment.
void keepSteps(Tensor& sequences, std::int64_t steps)
{
    const std::int64_t all = sequences.shape[1], width = sequences.shape[2];
    std::vector<float> kept;
    for (std::int64_t row = 0; row < sequences.shape[0]; ++row) {
        const auto first = sequences.values.begin() + row * all * width;
        kept.insert(kept.end(), first, first + steps * width);
    }
    sequences.shape[1] = steps;
    sequences.values = std::move(kept);
}

std::string codeOf(const ModelCase& modelCase)
{
    try {
        runCase(modelCase);
    } catch (const Error& error) {
        return error.code();
    }
    return {};
}

}

class TestRunCase : public QObject {
    Q_OBJECT

private slots:
    void theFixtureIsReproduced_data()
    {
        QTest::addColumn<QString>("path");
        QVERIFY(casePaths().size() >= 51);
        for (const QString& path : casePaths())
            QTest::newRow(qPrintable(QFileInfo(path).completeBaseName())) << path;
    }

    void theFixtureIsReproduced()
    {
        QFETCH(const QString, path);
        const hdf5::File file(path.toStdString());
        const auto tolerance = static_cast<float>(file.numberAttribute("tolerance").value());
        const CaseResult result = runCase(readCase(path.toStdString()));

        compareAll(file.root().group("outputs"), result.outputs, tolerance);
        if (file.root().hasGroup("params_after"))
            compareAll(file.root().group("params_after"), result.parametersAfter, tolerance);
        if (file.root().hasGroup("grads")) {
            compareAll(file.root().group("grads"), result.gradients, tolerance);
            compare(file.root(), "loss", {{}, {result.loss.value()}}, tolerance);
        }
    }

    /// The file has BF16, F16, whole numbers and heads that an encoder does not have.
    void publicWeightsOfAnAlbertAreThoseOfTheCase()
    {
        ModelCase modelCase = readCase(FIXTURES "/models/albert.h5");
        const CaseResult expected = runCase(modelCase);
        const Safetensors file = readSafetensors(FIXTURES "/models/albert.safetensors", OtherTypes::Leave);
        QVERIFY(file.tensors.size() > modelCase.parameters.size());
        modelCase.parameters = toPlain(albertParameters(toTorch(file.tensors)));
        QCOMPARE(runCase(modelCase).outputs.at("pred").values, expected.outputs.at("pred").values);
    }

    void theResultIsWrittenInTheSameLayout()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("result.h5")).toStdString();
        const CaseResult result = runCase(fixtureCase());
        writeResult(path, result);
        const hdf5::Group root = hdf5::File(path).root();
        for (const auto& [name, tensor] : result.outputs)
            compare(root.group("outputs"), name, tensor, 0.0f, 0.0f);
        compare(root.group("grads"), "fusion_bias", result.gradients.at("fusion_bias"), 0.0f, 0.0f);
        compare(root, "loss", {{}, {result.loss.value()}}, 0.0f, 0.0f);
    }

    /// The task's head alone, its values between 0 and 1: squares of the distances from targets and twin.
    void aVatLearnsValuesAlone()
    {
        ModelCase modelCase = readCase(FIXTURES "/models/vat.h5");
        modelCase.config.update({{"tasks", {"regression"}}, {"output", "sigmoid"}});
        modelCase.lossKind = "vat_finetune";
        const std::vector<float> truths{0, 0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F, 0.9F, 1, 0};
        modelCase.integerInputs.erase("y");
        modelCase.inputs["y"] = {{4, 3}, truths};
        modelCase.inputs["contrast_weight"] = {{}, {0.5F}};
        const CaseResult result = runCase(modelCase);
        const auto& own = result.outputs.at("pred").values;
        const auto& twin = result.outputs.at("pred_m").values;
        const float alpha = modelCase.inputs.at("alpha").values.front();
        float expected = 0.0F;
        for (std::size_t i = 0; i < own.size(); ++i) {
            QVERIFY(own[i] > 0.0F && own[i] < 1.0F);
            expected += ((1 - alpha) * (own[i] - truths[i]) * (own[i] - truths[i])
                         + alpha * (own[i] - twin[i]) * (own[i] - twin[i]))
                / static_cast<float>(own.size());
        }
        const auto number = [&](const char* name) { return result.outputs.at(name).values.front(); };
        QVERIFY(std::abs(number("task_loss") - expected) < 1e-6F);
        QVERIFY(std::abs(result.loss.value() - (0.5F * (number("vac") + number("vam")) + expected)) < 1e-5F);
        QVERIFY(result.gradients.contains("task_head.weight"));

        modelCase.inputs["y"] = {{3, 4}, truths};
        QCOMPARE(codeOf(modelCase), std::string("bad_inputs"));
        modelCase.config.erase("tasks"); // values are no classes
        modelCase.inputs["y"] = {{4, 3}, truths};
        QVERIFY(std::abs(runCase(modelCase).loss.value() - result.loss.value()) < 1e-6F);
    }

    /// A model that needs all words at once is run for each prefix.
    void everyWordHasAPredictionInBothDirections()
    {
        const ModelCase whole = readCase(FIXTURES "/models/ef_lstm_bi2.h5");
        const CaseResult result = runCase(whole);
        const Tensor& prefixes = result.outputs.at("prefix_pred");
        const std::int64_t words = whole.inputs.at("x_l").shape[1];
        QCOMPARE(prefixes.shape, (std::vector<std::int64_t>{whole.inputs.at("x_l").shape[0], words, 1}));
        for (std::int64_t count = 1; count <= words; ++count) {
            ModelCase some = whole;
            some.integerInputs.erase("lengths");
            for (const char* const name : {"x_l", "x_a", "x_v"})
                keepSteps(some.inputs.at(name), count);
            const std::vector<float> expected = runCase(some).outputs.at("pred").values;
            for (std::size_t row = 0; row < expected.size(); ++row)
                QVERIFY(std::abs(prefixes.values[row * static_cast<std::size_t>(words)
                                                 + static_cast<std::size_t>(count) - 1]
                                 - expected[row])
                        < 1e-6F);
        }
    }

    void aBatchOfOneKeepsItsAxes()
    {
        ModelCase one = fixtureCase();
        for (auto& [name, tensor] : one.inputs) {
            tensor.values.resize(tensor.values.size() / static_cast<std::size_t>(tensor.shape[0]));
            tensor.shape[0] = 1;
        }
        one.integerInputs.at("lengths") = {{1}, {one.integerInputs.at("lengths").values[0]}};
        const CaseResult whole = runCase(fixtureCase());
        const CaseResult result = runCase(one);
        QVERIFY((result.outputs.at("pred").shape == std::vector<std::int64_t>{1, 1}));
        QVERIFY((result.outputs.at("rank_contribution").shape == std::vector<std::int64_t>{1, 3, 1}));
        QCOMPARE(result.outputs.at("pred").values[0], whole.outputs.at("pred").values[0]);
    }

    void framesOfAWordAreCountedFromNoneToAllOfThem_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<qint64>("count");
        QTest::newRow("negative") << QByteArray("a_len") << qint64(-1);
        QTest::newRow("too many") << QByteArray("v_len") << qint64(1000);
    }

    void framesOfAWordAreCountedFromNoneToAllOfThem()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const qint64, count);
        ModelCase modelCase = readCase(FIXTURES "/models/raven.h5");
        modelCase.integerInputs.at(name.toStdString()).values.back() = count;
        const std::string failure = test::failureOf([&] { runCase(modelCase); });
        QVERIFY2(failure.starts_with("bad_inputs: inputs/" + name.toStdString()
                                     + ": expected whole numbers of 0 to "),
                 failure.c_str());
    }

    void stepsOfTrainingHaveABound()
    {
        ModelCase modelCase = readCase(FIXTURES "/models/train_raven.h5");
        modelCase.config["steps"] = 100'000'000'000;
        QCOMPARE(codeOf(modelCase), std::string("bad_case"));
    }

    void aModelThatIsNotThereIsNamedWithThoseThatAre()
    {
        ModelCase modelCase = fixtureCase();
        modelCase.config["class"] = "Oracle";
        try {
            runCase(modelCase);
            QFAIL("an unknown class was accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("unknown_model"));
            QVERIFY(QByteArray(error.what()).contains("Oracle"));
            QVERIFY(QByteArray(error.what()).contains("LMF"));
        }
    }

    void aMissingInputIsNamed()
    {
        ModelCase modelCase = fixtureCase();
        modelCase.inputs.erase("x_a");
        QCOMPARE(codeOf(modelCase), std::string("missing_input"));
    }

    void inputsOfAnotherWidthAreRefused()
    {
        ModelCase modelCase = fixtureCase();
        modelCase.inputs.at("x_a") = {{3, 2}, std::vector<float>(6)};
        QCOMPARE(codeOf(modelCase), std::string("bad_inputs"));
    }

    void sequencesThatDoNotAgreeAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* const name :
             {"ef_lstm", "lf_lstm", "mfn", "graph_mfn", "marn", "rmfn", "misa", "gme_lstm"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void sequencesThatDoNotAgreeAreRefused()
    {
        QFETCH(const QString, name);
        const ModelCase whole = readCase(FIXTURES "/models/" + name.toStdString() + ".h5");
        ModelCase fewer = whole; // segments of one modality
        Tensor& acoustic = fewer.inputs.at("x_a");
        acoustic.shape[0] = 1;
        acoustic.values.resize(acoustic.values.size() / 3);
        QCOMPARE(codeOf(fewer), std::string("bad_inputs"));
        ModelCase beyond = whole;
        beyond.integerInputs.at("lengths").values[1] = 99;
        QCOMPARE(codeOf(beyond), std::string("bad_inputs"));
        ModelCase none = whole;
        none.integerInputs.at("lengths").values[1] = 0;
        QCOMPARE(codeOf(none), std::string("bad_inputs"));
        ModelCase one = whole;
        one.integerInputs.at("lengths") = {{1}, {1}};
        QCOMPARE(codeOf(one), std::string("bad_inputs"));
    }

    void modalitiesWithStepsOfTheirOwnHaveNoPrefixes()
    {
        ModelCase modelCase = readCase(FIXTURES "/models/lf_lstm.h5");
        modelCase.integerInputs.erase("lengths");
        QVERIFY(runCase(modelCase).outputs.contains("prefix_pred"));
        keepSteps(modelCase.inputs.at("x_a"), 2);
        const CaseResult result = runCase(modelCase);
        QVERIFY(result.outputs.contains("pred"));
        QVERIFY(!result.outputs.contains("prefix_pred"));
    }

    void lengthsBeyondTheShortestModalityAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("lf_lstm") << QStringLiteral("lf_lstm");
        QTest::newRow("misa") << QStringLiteral("misa");
    }

    void lengthsBeyondTheShortestModalityAreRefused()
    {
        QFETCH(const QString, name);
        ModelCase modelCase = readCase(FIXTURES "/models/" + name.toStdString() + ".h5");
        keepSteps(modelCase.inputs.at("x_a"), 2);
        modelCase.integerInputs.at("lengths").values = {2, 1, 2};
        QCOMPARE(codeOf(modelCase), std::string());
        modelCase.integerInputs.at("lengths").values = {2, 1, 3};
        QCOMPARE(codeOf(modelCase), std::string("bad_inputs"));
    }

    void lengthsOfOneModalityAreCheckedAgainstIt_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::newRow("none") << qint64(0);
        QTest::newRow("less than none") << qint64(-1);
        QTest::newRow("more than there are") << qint64(6);
    }

    void lengthsOfOneModalityAreCheckedAgainstIt()
    {
        QFETCH(const qint64, length);
        for (const char* const name : {"len_a", "len_v"}) {
            ModelCase modelCase = readCase(FIXTURES "/models/self_mm.h5");
            modelCase.integerInputs.at(name).values[1] = length;
            QCOMPARE(codeOf(modelCase), std::string("bad_inputs"));
        }
    }

    void lengthsOfWordsAreNotTakenForOtherSteps()
    {
        ModelCase modelCase = readCase(FIXTURES "/models/mult.h5"); // 5 words, 8 and 3 steps
        modelCase.integerInputs["lengths"] = {{3}, {5, 1, 3}};
        QCOMPARE(codeOf(modelCase), std::string()); // as published, it knows no padding
        modelCase.config["key_mask"] = true;
        QCOMPARE(codeOf(modelCase), std::string("bad_inputs"));
    }

    void eachModalityMayHaveLengthsOfItsOwn_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* const name : {"lf_lstm", "misa", "mult"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void eachModalityMayHaveLengthsOfItsOwn()
    {
        QFETCH(const QString, name);
        ModelCase padded = readCase(FIXTURES "/models/" + name.toStdString() + ".h5");
        padded.lossKind.clear();
        padded.integerInputs.erase("lengths");
        if (name == QStringLiteral("mult"))
            padded.config["key_mask"] = true;
        ModelCase cut = padded;
        keepSteps(cut.inputs.at("x_a"), 2);
        const auto rows = static_cast<std::size_t>(padded.inputs.at("x_a").shape[0]);
        padded.integerInputs["len_a"]
            = {{static_cast<std::int64_t>(rows)}, std::vector<std::int64_t>(rows, 2)};
        const std::vector<float> actual = runCase(padded).outputs.at("pred").values;
        const std::vector<float> expected = runCase(cut).outputs.at("pred").values;
        for (std::size_t row = 0; row < rows; ++row)
            QVERIFY(std::abs(actual[row] - expected[row]) < 1e-5f);
        padded.integerInputs.at("len_a").values[0] = 99;
        QCOMPARE(codeOf(padded), std::string("bad_inputs"));
    }

    void anUnknownLossIsRefused()
    {
        ModelCase modelCase = fixtureCase();
        modelCase.lossKind = "guess";
        QCOMPARE(codeOf(modelCase), std::string("unknown_loss"));
    }
};

QTEST_GUILESS_MAIN(TestRunCase)
#include "tst_run_case.moc"
