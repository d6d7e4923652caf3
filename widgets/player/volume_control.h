#pragma once

#include <QWidget>

class QAction;
class QSlider;

namespace widgets {

/// How loud: a button that mutes and a short slider.
class VolumeControl : public QWidget {
    Q_OBJECT
public:
    /// @param mute  a checkable action with an icon
    explicit VolumeControl(QAction* mute, QWidget* parent = nullptr);

    double volume() const; ///< 0…1
    void setVolume(double volume); ///< never emits

signals:
    void volumeEdited(double volume);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QSlider* m_slider;
};

}
