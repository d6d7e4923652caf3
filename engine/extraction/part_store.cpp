#include "engine/extraction/part_store.h"

#include "engine/core/error.h"
#include "engine/core/text_file.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_writer.h"

namespace engine {

namespace {

constexpr const char* kKeyField = "extraction key";
constexpr const char* kNoteField = "extraction note";

}

PartStore::PartStore(std::filesystem::path out) : m_folder(std::move(out) / ".parts") { }

std::filesystem::path PartStore::fileOf(FeatureSet set, const std::string& id) const
{
    return m_folder / factsOf(set).name / (id + ".csd");
}

bool PartStore::has(FeatureSet set, const std::string& id, const std::string& key) const
{
    std::error_code error;
    const std::filesystem::path file = fileOf(set, id);
    if (!std::filesystem::exists(file, error))
        return false;
    try {
        const CsdFile part(file);
        const auto known = part.metadata().find(kKeyField);
        return known != part.metadata().end() && known->second == key && part.contains(id);
    } catch (const Error&) {
        return false; // it is made again
    }
}

bool PartStore::has(FeatureSet set, const std::string& id) const
{
    std::error_code error;
    return std::filesystem::exists(fileOf(set, id), error);
}

void PartStore::put(ExtractedEntry part, const std::string& id, const std::string& key,
                    const std::string& note) const
{
    const std::filesystem::path file = fileOf(part.set, id);
    makeFolder(file.parent_path());
    ComputationalSequence sequence;
    part.metadata["root name"] = factsOf(part.set).name;
    part.metadata[kKeyField] = key;
    part.metadata[kNoteField] = note;
    sequence.setMetadata(std::move(part.metadata));
    sequence.put(id, std::move(part.entry));
    writeCsd(sequence, file);
}

std::string PartStore::noteOf(FeatureSet set, const std::string& id) const
{
    if (!has(set, id))
        return {};
    const CsdFile part(fileOf(set, id));
    const auto note = part.metadata().find(kNoteField);
    return note != part.metadata().end() && note->second.is_string() ? note->second.get<std::string>()
                                                                     : std::string();
}

ExtractedEntry PartStore::get(FeatureSet set, const std::string& id) const
{
    const CsdFile file(fileOf(set, id));
    ExtractedEntry part{set, file.entry(id), file.metadata()};
    for (const char* field : {kKeyField, kNoteField, "sha256", "uuid", "md5"})
        part.metadata.erase(field);
    return part;
}

void PartStore::clear() const
{
    std::error_code error; // what cannot be removed does no harm
    std::filesystem::remove_all(m_folder, error);
}

}
