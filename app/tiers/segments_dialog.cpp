#include "app/tiers/segments_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/number_box.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr double kLeastSeconds = 0.1; // seconds
constexpr double kMostSeconds = 600.0;

}

SegmentsDialog::SegmentsDialog(const SegmentOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_labels(new QRadioButton(tr("Where the la&belled segments are"), this))
    , m_sound(new QRadioButton(tr("From the &pauses of speech, as the sound has them"), this))
    , m_sentences(new QRadioButton(tr("From the &sentences of the words"), this))
    , m_seconds(new QRadioButton(tr("&Evenly, one after the other"), this))
    , m_whole(new QRadioButton(tr("The &whole video as one"), this))
    , m_pause(addSeconds("longestPause", SegmentWish().pause))
    , m_length(addSeconds("segmentLength", SegmentWish().length))
    , m_all(
          new QCheckBox(tr("In &all %n video(s), but for those that have some", nullptr, offer.videos), this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("segmentsDialog"));
    setWindowTitle(offer.tier.isEmpty() ? tr("Make labelled segments")
                                        : tr("Make segments of %1").arg(offer.tier));
    m_labels->setObjectName(QStringLiteral("fromLabels"));
    m_sound->setObjectName(QStringLiteral("fromSound"));
    m_sentences->setObjectName(QStringLiteral("fromSentences"));
    m_seconds->setObjectName(QStringLiteral("evenly"));
    m_whole->setObjectName(QStringLiteral("whole"));
    m_all->setObjectName(QStringLiteral("inAllVideos"));
    m_sound->setEnabled(offer.hasSound);
    if (!offer.hasSound)
        m_sound->setToolTip(tr("This video has no recording."));
    m_sentences->setEnabled(offer.hasWords);
    if (!offer.hasWords)
        m_sentences->setToolTip(tr("This video has no words yet."));
    const bool offersLabels = !offer.tier.isEmpty() && offer.hasLabels;
    m_labels->setVisible(offersLabels);
    (offersLabels         ? m_labels
         : offer.hasWords ? m_sentences
         : offer.hasSound ? m_sound
                          : m_whole)
        ->setChecked(true);
    m_all->setVisible(offer.videos > 1);
    const auto showFields = [this] {
        m_pause->setEnabled(m_sound->isChecked() || m_sentences->isChecked());
        m_length->setEnabled(m_seconds->isChecked());
    };
    for (QRadioButton* from : {m_sound, m_sentences, m_seconds})
        connect(from, &QRadioButton::toggled, this, showFields);
    showFields();

    auto* help = new QLabel(
        offer.tier.isEmpty()
            ? tr("Segments get their sentiment and emotions by hand afterwards. Their edges can be moved "
                 "like those of words.")
            : tr("Segments get their labels by hand afterwards: a digit gives the value, or the term of that "
                 "place. Their edges can be moved like those of words."),
        this);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new QFormLayout;
    form->addRow(tr("A pause en&ds a segment from"), m_pause);
    form->addRow(tr("Each segment &lasts"), m_length);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Make segments"));
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 2 / 3);
    for (QWidget* part :
         std::initializer_list<QWidget*>{help, m_labels, m_sound, m_sentences, m_seconds, m_whole})
        column->addWidget(part);
    column->addLayout(form);
    column->addWidget(m_all);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

QDoubleSpinBox* SegmentsDialog::addSeconds(const char* name, double value)
{
    auto* field = new widgets::NumberBox(this);
    field->setObjectName(QLatin1String(name));
    field->setRange(kLeastSeconds, kMostSeconds);
    field->setDecimals(2);
    field->setSingleStep(0.1);
    field->setSuffix(tr(" s"));
    field->setValue(value);
    return field;
}

SegmentWish SegmentsDialog::wish() const
{
    return {m_labels->isChecked()          ? SegmentWish::From::Labels
                : m_sound->isChecked()     ? SegmentWish::From::Sound
                : m_sentences->isChecked() ? SegmentWish::From::Sentences
                : m_whole->isChecked()     ? SegmentWish::From::Whole
                                           : SegmentWish::From::Seconds,
            m_pause->value(), m_length->value(), m_all->isChecked()};
}

}
