#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/corpora/gathered_rows.h"
#include "engine/corpora/iemocap.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <map>

namespace engine::iemocap {

namespace {

namespace fs = std::filesystem;

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// A class as labels call it, as the codes do, and as raters do.
struct EmotionClass {
    const char* name;
    const char* code;
    const char* rated;
};
constexpr std::array kClasses{
    EmotionClass{"neutral", "neu", "Neutral"},   EmotionClass{"happy", "hap", "Happiness"},
    EmotionClass{"sad", "sad", "Sadness"},       EmotionClass{"anger", "ang", "Anger"},
    EmotionClass{"surprise", "sur", "Surprise"}, EmotionClass{"disgust", "dis", "Disgust"},
    EmotionClass{"fear", "fea", "Fear"},         EmotionClass{"frustrated", "fru", "Frustration"},
    EmotionClass{"excited", "exc", "Excited"},   EmotionClass{"other", "oth", "Other"},
};

std::vector<std::string> columns()
{
    std::vector<std::string> names;
    for (const EmotionClass& one : kClasses)
        names.emplace_back(one.name);
    names.insert(names.end(), {"valence", "activation", "dominance"});
    return names;
}

std::vector<float> valuesOf(const Label& label)
{
    std::vector<float> values;
    for (const EmotionClass& one : kClasses)
        values.push_back(label.emotion == one.code ? 1.0F : 0.0F);
    for (const double value : {label.valence, label.activation, label.dominance})
        values.push_back(static_cast<float>(value));
    return values;
}

/// What the actors say of themselves; empty: nothing.
std::vector<float> ownValues(const std::vector<Rating>& ratings)
{
    std::vector<float> values(kClasses.size() + 3, kNothing);
    bool isSaid = false;
    for (const Rating& rating : ratings) {
        if (!rating.isSelf)
            continue;
        if (rating.isEmotion && !rating.classes.empty()) {
            for (std::size_t i = 0; i < kClasses.size(); ++i)
                values[i] = std::ranges::find(rating.classes, kClasses[i].rated) != rating.classes.end()
                    ? 1.0F
                    : 0.0F;
            isSaid = true;
        }
        const std::array dimensions{rating.valence, rating.activation, rating.dominance};
        for (std::size_t i = 0; i < dimensions.size(); ++i) {
            if (!dimensions[i])
                continue;
            values[kClasses.size() + i] = static_cast<float>(*dimensions[i]);
            isSaid = true;
        }
    }
    return isSaid ? values : std::vector<float>();
}

std::string cell(const std::optional<double>& value)
{
    return value ? fmt::format("{}", *value) : std::string();
}

/// Rows `unit,annotator,emotion,valence,activation,dominance` of a turn's raters.
std::string ratingRows(const Turn& turn, bool ofThemselves)
{
    std::map<std::string, std::array<std::string, 4>> raters;
    for (const Rating& rating : turn.ratings) {
        if (rating.isSelf != ofThemselves)
            continue;
        std::array<std::string, 4>& cells = raters[rating.rater];
        if (rating.isEmotion)
            cells[0] = rating.value;
        else
            cells = {cells[0], cell(rating.valence), cell(rating.activation), cell(rating.dominance)};
    }
    std::string text;
    for (const auto& [rater, cells] : raters) {
        text += tableCell(turn.id) + "," + tableCell(rater);
        for (const std::string& one : cells)
            text += "," + tableCell(guardedCell(one, true));
        text += "\n";
    }
    return text;
}

void writeRatings(const Corpus& corpus, const fs::path& folder)
{
    for (const bool ofThemselves : {false, true}) {
        std::string text;
        for (const Dialog& dialog : corpus.dialogs) {
            for (const Turn& turn : dialog.turns)
                text += ratingRows(turn, ofThemselves);
        }
        if (text.empty())
            continue;
        const char* const name = ofThemselves ? "ratings_self.csv" : "ratings.csv";
        writeTextFile(folder / name, "unit,annotator,emotion,valence,activation,dominance\n" + text).commit();
    }
}

/// The session with this number, counted in a circle, is the test, the one before it validation.
FoldLists foldsOf(const std::map<std::string, std::vector<std::string>>& sessions, std::size_t test)
{
    FoldLists folds;
    std::size_t number = 0;
    for (const auto& [session, ids] : sessions) {
        const bool isTest = sessions.size() > 1 && number == test;
        const bool isValid = sessions.size() > 2 && (number + 1) % sessions.size() == test;
        std::vector<std::string>& fold = folds[isTest ? "test" : isValid ? "valid" : "train"];
        fold.insert(fold.end(), ids.begin(), ids.end());
        ++number;
    }
    return folds;
}

std::string foldsFile(std::string session)
{
    std::ranges::transform(session, session.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return "folds_" + session + ".json";
}

/// The dataset's folds, and a file of others for each session.
void addFolds(CorpusDataset& made, const Corpus& corpus, const LayoutOptions& options)
{
    std::map<std::string, std::vector<std::string>> sessions;
    for (const Dialog& dialog : corpus.dialogs)
        sessions[dialog.session].push_back(dialog.conversation.id);
    made.list.folds = foldsOf(sessions, sessions.size() - 1);
    if (sessions.size() < 2)
        return;
    std::vector<std::string> names;
    for (const auto& [session, ids] : sessions)
        names.push_back(foldsFile(session));
    requireFree(made.list.root, names, options);
    for (std::size_t i = 0; i < names.size(); ++i)
        writeTextFile(made.list.root / names[i],
                      jsonText(nlohmann::ordered_json(foldsOf(sessions, i)), 1) + "\n")
            .commit();
    made.notes.push_back(fmt::format("the test is {}; --folds {} and the like leave another session out",
                                     sessions.rbegin()->first, names.front()));
}

}

CorpusDataset makeDataset(const fs::path& folder, const LayoutOptions& options, const RunContext& run)
{
    requireFree(
        folder,
        {"labels.csd", "labels_self.csd", "sentences.csd", "words.csd", "ratings.csv", "ratings_self.csv"},
        options);
    const Corpus corpus = read(folder, run);
    CorpusDataset made;
    made.list.root = folder;
    made.labelNames = columns();
    made.notes = corpus.findings.notes();
    GatheredRows labels("labels", columns()), own("labels_self", columns());
    labels.describe("about", {{"role", "speaking"}, {"perspective", "observer"}});
    own.describe("about", {{"role", "speaking"}, {"perspective", "self"}});
    GatheredRows sentences("sentences"), words("words");
    std::vector<Conversation> conversations;
    std::size_t skipped = 0;
    for (const Dialog& dialog : corpus.dialogs) {
        conversations.push_back(dialog.conversation);
        skipped += dialog.skippedLines;
        if (!dialog.media.empty())
            made.list.media.push_back({dialog.conversation.id, dialog.media, "", ""});
        for (const Turn& turn : dialog.turns) {
            const std::string id = dialog.conversation.id + "@" + turn.participant;
            if (!turn.text.empty())
                sentences.add(id, turn.times, turn.text);
            for (const Word& word : turn.words)
                words.add(id, word.times, word.text);
            if (turn.label)
                labels.add(id, turn.times, valuesOf(*turn.label));
            if (const std::vector<float> values = ownValues(turn.ratings); !values.empty())
                own.add(id, turn.times, values);
        }
    }
    if (skipped > 0)
        made.notes.push_back(fmt::format("{} lines of transcripts name no turn with its times", skipped));
    made.segments = labels.rows();
    storeConversations(made.list.more, conversations);
    labels.writeInto(made, "labels");
    own.writeInto(made, "labels");
    words.writeInto(made, "raw"); // before the sentences: the first texts are what counts as words
    sentences.writeInto(made, "raw");
    writeRatings(corpus, folder);
    addFolds(made, corpus, options);
    return made;
}

}
