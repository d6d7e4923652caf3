#include "app/exchange/mark_import.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/exchange/import_tiers.h"

#include <array>

namespace app {

namespace {

constexpr auto kTakenMarks = "live_marks"; ///< items that say of which videos the marks were taken

}

MarkImport::MarkImport(Document& document, Editor& editor, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
{
    connect(&document, &Document::videoChanged, this, &MarkImport::take,
            Qt::QueuedConnection); // when everybody has seen the video
}

void MarkImport::take()
{
    if (!m_document.hasVideo() || !m_document.isKept() || m_document.video().marks.tiers.empty())
        return;
    const std::string video = m_document.video().id.toStdString();
    if (m_document.annotation().item(kTakenMarks, video))
        return; // a person may have deleted them
    const std::array files{TiersOfFile{m_document.video().marks, video}};
    TierImport how;
    how.known = {video};
    const bool isDone
        = m_editor.edit(tr("marks of the live session"), [&](const engine::Annotation& annotation) {
              QStringList notes;
              return importTiers(annotation, files, how, notes);
          });
    if (isDone)
        m_document.note({kTakenMarks, video, "{}"});
}

}
