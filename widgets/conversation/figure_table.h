#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QPainter;
class QPointF;

namespace widgets {

struct Theme;

/// A cell of a table of figures.
struct FigureCell {
    QString shown; ///< as people read it
    QString written; ///< as other programs read it; empty where there is no value
    bool isFound = false; ///< more than chance: bold
    int person = -1; ///< of which the cell is the name, as the place of its disc; −1: it is no name
    QString tip = {}; ///< what a screen reader and a tip say of it; empty: no more than it shows
};

/// A small table of figures: shown, copied and printed alike.
struct FigureTable {
    QString title;
    QStringList heads; ///< the first is of what the rows are, to the left; the others stand to the right
    QStringList tips; ///< what each head means in full
    std::vector<std::vector<FigureCell>> rows;
    int textColumns = 1; ///< that stand to the left
};

/// `–` and nothing to write for a figure that is undefined.
FigureCell undefinedFigure(const QString& why);
FigureCell textFigure(const QString& text);
/// @param decimals  that are shown; all are written
FigureCell numberFigure(std::optional<double> value, int decimals);
FigureCell signedFigure(std::optional<double> value, int decimals);
/// A correlation, without the 0 before its decimals.
FigureCell boundedFigure(std::optional<double> value);
/// p or q, found from 0.05 down.
FigureCell chanceFigure(std::optional<double> chance);

/// The table with its title, tab-separated; numbers have all their digits, and a point before them.
QString tabbedText(const FigureTable& table);

}
