#pragma once

#include <QDialog>

class QDoubleSpinBox;

namespace app {

/// Lets a person set when a camera's file begins on the timeline, or by how much a sequence is moved, in
/// seconds or frame by frame, while they see what becomes of it.
class OffsetDialog : public QDialog {
    Q_OBJECT
public:
    enum class Of { Camera, Sequence };
    /// @param what   a file or a sequence, by name
    /// @param frame  seconds that a frame of the file lasts
    OffsetDialog(const QString& what, double seconds, double frame, QWidget* parent = nullptr,
                 Of of = Of::Camera);

    void setOffset(double seconds); ///< never emits
    void setFrame(double seconds) { m_frame = seconds; }

signals:
    void offsetEdited(double seconds);

private:
    void move(int frames);

    QDoubleSpinBox* m_field;
    double m_seconds = 0.0; ///< exact, so that many frames add up; the field rounds
    double m_frame;
};

}
