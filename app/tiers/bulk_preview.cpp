#include "app/tiers/bulk_preview.h"

#include "engine/annotation/bulk_edits.h"

#include <QElapsedTimer>

#include <utility>

namespace app {

namespace {

constexpr qint64 kSliceMs = 15;

}

BulkPreview::BulkPreview(const engine::Annotation& annotation, QObject* parent)
    : QObject(parent)
    , m_annotation(annotation)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &BulkPreview::goOn);
}

void BulkPreview::start(std::vector<engine::TierId> tiers, Make make)
{
    m_tiers = std::move(tiers);
    m_next = 0;
    m_make = std::move(make);
    m_count = 0;
    m_first.clear();
    m_trouble.clear();
    m_slice.start();
    goOn();
}

void BulkPreview::goOn()
{
    QElapsedTimer slice;
    slice.start();
    while (!isDone() && slice.elapsed() < kSliceMs) {
        const engine::TierId tier = m_tiers[m_next++];
        try {
            const engine::Change change = m_make(m_annotation, {tier});
            engine::checkWithinVideo(m_annotation, change);
            m_count += static_cast<int>(change.segments.size());
            for (const auto& replaced : change.segments) {
                if (m_first.size() == kMostShown)
                    break;
                m_first.push_back(replaced);
            }
        } catch (const engine::Refused& reason) {
            m_trouble = QString::fromUtf8(reason.what());
        }
    }
    if (isDone())
        m_slice.stop();
    emit changed();
}

}
