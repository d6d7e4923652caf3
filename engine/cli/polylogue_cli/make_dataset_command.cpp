#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/folder_files.h"
#include "engine/cli/polylogue_cli/random_folds_option.h"
#include "engine/cli/probing.h"
#include "engine/conversations/conversation_list.h"
#include "engine/core/error.h"
#include "engine/core/file_sums.h"
#include "engine/core/output_guard.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/corpora/corpus_dataset.h"
#include "engine/corpora/corpus_layouts.h"
#include "engine/publishing/publication_files.h"
#include "engine/publishing/published_folds.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSpeaking = "speaking";
constexpr const char* kListening = "listening";

struct MakeDatasetOptions {
    fs::path folder;
    std::string name;
    fs::path out; ///< empty: dataset.json in the folder
    fs::path folds;
    RandomFoldsOptions randomFolds;
    bool force = false;
    std::string layout; ///< of a published corpus; empty: whatever lies in the folder
    std::string about = kSpeaking; ///< whom labels tell of
    std::vector<std::string> sets, labels, arrays;

    fs::path list() const { return out.empty() ? folder / "dataset.json" : out; }
};

/// What an earlier list says of the file: its key, group, credit stay as somebody wrote them.
template <class Item>
Item known(const std::vector<Item>& earlier, const fs::path& file, Item unknown)
{
    const auto isIt = [&](const Item& item) { return fs::path(item.file).lexically_normal() == file; };
    const auto found = std::ranges::find_if(earlier, isIt);
    Item item = found == earlier.end() ? std::move(unknown) : *found;
    item.file = file;
    return item;
}

/// The first folder below the dataset's: `raw/words.csd` is raw.
std::string groupOf(const fs::path& file, const fs::path& folder)
{
    const fs::path inside = file.lexically_relative(folder);
    return inside.has_parent_path() ? inside.begin()->string() : std::string();
}

/// Lists the file under its root name, which nothing else in the list may have.
/// @return whether it can be read; what is wrong with it was said
bool addSequence(DatasetList& list, const DatasetList& earlier, const fs::path& file, Prober& prober,
                 std::set<std::string>& videos)
{
    std::shared_ptr<const CsdFile> csd;
    try {
        csd = openProbed(file, prober);
    } catch (const Error& error) { // the others are listed
        say(stderr, "{}: {}\n", error.code(), error.what());
        return false;
    }
    for (const std::string& id : csd->ids())
        videos.insert(strippedId(id));
    DatasetList::Sequence sequence
        = known(earlier.sequences, file, {groupOf(file, list.root), csd->rootName(), file});
    if (const DatasetList::Sequence* other = list.sequence(sequence.name))
        throw FormatError("recipe_invalid", file.string(),
                          fmt::format("has the name {}, as {} has; give one of them another root name, or "
                                      "move it out of the folder",
                                      sequence.name, other->file.string()));
    list.sequences.push_back(std::move(sequence));
    return true;
}

bool isSound(const fs::path& file)
{
    static const std::set<std::string> extensions{".wav", ".flac", ".mp3",  ".m4a",
                                                  ".aac", ".ogg",  ".opus", ".aiff"};
    return extensions.contains(file.extension().string());
}

/// Lists the file under its stem. A video's own sound track beside it (`v.mp4`, `v.wav`) is left out.
void addMedia(DatasetList& list, const DatasetList& earlier, const fs::path& file)
{
    DatasetList::Media media = known(earlier.media.all(), file, {file.stem().string(), file, "", ""});
    std::vector<DatasetList::Media>& listed = list.media.edit();
    const auto other = std::ranges::find(listed, media.id, &DatasetList::Media::id);
    if (other == listed.end()) {
        listed.push_back(std::move(media));
        return;
    }
    if (isSound(other->file) && !isSound(file))
        std::swap(*other, media);
    say(stderr, "{} is left out: {} has the same name, and a list has one file per video.\n",
        media.file.string(), other->file.string());
}

void addSums(DatasetList& list)
{
    std::vector<fs::path> files;
    for (const auto& sequence : list.sequences)
        files.push_back(sequence.file);
    for (const auto& media : list.media)
        files.push_back(media.file);
    const std::vector<FileSum> sums = sumsOf(files, progressOnTerminal("checksums"));
    auto sum = sums.begin();
    const auto note = [&](DatasetList::FileFacts& facts) {
        facts.size = sum->size;
        facts.sha256 = sum->sha256;
        ++sum;
    };
    for (auto& sequence : list.sequences)
        note(sequence.facts);
    for (auto& media : list.media.edit())
        note(media.facts);
}

