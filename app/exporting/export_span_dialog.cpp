#include "app/exporting/export_span_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"
#include "widgets/player/transport_bar.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

ExportSpanDialog::ExportSpanDialog(const Offer& offer, QWidget* parent)
    : QDialog(parent)
    , m_kinds(new QButtonGroup(this))
    , m_sequences(new QListWidget(this))
{
    widgets::setGuidePage(*this, "exploring");
    setObjectName(QStringLiteral("exportSpanDialog"));
    setWindowTitle(tr("Export selection"));
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    auto* span = new QLabel(
        tr("%1: %2 to %3, %4 s")
            .arg(offer.video, widgets::timeCode(offer.span.start), widgets::timeCode(offer.span.end))
            .arg(widgets::shownNumber(offer.span.end - offer.span.start, 3, 'f')),
        this);
    column->addWidget(span);
    column->addSpacing(line / 2);
    const auto addKind = [&](Kind kind, const QString& text, bool possible) {
        auto* button = new QRadioButton(text, this);
        button->setEnabled(possible);
        m_kinds->addButton(button, static_cast<int>(kind));
        column->addWidget(button);
        if (possible && !m_kinds->checkedButton())
            button->setChecked(true);
    };
    addKind(Kind::Clip, tr("&Clip: picture and sound, encoded anew (mp4)"), offer.hasPicture);
    addKind(Kind::Sound, tr("&Sound: 16-bit samples (wav)"), offer.hasSound);
    addKind(Kind::Table, tr("&Table: words, labels and features (csv)"), true);
    for (const QString& key : offer.sequences) {
        auto* item = new QListWidgetItem(key, m_sequences);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_sequences->setObjectName(QStringLiteral("sequences"));
    m_sequences->setAccessibleName(tr("Features for the table"));
    m_sequences->setFixedHeight(line * 2 * std::clamp(static_cast<int>(offer.sequences.size()), 1, 5));
    column->addWidget(m_sequences);
    const auto showSequences = [this] { m_sequences->setEnabled(kind() == Kind::Table); };
    connect(m_kinds, &QButtonGroup::idToggled, this, showSequences);
    showSequences();
    m_sequences->setVisible(!offer.sequences.isEmpty());

    auto* buttons = widgets::acceptOrCancel(*this, tr("&Export…"));
    auto* go = buttons->button(QDialogButtonBox::Ok);
    go->setDefault(true);
    column->addSpacing(line / 2);
    column->addWidget(buttons);
}

ExportSpanDialog::Kind ExportSpanDialog::kind() const
{
    return static_cast<Kind>(m_kinds->checkedId());
}

QStringList ExportSpanDialog::sequences() const
{
    QStringList chosen;
    for (int row = 0; row < m_sequences->count(); ++row) {
        if (m_sequences->item(row)->checkState() == Qt::Checked)
            chosen << m_sequences->item(row)->text();
    }
    return chosen;
}

}
