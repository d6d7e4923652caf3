#pragma once

#include "app/tiers/bulk_preview.h"
#include "engine/annotation/annotation.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace app {

/// Changes many segments at once: moves them, gives a value another, finds and replaces text. What it will do
/// is shown before it is done.
class BulkDialog : public QDialog {
    Q_OBJECT
public:
    /// @param tier   the tier that is chosen at first
    /// @param video  the video in sight
    /// @param by     the annotator who gives the new values
    BulkDialog(const engine::Annotation& annotation, const std::string& tier, const std::string& video,
               engine::Provenance by, QWidget* parent = nullptr);

    /// The change that was chosen, for any annotation with the same tiers. @throws Refused.
    engine::Change make(const engine::Annotation& annotation) const;
    QString name() const; ///< for the history

private:
    enum Work { Shift, Relabel, Replace };
    QWidget* makeShift();
    QWidget* makeRelabel();
    QWidget* makeReplace();
    void showTier();
    void preview();
    void showPreview();
    void showTrouble(const QString& text);
    BulkPreview::Make edit() const;
    std::vector<engine::TierId> tiers(const engine::Annotation& annotation) const;
    const engine::Tier* anyTier() const; ///< of the chosen name; null: there is none
    const engine::LabelScheme* label() const;

    const engine::Annotation& m_annotation;
    std::string m_video;
    engine::Provenance m_by;
    BulkPreview m_outcome; ///< what the edit would do
    bool m_isNew = false; ///< the rows are those of another edit
    QComboBox* m_work;
    QComboBox* m_tier;
    QCheckBox* m_allVideos;
    QStackedWidget* m_fields;
    QDoubleSpinBox* m_seconds = nullptr;
    QComboBox* m_label = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLineEdit* m_find = nullptr;
    QLineEdit* m_replace = nullptr;
    QCheckBox* m_isPattern = nullptr;
    QLabel* m_count;
    QTableWidget* m_preview;
    QPushButton* m_ok;
};

}
