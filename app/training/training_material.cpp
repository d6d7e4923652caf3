#include "app/training/training_material.h"

#include "app/training/training_wish.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/listening_tier.h"
#include "engine/conversations/conversation_folds.h"
#include "engine/project_items/fold_item.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/splits/group_splits.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace app {

namespace {

using engine::LabelToLearn;

constexpr std::array kParts{"train", "valid", "test"};
constexpr std::size_t kOfAClass = 10; // labelled segments that each of two classes needs
constexpr std::size_t kOfAPart = 10; // labelled segments with which a part tells something
constexpr std::size_t kFewestToLearn = 2; // labelled segments that a training refuses to do without
constexpr std::size_t kOfATest = 30; // with fewer the interval of a figure is wide

struct NeedTexts {
    Q_DECLARE_TR_FUNCTIONS(app::NeedTexts)
};

/// Whether a model can take it; also one of which another sequence of the same kind is the usual one.
bool isSource(const OpenDataset::Sequence& sequence)
{
    const Role role
        = sequence.role == Role::Other ? engine::guessRole(sequence.key, *sequence.file) : sequence.role;
    return !sequence.isText && (role == Role::Text || role == Role::Acoustic || role == Role::Visual);
}

bool isPackedSource(const OpenDataset::Sequence& sequence)
{
    return sequence.packed && isSource(sequence);
}

TrainingMaterial::Source sourceOf(const OpenDataset::Sequence& sequence)
{
    TrainingMaterial::Source source{sequence.key, modalityOf(sequence), 0, {}, sequence.role != Role::Other};
    for (const std::string& id : sequence.file->ids())
        source.videos.insert(engine::strippedId(id));
    if (!sequence.file->ids().empty()) {
        const engine::EntryShape shape = sequence.file->shape(sequence.file->ids().front());
        source.columns = shape.features.size() > 1 ? shape.features[1] : 1;
    }
    return source;
}

std::set<std::string> videosIn(const engine::FoldLists& folds, const std::string& part)
{
    const auto found = folds.find(part);
    return found == folds.end() ? std::set<std::string>()
                                : std::set(found->second.begin(), found->second.end());
}

/// Labelled videos that stay together.
struct Group {
    std::vector<std::string> videos; ///< in their order
    std::size_t labelled = 0; ///< segments
};
using Groups = std::map<std::string, Group>; ///< by the least name of a speaker or video in them

using Way = TrainingSplit::Way;

/// Whose video it is, where splits go by that; empty: nobody knows.
std::string speakerOf(const TrainingMaterial& material, const std::string& video, Way way)
{
    const auto speaker = material.speakers.find(video);
    return way == Way::BySpeaker && speaker != material.speakers.end() ? speaker->second : std::string();
}

/// The labelled videos with what keeps them together; their seconds are labelled segments.
std::vector<engine::SplitVideo> labelledVideos(const LabelToLearn& label, const TrainingMaterial& material,
                                               Way way)
{
    const std::vector<std::size_t> counts = label.labelledByVideo();
    std::vector<engine::SplitVideo> videos;
    for (std::size_t place = 0; place < counts.size(); ++place) {
        if (counts[place] == 0)
            continue;
        engine::SplitVideo& video = videos.emplace_back(
            engine::SplitVideo{label.segments->videos[place], static_cast<double>(counts[place])});
        std::vector<std::string> together{video.id};
        if (const engine::Conversation* const conversation = material.conversations.of(video.id)) {
            video.conversation = conversation->id;
            for (const engine::ConversationParticipant& who : conversation->participants)
                together.push_back(conversation->entryOf(who));
        }
        for (const std::string& one : together) {
            if (const std::string speaker = speakerOf(material, one, way); !speaker.empty())
                video.speakers.push_back(speaker);
        }
    }
    return videos;
}

Groups groupsOf(const LabelToLearn& label, const TrainingMaterial& material, Way way)
{
    const std::vector<engine::SplitVideo> videos = labelledVideos(label, material, way);
    if (videos.empty())
        return {};
    const auto places = engine::groupSplits(videos, {{"all", 1.0}}).videos;
    std::map<std::size_t, std::string> names;
    for (const auto& [video, place] : places) {
        const std::string speaker = speakerOf(material, video, way);
        const std::string name = speaker.empty() ? "video " + video : "speaker " + speaker;
        const auto [least, isFirst] = names.emplace(place.group, name);
        if (!isFirst)
            least->second = std::min(least->second, name);
    }
    Groups groups;
    for (const engine::SplitVideo& video : videos) {
        Group& group = groups[names.at(places.at(video.id).group)];
        group.videos.push_back(video.id);
        group.labelled += static_cast<std::size_t>(video.seconds);
    }
    return groups;
}

/// Labelled videos, of which those of a conversation count as one.
std::size_t labelledTalks(const LabelToLearn& label, const TrainingMaterial& material)
{
    if (material.conversations.empty())
        return label.labelledVideos();
    std::set<std::string> talks;
    const std::vector<std::size_t> counts = label.labelledByVideo();
    for (std::size_t place = 0; place < counts.size(); ++place) {
        const std::string& video = label.segments->videos[place];
        const engine::Conversation* const conversation = material.conversations.of(video);
        if (counts[place] > 0)
            talks.insert(conversation ? conversation->id : video);
    }
    return talks.size();
}

/// Conversations differ in length, so they are shared out by their labelled segments. Fewer than three parts:
/// there are no conversations, or too few.
engine::FoldLists sharedOut(const LabelToLearn& label, const TrainingMaterial& material, Way way,
                            std::uint64_t seed)
{
    engine::FoldLists folds;
    if (material.conversations.empty())
        return folds;
    const std::vector<engine::SplitVideo> videos = labelledVideos(label, material, way);
    if (std::ranges::all_of(videos, &std::string::empty, &engine::SplitVideo::conversation))
        return folds;
    const auto drawn = engine::groupSplits(videos, {{"train", 0.7}, {"valid", 0.15}, {"test", 0.15}}, seed);
    for (const auto& [video, place] : drawn.videos)
        folds[place.split].push_back(video);
    return folds;
}

TrainingNeed labelsThatDiffer(const LabelToLearn& label)
{
    TrainingNeed need{TrainingNeed::Kind::Labels, false, true, NeedTexts::tr("Labels that differ"), {}};
    std::map<double, std::size_t> counts;
    for (const double value : label.values) {
        if (!std::isnan(value))
            ++counts[value];
    }
    if (!label.classes.empty()) {
        const auto enough
            = std::ranges::count_if(counts, [](const auto& one) { return one.second >= kOfAClass; });
        need.isMet = enough >= 2;
        QStringList classes;
        for (const auto& [place, count] : counts)
            classes << QStringLiteral("%1 %2")
                           .arg(QString::fromStdString(label.classes[static_cast<std::size_t>(place)]))
                           .arg(count);
        need.detail = need.isMet ? classes.join(QStringLiteral(", "))
                                 : NeedTexts::tr("Two classes need %1 segments each: %2.")
                                       .arg(kOfAClass)
                                       .arg(classes.isEmpty() ? NeedTexts::tr("there are none yet")
                                                              : classes.join(QStringLiteral(", ")));
        return need;
    }
    need.isMet = counts.size() >= 2;
    need.detail = counts.empty() ? NeedTexts::tr("No segment has a value yet.")
        : need.isMet ? NeedTexts::tr("%1 … %2, %n segment(s)", nullptr, static_cast<int>(label.labelled()))
                           .arg(widgets::shownNumber(counts.begin()->first, 3),
                                widgets::shownNumber(counts.rbegin()->first, 3))
                     : NeedTexts::tr("All have the same value.");
    return need;
}

TrainingNeed inputs(const LabelToLearn& label, const TrainingMaterial& material,
                    const std::set<std::string>& sources)
{
    TrainingNeed need{
        TrainingNeed::Kind::Inputs, false, true, NeedTexts::tr("Inputs for what is labelled"), {}};
    QStringList counts;
    std::size_t least = label.labelled();
    for (const TrainingMaterial::Source& source : material.sources) {
        if (!sources.contains(source.key))
            continue;
        const std::size_t covered = labelledIn(label, source.videos);
        least = std::min(least, covered);
        counts << NeedTexts::tr("%1: %2 of %3")
                      .arg(QString::fromStdString(source.key))
                      .arg(covered)
                      .arg(label.labelled());
    }
    need.isMet = !counts.isEmpty() && least > 0;
    need.detail = !counts.isEmpty() ? counts.join(QStringLiteral(", "))
        : material.sources.empty()
        ? NeedTexts::tr("There are no features yet; sequences are made of the recordings.")
        : NeedTexts::tr("Tick at least one sequence.");
    return need;
}

}