/// A fold may name videos that nobody has (the published ones do); a slip in an id looks the same.
void sayWhichFoldIdsAreUnknown(const DatasetList& list, std::set<std::string> videos)
{
    for (const auto& media : list.media)
        videos.insert(media.id);
    for (const Conversation& conversation : conversationsOf(list.more, {})) // which stand for their entries
        videos.insert(conversation.id);
    for (const auto& [fold, ids] : list.folds) {
        std::vector<std::string> unknown;
        std::ranges::copy_if(ids, std::back_inserter(unknown),
                             [&](const std::string& id) { return !videos.contains(strippedId(id)); });
        if (unknown.empty())
            continue;
        const std::size_t shown = std::min<std::size_t>(unknown.size(), 5);
        say(stderr, "No file has {} of the {} videos of the fold {}: {}{}\n", unknown.size(), ids.size(),
            fold, fmt::join(unknown.begin(), unknown.begin() + shown, ", "),
            shown < unknown.size() ? ", …" : "");
    }
}

/// All that --layout takes.
std::vector<std::string> layoutNames()
{
    std::vector<std::string> names = corpusLayoutNames();
    for (const ConversationLayout& layout : conversationLayouts())
        names.emplace_back(layout.name);
    std::ranges::sort(names);
    return names;
}

CorpusDataset corpusOf(const MakeDatasetOptions& options, const fs::path& root)
{
    if (const ConversationLayout* conversations = conversationLayout(options.layout))
        return conversations->make(root, {options.force, options.about == kListening, options.arrays},
                                   progressOnTerminal(conversations->work));
    requireFree(root, {"labels.csd", "sentences.csd"}, {options.force});
    nlohmann::ordered_json layout = corpusLayout(options.layout);
    for (const std::string& assignment : options.sets)
        setLayoutField(layout, assignment);
    std::vector<WantedLabel> labels;
    std::ranges::transform(options.labels, std::back_inserter(labels), WantedLabel::parse);
    return makeCorpusDataset(root, filesUnder(root), std::move(layout), labels);
}

/// A corpus by its layout: recordings where it has them, labels and texts out of its tables.
int makeFromLayout(const MakeDatasetOptions& options)
{
    const fs::path root = fs::absolute(options.folder / "").lexically_normal().parent_path();
    const fs::path target = root / "dataset.json";
    CorpusDataset made = corpusOf(options, root);
    made.list.name = options.name.empty() ? root.filename().string() : options.name;
    if (!options.folds.empty())
        made.list.folds = readFolds(options.folds);
    for (const std::string& note : made.notes)
        say(stderr, "note: {}\n", note);
    addSums(made.list);
    writeDatasetList(made.list, target);
    if (!options.randomFolds.wished.empty()) {
        drawFolds(made.list, target.string(), options.randomFolds);
        writeDatasetList(made.list, target);
    }
    say(stdout, "{}: {} recordings, {} segments with labels ({}), {} folds\n", target.string(),
        made.list.media.size(), made.segments, fmt::join(made.labelNames, ", "), made.list.folds.size());
    return 0;
}

