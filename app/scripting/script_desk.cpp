#include "app/scripting/script_desk.h"

#include "engine/core/error.h"

#include <QApplication>
#include <QWidget>

#include <nlohmann/json.hpp>

namespace app {

ScriptDesk::ScriptDesk(const ScriptLimits& limits, QObject* parent)
    : QObject(parent)
    , m_server(new ScriptServer(
          [this](const nlohmann::json& request, const ScriptReply& reply) { doWork(request, reply); }, limits,
          this))
{
}

void ScriptDesk::addStep(const std::string& name, const std::function<void(const ScriptFields& fields)>& work)
{
    addChange(name, [work](const ScriptFields& fields, const ScriptReply& reply) {
        work(fields);
        reply.answer();
    });
}

QString ScriptDesk::whyBusy()
{
    if (const QWidget* dialog = QApplication::activeModalWidget())
        return QStringLiteral("A dialog is open: “%1”. It must be answered first.")
            .arg(dialog->windowTitle());
    if (QApplication::activePopupWidget())
        return QStringLiteral("A menu is open. It must be closed first.");
    return {};
}

void ScriptDesk::doWork(const nlohmann::json& request, const ScriptReply& reply) const
{
    const auto& name = request.at("do").get_ref<const std::string&>();
    const auto found = m_works.find(name);
    if (found == m_works.end())
        throw engine::Error("unknown_request",
                            "There is no request “" + QString::fromStdString(name).left(60).toStdString()
                                + "”.");
    if (const QString busy = found->second.changes ? whyBusy() : QString(); !busy.isEmpty())
        throw engine::Error("dialog_open", busy.toStdString());
    found->second.work(ScriptFields(request), reply);
}

}
