#include "engine/features/speech/speech_decoder.h"

#include "engine/core/error.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <future>
#include <numeric>
#include <pocketsphinx.h>
#include <sphinxbase/err.h>
#include <sphinxbase/fe.h>
#include <sphinxbase/feat.h>
#include <sphinxbase/fsg_model.h>
#include <sstream>

namespace engine {

namespace {

struct FreeDecoder {
    void operator()(ps_decoder_t* decoder) const { ps_free(decoder); }
};
struct FreeConfiguration {
    void operator()(cmd_ln_t* configuration) const { cmd_ln_free_r(configuration); }
};
struct FreeText {
    void operator()(char* text) const { std::free(text); } // NOLINT: PocketSphinx allocates so
};

constexpr const char* kSearch = "line";
constexpr float kPauseProbability = 0.005F;
constexpr double kLackProbability = 1e-80; ///< that words are missing: about as bad as a wrong word
constexpr double kLeaveProbability = 1e-20; ///< that a passage that is not written begins, or ends
constexpr double kAnythingProbability = 1e-11; ///< of each phone in it
/// A beam that is too narrow loses the end of the line; each step costs more time than the one before.
constexpr double kBeams[] = {1e-64, 1e-120, 1e-250, 0.0};

constexpr double kThoroughBeam = 1e-250;

bool isFiller(const char* word)
{
    return word[0] == '<' || word[0] == '[' || std::strncmp(word, "++", 2) == 0;
}

}

class SpeechDecoder::Impl {
public:
    Impl(const SpeechModel& model, Use use)
    {
        err_set_callback(nullptr,
                         nullptr); // its log would go to the terminal of whoever runs us: of all threads
        err_set_logfp(nullptr); // and its list of options: of this thread
        const bool isDraft = use == Use::Draft;
        if (isDraft && model.language.empty())
            throw IoError("speech_model", model.dictionary.parent_path().string(),
                          "a draft needs a language model (*.lm.bin), and there is none");
        m_configuration.reset(
            cmd_ln_init(nullptr, ps_args(), 1, "-hmm", model.acoustic.c_str(), "-dict",
                        model.dictionary.c_str(), "-bestpath", isDraft ? "yes" : "no", "-fsgusefiller", "yes",
                        "-fsgusealtpron", "yes", "-backtrace", "no", "-remove_silence",
                        "no", // it would take frames away, and all later times would shift
                        "-remove_noise", use == Use::Alignment ? "no" : "yes", "-dither",
                        "no", // its random numbers would carry over from one sound to the next
                        "-cmn", "batch", nullptr));
        if (isDraft && m_configuration) {
            cmd_ln_set_str_r(m_configuration.get(), "-lm", model.language.c_str());
            setBeams(1e-48, 7e-29);
        }
        if (m_configuration)
            m_decoder.reset(ps_init(m_configuration.get()));
        if (!m_decoder)
            throw IoError("speech_model", model.acoustic.string(),
                          "PocketSphinx cannot load this model with " + model.dictionary.string());
        // The mean is taken by framesOf(): over all of a sound, also where a part of it is searched.
        m_subtractsMean = std::exchange(ps_get_feat(m_decoder.get())->cmn, CMN_NONE) != CMN_NONE;
        m_frameSeconds = 1.0 / static_cast<double>(cmd_ln_int_r(m_configuration.get(), "-frate"));
    }

    std::string pronunciation(const std::string& word) const
    {
        const std::unique_ptr<char, FreeText> phones(ps_lookup_word(m_decoder.get(), word.c_str()));
        return phones ? phones.get() : "";
    }

    bool learn(const std::string& word, const std::string& phones)
    {
        return ps_add_word(m_decoder.get(), word.c_str(), phones.c_str(), 0) >= 0;
    }

    SpeechFrames framesOf(std::span<const std::int16_t> sound)
    {
        fe_t* const frontEnd = ps_get_fe(m_decoder.get());
        fe_start_stream(frontEnd); // forgets the noise of the sound before
        fe_start_utt(frontEnd);
        const std::int16_t* at = sound.data();
        std::size_t left = sound.size();
        std::int32_t count = 0;
        fe_process_frames(frontEnd, nullptr, &left, nullptr, &count, nullptr); // how many there can be
        SpeechFrames frames;
        frames.width = static_cast<std::size_t>(fe_get_output_size(frontEnd));
        frames.values.resize(frames.width * static_cast<std::size_t>(count + 1));
        std::vector<mfcc_t*> rows = rowsOf(frames);
        left = sound.size();
        fe_process_frames(frontEnd, &at, &left, rows.data(), &count, nullptr);
        std::int32_t last = 0;
        fe_end_utt(frontEnd, rows[static_cast<std::size_t>(count)], &last);
        frames.values.resize(frames.width * static_cast<std::size_t>(count + last));
        if (m_subtractsMean)
            subtractMean(frames);
        return frames;
    }

    double frameSeconds() const { return m_frameSeconds; }

