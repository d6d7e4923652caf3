#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QListWidget;
class QPushButton;

namespace engine {
struct Format;
}

namespace app {

/// In which format the tiers of all videos leave, as a file for each or as one table, and which tiers.
class AllTiersDialog : public QDialog {
    Q_OBJECT
public:
    /// @param tiers  their names, each once
    AllTiersDialog(const QStringList& tiers, int videos, QWidget* parent = nullptr);

    const engine::Format& format() const;
    bool isOneTable() const;
    QStringList tiers() const; ///< the chosen names; empty: all of them
    bool guardsCells() const;

private:
    void showFormat();
    void showChosen();

    QComboBox* m_format;
    QComboBox* m_files;
    QListWidget* m_tiers;
    QCheckBox* m_guard;
    QPushButton* m_go = nullptr;
};

}
