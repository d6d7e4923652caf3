#include "app/prediction/answer_caution.h"

#include "app/document/document.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace app {

namespace {

struct AnswerText {
    Q_DECLARE_TR_FUNCTIONS(app::AnswerText)
};

QString videosOf(engine::Who who, int count)
{
    switch (who) {
    case engine::Who::Real:
        return AnswerText::tr("%n video(s) of real people", nullptr, count);
    case engine::Who::Acted:
        return AnswerText::tr("%n acted video(s)", nullptr, count);
    case engine::Who::Drawn:
        return AnswerText::tr("%n drawn video(s)", nullptr, count);
    case engine::Who::Own:
        break;
    }
    return AnswerText::tr("%n own video(s)", nullptr, count);
}

QString peopleText(engine::Who who)
{
    switch (who) {
    case engine::Who::Real:
        return AnswerText::tr("real people");
    case engine::Who::Acted:
        return AnswerText::tr("people who act");
    case engine::Who::Drawn:
        return AnswerText::tr("drawn speakers");
    case engine::Who::Own:
        break;
    }
    return AnswerText::tr("own recordings");
}

/// `en`: in English
QString languageText(const std::string& code)
{
    const QLocale::Language language = QLocale(QString::fromStdString(code)).language();
    if (language == QLocale::English)
        return AnswerText::tr("in English");
    return AnswerText::tr("in %1").arg(language == QLocale::C ? QString::fromStdString(code)
                                                              : QLocale::languageToString(language));
}

}

bool showsDrawings(const Document& document)
{
    return document.hasVideo()
        && document.dataset().whoIn(document.video().id.toStdString()) == engine::Who::Drawn;
}

QString learntFromText(const engine::ModelCard& card)
{
    if (!card.learntFrom)
        return AnswerText::tr("not known");
    const auto training = card.folds.find("train");
    QStringList parts{training == card.folds.end()
                          ? peopleText(card.learntFrom->who)
                          : videosOf(card.learntFrom->who, static_cast<int>(training->second.size()))};
    for (const std::string& language : card.learntFrom->languages)
        parts << languageText(language);
    return parts.join(QStringLiteral(", "));
}

std::optional<AnswerCaution> cautionOf(const engine::ModelCard& card, std::optional<engine::Who> seen)
{
    if (!card.learntFrom)
        return std::nullopt;
    const bool isOfDrawings = card.learntFrom->who == engine::Who::Drawn;
    const bool areDrawings = seen == engine::Who::Drawn;
    if (isOfDrawings == areDrawings)
        return std::nullopt;
    if (areDrawings)
        return AnswerCaution{
            AnswerText::tr(
                "These are drawings: the model learnt from people, and says nothing about drawn speakers"),
            learntFromText(card)};
    return AnswerCaution{AnswerText::tr("Learnt from drawn speakers: says nothing about real people"),
                         learntFromText(card)};
}

}
