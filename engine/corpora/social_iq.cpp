#include "engine/corpora/social_iq.h"

#include "engine/core/error.h"
#include "engine/corpora/scanned_text.h"
#include "engine/formats/captions/captions.h"
#include "engine/formats/input/json_input.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace engine::social_iq {

namespace {

namespace fs = std::filesystem;

/// A fold as the corpus calls it, and as we do.
constexpr std::array<std::pair<const char*, const char*>, 3> kParts{
    {{"train", "train"}, {"val", "valid"}, {"test", "test"}}};
constexpr std::array kOptions{"a0", "a1", "a2", "a3"};

/// `0.00-60.019000`
std::optional<Interval> spanIn(const std::string& text)
{
    ScannedText scanned(text);
    Interval span;
    const bool isSpan = scanned.takeNumber(span.start) && scanned.take("-") && scanned.takeNumber(span.end)
        && scanned.isAtEnd() && span.start >= 0.0 && span.end > span.start;
    return isSpan ? std::optional(span) : std::nullopt;
}

bool isPlainId(const std::string& id)
{
    return !id.empty() && id != "." && id != ".." && id.find_first_of("@[]/\\") == std::string::npos;
}

/// Absent: the object lacks its id, its text, its span or an option.
std::optional<Question> questionIn(const OrderedJson& object)
{
    Question question;
    question.id = textOf(field(object, "qid"));
    question.text = textOf(field(object, "q"));
    const std::optional<Interval> span = spanIn(textOf(field(object, "ts")));
    if (question.id.empty() || question.text.empty() || !span)
        return std::nullopt;
    question.span = *span;
    for (const char* const name : kOptions) {
        const OrderedJson& option = field(object, name);
        if (option.is_null())
            return std::nullopt;
        question.options.push_back(textOf(option));
    }
    if (const OrderedJson& answer = field(object, "answer_idx"); answer.is_number_unsigned()) {
        if (answer.get<std::size_t>() >= question.options.size())
            return std::nullopt;
        question.answer = answer.get<std::size_t>();
    }
    return question;
}

/// A line of captions without `<v Ada>` and other marks. @param speaker  gets the name of a voice
std::string withoutMarks(std::string_view line, std::string& speaker)
{
    std::string text;
    while (!line.empty()) {
        const std::size_t open = std::min(line.find('<'), line.size());
        text += line.substr(0, open);
        line.remove_prefix(open);
        if (line.empty())
            break;
        const std::size_t close = line.find('>');
        if (close == std::string_view::npos) {
            text += line;
            break;
        }
        const std::string_view mark = line.substr(1, close - 1);
        if (mark.starts_with("v ")) {
            const std::vector<std::string> names = partsOf(mark.substr(2), '\n');
            speaker = names.empty() ? std::string() : names.front();
        }
        line.remove_prefix(close + 1);
    }
    return text;
}

void addLine(Caption& caption, std::string_view line)
{
    const bool isNext = line.starts_with("- ");
    std::string speaker;
    const std::string text = withoutMarks(isNext ? line.substr(2) : line, speaker);
    if (text.empty() && speaker.empty())
        return;
    if (isNext || !speaker.empty() || caption.lines.empty())
        caption.lines.push_back({speaker, text});
    else
        caption.lines.back().text += " " + text;
}

class VideoReader {
public:
    VideoReader(fs::path folder, const RunContext& run) : m_folder(std::move(folder)), m_run(run) { }

