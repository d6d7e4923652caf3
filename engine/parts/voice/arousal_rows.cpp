#include "engine/parts/voice/arousal_rows.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kHop = 1.0; // seconds
constexpr double kHeard = 2.0;

double endOf(const FeatureRows& rows)
{
    return rows.intervals.empty() ? 0.0 : rows.intervals.back().end;
}

}

std::vector<FeatureColumn> arousalColumns()
{
    return {{"arousal"}, {"voiced", "s"}, {"known"}};
}

std::vector<VoiceStretch> voiceOfRecording(const FeatureRows& egemaps25, const FeatureRows& spectral)
{
    std::vector<Interval> spans;
    for (double start = 0.0; start < endOf(egemaps25); start += kHeard)
        spans.push_back({start, std::min(start + kHeard, endOf(egemaps25))});
    return voiceStretches(egemaps25, spectral, spans);
}

FeatureRows arousalRows(const FeatureRows& egemaps25, const FeatureRows& spectral, const ArousalModel& model)
{
    const std::optional<UsualVoice> usual = model.usualVoice(voiceOfRecording(egemaps25, spectral));
    const double end = endOf(egemaps25);
    FeatureRows rows{arousalColumns(), {}, {}};
    std::vector<Interval> heard;
    for (double start = 0.0; start < end; start += kHop) {
        const Interval row{start, std::min(start + kHop, end)};
        const double middle = (row.start + row.end) / 2.0;
        rows.intervals.push_back(row);
        heard.push_back({std::max(0.0, middle - kHeard / 2.0), std::min(middle + kHeard / 2.0, end)});
    }
    rows.values = FeatureMatrix(heard.size(), rows.columns.size());
    const std::vector<VoiceStretch> stretches = voiceStretches(egemaps25, spectral, heard);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const std::optional<double> arousal = model.arousalOf(stretches[i], usual);
        rows.values.at(i, 0) = static_cast<float>(arousal.value_or(0.0));
        rows.values.at(i, 1) = static_cast<float>(stretches[i].voiced);
        rows.values.at(i, 2) = usual && arousal ? 1.0F : 0.0F;
    }
    return rows;
}

}
