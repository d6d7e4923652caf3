#include "widgets/notices/notice_stack.h"

#include "widgets/notices/notice_box.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr int kGap = 8; // pixels between notices, and below them
constexpr int kWidest = 640;

}

NoticeStack::NoticeStack(QWidget& host) : QObject(&host), m_host(host) { }

void NoticeStack::show(const QString& text, const QList<NoticeAction>& actions)
{
    const auto same = std::ranges::find_if(
        m_boxes, [&](const QPointer<NoticeBox>& box) { return box && box->text() == text; });
    if (same != m_boxes.end()) {
        (*same)->beginAnew();
        return;
    }
    auto* box = new NoticeBox(text, actions, kSeconds, &m_host);
    connect(box, &NoticeBox::over, this, [this, box] {
        m_boxes.removeAll(box);
        box->hide();
        box->deleteLater();
        place();
    });
    m_boxes << box;
    while (m_boxes.size() > kMost)
        emit m_boxes.front()->over();
    place();
    box->show();
}

void NoticeStack::setArea(const QRect& area)
{
    m_area = area;
    place();
}

void NoticeStack::place()
{
    int bottom = m_area.bottom() - kGap;
    for (auto box = m_boxes.rbegin(); box != m_boxes.rend(); ++box) {
        if (!*box)
            continue;
        const QSize size = (*box)->sizeWithin(std::min(kWidest, m_area.width() - 2 * kGap));
        (*box)->setGeometry(m_area.center().x() - size.width() / 2, bottom - size.height(), size.width(),
                            size.height());
        (*box)->raise();
        bottom -= size.height() + kGap;
    }
}

}
