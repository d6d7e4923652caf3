#include "app/rendering/render_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/number_box.h"
#include "widgets/base/scale_number.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

enum SpanChoice { WholeSpan, SelectedSpan, LoopedSpan, TypedSpan };

constexpr double kShortest = 0.04; // seconds of a video
constexpr double kLongestPage = 3600; // seconds

widgets::NumberBox* secondsBox(const char* name, const QString& accessibleName, double most, QWidget* parent)
{
    auto* box = widgets::named(new widgets::NumberBox(parent), name, accessibleName);
    box->setDecimals(2);
    box->setRange(0.0, std::max(kShortest, most));
    box->setSuffix(app::RenderDialog::tr(" s"));
    return box;
}

QSpinBox* pixelsBox(const char* name, const QString& accessibleName, int least, QWidget* parent)
{
    auto* box = widgets::named(new QSpinBox(parent), name, accessibleName);
    box->setRange(least, RenderWish::kMostPixels);
    box->setSingleStep(2);
    return box;
}

/// A row of a form whose letter leads to the first of several controls.
void addRow(QFormLayout& form, const QString& text, QWidget* first, QHBoxLayout* row)
{
    auto* label = new QLabel(text, first->parentWidget());
    label->setBuddy(first);
    form.addRow(label, row);
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> parts)
{
    auto* row = new QHBoxLayout;
    for (QWidget* part : parts)
        row->addWidget(part);
    row->addStretch();
    return row;
}

}

RenderDialog::RenderDialog(const RenderOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_spans(widgets::named(new QComboBox(this), "renderSpan"))
    , m_start(secondsBox("renderStart", tr("From, in seconds"), offer.duration, this))
    , m_end(secondsBox("renderEnd", tr("To, in seconds"), offer.duration, this))
    , m_sizes(widgets::named(new QComboBox(this), "renderSize"))
    , m_width(pixelsBox("renderWidth", tr("Width in pixels"), RenderWish::kLeastWidth, this))
    , m_height(pixelsBox("renderHeight", tr("Height in pixels"), RenderWish::kLeastHeight, this))
    , m_rates(widgets::named(new QComboBox(this), "renderRate"))
    , m_pictures(widgets::named(new QComboBox(this), "renderPicture"))
    , m_tracks(widgets::named(new QListWidget(this), "renderTracks"))
    , m_page(secondsBox("renderPage", tr("Seconds that the tracks show"), kLongestPage, this))
    , m_answers(widgets::named(new QCheckBox(tr("What the &model says"), this), "renderAnswers"))
    , m_subtitles(widgets::named(new QCheckBox(tr("&Words in the picture"), this), "renderSubtitles"))
    , m_sound(widgets::named(new QCheckBox(tr("S&ound of the recording"), this), "renderSound"))
    , m_themes(widgets::named(new QComboBox(this), "renderTheme"))
    , m_summary(widgets::mutedLabel(QStringLiteral("renderSummary"), this))
{
    setObjectName(QStringLiteral("renderDialog"));
    setWindowTitle(tr("Render to video"));
    widgets::setGuidePage(*this, "exploring");
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeSpan(*form);
    makeSize(*form);
    makeTracks(*form);
    makeSwitches(*form);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Render…"));
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setObjectName(QStringLiteral("primary"));
    m_go->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form, 1);
    column->addWidget(m_summary);
    column->addWidget(buttons);
    resize(line * 32, sizeHint().height());
    showSpan();
    showSize();
}

void RenderDialog::makeSpan(QFormLayout& form)
{
    m_spans->addItem(tr("All of %1").arg(m_offer.video), WholeSpan);
    if (m_offer.selection)
        m_spans->addItem(tr("The selection"), SelectedSpan);
    if (m_offer.loop)
        m_spans->addItem(tr("What is repeated"), LoopedSpan);
    m_spans->addItem(tr("From … to …"), TypedSpan);
    if (m_offer.selection)
        m_spans->setCurrentIndex(m_spans->findData(SelectedSpan));
    form.addRow(tr("&Span"), m_spans);
    form.addRow(QString(), rowOf({m_start, new QLabel(QStringLiteral("–"), this), m_end}));
    connect(m_spans, &QComboBox::currentIndexChanged, this, &RenderDialog::showSpan);
    for (widgets::NumberBox* box : {m_start, m_end})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            const QSignalBlocker silence(m_spans);
            m_spans->setCurrentIndex(m_spans->findData(TypedSpan));
            showWhatFollows();
        });
}

