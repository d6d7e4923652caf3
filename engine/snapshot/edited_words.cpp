#include "engine/snapshot/edited_words.h"

#include "engine/annotation/recorded_tiers.h"
#include "engine/sequences/entry_order.h"

namespace engine {

namespace {

using Entries = std::vector<std::pair<std::string, Entry>>;

Entries entriesOf(const ComputationalSequence& sequence, const std::vector<std::string>& ids)
{
    Entries entries;
    for (const std::string& id : ids)
        entries.emplace_back(id, sequence.entry(id));
    return entries;
}

/// Whether each word is one row of the file, and each row one word.
bool areTheSame(const WordsView& words, const TimedText& recorded)
{
    std::vector<bool> seen(recorded.texts.size());
    for (std::size_t word = 0; word < words.rows.size(); ++word) {
        const std::size_t row = words.rows[word];
        if (row >= seen.size() || seen[row] || words.text.texts[word] != recorded.texts[row])
            return false;
        seen[row] = true;
    }
    for (std::size_t row = 0; row < seen.size(); ++row) {
        if (!seen[row] && isUsable(recorded.intervals[row]))
            return false;
    }
    return true;
}

/// Row i of the recorded words is the i-th row of all entries by start.
void layOver(Entries& entries, const WordsView& words)
{
    std::vector<Interval*> stored;
    std::vector<Interval> starts;
    for (auto& [id, entry] : entries) {
        for (Interval& interval : entry.intervals.values) {
            stored.push_back(&interval);
            starts.push_back(interval);
        }
    }
    const std::vector<std::size_t> order = orderByStart(starts);
    for (std::size_t word = 0; word < words.rows.size(); ++word)
        *stored[order.at(words.rows[word])] = words.text.intervals[word];
}

Entry entryOf(const TimedText& words)
{
    Entry entry;
    entry.intervals.values = words.intervals;
    entry.features = {ElementType::Text, {words.texts.size(), 1}, words.texts};
    return entry;
}

/// An entry for each video.
ComputationalSequence wordsAlone(const std::map<std::string, WordsView>& words)
{
    ComputationalSequence sequence;
    for (const auto& [video, view] : words) {
        if (!view.text.texts.empty())
            sequence.put(video, entryOf(view.text));
    }
    sequence.setMetadata({{"root name", kWordsTier},
                          {"computational sequence description", "words with their times, made in Polylogue"},
                          {"creator", "Polylogue"}});
    return sequence;
}

}

ComputationalSequence withWords(const std::shared_ptr<const SequenceFile>& file,
                                const std::map<std::string, WordsView>& words)
{
    if (!file)
        return wordsAlone(words);
    ComputationalSequence sequence(file);
    const auto idsOf = idsByVideo(sequence.ids());
    std::set<std::string> replaced;
    std::vector<const std::pair<const std::string, WordsView>*>
        others; // of whose words came, went or changed
    for (const auto& own : words) {
        const auto& [video, view] = own;
        const auto known = idsOf.find(video);
        const std::vector<std::string> ids
            = known == idsOf.end() ? std::vector<std::string>() : known->second;
        if (!areTheSame(view, readText(*file, video))) {
            replaced.insert(ids.begin(), ids.end());
            others.push_back(&own);
            continue;
        }
        Entries entries = entriesOf(sequence, ids);
        layOver(entries, view);
        for (auto& [id, entry] : entries)
            sequence.put(id, std::move(entry));
    }
    sequence.remove(replaced);
    for (const auto* own : others)
        sequence.put(own->first, entryOf(own->second.text));
    return sequence;
}

}
