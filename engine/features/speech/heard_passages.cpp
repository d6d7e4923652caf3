#include "engine/features/speech/heard_passages.h"

#include "engine/media/sound_levels.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace engine {

namespace {

constexpr double kPoor = -50.0; ///< DecodedWord::score below which a word is hardly the one that is said
constexpr double kStretched = 0.28; ///< seconds a phone, on average, that nobody draws a word out to
constexpr double kLoudGap = 0.35; ///< seconds of loud sound between two words that belong to none
constexpr std::size_t kAnchors = 4; ///< words on either side of a doubtful place that are sought with it
constexpr std::size_t kLongestRegion = 60; ///< words
constexpr double kMisfit = 0.5; ///< share of dubious words from which on it is the whole that does not fit
constexpr double kShortestPassage = 0.7; ///< seconds of speech without words
constexpr std::size_t kFewestPhones = 6; ///< likewise
constexpr std::size_t kFewestWords = 3; ///< words in a row that are not said
constexpr double kMargin = 0.05; ///< seconds of a passage that its neighbours keep
constexpr double kFramesOfLevel = 100.0; ///< per second

/// Whether each 10 ms are as loud as speech.
std::vector<bool> loudFrames(std::span<const float> sound)
{
    constexpr std::size_t kStep = 160;
    std::vector<double> levels;
    for (std::size_t i = 0; i + kStep <= sound.size(); i += kStep) {
        double sum = 1e-9;
        for (std::size_t k = i; k < i + kStep; ++k)
            sum += std::isfinite(sound[k]) ? static_cast<double>(sound[k]) * static_cast<double>(sound[k])
                                           : 0.0;
        levels.push_back(10.0 * std::log10(sum));
    }
    return SoundLevels(std::move(levels)).loudPieces();
}

double loudSeconds(const std::vector<bool>& loud, Interval within)
{
    const auto at = [&](double seconds) {
        return std::min(loud.size(), static_cast<std::size_t>(std::max(0.0, seconds * kFramesOfLevel)));
    };
    std::size_t count = 0;
    for (std::size_t i = at(within.start); i < at(within.end); ++i)
        count += loud[i] ? 1 : 0;
    return static_cast<double>(count) / kFramesOfLevel;
}

/// Words [first, end) around places where something is wrong.
struct WordRange {
    std::size_t first = 0;
    std::size_t end = 0;
};

bool isPoor(const HeardWord& word)
{
    return word.score < kPoor;
}

bool isDubious(const HeardWord& word)
{
    const auto phones = static_cast<double>(std::max<std::size_t>(1, word.pronunciation.size()));
    return isPoor(word) || word.byWords.length() / phones > kStretched;
}

std::vector<WordRange> dubiousRanges(std::span<const HeardWord> heard, const std::vector<bool>& loud,
                                     Interval written)
{
    const std::size_t count = heard.size();
    std::vector<bool> isBad(count, false);
    for (std::size_t i = 0; i < count; ++i)
        isBad[i] = isDubious(heard[i]);
    if (static_cast<double>(std::ranges::count(isBad, true)) > kMisfit * static_cast<double>(count))
        return {};
    const double duration = static_cast<double>(loud.size()) / kFramesOfLevel;
    for (std::size_t i = 0; i <= count; ++i) { // the gap before word i
        const Interval gap{i > 0 ? heard[i - 1].byWords.end : std::max(0.0, written.start),
                           i < count ? heard[i].byWords.start : std::min(duration, written.end)};
        if (gap.length() < kLoudGap || loudSeconds(loud, gap) < kLoudGap)
            continue;
        if (i > 0)
            isBad[i - 1] = true;
        if (i < count)
            isBad[i] = true;
    }
    std::vector<WordRange> ranges;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isBad[i])
            continue;
        const WordRange around{i > kAnchors ? i - kAnchors : 0, std::min(count, i + 1 + kAnchors)};
        if (!ranges.empty() && around.first <= ranges.back().end)
            ranges.back().end = around.end;
        else
            ranges.push_back(around);
    }
    return ranges;
}

