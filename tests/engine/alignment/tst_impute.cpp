#include "engine/alignment/impute.h"

#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace {

/// Words v[0] … v[5] of one second each; the sequence `a` has rows for 1 (value 10) and 4 (value 40).
VideoPart example(ElementType type = ElementType::Float32)
{
    VideoPart part{"v", {SequencePart("words"), SequencePart("a")}};
    for (int k = 0; k < 6; ++k)
        part.sequences[0].add("v[" + std::to_string(k) + "]", {test::numbered({{k * 1.0, k + 1.0}}), {}});
    for (const int k : {1, 4}) {
        Entry entry{{ElementType::Float64, {{k * 1.0, k + 1.0}}}, {type, {1, 1}, {}}};
        if (isInteger(type))
            entry.features.values = std::vector<std::int64_t>{k * 10};
        else
            entry.features.values = std::vector<float>{static_cast<float>(k) * 10.0F};
        part.sequences[1].add("v[" + std::to_string(k) + "]", {entry, {}});
    }
    return part;
}

std::vector<std::optional<RowPattern>> patterns(ElementType type = ElementType::Float32)
{
    return {RowPattern{ElementType::Float32, {1}}, RowPattern{type, {1}}};
}

/// The value of `a` for each word.
std::vector<double> valuesOf(const VideoPart& part)
{
    std::vector<double> values;
    for (int k = 0; k < 6; ++k) {
        const SequencePart& sequence = part.sequences[1];
        const SequencePart::Piece* piece = sequence.find("v[" + std::to_string(k) + "]");
        std::visit(
            [&](const auto& all) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(all)>, std::vector<std::string>>)
                    values.push_back(static_cast<double>(all.front()));
            },
            sequence.rows(*piece).copy().features.values);
    }
    return values;
}

}

class TestImpute : public QObject {
    Q_OBJECT

private slots:
    void eachFillGivesItsRows_data()
    {
        QTest::addColumn<Fill>("fill");
        QTest::addColumn<std::vector<double>>("expected");
        QTest::newRow("zeros") << Fill::Zeros << std::vector<double>{0, 10, 0, 0, 40, 0};
        QTest::newRow("ones") << Fill::Ones << std::vector<double>{1, 10, 1, 1, 40, 1};
        QTest::newRow("mean") << Fill::Mean << std::vector<double>{25, 10, 25, 25, 40, 25};
        QTest::newRow("linear") << Fill::Linear << std::vector<double>{10, 10, 20, 30, 40, 40};
        QTest::newRow("hold") << Fill::Hold << std::vector<double>{10, 10, 10, 10, 40, 40};
        QTest::newRow("nearest") << Fill::Nearest << std::vector<double>{10, 10, 10, 40, 40, 40};
    }

    void eachFillGivesItsRows()
    {
        QFETCH(const Fill, fill);
        QFETCH(const std::vector<double>, expected);
        VideoPart part = example();
        const auto filled = impute(part, {"words", {{"a", fill}}}, patterns());
        QCOMPARE(valuesOf(part), expected);
        QCOMPARE(filled.at("a"), std::size_t(4));
        for (int k = 0; k < 6; ++k) { // what was measured is not marked, all else is
            const SequencePart::Piece* piece = part.sequences[1].find("v[" + std::to_string(k) + "]");
            const FillMark mark = part.sequences[1].blocks[piece->block].mark(piece->first);
            QCOMPARE(std::string(name(mark)), k == 1 || k == 4 ? std::string("measured") : name(fill));
        }
    }

    void filledRowsHaveTheReferencesIntervals()
    {
        VideoPart part = example();
        impute(part, {"words", {}}, patterns());
        const SequencePart::Piece* piece = part.sequences[1].find("v[3]");
        QVERIFY((part.sequences[1].rows(*piece).copy().intervals.values == std::vector<Interval>{{3, 4}}));
    }

    void intervalsKeepTheirTypeWhenTheReferencesEntriesDiffer()
    {
        VideoPart part{"v", {SequencePart("words"), SequencePart("a")}};
        part.sequences[0].add("v[0]", {test::numbered({{0.1, 1.1}}), {}});
        part.sequences[0].add("v[1]", {test::numbered({{1.5, 2.5}}, ElementType::Float32), {}});
        impute(part, {"words", {}}, patterns());
        const Entry first = part.sequences[1].rows(*part.sequences[1].find("v[0]")).copy();
        const Entry second = part.sequences[1].rows(*part.sequences[1].find("v[1]")).copy();
        QVERIFY((first.intervals == IntervalArray{ElementType::Float64, {{0.1, 1.1}}}));
        QVERIFY((second.intervals == IntervalArray{ElementType::Float32, {{1.5, 2.5}}}));
    }

    void integersStayIntegers()
    {
        VideoPart part = example(ElementType::Int16);
        impute(part, {"words", {{"*", Fill::Linear}}}, patterns(ElementType::Int16));
        QCOMPARE(valuesOf(part), (std::vector<double>{10, 10, 20, 30, 40, 40}));
        QVERIFY(part.sequences[1].blocks.back().entry.features.type == ElementType::Int16);
    }

    void filledRowsAreNothingToGoBy()
    {
        VideoPart part = example();
        impute(part, {"words", {{"a", Fill::Zeros}}}, patterns());
        part.sequences[0].add("v[6]", {test::numbered({{6, 7}}), {}});
        impute(part, {"words", {{"a", Fill::Hold}}}, patterns());
        const SequencePart::Piece* piece = part.sequences[1].find("v[6]");
        QVERIFY((part.sequences[1].rows(*piece).copy().features == test::floats(1, {40})));
    }

    void withoutAnyRowThereAreZerosAndTheyAreMarkedSo()
    {
        VideoPart part = example();
        part.sequences[1].clear();
        impute(part, {"words", {{"a", Fill::Mean}}}, patterns());
        QCOMPARE(valuesOf(part), (std::vector<double>(6, 0.0)));
        QVERIFY(part.sequences[1].blocks.back().mark(0) == FillMark::Zeros);
    }

    void aSequenceWithoutAnyEntryAnywhereStaysEmpty()
    {
        VideoPart part = example();
        part.sequences[1].clear();
        impute(part, {"words", {}}, {RowPattern{}, std::nullopt});
        QVERIFY(part.sequences[1].pieces.empty());
    }

    void textIsRefused()
    {
        VideoPart part = example();
        const std::string failure = test::failureOf([&] {
            impute(part, {"words", {}}, patterns(ElementType::Text));
        });
        QVERIFY2(failure.starts_with("data_invalid: a, v[0]: Text cannot be imputed"), failure.c_str());
    }

    void namesAreKnownBothWays()
    {
        for (const Fill fill : {Fill::Zeros, Fill::Ones, Fill::Mean, Fill::Linear, Fill::Hold, Fill::Nearest})
            QVERIFY(parseFill(name(fill)) == fill);
        QVERIFY(test::failureOf([] { parseFill("twos"); }).starts_with("recipe_invalid"));
    }
};

QTEST_GUILESS_MAIN(TestImpute)
#include "tst_impute.moc"
