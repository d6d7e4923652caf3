#include "app/tasks/task.h"

#include "app/tasks/tasks.h"

#include <utility>

namespace app {

void Task::Attempt::post(std::function<void()> function)
{
    QMetaObject::invokeMethod(
        &pool, // its end waits for all that runs in it
        [attempt = shared_from_this(), function = std::move(function)] {
            if (attempt->task)
                function();
        },
        Qt::QueuedConnection);
}

void Task::Attempt::fail(const QString& sentence) const
{
    if (tasks)
        emit tasks->failed(title, sentence);
}

void Task::Attempt::note(const QString& text) const
{
    if (tasks)
        emit tasks->noted(title, text);
}

Task::Task(Tasks& tasks, QObject* parent) : QObject(parent), m_tasks(&tasks), m_pool(tasks.pool()) { }

Task::Task(QObject* parent) : QObject(parent), m_own(std::make_unique<QThreadPool>()), m_pool(*m_own)
{
    m_own->setMaxThreadCount(1);
}

Task::Task(QThreadPool& pool, QObject* parent) : QObject(parent), m_pool(pool) { }

Task::~Task()
{
    blockSignals(true); // to an owner that is half gone
    abandon();
}

double Task::progress() const
{
    return m_attempt ? m_attempt->progress.load() : 0.0;
}

void Task::stop()
{
    if (m_attempt)
        m_attempt->stop.request_stop();
}

void Task::abandon()
{
    if (!m_attempt)
        return;
    stop();
    end();
}

std::shared_ptr<Task::Attempt> Task::begin(const QString& title)
{
    if (m_attempt) {
        stop();
        m_attempt->task = nullptr;
    }
    m_title = title;
    m_attempt = std::make_shared<Attempt>(*this);
    if (m_tasks)
        m_tasks->add(*this);
    emit changed();
    return m_attempt;
}

TaskRun Task::runOf(const std::shared_ptr<Attempt>& attempt)
{
    TaskRun run;
    run.stop = attempt->stop.get_token();
    run.progress = [attempt](double fraction) {
        attempt->progress = fraction;
        if (!attempt->isTelling.exchange(true))
            attempt->post([attempt] {
                attempt->isTelling = false;
                emit attempt->task->changed();
            });
    };
    run.note = [attempt](const std::string& text) {
        attempt->post([attempt, text] { attempt->note(QString::fromStdString(text)); });
    };
    run.wait
        = [attempt](bool waits) { waits ? attempt->pool.releaseThread() : attempt->pool.reserveThread(); };
    run.post = [attempt](std::function<void()> function) { attempt->post(std::move(function)); };
    return run;
}

void Task::end()
{
    m_attempt->task = nullptr;
    m_attempt.reset();
    if (m_tasks)
        m_tasks->remove(*this);
    emit changed();
}

}
