#pragma once

#include "widgets/base/theme.h"
#include "widgets/predict/display_table.h"

#include <QWidget>

namespace widgets {

/// Draws the table of a display. Tells the number under the mouse, and describes the whole in words.
class DisplayCanvas : public QWidget {
    Q_OBJECT
public:
    explicit DisplayCanvas(QWidget* parent = nullptr);

    void setTable(DisplayTable table);
    /// The word under the playhead, counted within the segment.
    void setCurrentWord(std::optional<std::size_t> word);
    const DisplayTable& table() const { return m_table; }
    /// A description for screen readers: the numbers of the current word, or the strongest ones.
    QString summary() const;

protected:
    struct Cell {
        std::size_t row = 0;
        std::size_t column = 0;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    virtual int wantedHeight() const = 0;
    virtual std::optional<Cell> cellAt(QPointF place) const = 0;
    virtual void tableChanged() { }
    /// Name, word and number of a cell.
    virtual QString note(Cell cell) const;

    /// The column of the word under the playhead.
    std::optional<std::size_t> currentColumn() const;
    std::optional<std::size_t> currentRow() const;
    const Theme& theme() const { return themeOf(palette()); }
    QFont smallFont() const;
    /// The colour of a number in a row.
    QColor valueColour(std::size_t row, float value) const;
    /// Pixels that the rows' names take when they are written in this font.
    int rowNameWidth(const QFont& font) const;

    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString rowSummary(std::optional<std::size_t> column) const;
    QString columnSummary(std::size_t row, bool isWord) const;
    void describe();

    DisplayTable m_table;
    std::optional<std::size_t> m_current;
    std::optional<Cell> m_pointed;
};

/// Columns of equal width side by side, with their names below.
struct ColumnAxis {
    double left = 0.0;
    double width = 0.0; ///< of all
    std::size_t count = 1;

    double step() const { return width / static_cast<double>(count); }
    double at(std::size_t column) const { return left + step() * static_cast<double>(column); }
    std::optional<std::size_t> columnAt(double x) const;
};

/// Pixels that paintColumnNames() takes.
int columnNamesHeight(const QStringList& names, const ColumnAxis& axis, const QFont& font);

/// Names below columns: level where they fit, else upright, and where columns are too narrow only some.
void paintColumnNames(QPainter& painter, const Theme& theme, const QStringList& names, const ColumnAxis& axis,
                      int top, std::optional<std::size_t> current);

}
