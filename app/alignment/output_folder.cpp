#include "app/alignment/output_folder.h"

#include "app/document/document.h"
#include "app/export/recipe_export.h"
#include "app/files/file_questions.h"
#include "app/project/project.h"
#include "engine/core/installation.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

bool isInside(const std::filesystem::path& path, const std::filesystem::path& folder)
{
    return std::ranges::mismatch(folder, path).in1 == folder.end();
}

QString whyItIsOthers(const std::filesystem::path& folder)
{
    return holdsOtherFiles(folder)
        ? OutputFolder::tr("%1 holds other files; choose an empty or a new folder.")
              .arg(QString::fromStdString(folder.string()))
        : QString();
}

}

OutputFolder::OutputFolder(const char* kind, const std::filesystem::path& proposal, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_field(new QLineEdit(QString::fromStdString(proposal.string()), this))
    , m_problem(new QLabel(this))
    , m_check(*m_field, whyItIsOthers)
{
    m_field->setObjectName(QStringLiteral("outputFolder"));
    m_field->setAccessibleName(tr("Folder"));
    m_problem->setObjectName(QStringLiteral("outputFolderProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setMinimumHeight(m_problem->fontMetrics().height());
    QSizePolicy keeps = m_problem->sizePolicy(); // so that what is typed keeps its room
    keeps.setRetainSizeWhenHidden(true);
    m_problem->setSizePolicy(keeps);
    auto* choose = new QPushButton(tr("C&hoose…"), this);
    choose->setObjectName(QStringLiteral("chooseOutputFolder"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(choose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_problem);
    setFocusProxy(m_field);
    connect(choose, &QPushButton::clicked, this, &OutputFolder::choose);
    connect(m_field, &QLineEdit::textChanged, this, &OutputFolder::show);
    connect(&m_check, &FolderCheck::changed, this, &OutputFolder::show);
    show();
}

std::filesystem::path OutputFolder::folder() const
{
    return m_field->text().trimmed().toStdString();
}

bool OutputFolder::isUsable() const
{
    return folder().is_absolute() && m_check.whyNot().isEmpty();
}

void OutputFolder::choose()
{
    const QString folder = askForFolder(
        this, {m_kind, tr("Folder for the files"), {}, QFileInfo(m_field->text()).absolutePath()});
    if (!folder.isEmpty())
        m_field->setText(folder);
}

void OutputFolder::show()
{
    QString why = m_check.whyNot();
    if (why.isEmpty() && !folder().is_absolute())
        why = folder().empty() ? tr("Choose a folder.") : tr("The folder is to be a whole path.");
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    if (m_button)
        m_button->setEnabled(isUsable());
}

void OutputFolder::setButton(QPushButton* button)
{
    m_button = button;
    show();
}

std::filesystem::path proposedFolder(const Project& project, const Document& document,
                                     const std::string& ending)
{
    std::filesystem::path path = project.path();
    const std::filesystem::path& root = document.dataset().root;
    if (isInside(path, engine::dataFolder()) && root.has_filename()
        && !engine::Installation::ofThisProgram().isDemo(root))
        path = root;
    return path.parent_path() / (path.stem().string() + ending);
}

}
