#pragma once

#include "engine/annotation/tier_edits.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {
class ClassField;
class LabelTable;
}

namespace app {

/// Asks what a tier is: name, kind, classes, how it hangs on another, labels, annotator,
/// participant, colour. *OK* announces a wish: who grants it closes the dialog, who refuses it says why in
/// it.
class TierDialog : public QDialog {
    Q_OBJECT
public:
    /// @param tier     the tier as it is; number 0: a new one
    /// @param others   the video's other tiers, to hang it on
    /// @param isFixed  it has segments, so its kind, parent and rate stay
    /// @param videos   how many have such a tier: all will change
    TierDialog(const engine::Tier& tier, const std::vector<engine::Tier>& others, bool isFixed,
               std::size_t videos, QWidget* parent = nullptr);

    engine::Tier tier() const;
    /// What was changed, against the tier as it was.
    engine::TierRevision revision() const;
    bool isForAllVideos() const;
    /// Says why what was wished cannot be; the dialog stays as it was filled in.
    void refuse(const QString& reason);
    void accept() override;

signals:
    void wished();

private:
    void showKind();
    void showColour();
    void takeLabelSet(int index);
    std::vector<engine::LabelScheme> labels() const;

    engine::Tier m_before;
    engine::Tier m_tier;
    bool m_isFixed;
    QLineEdit* m_name;
    QComboBox* m_kind;
    widgets::ClassField* m_classes; ///< of a new tier
    QDoubleSpinBox* m_rate;
    QComboBox* m_parent;
    QComboBox* m_constraint;
    QCheckBox* m_overlapping;
    QLineEdit* m_annotator;
    QLineEdit* m_participant;
    QPushButton* m_colour;
    QComboBox* m_set;
    widgets::LabelTable* m_labels;
    QCheckBox* m_allVideos;
    QLabel* m_refusal;
};

}
