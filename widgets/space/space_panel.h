#pragma once

#include "widgets/space/space_colours.h"
#include "widgets/space/space_frame.h"
#include "widgets/space/space_selection.h"

#include <functional>
#include <optional>

class QLabel;

namespace widgets {

class SpaceChoiceBar;
struct SpaceCard;
class SpaceChoices;
class SpaceTools;

/// Shows the segments of a dataset as points. A person chooses the sequence, how it becomes places, and what
/// the colours tell; a legend explains them.
class SpacePanel : public SpaceFrame {
    Q_OBJECT
public:
    explicit SpacePanel(QWidget* parent = nullptr);

    /// The sequences to choose from, and the one that is chosen. Never emits.
    void setSequences(const QStringList& keys, const QString& current);
    QString sequence() const;
    /// How the points are to be placed.
    engine::ProjectionOptions projection() const;
    void setContent(SpaceContent content);
    const SpaceContent& content() const { return m_content; }
    /// Gives points of a video other labels; they stay where they are.
    void relabel(const QString& video, const std::function<void(SpacePoint&)>& change);
    /// Gives all points other labels. @param numbers, classes  their names. Never emits.
    void setLabels(const QStringList& numbers, const QStringList& classes,
                   const QHash<QString, QColor>& colours, const std::function<void(SpacePoint&)>& change);
    /// Lets the last label of this name colour the points; where there is none, nothing happens.
    void chooseLabel(const QString& label);
    /// Gives all points what a model says of them. @param predicted  the name of the label
    void answer(const std::function<void(SpacePoint&)>& change, const QString& predicted);
    /// The points that were lassoed, in their order.
    std::vector<std::size_t> chosen() const { return m_selection.among(m_content.points); }
    /// Selects these, and no others. Never emits.
    void setChosen(const std::vector<std::size_t>& points);
    /// A picture of the hovered point's segment.
    void setHoverPicture(int point, const QImage& picture);
    /// Marks the point whose segment is in sight. Never emits.
    void setSelected(std::optional<std::size_t> point);
    /// `segment 3 of ada_1: +1.5, train, ada`.
    QString describe(const SpacePoint& point) const;

signals:
    void sequenceChosen(const QString& key); ///< only by the user
    void projectionChosen(const engine::ProjectionOptions& projection); ///< only by the user
    void chosenChanged(); ///< only by the user
    void pointClicked(int point);
    void pointHovered(int point); ///< −1: none
    void reviewWished(); ///< of the chosen points
    void datasetWished(); ///< the chosen points, in the view over the dataset

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectParts();
    void showColours();
    void showStatus();
    void choose(const std::vector<std::size_t>& points, SelectionStep step);
    SpaceCard cardOf(const SpacePoint& point, const QImage& picture) const;

    SpaceContent m_content;
    SpaceSelection m_selection;
    std::optional<std::size_t> m_selected;
    int m_hovered = -1;
    SpaceChoices* m_choices; ///< made for the frame, as the tools
    SpaceTools* m_tools;
    SpaceChoiceBar* m_choiceBar;
    QLabel* m_note;

    SpacePanel(SpaceChoices* choices, SpaceTools* tools, QWidget* parent);
};

}
