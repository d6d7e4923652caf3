#include "engine/conversations/conversation_list.h"
#include "engine/core/text_file.h"
#include "engine/corpora/gathered_rows.h"
#include "engine/corpora/social_iq.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine::social_iq {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTable = "questions.csv";

/// The people whose voices have names, in the order in which they speak; absent: there are none.
std::optional<Conversation> conversationOf(const Video& video)
{
    std::vector<std::string> names;
    for (const Caption& caption : video.captions) {
        for (const CaptionLine& line : caption.lines) {
            if (!line.speaker.empty() && std::ranges::find(names, line.speaker) == names.end())
                names.push_back(line.speaker);
        }
    }
    if (names.empty())
        return std::nullopt;
    Conversation conversation;
    conversation.id = video.id;
    conversation.media = ConversationMedia::Picture;
    const std::vector<std::string> ids = participantIds(names);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (conversation.participant(ids[i]))
            continue;
        ConversationParticipant& who = conversation.participants.emplace_back();
        who.id = ids[i];
        who.name = names[i];
    }
    return conversation;
}

/// The entry of what a line says: the speaker's, else the video's.
std::string entryOf(const Video& video, const CaptionLine& line,
                    const std::optional<Conversation>& conversation)
{
    if (!line.speaker.empty() && conversation) {
        const std::string plain = participantId(line.speaker);
        for (const ConversationParticipant& who : conversation->participants) {
            if (who.id == plain || who.id == plain + "-")
                return conversation->entryOf(who);
        }
    }
    return video.id;
}

std::string tableRow(const Video& video, const Question& question)
{
    std::string row
        = fmt::format("{},{},questions,{},{},{}", tableCell(video.id, true), tableCell(question.id, true),
                      question.span.start, question.span.end, tableCell(question.text, true));
    for (const std::string& option : question.options)
        row += "," + tableCell(option, true);
    return row + (question.answer ? fmt::format(",a{}\n", *question.answer) : std::string(",\n"));
}

}

CorpusDataset makeDataset(const fs::path& folder, const LayoutOptions& options, const RunContext& run)
{
    requireFree(folder, {"questions.csd", kTable, "sentences.csd"}, options);
    const Corpus corpus = read(folder, run);
    CorpusDataset made;
    made.list.root = folder;
    made.labelNames = {"answer"};
    made.notes = corpus.findings.notes();
    GatheredRows questions("questions"), sentences("sentences");
    std::vector<Conversation> conversations;
    std::string table = "video_id,clip_id,tier,start,end,text,a0,a1,a2,a3,answer\n";
    for (const Video& video : corpus.videos) {
        made.list.folds[video.fold].push_back(video.id);
        if (!video.media.empty())
            made.list.media.push_back({video.id, video.media, "", ""});
        for (const Question& question : video.questions) {
            questions.add(video.id, question.span, question.text);
            table += tableRow(video, question);
            made.segments += question.answer ? 1 : 0;
        }
        const std::optional<Conversation> conversation = conversationOf(video);
        for (const Caption& caption : video.captions) {
            for (const CaptionLine& line : caption.lines)
                sentences.add(entryOf(video, line, conversation), caption.times, line.text);
        }
        if (conversation)
            conversations.push_back(*conversation);
        if (video.trim)
            made.list.more["trims"][video.id] = *video.trim;
    }
    if (!conversations.empty())
        storeConversations(made.list.more, conversations);
    questions.writeInto(made, "raw");
    sentences.writeInto(made, "raw");
    writeTextFile(folder / kTable, table).commit();
    return made;
}

}
