#include "engine/recipes/recipe_plan.h"

#include "engine/conversations/listed_conversations.h"
#include "engine/conversations/time_axis.h"
#include "engine/core/error.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>
#include <ranges>
#include <set>

namespace engine {

namespace {

/// The files of a load, with the keys that are known without opening them.
std::vector<Load::Item> itemsOf(const Load& load)
{
    if (load.folder.empty())
        return load.items;
    std::vector<Load::Item> items;
    if (load.folder.extension() == ".json" && std::filesystem::is_regular_file(load.folder)) {
        for (const DatasetList::Sequence& sequence : readDatasetList(load.folder).sequences)
            items.push_back({sequence.name, sequence.file});
        return items;
    }
    for (const DatasetList::Sequence& sequence : datasetOfFolder(load.folder).sequences)
        items.push_back({"", sequence.file}); // as the SDK does, by the root name
    return items;
}

/// The dataset list that a load has its files from; none: it names files, or a folder without a list.
std::optional<std::filesystem::path> listOf(const Load& load)
{
    if (load.folder.empty())
        return std::nullopt;
    const std::filesystem::path list = datasetListOf(load.folder);
    return std::filesystem::is_regular_file(list) && list.extension() == ".json" ? std::optional(list)
                                                                                 : std::nullopt;
}

std::vector<Conversation> conversationsIn(const std::filesystem::path& list)
{
    return listedConversations(readDatasetList(list)).all();
}

/// What a row becomes by these functions; itself when they fail, which the data will tell.
RowPattern collapsed(const RowPattern& pattern, const std::vector<CollapseFunction>& functions)
{
    try {
        const FeatureArray result
            = collapse({{ElementType::Float64, {{0.0, 1.0}}}, blankRows(pattern, 1)}, functions).features;
        return {result.type, {result.shape.begin() + 1, result.shape.end()}};
    } catch (const ShapeError&) {
        return pattern;
    }
}

/// How a result wants its videos: in byte order, or as the first sequence has them, like the SDK's tensors.
enum class VideoOrder { Bytes, FirstSequence };

/// Goes through the steps as far as they can be known without data.
class Planner {
public:
    Planner(RecipePlan& plan, LoadSequence load) : m_plan(plan), m_load(std::move(load)) { }

    void load(const Load& load)
    {
        m_plan.loads.emplace_back();
        m_plan.patterns.emplace_back();
        noteTimes();
        addAll(load);
        if (m_sequences.empty())
            throw FormatError("empty_dataset", load.folder.empty() ? "recipe" : load.folder.string(),
                              "there is no computational sequence (.csd) to load");
    }

    void load(const Dataset& dataset)
    {
        m_plan.loads.emplace_back();
        m_plan.patterns.emplace_back();
        noteTimes();
        for (const auto& [key, sequence] : dataset)
            add(key, source(sequence));
    }

    void step(const RecipeStep& step)
    {
        m_plan.loads.emplace_back();
        m_plan.patterns.emplace_back();
        noteTimes();
        std::visit([&](const auto& s) { apply(s); }, step);
    }

