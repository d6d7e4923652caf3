#include "engine/features/speech/line_aligner.h"

#include "engine/features/speech/parted_line.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr const char* kPhonePrefix = "phone:"; ///< of a word that is a phone by itself

/// The same noise at the same place, −1 to 1 with most of it around 0.
float dither(std::uint32_t index)
{
    std::uint32_t bits = index * 2654435761U + 0x9e3779b9U;
    bits ^= bits >> 15;
    bits *= 0x85ebca6bU;
    bits ^= bits >> 13;
    return static_cast<float>(bits & 0xffffU) / 65536.0F - static_cast<float>(bits >> 16) / 65536.0F;
}

/// The word that is a phone by itself.
std::string phoneWord(SpeechDecoder& decoder, const std::string& phone)
{
    const std::string name = kPhonePrefix + phone;
    if (!decoder.knows(name))
        decoder.learn(name, {phone});
    return name;
}

/// The phones of words that were heard one after the other, as words of their own, in the frames between two
/// pauses.
struct PhoneLine {
    FramedLine said;
    std::size_t firstFrame = 0;
    std::vector<std::size_t> wordOf; ///< of each phone
};

/// Where the words are parted: in the middle of a pause, so that a part is long enough, and not much longer.
constexpr double kLongEnough = 5.0; ///< seconds
constexpr double kLongEnoughForTwo = 1.5; ///< seconds, where two parts are searched at once
constexpr double kPause = 0.12; ///< seconds between words

/// The frame in the middle of each pause that parts two words, by the second of them.
std::vector<std::pair<std::size_t, std::size_t>> partings(const std::vector<HeardWord>& words,
                                                          const SpeechFrames& frames, double frameSeconds,
                                                          double longEnough)
{
    std::vector<std::pair<std::size_t, std::size_t>> found;
    double from = 0.0;
    const double end = static_cast<double>(frames.size()) * frameSeconds;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Interval pause{words[i - 1].byWords.end, words[i].byWords.start};
        const double middle = (pause.start + pause.end) / 2;
        if (pause.length() < kPause || middle - from < longEnough || end - middle < longEnough)
            continue;
        found.emplace_back(i, static_cast<std::size_t>(std::lround(middle / frameSeconds)));
        from = middle;
    }
    return found;
}

std::vector<PhoneLine> phoneLines(SpeechDecoder& decoder, const std::vector<HeardWord>& words,
                                  const SpeechFrames& frames)
{
    std::vector<PhoneLine> lines;
    auto parted = partings(words, frames, decoder.frameSeconds(),
                           decoder.isConcurrent() ? kLongEnoughForTwo : kLongEnough);
    parted.emplace_back(words.size(), frames.size());
    std::size_t word = 0, first = 0;
    for (const auto& [lastWord, lastFrame] : parted) {
        PhoneLine& phones = lines.emplace_back();
        phones.firstFrame = first;
        phones.said.frames = frames.part(first, lastFrame);
        SpokenLine& line = phones.said.line;
        for (; word < lastWord; ++word) {
            bool isFirst = true;
            for (const std::string& phone : words[word].pronunciation) {
                line.words.push_back(phoneWord(decoder, phone));
                line.pauses.push_back(isFirst);
                phones.wordOf.push_back(word);
                isFirst = false;
            }
        }
        line.pauses.push_back(true);
        first = lastFrame;
    }
    return lines;
}

/// How many of the line's first words were not found: what was is the line from there on.
std::size_t lackingWords(const SpokenLine& line, const std::vector<DecodedWord>& found)
{
    for (std::size_t lacking = 0; lacking <= std::min(line.mayLack, line.words.size()); ++lacking) {
        std::size_t at = lacking;
        const bool isSame = std::ranges::all_of(found, [&](const DecodedWord& one) {
            return !one.isWord
                || (at < line.words.size() && withoutVariant(one.word) == withoutVariant(line.words[at++]));
        });
        if (isSame)
            return lacking;
    }
    return 0;
}

