#include "engine/features/speech/word_aligner.h"

#include "engine/features/speech/alignment_summary.h"
#include "engine/features/speech/alignment_windows.h"
#include "engine/features/speech/boundary_refiner.h"
#include "engine/features/speech/heard_passages.h"
#include "engine/features/speech/line_aligner.h"
#include "engine/features/speech/pronounced_words.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kLongestStretch = 60.0; ///< seconds that are searched at once
constexpr double kEarliestCut = 35.0; ///< seconds into a stretch that is cut
constexpr double kLongestDraft = 20.0; ///< seconds that are recognised at once
constexpr double kWordsPerSecond = 6.0; ///< nobody talks faster for long
constexpr double kUnrefinedError = 0.022; ///< seconds: the mean deviation from labels by hand (TIMIT)
constexpr std::size_t kMostLacking = 80; ///< words of a passage that is written and not said
constexpr double kMostOverlap = 0.3; ///< seconds by which a word and a passage beside it may overlap
constexpr std::size_t kUnsureWords = 4; ///< at a cut, the last words may be those of what follows

/// Whether much of what was heard is probably not what is said there.
bool looksWrong(const std::optional<std::vector<HeardWord>>& heard)
{
    constexpr double kPoorScore = -45.0;
    const auto isPoor = [](const HeardWord& word) { return word.score < kPoorScore; };
    return !heard || 8 * std::ranges::count_if(*heard, isPoor) > std::ssize(*heard);
}

/// One line of dictionary words for all words of a transcript.
struct FlatLine {
    explicit FlatLine(const std::vector<PronouncedWord>& transcript)
    {
        for (const PronouncedWord& word : transcript) {
            begin.push_back(words.size());
            words.insert(words.end(), word.words.begin(), word.words.end());
        }
        begin.push_back(words.size());
    }
    std::vector<std::string> words;
    std::vector<std::size_t> begin; ///< of each transcript word in `words`, and the end
};

}

class WordAligner::Impl {
public:
    Impl(SpeechModel chosen, Installation installation)
        : model(std::move(chosen))
        , m_decoder(model, SpeechDecoder::Use::Alignment)
        , m_installation(std::move(installation))
    {
    }

    WordAlignment align(SpokenSound& sound, std::span<const TranscriptPart> parts,
                        const AlignOptions& options, const RunContext& run)
    {
        SpeechDecoder& decoder = decoderFor(options);
        const std::vector<PronouncedWord> transcript = pronouncedWords(parts, model, decoder);
        const FlatLine flat(transcript);
        std::vector<FoundWord> found(flat.words.size());
        const double duration = sound.duration();
        std::vector<Interval> unwritten;
        std::size_t next = 0; // transcript word
        for (const AlignmentWindow& window : alignmentWindows(parts, duration, options)) {
            std::size_t end = next;
            while (end < transcript.size() && transcript[end].part < window.endPart)
                ++end;
            Stretch stretch{window.sound, window.written, flat.begin[next], flat.begin[end]};
            // what was found before is not sought again
            if (stretch.first > 0 && found[stretch.first - 1].isFound)
                stretch.sound.start = std::min(
                    std::max(stretch.sound.start, found[stretch.first - 1].time.end), stretch.sound.end);
            search(decoder, sound, flat.words, stretch, options, run, found, unwritten);
            next = end;
        }
        run.tick(1, 1);
        WordAlignment alignment = summary(transcript, found, std::move(unwritten), duration, options);
        if (sound.isSilent()) {
            alignment.fits = false;
            alignment.reason = "The recording is silent.";
        }
        return alignment;
    }

    WordAlignment draft(SpokenSound& sound, const RunContext& run)
    {
        if (!m_draftDecoder)
            m_draftDecoder.emplace(model, SpeechDecoder::Use::Draft);
        const double duration = sound.duration();
        std::vector<TranscriptPart> parts;
        for (Interval piece; piece.start < duration; piece.start = piece.end) {
            run.tick(static_cast<std::size_t>(piece.start * 100.0), sound.size() / 160 + 1);
            piece.end = duration - piece.start <= kLongestDraft
                ? duration
                : quietestMoment(sound, {piece.start + kLongestDraft / 2, piece.start + kLongestDraft});
            TranscriptPart part{"", piece};
            for (const DecodedWord& word : m_draftDecoder->transcribe(
                     m_draftDecoder->framesOf(recogniserSound(sound.samples(piece))))) {
                if (word.isWord)
                    part.text += (part.text.empty() ? "" : " ") + withoutVariant(word.word);
            }
            if (!part.text.empty())
                parts.push_back(std::move(part));
        }
        WordAlignment alignment = align(sound, parts, {}, {run.stop, {}});
        alignment.isDraft = true;
        if (parts.empty())
            alignment.reason = "No speech was recognised.";
        for (AlignedWord& word : alignment.words)
            word.isDoubtful = true;
        return alignment;
    }

