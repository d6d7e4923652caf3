#pragma once

#include "app/document/tier_views.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace app {

class Document;
class Editor;
class Player;

/// Records a continuous rating while the video plays: after a countdown, one value per step of the tier's
/// rate, by the media's clock. It replaces what was recorded before at the same times. A recording is one
/// step of the history.
class RatingRecorder : public QObject {
    Q_OBJECT
public:
    explicit RatingRecorder(Document& document, Editor& editor, Player& player, QObject* parent = nullptr);

    static constexpr int kCountdown = 3; ///< seconds

    bool isRecording() const { return m_first.has_value(); }
    int countdown() const { return m_countdown; } ///< seconds left; 0: it is not counting
    const TierName& tier() const { return m_tier; }
    /// Starts at the playhead. @param delay  seconds by which the annotator reacts late: values are moved
    /// back by it
    void start(const TierName& tier, double delay);
    /// Ends the recording and keeps it; during the countdown, cancels it.
    void stop();
    void setValue(double value) { m_value = static_cast<float>(value); }

    /// The values that were recorded so far.
    const std::vector<float>& values() const { return m_values; }
    double startTime() const; ///< of the first value, in seconds

signals:
    void stateChanged(); ///< to counting, to recording, or to neither
    void recorded(); ///< there are new values

private:
    void count();
    void begin();
    void take(double seconds);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    TierName m_tier;
    double m_rate = 25.0;
    double m_delay = 0.0;
    int m_countdown = 0;
    QTimer m_second;
    float m_value = 0.0F;
    std::optional<std::int64_t> m_first; ///< place of the first value
    std::vector<float> m_values;
};

}
