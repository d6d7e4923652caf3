#include "app/project/project_writer.h"

#include "engine/annotation/project/snapshots.h"

#include <QDeadlineTimer>
#include <QPointer>

#include <chrono>

namespace app {

namespace {

constexpr int kGestureMs = 100;
constexpr qint64 kPutAsideMs = 5 * 60 * 1000;

qint64 now()
{
    return QDeadlineTimer::current().deadline(); // monotonic: the clock on the wall may jump
}

engine::SnapshotTime wallClock()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}

ProjectWriter::ProjectWriter(engine::ProjectFile file, QObject* parent)
    : QObject(parent)
    , m_path(file.path())
    , m_store(std::make_unique<engine::ProjectStore>(
          std::move(file), [this](const engine::ProjectStore::State& state) {
              QMetaObject::invokeMethod(this, [this, state] { take(state); });
          }))
{
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &ProjectWriter::flush);
}

ProjectWriter::~ProjectWriter()
{
    putAsideChanges();
}

ProjectWriter::State ProjectWriter::state() const
{
    if (!m_failure.empty())
        return State::Failed;
    return m_durable == m_given && m_held.empty() ? State::Saved : State::Saving;
}

QString ProjectWriter::failure() const
{
    return QString::fromStdString(m_failure);
}

void ProjectWriter::write(const engine::Change& change, bool continues)
{
    m_held = m_held.followedBy(change);
    if (!continues)
        m_flush.start(0);
    else if (!m_flush.isActive())
        m_flush.start(kGestureMs);
    emit stateChanged();
}

void ProjectWriter::flush()
{
    m_flush.stop();
    if (m_held.empty())
        return;
    const bool isEdit = !m_held.segments.empty() || !m_held.tiers.empty(); // not just where the window looks
    m_given
        = m_store->write(std::exchange(m_held, {}), m_history ? std::optional(m_history()) : std::nullopt);
    m_changedSince = m_changedSince || isEdit;
    if (isEdit && (m_putAside == 0 || now() - m_putAside > kPutAsideMs))
        putAside();
}

void ProjectWriter::putAsideChanges()
{
    flush();
    if (m_changedSince)
        putAside();
}

void ProjectWriter::putAside()
{
    m_putAside = now();
    m_changedSince = false;
    m_store->run([this](engine::ProjectFile& file) {
        try {
            engine::takeSnapshot(file, wallClock());
        } catch (const std::exception& error) {
            const QString text = QString::fromUtf8(error.what());
            QMetaObject::invokeMethod(
                this, [this, text] { emit problem(tr("No earlier state could be kept: %1").arg(text)); });
        }
    });
}

void ProjectWriter::run(std::function<void(engine::ProjectFile&)> task,
                        std::function<void(const QString& failure)> done)
{
    flush();
    m_store->run([this, task = std::move(task), done = std::move(done)](engine::ProjectFile& file) {
        QString failure;
        try {
            task(file);
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(this, [done, failure] { done(failure); });
    });
}

void ProjectWriter::close(std::function<void()> last, std::function<void()> done)
{
    run(
        [last = std::move(last)](engine::ProjectFile& file) {
            {
                const engine::ProjectFile closed = std::move(file);
            }
            last();
        },
        [done = std::move(done)](const QString&) { done(); });
}

void ProjectWriter::whenWritten(int milliseconds, std::function<void(bool isWritten)> done)
{
    auto* limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [limit, done] {
        limit->deleteLater();
        done(false);
    });
    limit->start(milliseconds);
    run([](engine::ProjectFile&) {},
        [this, limit = QPointer(limit), done = std::move(done)](const QString&) {
            if (!limit || !limit->isActive())
                return; // it took too long
            const int left = limit->remainingTime();
            limit->stop();
            limit->deleteLater();
            if (state() == State::Saved)
                done(true);
            else
                whenWritten(left, done); // more was edited meanwhile
        });
}

void ProjectWriter::take(const engine::ProjectStore::State& state)
{
    m_durable = state.durable;
    m_failure = state.failure;
    if (m_failure.empty())
        m_sinceSaved.start();
    emit stateChanged();
}

std::optional<qint64> ProjectWriter::sinceSaved() const
{
    return m_sinceSaved.isValid() ? std::optional(m_sinceSaved.elapsed()) : std::nullopt;
}

}
