#include "widgets/align/step_text.h"

#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace widgets {

namespace {

class Texts {
    Q_DECLARE_TR_FUNCTIONS(widgets::AlignPanel)
};

QString plain(const std::string& text)
{
    return QString::fromStdString(text);
}

QString keysOf(const engine::Load& load)
{
    QStringList keys;
    for (const engine::Load::Item& item : load.items)
        keys << (item.name.empty() ? plain(item.file.stem().string()) : plain(item.name));
    return load.folder.empty() ? keys.join(QStringLiteral(", ")) : plain(load.folder.filename().string());
}

struct Title {
    QString operator()(const engine::AlignStep& step) const
    {
        return Texts::tr("Align to %1").arg(referenceText(step.reference));
    }
    QString operator()(const engine::ImputeStep&) const { return Texts::tr("Impute missing"); }
    QString operator()(const engine::UnifyStep& step) const
    {
        return step.wholeConversations ? Texts::tr("Keep whole conversations")
                                       : Texts::tr("Keep shared videos");
    }
    QString operator()(const engine::HardUnifyStep&) const { return Texts::tr("Keep shared segments"); }
    QString operator()(const engine::RevertStep&) const { return Texts::tr("Join segments again"); }
    QString operator()(const engine::SortStep&) const { return Texts::tr("Sort rows by time"); }
    QString operator()(const engine::AddStep& step) const
    {
        return Texts::tr("Add %1").arg(keysOf(step.load));
    }
    QString operator()(const engine::MergeStep& step) const
    {
        return Texts::tr("Merge into %1").arg(plain(step.into));
    }
    QString operator()(const engine::RenameStep& step) const
    {
        return Texts::tr("Rename %1 to %2").arg(plain(step.from), plain(step.to));
    }
    QString operator()(const engine::RemoveStep& step) const
    {
        return Texts::tr("Remove %1").arg(plain(step.name));
    }
    QString operator()(const engine::RemoveIdStep& step) const
    {
        return Texts::tr("Remove id %1").arg(plain(step.id));
    }
    QString operator()(const engine::FunctionalsStep& step) const
    {
        const auto* key = std::get_if<std::string>(&step.per);
        return Texts::tr("Sum up the voice: %1")
            .arg(key ? plain(*key) : referenceText(std::get<engine::SlidingWindow>(step.per)));
    }
    QString operator()(const engine::ConversationTimeStep&) const
    {
        return Texts::tr("Bring to conversation time");
    }
    QString operator()(const engine::PartnerStep& step) const
    {
        QStringList sequences;
        for (const std::string& of : step.of)
            sequences << plain(of);
        return Texts::tr("Add what others do: %1").arg(sequences.join(QStringLiteral(", ")));
    }
};

}

QString stepTitle(const engine::RecipeStep& step)
{
    return std::visit(Title(), step);
}

QString referenceText(const engine::AlignReference& reference)
{
    if (const auto* key = std::get_if<std::string>(&reference))
        return plain(*key);
    if (const auto* rate = std::get_if<engine::FixedRate>(&reference))
        return Texts::tr("%1 rows per second").arg(shownNumber(rate->hertz, 6));
    if (const auto* window = std::get_if<engine::SlidingWindow>(&reference))
        return Texts::tr("windows of %1 s each %2 s")
            .arg(shownNumber(window->window, 6), shownNumber(window->hop, 6));
    const QString file = plain(std::get<engine::VideoFrames>(reference).file);
    return file.contains(QLatin1String("{id}")) ? Texts::tr("the video's frames")
                                                : Texts::tr("frames of %1").arg(QFileInfo(file).fileName());
}

QString functionsText(const std::vector<engine::CollapseFunction>& functions)
{
    if (functions.empty())
        return Texts::tr("all rows");
    QStringList names;
    for (const engine::CollapseFunction& function : functions)
        names << (function.name == "mean_or_passthrough" ? Texts::tr("as it is")
                                                         : plain(function.toString()));
    return names.join(QStringLiteral(", "));
}

QString fillText(engine::Fill fill)
{
    return plain(engine::name(fill));
}

std::vector<std::string> keysAfter(const engine::Recipe& recipe, std::size_t steps)
{
    std::vector<std::string> keys;
    const auto add = [&](const engine::Load& load) {
        for (const engine::Load::Item& item : load.items) {
            if (!item.name.empty())
                keys.push_back(item.name);
        }
    };
    add(recipe.load);
    for (std::size_t i = 0; i < std::min(steps, recipe.steps.size()); ++i) {
        if (const auto* added = std::get_if<engine::AddStep>(&recipe.steps[i]))
            add(added->load);
        else if (const auto* renamed = std::get_if<engine::RenameStep>(&recipe.steps[i]))
            std::ranges::replace(keys, renamed->from, renamed->to);
        else if (const auto* functionals = std::get_if<engine::FunctionalsStep>(&recipe.steps[i]))
            keys.push_back(functionals->into);
        else if (const auto* partner = std::get_if<engine::PartnerStep>(&recipe.steps[i])) {
            for (const std::string& of : partner->of)
                keys.push_back(partner->into + of);
        } else if (const auto* removed = std::get_if<engine::RemoveStep>(&recipe.steps[i]))
            std::erase(keys, removed->name);
    }
    return keys;
}

}
