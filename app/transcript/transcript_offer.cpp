#include "app/transcript/transcript_offer.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/transcript/transcript_tab.h"
#include "engine/extraction/transcript_file.h"

#include <QAction>
#include <QFileInfo>

namespace app {

namespace {

/// Empty: there is none.
QString transcriptBeside(const QString& recording)
{
    const std::filesystem::path media = recording.toStdString();
    const auto file = engine::transcriptOf(media, media.parent_path());
    return file ? QString::fromStdString(file->string()) : QString();
}

}

TranscriptOffer::TranscriptOffer(const Document& document, Tasks& tasks, const Actions& actions,
                                 TranscriptTab& tab)
    : QObject(&tab)
    , m_document(document)
    , m_tab(tab)
    , m_taking(tasks)
{
    connect(&document, &Document::videoChanged, this, &TranscriptOffer::look);
    connect(actions.at("take-transcript"), &QAction::triggered, this, &TranscriptOffer::take);
}

void TranscriptOffer::look()
{
    m_looking.abandon();
    const bool lacksWords = m_document.hasVideo() && !m_document.video().mediaPath.isEmpty()
        && m_document.words().texts.empty() && m_document.whyReadOnly().isEmpty()
        && m_document.sight().now().words;
    if (!lacksWords || m_offered.contains(m_document.video().mediaPath))
        return;
    find(m_looking, [this](const QString& file, const QString& recording) {
        if (file.isEmpty() || !m_document.words().texts.empty())
            return;
        m_offered.insert(recording);
        m_document.notices().say(
            Notice::withCommand(tr("%1 lies beside this recording. It can be the transcript of it.")
                                    .arg(QFileInfo(file).fileName()),
                                QStringLiteral("take-transcript")));
    });
}

void TranscriptOffer::take()
{
    if (!m_document.hasVideo() || m_document.video().mediaPath.isEmpty()) {
        m_document.notices().say(tr("Open a recording first: a transcript belongs to one."));
        return;
    }
    find(m_taking, [this](const QString& file, const QString& recording) {
        if (file.isEmpty()) {
            const QString name = QFileInfo(recording).completeBaseName();
            m_document.notices().say(
                tr("There is no %1.txt, .srt, .vtt, .TextGrid or .eaf beside the recording.").arg(name));
        } else if (file.endsWith(QStringLiteral(".txt"))) {
            emit taken();
            m_tab.load(file);
        } else {
            emit importWished(file);
        }
    });
}

void TranscriptOffer::find(Task& task, const std::function<void(const QString&, const QString&)>& then)
{
    const QString recording = m_document.video().mediaPath;
    task.start(
        tr("Looking for a transcript"), [recording](const TaskRun&) { return transcriptBeside(recording); },
        [this, recording, then](const QString& file) {
            if (m_document.hasVideo()
                && m_document.video().mediaPath == recording) // else another one is open
                then(file, recording);
        });
}

}
