#pragma once

#include "engine/annotation/tier.h"

#include <QObject>

#include <functional>
#include <optional>

class QKeyEvent;

namespace app {

/// The mode in which single keys belong to the labels: a letter chooses one, 0 to 3 (or a term's key) give
/// its value, Esc ends the mode.
class LabelMode : public QObject {
    Q_OBJECT
public:
    /// @param tierInHand  whose labels are meant; null: none is in hand
    LabelMode(std::function<const engine::Tier*()> tierInHand, QObject* parent);

    void toggle();
    void end() { set(std::nullopt, false); }

signals:
    /// @param label  that keys give now; absent: none is chosen yet
    void changed(bool isOn, std::optional<std::size_t> label);
    void valueChosen(const engine::LabelScheme& label, const engine::LabelValue& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void set(std::optional<std::size_t> label, bool isOn);
    bool takeKey(const QKeyEvent& event);

    std::function<const engine::Tier*()> m_tierInHand;
    bool m_isOn = false;
    std::optional<std::size_t> m_label;
};

}
