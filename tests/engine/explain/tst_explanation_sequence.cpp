#include "engine/explain/explanation_sequence.h"
#include "engine/sequences/csd_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "tests/support/cli.h"
#include "tests/support/failure.h"

using namespace engine;

/// What a model does with each segment, as a computational sequence.
class TestExplanationSequence : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static ExplainedDataset dataset()
    {
        ExplainedDataset made;
        made.provenance.model = "lmf.safetensors";
        made.provenance.absent = "zero";
        made.outputs = {{"sentiment", -3.0, 3.0, 6.0}};
        const auto add = [&](const char* id, Interval span, std::optional<double> label, double scale) {
            ExplainedSegment segment{id, "", span, "", {}, {label}, {}};
            std::array<double, kCoalitions>
                values{}; // f(S) = scale × the sum of 1, 2, 4 that are in S, squared
            for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
                values[coalition] = scale * coalition * coalition;
            segment.values = {values};
            made.segments.push_back(segment);
        };
        add("b[0]", {0, 1}, 2.0, 1.0);
        add("a[1]", {3, 4}, std::nullopt, 0.5);
        add("a[0]", {1, 2.5}, -1.0, 0.25);
        return made;
    }
    static double number(const Entry& entry, std::size_t row, std::size_t column)
    {
        return entry.features.toMatrix().at(row, column);
    }

private slots:
    void rowsAreSegmentsInTheOrderOfTheirTimes()
    {
        const ComputationalSequence sequence = explanationSequence(dataset());
        QCOMPARE(sequence.rootName(), std::string("interaction_terms"));
        QCOMPARE(sequence.ids(), (std::vector<std::string>{"a", "b"}));
        const Entry entry = sequence.entry("a");
        QVERIFY((entry.intervals.values == std::vector<Interval>{{1, 2.5}, {3, 4}}));
        QCOMPARE(number(entry, 0, 0), -1.0);
        QVERIFY(std::isnan(number(entry, 1, 0)));
        QCOMPARE(number(entry, 0, 1), 0.25 * 49); // the prediction
        QCOMPARE(number(entry, 1, 1), 0.5 * 49);
    }

    /// (t + 2a + 4v)²: singles 1, 4, 16; pairs 4, 8, 16; no triple. Shapley: the single and half of its
    /// pairs.
    void termsAreThoseOfTheMap()
    {
        const ComputationalSequence sequence = explanationSequence(dataset());
        const auto names = sequence.metadata().at("dimension names").get<std::vector<std::string>>();
        const std::vector<std::string> expected{"label",     "prediction", "f_none",   "m_t",  "m_a",
                                                "m_v",       "m_ta",       "m_tv",     "m_av", "m_tav",
                                                "shapley_t", "shapley_a",  "shapley_v"};
        const std::vector<double> values{2, 49, 0, 1, 4, 16, 4, 8, 16, 0, 7, 14, 28};
        QCOMPARE(names.size(), expected.size());
        const Entry entry = sequence.entry("b");
        for (std::size_t i = 0; i < names.size(); ++i) {
            QCOMPARE(names[i], "sentiment." + expected[i]);
            QCOMPARE(number(entry, 0, i), values[i]);
        }
        QCOMPARE(sequence.metadata().at("provenance").at("absent").get<std::string>(), std::string("zero"));
    }

    void segmentsWithoutTimesAreRefused()
    {
        ExplainedDataset timeless = dataset();
        timeless.segments[1].span = {};
        QVERIFY(test::failureOf([&] { explanationSequence(timeless); }).starts_with("no_times: a[1]"));
    }

    void theCommandWritesIt()
    {
        const QString file = m_folder.filePath(QStringLiteral("maps.csd"));
        const test::ProgramResult result = test::runProgram(
            QStringLiteral("polylogue-models"),
            {QStringLiteral("explain"), test::demo("model/lmf.safetensors"), QStringLiteral("--dataset"),
             test::demo("dataset.json"), QStringLiteral("--out"), file},
            QProcessEnvironment::systemEnvironment());
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const ComputationalSequence sequence(std::make_shared<const CsdFile>(file.toStdString()));
        QCOMPARE(sequence.ids().size(), std::size_t(30));
        std::size_t rows = 0, labelled = 0;
        for (const std::string& id : sequence.ids()) {
            const FeatureMatrix values = sequence.entry(id).features.toMatrix();
            rows += values.rows;
            for (std::size_t row = 0; row < values.rows; ++row) {
                labelled += std::isfinite(values.at(row, 0)) ? 1 : 0;
                const auto terms = values.row(row).subspan(2, 8); // f_none and the seven terms
                const double sum = std::accumulate(terms.begin(), terms.end(), 0.0);
                QVERIFY(std::abs(sum - static_cast<double>(values.at(row, 1))) < 1e-4);
            }
        }
        QCOMPARE(rows, std::size_t(150));
        QCOMPARE(labelled, std::size_t(150));
        const nlohmann::json from = sequence.metadata().at("provenance");
        QVERIFY(from.at("model").get<std::string>().ends_with("lmf.safetensors"));
        QCOMPARE(from.at("model sha256").get<std::string>().size(), std::size_t(64));
        const test::ProgramResult valid
            = test::runProgram(QStringLiteral("polylogue-cli"), {QStringLiteral("validate"), file},
                               QProcessEnvironment::systemEnvironment());
        QVERIFY2(valid.exitCode == 0, (valid.output + valid.errors).constData());
    }
};

QTEST_GUILESS_MAIN(TestExplanationSequence)
#include "tst_explanation_sequence.moc"
