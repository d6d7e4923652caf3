#include "engine/corpora/seamless.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/corpora/gathered_rows.h"
#include "engine/corpora/seamless_arrays.h"
#include "engine/corpora/seamless_record.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/sequence_hash.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <memory>
#include <set>

namespace engine::seamless {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostSequences = 200; ///< open at once

/// A sequence that is written entry by entry.
struct OpenSequence {
    PendingFile file;
    CsdWriter writer;
    std::size_t columns = 0;
};

bool isSeenOrHeard(const Recording& recording)
{
    return recording.part("mp4") || recording.part("wav");
}

class SeamlessWriter {
public:
    SeamlessWriter(const fs::path& folder, const LayoutOptions& options, const RunContext& run)
        : m_options(options)
        , m_run(run)
    {
        m_made.list.root = folder;
        m_wishes.names = options.arrays;
    }

    CorpusDataset make()
    {
        requireFree(m_made.list.root, {"turns.csd", "words.csd", "sentences.csd"}, m_options);
        std::vector<Recording> recordings = recordingsIn(m_made.list.root, m_findings, m_run);
        if (recordings.empty())
            throw FormatError("data_invalid", m_made.list.root.string(),
                              "has no recording of Seamless Interaction: "
                              "improvised/dev/0000/0000/V00_S0809_I00000582_P0947.npz"
                                  + (m_findings.notes().empty() ? "" : "; " + m_findings.notes().front()));
        const std::vector<Interaction> interactions = interactionsOf(std::move(recordings), m_findings);
        std::vector<Conversation> conversations;
        for (const Interaction& interaction : interactions) {
            m_run.tick(conversations.size(), interactions.size());
            conversations.push_back(interaction.conversation);
            const bool areSeveral = std::ranges::count_if(interaction.recordings, isSeenOrHeard) > 1;
            if (areSeveral) // of which nobody says that they begin together
                m_findings.tell("unknown_offset", interaction.conversation.id, interaction.conversation.id);
            if (!interaction.fold.empty())
                m_made.list.folds[interaction.fold].push_back(interaction.conversation.id);
            for (std::size_t i = 0; i < interaction.recordings.size(); ++i)
                addRecording(interaction.recordings[i],
                             interaction.conversation.entryOf(interaction.conversation.participants[i]));
        }
        storeConversations(m_made.list.more, conversations);
        finish();
        return std::move(m_made);
    }

private:
    void addRecording(const Recording& recording, const std::string& entry)
    {
        const fs::path* const picture = recording.part("mp4");
        const fs::path* const sound = recording.part("wav");
        if (isSeenOrHeard(recording))
            m_made.list.media.push_back({entry, picture ? *picture : *sound, "", ""});
        else
            m_findings.tell("missing_media", recording.id, entry);
        const Record record = readRecord(recording, m_findings);
        for (const Interval& turn : record.turns)
            m_turns.add(entry, turn, "turn");
        m_byWords += record.turnsAreWords ? 1 : 0;
        for (const Line& line : record.lines) {
            if (!line.text.empty())
                m_sentences.add(entry, line.times, line.text);
            for (const Word& word : line.words)
                m_words.add(entry, word.times, word.text);
        }
        for (const Moment& moment : record.moments)
            addMoment(entry, moment);
        eachArray(
            recording, m_wishes, m_findings, [this](const std::string& name) { m_wide.insert(name); },
            [&](ArrayRows rows) { addArray(entry, std::move(rows)); });
    }

    void addMoment(const std::string& entry, const Moment& moment)
    {
        const bool isPlain = moment.kind.find_first_of("/\\.[]@") == std::string::npos;
        auto known = m_moments.find(moment.kind);
        if (known == m_moments.end()) {
            if (!isPlain || m_moments.size() >= kMostSequences)
                return;
            requireFree(m_made.list.root, {"annotations." + moment.kind + ".csd"}, m_options);
            known = m_moments.emplace(moment.kind, GatheredRows("annotations." + moment.kind)).first;
            known->second.describe("about",
                                   {{"role", "any"}, {"perspective", moment.isSelf ? "self" : "observer"}});
        }
        known->second.add(entry, moment.times, moment.text);
    }