std::size_t labelledIn(const LabelToLearn& label, const std::set<std::string>& videos)
{
    const std::vector<std::size_t> counts = label.labelledByVideo();
    std::size_t labelled = 0;
    for (std::size_t video = 0; video < counts.size(); ++video)
        labelled += videos.contains(label.segments->videos[video]) ? counts[video] : 0;
    return labelled;
}

TrainingMaterial trainingMaterial(const ProjectMoment& moment, const engine::RunContext& run)
{
    TrainingMaterial material;
    if (!moment.dataset)
        return material;
    material.labels = engine::labelsToLearn(*moment.dataset, moment.annotation(), run);
    material.hasOwnLabels = !engine::tiersCalled(moment.annotation(), engine::kLabelsTier).empty();
    material.hasListeners = std::ranges::any_of(
        material.labels, [](const LabelToLearn& label) { return engine::isOfListeners(label.tier); });
    for (const OpenDataset::Sequence& sequence : moment.dataset->sequences) {
        material.hasListeners = material.hasListeners || engine::isOfListeners(sequence.key);
        if (isSource(sequence))
            material.sources.push_back(sourceOf(sequence));
        if (sequence.role == Role::Words)
            material.words = sequence.key;
        if (sequence.role == Role::Labels && material.labelsKey.empty())
            material.labelsKey = sequence.key;
    }
    if (material.words.empty() && !engine::tiersCalled(moment.annotation(), engine::kWordsTier).empty())
        material.words = engine::kWordsTier;
    for (const auto& media : moment.dataset->list.media) {
        if (!media.speaker.empty())
            material.speakers[media.id] = media.speaker;
    }
    material.isPacked = std::ranges::any_of(moment.dataset->sequences, isPackedSource)
        && std::ranges::none_of(moment.dataset->sequences, [](const OpenDataset::Sequence& sequence) {
                            return isSource(sequence) && sequence.isCsd();
                        });
    if (material.isPacked) // of several of a kind the file's reader takes the first
        std::erase_if(material.sources, [](const TrainingMaterial::Source& one) { return !one.isUsual; });
    material.conversations = moment.dataset->conversations;
    for (const engine::Conversation& conversation : material.conversations.all()) {
        for (const engine::ConversationParticipant& who : conversation.participants) {
            if (!who.who().empty())
                material.speakers.emplace(conversation.entryOf(who), who.who());
        }
    }
    const auto kept = engine::projectFolds(moment.annotation());
    material.given = engine::withEntries(kept ? *kept : moment.dataset->list.folds, material.conversations);
    return material;
}

