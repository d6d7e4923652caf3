#include "app/tasks/folder_check.h"

#include "engine/core/writable_folder.h"

#include <QDir>
#include <QLineEdit>

namespace app {

namespace {

constexpr int kPauseMs = 200; // after a letter

QString whyNotInto(const QString& folder)
{
    const auto obstacle = engine::folderObstacle(folder.toStdString());
    if (!obstacle)
        return {};
    const QString place = QString::fromStdString(obstacle->place.string());
    return obstacle->kind == engine::FolderObstacle::Kind::IsFile
        ? FolderCheck::tr("%1 is a file; choose a folder.").arg(place)
        : FolderCheck::tr("No files can be written into %1; choose another folder.").arg(place);
}

}

FolderCheck::FolderCheck(const QLineEdit& field, Objection objection) : m_field(field), m_objection(objection)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FolderCheck::look);
    connect(&field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    if (!field.text().isEmpty())
        m_pause.start();
}

QString FolderCheck::text() const
{
    return m_field.text().trimmed();
}

void FolderCheck::look()
{
    if (m_look.isRunning() || text().isEmpty() || QDir::isRelativePath(text()))
        return; // another look follows the one that goes on
    m_look.start(
        QString(),
        [folder = text(), objection = m_objection](const TaskRun&) {
            const QString why = whyNotInto(folder);
            return why.isEmpty() && objection ? objection(folder.toStdString()) : why;
        },
        [this, folder = text()](const Outcome<QString>& end) {
            m_checked = folder;
            const auto* why = std::get_if<QString>(&end);
            m_whyNot = why ? *why : QString();
            if (m_checked == text())
                emit changed();
            else
                m_pause.start();
        });
}

}
