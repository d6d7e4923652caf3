#pragma once

#include "widgets/training/form_rows.h"

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace widgets {

class LearnModel;

/// Labels that a model can be trained to tell, as a row shows them.
struct LearnRow {
    QString title; ///< `My labels`
    QString detail; ///< `mira · −3 … +3`
    QString what; ///< `sentiment`, `three classes`
    QString segments; ///< `54 of 83 segments`
    QString videos; ///< `2 videos`
    std::vector<int> spread = {}; ///< counts by value or class, for the small bars at the right; empty: none
    bool isDiverging = false; ///< a scale around 0: bars left of its middle in the colour of negative values
    QString why = {}; ///< why it cannot be chosen; empty: it can

    friend bool operator==(const LearnRow&, const LearnRow&) = default;
};

/// What there is to learn, in rows; one is chosen, by mouse or by the arrow keys. Rows that cannot be chosen
/// say why.
class LearnList : public FormRows {
    Q_OBJECT
public:
    explicit LearnList(QWidget* parent = nullptr);

    /// The chosen row stays chosen while there is one with its title and what is learnt; else the first that
    /// can be chosen is. Emits nothing.
    void setRows(std::vector<LearnRow> rows);
    const std::vector<LearnRow>& rows() const;
    /// What stands in the place of rows while there are none, with a button. @param button  empty: none
    void setEmpty(const QString& text, const QString& button);
    /// Absent: there is none that can be chosen.
    std::optional<std::size_t> chosen() const;
    /// Chooses a row, if it can be chosen. Emits nothing.
    void choose(std::size_t row);

signals:
    void chosenChanged(); // only by the user
    void emptyPressed();

protected:
    int rowHeight() const override;
    int rowsWhenEmpty() const override { return 3; }
    int mostRows() const override { return 4; } // so that the rest of the form is in sight
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void mark(std::optional<std::size_t> row);

    LearnModel* m_model;
    QWidget* m_empty; ///< over the rows' place
    QLabel* m_emptyText;
    QPushButton* m_emptyButton;
    bool m_isSetting = false;
};

}
