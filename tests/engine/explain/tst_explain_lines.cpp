#include "engine/explain/explanation_lines.h"

#include <QTest>

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
                if (segment.id != json["id"] || json["output"] != "sentiment")
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
