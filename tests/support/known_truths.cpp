#include "tests/support/known_truths.h"

#include <stdexcept>

#include "tests/engine/training/models_program.h"

namespace engine::test {

namespace {

constexpr float kRight = 0.5F; // how far a prediction may be from the label

ProgramResult runOrThrow(const QStringList& arguments)
{
    ProgramResult result = run(arguments);
    if (result.exitCode != 0)
        throw std::runtime_error(result.errors.toStdString());
    return result;
}

bool isRight(const nlohmann::json& line, float label)
{
    return std::abs(line.at("f").at("tav").get<float>() - label) <= kRight;
}

std::string expectedClass(Truth truth, const std::array<float, 3>& signs)
{
    const auto [text, sound, vision] = signs;
    switch (truth) {
    case Truth::Xor:
        return "emergent";
    case Truth::Additive:
        return text == sound && sound == vision ? "complement" : "conflict";
    case Truth::Redundant:
        return "redundant";
    default:
        return "dominance";
    }
}

/// The largest step of all modalities: `t3`.
std::string largestStep(const nlohmann::json& values)
{
    double largest = 0.0;
    std::string at;
    for (const char* const modality : {"t", "a", "v"}) {
        for (std::size_t step = 0; step < values.at(modality).size(); ++step) {
            const double size = std::abs(values.at(modality)[step].get<double>());
            if (size > largest) {
                largest = size;
                at = modality + std::to_string(step);
            }
        }
    }
    return at;
}

double errorOf(const nlohmann::json& line)
{
    double sum = 0.0;
    for (const auto& [letters, term] : line.at("m").items())
        sum += term.get<double>();
    return std::abs(sum - (line.at("f").at("tav").get<double>() - line.at("f").at("").get<double>()));
}

/// Counts the lines that are right; `isAsKnown` says of these whether they are explained as they should be.
template <typename IsAsKnown>
TruthCount counted(const TruthFile::Fold& fold, const std::vector<nlohmann::json>& lines,
                   const IsAsKnown& isAsKnown)
{
    if (lines.size() != fold.ids.size())
        throw std::runtime_error("other segments are explained than were made");
    TruthCount count{lines.size()};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].at("id") != fold.ids[i])
            throw std::runtime_error("segments are explained in another order");
        count.error = std::max(count.error, errorOf(lines[i]));
        if (!isRight(lines[i], fold.labels[i]))
            continue;
        ++count.right;
        count.explained += isAsKnown(i) ? 1 : 0;
    }
    return count;
}

}

void trainOn(const QString& data, const QString& model, const QString& results, std::uint64_t seed)
{
    runOrThrow({QStringLiteral("train"), QStringLiteral("--model"), model, QStringLiteral("--data"), data,
                QStringLiteral("--set"), QStringLiteral("alone=false"), QStringLiteral("--seed"),
                QString::number(seed), QStringLiteral("--out"), results, QStringLiteral("--json")});
}

std::vector<nlohmann::json> explainedLines(const QString& results, const QString& data,
                                           const QStringList& more)
{
    const ProgramResult said
        = runOrThrow(QStringList{QStringLiteral("explain"), results + QStringLiteral("/model.safetensors"),
                                 QStringLiteral("--data"), data, QStringLiteral("--fold"),
                                 QStringLiteral("test"), QStringLiteral("--json")}
                     + more);
    std::vector<nlohmann::json> lines;
    for (const QByteArray& line : said.output.split('\n')) {
        if (!line.isEmpty())
            lines.push_back(nlohmann::json::parse(line.toStdString()));
    }
    return lines;
}

TruthCount classesOf(Truth truth, const TruthFile::Fold& fold, const std::vector<nlohmann::json>& lines)
{
    return counted(fold, lines, [&](std::size_t i) {
        const bool isClass = lines[i].at("class") == expectedClass(truth, fold.signs[i]);
        return isClass && (truth != Truth::Dominated || lines[i].at("of") == nlohmann::json::array({"t"}));
    });
}

TruthCount stepsOf(Truth truth, const TruthFile::Fold& fold, const std::vector<nlohmann::json>& lines,
                   const char* method)
{
    TruthCount count = counted(fold, lines, [&](std::size_t i) {
        const std::string planted = truth == Truth::PlantedWord ? "t" + std::to_string(fold.words[i])
                                                                : "a" + std::to_string(fold.spans[i]);
        return largestStep(lines[i].at("attribution").at(method)) == planted;
    });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (isRight(lines[i], fold.labels[i]) && lines[i].contains("faithfulness"))
            count.faithful += lines[i]["faithfulness"].at(method).at("better_than_chance").get<bool>();
    }
    return count;
}

}
