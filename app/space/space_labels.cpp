#include "app/space/space_labels.h"

#include "app/snapshot/label_titles.h"
#include "widgets/base/class_colours.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

using engine::LabelToLearn;

constexpr double kShared = 1e-4; // seconds: neighbours that touch share less

}

SpaceLabels::SpaceLabels(std::vector<LabelToLearn> labels, QHash<QString, QColor> colours)
    : m_labels(std::move(labels))
    , m_colours(std::move(colours))
{
    for (const LabelToLearn& label : m_labels) {
        (label.classes.empty() ? m_numbers : m_classes) << labelTitle(label);
        const engine::SegmentPlaces& places = *label.segments;
        Rows& rows = m_rows[&places];
        if (!rows.empty())
            continue;
        for (std::size_t row = 0; row < places.videoOf.size(); ++row) {
            const auto [known, isNew] = rows.try_emplace(places.videos[places.videoOf[row]], row, row);
            known->second.second = row + 1;
        }
    }
}

QHash<QString, QColor> termColours(const engine::Annotation& annotation)
{
    QHash<QString, QColor> colours;
    for (const auto& [id, tier] : annotation.tiers()) {
        for (const engine::LabelScheme& label : tier.labels) {
            const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale);
            for (std::size_t i = 0; vocabulary && i < vocabulary->terms.size(); ++i)
                colours.insert(QString::fromStdString(vocabulary->terms[i].name),
                               widgets::termColour(vocabulary->terms[i], static_cast<int>(i)));
        }
    }
    return colours;
}

void SpaceLabels::tell(widgets::SpacePoint& point) const
{
    point.labels.clear();
    point.classes.clear();
    const std::string video = point.video.toStdString();
    for (const LabelToLearn& label : m_labels) {
        const Rows& rows = m_rows.at(label.segments.get());
        const auto found = rows.find(video);
        const auto [first, last]
            = found == rows.end() ? std::pair<std::size_t, std::size_t>() : found->second;
        std::map<double, double> shared; // seconds by value
        for (std::size_t row = first; row < last; ++row) {
            const double overlap = label.segments->spans[row].overlap({point.start, point.end});
            if (overlap > kShared && !std::isnan(label.values[row]))
                shared[label.values[row]] += overlap;
        }
        if (!label.classes.empty()) {
            const auto most
                = std::ranges::max_element(shared, {}, [](const auto& one) { return one.second; });
            point.classes.push_back(shared.empty() ? QString()
                                                   : QString::fromStdString(label.classes.at(
                                                       static_cast<std::size_t>(most->first))));
            continue;
        }
        double sum = 0.0, seconds = 0.0;
        for (const auto& [value, overlap] : shared) {
            sum += value * overlap;
            seconds += overlap;
        }
        point.labels.push_back(seconds > 0.0 ? static_cast<float>(sum / seconds)
                                             : std::numeric_limits<float>::quiet_NaN());
    }
}

}
