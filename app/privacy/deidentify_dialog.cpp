#include "app/privacy/deidentify_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int kThumbWidth = 120; // pixels
constexpr int kPreviewWidth = 260;

QLabel* pictureLabel(const char* name, const QString& accessibleName, QWidget* parent)
{
    auto* label = widgets::named(new QLabel(parent), name, accessibleName);
    label->setMinimumSize(kPreviewWidth, kPreviewWidth * 3 / 4);
    label->setAlignment(Qt::AlignCenter);
    label->setFrameShape(QFrame::StyledPanel);
    return label;
}

int countOf(const QJsonObject& said, const char* code)
{
    int count = 0;
    for (const QJsonValue& finding : said[u"findings"].toArray())
        count += finding[u"code"].toString() == QLatin1String(code) ? 1 : 0;
    return count;
}

}

DeidentifyDialog::DeidentifyDialog(const std::vector<FilmedPerson>& people, int videos, QWidget* parent)
    : QDialog(parent)
    , m_people(widgets::named(new QListWidget(this), "hidePeople",
                              tr("People who are filmed; tick those who stay as they are")))
    , m_face(widgets::narrowChoice(QStringLiteral("hideFace"), tr("Faces"), this))
    , m_points(widgets::named(new QCheckBox(tr("Draw 68 &points on the mask"), this), "hidePoints"))
    , m_voice(widgets::narrowChoice(QStringLiteral("hideVoice"), tr("Voices"), this))
    , m_words(widgets::named(new QPlainTextEdit(this), "hideWords", tr("Further words to hide, one a line")))
    , m_folder(widgets::named(new QLineEdit(this), "hideFolder", tr("The folder that is made")))
    , m_progress(widgets::named(new QProgressBar(this), "hideProgress"))
    , m_state(widgets::mutedLabel(QStringLiteral("hideState"), this))
    , m_found(new QLabel(this))
    , m_pictures(widgets::named(new QListWidget(this), "lookPictures", tr("Look at these")))
    , m_before(pictureLabel("lookBefore", tr("The picture of the recording"), this))
    , m_after(pictureLabel("lookAfter", tr("The picture of the copy"), this))
    , m_looker(widgets::named(new QLineEdit(this), "lookerName", tr("Who looked")))
{
    setObjectName(QStringLiteral("deidentifyDialog"));
    setWindowTitle(tr("De-identify %n recording(s)", nullptr, videos));
    widgets::setGuidePage(*this, "publish");
    m_found->setObjectName(QStringLiteral("hideFound"));
    m_found->setWordWrap(true);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    const int line = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    m_choices = choices(people);
    m_outcome = outcome();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(line);
    columns->addWidget(m_choices, 2);
    columns->addWidget(m_outcome, 3);
    column->addLayout(columns, 1);
    auto* warning = new QLabel(tr("This is not anonymity: who knows a person may still know them by posture, "
                                  "clothes, words and pitch. "
                                  "Of 12 actors, a listener who had their original voices found the right "
                                  "one in 28 of 100 changed recordings (by chance "
                                  "8), a listener with other changed recordings of them in 78."),
                               this);
    warning->setObjectName(QStringLiteral("hideWarning"));
    warning->setWordWrap(true);
    column->addWidget(warning);
    column->addWidget(m_progress);
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_state, 1);
    m_go = widgets::primaryButton("hideGo", tr("&Make the copy"), this);
    auto* close = widgets::quietButton("hideClose", tr("Close"), this);
    footer->addWidget(m_go);
    footer->addWidget(close);
    column->addLayout(footer);
    connect(m_go, &QPushButton::clicked, this,
            [this] { m_isRunning ? emit stopWished() : emit hideWished(); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_folder, &QLineEdit::textChanged, this,
            [this] { m_go->setEnabled(m_isRunning || !m_folder->text().trimmed().isEmpty()); });
    connect(m_face, &QComboBox::currentIndexChanged, this,
            [this] { m_points->setEnabled(m_face->currentData() == QLatin1String("mask")); });
    m_go->setEnabled(false);
    m_outcome->hide();
    resize(line * 34, line * 38);
}

