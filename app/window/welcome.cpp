#include "app/window/welcome.h"

#include "app/project/project_name.h"
#include "app/settings/settings.h"
#include "app/tasks/tasks.h"
#include "app/window/recent_pictures.h"
#include "widgets/welcome/welcome_page.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace app {

namespace {

std::vector<std::filesystem::path> pathsOf(const QString& entry)
{
    std::vector<std::filesystem::path> paths;
    for (const QString& path : Settings::split(entry))
        paths.emplace_back(path.toStdString());
    return paths;
}

/// What is known of an entry without asking the disk.
widgets::RecentProject described(const QString& entry)
{
    const std::vector<std::filesystem::path> paths = pathsOf(entry);
    const bool isProject = paths.size() == 1 && paths.front().extension() == ".polylogue";
    const QFileInfo first(Settings::split(entry).value(0));
    widgets::RecentProject project;
    project.entry = entry;
    project.name = projectName(isProject ? paths.front() : std::filesystem::path(), paths, {});
    QString folder = first.path();
    if (folder.startsWith(QDir::homePath()))
        folder.replace(0, QDir::homePath().size(), QLatin1Char('~'));
    project.place = folder;
    return project;
}

/// The same with its name, its picture, and what is wrong with it. Asks the disk.
widgets::RecentProject examined(widgets::RecentProject project)
{
    for (const QString& path : Settings::split(project.entry)) {
        if (!QFileInfo::exists(path))
            project.trouble = app::Welcome::tr("%1 is not there any more").arg(path);
    }
    project.name = projectName(pathsOf(project.entry));
    project.picture = readRecentPicture(project.entry);
    return project;
}

}

Welcome::Welcome(Settings& settings, Tasks& tasks, widgets::WelcomePage& page)
    : QObject(&page)
    , m_settings(settings)
    , m_tasks(tasks)
    , m_looking(tasks)
    , m_page(page)
{
    connect(&page, &widgets::WelcomePage::forgetWished, this, &Welcome::forget);
    connect(&page, &widgets::WelcomePage::placeWished, this, &Welcome::showPlace);
    refresh();
}

void Welcome::refresh()
{
    std::vector<widgets::RecentProject> projects;
    for (const QString& entry : m_settings.recent())
        projects.push_back(described(entry));
    m_page.setRecent(projects);
    if (projects.empty())
        return;
    m_looking.start(
        tr("Looking for recent projects"),
        [projects](const engine::RunContext&) {
            std::vector<widgets::RecentProject> known;
            for (const widgets::RecentProject& project : projects)
                known.push_back(examined(project));
            return known;
        },
        [this](const std::vector<widgets::RecentProject>& known) {
            for (const widgets::RecentProject& project : known)
                m_names.insert(project.entry, project.name);
            m_page.setRecent(known);
        });
}

void Welcome::setOpened(const QString& entry)
{
    m_opened = entry;
}

QString Welcome::nameOf(const QString& entry) const
{
    return m_names.value(entry, described(entry).name);
}

void Welcome::notePicture(const QImage& picture)
{
    if (m_opened.isEmpty() || picture.isNull())
        return;
    m_tasks.start(
        tr("Keeping a picture of the project"), this,
        [entry = m_opened, picture](const engine::RunContext&) { writeRecentPicture(entry, picture); },
        [](std::monostate) {});
    m_opened.clear();
}

void Welcome::forget(const QString& entry)
{
    m_settings.forgetRecent(entry);
    refresh();
}

void Welcome::showPlace(const QString& entry)
{
    const QFileInfo first(Settings::split(entry).value(0));
    QDesktopServices::openUrl(QUrl::fromLocalFile(first.path()));
}

}
