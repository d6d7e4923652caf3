#pragma once

#include "engine/core/interval.h"

#include <QTreeWidget>

#include <array>
#include <optional>
#include <vector>

namespace widgets {

/// A figure of two sides of an experiment, and how far they are apart.
struct FigureDifference {
    QString figure; ///< `MAE`
    bool isErrorLike = false; ///< less is better
    std::array<std::optional<double>, 2> values; ///< undefined: none
    std::array<double, 2> deviations{}; ///< over the seeds of a side
    std::optional<double> difference; ///< the second minus the first
    std::optional<engine::Interval> interval; ///< of the difference, 95 %
    std::size_t seeds = 2; ///< of the side that has fewer; one seed tells nothing of the next

    /// How much better the second side is; less than 0: the first is better.
    std::optional<double> gain() const;
    std::optional<engine::Interval> gainInterval() const;
    /// Which side is better by more than chance, of seeds and of videos: 0, 1; absent: that cannot be told.
    std::optional<int> better() const;

    friend bool operator==(const FigureDifference&, const FigureDifference&) = default;
};

/// Figures of two sides in rows, with the interval of their difference drawn beside 0: to the right the
/// second side is better, to the left the first.
class DifferenceTable : public QTreeWidget {
    Q_OBJECT
public:
    enum Column { Figure, First, Second, Difference, Drawn, Told };

    explicit DifferenceTable(QWidget* parent = nullptr);

    void setFigures(const std::vector<FigureDifference>& figures);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void shareOutWidth();
};

}