/// Which words of a line those are that were found: in order, with as few passages left out as possible.
std::vector<std::size_t> placesIn(std::span<const std::string> line, const std::vector<std::string>& found)
{
    constexpr int kNever = 1'000'000;
    const std::size_t n = line.size();
    const std::size_t m = found.size();
    // least[i][j]: passages left out when found[i…] are in line[j…], found[i] being line[j]
    std::vector<std::vector<int>> least(m + 1, std::vector<int>(n + 1, kNever));
    std::vector<std::vector<std::size_t>> next(m + 1, std::vector<std::size_t>(n + 1, n));
    for (std::size_t j = 0; j <= n; ++j)
        least[m][j] = j < n ? 1 : 0;
    for (std::size_t i = m; i-- > 0;) {
        for (std::size_t j = n; j-- > 0;) {
            if (withoutVariant(found[i]) != line[j])
                continue;
            if (i + 1 == m) {
                least[i][j] = least[m][j + 1];
                continue;
            }
            for (std::size_t k = j + 1; k < n; ++k) {
                const int left = least[i + 1][k] + (k > j + 1 ? 1 : 0);
                if (least[i + 1][k] < kNever && left < least[i][j]) {
                    least[i][j] = left;
                    next[i][j] = k;
                }
            }
        }
    }
    std::vector<std::size_t> places;
    std::size_t best = n;
    for (std::size_t j = 0; m > 0 && j < n; ++j) {
        const int left = least[0][j] + (j > 0 ? 1 : 0);
        if (least[0][j] < kNever && (best == n || left < least[0][best] + (best > 0 ? 1 : 0)))
            best = j;
    }
    for (std::size_t i = 0; i < m && best < n; ++i) {
        places.push_back(best);
        best = next[i][best];
    }
    return places.size() == m ? places : std::vector<std::size_t>();
}

std::span<const float> cut(std::span<const float> sound, Interval within)
{
    const auto at = [&](double seconds) {
        return std::min(sound.size(),
                        static_cast<std::size_t>(std::max(0.0, std::round(seconds * kSpeechRate))));
    };
    return sound.subspan(at(within.start), std::max(at(within.start), at(within.end)) - at(within.start));
}

/// The phones of words, each once.
std::vector<std::string> phonesIn(std::span<const HeardWord> heard)
{
    std::set<std::string> phones;
    for (const HeardWord& word : heard)
        phones.insert(word.pronunciation.begin(), word.pronunciation.end());
    return {phones.begin(), phones.end()};
}

/// Where in the line and in the sound something is missing on the other side.
struct Break {
    std::size_t first = 0; ///< words [first, end) are not said
    std::size_t end = 0;
    Interval sound; ///< that belongs to none of the words around it
    bool isSpeech = false; ///< and is speech
};

/// What a loose search of a region tells; empty: nothing is missing.
/// @param words    of the region
/// @param first    the first of them in the whole line
/// @param within   the region's sound
std::vector<Break> breaksIn(const std::vector<DecodedWord>& decoded, std::span<const std::string> words,
                            std::size_t first, Interval within)
{
    std::vector<std::string> names;
    for (const DecodedWord& one : decoded) {
        if (one.isWord)
            names.push_back(one.word);
    }
    const std::vector<std::size_t> places = placesIn(words, names);
    if (places.size() != names.size())
        return {};
    std::vector<Break> breaks;
    bool isMuch = false;
    std::size_t nextWord = 0; // of the region
    std::size_t at = 0; // of `places`
    Break open{0, 0, {0.0, 0.0}, false};
    Interval speech{0.0, 0.0};
    std::size_t heardPhones = 0;
    double reached = 0.0;
    const auto close = [&](std::size_t upTo, double until) {
        open = {first + nextWord, first + upTo, {reached + within.start, until + within.start}, false};
        if (heardPhones >= kFewestPhones && speech.length() >= kShortestPassage) {
            open.isSpeech = true;
            open.sound = {speech.start + within.start, speech.end + within.start};
        }
        if (open.isSpeech || upTo > nextWord)
            breaks.push_back(open);
        isMuch = isMuch || open.isSpeech || upTo - nextWord >= kFewestWords;
        heardPhones = 0;
    };
    for (const DecodedWord& one : decoded) {
        if (one.isOther) {
            if (heardPhones++ == 0)
                speech.start = one.start;
            speech.end = one.end;
        }
        if (!one.isWord)
            continue;
        close(places[at], one.start);
        nextWord = places[at++] + 1;
        reached = one.end;
    }
    close(words.size(), within.length());
    return isMuch ? breaks : std::vector<Break>();
}

}

