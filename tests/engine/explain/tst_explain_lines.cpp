#include "engine/explain/explanation_lines.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;

/// `polylogue-models explain --lines`, which the window reads, with the demo.
class ExplainLinesCommand : public QObject {
    Q_OBJECT

private slots:
    void theyTellWhatTheCommandTells()
    {
        const ExplainedDataset told = lines({});
        QCOMPARE(told.expected, std::size_t{160}); // 150 labelled, ten utterances that nobody labelled
        QVERIFY(told.isWhole());
        const test::ProgramResult known = test::runProgram(
            QStringLiteral("polylogue-models"),
            QStringList{QStringLiteral("explain"), test::demo("model/lmf.safetensors"),
                        QStringLiteral("--dataset"), test::demo("dataset.json"), QStringLiteral("--json"),
                        QStringLiteral("--fold"), QStringLiteral("test")},
            QProcessEnvironment::systemEnvironment());
        std::size_t compared = 0;
        for (const QByteArray& line : known.output.split('\n')) {
            if (line.isEmpty())
                continue;
            const nlohmann::json json = nlohmann::json::parse(line.toStdString());
            for (const ExplainedSegment& segment : told.segments) {
                if (json["id"] != segment.id || json["output"] != "sentiment")
                    continue;
                ++compared;
                QCOMPARE(segment.fold, std::string("test"));
                // other segments beside it, so other products: equal but for rounding
                QVERIFY(std::abs(segment.prediction(0) - json["f"]["tav"].get<double>()) < 1e-4);
                QVERIFY(std::abs(segment.values[0][0] - json["f"][""].get<double>()) < 1e-4);
                QCOMPARE(std::string(name(segment.map(0).verdict(told.outputs[0].range).kind)),
                         json["class"].get<std::string>());
            }
        }
        QCOMPARE(compared, std::size_t{25});
    }

    /// Of a model of probabilities; the demo's is made one by its card.
    void logitsAreWhatProbabilitiesAreMadeOf()
    {
        QFile demo(test::demo("model/lmf.safetensors"));
        QVERIFY(demo.open(QIODevice::ReadOnly));
        const QByteArray bytes = demo.readAll();
        const auto length = qFromLittleEndian<quint64>(bytes.constData());
        nlohmann::json header
            = nlohmann::json::parse(bytes.mid(8, static_cast<qsizetype>(length)).toStdString());
        nlohmann::json& card = header["__metadata__"]["polylogue_model_card"];
        nlohmann::json said = nlohmann::json::parse(card.get<std::string>());
        said["task"] = "binary";
        card = said.dump();
        QByteArray text = QByteArray::fromStdString(header.dump());
        text.append(QByteArray((8 - text.size() % 8) % 8, ' '));
        const auto newLength = qToLittleEndian(static_cast<quint64>(text.size()));
        const QTemporaryDir folder;
        QFile made(folder.filePath(QStringLiteral("yes.safetensors")));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(reinterpret_cast<const char*>(&newLength), 8);
        made.write(text + bytes.mid(8 + static_cast<qsizetype>(length)));
        made.close();
        const auto explained = [](const QString& model, const QStringList& more) {
            return test::runProgram(QStringLiteral("polylogue-models"),
                                    QStringList{QStringLiteral("explain"), model, QStringLiteral("--dataset"),
                                                test::demo("dataset.json"), QStringLiteral("--json"),
                                                QStringLiteral("--fold"), QStringLiteral("test")}
                                        + more,
                                    QProcessEnvironment::systemEnvironment());
        };
        const auto probabilities = explained(made.fileName(), {}).output.trimmed().split('\n');
        const auto logits
            = explained(made.fileName(), {QStringLiteral("--logits")}).output.trimmed().split('\n');
        QCOMPARE(probabilities.size(), qsizetype(175));
        QCOMPARE(logits.size(), probabilities.size());
        for (qsizetype i = 0; i < logits.size(); ++i) {
            const auto of = nlohmann::json::parse(probabilities[i].toStdString());
            const auto as = nlohmann::json::parse(logits[i].toStdString());
            QVERIFY(!of.contains("scale") && as["scale"] == "logits");
            double sum = 0.0;
            for (const auto& [set, term] : as["m"].items())
                sum += term.get<double>();
            QVERIFY(std::abs(sum - as["f"]["tav"].get<double>() + as["f"][""].get<double>()) < 1e-6);
            for (const auto& [set, value] : as["f"].items())
                QVERIFY(std::abs(1.0 / (1.0 + std::exp(-value.get<double>())) - of["f"][set].get<double>())
                        < 1e-5);
        }
        const auto refused = explained(test::demo("model/lmf.safetensors"), {QStringLiteral("--logits")});
        QVERIFY(refused.exitCode != 0 && refused.errors.contains("nothing bounds"));
    }