    std::optional<std::vector<DecodedWord>> follow(const SpokenLine& line, const SpeechFrames& frames)
    {
        cmd_ln_set_int_r(m_configuration.get(), "-fsgusefiller", line.pauses.empty());
        for (const double beam : kBeams) {
            if (line.isThorough && beam > kThoroughBeam)
                continue;
            setBeams(beam, std::max(beam, beam > 1e-70 ? 1e-48 : 0.0)); // read when a search is made
            fsg_model_t* const grammar = grammarOf(line);
            const bool isSet = ps_set_fsg(m_decoder.get(), kSearch, grammar) == 0
                && ps_set_search(m_decoder.get(), kSearch) == 0;
            fsg_model_free(grammar);
            if (!isSet)
                return std::nullopt;
            std::vector<DecodedWord> words = decode(frames);
            for (DecodedWord& word : words) {
                word.isOther = std::ranges::find(line.anything, word.word) != line.anything.end();
                word.isWord = word.isWord && !word.isOther;
            }
            ps_unset_search(m_decoder.get(), kSearch);
            const auto found = static_cast<std::size_t>(std::ranges::count_if(words, &DecodedWord::isWord));
            const bool isWhole
                = line.beginsAnywhere || found >= std::min(line.mayEndAfter, line.words.size());
            if ((isWhole || !line.anything.empty()) && !words.empty())
                return words;
        }
        return std::nullopt;
    }

    std::vector<DecodedWord> decode(SpeechFrames frames)
    {
        std::vector<mfcc_t*> rows = rowsOf(frames);
        ps_start_stream(m_decoder.get());
        ps_start_utt(m_decoder.get());
        ps_process_cep(m_decoder.get(), rows.data(), static_cast<int>(rows.size()), 0, 1);
        ps_end_utt(m_decoder.get());
        std::vector<DecodedWord> words;
        std::int32_t score = 0;
        if (!ps_get_hyp(m_decoder.get(), &score))
            return words;
        for (ps_seg_t* segment = ps_seg_iter(m_decoder.get()); segment; segment = ps_seg_next(segment)) {
            int first = 0;
            int last = 0;
            ps_seg_frames(segment, &first, &last);
            std::int32_t acoustic = 0;
            std::int32_t language = 0;
            std::int32_t back = 0;
            ps_seg_prob(segment, &acoustic, &language, &back);
            const char* const word = ps_seg_word(segment);
            if (std::strcmp(word, "(NULL)") == 0)
                continue;
            words.push_back({word, !isFiller(word), first * m_frameSeconds, (last + 1) * m_frameSeconds,
                             static_cast<double>(acoustic) / std::max(1, last - first + 1)});
        }
        return words;
    }

private:
    static std::vector<mfcc_t*> rowsOf(SpeechFrames& frames)
    {
        std::vector<mfcc_t*> rows;
        for (std::size_t i = 0; i < frames.size(); ++i)
            rows.push_back(frames.values.data() + i * frames.width);
        return rows;
    }

    /// As PocketSphinx does it for a whole sound: frames without energy do not count.
    static void subtractMean(SpeechFrames& frames)
    {
        std::vector<float> mean(frames.width, 0.0F);
        std::size_t count = 0;
        for (const mfcc_t* row : rowsOf(frames)) {
            if (row[0] < 0.0F)
                continue;
            for (std::size_t k = 0; k < frames.width; ++k)
                mean[k] += row[k];
            ++count;
        }
        for (float& value : mean)
            value /= static_cast<float>(std::max<std::size_t>(1, count));
        for (mfcc_t* row : rowsOf(frames)) {
            for (std::size_t k = 0; k < frames.width; ++k)
                row[k] -= mean[k];
        }
    }

    void setBeams(double beam, double wordBeam)
    {
        cmd_ln_set_float_r(m_configuration.get(), "-beam", beam);
        cmd_ln_set_float_r(m_configuration.get(), "-pbeam", beam);
        cmd_ln_set_float_r(m_configuration.get(), "-wbeam", wordBeam);
    }

    fsg_model_t* grammarOf(const SpokenLine& line) const
    {
        const int count = static_cast<int>(line.words.size());
        fsg_model_t* const grammar = fsg_model_init(kSearch, ps_get_logmath(m_decoder.get()), 1.0F,
                                                    count + (line.anything.empty() ? 1 : 2));
        grammar->start_state = 0;
        grammar->final_state = count;
        for (int i = 0; i < count; ++i)
            fsg_model_trans_add(grammar, i, i + 1, 0, fsg_model_word_add(grammar, line.words[i].c_str()));
        for (int i = 0; i < static_cast<int>(line.pauses.size()); ++i) {
            if (line.pauses[i])
                fsg_model_add_silence(grammar, "<sil>", i, kPauseProbability);
        }
        for (std::size_t i = line.mayEndAfter; i < line.words.size(); ++i)
            fsg_model_null_trans_add(grammar, static_cast<int>(i), count, 0);
        if (!line.anything.empty())
            loosen(*grammar, line);
        const int lack = logmath_log(ps_get_logmath(m_decoder.get()), kLackProbability);
        for (int i = 1; i <= static_cast<int>(std::min(line.mayLack, line.words.size())); ++i)
            fsg_model_null_trans_add(grammar, 0, i, lack);
        for (int i = 1; i <= count && line.beginsAnywhere; ++i)
            fsg_model_null_trans_add(grammar, 0, i, 0);
        return grammar;
    }

