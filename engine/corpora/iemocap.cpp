#include "engine/corpora/iemocap.h"

#include "engine/core/error.h"
#include "engine/core/folder_items.h"
#include "engine/corpora/corpus_rows.h"
#include "engine/corpora/scanned_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace engine::iemocap {

namespace {

namespace fs = std::filesystem;

constexpr double kFrame = 0.01; ///< seconds of an alignment's step

bool isThere(const fs::path& file)
{
    std::error_code unknown;
    return fs::exists(file, unknown);
}

/// Times have four digits, words' two.
double tenThousandths(double seconds)
{
    return std::round(seconds * 1e4) / 1e4;
}

/// `Ses01F_impro01_F000` → `F`; empty: neither actor's.
std::string participantOf(const std::string& turn)
{
    const std::size_t at = turn.rfind('_');
    const char letter = at == std::string::npos || at + 1 >= turn.size() ? ' ' : turn[at + 1];
    return letter == 'F' || letter == 'M' ? std::string(1, letter) : std::string();
}

/// What EmoEvaluation says of a turn.
struct Evaluation {
    Interval times;
    Label label;
    std::vector<Rating> ratings;
};

/// `[6.2901 - 8.2357]⇥ID⇥neu⇥[2.5000, 2.5000, 2.5000]`; absent: another line.
std::optional<std::pair<std::string, Evaluation>> evaluationIn(const std::string& line)
{
    ScannedText text(line);
    std::pair<std::string, Evaluation> found;
    Evaluation& evaluation = found.second;
    const bool isOne = text.take("[") && text.takeNumber(evaluation.times.start) && text.take(" - ")
        && text.takeNumber(evaluation.times.end) && text.take("]\t");
    if (!isOne)
        return std::nullopt;
    found.first = text.takeUntil('\t');
    evaluation.label.emotion = text.takeUntil('\t');
    const bool isWhole = text.take("[") && text.takeNumber(evaluation.label.valence) && text.take(", ")
        && text.takeNumber(evaluation.label.activation) && text.take(", ")
        && text.takeNumber(evaluation.label.dominance) && text.take("]");
    return isWhole ? std::optional(std::move(found)) : std::nullopt;
}

/// The number behind a name: `val 3; act 2; dom  ;`.
std::optional<double> dimensionIn(const std::string& value, std::string_view name)
{
    const std::size_t at = value.find(name);
    if (at == std::string::npos)
        return std::nullopt;
    ScannedText text(std::string_view(value).substr(at + name.size()));
    text.skipBlanks();
    double number = 0.0;
    return text.takeNumber(number) ? std::optional(number) : std::nullopt;
}

/// `C-E2:⇥Neutral; Anger;⇥(remark)`, `A-F1:⇥val 3; act 2; dom  2;⇥()`; absent: another line.
std::optional<Rating> ratingIn(const std::string& line)
{
    const std::size_t colon = line.find(":\t");
    if (line.size() < 4 || (line[0] != 'C' && line[0] != 'A') || line[1] != '-' || colon == std::string::npos)
        return std::nullopt;
    Rating rating;
    rating.rater = line.substr(2, colon - 2);
    rating.isEmotion = line[0] == 'C';
    rating.isSelf = rating.rater.starts_with('F') || rating.rater.starts_with('M');
    if (rating.rater.empty() || (!rating.isSelf && rating.rater[0] != 'E'))
        return std::nullopt;
    const std::size_t remark = line.find("\t(", colon + 2);
    rating.value = line.substr(colon + 2, remark == std::string::npos ? remark : remark - colon - 2);
    if (rating.value.ends_with(';'))
        rating.value.pop_back();
    if (remark != std::string::npos)
        rating.remark = line.substr(remark + 2);
    if (rating.remark.ends_with(')'))
        rating.remark.pop_back();
    if (rating.isEmotion) {
        rating.classes = partsOf(rating.value, ';');
    } else {
        rating.valence = dimensionIn(rating.value, "val");
        rating.activation = dimensionIn(rating.value, "act");
        rating.dominance = dimensionIn(rating.value, "dom");
    }
    return rating;
}

/// By the turn's id, in the order of the file.
std::vector<std::pair<std::string, Evaluation>> evaluationsIn(const fs::path& file)
{
    std::vector<std::pair<std::string, Evaluation>> all;
    for (const std::string& line : readLines(file)) {
        if (auto evaluation = evaluationIn(line))
            all.push_back(std::move(*evaluation));
        else if (auto rating = ratingIn(line); rating && !all.empty())
            all.back().second.ratings.push_back(std::move(*rating));
    }
    return all;
}

/// `ID_F000 [006.2901-008.2357]: text`; absent: another line.
std::optional<Turn> transcribedTurn(const std::string& line)
{
    ScannedText text(line);
    Turn turn;
    turn.id = text.takeUntil(' ');
    turn.participant = participantOf(turn.id);
    const bool isOne = text.take("[") && text.takeNumber(turn.times.start) && text.take("-")
        && text.takeNumber(turn.times.end) && text.take("]:");
    if (!isOne || turn.participant.empty())
        return std::nullopt;
    text.skipBlanks();
    turn.text = text.rest();
    return turn;
}

/// A row of an alignment: `⇥   20    49      -29000 ME(2)`; absent: a pause, or no row.
std::optional<Word> alignedWord(const std::string& line, double turnStart)
{
    ScannedText text(line);
    double first = 0.0, last = 0.0, score = 0.0;
    const auto takeField = [&](double& number) {
        text.skipBlanks();
        return text.takeNumber(number);
    };
    if (!takeField(first) || !takeField(last) || !takeField(score) || last < first)
        return std::nullopt;
    text.skipBlanks();
    Word word{text.rest(),
              {tenThousandths(turnStart + first * kFrame), tenThousandths(turnStart + (last + 1.0) * kFrame)},
              false};
    if (word.text.empty() || word.text.starts_with('<'))
        return std::nullopt;
    if (const std::size_t variant = word.text.find('('); variant != std::string::npos && variant > 0)
        word.text.resize(variant);
    word.isSound = word.text.starts_with("++");
    const std::size_t begin = word.text.find_first_not_of('+');
    if (begin == std::string::npos)
        return std::nullopt;
    word.text = word.text.substr(begin, word.text.find_last_not_of('+') - begin + 1);
    return word;
}

class DialogReader {
public:
    DialogReader(fs::path folder, const RunContext& run) : m_folder(std::move(folder)), m_run(run) { }

