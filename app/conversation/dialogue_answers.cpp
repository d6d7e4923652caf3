#include "app/conversation/dialogue_answers.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr const char* kSource = "polylogue-models";

DialogueAnswers::Answer answerFrom(const nlohmann::json& row, const DialogueModel& model)
{
    DialogueAnswers::Answer answer;
    answer.turn = row.at("id").get<std::string>();
    answer.participant = row.at("participant").get<std::string>();
    answer.listens = row.at("about") == "listening";
    answer.isLearntFromSpeakers = row.value("learnt_from", std::string()) == "speakers";
    answer.span = {row.at("start").get<double>(), row.at("end").get<double>()};
    const nlohmann::json& scores = row.at("scores");
    const nlohmann::json& labels = row.at("labels");
    for (const engine::LabelCard& label : model.labels) {
        const auto score = scores.find(label.name);
        answer.values.push_back(score != scores.end() && score->is_number()
                                    ? score->get<double>()
                                    : std::numeric_limits<double>::quiet_NaN());
        const bool isLabelled
            = labels.is_object() && labels.contains(label.name) && labels.at(label.name).is_number();
        answer.labels.push_back(isLabelled ? std::optional(labels.at(label.name).get<double>())
                                           : std::nullopt);
    }
    if (const auto attends = row.find("attends"); attends != row.end()) {
        for (const nlohmann::json& seen : *attends)
            answer.attends.emplace_back(seen.at("id").get<std::string>(), seen.at("weight").get<double>());
    }
    return answer;
}

}

const DialogueAnswers::Answer* DialogueAnswers::speaking(const engine::SpeakingTurn& turn,
                                                         const std::string& participant) const
{
    const Answer* found = nullptr;
    double most = 0.0;
    for (const Answer& answer : answers) {
        const double shared = answer.span.overlap({turn.start, turn.end});
        if (answer.listens || answer.participant != participant || shared <= most)
            continue;
        found = &answer;
        most = shared;
    }
    return found;
}

std::vector<const DialogueAnswers::Answer*> DialogueAnswers::listening(const std::string& turn) const
{
    std::vector<const Answer*> found;
    for (const Answer& answer : answers) {
        if (answer.listens && answer.turn == turn)
            found.push_back(&answer);
    }
    return found;
}

std::vector<std::string> dialogueQuestion(const DialogueModel& model, const std::string& conversation,
                                          std::optional<std::size_t> context)
{
    std::vector<std::string> question{"predict", "--ids", conversation, "--attends", "--unlabelled"};
    question.insert(question.end(), {"--about", model.answersListeners ? "speaking,listening" : "speaking"});
    if (context)
        question.insert(question.end(), {"--context", std::to_string(*context)});
    return question;
}

DialogueAnswers dialogueAnswersFrom(const std::string& answer, const DialogueModel& model)
{
    try {
        DialogueAnswers answers;
        for (const nlohmann::json& row : nlohmann::json::parse(answer))
            answers.answers.push_back(answerFrom(row, model));
        return answers;
    } catch (const nlohmann::json::exception& error) {
        throw engine::FormatError("bad_answer", kSource, error.what());
    }
}

std::map<std::size_t, double> attendedTurnsOf(const DialogueAnswers& answers, std::size_t turn,
                                              const ConversationData& data)
{
    const std::vector<engine::SpeakingTurn>& turns = data.taken.turns;
    std::map<std::string, std::size_t> places; // of the model's turns
    for (const DialogueAnswers::Answer& answer : answers.answers) {
        double most = 0.0;
        for (std::size_t i = 0; i < turns.size() && !answer.listens; ++i) {
            const double shared = answer.span.overlap({turns[i].start, turns[i].end});
            if (shared <= most || data.conversation.participants[turns[i].speaker].id != answer.participant)
                continue;
            places[answer.turn] = i;
            most = shared;
        }
    }
    std::map<std::size_t, double> attended;
    const DialogueAnswers::Answer* const own
        = answers.speaking(turns.at(turn), data.conversation.participants[turns[turn].speaker].id);
    if (!own)
        return attended;
    for (const auto& [id, weight] : own->attends) {
        if (const auto place = places.find(id); place != places.end() && place->second != turn)
            attended[place->second] += weight;
    }
    return attended;
}

}
