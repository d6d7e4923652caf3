#include "engine/deidentify/deidentification_check.h"

#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/deidentify/cascade_finder.h"
#include "engine/media/frames_ahead.h"
#include "engine/media/media_info.h"
#include "engine/media/media_tags.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/stat.h>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr float kSameFace = 0.3F; // overlap with a consenting person's face
const std::set<std::string> kOwnFiles{"README.md", "dataset.json", "project.polylogue", "segments.csv", kVerificationFile};

/// What our own writer puts into every mp4.
bool isUsual(const MediaTag& tag)
{
    static const std::set<std::string> names{"major_brand", "minor_version", "compatible_brands", "vendor_id"};
    if (names.contains(tag.name))
        return true;
    return (tag.name == "encoder" && tag.value.starts_with("Lav"))
        || (tag.name == "handler_name" && (tag.value == "VideoHandler" || tag.value == "SoundHandler"))
        || (tag.name == "language" && tag.value == "und");
}

ordered_json json(const FaceBox& box)
{
    return {box.x0, box.y0, box.x1, box.y1};
}

std::string wholeText(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be opened");
    return {std::istreambuf_iterator<char>(stream), {}};
}

ordered_json parsed(const fs::path& file)
{
    try {
        return ordered_json::parse(wholeText(file));
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("data_invalid", file.string(), error.what());
    }
}

class FolderCheck {
public:
    FolderCheck(fs::path folder, const DeidentificationKey& key)
        : m_folder(std::move(folder))
        , m_key(key)
        , m_hidden(key.hidden())
    {
    }

    CheckedFile check(const std::string& file, const RunContext& run)
    {
        CheckedFile checked;
        checked.file = file;
        look(file, checked);
        const fs::path path = m_folder / file;
        if (isMediaFile(path) && file.starts_with("media/")) {
            for (const MediaTag& tag : mediaTags(path)) {
                if (!isUsual(tag))
                    checked.metadataLeft.push_back(fmt::format("{}: {} = {}", tag.place, tag.name, tag.value));
            }
            if (probeMedia(MediaFile(path)).hasVideo)
                lookForFaces(path, checked, run);
        } else if (file == "segments.csv") {
            const std::string table = wholeText(path);
            look(table.substr(std::min(table.size(), table.find('\n'))), checked); // names of columns are ours
        } else if (file == "project.polylogue") {
            lookThrough(path, checked);
        } else if (file == "dataset.json") {
            lookThrough(parsed(path), checked);
        } else if (!kOwnFiles.contains(file)) {
            checked.metadataLeft.push_back("a file that is none of the folder's");
        }
        return checked;
    }

private:
    void look(const std::string& text, CheckedFile& checked) const
    {
        for (std::string& name : m_hidden.in(text))
            checked.wordsLeft.push_back(std::move(name));
    }

    void lookThrough(const ordered_json& value, CheckedFile& checked) const
    {
        if (value.is_string())
            look(value.get<std::string>(), checked);
        else if (value.is_structured()) {
            for (const auto& part : value)
                lookThrough(part, checked);
        }
    }

    void lookThrough(const fs::path& project, CheckedFile& checked) const
    {
        std::vector<std::string> problems;
        ProjectFile file = ProjectFile::open(project, ProjectFile::Access::ReadOnly);
        const Annotation annotation = file.load(problems);
        for (const auto& [id, tier] : annotation.tiers()) {
            look(tier.name + '\n' + tier.video + '\n' + tier.annotator + '\n' + tier.source, checked);
            for (const LabelScheme& label : tier.labels) {
                look(label.name, checked);
                if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
                    for (const Term& term : vocabulary->terms)
                        look(term.name, checked);
                }
            }
        }
        for (const auto& [id, segment] : annotation.segments()) {
            look(segment.text + '\n' + segment.comment, checked);
            for (const auto& [label, value] : segment.values) {
                const auto* text = std::get_if<std::string>(&value.value);
                look(label + '\n' + value.by.annotator + '\n' + (text ? *text : std::string()), checked);
            }
        }
        for (const auto& [key, item] : annotation.items())
            look(item.name + '\n' + item.json, checked);
    }

    bool isConsenting(const std::string& video, std::size_t frame, const FaceBox& box) const
    {
        const auto kept = m_key.kept.find(video);
        if (kept == m_key.kept.end())
            return false;
        const auto faces = kept->second.find(frame);
        return faces != kept->second.end()
            && std::ranges::any_of(faces->second, [&](const FaceBox& face) { return face.overlap(box) >= kSameFace; });
    }

    void lookForFaces(const fs::path& path, CheckedFile& checked, const RunContext& run)
    {
        VideoReader reader(MediaFile(path), VideoReader::kKeptInSequence);
        const std::size_t frames = reader.index().size();
        const std::string video = path.stem().string();
        FramesAhead pictures(reader, 0, 0, run.stop);
        for (std::size_t k = 0; k < frames; ++k) {
            run.tick(k, frames);
            const auto picture = pictures.next();
            for (const CascadeHit& hit : m_finder.find(*picture)) {
                if (!isConsenting(video, k, hit.box))
                    (hit.isConfirmed ? checked.facesLeft : checked.singleHits).push_back({k, hit.box});
            }
        }
        checked.frames = frames;
    }

    fs::path m_folder;
    const DeidentificationKey& m_key;
    HiddenNames m_hidden;
    CascadeFinder m_finder;
};

