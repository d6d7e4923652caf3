#include "app/document/row_holder.h"

#include <utility>

namespace app {

RowHolder::RowHolder(QObject* parent) : QObject(parent) { }

bool RowHolder::isReady(std::vector<engine::RowsInFile> missing)
{
    if (missing.empty())
        return true;
    m_next = std::move(missing);
    if (!m_reading.isRunning())
        start();
    return false;
}

void RowHolder::start()
{
    m_reading.start(
        QString(),
        [rows = std::exchange(m_next, {})](const TaskRun&) {
            for (const engine::RowsInFile& each : rows)
                each.hold(); // what cannot be read is told to who asks for it
        },
        [this](const Outcome<std::monostate>&) {
            if (!m_next.empty())
                return start();
            emit arrived();
        });
}

}
