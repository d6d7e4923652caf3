#include "engine/extraction/step_maker.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/stored_bytes.h"
#include "engine/extraction/face_task_file.h"
#include "engine/extraction/voicing_check.h"
#include "engine/parts/installed_part.h"

#include <algorithm>
#include <fmt/format.h>
#include <new>

namespace engine {

namespace {

using State = StepRecord::State;
using Kind = ExtractionEvent::Kind;

/// Part of each key: raised when a step's values change, so that old ones are made again.
const char* methodOf(ExtractionStep step)
{
    return step == ExtractionStep::Sound || step == ExtractionStep::Functionals ? "2" : "1";
}

/// Whether a step depends on what is said.
bool isOfWords(ExtractionStep step)
{
    return step == ExtractionStep::Words || needsWords(step);
}

bool isOfPictures(ExtractionStep step)
{
    return step == ExtractionStep::Face || step == ExtractionStep::Expression
        || step == ExtractionStep::FaceMesh || step == ExtractionStep::Blendshapes;
}

void move(std::vector<Interval>& rows, double seconds)
{
    for (Interval& row : rows)
        row = {row.start + seconds, row.end + seconds};
}

/// Which rows of covarep74 (its column VUV) or of egemaps25 (its last, `valid`) are voiced.
std::vector<bool> voicedRows(FeatureSet set, const Entry& rows)
{
    const auto* values = std::get_if<std::vector<float>>(&rows.features.values);
    const std::size_t columns = rows.features.shape.size() == 2 ? rows.features.shape[1] : 0;
    std::vector<bool> isVoiced(rows.intervals.values.size());
    const std::size_t column = set == FeatureSet::Covarep74 ? 1 : columns - 1;
    for (std::size_t row = 0; values && row < isVoiced.size() && column < columns; ++row)
        isVoiced[row] = (*values)[row * columns + column] > 0.0F;
    return isVoiced;
}

}

StepMaker::StepMaker(const ExtractionWish& wish, const std::vector<FeatureSet>& sets, ExtractedFiles& files,
                     const RunContext& run)
    : m_wish(wish)
    , m_sets(sets)
    , m_files(files)
    , m_run(run)
{
    load(ExtractionStep::WordVectors, [&] { m_shared.vectors = vectorsFor(wish, run); });
    load(ExtractionStep::Valence,
         [&] { m_shared.valence = std::make_shared<const ValenceModel>(wish.installation); });
    load(ExtractionStep::Arousal, [&] {
        m_shared.arousal = std::make_shared<const ArousalModel>(ArousalModel::installed(wish.installation));
    });
    load(ExtractionStep::Face, [&] { m_shared.landmarks = std::make_shared<const LandmarkModel>(); });
    load(ExtractionStep::Expression, [&] {
        m_shared.expression = std::make_shared<const ExpressionNet>(
            ExpressionNet::read(openPart(wish.installation, kExpressionPart).file("expression.safetensors")));
    });
    const auto loadMesh = [&] {
        const InstalledPart part = openPart(wish.installation, kFaceMeshPart);
        m_shared.mesh = std::make_shared<const FaceMeshNets>(
            FaceMeshNets::read(part.file(kFaceMeshDetectorFile), part.file(kFaceMeshPointsFile)));
    };
    load(ExtractionStep::FaceMesh, loadMesh);
    load(ExtractionStep::Blendshapes, [&] {
        if (wish.settings.blendshapes.empty())
            throw Error("face_task_missing", faceTaskNote());
        m_shared.faceTask = std::make_shared<const FaceTask>(openFaceTask(wish.settings.blendshapes));
        if (!m_shared.mesh)
            loadMesh(); // whose detector it is
    });
}

void StepMaker::load(ExtractionStep step, const std::function<void()>& load)
{
    if (setsOf(step, m_sets).empty())
        return;
    try {
        load();
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        const bool isPart = error.code() == "part_missing" || error.code() == "part_damaged";
        const bool isNamed = !isPart // a file that somebody named
            && (step == ExtractionStep::WordVectors
                || (step == ExtractionStep::Blendshapes && !m_wish.settings.blendshapes.empty()));
        if (isNamed)
            throw;
        m_lacks[step] = error.what();
    }
}

std::string StepMaker::keyOf(const Recording& recording, const ExtractionRecord::File& file,
                             ExtractionStep step) const
{
    const ExtractionSettings& settings = m_wish.settings;
    std::string made = fmt::format("{} {} {}", methodOf(step), name(step), file.sha256);
    if (isOfWords(step)) {
        made += settings.denoise ? " denoise" : "";
        if (settings.pad)
            made += fmt::format(" pad {} {}", settings.pad->start, settings.pad->end);
        made += " model " + settings.speechModel.string();
        if (recording.transcript && storedBytesIfAny(*recording.transcript))
            made += " transcript " + hexadecimal(sha256OfFile(*recording.transcript, {m_run.stop, {}}));
        made += recording.hasTimes ? " with times" : "";
    }
    if (recording.channel)
        made += fmt::format(" channel {}", *recording.channel);
    if (recording.clipStart)
        made += fmt::format(" at {}", *recording.clipStart);
    if (step == ExtractionStep::WordVectors)
        made += " vectors " + (m_shared.vectors ? m_shared.vectors->description() : std::string());
    if (step == ExtractionStep::Valence && m_shared.valence)
        made += " valence " + m_shared.valence->description() + " language " + settings.language;
    if (step == ExtractionStep::Blendshapes && m_shared.faceTask)
        made += " nets " + m_shared.faceTask->sum;
    Sha256 hash;
    hash.addAll(made);
    return hexadecimal(hash.digest());
}

TimedText StepMaker::wordsOf(const Recording& recording) const
{
    TimedText words = m_files.words(recording.id);
    move(words.intervals, -recording.clipStart.value_or(0.0));
    return words;
}

std::string StepMaker::whyNot(ExtractionStep step, const Recording& recording) const
{
    const bool hasWords = recording.transcript || m_wish.settings.drafts;
    if (isOfWords(step) && !hasWords)
        return fmt::format("there is no transcript {}.txt, .srt, .vtt, .TextGrid or .eaf{}",
                           recording.media.path().stem().string(),
                           m_wish.transcripts.empty() ? std::string()
                                                      : fmt::format(" beside the recording or in {}",
                                                                    m_wish.transcripts.front().string()));
    if (recording.channel && isOfPictures(step))
        return "it is one channel of a sound, which shows nobody";
    const auto lack = m_lacks.find(step);
    return lack == m_lacks.end() ? std::string() : lack->second;
}

std::vector<ExtractedEntry> StepMaker::entriesOf(ExtractionStep step, const Recording& recording,
                                                 const std::vector<FeatureSet>& missing,
                                                 ExtractionTools& tools, StepRecord& record,
                                                 const RunContext& run)
{
    if (step == ExtractionStep::Sound)
        return extractSound(recording, missing, run);
    if (step == ExtractionStep::Words)
        return extractWords(recording, tools, record.reason, run);
    if (step == ExtractionStep::Functionals)
        return extractFunctionals(recording, wordsOf(recording), run);
    if (step == ExtractionStep::Arousal)
        return extractArousal(recording, tools, run);
    if (step == ExtractionStep::Face)
        return extractFace(recording, tools, record.reason, run);
    if (step == ExtractionStep::Expression)
        return extractExpression(recording, tools, run);
    if (step == ExtractionStep::FaceMesh)
        return extractFaceMesh(recording, missing, tools, run);
    if (step == ExtractionStep::Blendshapes)
        return extractBlendshapes(recording, tools, run);
    if (step == ExtractionStep::Valence)
        return extractValence(wordsOf(recording), tools, record.reason);
    return extractWordVectors(wordsOf(recording), tools, record.reason);
}

ExtractionEvent::Kind StepMaker::make(ExtractionStep step, const Recording& recording, ExtractionTools& tools,
                                      const ExtractionRecord::File& file, StepRecord& record,
                                      const RunContext& run)
{
    if (std::string why = whyNot(step, recording); !why.empty()) {
        record.state = State::Skipped;
        record.reason = std::move(why);
        return Kind::Skipped;
    }
    const std::vector<FeatureSet> sets = setsOf(step, m_sets);
    if (needsWords(step) && file.steps.at("words").state != State::Done) { // the words were tried before
        record.state = file.steps.at("words").state;
        record.reason = "its words are missing";
        return Kind::Failed;
    }
    std::vector<FeatureSet> missing;
    for (const FeatureSet set : sets) {
        if (!m_files.has(set, recording.id, name(step), record.key, m_wish.again))
            missing.push_back(set);
    }
    if (missing.empty()) {
        record.reason = m_files.reasonBefore(recording.id, name(step), sets.front());
        return Kind::Reused;
    }
    try {
        for (ExtractedEntry& entry : entriesOf(step, recording, missing, tools, record, run)) {
            move(entry.entry.intervals.values, recording.clipStart.value_or(0.0));
            if (std::ranges::find(sets, entry.set) != sets.end())
                m_files.put(std::move(entry), recording.id, record.key, record.reason);
        }
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        // A recording without sound, picture or face has what it can have.
        const bool isLack = error.code() == "no_audio" || error.code() == "no_video"
            || error.code() == "no_face" || error.code() == "not_english";
        record.state = isLack ? State::Skipped : State::Failed;
        record.reason = error.what();
        return Kind::Failed;
    } catch (const std::bad_alloc&) {
        record.state = State::Failed;
        record.reason = "there is not enough memory for this recording";
        return Kind::Failed;
    }
    return Kind::Done;
}

std::optional<Finding> StepMaker::checkVoicing(const Recording& recording, ExtractionRecord::File& file) const
{
    const auto isDone = [&](ExtractionStep step) {
        const auto found = file.steps.find(name(step));
        return found != file.steps.end() && found->second.state == State::Done;
    };
    const auto wanted = std::ranges::find_if(
        m_sets, [](FeatureSet set) { return set == FeatureSet::Covarep74 || set == FeatureSet::Egemaps25; });
    if (wanted == m_sets.end() || !isDone(ExtractionStep::Sound) || !isDone(ExtractionStep::Words))
        return std::nullopt;
    const Entry rows = m_files.entry(*wanted, recording.id);
    const std::optional<Finding> finding = voicingFinding(
        recording.id,
        voicedParts(m_files.words(recording.id).intervals, rows.intervals.values, voicedRows(*wanted, rows)));
    StepRecord& sound = file.steps[name(ExtractionStep::Sound)];
    sound.reason = finding ? finding->message : std::string();
    return finding;
}

}
