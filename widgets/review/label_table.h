#pragma once

#include "engine/annotation/tier_edits.h"

#include <QWidget>

#include <map>
#include <optional>

class QTableWidget;

namespace widgets {

/// Terms as a person edited them, and those that were renamed: old name, new name.
struct EditedTerms {
    engine::Vocabulary terms;
    std::map<std::string, std::string> renamed;
};

/// The labels of a tier, one per row: its name and its scale. Terms have a colour and a key each, in a dialog
/// of their own.
class LabelTable : public QWidget {
    Q_OBJECT
public:
    explicit LabelTable(QWidget* parent = nullptr);

    void setLabels(const std::vector<engine::LabelScheme>& labels);
    std::vector<engine::LabelScheme> labels() const;
    /// The labels together with the name that each had when it was set.
    std::vector<engine::LabelRevision> revisions() const;

private:
    void addRow(const engine::LabelScheme& label, const std::string& was);
    void removeRow();
    void chooseTerms();
    void showScale(int row);
    int chosenRow() const;

    QTableWidget* m_table;
    std::vector<EditedTerms> m_terms; ///< one per row; empty where the scale has none
};

/// Asks for terms with colours and keys. @return absent: it was closed
std::optional<EditedTerms> askForTerms(const engine::Vocabulary& terms, QWidget* parent);

}