int makeDataset(const MakeDatasetOptions& options)
{
    const fs::path target = fs::absolute(options.list()).lexically_normal();
    const bool isPublished = fs::exists(options.folder / kPublicationSums);
    if (isPublished && options.out.empty())
        throw FormatError(
            "in_the_way", options.folder.string(),
            "is a published folder, which stays as it is: --out says where the list is written");
    const DatasetList earlier = fs::exists(target) ? readDatasetList(target) : DatasetList{};
    DatasetList list;
    list.root = fs::absolute(options.folder / "").lexically_normal().parent_path();
    list.name = !options.name.empty() ? options.name
        : !earlier.name.empty()       ? earlier.name
                                      : list.root.filename().string();
    list.id = earlier.id;
    list.folds = options.folds.empty() ? earlier.folds : readFolds(options.folds);
    if (list.folds.empty())
        list.folds = publishedFolds(list.root);
    list.more = earlier.more;
    conversationsOf(list.more, target.string()); // which are kept, and have to be right

    const auto prober = makeProber();
    std::set<std::string> videos;
    std::size_t unread = 0;
    for (const fs::path& file : filesUnder(list.root)) {
        if (file.extension() == ".csd")
            unread += addSequence(list, earlier, file, *prober, videos) ? 0 : 1;
        else if (isMediaFile(file))
            addMedia(list, earlier, file);
    }
    if (list.sequences.empty() && list.media.empty() && unread > 0)
        throw FormatError("data_invalid", list.root.string(),
                          "holds no .csd file that can be read, and no media");
    std::vector<fs::path> inputs{options.folds};
    for (const auto& sequence : list.sequences)
        inputs.push_back(sequence.file);
    for (const auto& media : list.media)
        inputs.push_back(media.file);
    refuseInputsAsOutputs(inputs, std::vector{target});
    if (list.sequences.empty() && list.media.empty())
        throw FormatError("data_invalid", list.root.string(),
                          std::string("holds no .csd file and no media")
                              + (isPublished ? "; publish puts them there by --sequences and --media" : ""));
    addSums(list);
    if (!options.randomFolds.wished.empty())
        drawFolds(list, target.string(), options.randomFolds);
    writeDatasetList(list, target);
    sayWhichFoldIdsAreUnknown(list, std::move(videos));
    say(stdout, "{}: {} sequences, {} media, {} folds\n", options.list().string(), list.sequences.size(),
        list.media.size(), list.folds.size());
    if (unread == 0)
        return 0;
    say(stderr, "{} files cannot be read and are not in the list.\n", unread);
    return 1;
}

}

void addMakeDataset(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "make-dataset", "Lists a folder's sequences and media with size and SHA-256 (dataset.json).");
    auto options = std::make_shared<MakeDatasetOptions>();
    command->add_option("FOLDER", options->folder, "folder of .csd files and media, with those in it")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--name", options->name, "what the dataset is called (otherwise as the folder)");
    command->add_option("--out", options->out, "the list to write (otherwise FOLDER/dataset.json)");
    command
        ->add_option(
            "--folds", options->folds,
            R"(JSON file with folds: {"train": ["video", …], …} (otherwise the splits of a published folder))")
        ->check(CLI::ExistingFile);
    addRandomFolds(*command, options->randomFolds);
    command
        ->add_option("--layout", options->layout,
                     fmt::format("a published corpus: its recordings, labels, texts and folds where it has "
                                 "them ({})",
                                 fmt::join(layoutNames(), ", ")))
        ->check(CLI::IsMember(layoutNames()));
    command->add_option("--set", options->sets,
                        "another place of a layout: rows.files=LABELS.csv, folds.names.devel=valid");
    command->add_option("--label", options->labels,
                        "of a layout: NAME[:low:high], a further column of labels");
    command
        ->add_option("--about", options->about,
                     "of --layout mer: whether labels tell of who speaks or of who listens")
        ->check(CLI::IsMember({kSpeaking, kListening}))
        ->capture_default_str();
    command->add_option("--array", options->arrays,
                        "of --layout seamless: an array to take, movement.FAUValue, and no others "
                        "(otherwise all of at most 64 columns)");
    command->add_flag("--force", options->force,
                      "write over an existing list; its names, groups, folds and notes are kept");
    command->callback([options, &action] {
        if (!options->force && fs::exists(options->list()))
            throw CLI::ValidationError(
                "make-dataset", options->list().string() + " is there already; --force brings it up to date");
        if (options->layout.empty() && !(options->sets.empty() && options->labels.empty()))
            throw CLI::ValidationError("make-dataset", "--set and --label are for --layout");
        const ConversationLayout* conversations = conversationLayout(options->layout);
        if (conversations && !(options->sets.empty() && options->labels.empty()))
            throw CLI::ValidationError("make-dataset",
                                       "--set and --label are not for --layout " + options->layout);
        if (options->about == kListening && !(conversations && conversations->hasListeners))
            throw CLI::ValidationError("make-dataset", "--about listening is for --layout mer");
        if (!options->arrays.empty() && options->layout != "seamless")
            throw CLI::ValidationError("make-dataset", "--array is for --layout seamless");
        if (options->layout == "csv" && options->labels.empty())
            throw CLI::ValidationError("make-dataset",
                                       "--layout csv needs --label NAME, once for each column of labels");
        if (!options->layout.empty() && !options->out.empty())
            throw CLI::ValidationError("make-dataset",
                                       "--layout writes FOLDER/dataset.json; --out is not for it");
        action = [options] {
            return options->layout.empty() ? makeDataset(*options) : makeFromLayout(*options);
        };
    });
}

}
