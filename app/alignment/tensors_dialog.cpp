#include "app/alignment/tensors_dialog.h"

#include "app/alignment/output_folder.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int kUsualRows = 50; // as the papers on CMU-MOSI and CMU-MOSEI cut segments
constexpr int kMostRows = 1'000'000;

}

TensorsDialog::TensorsDialog(const std::filesystem::path& proposal, int videos, bool hasFolds,
                             QWidget* parent)
    : QDialog(parent)
    , m_rows(new QSpinBox(this))
    , m_padding(new QComboBox(this))
    , m_folds(new QCheckBox(tr("An array for each &fold of the dataset"), this))
    , m_npz(new QCheckBox(tr("As tensors.&npz, too, which NumPy opens"), this))
    , m_folder(new OutputFolder("tensors", proposal, this))
{
    widgets::setGuidePage(*this, "aligning");
    setObjectName(QStringLiteral("tensorsDialog"));
    setWindowTitle(tr("Write tensors"));
    m_rows->setObjectName(QStringLiteral("tensorRows"));
    m_rows->setRange(1, kMostRows);
    m_rows->setValue(kUsualRows);
    m_padding->setObjectName(QStringLiteral("tensorPadding"));
    m_padding->addItem(tr("Zeros in front, the last rows stay"));
    m_padding->addItem(tr("Zeros behind, the first rows stay"));
    m_folds->setObjectName(QStringLiteral("tensorFolds"));
    m_folds->setChecked(hasFolds);
    m_folds->setEnabled(hasFolds);
    m_npz->setObjectName(QStringLiteral("tensorNpz"));
    auto* what = new QLabel(
        tr("The recipe is applied to %n video(s), and each sequence becomes an array of segments × rows × "
           "columns in tensors.h5. Labels are not padded.",
           nullptr, videos),
        this);
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new QFormLayout;
    form->addRow(tr("&Rows of a segment"), m_rows);
    form->addRow(tr("Shorter and &longer ones"), m_padding);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Write"));
    QPushButton* write = buttons->button(QDialogButtonBox::Ok);
    m_folder->setButton(write);
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addLayout(form);
    column->addWidget(m_folds);
    column->addWidget(m_npz);
    column->addWidget(new QLabel(tr("They are written into this folder:"), this));
    column->addWidget(m_folder);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

engine::TensorSettings TensorsDialog::settings() const
{
    engine::TensorSettings settings;
    settings.length = static_cast<std::size_t>(m_rows->value());
    settings.padBehind = m_padding->currentIndex() == 1;
    settings.npz = m_npz->isChecked();
    return settings;
}

std::filesystem::path TensorsDialog::folder() const
{
    return m_folder->folder();
}

bool TensorsDialog::wantsFolds() const
{
    return m_folds->isChecked();
}

}
