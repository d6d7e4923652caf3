#include "engine/features/speech/pronounced_words.h"

#include "engine/features/speech/guessed_phones.h"
#include "engine/features/speech/transcript_words.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

/// Asks espeak-ng for the words that the decoder does not know.
void learnMissing(const std::vector<PronouncedWord>& words, const SpeechModel& model, SpeechDecoder& decoder)
{
    std::set<std::string> missing;
    for (const PronouncedWord& word : words) {
        for (const std::string& said : word.words) {
            if (!decoder.knows(said))
                missing.insert(said);
        }
    }
    if (missing.empty())
        return;
    const std::vector<std::string> list(missing.begin(), missing.end());
    const std::vector<std::vector<std::string>> phones = GuessedPhones(model).guess(list);
    for (std::size_t i = 0; i < list.size(); ++i)
        decoder.learn(list[i], phones[i]);
}

}

std::vector<PronouncedWord> pronouncedWords(std::span<const TranscriptPart> parts, const SpeechModel& model,
                                            SpeechDecoder& decoder)
{
    const TranscriptReading reading{[&decoder](const std::string& word) { return decoder.knows(word); },
                                    model.voice.starts_with("en")};
    std::vector<PronouncedWord> words;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (TranscriptWord& word : transcriptWords(parts[part].text, reading)) {
            PronouncedWord& added
                = words.emplace_back(std::move(word.text), "", std::move(word.spoken), part);
            for (const std::string& said : added.words)
                added.spoken += (added.spoken.empty() ? "" : " ") + said;
        }
    }
    learnMissing(words, model, decoder);
    for (PronouncedWord& word : words)
        std::erase_if(word.words, [&](const std::string& said) { return !decoder.knows(said); });
    return words;
}

}
