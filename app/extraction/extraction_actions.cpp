#include "app/extraction/extraction_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/extraction/extract_dialog.h"

#include <QAction>

namespace app {

namespace {

/// The media of what is open, where it has no sequences yet: most likely it is them that a person means.
QStringList mediaWithoutSequences(const engine::DatasetList& dataset)
{
    QStringList media;
    if (dataset.sequences.empty()) {
        for (const auto& each : dataset.media)
            media << QString::fromStdString(each.file.string());
    }
    return media;
}

}

ExtractionActions::ExtractionActions(const Document& document, Jobs& jobs, QString programs,
                                     const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_jobs(jobs)
    , m_programs(std::move(programs))
    , m_window(window)
{
    connect(actions.at("new-dataset"), &QAction::triggered, this, &ExtractionActions::show);
}

void ExtractionActions::show()
{
    if (!m_dialog) {
        m_dialog
            = new ExtractDialog(m_jobs, m_programs, mediaWithoutSequences(m_document.dataset()), m_window);
        connect(m_dialog, &ExtractDialog::datasetWished, this,
                [this](const QString& list) { emit datasetWished({list}); });
        connect(m_dialog, &ExtractDialog::message, this, [this](const QString& text) {
            if (m_dialog && !m_dialog->isVisible())
                emit message(text);
        });
        connect(m_dialog, &QDialog::finished, m_dialog, &QObject::deleteLater);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

}
