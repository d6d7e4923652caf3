#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace app {

enum class ThemeChoice { System, Dark, Light };

/// What the program remembers between runs. A value is read when asked for and written at once.
class Settings {
public:
    QStringList recent() const;
    /// What was opened together is one entry, which is returned.
    QString addRecent(const QStringList& paths);
    void forgetRecent(const QString& entry);
    static QStringList split(const QString& recent); ///< the paths of one entry

    /// The folder where a file of this kind was chosen last; empty: none was.
    QString folderOf(const QString& kind) const;
    void setFolderOf(const QString& kind, const QString& folder);

    QStringList recentCommands() const; ///< names of actions run in the palette, the newest first
    void addRecentCommand(const QString& name);

    QString exportKind() const; ///< the command of the last export: `export-words`, unless another was chosen
    void setExportKind(const QString& command);

    QStringList recentModels() const; ///< files, the newest first
    void addRecentModel(const QString& path);
    /// The model that a person chose last to predict; empty: none was.
    QString chosenModel() const;
    void setChosenModel(const QString& path);
    /// The model of whole conversations that a person chose last; empty: none was.
    QString dialogueModel() const;
    void setDialogueModel(const QString& path);

    QString annotator() const; ///< who gives values; by default the user's name on this machine
    bool hasAnnotator() const; ///< a person has chosen it
    void setAnnotator(const QString& name);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    QString keymap() const; ///< the preset of the keys; empty: our own
    void setKeymap(const QString& name);
    QStringList ownKeys() const; ///< the keys that differ from the preset, as toLines() writes them
    void setOwnKeys(const QStringList& lines);

    QString language() const; ///< `de`; empty: the system's
    void setLanguage(const QString& language);
    int scale() const; ///< of everything in the window, in percent
    void setScale(int percent);
    bool isTourSeen() const;
    void setTourSeen();

    QString preset() const; ///< of the window; empty: none was chosen yet
    void setPreset(const QString& name);

    /// Whether the panels have the full height in a preset; absent: a person did not choose.
    std::optional<bool> fullPanel(const QString& preset) const;
    void setFullPanel(const QString& preset, bool isFull);

    bool trustsFiles() const; ///< whether unknown files are examined without limits on time and memory
    void setTrustsFiles(bool trusts);

    QString projectFolders() const; ///< how projects are written: `local`, `network`; empty: by their folders
    void setProjectFolders(const QString& kind);

    QString libraryOrder() const; ///< a name of widgets::LibraryOrder
    void setLibraryOrder(const QString& name);

    double reactionDelay() const; ///< of the annotator, seconds
    void setReactionDelay(double seconds);

    double volume() const; ///< 0…1
    void setVolume(double volume);
    QByteArray soundDevice() const; ///< empty: the system's default
    void setSoundDevice(const QByteArray& id);
    bool subtitles() const; ///< whether words stand over the picture
    void setSubtitles(bool shown);
    bool facesShown() const; ///< whether faces are drawn over the picture
    void setFacesShown(bool shown);

    QString speechModel() const; ///< folder of another language's; empty: American English
    void setSpeechModel(const QString& folder);
    QString wordVectors() const; ///< a file of word vectors; empty: the built-in ones
    void setWordVectors(const QString& file);
    QString faceTask() const; ///< a `face_landmarker.task`; empty: there is none
    void setFaceTask(const QString& file);
    /// With tables of emotion wheels; empty: there are none.
    QString wheelFolder() const { return folderOf(QStringLiteral("emotion-wheels")); }
    void setWheelFolder(const QString& folder) { setFolderOf(QStringLiteral("emotion-wheels"), folder); }
    QString trainingAtClosing() const; ///< of runs that go on: `ask`, `goOn`, `stop`
    void setTrainingAtClosing(const QString& choice);
    bool isLandmarkNoteSeen() const; ///< the licence of the model that finds points of faces
    void setLandmarkNoteSeen();

    QByteArray geometry() const;
    QByteArray layout() const;
    void saveWindow(const QByteArray& geometry, const QByteArray& layout);
};

}
