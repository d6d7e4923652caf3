#include "app/settings/settings.h"

#include <QSettings>

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype kMostRecent = 10;
constexpr auto kRecent = "recent";
constexpr auto kRecentModels = "recentModels";
constexpr auto kChosenModel = "chosenModel";
constexpr auto kDialogueModel = "dialogueModel";
constexpr qsizetype kMostRecentCommands = 5;
constexpr auto kRecentCommands = "palette/recent";
constexpr auto kExportKind = "export/kind";
constexpr auto kReactionDelay = "reactionDelay";
constexpr auto kAnnotator = "annotator";
constexpr auto kFolder = "folders/%1";
constexpr auto kTheme = "theme";
constexpr auto kLibraryOrder = "library/order";
constexpr auto kGeometry = "window/geometry";
constexpr auto kLanguage = "language";
constexpr auto kScale = "window/scale";
constexpr auto kTourSeen = "tour/seen";
constexpr auto kKeymap = "keys/preset";
constexpr auto kOwnKeys = "keys/own";
constexpr auto kPreset = "window/preset";
constexpr auto kFullPanel = "window/full-panel-%1";
constexpr auto kVolume = "player/volume";
constexpr auto kSoundDevice = "player/device";
constexpr auto kTrustsFiles = "files/trusted";
constexpr auto kProjectFolders = "projects/folders";
constexpr auto kSubtitles = "player/subtitles";
constexpr auto kSpeechModel = "extraction/speech-model";
constexpr auto kWordVectors = "extraction/word-vectors";
constexpr auto kFaceTask = "extraction/face-task";
constexpr auto kLandmarkNoteSeen = "extraction/landmark-note-seen";
constexpr auto kTrainingAtClosing = "training/at-closing";
constexpr auto kFacesShown = "player/faces";
constexpr auto kLayout
    = "window/layout-2"; // the number changes when the docks do: an older layout is not restored

/// Puts an entry before the others of a list, of which so many are kept.
void putFirst(const char* key, const QString& entry, qsizetype most)
{
    QStringList entries = QSettings().value(QLatin1String(key)).toStringList();
    entries.removeAll(entry);
    entries.prepend(entry);
    QSettings().setValue(QLatin1String(key), entries.mid(0, most));
}

}

QStringList Settings::recent() const
{
    return QSettings().value(QLatin1String(kRecent)).toStringList();
}

QString Settings::addRecent(const QStringList& paths)
{
    const QString entry = paths.join(QLatin1Char('\n'));
    putFirst(kRecent, entry, kMostRecent);
    return entry;
}

void Settings::forgetRecent(const QString& entry)
{
    QStringList entries = recent();
    entries.removeAll(entry);
    QSettings().setValue(QLatin1String(kRecent), entries);
}

QString Settings::folderOf(const QString& kind) const
{
    return QSettings().value(QLatin1String(kFolder).arg(kind)).toString();
}

void Settings::setFolderOf(const QString& kind, const QString& folder)
{
    QSettings().setValue(QLatin1String(kFolder).arg(kind), folder);
}

QStringList Settings::recentCommands() const
{
    return QSettings().value(QLatin1String(kRecentCommands)).toStringList();
}

void Settings::addRecentCommand(const QString& name)
{
    putFirst(kRecentCommands, name, kMostRecentCommands);
}

QString Settings::exportKind() const
{
    return QSettings().value(QLatin1String(kExportKind), QStringLiteral("export-words")).toString();
}

void Settings::setExportKind(const QString& command)
{
    QSettings().setValue(QLatin1String(kExportKind), command);
}

QStringList Settings::recentModels() const
{
    return QSettings().value(QLatin1String(kRecentModels)).toStringList();
}

void Settings::addRecentModel(const QString& path)
{
    putFirst(kRecentModels, path, kMostRecent);
}

QString Settings::chosenModel() const
{
    return QSettings().value(QLatin1String(kChosenModel)).toString();
}

void Settings::setChosenModel(const QString& path)
{
    QSettings().setValue(QLatin1String(kChosenModel), path);
}

QString Settings::dialogueModel() const
{
    return QSettings().value(QLatin1String(kDialogueModel)).toString();
}

void Settings::setDialogueModel(const QString& path)
{
    QSettings().setValue(QLatin1String(kDialogueModel), path);
}

QStringList Settings::split(const QString& recent)
{
    return recent.split(QLatin1Char('\n'));
}

QString Settings::annotator() const
{
    const QString user = qEnvironmentVariable("USER", QStringLiteral("annotator"));
    return QSettings().value(QLatin1String(kAnnotator), user).toString();
}

bool Settings::hasAnnotator() const
{
    return QSettings().contains(QLatin1String(kAnnotator));
}

void Settings::setAnnotator(const QString& name)
{
    QSettings().setValue(QLatin1String(kAnnotator), name);
}

ThemeChoice Settings::theme() const
{
    const QString name = QSettings().value(QLatin1String(kTheme)).toString();
    return name == QLatin1String("dark") ? ThemeChoice::Dark
        : name == QLatin1String("light") ? ThemeChoice::Light
                                         : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    QSettings().setValue(QLatin1String(kTheme),
                         theme == ThemeChoice::Dark        ? QStringLiteral("dark")
                             : theme == ThemeChoice::Light ? QStringLiteral("light")
                                                           : QStringLiteral("system"));
}

QString Settings::keymap() const
{
    return QSettings().value(QLatin1String(kKeymap)).toString();
}

