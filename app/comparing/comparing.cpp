#include "app/comparing/comparing.h"

#include "app/actions/actions.h"
#include "app/agreement/comparison_text.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/project/project.h"
#include "app/review/review.h"
#include "app/review/review_tab.h"
#include "app/video/video_opener.h"
#include "engine/annotation/layers.h"
#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/project_items/compared_texts.h"
#include "widgets/base/scale_number.h"
#include "widgets/review/compare_panel.h"

#include <QDateTime>

#include <fstream>

namespace app {

namespace {

constexpr std::size_t kMostClips = 100; ///< a pass of all pairs that tell something would never end
constexpr std::size_t kLeastOfTwo = 2;
constexpr std::size_t kLeastOfFour = 4;

}

Comparing::Comparing(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(actions.at("leave-pass"), &QAction::triggered, this, &Comparing::leave);
    connect(&parts.tab, &ReviewTab::comparisonWished, this, &Comparing::begin);
    connect(&parts.tab, &ReviewTab::comparisonResumed, this, &Comparing::resume);
    connect(&parts.document, &Document::projectChanged, this, [this] {
        if (m_pass && !comparisonPass(m_parts.document.annotation(), m_pass->name()))
            leave(); // another project is open
    });
    connect(&parts.review, &Review::passChanged, this, [this] {
        if (m_pass && m_parts.review.isActive())
            leave();
    });
}

void Comparing::begin(const widgets::PassForm::Choice& choice)
{
    if (!m_parts.review.mayBegin())
        return;
    engine::ComparisonPass pass;
    pass.kind = choice.comparison == widgets::PassForm::Comparison::OfTwo ? engine::ComparisonKind::Preference
        : choice.comparison == widgets::PassForm::Comparison::Texts       ? engine::ComparisonKind::Texts
                                                                          : engine::ComparisonKind::BestWorst;
    if (pass.kind == engine::ComparisonKind::Texts) {
        for (const QString& tier : choice.texts)
            pass.sources.push_back(tier.toStdString());
        if (pass.sources.size() < kLeastOfTwo) {
            m_parts.document.notices().say(tr("Choose two tiers, or more, whose texts are to be compared."));
            return;
        }
    }
    pass.annotator = choice.annotator.toStdString();
    pass.of = choice.tier.toStdString();
    pass.number = choice.pass;
    pass.seed = choice.settings.seed;
    if (comparisonPass(m_parts.document.annotation(), pass.name())) {
        resume(QString::fromStdString(pass.name()));
        return;
    }
    const std::size_t most
        = choice.settings.most > 0 ? std::min(choice.settings.most, kMostClips) : kMostClips;
    m_parts.sources.gatherUnits(engine::annotatorLayer(pass.of, pass.annotator, pass.number),
                                [this, pass, most](const std::vector<engine::ReviewUnit>& units) {
                                    std::vector<engine::ComparisonPass::Clip> clips;
                                    std::map<std::string, int> numbers;
                                    for (const engine::ReviewUnit& unit : units)
                                        clips.push_back({unit.video, unit.span, ++numbers[unit.video]});
                                    start(pass, std::move(clips), most);
                                });
}

void Comparing::start(engine::ComparisonPass pass, std::vector<engine::ComparisonPass::Clip> clips,
                      std::size_t most)
{
    if (pass.kind == engine::ComparisonKind::Texts) {
        const engine::Annotation& annotation = m_parts.document.annotation();
        prepareTexts(pass, std::move(clips), most, [&](const engine::ComparisonPass::Clip& clip) {
            return textsAt(annotation, clip.video, clip.span, pass.sources);
        });
    } else {
        prepareComparison(pass, std::move(clips), most);
    }
    const std::size_t least = pass.kind == engine::ComparisonKind::Texts ? 1
        : pass.kind == engine::ComparisonKind::Preference                ? kLeastOfTwo
                                                                         : kLeastOfFour;
    if (pass.clips.size() < least) {
        m_parts.document.notices().say(
            pass.kind == engine::ComparisonKind::Texts
                ? tr("There is no segment of which two of these tiers say different things.")
                : tr("There are %n segment(s) to compare; this needs %1.", nullptr,
                     static_cast<int>(pass.clips.size()))
                      .arg(least));
        return;
    }
    m_parts.document.note(itemOf(pass));
    open(std::move(pass));
}

void Comparing::resume(const QString& name)
{
    if (auto pass = comparisonPass(m_parts.document.annotation(), name.toStdString()))
        open(*std::move(pass));
}

void Comparing::open(engine::ComparisonPass pass)
{
    if (m_parts.review.isActive())
        m_parts.review.leave();
    m_pass = std::move(pass);
    if (!m_panel) {
        m_panel = new widgets::ComparePanel(m_window);
        connect(m_panel, &widgets::ComparePanel::clipChosen, this, &Comparing::choose);
        connect(m_panel, &widgets::ComparePanel::playWished, this, &Comparing::play);
        connect(m_panel, &widgets::ComparePanel::backWished, this, &Comparing::takeBack);
        connect(m_panel, &widgets::ComparePanel::scoresWished, this, &Comparing::showScores);
        connect(m_panel, &widgets::ComparePanel::leaveWished, this, &Comparing::leave);
    }
    m_parts.document.sight().setCompared(m_pass->kind == engine::ComparisonKind::Texts
                                             ? DocumentSight::Compared::Texts
                                             : DocumentSight::Compared::Clips);
    m_parts.tab.showGuest(m_panel);
    ask();
    m_panel->setFocus();
}

void Comparing::leave()
{
    if (!m_pass)
        return;
    m_pass.reset();
    m_question = {};
    m_best.reset();
    if (m_scores)
        m_scores->close();
    m_parts.document.sight().setCompared(DocumentSight::Compared::Nothing);
    m_parts.tab.showGuest(nullptr);
}

/// The next question, whose first clip plays.
void Comparing::ask()
{
    m_best.reset();
    m_question = nextComparison(*m_pass);
    show();
    if (!m_question.shown.empty())
        play(0);
}

void Comparing::show()
{
    const bool isOfTwo = m_pass->kind != engine::ComparisonKind::BestWorst;
    widgets::ComparePanel::Content content;
    content.title = comparisonTitle(*m_pass);
    content.progress = comparisonProgress(*m_pass);
    content.takesTies = isOfTwo;
    content.canGoBack = m_best || !m_pass->answers.empty();
    content.areTexts = m_pass->kind == engine::ComparisonKind::Texts;
    content.question = m_question.shown.empty()
        ? (content.areTexts ? tr("All pairs of texts are answered.") : tr("All sets are answered."))
        : content.areTexts ? tr("Which of the two texts fits better?")
        : isOfTwo          ? tr("Which of the two has more %1?").arg(comparedLabel())
        : m_best           ? tr("And which has least %1?").arg(comparedLabel())
                           : tr("Which of the four has most %1?").arg(comparedLabel());
    for (const std::size_t item : m_question.shown)
        content.clips << titleOf(item);
    if (m_best)
        content.best = static_cast<int>(*m_best);
    m_panel->setContent(content);
}

/// What there is more or less of: the first label of the tier whose segments are compared.
QString Comparing::comparedLabel() const
{
    for (const auto& [id, tier] : m_parts.document.annotation().tiers()) {
        if (tier.name == m_pass->of && !tier.labels.empty())
            return QString::fromStdString(tier.labels.front().name);
    }
    const QStringList& ofFile = m_parts.document.labels().names;
    return m_pass->of == kLabelsTier && !ofFile.isEmpty() ? ofFile.front()
                                                          : QString::fromStdString(m_pass->of);
}

/// What an item is called in the question; whose text it is stays hidden.
QString Comparing::titleOf(std::size_t item) const
{
    if (m_question.clip)
        return QString::fromStdString(m_pass->clips[*m_question.clip].texts[item]);
    const engine::ComparisonPass::Clip& clip = m_pass->clips[item];
    return tr("%1 · segment %2 (%3 s)")
        .arg(QString::fromStdString(clip.video))
        .arg(clip.number)
        .arg(widgets::shownNumber(clip.span.length(), 1, 'f'));
}

/// The clip that stands, or whose text stands, at a place of the question.
const engine::ComparisonPass::Clip& Comparing::clipAt(std::size_t place) const
{
    return m_pass->clips[m_question.clip.value_or(m_question.shown[place])];
}

void Comparing::choose(int place)
{
    if (!m_pass || m_question.shown.empty() || place >= static_cast<int>(m_question.shown.size()))
        return;
    const auto chosen = static_cast<std::size_t>(std::max(0, place));
    if (m_pass->kind != engine::ComparisonKind::BestWorst) {
        keep({m_question.shown, place < 0 ? std::nullopt : std::optional(chosen), {}, 0, m_question.clip});
    } else if (!m_best) {
        m_best = chosen;
        show();
        m_panel->setFocus();
    } else if (chosen != *m_best) {
        keep({m_question.shown, m_best, chosen, 0});
    }
}

void Comparing::keep(engine::ComparisonPass::Answer answer)
{
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        m_parts.document.notices().say(m_parts.document.whyReadOnly());
        return;
    }
    answer.when = QDateTime::currentMSecsSinceEpoch();
    m_pass->answers.push_back(std::move(answer));
    m_parts.document.note(itemOf(*m_pass));
    ask();
    m_panel->setFocus();
}

