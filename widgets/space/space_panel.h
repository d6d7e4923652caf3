#pragma once

#include "widgets/space/space_colours.h"
#include "widgets/space/space_point.h"

#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace widgets {

class SpaceLegend;
class SpaceView;

/// Shows the segments of a dataset as points. A person chooses the sequence and what the colours tell; a
/// legend explains them.
class SpacePanel : public QWidget {
    Q_OBJECT
public:
    explicit SpacePanel(QWidget* parent = nullptr);

    SpaceView& view() { return *m_view; }
    /// The sequences to choose from, and the one that is chosen. Never emits.
    void setSequences(const QStringList& keys, const QString& current);
    QString sequence() const;
    void setContent(SpaceContent content);
    const SpaceContent& content() const { return m_content; }
    /// Gives points of a video other labels; they stay where they are.
    void relabel(const QString& video, const std::function<void(SpacePoint&)>& change);
    /// Shows a sentence in place of the points. An empty sentence shows the points again.
    void setMessage(const QString& sentence);
    /// Marks the point whose segment is in sight. Never emits.
    void setSelected(std::optional<std::size_t> point);
    /// `segment 3 of ada_1: +1.5, train, ada`.
    QString describe(const SpacePoint& point) const;

signals:
    void sequenceChosen(const QString& key); ///< only by the user
    void pointClicked(int point);

protected:
    void changeEvent(QEvent* event) override;

private:
    SpaceColouring colouring() const;
    void fillColourings();
    void showColours();
    void showStatus();

    SpaceContent m_content;
    std::optional<std::size_t> m_selected;
    int m_hovered = -1;
    QComboBox* m_sequences;
    QComboBox* m_colourings;
    SpaceView* m_view;
    QLabel* m_message;
    QStackedLayout* m_stack;
    SpaceLegend* m_legend;
    QLabel* m_status;
    QLabel* m_note;
};

}
