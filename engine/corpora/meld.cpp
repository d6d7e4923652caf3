#include "engine/corpora/meld.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/corpora/gathered_rows.h"
#include "engine/media/media_info.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>

namespace engine::meld {

namespace {

namespace fs = std::filesystem;

/// A fold as the corpus calls it, as we do, and the folder of its clips.
struct Part {
    const char* name;
    const char* fold;
    std::vector<const char*> clips;
};

const std::array<Part, 3>& parts()
{
    static const std::array<Part, 3> all{
        {{"train", "train", {"train/train_splits", "train_splits"}},
         {"dev", "valid", {"dev_splits_complete", "dev/dev_splits_complete"}},
         {"test", "test", {"output_repeated_splits_test", "test/output_repeated_splits_test"}}}};
    return all;
}

constexpr std::array kEmotions{"anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"};

/// `00:16:16,059`, `0:02:00,000`, `00:00:03.795`
std::optional<double> episodeTime(const std::string& text)
{
    int hours = 0, minutes = 0, seconds = 0, thousandths = 0;
    char mark = 0, more = 0;
    if (std::sscanf(text.c_str(), "%d:%d:%d%c%3d%c", &hours, &minutes, &seconds, &mark, &thousandths, &more)
            != 5
        || (mark != ',' && mark != '.') || hours < 0 || minutes < 0 || seconds < 0 || thousandths < 0)
        return std::nullopt;
    return hours * 3600.0 + minutes * 60.0 + seconds + thousandths / 1000.0;
}

/// Times of the tables have no more digits.
double thousandths(double seconds)
{
    return std::round(seconds * 1000.0) / 1000.0;
}

/// A row of a table.
struct Row {
    std::size_t line = 0;
    std::string dialogue, utterance; ///< numbers
    std::string clipDialogue, clipUtterance; ///< as the clip is named
    std::string speaker, text, emotion, sentiment, episode;
    double start = 0.0, end = 0.0; ///< of the episode
};

std::vector<Row> rowsOf(const fs::path& file)
{
    const DelimitedText table = readDelimited(file);
    const auto cell = [&](const DelimitedText::Row& row, const char* name) {
        const auto column = table.column(name);
        if (!column)
            throw FormatError("data_invalid", file.string(), fmt::format("has no column {}", name));
        return row.cells[*column];
    };
    std::vector<Row> rows;
    for (const DelimitedText::Row& from : table.rows) {
        Row row{from.line,
                cell(from, "Dialogue_ID"),
                cell(from, "Utterance_ID"),
                cell(from, table.column("Old_Dialogue_ID") ? "Old_Dialogue_ID" : "Dialogue_ID"),
                cell(from, table.column("Old_Utterance_ID") ? "Old_Utterance_ID" : "Utterance_ID"),
                cell(from, "Speaker"),
                cell(from, "Utterance"),
                cell(from, "Emotion"),
                cell(from, "Sentiment"),
                "s" + cell(from, "Season") + "e" + cell(from, "Episode")};
        const auto start = episodeTime(cell(from, "StartTime")), end = episodeTime(cell(from, "EndTime"));
        const bool isNumber = !row.dialogue.empty()
            && std::ranges::all_of(row.dialogue + row.utterance, [](char c) { return c >= '0' && c <= '9'; });
        if (!start || !end || !isNumber || row.speaker.empty() || row.utterance.empty()
            || row.utterance.size() > 9)
            throw FormatError(
                "data_invalid", file.string(),
                fmt::format("line {} lacks a speaker, a number or a time (hh:mm:ss,mmm)", from.line));
        row.start = *start;
        row.end = *end;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The clip of an utterance, from the folder of the corpus; empty: there is none.
fs::path clipOf(const fs::path& folder, const Part& part, const Row& row)
{
    const std::string name = fmt::format("dia{}_utt{}.mp4", row.clipDialogue, row.clipUtterance);
    for (const char* clips : part.clips) {
        for (const std::string& known : {name, "final_videos_test" + name}) {
            if (std::error_code ignored; fs::exists(folder / clips / known, ignored))
                return fs::path(clips) / known;
        }
    }
    return {};
}

class DialogueReader {
public:
    DialogueReader(fs::path folder, const RunContext& run) : m_folder(std::move(folder)), m_run(run) { }

    Corpus read()
    {
        for (const Part& part : parts()) {
            for (const char* const form :
                 {"{}_sent_emo.csv", "{0}/{0}_sent_emo.csv", "{}_sent_emo_dya.csv"}) {
                const fs::path table = m_folder / fmt::format(fmt::runtime(form), part.name);
                if (std::error_code ignored; fs::exists(table, ignored)) {
                    add(part, rowsOf(table));
                    break;
                }
            }
        }
        if (m_corpus.dialogues.empty())
            throw FormatError(
                "data_invalid", m_folder.string(),
                "has no table of MELD: train_sent_emo.csv, dev_sent_emo.csv or test_sent_emo.csv");
        return std::move(m_corpus);
    }

private:
    void add(const Part& part, const std::vector<Row>& rows)
    {
        for (std::size_t begin = 0; begin < rows.size();) {
            m_run.tick(begin, rows.size());
            std::size_t end = begin + 1;
            while (end < rows.size() && rows[end].dialogue == rows[begin].dialogue)
                ++end;
            addDialogue(part, std::span(rows).subspan(begin, end - begin));
            begin = end;
        }
    }

    void addDialogue(const Part& part, std::span<const Row> rows)
    {
        Dialogue dialogue{{}, part.fold, {}};
        dialogue.conversation.id = fmt::format("{}_dia{}", part.name, rows.front().dialogue);
        dialogue.conversation.media = ConversationMedia::Clips;
        dialogue.conversation.episode = rows.front().episode;
        std::vector<std::string> names;
        for (const Row& row : rows)
            names.push_back(row.speaker);
        const std::vector<std::string> ids = participantIds(names);
        int last = -1;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!dialogue.conversation.participant(ids[i])) {
                ConversationParticipant& who = dialogue.conversation.participants.emplace_back();
                who.id = ids[i];
                who.name = names[i];
            }
            const int number = std::stoi(rows[i].utterance);
            if (number != last + 1)
                tell("numbers_skipped", dialogue, rows[i]);
            last = number;
            addUtterance(part, dialogue, rows[i], ids[i], rows.front().start);
        }
        m_corpus.dialogues.push_back(std::move(dialogue));
    }

    void addUtterance(const Part& part, Dialogue& dialogue, const Row& row, const std::string& who,
                      double zero)
    {
        Utterance said{
            who,          thousandths(row.start - zero), thousandths(row.end - zero), row.text, row.emotion,
            row.sentiment};
        const fs::path clip = clipOf(m_folder, part, row);
        std::optional<double> length;
        if (clip.empty())
            tell("missing_clip", dialogue, row);
        else if (length = lengthOf(clip); !length)
            tell("damaged_clip", dialogue, row);
        if (!(row.end > row.start)) {
            tell("time_reversed", dialogue, row);
            said.end = length ? std::optional(said.start + *length) : std::nullopt;
        }
        if (!clip.empty() && said.end)
            dialogue.conversation.clips.push_back({clip, who, said.start, *said.end});
        dialogue.utterances.push_back(std::move(said));
    }

    /// Seconds; absent: the clip cannot be read.
    std::optional<double> lengthOf(const fs::path& clip) const
    {
        try {
            const MediaInfo info = probeMedia(MediaFile(m_folder / clip));
            const bool isCut = std::ranges::any_of(info.findings, [](const Finding& finding) {
                return finding.severity != Finding::Severity::Note;
            });
            return info.duration > 0.0 && !isCut ? std::optional(info.duration) : std::nullopt;
        } catch (const Error&) { // it is told as damaged
            return std::nullopt;
        }
    }

    void tell(const char* code, const Dialogue& dialogue, const Row& row)
    {
        m_corpus.findings.tell(code, fmt::format("{}_utt{}", dialogue.conversation.id, row.utterance),
                               dialogue.conversation.id);
    }

    fs::path m_folder;
    const RunContext& m_run;
    Corpus m_corpus;
};

std::vector<float> labelsOf(const Utterance& said)
{
    std::vector<float> labels;
    for (const char* const emotion : kEmotions)
        labels.push_back(said.emotion == emotion ? 1.0F : 0.0F);
    labels.push_back(said.sentiment == "positive" ? 1.0F : said.sentiment == "negative" ? -1.0F : 0.0F);
    return labels;
}

}

Corpus read(const fs::path& folder, const RunContext& run)
{
    return DialogueReader(folder, run).read();
}

CorpusDataset makeDataset(const fs::path& folder, const LayoutOptions& options, const RunContext& run)
{
    requireFree(folder, {"labels.csd", "sentences.csd"}, options);
    const Corpus corpus = read(folder, run);
    CorpusDataset made;
    made.list.root = folder;
    made.labelNames.assign(kEmotions.begin(), kEmotions.end());
    made.labelNames.emplace_back("sentiment");
    made.notes = corpus.findings.notes();
    GatheredRows labels("labels", made.labelNames), sentences("sentences");
    std::vector<Conversation> conversations;
    for (const Dialogue& dialogue : corpus.dialogues) {
        conversations.push_back(dialogue.conversation);
        made.list.folds[dialogue.fold].push_back(dialogue.conversation.id);
        for (const Utterance& said : dialogue.utterances) {
            if (!said.end)
                continue;
            const std::string id = dialogue.conversation.id + "@" + said.participant;
            labels.add(id, {said.start, *said.end}, labelsOf(said));
            sentences.add(id, {said.start, *said.end}, said.text);
        }
    }
    made.segments = labels.rows();
    storeConversations(made.list.more, conversations);
    labels.writeInto(made, "labels");
    sentences.writeInto(made, "raw");
    return made;
}

}
