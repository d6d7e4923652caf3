#include "app/project/project_lock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSysInfo>

namespace app {

namespace {

class ProjectLockTexts {
    Q_DECLARE_TR_FUNCTIONS(app::OpenedProject)
};

struct LockHolder {
    qint64 process = 0;
    QString host;
    QString program;
    bool isKnown = false;

    explicit LockHolder(const QLockFile& lock) { isKnown = lock.getLockInfo(&process, &host, &program); }
};

}

ProjectLock::ProjectLock(const std::filesystem::path& project)
    : m_file(std::make_unique<QLockFile>(QString::fromStdString(project.string()) + QStringLiteral(".lock")))
{
    m_file->setStaleLockTime(0); // however old: only a dead owner makes a lock stale
}

ProjectLock::~ProjectLock()
{
    unlock();
}

bool ProjectLock::tryLock()
{
    m_isHeld = m_file->tryLock();
    return m_isHeld;
}

void ProjectLock::removeOfElsewhere()
{
    if (isElsewhere())
        QFile::remove(m_file->fileName());
}

bool ProjectLock::isElsewhere() const
{
    const LockHolder holder(*m_file);
    return holder.isKnown && holder.host != QSysInfo::machineHostName();
}

QString ProjectLock::holder() const
{
    const LockHolder holder(*m_file);
    const QFileInfo file(m_file->fileName());
    const QString since = QLocale().toString(file.lastModified(), QLocale::ShortFormat);
    if (!holder.isKnown)
        return ProjectLockTexts::tr("by a program that does not say who it is, since %1").arg(since);
    const QString owner = file.owner().isEmpty() ? ProjectLockTexts::tr("somebody") : file.owner();
    return ProjectLockTexts::tr("by %1 on %2 (process %3), since %4")
        .arg(owner, holder.host)
        .arg(holder.process)
        .arg(since);
}

bool ProjectLock::isOurs() const
{
    if (!m_isHeld)
        return false;
    const LockHolder holder(*m_file);
    return holder.isKnown && holder.host == QSysInfo::machineHostName()
        && holder.process == QCoreApplication::applicationPid();
}

void ProjectLock::unlock()
{
    if (!m_isHeld)
        return;
    if (isOurs())
        m_file->unlock();
    else // it removes whatever has the name, which is now the lock of who took over: it is never destroyed
        static_cast<void>(m_file.release());
    m_isHeld = false;
}

}
