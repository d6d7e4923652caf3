#pragma once

#include "widgets/library/library_filter.h"
#include "widgets/library/library_order.h"

#include <QFrame>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace widgets {

/// The form behind the library's filter button: the order, and the terms that need not be typed.
class FilterPopup : public QFrame {
    Q_OBJECT
public:
    explicit FilterPopup(QWidget* parent);

    /// What can be chosen, then what is chosen; none of them emits.
    void setChoices(const QStringList& folds, const QString& label);
    void setFilter(const LibraryFilter& filter);
    void setOrder(const LibraryOrder& order);

signals:
    void filterEdited(const widgets::LibraryFilter& filter);
    void orderEdited(const widgets::LibraryOrder& order);
    void cleared();

private:
    void tellFilter();
    void tellOrder();

    QComboBox* m_order;
    QComboBox* m_descending;
    QComboBox* m_fold;
    QComboBox* m_missing;
    QLabel* m_labelName;
    QDoubleSpinBox* m_least;
    QDoubleSpinBox* m_greatest;
    QDoubleSpinBox* m_longer;
    QDoubleSpinBox* m_shorter;
    QComboBox* m_seen;
    QLineEdit* m_with;
    QDoubleSpinBox* m_people;
};

}
