#pragma once

#include "engine/core/interval.h"

#include <QByteArray>
#include <QImage>

#include <vector>

namespace app {

/// Painted pages of a timeline, packed, of which one at a time is unpacked. Used by one thread at a time.
class PageStore {
public:
    /// @param span  seconds, after those of the page before
    void add(engine::Interval span, const QImage& page);

    struct Page {
        engine::Interval span; ///< seconds
        QImage image; ///< 32 bits per pixel
    };
    /// The page that shows a time, or the nearest. There must be one.
    const Page& at(double seconds);
    bool isEmpty() const { return m_packed.empty(); }

private:
    struct Packed {
        engine::Interval span;
        QSize size;
        QByteArray bytes;
    };
    std::vector<Packed> m_packed;
    std::size_t m_unpacked = 0; ///< number of m_page
    Page m_page;
};

}
