#include "app/scripting/script_commands.h"

#include "app/actions/actions.h"
#include "app/scripting/script_desk.h"
#include "app/scripting/script_waits.h"
#include "engine/core/error.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QScopeGuard>
#include <QTimer>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr double kRunWait = 600.0; ///< seconds

/// What is open after a command, or while the command waits for an answer.
nlohmann::json openDialog()
{
    const QWidget* dialog = QApplication::activeModalWidget();
    return dialog ? nlohmann::json{{"name", dialog->objectName().toStdString()},
                                   {"title", dialog->windowTitle().toStdString()}}
                  : nlohmann::json();
}

}

ScriptCommands::ScriptCommands(const Actions& actions, ScriptDesk& desk, ScriptWaits& waits, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_waits(waits)
{
    desk.addLook("commands", [this](const ScriptFields&, const ScriptReply& reply) { reply.answer(list()); });
    desk.addChange("run",
                   [this](const ScriptFields& fields, const ScriptReply& reply) { run(fields, reply); });
    desk.addLook("close_dialog",
                 [this](const ScriptFields&, const ScriptReply& reply) { closeDialog(reply); });
}

nlohmann::json ScriptCommands::list() const
{
    nlohmann::json commands = nlohmann::json::array();
    for (const QAction* action : m_actions.all()) {
        nlohmann::json keys = nlohmann::json::array();
        for (const QKeySequence& key : action->shortcuts())
            keys.push_back(key.toString(QKeySequence::PortableText).toStdString());
        commands.push_back({{"name", action->objectName().toStdString()},
                            {"text", action->iconText().toStdString()},
                            {"enabled", action->isEnabled()},
                            {"checkable", action->isCheckable()},
                            {"checked", action->isChecked()},
                            {"keys", keys},
                            {"menu", m_actions.commandOf(*action).place.menu}});
    }
    return commands;
}

/// The command runs in a turn of its own: a dialog has an event loop within that, in which scripts are
/// answered.
void ScriptCommands::run(const ScriptFields& fields, const ScriptReply& reply)
{
    const QString name = fields.text("name");
    const auto all = m_actions.all();
    const auto found = std::ranges::find(all, name, &QAction::objectName);
    if (found == all.end())
        throw engine::Error("no_command", "There is no command “" + name.toStdString() + "”.");
    QAction* action = *found;
    if (!action->isEnabled())
        throw engine::Error("disabled", "“" + name.toStdString() + "” cannot be run now.");
    if (action->isCheckable() && fields.has("checked") && action->isChecked() == fields.flag("checked")) {
        reply.answer({{"dialog", nullptr}});
        return;
    }
    const auto isOver = std::make_shared<bool>(false);
    QTimer::singleShot(0, action, [action, isOver] {
        const auto over = qScopeGuard([isOver] { *isOver = true; });
        action->trigger();
    });
    m_waits.wait(
        reply, kRunWait, [isOver] { return *isOver || QApplication::activeModalWidget(); },
        [reply] {
            reply.answer({{"dialog", openDialog()}});
        },
        [reply] { reply.refuse("late", "The command is still at work."); });
}

/// As Escape does: nothing is done.
void ScriptCommands::closeDialog(const ScriptReply& reply)
{
    if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()))
        menu->close();
    QWidget* dialog = QApplication::activeModalWidget();
    if (!dialog) {
        reply.answer(false);
        return;
    }
    QTimer::singleShot(0, dialog, [dialog] {
        if (auto* asks = qobject_cast<QDialog*>(dialog))
            asks->reject();
        else
            dialog->close();
    });
    m_waits.wait(
        reply, 10.0, [dialog] { return QApplication::activeModalWidget() != dialog; },
        [reply] { reply.answer(true); }, [reply] { reply.refuse("dialog_open", "The dialog stays open."); });
}

}
