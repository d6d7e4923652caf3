#pragma once

#include "widgets/base/person_look.h"
#include "widgets/conversation/figure_table.h"

#include <QTableView>

class QStandardItemModel;

namespace widgets {

/// Shows a table of figures as high as it is: the panel scrolls up and down, the table only sideways where it
/// is too wide.
class FigureView : public QTableView {
    Q_OBJECT
public:
    explicit FigureView(const QString& name, QWidget* parent = nullptr);

    /// @param people  whose discs stand before names
    void setTable(const FigureTable& table, const std::vector<PersonLook>& people);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();
    void shareOutWidth();

    QStandardItemModel* m_cells;
    bool m_isTooWide = false;
};

}
