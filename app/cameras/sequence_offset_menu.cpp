#include "app/cameras/sequence_offset_menu.h"

#include "app/cameras/offset_dialog.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/video/video_opener.h"
#include "engine/project_items/sequence_offsets.h"
#include "widgets/base/scale_number.h"

namespace app {

namespace {

constexpr int kFirstGesture = -1'000'000; // those of cameras and of the timeline's drags are others

}

SequenceOffsetMenu::SequenceOffsetMenu(Document& document, Editor& editor, Player& player,
                                       VideoOpener& videos, QWidget* parent)
    : QMenu(tr("Se&quence offsets"), parent)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_videos(videos)
    , m_gesture(kFirstGesture)
{
    setObjectName(QStringLiteral("sequenceOffsets"));
    connect(this, &QMenu::aboutToShow, this, &SequenceOffsetMenu::fill);
    connect(&videos, &VideoOpener::opening, this, [this](const QString& video) {
        if (m_dialog && m_dialog->property("video").toString() != video)
            m_dialog->close();
    });
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (m_dialog && kind == QLatin1String(engine::kOffsetItems)) // undone, or set here
            m_dialog->setOffset(offsetOf(m_dialog->property("key").toString()));
    });
    fill();
}

double SequenceOffsetMenu::offsetOf(const QString& key) const
{
    return engine::offsetOf(sequenceOffsets(m_document.annotation(), m_videos.current().toStdString()),
                            key.toStdString());
}

void SequenceOffsetMenu::fill()
{
    clear();
    if (m_videos.dataset() && m_document.hasVideo()) {
        for (const OpenDataset::Sequence& sequence : m_videos.dataset()->sequences) {
            const QString key = QString::fromStdString(sequence.key);
            const double seconds = offsetOf(key);
            const QString name = QString(key).replace(u'&', QLatin1String("&&")); // no key of a menu
            const QString text = seconds == 0.0
                ? tr("%1…").arg(name)
                : tr("%1: %2 s…").arg(name, widgets::shownNumber(seconds, 3, 'f'));
            connect(addAction(text), &QAction::triggered, this, [this, key] { edit(key); });
        }
    }
    if (isEmpty())
        addAction(tr("No video with sequences is open"))->setEnabled(false);
}

void SequenceOffsetMenu::edit(const QString& key)
{
    if (m_dialog)
        m_dialog->close();
    const QString video = m_videos.current();
    m_dialog = new OffsetDialog(key, offsetOf(key), m_player.frameLength(), parentWidget()->window(),
                                OffsetDialog::Of::Sequence);
    m_dialog->setProperty("video", video);
    m_dialog->setProperty("key", key);
    --m_gesture;
    connect(m_dialog, &OffsetDialog::offsetEdited, this, [this, video, key](double seconds) {
        m_editor.gesture(m_gesture, tr("offset of %1").arg(key), [&](const engine::Annotation& annotation) {
            return putSequenceOffset(annotation, video.toStdString(), key.toStdString(), seconds);
        });
    });
    m_dialog->show();
}

}
