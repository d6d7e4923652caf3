#include "app/alignment/auditor.h"

#include "engine/audit/recording_audit.h"

#include <utility>

namespace app {

namespace {

constexpr int kDelayMs = 120;

/// What an audit looks at, held for as long as it takes.
struct Input {
    std::vector<engine::Interval> words;
    std::vector<engine::Interval> segments;
    struct Rows {
        std::string key;
        std::shared_ptr<const engine::FeatureLevels> features;
        bool fillsTime = true;
    };
    std::vector<Rows> sequences;
    double mediaEnd = 0.0;
    std::shared_ptr<const engine::PeakPyramid> peaks;
    std::shared_ptr<const engine::FaceTracks> faces;
    Auditor::Offset known;
};

Auditor::Offset offsetIn(const Input& input)
{
    Auditor::Offset offset{input.faces, input.peaks, std::nullopt};
    if (!input.faces || !input.peaks)
        return offset;
    if (input.faces == input.known.faces && input.peaks == input.known.peaks)
        return input.known;
    offset.finding = engine::soundOffsetFinding(*input.faces, *input.peaks);
    return offset;
}

Auditor::Result auditOf(const Input& input)
{
    engine::AuditInput audit{input.words, input.segments, {}, input.mediaEnd, nullptr};
    for (const Input::Rows& rows : input.sequences)
        audit.sequences.push_back({rows.key, rows.features->intervals(), rows.fillsTime});
    Auditor::Result result{engine::auditRecording(std::move(audit), input.peaks.get()), offsetIn(input)};
    if (result.offset.finding)
        result.findings.push_back(*result.offset.finding);
    return result;
}

}

Auditor::Auditor(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &Auditor::start);
    connect(&document, &Document::videoChanged, this, &Auditor::ask);
    connect(&document, &Document::wordsChanged, this, &Auditor::ask);
    connect(&document, &Document::labelsChanged, this, &Auditor::ask);
}

void Auditor::setActive(bool active)
{
    if (std::exchange(m_isActive, active) != active && active)
        ask();
}

void Auditor::setMedia(double mediaEnd, std::shared_ptr<const engine::PeakPyramid> peaks)
{
    if (mediaEnd == m_mediaEnd && peaks == m_peaks)
        return;
    m_mediaEnd = mediaEnd;
    m_peaks = std::move(peaks);
    ask();
}

void Auditor::setFaces(std::shared_ptr<const engine::FaceTracks> faces)
{
    if (faces == m_faces)
        return;
    m_faces = std::move(faces);
    ask();
}

void Auditor::ask()
{
    m_isStale = true;
    if (m_isActive)
        m_delay.start();
}

void Auditor::start()
{
    if (m_audit.isRunning()) {
        m_delay.start();
        return;
    }
    Input input;
    if (m_document.hasVideo()) {
        const VideoData& video = m_document.video();
        input.words = m_document.words().intervals;
        if (!video.labels.intervals.empty())
            input.segments = m_document.labels().rows.intervals;
        for (const FeatureSeries& series : video.features) {
            const bool perWord = series.features->intervals().size() == video.words.intervals.size();
            input.sequences.push_back({series.key.toStdString(), series.features, !perWord});
        }
        input.mediaEnd = video.mediaPath.isEmpty() ? 0.0 : m_mediaEnd;
        input.peaks = m_peaks;
        input.faces = m_faces;
        input.known = m_offset;
    }
    m_isStale = false;
    m_audit.start(
        QString(), [input = std::move(input)](const TaskRun&) { return auditOf(input); },
        [this](Outcome<Result> end) {
            if (auto* result = std::get_if<Result>(&end)) {
                m_findings = std::move(result->findings);
                m_offset = std::move(result->offset);
            }
            emit changed();
        });
}

}
