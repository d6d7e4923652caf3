#pragma once

#include "widgets/dataset/concept_model.h"

#include <QTableView>

namespace widgets {

/// The table of units with the pictures of the segments in which each is strongest. A click on a unit selects
/// its segments, one on a picture plays that segment, a double click opens it. F2 names a unit, M mutes it.
class ConceptTable : public QTableView {
    Q_OBJECT
public:
    explicit ConceptTable(QWidget* parent = nullptr);

    ConceptModel& units() { return *m_units; }
    /// The unit that was current stays so, where it is among them. While a name is typed they wait.
    void setUnits(const DatasetContentPtr& content, std::vector<ConceptUnit> units);
    void setPicture(std::size_t point, const QImage& picture);
    /// Where a unit's nth picture is, in the viewport; empty: nowhere.
    QRect pictureRect(int row, int place) const;

signals:
    void unitClicked(const widgets::DatasetPlaces& points, widgets::SelectionStep step, const QString& name);
    void playWished(std::size_t point);
    void openWished(std::size_t point);
    void picturesWished(const widgets::DatasetPlaces& points); ///< of those in sight that have none yet

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void click(const QModelIndex& index);
    void chooseUnit(int row);
    /// The point whose picture lies there; absent: none.
    std::optional<std::size_t> pointAt(const QPoint& place) const;
    void shareOutWidth();
    void askForPictures();

    struct Waiting {
        DatasetContentPtr content;
        std::vector<ConceptUnit> units;
    };

    ConceptModel* m_units;
    std::optional<Waiting> m_waiting; ///< until no name is typed any more
    QPoint m_pressed; ///< where a click began
    bool m_isAsking = false; ///< once the event loop runs again
};

}