    Corpus read()
    {
        const std::vector<std::pair<std::string, std::string>> dialogs = listed();
        if (dialogs.empty())
            throw FormatError("data_invalid", m_folder.string(),
                              "has no labels of IEMOCAP: Session1/dialog/EmoEvaluation/Ses01F_impro01.txt");
        for (const auto& [session, id] : dialogs) {
            m_run.tick(m_corpus.dialogs.size(), dialogs.size());
            addDialog(session, id);
        }
        return std::move(m_corpus);
    }

private:
    /// Sessions with the ids of their dialogues.
    std::vector<std::pair<std::string, std::string>> listed() const
    {
        std::vector<std::pair<std::string, std::string>> dialogs;
        for (const FolderItem& item : itemsOf(m_folder)) {
            if (item.kind != FolderItem::Kind::Folder || !item.name.starts_with("Session"))
                continue;
            const fs::path labels = m_folder / item.name / "dialog" / "EmoEvaluation";
            if (!isThere(labels))
                continue;
            for (const FolderItem& file : itemsOf(labels)) {
                const fs::path name = file.name;
                if (file.kind == FolderItem::Kind::File && name.extension() == ".txt"
                    && file.name.starts_with("Ses"))
                    dialogs.emplace_back(item.name, name.stem().string());
            }
        }
        std::ranges::sort(dialogs);
        return dialogs;
    }

    void addDialog(const std::string& session, const std::string& id)
    {
        Dialog dialog;
        dialog.session = session;
        dialog.conversation.id = id;
        dialog.conversation.episode = session;
        addPeople(dialog);
        addMedia(dialog);
        addTurns(dialog);
        m_corpus.dialogs.push_back(std::move(dialog));
    }

