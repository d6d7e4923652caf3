#include "engine/cli/polylogue_cli/random_folds_option.h"

#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/probing.h"
#include "engine/conversation_sources/dataset_turns.h"
#include "engine/conversations/conversation_folds.h"
#include "engine/conversations/random_folds.h"
#include "engine/conversations/turns.h"
#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine::cli {

namespace {

constexpr const char* kByConversation = "conversation";
constexpr const char* kByEpisode = "episode";
constexpr const char* kByPerson = "person";
constexpr const char* kByVideo = "video";

/// `train=.7`
SplitShare wishedShare(const std::string& text)
{
    const std::size_t equals = text.find('=');
    SplitShare share{text.substr(0, equals), 0.0, 0.0};
    const std::string part = equals == std::string::npos ? std::string() : text.substr(equals + 1);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), share.part);
    const bool isShare = error == std::errc() && end == part.data() + part.size() && !share.name.empty()
        && share.part > 0.0 && share.part <= 1.0;
    if (!isShare)
        throw CLI::ValidationError("--random-folds",
                                   "'" + text + "' is no share: FOLD=PART is expected, as train=.7");
    return share;
}

std::vector<SplitShare> wishedShares(const std::vector<std::string>& texts)
{
    std::vector<SplitShare> shares;
    double sum = 0.0;
    for (const std::string& text : texts) {
        const SplitShare share = wishedShare(text);
        if (std::ranges::find(shares, share.name, &SplitShare::name) != shares.end())
            throw CLI::ValidationError("--random-folds", "names the fold " + share.name + " twice");
        sum += share.part;
        shares.push_back(share);
    }
    if (std::abs(sum - 1.0) > 1e-6)
        throw CLI::ValidationError("--random-folds",
                                   fmt::format("the parts add up to {:.6g}, expected 1", sum));
    static const std::vector<std::string> usual{"train", "valid", "test"};
    std::ranges::stable_sort(shares, {}, [](const SplitShare& share) { // equal: the first gets more
        return std::ranges::find(usual, share.name) - usual.begin();
    });
    return shares;
}

/// A dataset whose folds are drawn: its videos, and what there is of each.
class FoldedDataset {
public:
    FoldedDataset(const DatasetList& list, const std::string& file) : m_list(list), m_prober(makeProber())
    {
        for (const DatasetList::Sequence& listed : list.sequences) {
            for (const std::string& id : sequence(listed.name)->ids())
                m_videos.insert(strippedId(id));
        }
        for (const DatasetList::Media& media : list.media)
            m_videos.insert(media.id);
        m_isNamed = list.more.contains("conversations");
        m_conversations
            = KnownConversations(m_isNamed ? conversationsOf(list.more, file) : conversationsOfIds(m_videos));
        m_files.emplace(
            ConversationFiles{list, file, [this](const std::string& key) { return sequence(key); }});
    }

    const KnownConversations& conversations() const { return m_conversations; }

    std::vector<FoldedTalk> talks()
    {
        std::vector<FoldedTalk> all;
        const RunContext run = progressOnTerminal("counting turns");
        for (const Conversation& conversation : m_conversations.all()) {
            run.tick(all.size(), m_conversations.all().size());
            all.push_back(foldedTalk(conversation, turnsOf(conversation)));
        }
        for (const std::string& video : m_videos) {
            if (m_conversations.of(video))
                continue;
            all.push_back({video, rowsOf(video), {}, {}});
            const DatasetList::Media* const media = m_list.mediaOf(video);
            if (media && !media->speaker.empty())
                all.back().people = {media->speaker};
        }
        return all;
    }

