#include "app/scripting/script_pictures.h"

#include "app/scripting/script_desk.h"
#include "app/scripting/script_sources.h"
#include "app/timeline/timeline_panel.h"
#include "engine/core/error.h"

#include <QBuffer>
#include <QPainter>
#include <QPixmap>

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr int kQuick = 85; ///< of the qualities of Qt's PNG: little packing

std::vector<std::uint8_t> pngOf(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG", kQuick);
    return {bytes.begin(), bytes.end()};
}

}

ScriptPictures::ScriptPictures(const ScriptSources& sources, ScriptDesk& desk, QObject* parent)
    : QObject(parent)
    , m_window(sources.window)
    , m_timeline(sources.timeline)
{
    desk.addLook("picture", [this](const ScriptFields& fields, const ScriptReply& reply) {
        const QString of = fields.text("of");
        if (of != QLatin1String("window") && of != QLatin1String("timeline"))
            throw engine::Error("bad_request", "There are pictures of “window” and “timeline”.");
        m_wishes.push_back({of == QLatin1String("timeline"), reply});
        takeNext();
    });
}

QImage ScriptPictures::take(bool ofTimeline) const
{
    if (!ofTimeline)
        return m_window.grab().toImage();
    const widgets::TimelineView& view = m_timeline.view();
    const double ratio = view.devicePixelRatioF();
    QImage picture(view.pictureSize() * ratio, QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    picture.fill(view.palette().color(QPalette::Base));
    if (!picture.isNull()) {
        QPainter painter(&picture);
        view.paintPicture(painter);
    }
    return picture;
}

void ScriptPictures::takeNext()
{
    while (!m_wishes.empty() && !m_wishes.front().reply.connection()) // the script is gone
        m_wishes.pop_front();
    if (m_wishes.empty() || m_packing.isRunning())
        return;
    const Wish wish = m_wishes.front();
    m_wishes.pop_front();
    m_packing.start(
        {}, [picture = take(wish.ofTimeline)](const TaskRun&) { return pngOf(picture); },
        [this, wish](const Outcome<std::vector<std::uint8_t>>& png) {
            if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&png); bytes && !bytes->empty())
                wish.reply.answer(nlohmann::json::binary(*bytes));
            else
                wish.reply.refuse("failed", "There is no picture.");
            takeNext();
        });
}

}