    /// From each place of the line one may go to a state where anything is said, and from there to each
    /// place; backwards, too, which would take as many states as places to forbid. Null transitions are
    /// followed one by one only.
    void loosen(fsg_model_t& grammar, const SpokenLine& line) const
    {
        logmath_t* const log = ps_get_logmath(m_decoder.get());
        const int count = static_cast<int>(line.words.size());
        const int anywhere = count + 1;
        const int lack = logmath_log(log, kLackProbability);
        const int leave = logmath_log(log, kLeaveProbability);
        const int other = logmath_log(log, kAnythingProbability);
        for (int i = 0; i <= count; ++i) {
            for (int k = i + 1; k <= count; ++k)
                fsg_model_null_trans_add(&grammar, i, k, lack);
            fsg_model_null_trans_add(&grammar, i, anywhere, leave);
            fsg_model_null_trans_add(&grammar, anywhere, i, leave);
        }
        for (const std::string& word : line.anything)
            fsg_model_trans_add(&grammar, anywhere, anywhere, other,
                                fsg_model_word_add(&grammar, word.c_str()));
    }

    std::unique_ptr<cmd_ln_t, FreeConfiguration> m_configuration;
    std::unique_ptr<ps_decoder_t, FreeDecoder> m_decoder;
    double m_frameSeconds = 0.01;
    bool m_subtractsMean = true;
};

SpeechDecoder::SpeechDecoder(const SpeechModel& model, Use use)
    : m_model(model)
    , m_use(use)
    , m_impl(std::make_unique<Impl>(model, use))
{
}

SpeechDecoder::~SpeechDecoder() = default;
SpeechDecoder::SpeechDecoder(SpeechDecoder&&) noexcept = default;
SpeechDecoder& SpeechDecoder::operator=(SpeechDecoder&&) noexcept = default;

bool SpeechDecoder::knows(const std::string& word) const
{
    return !m_impl->pronunciation(word).empty();
}

std::vector<std::string> SpeechDecoder::phonesOf(const std::string& word) const
{
    std::istringstream phones(m_impl->pronunciation(word));
    std::vector<std::string> list;
    for (std::string phone; phones >> phone;)
        list.push_back(phone);
    return list;
}

bool SpeechDecoder::learn(const std::string& word, const std::vector<std::string>& phones)
{
    std::string text;
    for (const std::string& phone : phones)
        text += (text.empty() ? "" : " ") + phone;
    if (text.empty() || !m_impl->learn(word, text))
        return false;
    if (m_second)
        m_second->learn(word, text);
    m_learnt.emplace_back(word, text);
    return true;
}

std::optional<std::vector<DecodedWord>> SpeechDecoder::follow(const SpokenLine& line,
                                                              const SpeechFrames& frames)
{
    return m_impl->follow(line, frames);
}

std::vector<std::optional<std::vector<DecodedWord>>>
SpeechDecoder::followEach(std::span<const FramedLine> lines)
{
    std::vector<std::optional<std::vector<DecodedWord>>> found(lines.size());
    std::vector<std::size_t> order(lines.size()); // the longest first, so that both threads end together
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return lines[i].frames.size(); });
    std::atomic<std::size_t> next = 0;
    const auto take = [&](Impl& decoder) {
        for (std::size_t i = next++; i < order.size(); i = next++)
            found[order[i]] = decoder.follow(lines[order[i]].line, lines[order[i]].frames);
    };
    if (!m_second || lines.size() < 2) {
        take(*m_impl);
        return found;
    }
    std::future<void> second = std::async(std::launch::async, [&] { take(*m_second); });
    take(*m_impl);
    second.get();
    return found;
}

SpeechFrames SpeechDecoder::framesOf(std::span<const std::int16_t> sound)
{
    return m_impl->framesOf(sound);
}

double SpeechDecoder::frameSeconds() const
{
    return m_impl->frameSeconds();
}

void SpeechDecoder::setConcurrent(bool isConcurrent)
{
    if (isConcurrent == (m_second != nullptr))
        return;
    m_second = isConcurrent ? std::make_unique<Impl>(m_model, m_use) : nullptr;
    for (const auto& [word, phones] : m_learnt) {
        if (m_second)
            m_second->learn(word, phones);
    }
}

std::vector<DecodedWord> SpeechDecoder::transcribe(const SpeechFrames& frames)
{
    return m_impl->decode(frames);
}

std::string withoutVariant(const std::string& word)
{
    const auto bracket = word.rfind('(');
    return bracket != std::string::npos && bracket > 0 && word.back() == ')' ? word.substr(0, bracket) : word;
}

}