/// The best that was chosen, else the last answer; its question comes again.
void Comparing::takeBack()
{
    if (!m_pass)
        return;
    if (m_best) {
        m_best.reset();
    } else if (!m_pass->answers.empty()) {
        m_question = {m_pass->answers.back().shown, m_pass->answers.back().clip};
        m_pass->answers.pop_back();
        m_parts.document.note(itemOf(*m_pass));
    }
    show();
    m_panel->setFocus();
}

void Comparing::play(int place)
{
    if (!m_pass || place < 0 || place >= static_cast<int>(m_question.shown.size()))
        return;
    const engine::ComparisonPass::Clip& clip = clipAt(static_cast<std::size_t>(place));
    m_panel->setPlaying(place);
    m_parts.videos.playAt(QString::fromStdString(clip.video), clip.span);
}

void Comparing::showScores()
{
    if (!m_pass)
        return;
    if (m_scores)
        m_scores->close();
    m_scores = new ComparisonScores(*m_pass, comparisonFigures(*m_pass), m_window);
    m_scores->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_scores, &ComparisonScores::clipWished, this, [this](std::size_t clip) {
        if (m_pass && m_pass->kind != engine::ComparisonKind::Texts && clip < m_pass->clips.size())
            m_parts.videos.playAt(QString::fromStdString(m_pass->clips[clip].video),
                                  m_pass->clips[clip].span);
    });
    connect(m_scores, &ComparisonScores::exportWished, this, &Comparing::askForTable);
    m_scores->show();
}

void Comparing::askForTable()
{
    const QString path
        = askForNewFile(m_window,
                        {"report", tr("Answers of the comparison"), tr("Tables (*.csv)"),
                         folderFor(m_parts.project.path())},
                        QString::fromStdString(name(m_pass->kind)), QStringLiteral("csv"));
    if (!path.isEmpty())
        writeTable(path);
}

void Comparing::writeTable(const QString& path)
{
    try {
        engine::PendingFile file(path.toStdString());
        std::ofstream out(file.temporary(), std::ios::binary);
        out << comparisonTable(*m_pass);
        out.close();
        if (!out)
            throw engine::IoError("io", path.toStdString(), "could not be written");
        file.commit();
    } catch (const engine::Error& error) {
        m_parts.document.notices().say(QString::fromUtf8(error.what()));
        return;
    }
    m_parts.document.notices().say({tr("The answers were written to %1.").arg(path), path});
}

}