std::vector<std::string> inseparable(const TrainingMaterial& material, const LabelToLearn& label,
                                     const std::string& video)
{
    const engine::Conversation* const conversation = material.conversations.of(video);
    if (!conversation)
        return {video};
    std::vector<std::string> videos;
    std::ranges::copy_if(label.segments->videos, std::back_inserter(videos), [&](const std::string& other) {
        return material.conversations.of(other) == conversation;
    });
    return videos;
}

engine::FoldLists drawnSplit(const LabelToLearn& label, const TrainingMaterial& material,
                             TrainingSplit::Way way, std::uint64_t seed)
{
    if (engine::FoldLists shared = sharedOut(label, material, way, seed); shared.size() == kParts.size())
        return shared;
    const Groups groups = groupsOf(label, material, way);
    std::vector<std::string> names;
    for (const auto& [name, group] : groups)
        names.push_back(name);
    engine::FoldLists folds;
    for (const auto& [part, drawn] : drawnFolds(std::move(names), seed)) {
        for (const std::string& name : drawn) {
            const std::vector<std::string>& videos = groups.at(name).videos;
            folds[part].insert(folds[part].end(), videos.begin(), videos.end());
        }
        std::ranges::sort(folds[part]);
    }
    return folds;
}

std::optional<engine::FoldLists> splitWithoutTest(const LabelToLearn& label, const TrainingMaterial& material,
                                                  const engine::FoldLists& folds)
{
    engine::FoldLists split = folds;
    split.erase("test");
    if (labelledTalks(label, material) == 2) {
        const Groups groups = groupsOf(label, material, TrainingSplit::Way::ByVideo);
        const Group& first = groups.begin()->second;
        const Group& second = std::next(groups.begin())->second;
        const bool isFirstLarger = first.labelled >= second.labelled;
        split = {{"train", (isFirstLarger ? first : second).videos},
                 {"valid", (isFirstLarger ? second : first).videos}};
    }
    const bool isEnough = labelledIn(label, videosIn(split, "train")) >= kFewestToLearn
        && labelledIn(label, videosIn(split, "valid")) > 0;
    return isEnough ? std::optional(split) : std::nullopt;
}

