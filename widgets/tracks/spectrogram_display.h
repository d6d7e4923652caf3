#pragma once

#include <QString>

namespace widgets {

/// How a spectrogram is made and shown, as a person chose it.
struct SpectrogramDisplay {
    double windowMs = 30.0; ///< of the analysis: short windows resolve times, long ones frequencies
    double highestHertz = 8000.0; ///< at the top of the track; 0: half the sample rate
    double softest = -90.0; ///< dB relative to full scale; this and less is background
    double loudest = -20.0; ///< dB relative to full scale; this and more is brightest

    static constexpr double kWindowsMs[]{5.0, 10.0, 20.0, 30.0, 60.0};
    static constexpr double kCeilings[]{3000.0, 5000.0, 8000.0, 12000.0, 0.0};

    /// Where a level lies between background and brightest, 0…1.
    double partOf(double decibels) const;

    /// The text that the project keeps; empty for the default.
    QString toText() const;
    /// Reads that text. Parts that cannot be read get their defaults.
    static SpectrogramDisplay fromText(const QString& text);
    friend bool operator==(const SpectrogramDisplay&, const SpectrogramDisplay&) = default;
};

}
