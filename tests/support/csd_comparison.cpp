#include "tests/support/csd_comparison.h"

#include "engine/sequences/csd_file.h"

#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine::test {

namespace {

int kind(ElementType type)
{
    return isFloat(type) ? 0 : isInteger(type) ? 1 : 2;
}

bool sameNumber(double expected, double actual)
{
    return expected == actual || (std::isnan(expected) && std::isnan(actual));
}

std::vector<double> numbers(const FeatureArray::Values& values)
{
    return std::visit(
        [](const auto& from) {
            if constexpr (std::is_same_v<std::decay_t<decltype(from)>, std::vector<std::string>>)
                return std::vector<double>{};
            else
                return std::vector<double>(from.begin(), from.end());
        },
        values);
}

/// What may differ in absolute terms: a share of the largest finite magnitude.
double tolerance(const std::vector<double>& expected, ElementType type)
{
    double largest = 1e-30;
    for (const double value : expected) {
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(value));
    }
    return largest * (type == ElementType::Float32 || type == ElementType::Float16 ? 1e-6 : 1e-9);
}

bool sameFeatures(const FeatureArray& expected, const FeatureArray& actual)
{
    if (isText(expected.type))
        return expected.values == actual.values;
    const std::vector<double> wanted = numbers(expected.values);
    const std::vector<double> given = numbers(actual.values);
    const double absolute = tolerance(wanted, expected.type);
    return std::equal(wanted.begin(), wanted.end(), given.begin(), given.end(), [&](double e, double a) {
        return sameNumber(e, a) || std::abs(e - a) <= 1e-6 * std::abs(e) + absolute;
    });
}

bool sameIntervals(const IntervalArray& expected, const IntervalArray& actual)
{
    return std::equal(
        expected.values.begin(), expected.values.end(), actual.values.begin(), actual.values.end(),
        [](Interval e, Interval a) { return sameNumber(e.start, a.start) && sameNumber(e.end, a.end); });
}

class Comparison {
public:
    Comparison(const std::filesystem::path& expected, const std::filesystem::path& actual, bool sameKindOnly)
        : m_expected(expected)
        , m_actual(actual)
        , m_sameKindOnly(sameKindOnly)
    {
    }

    std::vector<std::string> run()
    {
        if (hdf5::File(m_expected.path()).root().names() != hdf5::File(m_actual.path()).root().names())
            report("", "another root group");
        if (m_expected.ids() != m_actual.ids())
            report("",
                   fmt::format("ids {}, expected {}", fmt::join(m_actual.ids(), " "),
                               fmt::join(m_expected.ids(), " ")));
        for (const std::string& id : m_expected.ids()) {
            if (m_actual.contains(id))
                compareEntry(id);
        }
        compareMetadata();
        return std::move(m_differences);
    }

private:
    void report(const std::string& id, const std::string& what)
    {
        m_differences.push_back(fmt::format("{} {}: {}", m_actual.path().filename().string(), id, what));
    }

    void compareType(const std::string& id, const char* part, ElementType expected, ElementType actual)
    {
        if (m_sameKindOnly ? kind(expected) != kind(actual) : expected != actual)
            report(id, fmt::format("{} are {}, expected {}", part, name(actual), name(expected)));
    }

    void compareEntry(const std::string& id)
    {
        const Entry expected = m_expected.entry(id);
        const Entry actual = m_actual.entry(id);
        compareType(id, "intervals", expected.intervals.type, actual.intervals.type);
        compareType(id, "features", expected.features.type, actual.features.type);
        if (expected.features.shape != actual.features.shape)
            report(id,
                   fmt::format("shape {}, expected {}", fmt::join(actual.features.shape, "×"),
                               fmt::join(expected.features.shape, "×")));
        else if (!sameFeatures(expected.features, actual.features))
            report(id, "features differ");
        if (!sameIntervals(expected.intervals, actual.intervals))
            report(id, "intervals differ");
    }

    void compareMetadata()
    {
        static const std::set<std::string> ignored{"uuid", "md5",
                                                   "dimension namescomputational sequence version"};
        if (!m_actual.metadata().contains("uuid"))
            report("", "no uuid");
        for (const auto& [field, value] : m_expected.metadata()) {
            if (ignored.contains(field))
                continue;
            const auto found = m_actual.metadata().find(field);
            if (found == m_actual.metadata().end() || found->second != value)
                report("", "another metadata field " + field);
        }
    }

    CsdFile m_expected;
    CsdFile m_actual;
    bool m_sameKindOnly;
    std::vector<std::string> m_differences;
};

}

std::vector<std::string> differences(const std::filesystem::path& expected,
                                     const std::filesystem::path& actual, bool sameKindOnly)
{
    return Comparison(expected, actual, sameKindOnly).run();
}

std::vector<std::string> tensorDifferences(const std::filesystem::path& expected,
                                           const std::filesystem::path& actual)
{
    std::vector<std::string> failures;
    const hdf5::File wanted(expected);
    const hdf5::File given(actual);
    for (const std::string& fold : wanted.root().names()) {
        const hdf5::Group folds = wanted.root().group(fold);
        for (const std::string& sequence : folds.names()) {
            const hdf5::Dataset e = folds.dataset(sequence);
            const hdf5::Dataset a = given.root().group(fold).dataset(sequence);
            const FeatureArray left{e.shape().type, e.shape().extents, e.read()};
            const FeatureArray right{a.shape().type, a.shape().extents, a.read()};
            const bool bothEmpty = left.rows() == 0 && right.rows() == 0;
            if (!bothEmpty
                && (left.type != right.type || left.shape != right.shape || !sameFeatures(left, right)))
                failures.push_back(fmt::format("{}/{} differs", fold, sequence));
        }
    }
    return failures;
}

}