QWidget* DeidentifyDialog::choices(const std::vector<FilmedPerson>& people)
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("Who stays as they are"), page));
    auto* explained = widgets::mutedLabel(QStringLiteral("hideExplained"), page);
    explained->setWordWrap(true);
    explained->setText(people.empty() ? tr("The project names nobody, so everybody who is filmed is hidden.")
                                      : tr("Everybody is hidden, also those whom nobody named. Tick people "
                                           "who agreed to be seen and heard."));
    column->addWidget(explained);
    for (const FilmedPerson& person : people) {
        auto* item
            = new QListWidgetItem(tr("%1 · %n video(s)", nullptr, person.videos).arg(person.name), m_people);
        item->setData(Qt::UserRole, person.name);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_people->setVisible(!people.empty());
    column->addWidget(m_people, 2);
    m_face->addItem(tr("mask of one colour"), QStringLiteral("mask"));
    m_face->addItem(tr("blurred (can be undone in part)"), QStringLiteral("blur"));
    m_face->addItem(tr("in large pixels (can be undone in part)"), QStringLiteral("pixelate"));
    m_points->setToolTip(tr("Expression stays to be seen, and a part of who it is."));
    m_voice->addItem(tr("changed, afresh for each recording"), QStringLiteral("change"));
    m_voice->addItem(tr("changed by the same for all: keeps emotion better, hides less"),
                     QStringLiteral("change-common"));
    m_voice->addItem(tr("silent"), QStringLiteral("mute"));
    m_voice->addItem(tr("as they are"), QStringLiteral("keep"));
    m_words->setTabChangesFocus(true);
    m_words->setPlaceholderText(tr("One word or name a line; a beep is heard where they are said"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QComboBox* choice : {m_face, m_voice})
        choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    form->addRow(tr("&Faces"), m_face);
    form->addRow(QString(), m_points);
    form->addRow(tr("&Voices"), m_voice);
    form->addRow(tr("&Words"), m_words);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    auto* choose = widgets::quietButton("hideChooseFolder", tr("Choose…"), page);
    connect(choose, &QPushButton::clicked, this, &DeidentifyDialog::folderWished);
    folder->addWidget(choose);
    auto* label = new QLabel(tr("F&older"), page);
    label->setBuddy(m_folder);
    form->addRow(label, folder);
    column->addLayout(form, 1);
    return page;
}

QWidget* DeidentifyDialog::outcome()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("Looked through once more"), page));
    column->addWidget(m_found);
    column->addWidget(widgets::sectionHead(tr("Look at these"), page));
    m_pictures->setViewMode(QListView::IconMode);
    m_pictures->setResizeMode(QListView::Adjust);
    m_pictures->setMovement(QListView::Static);
    m_pictures->setIconSize({kThumbWidth, kThumbWidth * 3 / 4});
    column->addWidget(m_pictures, 2);
    auto* pair = new QHBoxLayout;
    pair->addWidget(m_before, 1);
    pair->addWidget(m_after, 1);
    column->addLayout(pair, 1);
    m_play = widgets::quietButton("lookPlay", tr("Pla&y both"), page);
    m_play->setToolTip(
        tr("Plays the second before and after the picture, as recorded and in the copy, without sound"));
    m_play->setEnabled(false);
    auto* noted = new QHBoxLayout;
    noted->addWidget(m_play);
    noted->addStretch(1);
    noted->addWidget(new QLabel(tr("Your name"), page));
    noted->addWidget(m_looker, 1);
    m_looked = widgets::quietButton("lookNoted", tr("I &looked at all of them"), page);
    m_looked->setEnabled(false);
    noted->addWidget(m_looked);
    column->addLayout(noted);
    connect(m_pictures, &QListWidget::currentRowChanged, this, &DeidentifyDialog::showPicture);
    connect(m_play, &QPushButton::clicked, this, &DeidentifyDialog::playOrStop);
    connect(m_looker, &QLineEdit::textChanged, this,
            [this] { m_looked->setEnabled(!m_looker->text().trimmed().isEmpty()); });
    connect(m_looked, &QPushButton::clicked, this, [this] { emit lookNoted(m_looker->text().trimmed()); });
    return page;
}

HideWish DeidentifyDialog::wish() const
{
    HideWish wish;
    for (int row = 0; row < m_people->count(); ++row) {
        if (m_people->item(row)->checkState() == Qt::Checked)
            wish.consenting << m_people->item(row)->data(Qt::UserRole).toString();
    }
    wish.face = m_face->currentData().toString();
    wish.points = m_points->isChecked() && m_points->isEnabled();
    wish.voice = m_voice->currentData().toString();
    for (const QString& word : m_words->toPlainText().split(QLatin1Char('\n'))) {
        if (!word.trimmed().isEmpty())
            wish.words << word.trimmed();
    }
    wish.folder = m_folder->text().trimmed();
    return wish;
}

void DeidentifyDialog::setFolder(const QString& folder)
{
    m_folder->setText(folder);
}

void DeidentifyDialog::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_choices->setEnabled(!isRunning);
    m_progress->setVisible(isRunning);
    m_go->setText(isRunning ? tr("Stop") : tr("&Make the copy"));
}