    /// A sigmoid at the end of a model bounds its values: what it adds up lies before that.
    void logitsOfBoundedValuesAreWhatTheModelAddsUp()
    {
        const QTemporaryDir folder;
        const QString model = folder.filePath(QStringLiteral("bounded.safetensors"));
        const auto run = [](const QStringList& arguments) {
            return test::runProgram(QStringLiteral("polylogue-models"), arguments,
                                    QProcessEnvironment::systemEnvironment());
        };
        const auto trained
            = run({QStringLiteral("train"), test::demo("model/train.json"), QStringLiteral("--out"), model,
                   QStringLiteral("--set"), QStringLiteral("training.epochs=1"), QStringLiteral("--set"),
                   QStringLiteral("alone=false"), QStringLiteral("--set"),
                   QStringLiteral(
                       R"(model={"class": "TFN", "h_l": 4, "h_a": 4, "h_v": 4, "text_out": 4, "post": 8,)"
                       R"( "out": "scaled_sigmoid"})")});
        QVERIFY2(trained.exitCode == 0, trained.errors);
        const auto explained = [&](const QStringList& more) {
            return run(QStringList{QStringLiteral("explain"), model, QStringLiteral("--dataset"),
                                   test::demo("dataset.json"), QStringLiteral("--json"),
                                   QStringLiteral("--fold"), QStringLiteral("test")}
                       + more)
                .output.trimmed()
                .split('\n');
        };
        const auto values = explained({}), logits = explained({QStringLiteral("--logits")});
        QCOMPARE(values.size(), qsizetype(175));
        QCOMPARE(logits.size(), values.size());
        for (qsizetype i = 0; i < logits.size(); ++i) {
            const auto of = nlohmann::json::parse(values[i].toStdString());
            const auto as = nlohmann::json::parse(logits[i].toStdString());
            QVERIFY(!of.contains("scale") && as["scale"] == "logits");
            for (const auto& [set, value] : as["f"].items()) {
                const double bounded = 6.0 / (1.0 + std::exp(-value.get<double>())) - 3.0;
                QVERIFY(std::abs(bounded - of["f"][set].get<double>()) < 1e-5);
            }
        }
    }

    void aRunGoesOnBehindWhatItSkips()
    {
        const ExplainedDataset all = lines({});
        const ExplainedDataset rest = lines({QStringLiteral("--skip"), QStringLiteral("150"),
                                             QStringLiteral("--together"), QStringLiteral("1")});
        QCOMPARE(rest.expected, std::size_t{160});
        QCOMPARE(rest.segments.size(), std::size_t{10});
        for (std::size_t i = 0; i < 10; ++i) {
            QCOMPARE(rest.segments[i].id, all.segments[150 + i].id);
            QVERIFY(std::abs(rest.segments[i].prediction(0) - all.segments[150 + i].prediction(0)) < 1e-4);
        }
    }

    void aModelOfRecordingsIsRefused()
    {
        const test::ProgramResult result = run(test::demo("models/fv2es.safetensors"), {});
        QVERIFY(result.exitCode != 0);
        QVERIFY2(result.errors.contains("sees pictures"), result.errors.constData());
    }

    void linesNeedADataset()
    {
        const test::ProgramResult result = test::runProgram(
            QStringLiteral("polylogue-models"),
            QStringList{QStringLiteral("explain"), test::demo("model/lmf.safetensors"),
                        QStringLiteral("--data"), QStringLiteral("x.h5"), QStringLiteral("--lines")},
            QProcessEnvironment::systemEnvironment());
        QVERIFY(result.exitCode != 0);
        QVERIFY(result.errors.contains("--lines is for --dataset"));
    }

private:
    static test::ProgramResult run(const QString& model, const QStringList& more)
    {
        return test::runProgram(QStringLiteral("polylogue-models"),
                                QStringList{QStringLiteral("explain"), model, QStringLiteral("--dataset"),
                                            test::demo("dataset.json"), QStringLiteral("--lines")}
                                    + more,
                                QProcessEnvironment::systemEnvironment());
    }
    static ExplainedDataset lines(const QStringList& more)
    {
        ExplainedDataset dataset;
        for (const QByteArray& line : run(test::demo("model/lmf.safetensors"), more).output.split('\n')) {
            if (!line.isEmpty())
                takeExplanationLine(line.toStdString(), dataset);
        }
        return dataset;
    }
};

QTEST_GUILESS_MAIN(ExplainLinesCommand)
#include "tst_explain_lines.moc"
