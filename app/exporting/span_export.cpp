#include "app/exporting/span_export.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/export/span_table.h"
#include "app/exporting/export_span_dialog.h"
#include "app/files/file_questions.h"
#include "app/playback/player.h"
#include "app/tasks/tasks.h"
#include "app/timeline/timeline_panel.h"
#include "engine/media/clip_writer.h"

#include <QSaveFile>

namespace app {

namespace {

QString taskTitle(const QString& target)
{
    return SpanExport::tr("Exporting %1").arg(target.section(QLatin1Char('/'), -1));
}

}

SpanExport::SpanExport(Document& document, Player& player, Tasks& tasks, const Actions& actions,
                       const TimelinePanel& timeline, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_player(player)
    , m_tasks(tasks)
    , m_timeline(timeline)
    , m_window(window)
{
    connect(actions.at("export-span"), &QAction::triggered, this, &SpanExport::ask);
}

void SpanExport::ask()
{
    const auto span = m_timeline.spanToPlay();
    if (!span || !m_document.hasVideo()) {
        m_document.notices().say(tr("Nothing is selected: drag over the timeline, or go to a segment."));
        return;
    }
    const auto& info = m_player.info();
    ExportSpanDialog::Offer offer{
        m_document.video().id, *span, info && info->hasVideo, info && info->hasAudio, {}};
    for (const FeatureSeries& series : m_document.video().features)
        offer.sequences << series.key;
    ExportSpanDialog dialog(offer, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    using Kind = ExportSpanDialog::Kind;
    const Kind kind = dialog.kind();
    const QString suffix = kind == Kind::Clip ? QStringLiteral("mp4")
        : kind == Kind::Sound                 ? QStringLiteral("wav")
                                              : QStringLiteral("csv");
    const QString filter = kind == Kind::Clip ? tr("Videos (*.mp4)")
        : kind == Kind::Sound                 ? tr("Sound (*.wav)")
                                              : tr("Tables (*.csv)");
    const QString proposal
        = QStringLiteral("%1-%2-%3").arg(offer.video).arg(span->start, 0, 'f', 2).arg(span->end, 0, 'f', 2);
    const QString target = askForNewFile(
        m_window, {"selection", tr("Export selection"), filter, dataFolder(m_document), &m_document},
        proposal, suffix);
    if (target.isEmpty())
        return;
    if (kind == Kind::Table)
        exportTable(*span, dialog.sequences(), target);
    else
        exportMedia(kind == Kind::Clip, *span, target);
}

void SpanExport::exportMedia(bool isClip, engine::Interval span, const QString& target)
{
    const engine::MediaFile media = m_player.info()->file();
    m_tasks.start(
        taskTitle(target), this,
        [=](const engine::RunContext& run) {
            if (isClip)
                engine::writeClip(media, span, target.toStdString(), run);
            else
                engine::writeWav(media, span, target.toStdString(), run);
            return target;
        },
        [this](const QString& written) {
            m_document.notices().say({tr("The selection is in %1.").arg(written), written});
        });
}

void SpanExport::exportTable(engine::Interval span, const QStringList& sequences, const QString& target)
{
    SpanContent content{span, m_document.words(), m_document.labels(), {}};
    for (const FeatureSeries& series : m_document.video().features) {
        if (sequences.contains(series.key))
            content.features.push_back(series);
    }
    m_tasks.start(
        taskTitle(target), this,
        [content = std::move(content), target](const engine::RunContext& run) {
            const QByteArray table = QByteArray::fromStdString(spanTable(content, run));
            QSaveFile file(target);
            if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size() || !file.commit())
                throw engine::IoError("io", target.toStdString(), file.errorString().toStdString());
            return target;
        },
        [this](const QString& written) {
            m_document.notices().say({tr("The selection is in %1.").arg(written), written});
        });
}

}
