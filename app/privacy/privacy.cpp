#include "app/privacy/privacy.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/privacy/deidentify_dialog.h"
#include "app/privacy/erase_dialog.h"
#include "engine/core/error.h"
#include "engine/media/video_reader.h"
#include "engine/project_items/known_people.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>

namespace app {

namespace {

QJsonDocument jsonIn(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()) : QJsonDocument();
}

/// The pictures of the finished page, each with the recording that it comes from.
std::vector<LookPicture> picturesOf(const QJsonObject& said, const engine::DatasetList& list)
{
    std::vector<LookPicture> pictures;
    const QString page = said[u"page"].toString();
    const QJsonObject videos = jsonIn(said[u"key"].toString()).object()[u"videos"].toObject();
    std::map<QString, QString> originals;
    for (auto video = videos.begin(); video != videos.end(); ++video) {
        if (const engine::DatasetList::Media* media = list.mediaOf(video.key().toStdString()))
            originals[video.value().toString()] = QString::fromStdString(media->file.string());
    }
    for (const QJsonValue& look : jsonIn(page + QStringLiteral("/index.json")).array()) {
        const QString video = look[u"video"].toString();
        pictures.push_back({QDir(page).filePath(look[u"picture"].toString()), video,
                            QDir(said[u"folder"].toString()).filePath(QStringLiteral("media/%1.mp4").arg(video)), originals[video], look[u"seconds"].toDouble(),
                            look[u"why"].toString()});
    }
    return pictures;
}

QStringList argumentsOf(const HideWish& wish, const QString& project, const QString& words)
{
    QStringList arguments{QStringLiteral("--deidentify"), project, QStringLiteral("--everybody"), QStringLiteral("--out"), wish.folder,
                          QStringLiteral("--face"), wish.face, QStringLiteral("--voice"), wish.voice, QStringLiteral("--overwrite"),
                          QStringLiteral("--events")};
    for (const QString& name : wish.consenting)
        arguments << QStringLiteral("--consents") << name;
    if (wish.points)
        arguments << QStringLiteral("--points");
    if (!words.isEmpty())
        arguments << QStringLiteral("--words") << words;
    return arguments;
}

}

