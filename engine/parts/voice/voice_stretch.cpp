#include "engine/parts/voice/voice_stretch.h"

#include "engine/functionals/egemaps_functionals.h"

#include <algorithm>

namespace engine {

namespace {

/// Seconds of the rows with a voice whose middles lie in the span.
double voicedIn(const FeatureRows& egemaps, Interval span)
{
    const std::size_t valid = egemaps.values.columns - 1; // 1 where there is a voice
    const auto middle = [](Interval row) { return (row.start + row.end) / 2.0; };
    const auto first = std::ranges::partition_point(egemaps.intervals,
                                                    [&](Interval row) { return middle(row) < span.start; });
    double voiced = 0.0;
    for (auto row = first; row != egemaps.intervals.end() && middle(*row) < span.end; ++row) {
        if (egemaps.values.at(static_cast<std::size_t>(row - egemaps.intervals.begin()), valid) != 0.0F)
            voiced += row->length();
    }
    return voiced;
}

}

std::vector<VoiceStretch> voiceStretches(const FeatureRows& egemaps25, const FeatureRows& spectral,
                                         std::span<const Interval> spans)
{
    const FeatureRows rows = egemaps88(egemaps25, spectral, spans);
    std::vector<VoiceStretch> stretches;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const std::span<const float> values = rows.values.row(i);
        stretches.push_back({spans[i], voicedIn(egemaps25, spans[i]), {values.begin(), values.end() - 1}});
    }
    return stretches;
}

VoiceStretch wholeStretch(const FeatureRows& egemaps25, const FeatureRows& spectral)
{
    const std::vector<Interval>& rows = egemaps25.intervals;
    const Interval whole{0.0, rows.empty() ? 0.0 : rows.back().end};
    return voiceStretches(egemaps25, spectral, std::span(&whole, 1)).front();
}

std::vector<std::string> voiceFunctionalNames()
{
    std::vector<std::string> names;
    for (const FeatureColumn& column : egemaps88Columns())
        names.push_back(column.name);
    names.pop_back(); // `valid`
    return names;
}

}
