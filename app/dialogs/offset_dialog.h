#pragma once

#include <QDialog>

class QDoubleSpinBox;

namespace app {

/// Lets a person set when a file begins on the timeline, in seconds or frame by frame, while they see what
/// becomes of it.
class OffsetDialog : public QDialog {
    Q_OBJECT
public:
    /// @param frame  seconds that a frame of the file lasts
    OffsetDialog(const QString& file, double seconds, double frame, QWidget* parent = nullptr);

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
