#pragma once

#include "engine/annotation/tier.h"

#include <QWidget>

#include <optional>

class QTableWidget;

namespace widgets {

/// The labels of a tier, one per row: its name and its scale. Terms have a colour and a key each, in a dialog
/// of their own.
class LabelTable : public QWidget {
    Q_OBJECT
public:
    explicit LabelTable(QWidget* parent = nullptr);

    void setLabels(const std::vector<engine::LabelScheme>& labels);
    std::vector<engine::LabelScheme> labels() const;

private:
    void addRow(const engine::LabelScheme& label);
    void removeRow();
    void chooseTerms();
    void showScale(int row);
    int chosenRow() const;

    QTableWidget* m_table;
    std::vector<engine::Vocabulary> m_terms; ///< one per row; empty where the scale has none
};

/// Asks for terms with colours and keys. @return absent: it was closed
std::optional<engine::Vocabulary> askForTerms(const engine::Vocabulary& terms, QWidget* parent);

}