    Corpus read()
    {
        bool hasQuestions = false;
        for (const auto& [theirs, ours] : kParts) {
            const fs::path file = m_folder / "qa" / fmt::format("qa_{}.json", theirs);
            if (std::error_code unknown; !fs::exists(file, unknown))
                continue;
            hasQuestions = true;
            addQuestions(file, ours);
        }
        if (!hasQuestions)
            throw FormatError("data_invalid", m_folder.string(),
                              "has no questions of Social-IQ 2.0: qa/qa_train.json, qa/qa_val.json or "
                              "qa/qa_test.json");
        settleFolds();
        const OrderedJson trims = jsonOf("trims.json");
        std::size_t done = 0;
        for (auto& [id, video] : m_videos) {
            m_run.tick(done++, m_videos.size());
            addMedia(video);
            addCaptions(video);
            video.trim = trims.is_object() ? numberOf(field(trims, id.c_str())) : std::nullopt;
            if (!video.trim)
                m_corpus.findings.tell("missing_trim", id, id);
            m_corpus.videos.push_back(std::move(video));
        }
        return std::move(m_corpus);
    }

private:
    void addQuestions(const fs::path& file, const char* fold)
    {
        const TextInput input = readText(file);
        LineReader lines(input.text);
        for (TextLine line; lines.next(line);) {
            if (line.text.find_first_not_of(" \t") == std::string_view::npos)
                continue;
            const OrderedJson object = OrderedJson::parse(line.text, nullptr, /*allow_exceptions=*/false);
            const std::optional<Question> question
                = object.is_object() ? questionIn(object) : std::optional<Question>();
            const std::string id = object.is_object() ? textOf(field(object, "vid_name")) : std::string();
            if (!question || id.empty()) {
                m_corpus.findings.tell("damaged_question",
                                       fmt::format("{} line {}", file.filename().string(), line.number), id);
            } else if (!isPlainId(id)) {
                m_corpus.findings.tell("bad_id", id);
            } else {
                Video& video = videoOf(id);
                video.fold = video.fold.empty() ? fold : video.fold;
                video.questions.push_back(*question);
            }
        }
    }

    Video& videoOf(const std::string& id)
    {
        Video& video = m_videos[id];
        video.id = id;
        return video;
    }

    /// Null where there is no such file.
    OrderedJson jsonOf(const char* name) const
    {
        const fs::path file = m_folder / name;
        std::error_code unknown;
        return fs::exists(file, unknown) ? readJson(file).value : OrderedJson();
    }

    void settleFolds()
    {
        OrderedJson split = jsonOf("original_split.json");
        if (split.is_null())
            split = jsonOf("current_split.json");
        for (const OrderedJson& subset : field(split, "subsets")) {
            for (const auto& [theirs, ours] : kParts) {
                for (const OrderedJson& listed : listOf(field(subset, theirs))) {
                    const std::string id = textOf(listed);
                    if (isPlainId(id))
                        videoOf(id).fold = ours;
                    else
                        m_corpus.findings.tell("bad_id", id);
                }
            }
        }
    }

    void addMedia(Video& video)
    {
        for (const std::string& file :
             {"video/" + video.id + ".mp4", "audio/wav/" + video.id + ".wav", "audio/" + video.id + ".wav"}) {
            if (std::error_code unknown; fs::exists(m_folder / file, unknown)) {
                video.media = m_folder / file;
                break;
            }
        }
        if (video.media.extension() != ".mp4")
            m_corpus.findings.tell("missing_media", video.id + ".mp4", video.id);
    }

    void addCaptions(Video& video)
    {
        const fs::path file = m_folder / "transcript" / (video.id + ".vtt");
        if (std::error_code unknown; !fs::exists(file, unknown)) {
            m_corpus.findings.tell("missing_captions", video.id + ".vtt", video.id);
            return;
        }
        try {
            video.captions = captionsIn(readText(file).text);
        } catch (const Error&) { // it is told as damaged
            m_corpus.findings.tell("damaged_captions", video.id + ".vtt", video.id);
        }
    }

    fs::path m_folder;
    const RunContext& m_run;
    std::map<std::string, Video> m_videos;
    Corpus m_corpus;
};

}

std::vector<Caption> captionsIn(const std::string& text)
{
    std::vector<Caption> captions;
    bool isInside = false;
    LineReader lines(text);
    for (TextLine line; lines.next(line);) {
        if (const auto timing = cueTimingIn(line.text)) {
            captions.push_back({timing->times, {}});
            isInside = true;
        } else if (line.text.find_first_not_of(" \t") == std::string_view::npos) {
            isInside = false;
        } else if (isInside) {
            addLine(captions.back(), line.text);
        }
    }
    std::erase_if(captions, [](const Caption& caption) {
        return caption.lines.empty() || !(caption.times.end > caption.times.start);
    });
    return captions;
}

Corpus read(const fs::path& folder, const RunContext& run)
{
    return VideoReader(folder, run).read();
}

}
