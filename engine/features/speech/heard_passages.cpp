#include "engine/features/speech/heard_passages.h"

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
    constexpr double kBelowSpeech = 22.0; // dB below the 90th percentile
    std::vector<double> levels;
    for (std::size_t i = 0; i + kStep <= sound.size(); i += kStep) {
        double sum = 1e-9;
        for (std::size_t k = i; k < i + kStep; ++k)
            sum += std::isfinite(sound[k]) ? static_cast<double>(sound[k]) * static_cast<double>(sound[k])
                                           : 0.0;
        levels.push_back(10.0 * std::log10(sum));
    }
    if (levels.empty())
        return {};
    std::vector<double> sorted = levels;
    const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 9 / 10);
    std::nth_element(sorted.begin(), at, sorted.end());
    std::vector<bool> loud;
    for (const double level : levels)
        loud.push_back(level > *at - kBelowSpeech);
    return loud;
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
struct Region {
    std::size_t first = 0;
    std::size_t end = 0;
};

bool isPoor(const HeardWord& word)
{
    return word.score < kPoor;
}

bool isDubious(const HeardWord& word)
{
    const auto phones = static_cast<double>(std::max<std::size_t>(1, word.phones.size()));
    return isPoor(word) || word.byWords.length() / phones > kStretched;
}

std::vector<Region> dubiousRegions(const std::vector<HeardWord>& heard, const std::vector<bool>& loud,
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
    std::vector<Region> regions;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isBad[i])
            continue;
        const Region around{i > kAnchors ? i - kAnchors : 0, std::min(count, i + 1 + kAnchors)};
        if (!regions.empty() && around.first <= regions.back().end)
            regions.back().end = around.end;
        else
            regions.push_back(around);
    }
    return regions;
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

/// Words of the whole line, and the sound in which they are said without anything else.
struct Piece {
    std::size_t first = 0;
    std::size_t end = 0;
    Interval sound;
};

std::span<const float> cut(std::span<const float> sound, Interval within)
{
    const auto at = [&](double seconds) {
        return std::min(sound.size(),
                        static_cast<std::size_t>(std::max(0.0, std::round(seconds * kSpeechRate))));
    };
    return sound.subspan(at(within.start), std::max(at(within.start), at(within.end)) - at(within.start));
}

/// The phones of words, each once.
std::vector<std::string> phonesIn(const std::vector<HeardWord>& heard)
{
    std::set<std::string> phones;
    for (const HeardWord& word : heard) {
        for (const AlignedPhone& phone : word.phones)
            phones.insert(phone.phone);
    }
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
std::vector<Break> breaksIn(SpeechDecoder& decoder, std::span<const std::string> line, const Region& region,
                            Interval within, std::span<const float> sound,
                            std::span<const std::string> phones)
{
    SpokenLine loose;
    loose.words.assign(line.begin() + static_cast<std::ptrdiff_t>(region.first),
                       line.begin() + static_cast<std::ptrdiff_t>(region.end));
    loose.anything = loosePhones(decoder, phones);
    const auto decoded = decoder.follow(loose, decoder.framesOf(recogniserSound(cut(sound, within))));
    if (!decoded)
        return {};
    std::vector<std::string> names;
    for (const DecodedWord& one : *decoded) {
        if (one.isWord)
            names.push_back(one.word);
    }
    const std::vector<std::size_t> places = placesIn(loose.words, names);
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
        open = {region.first + nextWord,
                region.first + upTo,
                {reached + within.start, until + within.start},
                false};
        if (heardPhones >= kFewestPhones && speech.length() >= kShortestPassage) {
            open.isSpeech = true;
            open.sound = {speech.start + within.start, speech.end + within.start};
        }
        if (open.isSpeech || upTo > nextWord)
            breaks.push_back(open);
        isMuch = isMuch || open.isSpeech || upTo - nextWord >= kFewestWords;
        heardPhones = 0;
    };
    for (const DecodedWord& one : *decoded) {
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
    close(loose.words.size(), within.length());
    return isMuch ? breaks : std::vector<Break>();
}

}

HeardPassages withoutPassages(SpeechDecoder& decoder, std::span<const std::string> line,
                              std::vector<HeardWord> heard, std::span<const float> sound, Interval written)
{
    const std::vector<std::string> phones = phonesIn(heard);
    const std::vector<bool> loud = loudFrames(sound);
    const double duration = static_cast<double>(sound.size()) / kSpeechRate;
    std::vector<Break> breaks;
    for (const Region& region : dubiousRegions(heard, loud, written)) {
        if (region.end - region.first > kLongestRegion)
            return {std::move(heard), {}};
        const Interval within{region.first > 0 ? heard[region.first - 1].byWords.end : 0.0,
                              region.end < heard.size() ? heard[region.end].byWords.start : duration};
        for (const Break& one : breaksIn(decoder, line, region, within, sound, phones))
            breaks.push_back(one);
    }
    if (breaks.empty())
        return {std::move(heard), {}};
    HeardPassages result;
    std::size_t first = 0;
    double from = 0.0;
    const auto hearPiece = [&](std::size_t end, double until) {
        if (end <= first)
            return true;
        SpokenLine words;
        words.words.assign(line.begin() + static_cast<std::ptrdiff_t>(first),
                           line.begin() + static_cast<std::ptrdiff_t>(end));
        const std::span<const float> piece = cut(sound, {from, until});
        if (piece.empty())
            return false;
        const auto found = hear(decoder, words, decoder.framesOf(recogniserSound(piece)));
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
    if (!hearPiece(line.size(), duration))
        return {std::move(heard), {}};
    // Words that are not said draw their neighbours off, so that more are poor than are left out: at least 12
    // for 8 of some 50 in clear speech. In noise fewer are poor than a loose search leaves out.
    const std::size_t unsaid = heard.size() - std::min(heard.size(), result.words.size());
    if (unsaid > 0 && static_cast<std::size_t>(std::ranges::count_if(heard, isPoor)) <= unsaid)
        return {std::move(heard), {}};
    return result;
}

}
