#include "app/conversation/conversation_tab.h"

#include "app/conversation/known_times.h"
#include "app/document/document.h"
#include "app/export/picture_file.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "widgets/conversation/conversation_panel.h"

#include <QEvent>

namespace app {

ConversationTab::ConversationTab(Document& document, VideoOpener& videos, Tasks& tasks,
                                 ConversationInSight& conversation, widgets::ConversationPanel& panel)
    : QObject(&panel)
    , m_document(document)
    , m_videos(videos)
    , m_tasks(tasks)
    , m_conversation(conversation)
    , m_panel(panel)
    , m_task(tasks)
{
    connect(&conversation, &ConversationInSight::changed, this, &ConversationTab::show);
    connect(&document, &Document::videoChanged, this, &ConversationTab::show);
    connect(&document.sight(), &DocumentSight::changed, this, &ConversationTab::show);
    connect(&panel, &widgets::ConversationPanel::timeChosen, this, [this](double seconds) {
        if (const auto& data = m_conversation.data())
            emit timeChosen(data->time.of(seconds));
    });
    connect(&panel, &widgets::ConversationPanel::pictureWished, this, &ConversationTab::askForPicture);
    panel.installEventFilter(this);
    show();
}

bool ConversationTab::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show)
        measure();
    return QObject::eventFilter(watched, event);
}

void ConversationTab::show()
{
    widgets::ConversationContent content;
    const auto& data = m_conversation.data();
    if (m_document.sight().now().isWhole() && data) {
        content.title = QString::fromStdString(data->conversation.id);
        for (std::size_t i = 0; i < data->people.size(); ++i)
            content.people.push_back({data->nameOf(i), widgets::usualPersonColour(i)});
        content.areTimesKnown = areTimesKnown(m_document, data->conversation);
        const bool hasTurns = data->problem.isEmpty() && data->figures;
        content.state = hasTurns ? widgets::ConversationContent::State::Known
                                 : widgets::ConversationContent::State::NoTurns;
        if (hasTurns) {
            content.turns = {data, &data->taken}; // the same for whoever is in hand
            content.figures = *data->figures;
        }
        if (m_measuredData == data) {
            content.accommodation = m_measures.accommodation;
            content.synchrony = m_measures.synchrony;
        }
    } else if (m_conversation.isReading()) {
        content.state = widgets::ConversationContent::State::Computing;
    }
    m_panel.setContent(content);
    measure();
}

void ConversationTab::measure()
{
    const auto& data = m_conversation.data();
    if (!data || !m_panel.isVisible() || m_measuredData == data || !m_document.sight().now().isWhole())
        return;
    const bool areSignalsKnown
        = m_measuredData && !m_measures.synchrony.empty() && data->hasSameSignals(*m_measuredData);
    m_measuredData = data;
    m_measures.accommodation.clear();
    if (!areSignalsKnown)
        m_measures.synchrony.clear();
    m_task.start(
        tr("Measuring the conversation"),
        [place = ConversationPlace{m_videos.dataset(), data->conversation, m_conversation.all()}, data,
         areSignalsKnown](const engine::RunContext& run) {
            return measureConversation(place, *data, !areSignalsKnown, run);
        },
        [this, data](ConversationMeasures measures) {
            if (m_measuredData != data)
                return;
            if (!measures.synchrony.empty())
                m_measures.synchrony = std::move(measures.synchrony);
            m_measures.accommodation = std::move(measures.accommodation);
            show();
        });
}

void ConversationTab::askForPicture()
{
    const QString title = tr("Picture of the conversation");
    app::askForPicture(m_panel.window(), title,
                       {title, m_panel.pictureSize(), m_panel.logicalDpiX(),
                        [&panel = m_panel](QPainter& painter) {
                            panel.paintOn(painter, {{0, 0}, panel.pictureSize()});
                        }},
                       m_tasks, [this](const QString& sentence) { m_document.notices().say(sentence); });
}

}
