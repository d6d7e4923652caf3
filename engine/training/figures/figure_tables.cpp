#include "engine/training/figures/figure_tables.h"

#include "engine/core/text_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

bool isDominance(const std::string& name)
{
    return name.starts_with("dominant_");
}

/// Of an emotion's presence; a sentiment beside the emotions has its own sides, which end with their rule.
bool isPresence(const std::string& name)
{
    if (name.ends_with("_has0") || name.ends_with("_non0"))
        return false;
    return name.starts_with("f1") || name.starts_with("precision") || name.starts_with("recall")
        || name.starts_with("n_") || name == "wa" || name == "binary_accuracy" || name == "exact_match";
}

template <class Belongs>
void addTable(std::vector<FigureTable>& tables, const std::string& name,
              const std::vector<const ReportRow*>& rows, Belongs belongs)
{
    FigureTable table{name, {}};
    for (const ReportRow* const row : rows) {
        for (const Metric& metric : row->metrics) {
            if (belongs(metric.name))
                table.figures.push_back({row->label + "_" + metric.name, metric.value});
        }
    }
    if (!table.figures.empty())
        tables.push_back(std::move(table));
}

}

std::vector<FigureTable> figureTables(const Report& report, const std::string& modalities, Task task)
{
    std::vector<const ReportRow*> rows;
    for (const ReportRow& row : report) {
        if (row.fold == "test" && row.modalities == modalities)
            rows.push_back(&row);
    }
    std::vector<FigureTable> tables;
    if (task != Task::Emotions) {
        const bool areClasses
            = task == Task::Binary || task == Task::Classes || task == Task::ClassesAndValues;
        addTable(tables, areClasses ? "classification" : "regression", rows,
                 [](const std::string&) { return true; });
        return tables;
    }
    addTable(tables, "regression", rows,
             [](const std::string& name) { return !isDominance(name) && !isPresence(name); });
    addTable(tables, "classification_presence", rows, isPresence);
    addTable(tables, "classification_dominant", rows, isDominance);
    return tables;
}

void appendRow(const std::filesystem::path& folder, const std::string& run, const FigureTable& table)
{
    const std::filesystem::path path = folder / (table.name + ".csv");
    std::string heading = "run", row = run;
    for (const Metric& figure : table.figures) {
        heading += "," + tableCell(figure.name);
        row += figure.value ? fmt::format(",{}", *figure.value) : std::string(",");
    }
    std::string text, known;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("run,"))
            known = line;
        if (line == row && known == heading)
            return;
        text += line + "\n";
    }
    if (known != heading)
        text += (text.empty() ? "" : "\n") + heading + "\n";
    writeTextFile(path, text + row + "\n").commit();
}

}
