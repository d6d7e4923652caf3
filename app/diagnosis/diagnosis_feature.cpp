#include "app/diagnosis/diagnosis_feature.h"

#include "app/actions/actions.h"
#include "app/crashes/crash_notes.h"
#include "app/diagnosis/diagnosis_dialog.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/main_window.h"
#include "app/window/message_list.h"
#include "engine/annotation/tier.h"

#include <QCoreApplication>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kDiagnosisCommands[]{
    {"diagnosis", QT_TRANSLATE_NOOP("app::Actions", "&Diagnosis…"), "", {"help", 202}, kNeedsNothing},
    {"crash-notes", QT_TRANSLATE_NOOP("app::Actions", "Show what was &noted…"), "", {"", 0}, kNeedsNothing},
};
// clang-format on

struct DiagnosisTexts {
    Q_DECLARE_TR_FUNCTIONS(app::DiagnosisTexts)
};

/// Whatever messages may call by name. The names of our own tiers are words of the program.
QStringList namesIn(Session& session, const Settings& settings)
{
    QStringList names{settings.annotator(), qEnvironmentVariable("USER"), session.project().name(),
                      session.videos().current()};
    const engine::DatasetList& dataset = session.document().dataset();
    names << QString::fromStdString(dataset.name);
    for (const engine::DatasetList::Media& media : dataset.media)
        names << QString::fromStdString(media.id) << QString::fromStdString(media.speaker);
    for (const auto& [id, tier] : session.document().annotation().tiers()) {
        names << QString::fromStdString(tier.video);
        if (tier.name != "words" && tier.name != "labels")
            names << QString::fromStdString(tier.name);
    }
    return names;
}

void openDiagnosis(const Bench& bench, DiagnosisChapter::Subject subject)
{
    DiagnosisOfWindow seen = lookAtWindow();
    seen.programs = bench.session.programs().toStdString();
    seen.names = namesIn(bench.session, bench.settings);
    if (const auto* messages = bench.window.findChild<MessageList*>()) {
        for (int row = 0; row < messages->count(); ++row)
            seen.messages << messages->item(row)->text();
    }
    auto* dialog = new DiagnosisDialog(std::move(seen), &bench.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showChapter(subject);
    const Notices& notices = bench.session.document().notices();
    QObject::connect(dialog, &DiagnosisDialog::saved, &notices, [&notices](const QString& file) {
        notices.say(Notice(DiagnosisTexts::tr("The diagnosis was written to %1.").arg(file), file));
    });
    QObject::connect(dialog, &DiagnosisDialog::notSaved, &notices,
                     [&notices](const QString& why) { notices.say(why); });
    dialog->open();
}

/// Says once that the last time ended unexpectedly.
void tellOfCrashes(const Bench& bench)
{
    auto* looking = new Task(&bench.window);
    looking->start(
        DiagnosisTexts::tr("Crash notes"),
        [](const TaskRun&) { return CrashNotes(CrashNotes::usualFolder()).tell(); },
        [looking, &notices = bench.session.document().notices()](bool isNew) {
            looking->deleteLater();
            if (isNew)
                notices.say(Notice::withCommand(
                    DiagnosisTexts::tr("Polylogue ended unexpectedly the last time. What was saved is safe."),
                    QStringLiteral("crash-notes")));
        });
}

}

CommandTable diagnosisCommands()
{
    return {"first-steps", kDiagnosisCommands};
}

void addDiagnosis(const Bench& bench)
{
    for (const auto& [command, subject] : {std::pair("diagnosis", DiagnosisChapter::Subject::Program),
                                           {"crash-notes", DiagnosisChapter::Subject::Crashes}})
        QObject::connect(bench.actions.at(command), &QAction::triggered, &bench.window,
                         [bench, subject = subject] { openDiagnosis(bench, subject); });
    QObject::connect(
        &bench.window, &MainWindow::layoutRestored, &bench.window, [bench] { tellOfCrashes(bench); },
        Qt::SingleShotConnection); // not for pictures of the window
}

}
