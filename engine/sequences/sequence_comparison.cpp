#include "engine/sequences/sequence_comparison.h"

#include "engine/sequences/column_names.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

bool isSame(float a, float b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

class Comparison {
public:
    /// @return whether all values are the same
    bool add(const FeatureMatrix& first, const FeatureMatrix& second)
    {
        if (m_result.dimensions.size() < first.columns)
            m_result.dimensions.resize(first.columns);
        bool same = true;
        for (std::size_t row = 0; row < first.rows; ++row) {
            for (std::size_t d = 0; d < first.columns; ++d) {
                DimensionDifference& dimension = m_result.dimensions[d];
                const float a = first.at(row, d);
                const float b = second.at(row, d);
                ++dimension.rows;
                dimension.numbers += std::isfinite(a) && std::isfinite(b) ? 1 : 0;
                if (isSame(a, b))
                    continue;
                same = false;
                ++dimension.different;
                const double distance = std::abs(static_cast<double>(b) - static_cast<double>(a));
                if (!std::isfinite(distance))
                    continue;
                dimension.mean += distance; // their sum, until all are known
                dimension.largest = std::max(dimension.largest, distance);
            }
        }
        return same;
    }

    void compareEntry(const SequenceFile& first, const SequenceFile& second, const std::string& id)
    {
        const FeatureMatrix a = first.features(id).toMatrix();
        const FeatureMatrix b = second.features(id).toMatrix();
        if (a.rows != b.rows || a.columns != b.columns) {
            m_result.otherRows.push_back(id);
            return;
        }
        const bool sameTimes = first.intervals(id).values == second.intervals(id).values;
        const bool sameValues = add(a, b);
        if (!sameTimes)
            m_result.otherTimes.push_back(id);
        if (!sameValues)
            m_result.different.push_back(id);
        m_result.equal += sameTimes && sameValues ? 1 : 0;
    }

    SequenceComparison take(const SequenceFile& first)
    {
        const std::vector<std::string> names = columnNames(first, m_result.dimensions.size()).names;
        for (std::size_t d = 0; d < names.size(); ++d) {
            DimensionDifference& dimension = m_result.dimensions[d];
            dimension.name = names[d];
            dimension.mean
                = dimension.numbers > 0 ? dimension.mean / static_cast<double>(dimension.numbers) : 0.0;
        }
        return std::move(m_result);
    }

    SequenceComparison& result() { return m_result; }

private:
    SequenceComparison m_result;
};

}

SequenceComparison compare(const SequenceFile& first, const SequenceFile& second, const RunContext& run)
{
    Comparison comparison;
    std::size_t done = 0;
    for (const std::string& id : first.ids()) {
        run.tick(done++, first.ids().size());
        if (second.contains(id))
            comparison.compareEntry(first, second, id);
        else
            comparison.result().onlyFirst.push_back(id);
    }
    for (const std::string& id : second.ids()) {
        if (!first.contains(id))
            comparison.result().onlySecond.push_back(id);
    }
    return comparison.take(first);
}

std::optional<FeatureMatrix> differenceOf(const SequenceFile& first, const SequenceFile& second,
                                          const std::string& video)
{
    FeatureMatrix difference = readFeatures(second, video).features;
    const FeatureMatrix base = readFeatures(first, video).features;
    if (difference.rows != base.rows || difference.columns != base.columns)
        return std::nullopt;
    for (std::size_t i = 0; i < difference.values.size(); ++i)
        difference.values[i]
            = isSame(difference.values[i], base.values[i]) ? 0.0F : difference.values[i] - base.values[i];
    return difference;
}

}
