#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/said.h"
#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/parts/text/english_text.h"

#include <memory>

namespace engine::cli {

namespace {

struct ValenceArguments {
    std::filesystem::path table;
    std::filesystem::path out;
    std::string column = "text";
    std::string language;
};

std::size_t columnOf(const DelimitedText& table, const std::string& name)
{
    if (const auto column = table.column(name))
        return *column;
    std::string names;
    for (const std::string& each : table.columns)
        names += (names.empty() ? "" : ", ") + each;
    throw FormatError("data_invalid", table.path.string(),
                      fmt::format("has no column '{}', but {}", name, names));
}

int rateTexts(const ValenceArguments& options)
{
    refuseInputsAsOutputs(std::span(&options.table, 1), std::span(&options.out, 1));
    if (!options.language.empty() && !isEnglishCode(options.language))
        throw FormatError(
            "data_invalid", options.table.string(),
            fmt::format("is in the language '{}'; only English texts have a valence", options.language));
    const ValenceModel model(Installation::ofThisProgram());
    const DelimitedText table = readDelimited(options.table);
    const std::size_t column = columnOf(table, options.column);
    std::string rows = "row,valence,words_found\n";
    std::size_t others = 0; // in another language
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::string& text = table.rows[i].cells[column];
        if (options.language.empty() && !looksEnglish(text, model)) {
            rows += fmt::format("{},,0\n", i + 1);
            ++others;
            continue;
        }
        const TextValence rated = model.valenceOf(text);
        rows += fmt::format("{},{:.4f},{}\n", i + 1, rated.valence, rated.wordsFound);
    }
    writeTextFile(options.out, rows).commit();
    say(stdout, "{}: {} texts rated\n", options.out.string(), table.rows.size() - others);
    if (others > 0)
        say(stderr, "{} of {} texts do not look English, and only English ones have a valence\n", others,
            table.rows.size());
    return 0;
}

}

void addValence(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "valence",
        "Says how positive English texts are, from -3 to 3, by what raters said of words and sentences.");
    auto options = std::make_shared<ValenceArguments>();
    command->add_option("TABLE", options->table, "a table with a text in each row (CSV, TSV)")->required();
    command->add_option("--out", options->out, "file for the rows: row, valence, words_found")->required();
    command->add_option("--column", options->column, "the column of the texts")->capture_default_str();
    command->add_option("--language", options->language,
                        "the language of all texts (en); without it, each text that does not look English "
                        "has no valence");
    command->callback([options, &action] { action = [options] { return rateTexts(*options); }; });
}

}
