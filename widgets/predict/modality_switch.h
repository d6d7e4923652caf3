#pragma once

#include "engine/core/segment_input.h"

#include <QAbstractButton>

namespace widgets {

/// Switches one modality of the model on and off, and says at the right how the answer changes when it is
/// off.
class ModalitySwitch : public QAbstractButton {
    Q_OBJECT
public:
    ModalitySwitch(engine::Modality modality, QWidget* parent = nullptr);

    void setEffect(const QString& effect);
    QSize sizeHint() const override { return {280, 25}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    engine::Modality m_modality;
    QString m_effect;
};

}
