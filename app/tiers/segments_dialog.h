#pragma once

#include "engine/annotation/tier_roles.h"

#include <QDialog>

#include <string>

class QCheckBox;
class QDoubleSpinBox;
class QRadioButton;

namespace app {

/// What labelled segments are made from.
struct SegmentWish {
    enum class From { Sound, Sentences, Seconds, Labels, Whole };
    From from = From::Sound;
    double pause = 0.5; ///< seconds: a longer pause ends a segment
    double length = 5.0; ///< seconds of each segment, where they are cut evenly
    bool isForAllVideos = false;
    std::string tier = engine::kLabelsTier; ///< that gets the segments
};

/// What segments can be made from, and for which tier.
struct SegmentOffer {
    QString tier; ///< of a person's own; empty: the labelled segments
    bool hasSound = true; ///< without a recording there are no pauses to choose
    bool hasWords = false; ///< without any there are no sentences to choose
    bool hasLabels = false; ///< a tier of its own can have segments where the labelled ones are
    int videos = 1; ///< of the dataset
};

/// Asks how segments are to be made.
class SegmentsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SegmentsDialog(const SegmentOffer& offer, QWidget* parent = nullptr);

    SegmentWish wish() const;

private:
    QDoubleSpinBox* addSeconds(const char* name, double value);

    QRadioButton* m_labels;
    QRadioButton* m_sound;
    QRadioButton* m_sentences;
    QRadioButton* m_seconds;
    QRadioButton* m_whole;
    QDoubleSpinBox* m_pause;
    QDoubleSpinBox* m_length;
    QCheckBox* m_all;
};

}
