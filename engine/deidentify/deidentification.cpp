#include "engine/deidentify/deidentification.h"

#include "engine/core/error.h"
#include "engine/core/foreign_folder.h"
#include "engine/core/text_file.h"
#include "engine/deidentify/cascade_finder.h"
#include "engine/deidentify/deidentified_project.h"
#include "engine/deidentify/hidden_recording.h"
#include "engine/deidentify/look_page.h"
#include "engine/deidentify/seen_people.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDraws = 6; // of a voice's coefficient

bool isInside(const fs::path& file, const fs::path& folder)
{
    const fs::path nearer = fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical(folder));
    return !nearer.empty() && *nearer.begin() != "..";
}

fs::path unverified(const fs::path& out)
{
    return out.string() + ".unverified";
}

fs::path pageOf(const fs::path& out)
{
    return out.string() + ".look";
}

/// Everything that a run puts beside the copy takes only the place of what an earlier run put there.
void refuseForeign(const DeidentificationWish& wish)
{
    refuseForeignFolder(wish.out, kVerificationFile, "de-identified folder", wish.overwrites);
    refuseForeignFolder(unverified(wish.out), kVerificationFile, "de-identified folder", true);
    refuseForeignFolder(pageOf(wish.out), kLookList, "page of pictures", true);
}

const char* readme()
{
    return "# A de-identified copy\n\n"
           "Faces, voices, names and what files say of themselves were hidden by Polylogue (`polylogue-cli deidentify`); `verification.json`\n"
           "says what was looked at afterwards, and what was left.\n\n"
           "**What this is not: anonymity.** Who knows a person may still know them by posture, clothes, words, pitch and the way they move, and\n"
           "better attackers exist than the ones that were tried: of 12 actors, a listener who had only original voices found the right one in 28 of\n"
           "100 changed recordings (chance 8), one who had changed voices of the same people in 78.\n\n"
           "| file | what |\n|---|---|\n"
           "| `media/` | recordings, written anew: one channel of 16 kHz, a steady number of pictures a second |\n"
           "| `project.polylogue` | the annotation, which opens with `dataset.json` |\n"
           "| `segments.csv` | the same as a table |\n"
           "| `verification.json` | what was looked at in the finished files |\n\n"
           "Features are not part of it. Those of the changed recordings are made by `polylogue-cli extract media --out features`.\n";
}

/// The finished folder under a name of its own until it is whole.
class PendingFolder {
public:
    explicit PendingFolder(const fs::path& out) : m_folder(fmt::format("{}.{}.part", out.string(), getpid()))
    {
        fs::remove_all(m_folder);
        makeFolder(m_folder / "media");
    }
    ~PendingFolder()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
        fs::remove_all(m_work, error);
    }
    const fs::path& path() const { return m_folder; }
    /// A file that is gone afterwards, outside of the folder.
    fs::path work(const std::string& name)
    {
        makeFolder(m_work);
        return m_work / name;
    }
    void become(const fs::path& folder)
    {
        fs::remove_all(folder);
        fs::rename(m_folder, folder);
    }

private:
    fs::path m_folder;
    fs::path m_work = m_folder.string() + ".work";
};

class Deidentifier {
public:
    Deidentifier(const Annotation& annotation, const OpenedSequences& dataset, const DeidentificationWish& wish,
                 std::string project)
        : m_annotation(annotation)
        , m_dataset(dataset)
        , m_wish(wish)
        , m_known(knownPeople(annotation, dataset.list))
        , m_hidden(hiddenNames(m_known, wish.people, project))
        , m_pending((refuseForeign(wish), wish.out))
    {
        CascadeFinder(); // what verifies is missed before anything is made
    }

