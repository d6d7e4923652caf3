#include "app/opening/open_actions.h"

#include "app/actions/actions.h"
#include "app/files/file_questions.h"
#include "app/opening/corpus_offer.h"
#include "app/opening/fetch_dialog.h"
#include "app/opening/pickle_offer.h"
#include "app/opening/project_actions.h"
#include "app/project/project.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "engine/core/installation.h"
#include "engine/packed/packed_file.h"
#include "engine/worker/unpickle.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <iterator>

namespace app {

OpenActions::OpenActions(const Parts& parts, Settings& settings, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_settings(settings)
    , m_window(window)
    , m_pickles(new PickleOffer(parts.tasks, window))
    , m_corpora(new CorpusOffer(parts.document.notices(), parts.tasks, window))
{
    connect(m_pickles, &PickleOffer::made, this, [this](const QString& arrays) { open({arrays}); });
    connect(m_corpora, &CorpusOffer::readyToOpen, this, [this](const QString& folder) { open({folder}); });
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    on("open-files", &OpenActions::askForFiles);
    on("open-folder", &OpenActions::askForFolder);
    on("clips-folder", &OpenActions::askForClips);
    QAction* clips = actions.at("clips-folder");
    clips->setEnabled(false);
    connect(&parts.videos, &VideoOpener::datasetOpened, this, [this, clips] {
        clips->setEnabled(std::ranges::any_of(m_parts.document.dataset().sequences, [](const auto& sequence) {
            return engine::isPackedFile(sequence.file);
        }));
    });
    on("open-demo", [this] { openShipped(engine::Installation::ofThisProgram().demo()); });
    on("open-conversation",
       [this] { openShipped(engine::Installation::ofThisProgram().demoConversation()); });
    on("fetch-dataset", &OpenActions::fetchDataset);
}

void OpenActions::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const auto pickle = std::ranges::find_if(
        paths, [](const QString& path) { return engine::isPickleFile(path.toStdString()); });
    if (pickle != paths.end()) {
        m_pickles->ask(*pickle);
        return;
    }
    m_parts.closing.whenClosable([this, paths] {
        std::vector<std::filesystem::path> files;
        QStringList absolute;
        for (const QString& path : paths) {
            files.emplace_back(path.toStdString());
            absolute << QDir().absoluteFilePath(path);
        }
        emit opening(m_settings.addRecent(absolute));
        m_parts.project.open(files);
    });
}

/// @param folder  empty: the program was installed without the folder
void OpenActions::openShipped(const std::filesystem::path& folder)
{
    if (folder.empty())
        m_parts.document.notices().say(
            tr("The demo is missing: this program was installed without its data."));
    else
        open({QString::fromStdString(folder.string())});
}

void OpenActions::takeDropped(const QStringList& paths)
{
    const bool areSequences = std::ranges::all_of(paths, [](const QString& path) {
        return QStringList{QStringLiteral("csd"), QStringLiteral("csv"), QStringLiteral("arff")}.contains(
            QFileInfo(path).suffix().toLower());
    });
    if (paths.isEmpty() || !areSequences || m_parts.project.datasetPaths().empty()) {
        open(paths);
        return;
    }
    auto* box
        = new QMessageBox(QMessageBox::Question, tr("Sequences"),
                          tr("Add %n file(s) to the open dataset?", nullptr, static_cast<int>(paths.size())),
                          QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("addOrOpen"));
    box->setInformativeText(tr("They become further tracks of the videos whose names they have."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* adds = box->addButton(tr("&Add"), QMessageBox::AcceptRole);
    const auto* opens = box->addButton(tr("&Open instead"), QMessageBox::DestructiveRole);
    box->setDefaultButton(adds);
    connect(box, &QMessageBox::buttonClicked, this, [this, paths, adds, opens](QAbstractButton* button) {
        if (button == opens) {
            open(paths);
        } else if (button == adds) {
            std::vector<std::filesystem::path> all = m_parts.project.datasetPaths();
            for (const QString& path : paths)
                all.emplace_back(path.toStdString());
            m_parts.project.openDataset(all);
        }
    });
    box->open();
}

void OpenActions::askForFiles()
{
    open(app::askForFiles(m_window,
                          {"data", tr("Open files"),
                           tr("Projects, media, sequences, packed segments, tables of features and dataset "
                              "lists (*.polylogue *.csd *.h5 *.hdf5 "
                              "*.npz *.pkl *.csv *.arff *.json *.tar *.mp4 *.m4v *.mov *.mkv "
                              "*.webm *.avi "
                              "*.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus);;All files (*)")}));
}

void OpenActions::askForFolder()
{
    const QString folder
        = app::askForFolder(m_window, {"data", tr("Open a folder of media and computational sequences")});
    if (!folder.isEmpty())
        m_corpora->look(folder);
}

/// The packed segments that are open get their clips from another folder.
void OpenActions::askForClips()
{
    const QString folder = app::askForFolder(
        m_window, {"clips", tr("Folder of the clips of these segments"), {}, dataFolder(m_parts.document)});
    if (folder.isEmpty())
        return;
    const std::vector<std::filesystem::path>& open = m_parts.project.datasetPaths();
    const auto isOfSegments = [this](const std::filesystem::path& path) {
        return std::ranges::any_of(m_parts.document.dataset().sequences,
                                   [&](const auto& sequence) { return sequence.file == path; });
    };
    std::vector<std::filesystem::path> paths;
    std::ranges::copy_if(open, std::back_inserter(paths), isOfSegments);
    if (paths.empty()) // a folder was opened
        paths.push_back(open.front());
    paths.emplace_back(folder.toStdString());
    m_parts.project.openDataset(paths);
}

void OpenActions::fetchDataset()
{
    auto* dialog = new FetchDialog(m_parts.tasks, m_window);
    connect(dialog, &FetchDialog::fetched, this, [this](const QString& list) { open({list}); });
    dialog->open();
}

}
