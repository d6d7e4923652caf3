#include "app/document/row_holder.h"

#include <utility>

namespace app {

RowHolder::RowHolder(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

RowHolder::~RowHolder()
{
    m_pool.waitForDone();
}

bool RowHolder::isReady(std::vector<engine::RowsInFile> missing)
{
    if (missing.empty())
        return true;
    m_next = std::move(missing);
    if (!std::exchange(m_isReading, true))
        start();
    return false;
}

void RowHolder::start()
{
    m_pool.start([this, rows = std::exchange(m_next, {})] {
        for (const engine::RowsInFile& each : rows)
            each.features->hold(each.first, each.count); // what cannot be read is told to whoever asks for it
        QMetaObject::invokeMethod(this, [this] {
            if (!m_next.empty())
                return start();
            m_isReading = false;
            emit arrived();
        });
    });
}

}
