#include <QTest>

#include <cmath>
#include <limits>
#include <random>

#include "tests/support/sequences.h"
#include "tests/support/steps.h"

using namespace engine;

namespace {

using enum ElementType;
constexpr double epsilon = 1e-5;

/// Draws intervals that are unsorted, overlapping, nested, doubled, inverted, without length, with gaps, with
/// NaN, and apart or together by about an epsilon.
class IntervalGenerator {
public:
    explicit IntervalGenerator(unsigned seed) : m_random(seed) { }

    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }

    IntervalArray draw(int most)
    {
        IntervalArray array{m_types[static_cast<std::size_t>(below(4))], {}};
        for (int rows = below(most + 1); rows > 0; --rows)
            array.values.push_back({time(array.type), time(array.type)});
        return array;
    }

private:
    double time(ElementType type)
    {
        const int base = below(12);
        if (isInteger(type))
            return base;
        if (below(30) == 0)
            return std::numeric_limits<double>::quiet_NaN();
        constexpr std::array nudges{0.0,      0.0,         0.0, 0.5 * epsilon, -0.5 * epsilon, epsilon,
                                    -epsilon, 2 * epsilon, 0.3};
        const double exact = base + nudges[static_cast<std::size_t>(below(nudges.size()))];
        return type == Float32 ? static_cast<double>(static_cast<float>(exact)) : exact;
    }

    static constexpr std::array m_types{Float64, Float64, Float32, Int32};
    std::mt19937 m_random;
};

template <typename T>
bool meet(Interval row, Interval reference)
{
    return T(reference.end) - T(row.start) > -T(epsilon) && T(row.end) - T(reference.start) > -T(epsilon);
}

template <typename T>
std::optional<Interval> clip(Interval row, Interval reference)
{
    const T start = std::max(T(row.start), T(reference.start));
    const T end = std::min(T(row.end), T(reference.end));
    if (std::abs(start - end) > T(epsilon))
        return Interval{static_cast<double>(start), static_cast<double>(end)};
    return std::nullopt;
}

/// Numbers of the rows that one reference interval receives, and what is left of them: looks at every row, in
/// the order of their starts, as the SDK does.
struct Received {
    std::vector<float> rows;
    std::vector<Interval> clipped;
};

Received slowly(Interval reference, ElementType referenceType, const Entry& source)
{
    const IntervalArray& intervals = source.intervals;
    std::vector<std::size_t> order(intervals.rows());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto key = [&](std::size_t row) {
        const double start = intervals.values[row].start;
        return std::isnan(start) ? std::numeric_limits<double>::infinity() : start;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });

    const bool single = intervals.type == Float32 && referenceType == Float32;
    Received received;
    for (const std::size_t row : order) {
        const Interval interval = intervals.values[row];
        if (!(single ? meet<float>(interval, reference) : meet<double>(interval, reference)))
            continue;
        const auto left = intervals.type == Float32 ? clip<float>(interval, reference)
                                                    : clip<double>(interval, reference);
        if (left) {
            received.rows.push_back(std::get<std::vector<float>>(source.features.values)[row]);
            received.clipped.push_back(*left);
        }
    }
    return received;
}

bool isSkipped(Interval reference)
{
    return std::abs(reference.start - reference.end) < epsilon;
}

}

class TestAlignAtRandom : public QObject {
    Q_OBJECT

private slots:
    void theResultIsThatOfTheObviousAlgorithm()
    {
        IntervalGenerator generator(20);
        std::size_t compared = 0;
        for (int round = 0; round < 3000; ++round) {
            const IntervalArray reference = generator.draw(8);
            const IntervalArray times = generator.draw(12);
            const Entry source = test::numbered(times.values, times.type);
            const Dataset aligned = test::align(
                {{"r", test::sequence("r", {{"v", test::numbered(reference.values, reference.type)}})},
                 {"s", test::sequence("s", {{"v", source}})}},
                {"r", {}});
            for (std::size_t k = 0; k < reference.rows(); ++k) {
                const std::string id = "v[" + std::to_string(k) + "]";
                const Received expected = isSkipped(reference.values[k])
                    ? Received{}
                    : slowly(reference.values[k], reference.type, source);
                QCOMPARE(aligned[0].second.contains(id), !isSkipped(reference.values[k]));
                QCOMPARE(aligned[1].second.contains(id), !expected.rows.empty());
                if (expected.rows.empty())
                    continue;
                const Entry entry = aligned[1].second.entry(id);
                QCOMPARE(std::get<std::vector<float>>(entry.features.values), expected.rows);
                QVERIFY(entry.intervals.values == expected.clipped);
                ++compared;
            }
        }
        QVERIFY(compared > 3000);
    }

    void segmentsOfASourceCountAsOneVideo()
    {
        IntervalGenerator generator(21);
        for (int round = 0; round < 300; ++round) {
            const IntervalArray reference = generator.draw(6);
            const std::vector<Interval> times = generator.draw(12).values;
            const auto half = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
            Entry first = test::numbered({times.begin(), half});
            Entry second = test::numbered({half, times.end()});
            for (float& number : std::get<std::vector<float>>(second.features.values))
                number += static_cast<float>(times.size() / 2);
            const auto alignedTo = [&](const ComputationalSequence& source) {
                return test::align(
                           {{"r",
                             test::sequence("r", {{"v", test::numbered(reference.values, reference.type)}})},
                            {"s", source}},
                           {"r", {}})[1]
                    .second;
            };
            const auto whole = alignedTo(test::sequence("s", {{"v", test::numbered(times)}}));
            const auto parts = alignedTo(test::sequence("s", {{"v[4]", first}, {"v[7]", second}}));
            QCOMPARE(parts.ids(), whole.ids());
            for (const std::string& id : whole.ids())
                QVERIFY(parts.entry(id) == whole.entry(id));
        }
    }
};

QTEST_GUILESS_MAIN(TestAlignAtRandom)
#include "tst_align_at_random.moc"
