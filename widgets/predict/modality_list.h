#pragma once

#include "engine/core/segment_input.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace widgets {

class ModalitySwitch;

/// The modalities of a model, each with a switch and what it adds to the answer; of a model of parts also
/// what each part found, and what it was measured on.
class ModalityList : public QWidget {
    Q_OBJECT
public:
    explicit ModalityList(QWidget* parent = nullptr);

    /// What the part of a modality says of the segment; empty lines: nothing.
    struct Part {
        QString found; ///< `1 of 6 words is rated`
        QString measured; ///< `measured on CMU-MOSI, 2 199 texts: r .66`
    };
    using Parts = std::array<Part, engine::allModalities.size()>;
    /// @param whole  what is to be known of all parts together; absent: the model is none of parts
    void setParts(const Parts& parts, const std::optional<QString>& whole);

    /// Whether the model learnt from each.
    void setLearnt(const std::array<bool, 3>& modalities);
    /// By how much the headline changes when a modality is off.
    void setEffects(const std::array<std::optional<double>, 3>& withoutModality);

    std::array<bool, 3> enabled() const;
    void toggle(engine::Modality modality); ///< does what a click on its switch does
    QString off() const; ///< names of those that are off: `Text, Sound`

signals:
    void chosen(const std::array<bool, 3>& enabled);
    void fitWished(); ///< the parts' answers are to be brought to own labels

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<ModalitySwitch*, 3> m_switches{};
    std::array<QLabel*, 3> m_found{};
    std::array<QLabel*, 3> m_measured{};
    QLabel* m_whole;
    QPushButton* m_fit;
};

}