void RenderDialog::makeSize(QFormLayout& form)
{
    const auto offer = [this](const QString& text, QSize size) { m_sizes->addItem(text, size); };
    offer(tr("720p: 1280 × 720"), {1280, 720});
    offer(tr("1080p: 1920 × 1080"), {1920, 1080});
    offer(tr("4K: 3840 × 2160"), {3840, 2160});
    offer(tr("Own size"), {});
    addRow(form, tr("Si&ze"), m_sizes,
           rowOf({m_sizes, m_width, new QLabel(QStringLiteral("×"), this), m_height}));
    connect(m_sizes, &QComboBox::currentIndexChanged, this, &RenderDialog::showSize);
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &RenderDialog::showWhatFollows);
    if (m_offer.recordedRate > 0)
        m_rates->addItem(tr("As the recording: %1").arg(widgets::shownNumber(m_offer.recordedRate, 4)), 0.0);
    for (const double rate : {25.0, 30.0})
        m_rates->addItem(widgets::shownNumber(rate, 3), rate);
    form.addRow(tr("&Frames a second"), m_rates);
    connect(m_rates, &QComboBox::currentIndexChanged, this, &RenderDialog::showWhatFollows);
}

void RenderDialog::makeTracks(QFormLayout& form)
{
    using Picture = RenderWish::Picture;
    if (m_offer.recordedRate > 0) {
        m_pictures->addItem(tr("Above the tracks"), static_cast<int>(Picture::Above));
        m_pictures->addItem(tr("Beside the tracks"), static_cast<int>(Picture::Beside));
    }
    m_pictures->addItem(tr("None"), static_cast<int>(Picture::None));
    form.addRow(tr("&Picture"), m_pictures);
    connect(m_pictures, &QComboBox::currentIndexChanged, this, &RenderDialog::showWhatFollows);
    for (const RenderOffer::OfferedTrack& track : m_offer.tracks) {
        auto* item = new QListWidgetItem(track.title, m_tracks);
        item->setData(Qt::UserRole, track.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(track.isShown ? Qt::Checked : Qt::Unchecked);
    }
    m_tracks->setMinimumHeight(fontMetrics().height() * 7);
    form.addRow(tr("&Tracks"), m_tracks);
    connect(m_tracks, &QListWidget::itemChanged, this, &RenderDialog::showWhatFollows);
    m_page->setDecimals(1);
    m_page->setSpecialValueText(tr("the whole span"));
    m_page->setValue(RenderWish().page);
    m_page->setToolTip(
        tr("The tracks stand still and the playhead moves over them; at their end the page turns. "
           "0: the whole span is one page."));
    addRow(form, tr("On one p&age"), m_page, rowOf({m_page}));
    connect(m_page, &QDoubleSpinBox::valueChanged, this, &RenderDialog::showWhatFollows);
}

void RenderDialog::makeSwitches(QFormLayout& form)
{
    m_answers->setEnabled(m_offer.hasAnswers);
    m_answers->setChecked(m_offer.hasAnswers);
    m_subtitles->setEnabled(m_offer.hasWords);
    m_subtitles->setChecked(m_offer.hasWords);
    m_sound->setEnabled(m_offer.hasSound);
    m_sound->setChecked(m_offer.hasSound);
    for (QCheckBox* box : {m_answers, m_subtitles, m_sound})
        form.addRow(QString(), box);
    m_themes->addItem(tr("Dark"), true);
    m_themes->addItem(tr("Light"), false);
    m_themes->setCurrentIndex(m_offer.isDark ? 0 : 1);
    addRow(form, tr("&Colours"), m_themes, rowOf({m_themes}));
}

void RenderDialog::showSpan()
{
    const auto choice = static_cast<SpanChoice>(m_spans->currentData().toInt());
    const QSignalBlocker quietStart(m_start);
    const QSignalBlocker quietEnd(m_end);
    engine::Interval span{m_start->value(), m_end->value()};
    if (choice == WholeSpan)
        span = {0.0, m_offer.duration};
    else if (choice == SelectedSpan)
        span = *m_offer.selection;
    else if (choice == LoopedSpan)
        span = *m_offer.loop;
    m_start->setValue(span.start);
    m_end->setValue(span.end);
    showWhatFollows();
}

void RenderDialog::showSize()
{
    const QSize size = m_sizes->currentData().toSize();
    const bool isOwn = !size.isValid();
    m_width->setEnabled(isOwn);
    m_height->setEnabled(isOwn);
    if (!isOwn) {
        m_width->setValue(size.width());
        m_height->setValue(size.height());
    }
    showWhatFollows();
}

/// What the choices lead to, and whether they lead to anything.
void RenderDialog::showWhatFollows()
{
    if (!m_go)
        return;
    const RenderWish chosen = wish();
    const bool isPossible = chosen.span.length() >= kShortest
        && (!chosen.tracks.isEmpty() || chosen.picture != RenderWish::Picture::None);
    m_go->setEnabled(isPossible);
    const double rate = chosen.framesPerSecond > 0 ? chosen.framesPerSecond : m_offer.recordedRate;
    const int frames = std::max(1, static_cast<int>(std::lround(chosen.span.length() * rate)));
    const int pages = chosen.tracks.isEmpty() ? 1 : static_cast<int>(pagesOf(chosen).size());
    if (!isPossible)
        m_summary->setText(chosen.span.length() < kShortest ? tr("The span has no length.")
                                                            : tr("Neither picture nor tracks are chosen."));
    else
        m_summary->setText(tr("%1 s, %2, %3")
                               .arg(widgets::shownNumber(chosen.span.length(), 2, 'f'),
                                    tr("%n frame(s)", nullptr, frames),
                                    tr("%n page(s) of tracks", nullptr, pages)));
}

RenderWish RenderDialog::wish() const
{
    RenderWish wish;
    const auto choice = static_cast<SpanChoice>(m_spans->currentData().toInt());
    wish.span = choice == WholeSpan ? engine::Interval{0.0, m_offer.duration} // as exact as they are
        : choice == SelectedSpan    ? *m_offer.selection
        : choice == LoopedSpan      ? *m_offer.loop
                                    : engine::Interval{m_start->value(), m_end->value()};
    wish.size = possibleSize({m_width->value(), m_height->value()});
    wish.framesPerSecond = m_rates->currentData().toDouble();
    for (int row = 0; row < m_tracks->count(); ++row) {
        if (m_tracks->item(row)->checkState() == Qt::Checked)
            wish.tracks << m_tracks->item(row)->data(Qt::UserRole).toString();
    }
    wish.picture = static_cast<RenderWish::Picture>(m_pictures->currentData().toInt());
    wish.page = m_page->value();
    wish.hasAnswers = m_answers->isChecked();
    wish.hasSubtitles = m_subtitles->isChecked();
    wish.hasSound = m_sound->isChecked();
    wish.isDark = m_themes->currentData().toBool();
    return wish;
}

void RenderDialog::showEarlier(const RenderWish& earlier)
{
    const int size = m_sizes->findData(earlier.size);
    m_sizes->setCurrentIndex(size >= 0 ? size : m_sizes->count() - 1);
    m_width->setValue(earlier.size.width());
    m_height->setValue(earlier.size.height());
    m_rates->setCurrentIndex(std::max(0, m_rates->findData(earlier.framesPerSecond)));
    m_pictures->setCurrentIndex(std::max(0, m_pictures->findData(static_cast<int>(earlier.picture))));
    m_page->setValue(earlier.page);
    m_answers->setChecked(m_answers->isEnabled() && earlier.hasAnswers);
    m_subtitles->setChecked(m_subtitles->isEnabled() && earlier.hasSubtitles);
    m_sound->setChecked(m_sound->isEnabled() && earlier.hasSound);
    m_themes->setCurrentIndex(earlier.isDark ? 0 : 1);
}

}