Privacy::Privacy(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_original(parts.tasks)
    , m_player(parts.tasks, this)
{
    connect(actions.at("deidentify"), &QAction::triggered, this, &Privacy::openHiding);
    connect(actions.at("erase-person"), &QAction::triggered, this, &Privacy::openErasing);
    connect(&parts.document, &Document::projectChanged, this, [this] {
        if (m_hide)
            m_hide->close(); // people of the project before
    });
}

QString Privacy::projectFile() const
{
    const QString file = QString::fromStdString(m_parts.project.path().string());
    if (file.isEmpty())
        m_parts.document.notices().say(tr("Nothing is kept in a project yet. Make a change first, so that there is one."));
    return file;
}

std::vector<FilmedPerson> Privacy::people() const
{
    const ProjectMoment moment = m_parts.moments.now();
    std::vector<FilmedPerson> people;
    for (const auto& [name, videos] : engine::knownPeople(moment.annotation(), moment.dataset ? moment.dataset->list : moment.list).videos)
        people.push_back({QString::fromStdString(name), static_cast<int>(videos.size())});
    return people;
}

void Privacy::openHiding()
{
    const QString project = projectFile();
    if (project.isEmpty())
        return;
    if (!m_hide) {
        m_hide = new DeidentifyDialog(people(), static_cast<int>(m_parts.moments.now().list.media.size()), m_window);
        m_hide->setAttribute(Qt::WA_DeleteOnClose);
        m_hide->setFolder(QDir(folderFor(m_parts.project.path())).filePath(QFileInfo(project).completeBaseName() + QStringLiteral("-hidden")));
        connect(m_hide, &DeidentifyDialog::hideWished, this, &Privacy::hide);
        connect(m_hide, &DeidentifyDialog::stopWished, this, [this] {
            if (m_hiding)
                m_hiding->stop();
        });
        connect(m_hide, &DeidentifyDialog::folderWished, this, [this] {
            const QString place
                = askForFolder(m_hide, {"deidentified", tr("Where the copy is made"), {}, dataFolder(m_parts.document)});
            if (!place.isEmpty() && m_hide)
                m_hide->setFolder(QDir(place).filePath(QFileInfo(m_hide->wish().folder).fileName()));
        });
        connect(m_hide, &DeidentifyDialog::pictureChosen, this, &Privacy::showOriginal);
        connect(m_hide, &DeidentifyDialog::lookNoted, this, &Privacy::noteLook);
        connect(m_hide, &DeidentifyDialog::playWished, &m_player, &PairPlayer::play);
        connect(m_hide, &DeidentifyDialog::silenceWished, &m_player, &PairPlayer::stop);
        connect(m_hide, &QObject::destroyed, &m_player, &PairPlayer::stop);
        connect(&m_player, &PairPlayer::shown, m_hide, &DeidentifyDialog::showPair);
        connect(&m_player, &PairPlayer::ended, m_hide, &DeidentifyDialog::showStill);
    }
    m_hide->show();
    m_hide->raise();
}

void Privacy::hide()
{
    const HideWish wish = m_hide->wish();
    const QString project = projectFile();
    m_hide->showRunning(0.0);
    m_hiding = m_parts.tasks.start(
        tr("Hiding people"), this,
        [wish, project, programs = m_parts.programs, dialog = m_hide](const TaskRun& run) {
            QTemporaryFile words;
            if (!wish.words.isEmpty()) {
                if (!words.open() || words.write(wish.words.join(QLatin1Char('\n')).toUtf8()) < 0 || !words.flush())
                    throw engine::IoError("io", words.fileName().toStdString(), "cannot be written");
            }
            engine::RunContext context = run;
            const auto told = context.progress;
            context.progress = [&run, told, dialog](double fraction) {
                if (told)
                    told(fraction);
                run.post([dialog, fraction] {
                    if (dialog)
                        dialog->showRunning(fraction);
                });
            };
            return runPrivacyProgram(programs, argumentsOf(wish, project, wish.words.isEmpty() ? QString() : words.fileName()), context);
        },
        [this](const Outcome<PrivacyAnswer>& outcome) {
            if (!m_hide)
                return;
            if (const auto* answer = std::get_if<PrivacyAnswer>(&outcome))
                showPictures(*answer);
            else
                m_hide->showFailure(std::holds_alternative<Stopped>(outcome) ? tr("It was stopped; nothing was left behind.") : failureOf(outcome));
        });
}

void Privacy::showPictures(const PrivacyAnswer& answer)
{
    m_folder = answer.said[u"folder"].toString();
    const ProjectMoment moment = m_parts.moments.now();
    m_hide->showResult(answer, picturesOf(answer.said, moment.dataset ? moment.dataset->list : moment.list));
}

void Privacy::showOriginal(const LookPicture& look)
{
    if (look.original.isEmpty())
        return;
    m_original.start(
        tr("Reading a picture"),
        [look](const engine::RunContext& run) {
            engine::VideoReader reader(engine::MediaFile(look.original.toStdString()), engine::VideoReader::kKeptInSequence);
            return smallPicture(reader, look.seconds, run.stop);
        },
        [this](const QImage& picture) {
            if (m_hide)
                m_hide->showOriginal(picture);
        });
}

void Privacy::noteLook(const QString& name)
{
    m_parts.tasks.start(
        tr("Noting who looked"), this,
        [name, folder = m_folder, programs = m_parts.programs](const engine::RunContext& run) {
            runPrivacyProgram(programs, {QStringLiteral("--deidentify"), QStringLiteral("--look"), folder, QStringLiteral("--looked-at-by"), name}, run);
        },
        [this, name](const std::monostate&) {
            if (m_hide)
                m_hide->showNoted(name);
        });
}

void Privacy::openErasing()
{
    if (projectFile().isEmpty())
        return;
    if (!m_erase) {
        QStringList names;
        for (const FilmedPerson& person : people())
            names << person.name;
        m_erase = new EraseDialog(names, m_window);
        m_erase->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_erase, &EraseDialog::listWished, this, &Privacy::list);
        connect(m_erase, &EraseDialog::eraseWished, this, &Privacy::erase);
    }
    m_erase->show();
    m_erase->raise();
}

void Privacy::list()
{
    const QString project = projectFile();
    if (project.isEmpty() || m_erase->person().isEmpty())
        return;
    m_erase->showWorking(tr("Looking where they occur…"));
    m_parts.tasks.start(
        tr("Looking where a person occurs"), this,
        [project, person = m_erase->person(), programs = m_parts.programs](const engine::RunContext& run) {
            return runPrivacyProgram(programs, {QStringLiteral("--erase-person"), project, QStringLiteral("--person"), person}, run);
        },
        [this](const Outcome<PrivacyAnswer>& outcome) {
            if (!m_erase)
                return;
            if (const auto* answer = std::get_if<PrivacyAnswer>(&outcome))
                m_erase->showList(*answer);
            else
                m_erase->showFailure(failureOf(outcome));
        });
}

/// The project is closed meanwhile: its file is written anew, and steps that could be undone are gone with it.
void Privacy::erase()
{
    const QString project = projectFile(), person = m_erase->person();
    const auto answer = std::make_shared<PrivacyAnswer>();
    m_erase->showWorking(tr("Erasing…"));
    m_parts.project.whileClosed(
        tr("Erasing a person"),
        [project, person, answer, programs = m_parts.programs](const engine::RunContext& run) {
            *answer = runPrivacyProgram(programs,
                                        {QStringLiteral("--erase-person"), project, QStringLiteral("--person"), person, QStringLiteral("--erase"),
                                         QStringLiteral("--typed"), person},
                                        run);
        },
        [this, answer](const QString& failure) {
            if (!m_erase)
                return;
            if (failure.isEmpty())
                m_erase->showErased(*answer);
            else
                m_erase->showFailure(failure);
        });
}

}
