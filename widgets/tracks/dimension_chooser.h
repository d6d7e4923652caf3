#pragma once

#include <QDialog>
#include <QStringList>

#include <vector>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace widgets {

/// Lets a person choose dimensions out of up to thousands, by typing a part of a name or the number.
class DimensionChooser : public QDialog {
    Q_OBJECT
public:
    enum class Choice { One, Several };
    /// @param names  one per dimension
    DimensionChooser(const QString& title, const QStringList& names, Choice choice,
                     QWidget* parent = nullptr);

    /// Ticks these dimensions; does nothing where a single one is to be chosen.
    void setChosen(const std::vector<std::size_t>& dimensions);

signals:
    void chosen(const std::vector<std::size_t>& dimensions); ///< in ascending order, at least one

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void announce();
    void enable();
    std::vector<std::size_t> ticked() const;

    Choice m_choice;
    QLineEdit* m_search;
    QListView* m_list;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_found;
    QPushButton* m_ok = nullptr;
};

}