    void addArray(const std::string& entry, ArrayRows rows)
    {
        auto known = m_open.find(rows.name);
        if (known == m_open.end()) {
            if (m_open.size() >= kMostSequences) {
                m_findings.tell("too_many_arrays", rows.name, entry);
                return;
            }
            requireFree(m_made.list.root, {rows.name + ".csd"}, m_options);
            PendingFile file(m_made.list.root / (rows.name + ".csd"));
            CsdWriter writer(file.temporary(), rows.name);
            known = m_open
                        .emplace(rows.name,
                                 std::make_unique<OpenSequence>(std::move(file), std::move(writer),
                                                                rows.entry.features.rowLength()))
                        .first;
        }
        if (known->second->columns != rows.entry.features.rowLength())
            m_findings.tell("wrong_columns", entry + ": " + rows.name, entry);
        else
            known->second->writer.add(entry, rows.entry, digestOf(rows.entry));
    }

    void finish()
    {
        for (auto& [name, open] : m_open) {
            open->writer.finish({{"root name", name}});
            open->file.commit();
            m_made.list.sequences.push_back({"highlevel", name, open->file.target()});
        }
        for (const auto& [kind, rows] : m_moments) {
            rows.writeInto(m_made, "labels");
            m_made.labelNames.push_back("annotations." + kind);
            m_made.segments += rows.rows();
        }
        m_turns.writeInto(m_made, "raw");
        m_words.writeInto(m_made, "raw");
        m_sentences.writeInto(m_made, "raw");
        m_made.notes = m_findings.notes();
        if (m_findings.count("unknown_offset") > 0)
            m_made.notes.push_back(
                "recordings of an interaction count as if they had begun together, which nobody "
                "says; polylogue-cli offset A B --apply dataset.json finds it by the sound");
        if (m_byWords > 0)
            m_made.notes.push_back(
                fmt::format("{} recordings have no voice activity: words tell their turns", m_byWords));
        if (!m_wide.empty())
            m_made.notes.push_back(
                fmt::format("arrays of more than {} columns are left out: {}; --array NAME takes those named",
                            m_wishes.mostColumns, fmt::join(m_wide, ", ")));
        for (const char* const name : {"interactions.csv", "participants.csv", "relationships.csv"}) {
            for (const fs::path& table : {fs::path("assets") / name, fs::path(name)}) {
                if (std::error_code unknown; fs::exists(m_made.list.root / table, unknown))
                    m_made.list.more["tables"].push_back(table.generic_string());
            }
        }
    }

    const LayoutOptions& m_options;
    const RunContext& m_run;
    ArrayWishes m_wishes;
    CorpusFindings m_findings;
    CorpusDataset m_made;
    GatheredRows m_turns{"turns"}, m_words{"words"}, m_sentences{"sentences"};
    std::map<std::string, GatheredRows> m_moments; ///< by kind
    std::map<std::string, std::unique_ptr<OpenSequence>> m_open; ///< by name
    std::set<std::string> m_wide; ///< arrays that are left out
    std::size_t m_byWords = 0;
};

}

std::vector<Interaction> interactionsOf(std::vector<Recording> recordings, CorpusFindings& findings)
{
    std::map<std::string, Interaction> all;
    for (Recording& recording : recordings) {
        Interaction& interaction = all[recording.conversation];
        interaction.conversation.id = recording.conversation;
        if (interaction.fold.empty())
            interaction.fold = recording.fold;
        else if (!recording.fold.empty() && recording.fold != interaction.fold)
            findings.tell("conversation_split", recording.id, recording.conversation);
        ConversationParticipant& who = interaction.conversation.participants.emplace_back();
        who.id = recording.participant;
        who.name = recording.participant;
        who.person = recording.person;
        interaction.recordings.push_back(std::move(recording));
    }
    std::vector<Interaction> interactions;
    for (auto& [id, interaction] : all) {
        std::set<std::string> names;
        for (const ConversationParticipant& who : interaction.conversation.participants)
            names.insert(who.name);
        for (ConversationParticipant& who : interaction.conversation.participants) {
            const auto next = names.upper_bound(who.name);
            if (next != names.end() && next->starts_with(who.name))
                who.id += '-';
        }
        interactions.push_back(std::move(interaction));
    }
    return interactions;
}

CorpusDataset makeDataset(const fs::path& folder, const LayoutOptions& options, const RunContext& run)
{
    return SeamlessWriter(folder, options, run).make();
}

}