PassageSearch::PassageSearch(SpeechDecoder& decoder, std::span<const std::string> line,
                             std::span<const HeardWord> heard, std::span<const float> sound, Interval written)
    : m_decoder(decoder)
    , m_line(line)
    , m_sound(sound)
{
    const std::vector<std::string> phones = phonesIn(heard);
    const double duration = static_cast<double>(sound.size()) / kSpeechRate;
    for (const auto& [first, end] : dubiousRanges(heard, loudFrames(sound), written))
        m_regions.push_back({first,
                             end,
                             {first > 0 ? heard[first - 1].byWords.end : 0.0,
                              end < heard.size() ? heard[end].byWords.start : duration}});
    if (std::ranges::any_of(m_regions,
                            [](const Region& region) { return region.end - region.first > kLongestRegion; }))
        m_regions.clear();
    for (const Region& region : m_regions) {
        FramedLine& loose = m_lines.emplace_back();
        const auto words = line.subspan(region.first, region.end - region.first);
        loose.line.words.assign(words.begin(), words.end());
        loose.line.anything = loosePhones(decoder, phones);
        loose.frames = decoder.framesOf(recogniserSound(cut(sound, region.sound)));
    }
}

HeardPassages PassageSearch::resolve(std::vector<HeardWord> heard,
                                     std::span<const std::optional<std::vector<DecodedWord>>> found) const
{
    std::vector<Break> breaks;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (!found[i])
            continue;
        for (const Break& one :
             breaksIn(*found[i], m_lines[i].line.words, m_regions[i].first, m_regions[i].sound))
            breaks.push_back(one);
    }
    if (breaks.empty())
        return {std::move(heard), {}};
    const double duration = static_cast<double>(m_sound.size()) / kSpeechRate;
    HeardPassages result;
    std::size_t first = 0;
    double from = 0.0;
    const auto hearPiece = [&](std::size_t end, double until) {
        if (end <= first)
            return true;
        SpokenLine words;
        words.words.assign(m_line.begin() + static_cast<std::ptrdiff_t>(first),
                           m_line.begin() + static_cast<std::ptrdiff_t>(end));
        const std::span<const float> piece = cut(m_sound, {from, until});
        if (piece.empty())
            return false;
        const auto found = hear(m_decoder, words, m_decoder.framesOf(recogniserSound(piece)));
        if (!found)
            return false;
        for (HeardWord word : *found) {
            word.index += first;
            const auto move = [&](Interval& time) { time = {time.start + from, time.end + from}; };
            move(word.byWords);
            move(word.byPhones);
            for (AlignedPhone& phone : word.phones)
                move(phone.time);
            result.words.push_back(std::move(word));
        }
        return true;
    };
    for (const Break& one : breaks) {
        const double middle = (one.sound.start + one.sound.end) / 2;
        const double until = one.isSpeech ? std::min(one.sound.start + kMargin, middle) : middle;
        if (!hearPiece(one.first, until))
            return {std::move(heard), {}};
        if (one.isSpeech)
            result.unwritten.push_back(one.sound);
        first = one.end;
        from = one.isSpeech ? std::max(one.sound.end - kMargin, middle) : middle;
    }
    if (!hearPiece(m_line.size(), duration))
        return {std::move(heard), {}};
    // Words that are not said draw their neighbours off, so that more are poor than are left out: at least 12
    // for 8 of some 50 in clear speech. In noise fewer are poor than a loose search leaves out.
    const std::size_t unsaid = heard.size() - std::min(heard.size(), result.words.size());
    if (unsaid > 0 && static_cast<std::size_t>(std::ranges::count_if(heard, isPoor)) <= unsaid)
        return {std::move(heard), {}};
    return result;
}

}