/// Phones in equal shares, for a word whose phones were not found.
void shareOut(HeardWord& word)
{
    const std::vector<std::string>& phones = word.pronunciation;
    word.byPhones = word.byWords;
    const double share = word.byWords.length() / static_cast<double>(std::max<std::size_t>(1, phones.size()));
    for (std::size_t i = 0; i < phones.size(); ++i) {
        const double start = word.byWords.start + share * static_cast<double>(i);
        word.phones.push_back({phones[i], {start, start + share}});
    }
}

/// The words of the line in the frames, by two threads where the decoder has them and the whole line is said.
std::optional<std::vector<DecodedWord>> followLine(SpeechDecoder& decoder, const SpokenLine& line,
                                                   const SpeechFrames& frames)
{
    if (decoder.isConcurrent() && line.mayEndAfter >= line.words.size() && line.mayLack == 0
        && !line.isThorough) {
        if (auto found = followParted(decoder, line.words, frames))
            return found;
    }
    return decoder.follow({line.words, {}, line.mayEndAfter, line.mayLack, false, {}, line.isThorough},
                          frames);
}

}

std::vector<std::int16_t> recogniserSound(std::span<const float> sound)
{
    std::vector<std::int16_t> samples(sound.size());
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const float value = std::isfinite(sound[i]) ? sound[i] * 32768.0F : 0.0F;
        const float noisy = std::round(value + dither(static_cast<std::uint32_t>(i)));
        samples[i] = static_cast<std::int16_t>(std::clamp(noisy, -32768.0F, 32767.0F));
    }
    return samples;
}

std::vector<std::string> loosePhones(SpeechDecoder& decoder, std::span<const std::string> phones)
{
    std::vector<std::string> words;
    for (const std::string& phone : phones)
        words.push_back(phoneWord(decoder, phone));
    return words;
}

std::optional<std::vector<HeardWord>> hearWords(SpeechDecoder& decoder, const SpokenLine& line,
                                                const SpeechFrames& frames)
{
    const std::optional<std::vector<DecodedWord>> found = followLine(decoder, line, frames);
    if (!found)
        return std::nullopt;
    std::vector<HeardWord> words;
    const std::size_t lacking = lackingWords(line, *found);
    for (const DecodedWord& one : *found) {
        if (one.isWord)
            words.push_back({lacking + words.size(),
                             {one.start, one.end},
                             {},
                             {},
                             one.score,
                             decoder.phonesOf(one.word)});
    }
    return words;
}

std::vector<std::optional<std::vector<DecodedWord>>> addPhones(SpeechDecoder& decoder,
                                                               std::vector<HeardWord>& words,
                                                               const SpeechFrames& frames,
                                                               std::vector<FramedLine> beside)
{
    const std::vector<PhoneLine> lines
        = words.empty() ? std::vector<PhoneLine>() : phoneLines(decoder, words, frames);
    const std::size_t others = beside.size();
    for (const PhoneLine& line : lines)
        beside.push_back(line.said);
    auto found = decoder.followEach(beside);
    const std::size_t prefix = std::char_traits<char>::length(kPhonePrefix);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!found[others + i])
            continue;
        const double from = static_cast<double>(lines[i].firstFrame) * decoder.frameSeconds();
        std::size_t at = 0;
        for (const DecodedWord& one : *found[others + i]) {
            if (one.isWord)
                words[lines[i].wordOf[at++]].phones.push_back(
                    {one.word.substr(prefix), {one.start + from, one.end + from}});
        }
    }
    for (HeardWord& word : words) {
        if (word.phones.empty())
            shareOut(word);
        else
            word.byPhones = {word.phones.front().time.start, word.phones.back().time.end};
    }
    found.resize(others);
    return found;
}

std::optional<std::vector<HeardWord>> hear(SpeechDecoder& decoder, const SpokenLine& line,
                                           const SpeechFrames& frames)
{
    std::optional<std::vector<HeardWord>> words = hearWords(decoder, line, frames);
    if (words)
        addPhones(decoder, *words, frames);
    return words;
}

}