std::vector<TrainingNeed> trainingNeeds(const LabelToLearn* label, const TrainingMaterial& material,
                                        const std::set<std::string>& sources, const engine::FoldLists& folds)
{
    using Kind = TrainingNeed::Kind;
    if (!label)
        return {
            {Kind::Labels, false, true, NeedTexts::tr("Labels"), NeedTexts::tr("Nothing is labelled yet.")}};
    std::vector<TrainingNeed> needs{labelsThatDiffer(*label), inputs(*label, material, sources)};
    std::map<std::string, std::size_t> labelled;
    QStringList parts, bare;
    std::size_t least = label->labelled();
    for (const char* const part : kParts) {
        labelled[part] = labelledIn(*label, videosIn(folds, part));
        least = std::min(least, labelled[part]);
        parts << QStringLiteral("%1 %2").arg(QLatin1String(part)).arg(labelled[part]);
        if (labelled[part] == 0)
            bare << QLatin1String(part);
    }
    const std::size_t talks = labelledTalks(*label, material);
    const bool areFew = talks < 3;
    needs.push_back({Kind::Videos, least > 0, true,
                     areFew ? (talks < label->labelledVideos()
                                   ? NeedTexts::tr("Three conversations with labels: %1 so far")
                                   : NeedTexts::tr("Three videos with labels: %1 so far"))
                                  .arg(talks)
                            : NeedTexts::tr("Labels in each part"),
                     areFew ? NeedTexts::tr("One to learn from, one to stop in time, one to be judged by.")
                         : bare.isEmpty()
                         ? parts.join(QStringLiteral(", "))
                         : NeedTexts::tr("These folds leave %1 without labels: %2.")
                               .arg(QLocale().createSeparatedList(bare), parts.join(QStringLiteral(", "))),
                     !areFew && !bare.isEmpty()});
    needs.push_back({Kind::Segments, least >= kOfAPart, false,
                     NeedTexts::tr("Ten labelled segments in each part"), parts.join(QStringLiteral(", "))});
    needs.push_back({Kind::Test, labelled["test"] >= kOfATest, false,
                     NeedTexts::tr("A test that means something"),
                     NeedTexts::tr("With under %1 segments the interval of a figure is wide: it is shown.")
                         .arg(kOfATest)});
    return needs;
}

std::optional<OpenSegment> nextToLabel(const LabelToLearn& label)
{
    const std::vector<std::size_t> labelled = label.labelledByVideo();
    std::optional<std::size_t> next; // row
    for (std::size_t row = 0; row < label.values.size(); ++row) {
        if (!std::isnan(label.values[row]))
            continue;
        const std::size_t video = label.segments->videoOf[row];
        if (!next || (labelled[label.segments->videoOf[*next]] > 0 && labelled[video] == 0))
            next = row;
    }
    if (!next)
        return std::nullopt;
    return OpenSegment{label.segments->videos[label.segments->videoOf[*next]],
                       label.segments->spans[*next].start};
}

}