void DeidentifyDialog::showRunning(double fraction)
{
    setRunning(true);
    m_outcome->hide();
    m_progress->setValue(static_cast<int>(fraction * 1000));
    m_state->setText(fraction < 0.7 ? tr("Hiding faces and voices…")
                                    : tr("Looking through the finished files…"));
}

void DeidentifyDialog::showFailure(const QString& sentence)
{
    setRunning(false);
    m_state->setText(sentence);
}

void DeidentifyDialog::showResult(const PrivacyAnswer& answer, std::vector<LookPicture> pictures)
{
    setRunning(false);
    int frames = 0;
    for (const QJsonValue& file : answer.said[u"verification"][u"files"].toArray())
        frames += file[u"frames"].toInt();
    QStringList lines{
        tr("%n picture(s) were looked at by other finders than the one that hid.", nullptr, frames),
        tr("Faces left: %1. Names left in texts: %2. Tags left in files: %3.")
            .arg(countOf(answer.said, "face_left"))
            .arg(countOf(answer.said, "word_left"))
            .arg(countOf(answer.said, "metadata_left"))};
    const QJsonObject speaker = answer.said[u"verification"][u"voices"][u"speaker_found"].toObject();
    if (!speaker.isEmpty())
        lines << tr("The nearest original voice is the right speaker's in %1 of 100 recordings, by chance in "
                    "%2.")
                     .arg(qRound(100 * speaker[u"share"].toDouble()))
                     .arg(qRound(100 * speaker[u"chance"].toDouble()));
    if (const int few = countOf(answer.said, "voice_left"); few > 0)
        lines << tr("%n voice(s) changed too little.", nullptr, few);
    for (const QJsonValue& note : answer.said[u"notes"].toArray())
        lines << note.toString();
    m_found->setText(lines.join(QLatin1Char('\n')));
    m_state->setText(
        answer.isClean
            ? tr("Nothing was found. The copy is %1; the key beside it tells who is who.")
                  .arg(answer.said[u"folder"].toString())
            : tr("Something is left, so the copy is called %1.").arg(answer.said[u"folder"].toString()));
    m_looks = std::move(pictures);
    m_pictures->clear();
    for (const LookPicture& look : m_looks) {
        auto* item = new QListWidgetItem(QIcon(look.file),
                                         look.why.isEmpty() ? look.video : QStringLiteral("! ") + look.video,
                                         m_pictures);
        item->setToolTip(look.why);
        item->setData(Qt::AccessibleTextRole,
                      tr("%1 at %2 s %3").arg(look.video).arg(look.seconds, 0, 'f', 2).arg(look.why));
    }
    m_outcome->show();
    const int line = fontMetrics().height();
    resize(std::max(width(), line * 62), std::max(height(), line * 42));
    if (!m_looks.empty())
        m_pictures->setCurrentRow(0);
}

const LookPicture* DeidentifyDialog::pictureInHand() const
{
    const int row = m_pictures->currentRow();
    return row < 0 || row >= static_cast<int>(m_looks.size()) ? nullptr
                                                              : &m_looks[static_cast<std::size_t>(row)];
}

void DeidentifyDialog::playOrStop()
{
    if (m_plays) {
        emit silenceWished();
        return;
    }
    if (const LookPicture* look = pictureInHand()) {
        m_plays = true;
        m_play->setText(tr("&Stop"));
        emit playWished(*look);
    }
}

void DeidentifyDialog::showPair(const QImage& before, const QImage& after)
{
    showOriginal(before);
    m_after->setPixmap(
        QPixmap::fromImage(after).scaled(m_after->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

/// The picture in hand stands again where it played.
void DeidentifyDialog::showStill()
{
    if (!std::exchange(m_plays, false))
        return;
    m_play->setText(tr("Pla&y both"));
    showPicture();
}

void DeidentifyDialog::showPicture()
{
    if (m_plays)
        emit silenceWished();
    m_before->clear();
    m_after->clear();
    const LookPicture* inHand = pictureInHand();
    m_play->setEnabled(inHand && !inHand->original.isEmpty());
    if (!inHand)
        return;
    const LookPicture& look = *inHand;
    m_after->setPixmap(
        QPixmap(look.file).scaled(m_after->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    emit pictureChosen(look);
}

void DeidentifyDialog::showOriginal(const QImage& picture)
{
    m_before->setPixmap(
        QPixmap::fromImage(picture).scaled(m_before->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void DeidentifyDialog::showNoted(const QString& name)
{
    m_state->setText(tr("Noted: %1 looked at the pictures.").arg(name));
}

}
