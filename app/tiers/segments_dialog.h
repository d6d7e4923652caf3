#pragma once

#include <QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QRadioButton;

namespace app {

/// What labelled segments are made from.
struct SegmentWish {
    enum class From { Sound, Sentences, Seconds };
    From from = From::Sound;
    double pause = 0.5; ///< seconds: a longer pause ends a segment
    double length = 5.0; ///< seconds of each segment, where they are cut evenly
    bool isForAllVideos = false;
};

/// Asks how labelled segments are to be made.
class SegmentsDialog : public QDialog {
    Q_OBJECT
public:
    /// @param hasWords  whether the video in sight has words; without any there are no sentences to choose
    SegmentsDialog(bool hasWords, int videos, QWidget* parent = nullptr);

    SegmentWish wish() const;

private:
    QDoubleSpinBox* addSeconds(const char* name, double value);

    QRadioButton* m_sound;
    QRadioButton* m_sentences;
    QRadioButton* m_seconds;
    QDoubleSpinBox* m_pause;
    QDoubleSpinBox* m_length;
    QCheckBox* m_all;
};

}
