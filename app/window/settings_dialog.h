#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace app {

class Settings;

/// What a person sets once. Everything is kept when it is accepted; some of it counts from the next start on.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Settings& settings, QWidget* parent);

signals:
    void themeChosen();
    void annotatorChosen(const QString& name);
    void wheelsChosen(); ///< another folder of emotion wheels
    void trustChosen(bool trustsFiles);
    void projectFoldersChosen(const QString& kind); ///< as Settings::projectFolders

private:
    QWidget* chooser(QLineEdit* path, const char* name, const QString& title, bool isFolder);
    void keep();

    Settings& m_settings;
    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_scale;
    QLineEdit* m_annotator;
    QLineEdit* m_speechModel;
    QLineEdit* m_wordVectors;
    QLineEdit* m_faceTask;
    QLineEdit* m_wheelFolder;
    QCheckBox* m_trust;
    QComboBox* m_projectFolders;
};

}
