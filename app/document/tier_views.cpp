#include "app/document/tier_views.h"

#include "engine/annotation/layers.h"

#include <cmath>

namespace app {

bool holds(const engine::Interval& span, double seconds)
{
    const engine::TimePoint start = engine::TimePoint::ofSeconds(span.start);
    const engine::TimePoint end = engine::TimePoint::ofSeconds(span.end);
    const engine::TimePoint moment = engine::TimePoint::ofSeconds(seconds);
    return moment == start || (start < moment && moment < end);
}

std::string freeTierName(const engine::Annotation& annotation, const std::string& video,
                         const std::string& name)
{
    const std::string wanted = name.empty() ? "tier" : name;
    std::string tried = wanted;
    // Every video has words and labels, also one whose tiers are still in their files.
    for (int number = 2;
         tried == kWordsTier || tried == kLabelsTier || engine::tierCalled(annotation, video, tried);
         ++number)
        tried = wanted + " (" + std::to_string(number) + ")";
    return tried;
}

LabelsView labelsView(const engine::Annotation& annotation, const engine::Tier* tier)
{
    LabelsView view;
    if (!tier)
        return view;
    for (const engine::LabelScheme& label : tier->labels)
        view.names << QString::fromStdString(label.name);
    if (!tier->labels.empty()) {
        if (const auto* scale = std::get_if<engine::NumberScale>(&tier->labels.front().scale))
            view.scale = *scale;
    }
    const std::vector<engine::IntervalIndex::Entry> entries = annotation.byTime(tier->id).all();
    view.rows.features = engine::FeatureMatrix(entries.size(), tier->labels.size());
    for (std::size_t row = 0; row < entries.size(); ++row) {
        const engine::Segment& segment = *annotation.segment(entries[row].id);
        view.rows.intervals.push_back({segment.start.seconds(), segment.end.seconds()});
        view.ids.push_back(segment.id);
        view.texts << QString::fromStdString(segment.text).simplified();
        QStringList terms;
        for (const engine::LabelScheme& label : tier->labels) {
            if (const std::string* term = engine::termGiven(segment, label.name))
                terms << QString::fromStdString(*term);
        }
        view.terms << terms.join(QStringLiteral(", "));
        for (std::size_t column = 0; column < tier->labels.size(); ++column) {
            const auto number = engine::numberGiven(segment, tier->labels[column].name);
            view.rows.features.at(row, column) = number ? static_cast<float>(*number) : std::nanf("");
        }
    }
    return view;
}

SpansView spansView(const engine::Annotation& annotation, const engine::Tier* tier)
{
    SpansView view;
    if (!tier)
        return view;
    for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier->id).all()) {
        const engine::Segment& segment = *annotation.segment(entry.id);
        view.intervals.push_back({segment.start.seconds(), segment.end.seconds()});
        view.ids.push_back(entry.id);
    }
    return view;
}

}
