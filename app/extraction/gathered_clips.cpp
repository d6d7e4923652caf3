#include "app/extraction/gathered_clips.h"

#include "engine/core/segment_id.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int kMostTold = 3; // clips of which it is said why they failed

/// One step of all clips of a participant.
class GatheredStep {
public:
    void add(const QString& clip, const ExtractionState::Step& step)
    {
        ++m_counts[step.state];
        m_fractions += step.state == QLatin1String("running") ? step.fraction : 1.0;
        if (!step.text.isEmpty() && m_told.size() < kMostTold && !m_texts.contains(step.text)) {
            m_texts << step.text;
            m_told << QStringLiteral("%1 %2").arg(clip, step.text);
        }
    }

    /// What failed counts most, then what is not done yet, then what was made.
    ExtractionState::Step of(int clips) const
    {
        ExtractionState::Step step{QStringLiteral("done"), 1.0, m_told.join(QStringLiteral(" · "))};
        int over = 0;
        for (const char* const state : {"done", "reused", "skipped", "failed"})
            over += m_counts.value(QLatin1String(state));
        if (over < clips)
            step = {QStringLiteral("running"), m_fractions / std::max(1, clips), step.text};
        else
            for (const char* const state : {"skipped", "reused"}) {
                if (m_counts.value(QLatin1String(state)) == over)
                    step.state = QLatin1String(state);
            }
        if (m_counts.value(QStringLiteral("failed")) > 0)
            step.state = QStringLiteral("failed");
        return step;
    }

private:
    QMap<QString, int> m_counts; ///< by state
    double m_fractions = 0.0;
    QStringList m_texts;
    QStringList m_told;
};

/// `C@P` of `C@P[k]`, where its clips are gathered; else the id itself.
QString gatheredName(const QString& id, const QMap<QString, int>& clips)
{
    const QString name = QString::fromStdString(engine::entryOfSegment(id.toStdString()));
    return clips.contains(name) ? name : id;
}

std::map<QString, QString> gatheredTexts(const std::map<QString, QString>& texts,
                                         const QMap<QString, int>& clips)
{
    std::map<QString, QString> gathered;
    for (const auto& [id, text] : texts) {
        QString& all = gathered[gatheredName(id, clips)];
        if (!all.contains(text))
            all += (all.isEmpty() ? QString() : QStringLiteral(" · ")) + text;
    }
    return gathered;
}

}

ExtractionState withGatheredClips(const ExtractionState& state, const QMap<QString, int>& clips)
{
    if (clips.isEmpty())
        return state;
    ExtractionState shown = state;
    shown.recordings.clear();
    std::map<QString, std::map<QString, GatheredStep>> gathered;
    for (const auto& [id, steps] : state.recordings) {
        const QString name = gatheredName(id, clips);
        if (name == id)
            shown.recordings.emplace(id, steps);
        else
            for (const auto& [step, told] : steps)
                gathered[name][step].add(id.mid(name.size()), told);
    }
    for (const auto& [name, steps] : gathered) {
        for (const auto& [step, told] : steps)
            shown.recordings[name][step] = told.of(clips[name]);
    }
    shown.remarks = gatheredTexts(state.remarks, clips);
    shown.doubts = gatheredTexts(state.doubts, clips);
    return shown;
}

}
