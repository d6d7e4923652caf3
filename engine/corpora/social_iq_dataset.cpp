#include "engine/conversations/conversation_list.h"
#include "engine/core/text_file.h"
#include "engine/corpora/gathered_rows.h"
#include "engine/corpora/social_iq.h"

#include <fmt/format.h>
#include <map>
#include <set>

namespace engine::social_iq {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTable = "questions.csv";

/// The people whose voices have names, in the order in which they speak.
struct NamedVoices {
    Conversation conversation;
    std::map<std::string, std::string> entries; ///< by name
};

NamedVoices namedVoices(const Video& video)
{
    std::vector<std::string> names;
    std::set<std::string> known;
    for (const Caption& caption : video.captions) {
        for (const CaptionLine& line : caption.lines) {
            if (!line.speaker.empty() && known.insert(line.speaker).second)
                names.push_back(line.speaker);
        }
    }
    NamedVoices voices;
    voices.conversation.id = video.id;
    voices.conversation.media = ConversationMedia::Picture;
    const std::vector<std::string> ids = participantIds(names);
    std::set<std::string> listed;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ConversationParticipant who;
        who.id = ids[i];
        who.name = names[i];
        voices.entries.emplace(names[i], voices.conversation.entryOf(who));
        if (listed.insert(ids[i]).second)
            voices.conversation.participants.push_back(std::move(who));
    }
    return voices;
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
        const NamedVoices voices = namedVoices(video);
        for (const Caption& caption : video.captions) {
            for (const CaptionLine& line : caption.lines) {
                const auto voice = voices.entries.find(line.speaker);
                sentences.add(voice == voices.entries.end() ? video.id : voice->second, caption.times,
                              line.text);
            }
        }
        if (!voices.conversation.participants.empty())
            conversations.push_back(voices.conversation);
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