void Settings::setKeymap(const QString& name)
{
    QSettings().setValue(QLatin1String(kKeymap), name);
}

QStringList Settings::ownKeys() const
{
    return QSettings().value(QLatin1String(kOwnKeys)).toStringList();
}

void Settings::setOwnKeys(const QStringList& lines)
{
    QSettings().setValue(QLatin1String(kOwnKeys), lines);
}

QString Settings::language() const
{
    return QSettings().value(QLatin1String(kLanguage)).toString();
}

void Settings::setLanguage(const QString& language)
{
    QSettings().setValue(QLatin1String(kLanguage), language);
}

int Settings::scale() const
{
    return std::clamp(QSettings().value(QLatin1String(kScale), 100).toInt(), 100, 200);
}

void Settings::setScale(int percent)
{
    QSettings().setValue(QLatin1String(kScale), percent);
}

bool Settings::isTourSeen() const
{
    return QSettings().value(QLatin1String(kTourSeen)).toBool();
}

void Settings::setTourSeen()
{
    QSettings().setValue(QLatin1String(kTourSeen), true);
}

QString Settings::preset() const
{
    return QSettings().value(QLatin1String(kPreset)).toString();
}

void Settings::setPreset(const QString& name)
{
    QSettings().setValue(QLatin1String(kPreset), name);
}

std::optional<bool> Settings::fullPanel(const QString& preset) const
{
    const QVariant value = QSettings().value(QLatin1String(kFullPanel).arg(preset));
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}

void Settings::setFullPanel(const QString& preset, bool isFull)
{
    QSettings().setValue(QLatin1String(kFullPanel).arg(preset), isFull);
}

QString Settings::libraryOrder() const
{
    return QSettings().value(QLatin1String(kLibraryOrder)).toString();
}

void Settings::setLibraryOrder(const QString& name)
{
    QSettings().setValue(QLatin1String(kLibraryOrder), name);
}

double Settings::reactionDelay() const
{
    return QSettings().value(QLatin1String(kReactionDelay), 0.0).toDouble();
}

void Settings::setReactionDelay(double seconds)
{
    QSettings().setValue(QLatin1String(kReactionDelay), seconds);
}

double Settings::volume() const
{
    return QSettings().value(QLatin1String(kVolume), 1.0).toDouble();
}

void Settings::setVolume(double volume)
{
    QSettings().setValue(QLatin1String(kVolume), volume);
}

QByteArray Settings::soundDevice() const
{
    return QSettings().value(QLatin1String(kSoundDevice)).toByteArray();
}

void Settings::setSoundDevice(const QByteArray& id)
{
    QSettings().setValue(QLatin1String(kSoundDevice), id);
}

bool Settings::trustsFiles() const
{
    return QSettings().value(QLatin1String(kTrustsFiles), false).toBool();
}

void Settings::setTrustsFiles(bool trusts)
{
    QSettings().setValue(QLatin1String(kTrustsFiles), trusts);
}

QString Settings::projectFolders() const
{
    return QSettings().value(QLatin1String(kProjectFolders)).toString();
}

void Settings::setProjectFolders(const QString& kind)
{
    QSettings().setValue(QLatin1String(kProjectFolders), kind);
}

bool Settings::subtitles() const
{
    return QSettings().value(QLatin1String(kSubtitles), false).toBool();
}

void Settings::setSubtitles(bool shown)
{
    QSettings().setValue(QLatin1String(kSubtitles), shown);
}

bool Settings::facesShown() const
{
    return QSettings().value(QLatin1String(kFacesShown), true).toBool();
}

void Settings::setFacesShown(bool shown)
{
    QSettings().setValue(QLatin1String(kFacesShown), shown);
}

QString Settings::speechModel() const
{
    return QSettings().value(kSpeechModel).toString();
}

void Settings::setSpeechModel(const QString& folder)
{
    QSettings().setValue(kSpeechModel, folder);
}

QString Settings::wordVectors() const
{
    return QSettings().value(kWordVectors).toString();
}

void Settings::setWordVectors(const QString& file)
{
    QSettings().setValue(kWordVectors, file);
}

QString Settings::faceTask() const
{
    return QSettings().value(kFaceTask).toString();
}

void Settings::setFaceTask(const QString& file)
{
    QSettings().setValue(kFaceTask, file);
}

QString Settings::trainingAtClosing() const
{
    return QSettings().value(QLatin1String(kTrainingAtClosing), QStringLiteral("ask")).toString();
}

void Settings::setTrainingAtClosing(const QString& choice)
{
    QSettings().setValue(QLatin1String(kTrainingAtClosing), choice);
}

bool Settings::isLandmarkNoteSeen() const
{
    return QSettings().value(QLatin1String(kLandmarkNoteSeen), false).toBool();
}

void Settings::setLandmarkNoteSeen()
{
    QSettings().setValue(QLatin1String(kLandmarkNoteSeen), true);
}

QByteArray Settings::geometry() const
{
    return QSettings().value(QLatin1String(kGeometry)).toByteArray();
}

QByteArray Settings::layout() const
{
    return QSettings().value(QLatin1String(kLayout)).toByteArray();
}

void Settings::saveWindow(const QByteArray& geometry, const QByteArray& layout)
{
    QSettings settings;
    settings.setValue(QLatin1String(kGeometry), geometry);
    settings.setValue(QLatin1String(kLayout), layout);
}

}
