#include "app/training/training_rows.h"

#include "app/snapshot/label_titles.h"
#include "engine/annotation/listening_tier.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

using engine::LabelToLearn;

constexpr std::size_t kMostBars = 9; // of how labels spread

struct TrainingRowTexts {
    Q_DECLARE_TR_FUNCTIONS(app::TrainingRowTexts)
};

QString plain(const std::string& text)
{
    return QString::fromStdString(text);
}

/// How the values spread: by class, or in equal steps from the least to the greatest.
std::vector<int> spreadOf(const LabelToLearn& label, double low, double high)
{
    const std::size_t bars = label.classes.empty() ? 7 : std::min(kMostBars, label.classes.size());
    std::vector<int> counts(bars);
    for (const double value : label.values) {
        if (std::isnan(value))
            continue;
        const double place = label.classes.empty()
            ? (high > low ? (value - low) / (high - low) * static_cast<double>(bars) : 0.0)
            : value;
        ++counts[std::min(bars - 1, static_cast<std::size_t>(std::max(0.0, place)))];
    }
    return counts;
}

QString whatOf(const LabelToLearn& label)
{
    return label.classes.empty()
        ? plain(label.name)
        : TrainingRowTexts::tr("%1, %n classes", nullptr, static_cast<int>(label.classes.size()))
              .arg(plain(label.name));
}

QString segmentsOf(const LabelToLearn& label)
{
    return TrainingRowTexts::tr("%1 of %n segment(s)", nullptr, static_cast<int>(label.values.size()))
        .arg(label.labelled());
}

QString countedVideos(const LabelToLearn& label)
{
    return TrainingRowTexts::tr("%n video(s)", nullptr, static_cast<int>(label.labelledVideos()));
}

QString withoutText(int segments)
{
    return TrainingRowTexts::tr("%n without", nullptr, segments);
}

QString columnsText(std::size_t columns)
{
    return TrainingRowTexts::tr("%n column(s)", nullptr, static_cast<int>(columns));
}

}

/// Whether it is a number that the labelled segments themselves have.
bool isOfSegments(const LabelToLearn& label)
{
    return label.tier == engine::kLabelsTier && label.by == LabelToLearn::By::Segments
        && label.classes.empty();
}

widgets::LearnRow learnRowOf(const LabelToLearn& label)
{
    widgets::LearnRow row;
    const bool isKnown
        = label.tier == engine::kLabelsTier || label.tier == label.name; // from the rest of the row
    row.title = isKnown || label.by == LabelToLearn::By::Segments
        ? labelOwner(label)
        : QStringLiteral("%1 · %2").arg(labelOwner(label), plain(label.tier));
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : label.values) {
        if (!std::isnan(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    row.what = whatOf(label);
    if (label.classes.empty()) {
        row.detail
            = QStringLiteral("%1 … %2").arg(widgets::shownNumber(low, 3), widgets::shownNumber(high, 3));
        row.isDiverging = low < 0.0 && high > 0.0;
        const double reach = std::max(std::abs(low), std::abs(high));
        row.spread = row.isDiverging ? spreadOf(label, -reach, reach) : spreadOf(label, low, high);
    } else {
        QStringList classes;
        for (const std::string& term : label.classes)
            classes << plain(term);
        row.detail = classes.join(QStringLiteral(", "));
        row.spread = spreadOf(label, 0, 0);
    }
    row.segments = segmentsOf(label);
    row.videos = countedVideos(label);
    return row;
}

std::vector<widgets::SourceRow> sourceRowsOf(const TrainingMaterial& material, const LabelToLearn* label,
                                             const std::vector<widgets::SourceRow>& before)
{
    std::vector<widgets::SourceRow> rows;
    for (const TrainingMaterial::Source& source : material.sources) {
        widgets::SourceRow row;
        row.name = plain(source.key);
        row.detail = columnsText(source.columns);
        row.modality = source.modality;
        if (label) {
            row.covered = static_cast<int>(labelledIn(*label, source.videos));
            row.total = static_cast<int>(label->labelled());
            if (*row.covered < row.total)
                row.note = withoutText(row.total - *row.covered);
        }
        const auto known = std::ranges::find(before, row.name, &widgets::SourceRow::name);
        const bool isSilent = label && engine::isOfListeners(label->tier) // who listens says nothing
            && source.modality != engine::Modality::Visual;
        if (isSilent && row.note.isEmpty())
            row.note = TrainingRowTexts::tr("who listens says nothing");
        row.isChecked = known == before.end() ? source.isUsual && !isSilent : known->isChecked;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<widgets::SplitVideo> splitVideosOf(const LabelToLearn& label, const TrainingMaterial& material,
                                               const engine::FoldLists& folds)
{
    std::map<std::string, std::string> parts;
    for (const auto& [part, listed] : folds) {
        for (const std::string& video : listed)
            parts[video] = part;
    }
    std::vector<int> all(label.segments->videos.size());
    for (const std::size_t video : label.segments->videoOf)
        ++all[video];
    const std::vector<std::size_t> labelled = label.labelledByVideo();
    std::vector<widgets::SplitVideo> videos;
    for (std::size_t place = 0; place < all.size(); ++place) {
        const std::string& video = label.segments->videos[place];
        const auto speaker = material.speakers.find(video);
        videos.push_back({plain(video),
                          speaker == material.speakers.end() ? QString() : plain(speaker->second), all[place],
                          static_cast<int>(labelled[place]),
                          parts.contains(video) ? parts[video] : std::string()});
    }
    return videos;
}

}
