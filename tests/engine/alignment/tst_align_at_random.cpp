#include <QTest>

#include <bit>
#include <cmath>
#include <cstring>
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

template <typename T>
bool sameBits(const std::vector<T>& a, const std::vector<T>& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
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

    void theMeanOfOneRowIsThatRowBitForBit()
    {
        std::mt19937 random(22);
        std::vector<float> values;
        while (values.size() < 20000) {
            const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
            if (!std::isnan(value)) // a signalling NaN becomes a quiet one
                values.push_back(value);
        }
        values.push_back(-0.0F);
        std::vector<Interval> times(values.size());
        for (std::size_t i = 0; i < times.size(); ++i)
            times[i] = {static_cast<double>(i), static_cast<double>(i) + 1};
        const Entry narrow{{Float64, times}, test::floats(1, values)};
        const Entry wide{{Float64, times}, test::doubles({values.begin(), values.end()})};
        const Dataset aligned = test::revert(test::align(
            {{"r", test::sequence("r", {{"v", narrow}})}, {"s", test::sequence("s", {{"v", wide}})}},
            {"r", {{"*", {CollapseFunction{"mean"}}}}}));
        QVERIFY(sameBits(std::get<std::vector<float>>(aligned[0].second.entry("v").features.values), values));
        QVERIFY(sameBits(std::get<std::vector<double>>(aligned[1].second.entry("v").features.values),
                         std::get<std::vector<double>>(wide.features.values)));
    }

    void rowsThatAreKeptOnceSurviveAlignAndRevert()
    {
        IntervalGenerator generator(23);
        for (int round = 0; round < 500; ++round) {
            // Words side by side, and frames of which each lies in one of them.
            IntervalArray words{Float64, {}};
            IntervalArray frames{Float64, {}};
            for (int word = 0; word < 5; ++word) {
                words.values.push_back({word * 1.0, word + 1.0});
                for (int frame = 1 + generator.below(4); frame > 0; --frame)
                    frames.values.push_back({word + 0.1 * generator.below(4), word + 0.6});
            }
            const Entry source = test::numbered(frames.values);
            const Dataset back
                = test::revert(test::align({{"r", test::sequence("r", {{"v", test::numbered(words.values)}})},
                                            {"s", test::sequence("s", {{"v", source}})}},
                                           {"r", {}}));
            const Dataset sorted = test::sort({{"s", test::sequence("s", {{"v", source}})}});
            QVERIFY(back[1].second.entry("v") == sorted[0].second.entry("v"));
            QVERIFY(back[0].second.entry("v").intervals == words);
        }
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
