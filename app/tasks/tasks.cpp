#include "app/tasks/tasks.h"

#include <algorithm>

namespace app {

Tasks::Tasks(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(3); // the video, its sound and the library side by side, and all that only waits
}

Tasks::~Tasks()
{
    finish();
}

void Tasks::finish()
{
    stopAll();
    m_pool.waitForDone();
    while (!m_running.empty())
        m_running.back()->abandon();
}

void Tasks::setDetached(std::vector<DetachedProgram> programs)
{
    m_detached = std::move(programs);
    emit changed();
}

void Tasks::stopAll()
{
    for (Task* task : m_running)
        task->stop();
}

void Tasks::add(Task& task)
{
    if (std::ranges::find(m_running, &task) == m_running.end()) {
        m_running.push_back(&task);
        connect(&task, &Task::changed, this, &Tasks::changed);
    }
}

void Tasks::remove(Task& task)
{
    std::erase(m_running, &task);
    disconnect(&task, &Task::changed, this, &Tasks::changed);
    emit changed();
}

}
