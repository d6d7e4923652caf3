#include "engine/sequences/metadata_edit.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/pending_file.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/sequence_hash.h"

namespace engine {

namespace {

/// Two names that the SDK runs together; nobody else reads it.
constexpr const char* kGluedField = "dimension namescomputational sequence version";

void copyBytes(const std::filesystem::path& from, const std::filesystem::path& to)
{
    using std::filesystem::perms;
    std::error_code failure;
    std::filesystem::copy_file(from, to, failure);
    if (!failure) // the copy of a file that must not be written
        std::filesystem::permissions(to, perms::owner_write, std::filesystem::perm_options::add, failure);
    if (failure)
        throw IoError("io", targetName(to), "cannot be written: " + failure.message());
}

}

void editMetadata(const std::filesystem::path& input, const Metadata& changes,
                  const std::filesystem::path& output)
{
    refuseInputsAsOutputs(std::vector{input}, std::vector{output});
    std::string place;
    Metadata before;
    std::string sha256;
    {
        const CsdFile file(input);
        place = "/" + file.groupName() + "/metadata/";
        before = file.metadata();
        sha256 = sha256Of(file);
    }
    Metadata after = before;
    after.erase(kGluedField);
    for (const auto& [field, value] : changes)
        after[hdf5::checkedName(field, output)] = value;
    after = withHash(std::move(after), sha256);

    PendingFile pending(output);
    copyBytes(input, pending.temporary());
    hdf5::Writer writer = hdf5::Writer::existing(pending.temporary());
    writer.remove(place + kGluedField);
    for (const auto& [field, value] : after) {
        const auto old = before.find(field);
        if (old != before.end() && old->second == value && !changes.contains(field))
            continue; // stays as it is stored
        writer.remove(place + field);
        writer.writeText(place + field, asciiJsonText(value));
    }
    writer.close();
    pending.commit();
}

}
