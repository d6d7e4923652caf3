#include "app/window/settings_dialog.h"

#include "app/files/file_questions.h"
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "widgets/base/guide_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace app {

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_annotator(new QLineEdit(settings.annotator(), this))
    , m_speechModel(new QLineEdit(settings.speechModel(), this))
    , m_wordVectors(new QLineEdit(settings.wordVectors(), this))
    , m_faceTask(new QLineEdit(settings.faceTask(), this))
    , m_wheelFolder(new QLineEdit(settings.wheelFolder(), this))
    , m_trust(new QCheckBox(tr("&Examine files without limits"), this))
    , m_projectFolders(new QComboBox(this))
{
    widgets::setGuidePage(*this, "first-steps");
    setWindowTitle(tr("Settings"));
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the system"), QString());
    for (const QString& language : languages())
        m_language->addItem(languageTitle(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language())));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItem(tr("As the system"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(static_cast<int>(settings.theme()))));
    m_scale->setObjectName(QStringLiteral("scale"));
    for (const int percent : {100, 125, 150, 175, 200})
        m_scale->addItem(tr("%1 %").arg(percent), percent);
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(settings.scale())));
    m_annotator->setObjectName(QStringLiteral("annotator"));

    m_trust->setObjectName(QStringLiteral("trust"));
    m_trust->setToolTip(
        tr("Unknown csd files are examined in a process of their own, which may take time and memory by "
           "the size of the file. Lift these limits for files that you trust."));
    m_trust->setChecked(settings.trustsFiles());

    m_projectFolders->setObjectName(QStringLiteral("projectFolders"));
    m_projectFolders->addItem(tr("As their folders demand"), QString());
    m_projectFolders->addItem(tr("As on a disk of this machine"), QStringLiteral("local"));
    m_projectFolders->addItem(tr("As on a network"), QStringLiteral("network"));
    m_projectFolders->setCurrentIndex(std::max(0, m_projectFolders->findData(settings.projectFolders())));
    m_projectFolders->setToolTip(tr(
        "On a network, projects are written without memory that only the processes of one machine share, "
        "and whoever looks on gets a copy. Choose for yourself when a folder is taken for the other kind."));

    m_speechModel->setPlaceholderText(tr("American English"));
    m_speechModel->setToolTip(
        tr("A folder with an acoustic model of PocketSphinx, its dictionary and phone map: "
           "words of another language are sought with it."));
    m_wordVectors->setPlaceholderText(tr("GloVe, else spelling, built in"));
    m_wordVectors->setToolTip(
        tr("GloVe .txt, word2vec .txt or .bin, fastText .vec. A dataset keeps the vectors "
           "of its own words."));

    m_faceTask->setPlaceholderText(QStringLiteral("face_landmarker.task"));
    m_faceTask->setToolTip(tr(
        "A file of yours with the nets that make blendshapes of a face: Google publishes it for MediaPipe's "
        "Face Landmarker under the Apache-2.0 licence. This program fetches nothing."));

    m_wheelFolder->setPlaceholderText(tr("without colours"));
    m_wheelFolder->setToolTip(
        tr("A folder of yours with wheel1.xlsx to wheel5.xlsx, synonym.xlsx and format.csv, as the MER "
           "challenges give them out: words of a set get the colour of what they are on the wheel."));

    auto* note = new QLabel(tr("Language and size count from the next start on."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        keep();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout(this);
    form->setSpacing(10);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Size"), m_scale);
    form->addRow(tr("&Annotator"), m_annotator);
    form->addRow(tr("S&peech model"),
                 chooser(m_speechModel, "speechModel", tr("Folder of a speech model"), true));
    form->addRow(tr("&Vectors of words"),
                 chooser(m_wordVectors, "wordVectors", tr("File of word vectors"), false));
    form->addRow(tr("&Blendshapes"), chooser(m_faceTask, "faceTask", tr("A face_landmarker.task"), false));
    form->addRow(tr("Emotion &wheels"),
                 chooser(m_wheelFolder, "wheelFolder", tr("Folder with tables of emotion wheels"), true));
    form->addRow(tr("P&rojects are kept"), m_projectFolders);
    form->addRow(QString(), m_trust);
    form->addRow(note);
    form->addRow(buttons);
}

/// A path to type or to choose.
QWidget* SettingsDialog::chooser(QLineEdit* path, const char* name, const QString& title, bool isFolder)
{
    path->setObjectName(QLatin1String(name));
    path->setMinimumWidth(260);
    auto* choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this, path, name, title, isFolder] {
        const FileQuestion question{name, title, {}, QFileInfo(path->text()).path()};
        const QString chosen = isFolder ? askForFolder(this, question) : askForFile(this, question);
        if (!chosen.isEmpty())
            path->setText(chosen);
    });
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(path, 1);
    layout->addWidget(choose);
    row->setFocusProxy(path);
    return row;
}

void SettingsDialog::keep()
{
    m_settings.setSpeechModel(m_speechModel->text().trimmed());
    m_settings.setWordVectors(m_wordVectors->text().trimmed());
    m_settings.setFaceTask(m_faceTask->text().trimmed());
    if (const QString wheels = m_wheelFolder->text().trimmed(); wheels != m_settings.wheelFolder()) {
        m_settings.setWheelFolder(wheels);
        emit wheelsChosen();
    }
    m_settings.setLanguage(m_language->currentData().toString());
    m_settings.setScale(m_scale->currentData().toInt());
    const auto theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    if (theme != m_settings.theme()) {
        m_settings.setTheme(theme);
        emit themeChosen();
    }
    if (m_trust->isChecked() != m_settings.trustsFiles()) {
        m_settings.setTrustsFiles(m_trust->isChecked());
        emit trustChosen(m_trust->isChecked());
    }
    const QString folders = m_projectFolders->currentData().toString();
    if (folders != m_settings.projectFolders()) {
        m_settings.setProjectFolders(folders);
        emit projectFoldersChosen(folders);
    }
    const QString name = m_annotator->text().trimmed();
    if (!name.isEmpty() && name != m_settings.annotator()) {
        m_settings.setAnnotator(name);
        emit annotatorChosen(name);
    }
}

}
