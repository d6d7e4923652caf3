#include "app/opening/corpus_offer.h"

#include "app/notices/notices.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/sequences/dataset_list.h"
#include "engine/worker/child_process.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>

namespace app {

namespace {

constexpr int kMostNotes = 12; // lines of what a corpus lacks
constexpr const char* kNoteSign = "note: "; // before each, in a terminal

}

CorpusOffer::CorpusOffer(const Notices& notices, Tasks& tasks, QWidget* window)
    : QObject(window)
    , m_notices(notices)
    , m_window(window)
    , m_task(tasks)
{
}

void CorpusOffer::look(const QString& folder)
{
    m_task.start(
        tr("Looking at %1").arg(QDir(folder).dirName()),
        [path = std::filesystem::path(folder.toStdString())](
            const engine::RunContext&) -> const engine::ConversationLayout* {
            std::error_code missing;
            return std::filesystem::exists(engine::datasetListOf(path), missing) ? nullptr
                                                                                 : engine::layoutSeenIn(path);
        },
        [this, folder](const engine::ConversationLayout* layout) {
            if (layout)
                ask(folder, *layout);
            else
                emit readyToOpen(folder);
        });
}

void CorpusOffer::ask(const QString& folder, const engine::ConversationLayout& layout)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Corpus of conversations"),
                                tr("%1 looks like %2. Make a dataset of it?")
                                    .arg(QDir(folder).dirName(), QLatin1String(layout.title)),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("corpusOffer"));
    box->setInformativeText(tr(
        "A list (dataset.json) and sequences of its conversations, turns, words and labels are written into "
        "the folder; media and archives stay where they are, and nothing is unpacked."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* makes = box->addButton(tr("&Make the dataset"), QMessageBox::AcceptRole);
    auto* opens = box->addButton(tr("&Open as it is"), QMessageBox::DestructiveRole);
    box->setDefaultButton(makes);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, folder, &layout, makes, opens](QAbstractButton* button) {
                if (button == makes)
                    make(folder, layout);
                else if (button == opens)
                    emit readyToOpen(folder);
            });
    box->open();
}

void CorpusOffer::make(const QString& folder, const engine::ConversationLayout& layout)
{
    m_task.start(
        tr("Making a dataset of %1").arg(QDir(folder).dirName()),
        [folder = folder.toStdString(), layout = std::string(layout.name)](const TaskRun& run) {
            const engine::ChildResult result
                = engine::runChild({engine::Installation::ofThisProgram().program("polylogue-cli").string(),
                                    "make-dataset", folder, "--layout", layout},
                                   std::nullopt, run);
            if (!result.succeeded())
                throw engine::IoError("program_failed", folder, result.errors);
            return QString::fromStdString(result.errors);
        },
        [this, folder](const QString& said) {
            const QStringList notes = said.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            for (QString note : notes.mid(0, kMostNotes)) {
                if (note.startsWith(QLatin1String(kNoteSign)))
                    note.remove(0, static_cast<qsizetype>(qstrlen(kNoteSign)));
                m_notices.say(note);
            }
            emit readyToOpen(folder);
        });
}

}