    /// Left is whose letter stands in the id: `Ses01F_impro01`.
    static void addPeople(Dialog& dialog)
    {
        const std::string& id = dialog.conversation.id;
        const std::string session = id.substr(0, std::min<std::size_t>(id.size(), 5)); // Ses01
        const bool womanIsLeft = id.size() < 6 || id[5] != 'M';
        for (const char* const letter : {"F", "M"}) {
            ConversationParticipant& who = dialog.conversation.participants.emplace_back();
            who.id = letter;
            who.person = session + "_" + letter;
            who.channel = (*letter == 'F') == womanIsLeft ? 0 : 1;
        }
    }

    void addMedia(Dialog& dialog)
    {
        const std::string& id = dialog.conversation.id;
        const fs::path files = m_folder / dialog.session / "dialog";
        const fs::path picture = files / "avi" / "DivX" / (id + ".avi"),
                       sound = files / "wav" / (id + ".wav");
        dialog.conversation.media = ConversationMedia::Channels;
        if (isThere(sound))
            dialog.media = sound;
        else
            m_corpus.findings.tell("missing_media", id + ".wav", id);
        if (!isThere(picture)) {
            m_corpus.findings.tell("missing_media", id + ".avi", id);
            return;
        }
        dialog.media = picture;
        dialog.conversation.media = ConversationMedia::Picture;
        for (ConversationParticipant& who : dialog.conversation.participants)
            who.face = who.channel;
    }

    void addTurns(Dialog& dialog)
    {
        const std::string& id = dialog.conversation.id;
        const fs::path files = m_folder / dialog.session / "dialog";
        auto evaluations = evaluationsIn(files / "EmoEvaluation" / (id + ".txt"));
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < evaluations.size(); ++i)
            places.emplace(evaluations[i].first, i);
        const fs::path transcript = files / "transcriptions" / (id + ".txt");
        if (!isThere(transcript))
            m_corpus.findings.tell("missing_text", id + ".txt", id);
        else
            for (const std::string& line : readLines(transcript)) {
                std::optional<Turn> turn = transcribedTurn(line);
                if (!turn) {
                    dialog.skippedLines += line.empty() ? 0 : 1;
                    continue;
                }
                const auto place = places.find(turn->id);
                if (place != places.end()) {
                    label(*turn, std::move(evaluations[place->second].second));
                    places.erase(place);
                }
                addTurn(dialog, std::move(*turn));
            }
        for (auto& [turnId, evaluation] : evaluations) {
            if (!places.contains(turnId))
                continue;
            Turn turn;
            turn.id = turnId;
            turn.participant = participantOf(turnId);
            turn.times = evaluation.times;
            label(turn, std::move(evaluation));
            if (turn.participant.empty())
                m_corpus.findings.tell("unknown_participant", turnId, id);
            else
                addTurn(dialog, std::move(turn));
            if (isThere(transcript))
                m_corpus.findings.tell("missing_text", turnId, id);
        }
    }

    static void label(Turn& turn, Evaluation evaluation)
    {
        turn.label = std::move(evaluation.label);
        turn.ratings = std::move(evaluation.ratings);
    }

    void addTurn(Dialog& dialog, Turn turn)
    {
        const std::string& id = dialog.conversation.id;
        if (!(turn.times.end > turn.times.start)) {
            m_corpus.findings.tell("time_reversed", turn.id, id);
            return;
        }
        const fs::path file
            = m_folder / dialog.session / "sentences" / "ForcedAlignment" / id / (turn.id + ".wdseg");
        if (isThere(file))
            addWords(turn, file, id);
        else if (turn.label)
            m_corpus.findings.tell("missing_words", turn.id + ".wdseg", id);
        dialog.turns.push_back(std::move(turn));
    }

    void addWords(Turn& turn, const fs::path& file, const std::string& id)
    {
        const std::vector<std::string> lines = readLines(file);
        for (const std::string& line : lines) {
            if (auto word = alignedWord(line, turn.times.start))
                turn.words.push_back(std::move(*word));
        }
        const bool isWhole = std::ranges::any_of(
            lines, [](const std::string& line) { return line.find("Total score") != std::string::npos; });
        if (!isWhole)
            m_corpus.findings.tell("damaged_words", turn.id + ".wdseg", id);
    }

    fs::path m_folder;
    const RunContext& m_run;
    Corpus m_corpus;
};

}

Corpus read(const fs::path& folder, const RunContext& run)
{
    return DialogReader(folder, run).read();
}

}
