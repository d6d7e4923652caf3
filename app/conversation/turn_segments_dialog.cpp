#include "app/conversation/turn_segments_dialog.h"

#include "engine/annotation/label_sets.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace app {

std::string turnTierName(bool isListening, bool isSelf)
{
    return std::string("labels") + (isListening ? "_listening" : "") + (isSelf ? "_self" : "");
}

TurnSegmentsDialog::TurnSegmentsDialog(const QString& hand, int participants, QWidget* parent)
    : QDialog(parent)
    , m_speaks(new QRadioButton(tr("Who &speaks: each participant's own turns"), this))
    , m_listens(new QRadioButton(tr("Who &listens: the turns of the others"), this))
    , m_both(new QRadioButton(tr("&Both, in two tiers"), this))
    , m_seen(new QRadioButton(tr("As s&een by others"), this))
    , m_felt(new QRadioButton(tr("As the participants &felt it themselves"), this))
    , m_set(new QComboBox(this))
    , m_all(new QCheckBox(tr("Of &all %n participant(s)", nullptr, participants), this))
{
    widgets::setGuidePage(*this, "conversations");
    setObjectName(QStringLiteral("turnSegmentsDialog"));
    setWindowTitle(tr("Segments of turns"));
    m_speaks->setObjectName(QStringLiteral("aboutSpeaking"));
    m_listens->setObjectName(QStringLiteral("aboutListening"));
    m_both->setObjectName(QStringLiteral("aboutBoth"));
    m_seen->setObjectName(QStringLiteral("asSeen"));
    m_felt->setObjectName(QStringLiteral("asFelt"));
    m_set->setObjectName(QStringLiteral("turnLabels"));
    m_all->setObjectName(QStringLiteral("ofAllParticipants"));
    auto* about = new QButtonGroup(this);
    for (QRadioButton* button : {m_speaks, m_listens, m_both})
        about->addButton(button);
    auto* perspective = new QButtonGroup(this);
    for (QRadioButton* button : {m_seen, m_felt})
        perspective->addButton(button);
    m_speaks->setChecked(true);
    m_seen->setChecked(true);
    m_all->setChecked(true);
    m_all->setEnabled(!hand.isEmpty());
    m_set->addItem(tr("Sentiment and six emotions"));
    for (const engine::LabelSet& set : engine::labelSets())
        m_set->addItem(QString::fromStdString(set.name), QString::fromStdString(set.id));

    auto* form = new QFormLayout;
    form->addRow(tr("La&bels"), m_set);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Make segments"));
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    auto* help
        = new QLabel(tr("Each turn becomes a segment to be labelled. The next step is a pass of review "
                        "of the tier that it lies in."),
                     this);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(help);
    column->addWidget(new QLabel(tr("About"), this));
    for (QRadioButton* button : {m_speaks, m_listens, m_both})
        column->addWidget(button);
    column->addWidget(new QLabel(tr("Perspective"), this));
    for (QRadioButton* button : {m_seen, m_felt})
        column->addWidget(button);
    column->addLayout(form);
    column->addWidget(m_all);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 56);
}

TurnSegmentsWish TurnSegmentsDialog::wish() const
{
    TurnSegmentsWish wish;
    wish.ofSpeaking = !m_listens->isChecked();
    wish.ofListening = !m_speaks->isChecked();
    wish.isSelf = m_felt->isChecked();
    wish.ofAll = m_all->isChecked();
    const auto* set = engine::labelSet(m_set->currentData().toString().toStdString());
    wish.labels = set ? set->labels : engine::usualLabels();
    return wish;
}

}