    void finish(VideoOrder order)
    {
        std::set<std::string> videos;
        for (const auto& source : m_plan.sources) {
            for (const auto& [video, entries] : source->entriesOf)
                videos.insert(video);
        }
        m_plan.videos.assign(videos.begin(), videos.end());
        checkFrames(videos);
        if (order == VideoOrder::FirstSequence && !m_sequences.empty() && !m_sequences.front().byVideo)
            orderAs(*m_sequences.front().sources.front());
        if (order == VideoOrder::FirstSequence && m_plan.conversations.empty() && m_list)
            m_plan.conversations = KnownConversations(conversationsIn(*m_list)); // folds may name them
        for (const State& state : m_sequences)
            m_plan.results.push_back({state.key, state.metadata, state.rootName});
    }

private:
    /// A file whose name is that of no video would give nothing at all, silently.
    void checkFrames(const std::set<std::string>& videos)
    {
        for (std::size_t i = 0; i < m_plan.steps.size() && (!m_plan.failure || i + 1 < m_plan.failedStep);
             ++i) {
            const auto* align = std::get_if<AlignStep>(&m_plan.steps[i]);
            const auto* frames = align ? std::get_if<VideoFrames>(&align->reference) : nullptr;
            if (!frames || videos.size() < 2 || frames->file.find("{id}") != std::string::npos
                || videos.contains(std::filesystem::path(frames->file).stem().string()))
                continue;
            m_plan.failedStep = i + 1;
            m_plan.failure = std::make_exception_ptr(FormatError(
                "recipe_invalid", frames->file,
                fmt::format(
                    "has the name of none of the {} videos (such as {}); {{id}} stands for the video's id",
                    videos.size(), *videos.begin())));
        }
    }

    /// Segments may be in another order than their videos: `v2[0]` comes before `v[0]`, and `v` before `v2`.
    void orderAs(const SequenceSource& first)
    {
        const auto place = [&](const std::string& video) {
            const auto found = first.entriesOf.find(video);
            return found == first.entriesOf.end() ? first.sequence.ids().size() : found->second.front();
        };
        std::ranges::stable_sort(m_plan.videos, {}, place);
    }

    struct State {
        std::string key;
        Metadata metadata;
        std::string rootName;
        std::vector<const SequenceSource*> sources;
        std::optional<RowPattern> pattern; ///< of its rows since they were aligned; before, the source tells
        bool aligned = false;
        bool byVideo = false; ///< its entries come video by video, no longer in the order of its file
    };

    void noteTimes()
    {
        std::set<std::string>& shared = m_plan.inConversationTime.emplace_back();
        for (const State& state : m_sequences) {
            if (isInConversationTime(state.metadata))
                shared.insert(state.key);
        }
    }

    /// All steps mean the same conversations.
    void settleConversations(const NamedConversations& named, const char* step)
    {
        std::vector<Conversation> own;
        if (const auto* given = std::get_if<std::vector<Conversation>>(&named))
            own = *given;
        else if (const auto* file = std::get_if<std::filesystem::path>(&named))
            own = conversationsIn(*file);
        else if (m_plan.conversations.empty() && m_list)
            own = conversationsIn(*m_list);
        else
            own = m_plan.conversations.all();
        if (own.empty())
            throw FormatError("recipe_invalid", step,
                              "knows no conversations: a dataset list with the field conversations is "
                              "expected to be loaded, or to be named by the step");
        if (m_plan.conversations.empty())
            m_plan.conversations = KnownConversations(std::move(own));
        else if (m_plan.conversations.all() != own)
            throw FormatError("recipe_invalid", step,
                              "names other conversations than a step before; expected the same");
    }

    const SequenceSource* source(ComputationalSequence sequence)
    {
        m_plan.sources.push_back(std::make_shared<const SequenceSource>(std::move(sequence)));
        return m_plan.sources.back().get();
    }

    State* find(const std::string& key)
    {
        const auto found = std::ranges::find(m_sequences, key, &State::key);
        return found == m_sequences.end() ? nullptr : &*found;
    }

    State& known(const std::string& key)
    {
        if (State* state = find(key))
            return *state;
        throw FormatError("unknown_reference", key,
                          fmt::format("no sequence has this name (there are {})",
                                      fmt::join(m_sequences | std::views::transform(&State::key), ", ")));
    }

    template <typename Map>
    void checkKeys(const Map& byKey, const char* what)
    {
        for (const auto& [key, value] : byKey) {
            if (key != "*" && !find(key))
                throw FormatError(
                    "recipe_invalid", what,
                    fmt::format("no sequence is called {} (there are {})", key,
                                fmt::join(m_sequences | std::views::transform(&State::key), ", ")));
        }
    }

