#include "app/timeline/kept_scroll.h"

#include "app/document/document.h"
#include "engine/core/json_text.h"
#include "widgets/timeline/timeline_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr auto kScrollKind = "layout";
constexpr auto kScrollName = "scroll";
constexpr int kScrollNotingMs = 300;
constexpr std::size_t kMostScrolled = 500; // videos; those scrolled longest ago are forgotten

}

KeptScroll::KeptScroll(Document& document, widgets::TimelineView& view, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_view(view)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kScrollNotingMs);
    connect(&m_delay, &QTimer::timeout, this, &KeptScroll::note);
    connect(&view, &widgets::TimelineView::rowsScrolled, this, &KeptScroll::remember);
    connect(&document, &Document::projectChanged, this, &KeptScroll::read);
    connect(&document, &Document::videoChanged, this, &KeptScroll::restore);
}

void KeptScroll::read()
{
    m_delay.stop();
    m_scrolled.clear();
    const engine::Item* item = m_document.annotation().item(kScrollKind, kScrollName);
    if (!item)
        return;
    try {
        for (const nlohmann::json& one : nlohmann::json::parse(item->json))
            m_scrolled.emplace_back(QString::fromStdString(one.at("video").get<std::string>()),
                                    one.at("pixels").get<int>());
    } catch (const nlohmann::json::exception&) { // not what note() writes
        m_scrolled.clear();
    }
}

void KeptScroll::restore()
{
    if (!m_document.hasVideo())
        return;
    const auto found = std::ranges::find(m_scrolled, m_document.video().id, &std::pair<QString, int>::first);
    if (found == m_scrolled.end())
        return;
    m_isRestoring = true;
    m_view.scrollRows(found->second); // tracks that come later let it be reached
    m_isRestoring = false;
}

void KeptScroll::remember()
{
    if (m_isRestoring || !m_document.hasVideo())
        return;
    const QString video = m_document.video().id;
    std::erase_if(m_scrolled, [&](const auto& one) { return one.first == video; });
    m_scrolled.emplace_back(video, m_view.scrolledRows());
    if (m_scrolled.size() > kMostScrolled)
        m_scrolled.erase(m_scrolled.begin());
    m_delay.start();
}

void KeptScroll::note()
{
    if (!m_document.isKept())
        return;
    nlohmann::json scrolled = nlohmann::json::array();
    for (const auto& [video, pixels] : m_scrolled)
        scrolled.push_back({{"video", video.toStdString()}, {"pixels", pixels}});
    m_document.note({kScrollKind, kScrollName, engine::jsonText(scrolled)});
}

}