    DeidentificationReport run(AllTiers& tiers, const RunContext& run)
    {
        m_key.names = m_hidden.all();
        for (const std::string& video : tiers.videos())
            m_key.videos.emplace(video, fmt::format("v{:04}", m_key.videos.size() + 1));
        const DeidentifiedTiers hidden
            = deidentifiedTiers(tiers, m_hidden, m_key.videos, annotatorCodes(m_known), {run.stop, {}});
        for (const std::string& place : hidden.places)
            m_report.notes.push_back("The whole sound of a segment is beeped, because its words have no times: " + place);
        DatasetList list;
        list.name = "de-identified";
        std::size_t done = 0;
        for (const auto& [video, name] : m_key.videos) {
            const double from = 0.7 * static_cast<double>(done) / static_cast<double>(m_key.videos.size());
            const double share = 0.7 / static_cast<double>(m_key.videos.size());
            ++done;
            const auto beeps = hidden.beeps.find(video);
            writeRecording(video, name, beeps == hidden.beeps.end() ? std::vector<Interval>() : beeps->second, list,
                           part(run, from, share));
        }
        writeDatasetList(list, m_pending.path() / "dataset.json");
        writeDeidentifiedProject(hidden.tiers, m_pending.path() / "dataset.json", m_pending.path() / "project.polylogue");
        writeTextFile(m_pending.path() / "segments.csv", segmentTable(hidden.tiers)).commit();
        writeTextFile(m_pending.path() / "README.md", readme()).commit();
        m_report.check = checkDeidentified(m_pending.path(), m_key, part(run, 0.7, 0.28));
        m_report.check.unsure = m_unsure;
        addVoices();
        writeTextFile(m_pending.path() / kVerificationFile, verificationText(m_report.check)).commit();
        finish(run);
        return m_report;
    }

private:
    static RunContext part(const RunContext& run, double from, double share)
    {
        return {run.stop, [&run, from, share](double fraction) {
                    if (run.progress)
                        run.progress(from + share * fraction);
                }};
    }

    void finish(const RunContext& run)
    {
        m_report.folder = m_report.check.isClean() ? m_wish.out : unverified(m_wish.out);
        if (m_report.check.frames() > 0) {
            m_report.page = pageOf(m_wish.out);
            fs::remove_all(m_report.page);
            writeLookPage(m_pending.path(), m_report.check, m_report.page, part(run, 0.98, 0.02));
        }
        writeKey(m_key, m_wish.key);
        std::error_code error;
        fs::remove_all(m_report.check.isClean() ? unverified(m_wish.out) : m_wish.out, error); // of an earlier run
        m_pending.become(m_report.folder);
    }

    bool consents(const std::string& person) const { return std::ranges::count(m_wish.people.consenting, person) > 0; }

    /// Whether everybody who is filmed there is known and consents, so that the voice may stay.
    bool keepsVoice(const std::string& video, const SeenPeople& seen) const
    {
        bool isNamed = false, consent = true;
        for (const auto& [person, videos] : m_known.videos) {
            if (!videos.contains(video))
                continue;
            isNamed = true;
            consent = consent && consents(person);
        }
        return isNamed && consent && seen.isEverybodyKept();
    }

    void writeRecording(const std::string& video, const std::string& name, const std::vector<Interval>& beeps, DatasetList& list,
                        const RunContext& run)
    {
        const DatasetList::Media* listed = m_dataset.list.mediaOf(video);
        if (!listed)
            return;
        const fs::path file = listed->file;
        if (!fs::exists(file)) {
            m_report.notes.push_back(name + ": its recording is not there");
            return;
        }
        const MediaFile media(file, m_dataset.zero);
        const MediaInfo info = probeMedia(media);
        SeenPeople seen;
        if (info.hasVideo)
            seen = seenPeople(
                m_annotation, m_dataset, video, media, [this](const std::string& person) { return consents(person); }, m_model,
                part(run, 0.0, 0.4));
        std::optional<fs::path> sound;
        if (info.hasAudio)
            sound = writeSound(name, listed->speaker, media, keepsVoice(video, seen) ? VoiceCover::Keep : m_wish.voice, beeps, run);
        const fs::path target = m_pending.path() / "media" / (name + (info.hasVideo ? ".mp4" : ".wav"));
        if (info.hasVideo)
            writePictures(video, name, media, info, seen, sound, target, run);
        else if (sound)
            fs::copy_file(*sound, target);
        if (sound)
            fs::remove(*sound);
        ++m_report.recordings;
        DatasetList::Media copy;
        copy.id = name;
        copy.file = fs::absolute(target);
        copy.speaker = m_hidden.without(listed->speaker);
        list.media.push_back(std::move(copy));
    }