    /// Conversations that the list does not name are listed by their entries.
    FoldLists listed(FoldLists folds) const
    {
        if (m_isNamed)
            return folds;
        FoldLists entries = withEntries(folds, m_conversations);
        for (auto& [fold, ids] : entries) {
            std::erase_if(ids, [this](const std::string& id) {
                const Conversation* const conversation = m_conversations.of(id);
                return conversation && conversation->id == id && !m_videos.contains(id);
            });
        }
        return entries;
    }

private:
    std::shared_ptr<const SequenceFile> sequence(const std::string& key)
    {
        const auto known = m_open.find(key);
        if (known != m_open.end())
            return known->second;
        const DatasetList::Sequence* const listed = m_list.sequence(key);
        return listed ? m_open.emplace(key, openProbed(listed->file, *m_prober)).first->second : nullptr;
    }

    /// 0: nobody says anything.
    std::size_t turnsOf(const Conversation& conversation)
    {
        try {
            return takenTurns(heardInDataset(*m_files, conversation, "auto", {}).speakers).turns.size();
        } catch (const FormatError& error) {
            if (std::string(error.code()) != "no_turns")
                throw;
            return 0;
        }
    }

    std::size_t rowsOf(const std::string& video)
    {
        const std::shared_ptr<const SequenceFile> labels = sequence("labels");
        const std::size_t rows
            = labels && labels->contains(video) ? labels->intervals(video).values.size() : 0;
        return std::max<std::size_t>(rows, 1);
    }

    const DatasetList& m_list;
    std::unique_ptr<Prober> m_prober;
    std::map<std::string, std::shared_ptr<const SequenceFile>> m_open;
    std::set<std::string> m_videos; ///< and entries of conversations
    bool m_isNamed = false;
    KnownConversations m_conversations;
    std::optional<ConversationFiles> m_files;
};

void sayDoubts(const RandomFolds& drawn, const std::vector<Finding>& findings)
{
    for (const auto& [fold, ids] : drawn.folds) {
        if (ids.empty())
            say(stderr, "empty_fold: nothing was left for the fold {}\n", fold);
    }
    if (!drawn.tooLarge.empty())
        say(stderr,
            "group_too_large: what stays together with {} is more than 1.5 times the part of its fold\n",
            fmt::join(drawn.tooLarge, ", "));
    for (const Finding& finding : findings)
        say(stderr, "{}: {}\n", finding.code, finding.message);
}

}

void addRandomFolds(CLI::App& command, RandomFoldsOptions& options)
{
    auto* const drawn
        = command
              .add_option_function<std::vector<std::string>>(
                  "--random-folds",
                  [&options](const std::vector<std::string>& texts) { options.wished = wishedShares(texts); },
                  "folds drawn by chance, with the part of all turns that each should have: "
                  "train=.7,valid=.1,test=.2; a conversation is never split")
              ->delimiter(',')
              ->excludes(command.get_option("--folds"));
    command
        .add_option("--by", options.by,
                    "what random folds keep together: the entries of a conversation, conversations of one "
                    "episode, conversations that share a person, or a video (otherwise conversation, where "
                    "there are any)")
        ->check(CLI::IsMember({kByConversation, kByEpisode, kByPerson, kByVideo}))
        ->needs(drawn);
    command.add_option("--seed", options.seed, "of random folds: the same seed draws the same folds")
        ->needs(drawn)
        ->capture_default_str();
}

void drawFolds(DatasetList& list, const std::string& file, const RandomFoldsOptions& options)
{
    FoldedDataset dataset(list, file);
    const bool isOfConversations = options.by == kByConversation || options.by == kByEpisode;
    if (isOfConversations && dataset.conversations().empty())
        throw FormatError("no_conversations", file,
                          "has no conversations that --by " + options.by + " could keep together");
    const FoldUnit unit = options.by == kByPerson ? FoldUnit::Person
        : options.by == kByEpisode                ? FoldUnit::Episode
                                                  : FoldUnit::Conversation;
    RandomFolds drawn = randomFolds(dataset.talks(), options.wished, unit, options.seed);
    sayDoubts(drawn, foldFindings(drawn.folds, dataset.conversations(), file));
    std::erase_if(drawn.folds, [](const auto& fold) { return fold.second.empty(); });
    list.folds = dataset.listed(std::move(drawn.folds));
}

}
