#include "engine/sequences/csd_writer.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"
#include "engine/sequences/hdf5/direct_writer.h"
#include "engine/sequences/hdf5/stored_values.h"

#include <array>
#include <map>
#include <variant>

namespace engine {

struct CsdWriter::State {
    struct Added {
        Digest digest;
        hdf5::DirectWriter::Address group; ///< only of the direct writer
    };

    std::filesystem::path path;
    std::string root;
    hdf5::Compression compression;
    std::variant<hdf5::Writer, hdf5::DirectWriter> writer;
    std::map<std::string, Added> entries;

    /// Closes the direct writer's file and hands it to the library.
    hdf5::Writer finishEntries();
};

CsdWriter::CsdWriter(const std::filesystem::path& path, std::string rootName, hdf5::Compression compression,
                     CsdBackend backend)
{
    const std::string root = "/" + hdf5::checkedName(rootName, path);
    if (backend == CsdBackend::Automatic)
        backend = compression == hdf5::Compression{} ? CsdBackend::Direct : CsdBackend::Library;
    if (backend == CsdBackend::Direct) {
        m_state.reset(new State{path, root, compression, hdf5::DirectWriter(path), {}});
    } else {
        hdf5::Writer writer(path);
        writer.createGroup(root + "/data");
        m_state.reset(new State{path, root, compression, std::move(writer), {}});
    }
}

CsdWriter::CsdWriter(CsdWriter&&) noexcept = default;
CsdWriter& CsdWriter::operator=(CsdWriter&&) noexcept = default;
CsdWriter::~CsdWriter() = default;

void CsdWriter::add(const std::string& id, const EntryRows& rows, const Digest& digest)
{
    const auto [added, isNew]
        = m_state->entries.emplace(hdf5::checkedName(id, m_state->path), State::Added{digest, 0});
    if (!isNew)
        throw FormatError("data_invalid", m_state->path.string(), "the id '" + id + "' comes twice");
    if (auto* direct = std::get_if<hdf5::DirectWriter>(&m_state->writer)) {
        const std::array links{
            hdf5::DirectWriter::Link{"features",
                                     direct->addDataset(rows.entry->features, rows.first, rows.count)},
            hdf5::DirectWriter::Link{"intervals",
                                     direct->addDataset(rows.entry->intervals.type, rows.intervals())}};
        added->second.group = direct->addGroup(links);
    } else {
        hdf5::Writer& library = std::get<hdf5::Writer>(m_state->writer);
        const std::string place = m_state->root + "/data/" + id;
        const Entry entry = rows.copy();
        library.write(place + "/features", entry.features, m_state->compression);
        library.write(place + "/intervals", hdf5::asArray(entry.intervals.type, entry.intervals.values),
                      m_state->compression);
    }
}

hdf5::Writer CsdWriter::State::finishEntries()
{
    auto* direct = std::get_if<hdf5::DirectWriter>(&writer);
    if (!direct)
        return std::move(std::get<hdf5::Writer>(writer));
    using Link = hdf5::DirectWriter::Link;
    std::vector<Link> links;
    links.reserve(entries.size());
    for (const auto& [id, added] : entries) // in byte order, as groups want it
        links.push_back({id, added.group});
    const Link data{"data", direct->addGroup(links)};
    const Link sequence{std::string_view(root).substr(1), direct->addGroup({&data, 1})};
    direct->close(direct->addGroup({&sequence, 1}));
    return hdf5::Writer::existing(path);
}

void CsdWriter::finish(Metadata metadata)
{
    SequenceHash hash;
    for (const auto& [id, added] : m_state->entries)
        hash.add(id, added.digest);
    hdf5::Writer writer = m_state->finishEntries();
    writer.createGroup(m_state->root + "/metadata");
    for (const auto& [field, value] : withHash(std::move(metadata), hash.finish()))
        writer.writeText(m_state->root + "/metadata/" + hdf5::checkedName(field, m_state->path),
                         asciiJsonText(value));
    writer.close();
}

void writeCsd(const ComputationalSequence& sequence, const std::filesystem::path& path,
              hdf5::Compression compression, const RunContext& run)
{
    PendingFile pending(path);
    CsdWriter writer(pending.temporary(), sequence.rootName(), compression);
    for (std::size_t i = 0; const std::string& id : sequence.ids()) {
        run.tick(i++, sequence.ids().size());
        const Entry entry = sequence.entry(id);
        writer.add(id, entry, digestOf(entry));
    }
    writer.finish(sequence.metadata());
    pending.commit();
}

}
