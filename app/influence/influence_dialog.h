#pragma once

#include "app/influence/influence_offer.h"
#include "engine/raters/influence_power.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace app {

/// *Measure the model’s influence…*: begins a measurement, tells what it can find, and what it has found. The
/// dialog does not block the window.
class InfluenceDialog : public QDialog {
    Q_OBJECT
public:
    /// @param model  how the project names the model that answers now; empty: none does
    InfluenceDialog(InfluenceOffer offer, const QString& model, const QString& annotator,
                    QWidget* parent = nullptr);

    const MeasuredLabel* label() const; ///< that is chosen; null: the project has none on a scale
    QStringList raters() const;
    std::uint32_t seed() const;
    std::size_t segments() const { return m_segments.value_or(0); }

    void setOffer(InfluenceOffer offer); ///< as the project has become
    void setSegments(std::size_t count); ///< of the chosen label's tier
    void setModel(const QString& model);
    void setPowers(std::vector<engine::InfluencePower> powers);

signals:
    void labelChosen();
    void powerWished();
    void beginWished();
    void endWished();

private:
    QWidget* plan();
    QWidget* result();
    void fillLabels();
    void showLabel();
    void showPlan();
    void askForPower();

    InfluenceOffer m_offer;
    QString m_modelName;
    std::optional<std::size_t> m_segments; ///< absent: they are being counted
    std::vector<engine::InfluencePower> m_powers;
    QComboBox* m_label;
    QLabel* m_state;
    QWidget* m_plan = nullptr; ///< what is to be chosen before a measurement
    QLabel* m_model;
    QLineEdit* m_raters;
    QSpinBox* m_seed;
    QLabel* m_power;
    QLabel* m_finding;
    widgets::InfluencePlot* m_plot;
    QPushButton* m_copy;
    QPushButton* m_begin;
    QPushButton* m_end;
    QTimer m_soon; ///< until what was typed is simulated
};

}