    fs::path writeSound(const std::string& name, const std::string& speaker, const MediaFile& media, VoiceCover cover,
                        const std::vector<Interval>& beeps, const RunContext& run)
    {
        std::vector<float> samples = voiceOf(media, {run.stop, {}});
        if (cover == VoiceCover::Change || cover == VoiceCover::ChangeCommon)
            changeVoice(name, speaker, samples, cover, beeps, part(run, 0.4, 0.2));
        else
            samples = hiddenSound(std::move(samples), cover, 1.0, beeps, run);
        const fs::path file = m_pending.work(name + ".wav");
        writeVoice(samples, file);
        return file;
    }

    /// A coefficient that moves this voice's formants too little is drawn again.
    void changeVoice(const std::string& name, const std::string& speaker, std::vector<float>& samples, VoiceCover cover,
                     const std::vector<Interval>& beeps, const RunContext& run)
    {
        const std::size_t recording = cover == VoiceCover::ChangeCommon ? 0 : ++m_recording;
        std::vector<float> changed;
        std::optional<double> moved;
        for (std::size_t attempt = 0; attempt == 0 || (attempt < kMostDraws && moved && *moved < kLeastMove); ++attempt) {
            changed = hiddenSound(samples, cover, drawnCoefficient(m_wish.seed, recording, attempt), {}, run);
            moved = formantsMoved(samples, changed);
            if (cover == VoiceCover::ChangeCommon)
                break; // one for all
        }
        if (moved)
            m_moved.emplace_back(name, *moved);
        m_originals.push_back({speaker, m_originals.size(), voicePrint(samples)});
        m_changed.push_back({speaker, m_changed.size(), voicePrint(changed)});
        samples = std::move(changed);
        for (const Interval& span : beeps)
            beep(samples, span);
    }

    void writePictures(const std::string& video, const std::string& name, const MediaFile& media, const MediaInfo& info,
                       const SeenPeople& seen, const std::optional<fs::path>& sound, const fs::path& target, const RunContext& run)
    {
        const FaceTracks& tracks = seen.tracks;
        FacePlan plan = facePlan(tracks, seen.kept, widening(m_wish.cover));
        if (const auto drawn = m_wish.drawn.find(video); drawn != m_wish.drawn.end()) {
            for (const std::vector<DrawnBox>& keys : drawn->second)
                addDrawnBoxes(plan, tracks.frames, keys);
        }
        auto kept = writeHiddenPictures({media, info, &plan, m_wish.cover, m_wish.points, sound}, target, part(run, 0.6, 0.4));
        if (!kept.empty())
            m_key.kept[name] = std::move(kept);
        for (const std::size_t frame : plan.unsure)
            m_unsure.push_back(fmt::format("{}: frame {:.0f}", name, tracks.frames[frame].start * writtenRate(info)));
    }

    void addVoices()
    {
        if (m_changed.empty())
            return;
        m_report.check.voices = CheckedVoices{m_moved, speakersFound(m_originals, m_changed)};
    }

    const Annotation& m_annotation;
    const OpenedSequences& m_dataset;
    const DeidentificationWish& m_wish;
    KnownPeople m_known;
    HiddenNames m_hidden;
    PendingFolder m_pending;
    std::optional<LandmarkModel> m_model;
    DeidentificationKey m_key;
    DeidentificationReport m_report;
    std::vector<std::string> m_unsure;
    std::vector<std::pair<std::string, double>> m_moved;
    std::vector<KnownVoice> m_originals;
    std::vector<KnownVoice> m_changed;
    std::size_t m_recording = 0;
};

}

DeidentificationReport deidentify(const Annotation& annotation, AllTiers& tiers, const OpenedSequences& dataset,
                                  const DeidentificationWish& wish, const std::string& project, const RunContext& run)
{
    if (isInside(wish.key, wish.out))
        throw FormatError("key_inside", wish.key.string(),
                          "would lie in the folder that is given away; the key tells who is who");
    return Deidentifier(annotation, dataset, wish, project).run(tiers, run);
}

}