ordered_json facesJson(const std::vector<FaceLeft>& faces)
{
    ordered_json list = ordered_json::array();
    for (const FaceLeft& face : faces)
        list.push_back({{"frame", face.frame}, {"box", json(face.box)}});
    return list;
}

}

HiddenNames DeidentificationKey::hidden() const
{
    HiddenNames names_;
    for (const auto& [name, instead] : names)
        names_.add(name, instead);
    return names_;
}

void writeKey(const DeidentificationKey& key, const fs::path& file)
{
    ordered_json kept = ordered_json::object();
    for (const auto& [video, frames] : key.kept) {
        for (const auto& [frame, faces] : frames) {
            ordered_json boxes = ordered_json::array();
            for (const FaceBox& face : faces)
                boxes.push_back(json(face));
            kept[video][std::to_string(frame)] = boxes;
        }
    }
    const ordered_json whole{{"format", 1}, {"names", key.names}, {"videos", key.videos}, {"kept", kept}};
    PendingFile pending = writeTextFile(file, jsonText(whole, 1) + '\n');
    if (::chmod(pending.temporary().c_str(), S_IRUSR | S_IWUSR) != 0)
        throw IoError("io", file.string(), "cannot be kept from other people's eyes");
    pending.commit();
}

DeidentificationKey readKey(const fs::path& file)
{
    DeidentificationKey key;
    const ordered_json whole = parsed(file);
    try {
        key.names = whole.at("names").get<std::map<std::string, std::string>>();
        key.videos = whole.at("videos").get<std::map<std::string, std::string>>();
        for (const auto& [video, frames] : whole.at("kept").items()) {
            for (const auto& [frame, faces] : frames.items()) {
                for (const auto& box : faces)
                    key.kept[video][std::stoul(frame)].push_back({box.at(0), box.at(1), box.at(2), box.at(3)});
            }
        }
    } catch (const std::exception& error) {
        throw FormatError("data_invalid", file.string(), std::string("is no key of a de-identified folder: ") + error.what());
    }
    return key;
}

bool CheckedVoices::isClean() const
{
    return std::ranges::all_of(moved, [](const auto& one) { return one.second >= kLeastMove; });
}

bool DeidentificationCheck::isClean() const
{
    return std::ranges::all_of(files, &CheckedFile::isClean) && (!voices || voices->isClean());
}

std::size_t DeidentificationCheck::facesLeft() const
{
    std::size_t count = 0;
    for (const CheckedFile& file : files)
        count += file.facesLeft.size();
    return count;
}

std::size_t DeidentificationCheck::frames() const
{
    std::size_t count = 0;
    for (const CheckedFile& file : files)
        count += file.frames;
    return count;
}

DeidentificationCheck checkDeidentified(const fs::path& folder, const DeidentificationKey& key, const RunContext& run)
{
    if (!fs::is_regular_file(folder / "dataset.json"))
        throw IoError("file_not_found", (folder / "dataset.json").string(), "is not there: this is no de-identified folder");
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory())
            names.push_back(entry.path().lexically_relative(folder).string());
    }
    std::ranges::sort(names);
    FolderCheck check(folder, key);
    DeidentificationCheck result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const RunContext part{run.stop, [&](double fraction) {
                                  if (run.progress)
                                      run.progress((static_cast<double>(i) + fraction) / static_cast<double>(names.size()));
                              }};
        result.files.push_back(check.check(names[i], part));
    }
    return result;
}

std::string verificationText(const DeidentificationCheck& check)
{
    ordered_json files = ordered_json::array();
    for (const CheckedFile& file : check.files) {
        if (file.file == kVerificationFile)
            continue;
        files.push_back({{"file", file.file},
                         {"frames", file.frames},
                         {"faces_left", facesJson(file.facesLeft)},
                         {"single_hits", facesJson(file.singleHits)},
                         {"metadata_left", file.metadataLeft},
                         {"words_left", file.wordsLeft.size()}}); // the names themselves are not written into the folder
    }
    ordered_json whole{{"format", 1}, {"is_clean", check.isClean()}, {"files", files}};
    whole["look_at_these"] = check.unsure;
    if (check.voices) {
        ordered_json moved = ordered_json::object();
        for (const auto& [file, share] : check.voices->moved)
            moved[file] = share;
        whole["voices"] = {{"formants_moved", moved}};
        if (check.voices->found)
            whole["voices"]["speaker_found"] = {{"share", check.voices->found->share},
                                                {"chance", check.voices->found->chance},
                                                {"recordings", check.voices->found->recordings}};
    }
    whole["looked_at_by"] = check.lookedAtBy.empty() ? ordered_json(nullptr) : ordered_json(check.lookedAtBy);
    return jsonText(whole, 1) + '\n';
}

void noteLookedAt(const fs::path& folder, const std::string& name)
{
    ordered_json whole = parsed(folder / kVerificationFile);
    if (!whole.is_object() || !whole.contains("files"))
        throw FormatError("data_invalid", (folder / kVerificationFile).string(), "is no verification of a de-identified folder");
    whole["looked_at_by"] = name;
    writeTextFile(folder / kVerificationFile, jsonText(whole, 1) + '\n').commit();
}

}
