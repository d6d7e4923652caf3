#include "app/alignment/auditor.h"

#include "app/jobs/run_job.h"
#include "engine/faces/speaking.h"

#include <algorithm>
#include <cmath>

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

engine::SoundEnergy energyOf(const engine::PeakPyramid& peaks)
{
    engine::SoundEnergy energy;
    const double count = std::floor(std::max(0.0, peaks.duration()) / energy.step);
    for (const engine::Peak& peak : peaks.columns(0.0, energy.step, static_cast<std::size_t>(count)))
        energy.rms.push_back(peak.rms);
    return energy;
}

/// The level of the sound in dB, 100 a second.
std::vector<float> levelsOf(const engine::PeakPyramid& peaks)
{
    constexpr double step = 0.01;
    constexpr float silence = 1e-5F;
    std::vector<float> levels;
    const auto count = static_cast<std::size_t>(std::max(0.0, peaks.duration()) / step);
    for (const engine::Peak& peak : peaks.columns(0.0, step, count))
        levels.push_back(20.0F * std::log10(std::max(silence, peak.rms)));
    return levels;
}

Auditor::Offset offsetIn(const Input& input)
{
    Auditor::Offset offset{input.faces, input.peaks, std::nullopt};
    if (!input.faces || !input.peaks)
        return offset;
    if (input.faces == input.known.faces && input.peaks == input.known.peaks)
        return input.known;
    const auto measured = engine::soundOffset(*input.faces, levelsOf(*input.peaks));
    constexpr double least = 10.0; // seconds of speech that such a measurement needs
    if (input.peaks->duration() < least && (!measured || measured->isDoubtful()))
        return offset; // too short to say: that is no fault of the video
    engine::AuditFinding finding{engine::AuditKind::SoundOffset, "face", {}, 0.0, 0.0, true};
    if (measured) {
        finding.shift = measured->seconds;
        finding.error = measured->expectedError;
        finding.isDoubtful = measured->isDoubtful();
    }
    offset.finding = finding;
    return offset;
}

Auditor::Result auditOf(const Input& input)
{
    engine::AuditInput audit{input.words, input.segments, {}, input.mediaEnd, nullptr};
    for (const Input::Rows& rows : input.sequences)
        audit.sequences.push_back({rows.key, rows.features->intervals(), rows.fillsTime});
    engine::SoundEnergy energy;
    if (input.peaks) {
        energy = energyOf(*input.peaks);
        audit.sound = &energy;
    }
    Auditor::Result result{engine::audit(audit), offsetIn(input)};
    if (result.offset.finding)
        result.findings.push_back(*result.offset.finding);
    return result;
}

}

Auditor::Auditor(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &Auditor::start);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Auditor::take);
    connect(&document, &Document::videoChanged, this, &Auditor::ask);
    connect(&document, &Document::wordsChanged, this, &Auditor::ask);
    connect(&document, &Document::labelsChanged, this, &Auditor::ask);
}

Auditor::~Auditor()
{
    m_pool.waitForDone();
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
    if (m_watcher.isRunning()) {
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
    m_watcher.setFuture(
        runJob(m_pool, [input = std::move(input)](const engine::RunContext&) { return auditOf(input); }));
}

void Auditor::take()
{
    QFuture<Result> future = m_watcher.future();
    if (future.isResultReadyAt(0)) {
        Result result = future.takeResult();
        m_findings = std::move(result.findings);
        m_offset = std::move(result.offset);
    }
    emit changed();
}

}
