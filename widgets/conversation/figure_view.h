#pragma once

#include "widgets/base/person_look.h"
#include "widgets/conversation/figure_table.h"

#include <QTableWidget>

namespace widgets {

/// Shows a table of figures as high as it is: the panel scrolls, not the table.
class FigureView : public QTableWidget {
    Q_OBJECT
public:
    explicit FigureView(const QString& name, QWidget* parent = nullptr);

    /// @param people  whose discs stand before names
    void setTable(const FigureTable& table, const std::vector<PersonLook>& people);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
};

}