    void setConcurrent(bool isConcurrent) { m_decoder.setConcurrent(isConcurrent); }

    SpeechModel model;

private:
    /// Dictionary words that are sought in a span of sound.
    struct Stretch {
        Interval sound;
        Interval written; ///< AlignmentWindow::written
        std::size_t first = 0;
        std::size_t end = 0;
    };

    SpeechDecoder& decoderFor(const AlignOptions& options)
    {
        if (!options.denoise)
            return m_decoder;
        if (!m_noiseDecoder)
            m_noiseDecoder.emplace(model, SpeechDecoder::Use::AlignmentInNoise);
        return *m_noiseDecoder;
    }

    /// Seeks the words of a stretch, piece by piece where it is long; what is not found is spread out.
    void search(SpeechDecoder& decoder, SpokenSound& sound, const std::vector<std::string>& words,
                Stretch stretch, const AlignOptions& options, const RunContext& run,
                std::vector<FoundWord>& found, std::vector<Interval>& unwritten)
    {
        const Stretch whole = stretch;
        while (stretch.first < stretch.end) {
            run.tick(static_cast<std::size_t>(stretch.sound.start * 100.0), sound.size() / 160 + 1);
            const bool isLast = stretch.sound.length() <= kLongestStretch;
            Interval piece = stretch.sound;
            std::size_t end = stretch.end;
            if (!isLast) {
                piece.end
                    = quietestMoment(sound, {piece.start + kEarliestCut, piece.start + kLongestStretch});
                end = std::min(end,
                               stretch.first + static_cast<std::size_t>(piece.length() * kWordsPerSecond));
            }
            SpokenLine line;
            line.words.assign(words.begin() + static_cast<std::ptrdiff_t>(stretch.first),
                              words.begin() + static_cast<std::ptrdiff_t>(end));
            if (!isLast)
                line.mayEndAfter = 0;
            const std::span<const float> pieceSound = sound.samples(piece);
            std::optional<std::vector<HeardWord>> heard;
            SpeechFrames frames;
            if (!pieceSound.empty()) {
                frames = decoder.framesOf(recogniserSound(pieceSound));
                heard = hearWords(decoder, line, frames);
            }
            if (!isLast && looksWrong(heard)) { // words that are not said, or speech that is not written
                line.isThorough = true;
                heard = hearWords(decoder, line, frames);
                if (looksWrong(heard)) {
                    line.mayLack = std::min(line.words.size(), kMostLacking);
                    auto later = hearWords(decoder, line, frames);
                    if (!looksWrong(later))
                        heard = std::move(later);
                }
            }
            if (!heard && !isLast) { // music, perhaps
                stretch.sound.start = piece.end;
                continue;
            }
            if (!heard) {
                spread(whole.sound, stretch, found);
                return;
            }
            if (isLast && heard->size() == line.words.size()) {
                const Interval written{stretch.written.start - piece.start,
                                       stretch.written.end - piece.start};
                const PassageSearch passages(decoder, line.words, *heard, pieceSound, written);
                const auto beside = addPhones(decoder, *heard, frames, passages.lines());
                placeParted(passages.resolve(*std::move(heard), beside), pieceSound, piece.start, options,
                            stretch, found, unwritten);
                return;
            }
            addPhones(decoder, *heard, frames);
            if (!heard->empty() && heard->front().index > 0) { // they are spread over what lies before
                const double before = stretch.first > 0 ? found[stretch.first - 1].time.end : 0.0;
                const std::size_t lacking = heard->front().index;
                spread({before, heard->front().byWords.start + piece.start},
                       {{before, 0.0}, {}, stretch.first, stretch.first + lacking}, found);
                stretch.first += lacking;
            }
            std::size_t kept = heard->size();
            double reached = piece.end;
            if (!isLast && kept > 0) { // go on in the last pause before the words that are unsure
                kept -= std::min(kept - 1, kUnsureWords);
                reached = (heard->at(kept - 1).byWords.end
                           + (kept < heard->size() ? heard->at(kept).byWords.start : piece.end))
                        / 2
                    + piece.start;
            }
            place(*heard, kept, pieceSound, piece.start, options,
                  found.begin() + static_cast<std::ptrdiff_t>(stretch.first));
            stretch.first += kept;
            stretch.sound.start = std::max(reached, stretch.sound.start + 1.0);
            if (isLast)
                return;
            if (stretch.sound.length() <= 0.0) {
                spread({reached, whole.sound.end}, stretch, found);
                return;
            }
        }
    }

