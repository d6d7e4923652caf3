#pragma once

#include "engine/snapshot/labels_to_learn.h"
#include "widgets/space/space_point.h"

#include <map>

namespace app {

/// Every label of a project, by which points can be coloured: those of the labelled segments, of annotators,
/// of a person's own tiers.
class SpaceLabels {
public:
    SpaceLabels() = default;
    explicit SpaceLabels(std::vector<engine::LabelToLearn> labels, QHash<QString, QColor> colours = {});

    const QStringList& numbers() const { return m_numbers; } ///< names of labels that are numbers
    const QStringList& classes() const { return m_classes; } ///< … and of those that are classes
    const QHash<QString, QColor>& colours() const { return m_colours; } ///< of classes, by their names
    /// Gives a point its values: of what overlaps its segment the mean by time, or the class of most time.
    void tell(widgets::SpacePoint& point) const;

private:
    using Rows = std::map<std::string, std::pair<std::size_t, std::size_t>>; ///< by video: from, up to

    std::vector<engine::LabelToLearn> m_labels;
    std::map<const engine::SegmentPlaces*, Rows> m_rows;
    QStringList m_numbers;
    QStringList m_classes;
    QHash<QString, QColor> m_colours;
};

/// The colours that terms of the project's tiers have on the timeline, by their names.
QHash<QString, QColor> termColours(const engine::Annotation& annotation);

}
