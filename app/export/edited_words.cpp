#include "app/export/edited_words.h"

#include "engine/annotation/recorded_tiers.h"
#include "engine/sequences/entry_order.h"

namespace app {

namespace {

using Entries = std::vector<std::pair<std::string, engine::Entry>>;

Entries entriesOf(const engine::ComputationalSequence& sequence, const std::string& video)
{
    Entries entries;
    for (const std::string& id : sequence.ids()) {
        if (engine::strippedId(id) == video)
            entries.emplace_back(id, sequence.entry(id));
    }
    return entries;
}

/// Whether each word is one row of the file, and each row one word.
bool areTheSame(const WordsView& words, const engine::TimedText& recorded)
{
    std::vector<bool> seen(recorded.texts.size());
    for (std::size_t word = 0; word < words.rows.size(); ++word) {
        const std::size_t row = words.rows[word];
        if (row >= seen.size() || seen[row] || words.text.texts[word] != recorded.texts[row])
            return false;
        seen[row] = true;
    }
    for (std::size_t row = 0; row < seen.size(); ++row) {
        if (!seen[row] && engine::isUsable(recorded.intervals[row]))
            return false;
    }
    return true;
}

/// Row i of the recorded words is the i-th row of all entries by start.
void layOver(Entries& entries, const WordsView& words)
{
    std::vector<engine::Interval*> stored;
    std::vector<engine::Interval> starts;
    for (auto& [id, entry] : entries) {
        for (engine::Interval& interval : entry.intervals.values) {
            stored.push_back(&interval);
            starts.push_back(interval);
        }
    }
    const std::vector<std::size_t> order = engine::orderByStart(starts);
    for (std::size_t word = 0; word < words.rows.size(); ++word)
        *stored[order.at(words.rows[word])] = words.text.intervals[word];
}

engine::Entry entryOf(const engine::TimedText& words)
{
    engine::Entry entry;
    entry.intervals.values = words.intervals;
    entry.features = {engine::ElementType::Text, {words.texts.size(), 1}, words.texts};
    return entry;
}

/// An entry for each video.
engine::ComputationalSequence wordsAlone(const std::map<std::string, WordsView>& words)
{
    engine::ComputationalSequence sequence;
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

engine::ComputationalSequence withWords(const std::shared_ptr<const engine::SequenceFile>& file,
                                        const std::map<std::string, WordsView>& words)
{
    if (!file)
        return wordsAlone(words);
    engine::ComputationalSequence sequence(file);
    for (const auto& [video, view] : words) {
        Entries entries = entriesOf(sequence, video);
        if (areTheSame(view, engine::readText(*file, video))) {
            layOver(entries, view);
            for (auto& [id, entry] : entries)
                sequence.put(id, std::move(entry));
            continue;
        }
        for (const auto& [id, entry] : entries)
            sequence.remove(id);
        sequence.put(video, entryOf(view.text));
    }
    return sequence;
}

}