    /// The same of what is said of a line besides passages that nobody says or wrote.
    void placeParted(const HeardPassages& heard, std::span<const float> piece, double offset,
                     const AlignOptions& options, const Stretch& stretch, std::vector<FoundWord>& found,
                     std::vector<Interval>& unwritten)
    {
        std::vector<FoundWord> placed(heard.words.size());
        place(heard.words, heard.words.size(), piece, offset, options, placed.begin());
        std::size_t next = stretch.first;
        const auto skip = [&](std::size_t upTo, double until) {
            if (upTo > next) {
                const double from = next > stretch.first ? found[next - 1].time.end : offset;
                spread({from, until}, {{from, until}, {}, next, upTo}, found);
            }
            for (; next < upTo; ++next)
                found[next].isUnspoken = true;
        };
        for (std::size_t i = 0; i < placed.size(); ++i) {
            skip(stretch.first + heard.words[i].index, placed[i].time.start);
            found[next++] = std::move(placed[i]);
        }
        skip(stretch.end, offset + static_cast<double>(piece.size()) / kSpeechRate);
        for (std::size_t i = stretch.first; i < stretch.end; ++i)
            found[i].isBesidePassage = (i > stretch.first && found[i - 1].isUnspoken)
                || (i + 1 < stretch.end && found[i + 1].isUnspoken);
        for (const Interval& gap : heard.unwritten) {
            const Interval time{gap.start + offset, gap.end + offset};
            unwritten.push_back(time);
            for (std::size_t i = stretch.first; i < stretch.end; ++i) {
                const bool isBefore = found[i].time.end <= time.start + kMostOverlap
                    && (i + 1 == stretch.end || found[i + 1].time.start >= time.end - kMostOverlap);
                const bool isBehind = found[i].time.start >= time.end - kMostOverlap
                    && (i == stretch.first || found[i - 1].time.end <= time.start + kMostOverlap);
                found[i].isBesidePassage = found[i].isBesidePassage || isBefore || isBehind;
            }
        }
    }

    static void spread(Interval within, const Stretch& stretch, std::vector<FoundWord>& found)
    {
        const double start = std::min(std::max(within.start, stretch.sound.start), within.end);
        const double share = (within.end - start)
            / static_cast<double>(std::max<std::size_t>(1, stretch.end - stretch.first));
        for (std::size_t i = stretch.first; i < stretch.end; ++i) {
            const double at = start + share * static_cast<double>(i - stretch.first);
            found[i] = {};
            found[i].time = {at, at + share};
            found[i].startError = found[i].endError = share;
        }
    }

    /// Notes where the first words that were heard in a piece of sound are, in seconds of all of it.
    void place(const std::vector<HeardWord>& heard, std::size_t kept, std::span<const float> piece,
               double offset, const AlignOptions& options, std::vector<FoundWord>::iterator found)
    {
        std::vector<RefinedWord> times;
        if (options.refine) {
            if (!m_net)
                m_net = BoundaryNet::read(boundaryNetFile(m_installation));
            times = refine(heard, BoundarySound(piece), *m_net);
        } else {
            for (const HeardWord& word : heard)
                times.push_back({word.byWords, kUnrefinedError, kUnrefinedError});
        }
        for (std::size_t i = 0; i < kept; ++i, ++found) {
            found->isFound = true;
            found->time = {times[i].time.start + offset, times[i].time.end + offset};
            found->startError = times[i].startError;
            found->endError = times[i].endError;
            found->score = heard[i].score;
            found->heardSeconds = heard[i].byWords.length();
            found->phones = heard[i].phones;
            for (AlignedPhone& phone : found->phones)
                phone.time = {phone.time.start + offset, phone.time.end + offset};
        }
    }

    SpeechDecoder m_decoder;
    std::optional<SpeechDecoder> m_noiseDecoder;
    std::optional<SpeechDecoder> m_draftDecoder;
    Installation m_installation;
    std::optional<BoundaryNet> m_net;
};

WordAligner::WordAligner(const SpeechModel& model, const Installation& installation)
    : m_impl(std::make_unique<Impl>(model, installation))
{
}

WordAligner::~WordAligner() = default;
WordAligner::WordAligner(WordAligner&&) noexcept = default;
WordAligner& WordAligner::operator=(WordAligner&&) noexcept = default;

const SpeechModel& WordAligner::model() const
{
    return m_impl->model;
}

void WordAligner::setConcurrent(bool isConcurrent)
{
    m_impl->setConcurrent(isConcurrent);
}

WordAlignment WordAligner::align(std::span<const float> sound16k, std::span<const TranscriptPart> transcript,
                                 const AlignOptions& options, const RunContext& run)
{
    HeldSound sound(sound16k);
    return m_impl->align(sound, transcript, options, run);
}

WordAlignment WordAligner::align(SpokenSound& sound, std::span<const TranscriptPart> transcript,
                                 const AlignOptions& options, const RunContext& run)
{
    return m_impl->align(sound, transcript, options, run);
}

WordAlignment WordAligner::draft(std::span<const float> sound16k, const RunContext& run)
{
    HeldSound sound(sound16k);
    return m_impl->draft(sound, run);
}

WordAlignment WordAligner::draft(SpokenSound& sound, const RunContext& run)
{
    return m_impl->draft(sound, run);
}

}
