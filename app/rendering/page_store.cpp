#include "app/rendering/page_store.h"

#include <cstring>

namespace app {

namespace {

constexpr int kFastPacking = 1; // of zlib's levels: painted tracks are mostly even ground

}

void PageStore::add(engine::Interval span, const QImage& page)
{
    const QImage image = page.convertToFormat(QImage::Format_RGB32);
    m_packed.push_back({span, image.size(),
                        qCompress(image.constBits(), static_cast<int>(image.sizeInBytes()), kFastPacking)});
}

const PageStore::Page& PageStore::at(double seconds)
{
    std::size_t wanted = 0;
    while (wanted + 1 < m_packed.size() && seconds >= m_packed[wanted].span.end)
        ++wanted;
    if (!m_page.image.isNull() && wanted == m_unpacked)
        return m_page;
    const Packed& packed = m_packed[wanted];
    const QByteArray bytes = qUncompress(packed.bytes);
    m_page.span = packed.span;
    m_page.image = QImage(packed.size, QImage::Format_RGB32);
    std::memcpy(m_page.image.bits(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    m_unpacked = wanted;
    return m_page;
}

}
