#include "app/jobs/folder_check.h"

#include "app/jobs/run_job.h"
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
    m_pool.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FolderCheck::look);
    connect(&field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_checked = m_looking;
        m_whyNot = m_watcher.future().resultCount() > 0 ? m_watcher.future().result() : QString();
        if (m_checked == text())
            emit changed();
        else
            m_pause.start();
    });
    if (!field.text().isEmpty())
        m_pause.start();
}

FolderCheck::~FolderCheck()
{
    m_watcher.disconnect(this);
}

QString FolderCheck::text() const
{
    return m_field.text().trimmed();
}

void FolderCheck::look()
{
    if (m_watcher.isRunning() || text().isEmpty() || QDir::isRelativePath(text()))
        return; // another look follows the one that goes on
    m_looking = text();
    m_watcher.setFuture(
        runJob(m_pool, [folder = m_looking, objection = m_objection](const engine::RunContext&) {
            const QString why = whyNotInto(folder);
            return why.isEmpty() && objection ? objection(folder.toStdString()) : why;
        }));
}

}
