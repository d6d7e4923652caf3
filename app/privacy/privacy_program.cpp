#include "app/privacy/privacy_program.h"

#include "engine/core/error.h"
#include "engine/worker/child_process.h"

#include <QDir>
#include <QJsonDocument>

namespace app {

PrivacyAnswer runPrivacyProgram(const QString& programs, const QStringList& arguments, const engine::RunContext& run)
{
    engine::ChildRun child;
    child.command.push_back(QDir(programs).filePath(QStringLiteral("polylogue-extract")).toStdString());
    for (const QString& argument : arguments)
        child.command.push_back(argument.toStdString());
    child.command.emplace_back("--json");
    child.grace = std::chrono::seconds(10);
    QByteArray text;
    child.onLine = [&](std::string_view line) {
        const QByteArray bytes(line.data(), static_cast<qsizetype>(line.size()));
        const QJsonObject event = QJsonDocument::fromJson(bytes).object();
        if (event.size() == 1 && event.contains(u"fraction")) {
            if (run.progress)
                run.progress(event[u"fraction"].toDouble());
        } else {
            text += bytes + '\n';
        }
        return true;
    };
    const engine::ChildResult result = engine::runChild(child, run);
    const QJsonObject said = QJsonDocument::fromJson(text).object();
    if (result.signal != 0 || result.exitCode > 1 || said.isEmpty()) {
        const QString errors = QString::fromStdString(result.errors).trimmed().section(QLatin1Char('\n'), -1);
        throw engine::Error(errors.section(QLatin1Char(':'), 0, 0).toStdString(), errors.isEmpty() ? "The program ended without a word." : errors.toStdString());
    }
    return {result.exitCode == 0, said};
}

}