    void checkNew(const std::string& key, const std::string& place)
    {
        if (find(key))
            throw FormatError(
                "recipe_invalid", place,
                fmt::format("the dataset has a sequence called {} already; rename or remove it first", key));
    }

    void add(const std::string& key, const SequenceSource* source)
    {
        checkNew(key, source->sequence.name());
        m_sequences.push_back(
            {key, source->sequence.metadata(), source->sequence.rootName(), {source}, {}, false, false});
        m_plan.loads.back().push_back({key, source, false});
    }

    void addAll(const Load& load)
    {
        if (!m_list)
            m_list = listOf(load);
        for (const Load::Item& item : itemsOf(load)) {
            const SequenceSource* opened = source(shifted(m_load(item.file), item.offsets));
            add(item.name.empty() ? opened->sequence.rootName() : item.name, opened);
        }
    }

    /// Videos that all sequences have as far as files tell; nothing to tell by once data was worked on.
    bool isShared(const std::string& video) const
    {
        return std::ranges::all_of(m_sequences, [&](const State& state) {
            return state.aligned || std::ranges::any_of(state.sources, [&](const SequenceSource* source) {
                       return source->entriesOf.contains(video);
                   });
        });
    }

    std::optional<RowPattern> patternOf(const State& state, bool ofSharedVideo) const
    {
        if (state.aligned)
            return state.pattern;
        for (const SequenceSource* source : state.sources) {
            for (const std::string& id : source->sequence.ids()) {
                if (ofSharedVideo && !isShared(strippedId(id)))
                    continue;
                try {
                    const EntryShape shape = source->sequence.shape(id);
                    if (shape.features.size() > 1)
                        return RowPattern{shape.featureType,
                                          {shape.features.begin() + 1, shape.features.end()}};
                } catch (const Error&) { // found again, and said, when the entry is read
                }
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    void apply(const AlignStep& step)
    {
        if (const auto* key = std::get_if<std::string>(&step.reference))
            known(*key);
        checkKeys(step.collapse, "collapse");
        checkOneTime();
        std::vector<std::optional<RowPattern>> patterns;
        for (const State& state : m_sequences)
            patterns.push_back(patternOf(state, true));
        for (std::size_t i = 0; i < m_sequences.size(); ++i) {
            if (!patterns[i]) // no video is shared: what later steps fill in is like the others
                patterns[i] = patternOf(m_sequences[i], false);
        }
        for (std::size_t i = 0; i < m_sequences.size(); ++i) {
            State& state = m_sequences[i];
            if (patterns[i])
                state.pattern = collapsed(*patterns[i], step.functionsFor(state.key));
            state.aligned = state.byVideo = true;
        }
    }

    void apply(const ImputeStep& step)
    {
        known(step.reference);
        checkKeys(step.fill, "fill");
        for (const State& state : m_sequences)
            m_plan.patterns.back().push_back(patternOf(state, false));
    }

    void apply(const AddStep& step) { addAll(step.load); }

    void apply(const MergeStep& step)
    {
        State& into = known(step.into);
        for (const Load::Item& item : itemsOf(step.load)) {
            const SequenceSource* opened = source(m_load(item.file));
            if (isInConversationTime(opened->sequence.metadata()) != isInConversationTime(into.metadata))
                throw FormatError("time_axis", opened->sequence.name(),
                                  "has another time axis than the sequence " + step.into
                                      + ", which it is merged into");
            into.sources.push_back(opened);
            m_plan.loads.back().push_back({step.into, opened, true});
        }
    }

    void apply(const RenameStep& step)
    {
        State& state = known(step.from);
        if (step.from != step.to)
            checkNew(step.to, "rename");
        state.key = state.rootName = step.to;
        state.metadata["root name"] = step.to;
    }

    void apply(const RemoveStep& step)
    {
        known(step.name);
        std::erase_if(m_sequences, [&](const State& state) { return state.key == step.name; });
    }

    void apply(const UnifyStep& step)
    {
        if (!step.wholeConversations)
            return;
        settleConversations(step.conversations, "unify");
        m_plan.lastJointStep = m_plan.loads.size() - 1;
    }

    void apply(const ConversationTimeStep& step)
    {
        settleConversations(step.conversations, "conversation_time");
        for (State& state : m_sequences) {
            if (isInConversationTime(state.metadata))
                throw FormatError("time_axis", state.key,
                                  "is in conversation time already; a second mapping would move it again");
            state.metadata[kTimeAxis] = kConversationAxis;
        }
    }

    void apply(const PartnerStep& step)
    {
        settleConversations(step.conversations, "partner");
        if (step.who != Partner::Mean)
            known(step.turns);
        for (const std::string& of : step.of) {
            State made{step.into + of, known(of).metadata, step.into + of, {}, {}, false, false};
            checkNew(made.key, "partner");
            made.metadata["root name"] = made.key;
            made.pattern = patternOf(known(of), false);
            made.aligned = made.byVideo = true;
            m_sequences.push_back(std::move(made));
        }
        m_plan.lastJointStep = m_plan.loads.size() - 1;
    }

    /// Rows of two axes would meet at moments that are not the same.
    void checkOneTime() const
    {
        const std::set<std::string>& shared = m_plan.inConversationTime.back();
        if (shared.empty() || shared.size() == m_sequences.size())
            return;
        const auto other = std::ranges::find_if(
            m_sequences, [&](const State& state) { return !shared.contains(state.key); });
        throw FormatError("time_axis", other->key,
                          "has the time of each participant's file, and " + *shared.begin()
                              + " that of the conversation; expected one time axis");
    }

    void apply(const HardUnifyStep&) { }
    void apply(const RevertStep&)
    {
        for (State& state : m_sequences)
            state.byVideo = true;
    }
    void apply(const SortStep&) { }
    void apply(const RemoveIdStep&) { }

    void apply(const FunctionalsStep& step)
    {
        Metadata metadata = known(step.of).metadata;
        for (const auto& [field, value] : metadataOf(step))
            metadata[field] = value;
        known(step.level);
        if (const auto* key = std::get_if<std::string>(&step.per))
            known(*key);
        checkNew(step.into, "functionals");
        State made{step.into, std::move(metadata), step.into, {}, {}, false, false};
        made.pattern = RowPattern{ElementType::Float32, {functionalsWidth()}};
        made.aligned = made.byVideo = true;
        m_sequences.push_back(std::move(made));
    }

    RecipePlan& m_plan;
    LoadSequence m_load;
    std::optional<std::filesystem::path> m_list; ///< the first that a load names
    std::vector<State> m_sequences;
};

template <typename Source>
RecipePlan plan(const Source& load, std::vector<RecipeStep> steps, const LoadSequence& loader,
                VideoOrder order)
{
    RecipePlan plan;
    plan.steps = std::move(steps);
    Planner planner(plan, loader);
    planner.load(load);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        try {
            planner.step(plan.steps[i]);
        } catch (...) {
            plan.failedStep = i + 1;
            plan.failure = std::current_exception();
            break;
        }
    }
    planner.finish(order);
    return plan;
}

}

RecipePlan planRecipe(const Recipe& recipe, const OpenSequence& open)
{
    return planRecipeWith(
        recipe, [&](const std::filesystem::path& file) { return ComputationalSequence(open(file)); });
}

RecipePlan planRecipeWith(const Recipe& recipe, const LoadSequence& load)
{
    return plan(recipe.load, recipe.steps, load,
                recipe.output == RecipeOutput::Tensors ? VideoOrder::FirstSequence : VideoOrder::Bytes);
}

RecipePlan planSteps(const Dataset& dataset, std::vector<RecipeStep> steps)
{
    return plan(dataset, std::move(steps), {}, VideoOrder::Bytes);
}

}
