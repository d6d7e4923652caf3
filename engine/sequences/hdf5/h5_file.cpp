#include "engine/sequences/hdf5/h5_file.h"

#include "engine/core/error.h"
#include "engine/sequences/hdf5/h5_lzf.h"
#include "engine/sequences/hdf5/h5_types.h"
#include "engine/sequences/hdf5/library_file.h"
#include "engine/sequences/hdf5/plain_objects.h"
#include "engine/sequences/hdf5/shared_library.h"

#include <algorithm>
#include <exception>

namespace engine::hdf5 {

namespace {

/// Readers take no lock: network file systems may have none to give, and nobody needs one here, since files
/// are written beside their target and renamed. Beside h5py a file is locked as h5py locks it: the library
/// refuses to open one file in two ways.
void takeNoLock(hid_t access)
{
    if (isShared())
        return;
#if H5_VERSION_GE(1, 10, 7)
    H5Pset_file_locking(access, false, true);
#else
    static_cast<void>(access);
#endif
}

/// Keeps the library's cache of decoded metadata small: with its default it grows to hundreds of MiB over a
/// file of 25 000 videos, and is slower besides.
void fixMetadataCache(hid_t access)
{
    H5AC_cache_config_t config;
    config.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    if (H5Pget_mdc_config(access, &config) < 0)
        return;
    config.set_initial_size = true;
    config.initial_size = config.max_size = std::size_t{2} << 20;
    config.min_size = std::size_t{1} << 20;
    config.incr_mode = H5C_incr__off;
    config.flash_incr_mode = H5C_flash_incr__off;
    config.decr_mode = H5C_decr__off;
    H5Pset_mdc_config(access, &config);
}

/// While it lives, the metadata cache of the group's file holds all names of a group that keeps very many in
/// the newer way ("dense"). They are listed in the order of their hashes: with the small cache, half a
/// million take 10 s instead of 0.3 s.
class RoomForNames {
public:
    explicit RoomForNames(hid_t group) : m_file(H5Iget_file_id(group))
    {
        H5G_info_t info;
        if (H5Gget_info(group, &info) < 0 || info.storage_type != H5G_STORAGE_TYPE_DENSE)
            return;
        constexpr std::uint64_t bytesPerName = 128;
        constexpr std::uint64_t most = std::uint64_t{128} << 20; // the library takes no more
        const std::uint64_t wanted = std::min<std::uint64_t>(info.nlinks * bytesPerName, most);
        m_before.version = H5AC__CURR_CACHE_CONFIG_VERSION;
        if (H5Fget_mdc_config(m_file.id(), &m_before) < 0 || wanted <= m_before.max_size)
            return;
        H5AC_cache_config_t config = m_before;
        config.set_initial_size = true;
        config.initial_size = config.max_size = static_cast<std::size_t>(wanted);
        m_isChanged = H5Fset_mdc_config(m_file.id(), &config) >= 0;
    }
    ~RoomForNames()
    {
        if (m_isChanged)
            H5Fset_mdc_config(m_file.id(), &m_before);
    }
    RoomForNames(const RoomForNames&) = delete;
    RoomForNames& operator=(const RoomForNames&) = delete;

private:
    Handle m_file;
    H5AC_cache_config_t m_before{};
    bool m_isChanged = false;
};

Handle openFile(const std::filesystem::path& path)
{
    silence();
    if (!std::filesystem::exists(path))
        throw IoError("file_not_found", path.string(), "there is no such file");
    if (!std::filesystem::is_regular_file(path))
        throw IoError("not_hdf5", path.string(), "is not a file (expected a computational sequence, .csd)");
    registerLzf();
    const Handle access(H5Pcreate(H5P_FILE_ACCESS));
    fixMetadataCache(access.id());
    takeNoLock(access.id());
    Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()));
    if (!file)
        throw IoError("not_hdf5", path.string(),
                      "is not a readable HDF5 file (damaged, cut off, or of another kind)");
    return file;
}

struct LinkList {
    std::vector<Group::Link> links;
    std::vector<std::string> soft; ///< those of them that are paths
    std::string foreign; ///< the first link that leaves the file
    std::exception_ptr failure; ///< no exception crosses the library

    void add(const char* name, const H5L_info_t& info)
    {
        if (info.type == H5L_TYPE_HARD)
            links.push_back({name, info.u.address});
        else if (info.type == H5L_TYPE_SOFT)
            links.push_back({name});
        else if (foreign.empty())
            foreign = name;
        if (info.type == H5L_TYPE_SOFT)
            soft.emplace_back(name);
    }
};

herr_t collectLink(hid_t, const char* name, const H5L_info_t* info, void* target)
{
    auto& links = *static_cast<LinkList*>(target);
    try {
        links.add(name, *info);
        return 0;
    } catch (...) { // rethrown by who called the library
        links.failure = std::current_exception();
        return -1;
    }
}

/// The parts of a path inside a file; `.` is none.
std::vector<std::string> parts(const std::string& path)
{
    std::vector<std::string> result;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (std::string part = path.substr(begin, end - begin); !part.empty() && part != ".")
            result.push_back(std::move(part));
        begin = end + 1;
    }
    return result;
}

/// Whether a link of the group at `place` stays where every object is looked at before it is used: from
/// /root/data (or /root/metadata) and below, among its entries and what lies in them; from above, in these
/// two levels.
bool staysInside(const std::string& place, const std::string& target)
{
    const std::vector<std::string> from = parts(place);
    const std::vector<std::string> to = parts(target.starts_with('/') ? target : place + "/" + target);
    if (from.size() < 2)
        return to.size() <= 2;
    return to.size() > 2 && to.size() <= 4 && std::equal(from.begin(), from.begin() + 2, to.begin());
}

std::string targetOf(hid_t group, const std::string& softLink)
{
    H5L_info_t info;
    if (H5Lget_info(group, softLink.c_str(), &info, H5P_DEFAULT) < 0)
        return {};
    std::string target(info.u.val_size, '\0');
    if (H5Lget_val(group, softLink.c_str(), target.data(), target.size(), H5P_DEFAULT) < 0)
        return {};
    return target.substr(0, target.find('\0'));
}

}

Handle::~Handle()
{
    if (m_id >= 0)
        H5Idec_ref(m_id); // closes an object of any kind
}

File::File(const std::filesystem::path& path)
    : m_path(path.string())
    , m_handle(openFile(path))
    , m_file(std::make_shared<StoredFile>(StoredFile{bytesOf(m_handle.id()), addressingOf(m_handle.id())}))
{
}

Group File::root() const
{
    silence();
    return {Handle(H5Gopen2(m_handle.id(), "/", H5P_DEFAULT)), m_file, m_path, ""};
}

Group::Group(Handle handle, std::shared_ptr<StoredFile> file, std::string path, std::string place)
    : m_handle(std::move(handle))
    , m_file(std::move(file))
    , m_path(std::move(path))
    , m_place(std::move(place))
{
}

std::vector<Group::Link> Group::links() const
{
    silence();
    const std::uint64_t here = address();
    if (auto objects = PlainObjects::of(m_path); objects && here != HADDR_UNDEF) {
        if (auto plain = objects->links(here)) {
            std::vector<Link> links(plain->size());
            for (std::size_t i = 0; i < links.size(); ++i)
                links[i] = {std::move((*plain)[i].name), (*plain)[i].target};
            return links;
        }
    }
    return listedLinks();
}

std::vector<Group::Link> Group::listedLinks() const
{
    LinkList found;
    const RoomForNames room(m_handle.id());
    const herr_t result
        = H5Literate(m_handle.id(), H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, collectLink, &found);
    if (found.failure)
        std::rethrow_exception(found.failure);
    if (result < 0)
        throw FormatError("data_invalid", m_path, m_place + "/ is damaged: its members cannot be listed");
    if (!found.foreign.empty())
        throw FormatError("data_invalid", m_path,
                          m_place + "/" + found.foreign
                              + " is a link out of this file, which is not followed");
    for (const std::string& link : found.soft) {
        const std::string target = targetOf(m_handle.id(), link);
        if (!staysInside(m_place, target))
            throw FormatError("data_invalid", m_path,
                              m_place + "/" + link + " is a link to " + target
                                  + ", outside the sequence's own entries, which is not followed");
        if (H5Oexists_by_name(m_handle.id(), link.c_str(), H5P_DEFAULT) <= 0)
            throw FormatError("data_invalid", m_path,
                              m_place + "/" + link + " is a link to " + target
                                  + ", where there is nothing (or which leads back to it)");
    }
    std::ranges::sort(found.links, {}, &Link::name);
    return std::move(found.links);
}

std::vector<std::string> Group::names() const
{
    silence();
    std::vector<Link> links = listedLinks();
    std::vector<std::string> names(links.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = std::move(links[i].name);
    return names;
}

std::uint64_t Group::address() const
{
    silence();
    H5O_info_t info;
    return H5Oget_info2(m_handle.id(), &info, H5O_INFO_BASIC) < 0 ? HADDR_UNDEF : info.addr;
}

Handle Group::open(const std::string& name) const
{
    silence();
    if (name.empty() || name == "." || name.find('/') != std::string::npos)
        return {}; // the library would take it for a path
    return Handle(H5Oopen(m_handle.id(), name.c_str(), H5P_DEFAULT));
}

bool Group::hasGroup(const std::string& name) const
{
    return H5Iget_type(open(name).id()) == H5I_GROUP;
}

bool Group::hasDataset(const std::string& name) const
{
    return H5Iget_type(open(name).id()) == H5I_DATASET;
}

Group::Object Group::object(const std::string& name) const
{
    return object(open(name), name);
}

Group::Object Group::object(const Link& link) const
{
    silence();
    if (link.address == kByName)
        return object(link.name);
    return object(Handle(H5Oopen_by_addr(m_handle.id(), link.address)), link.name);
}

Group::Object Group::object(Handle handle, const std::string& name) const
{
    Object object;
    switch (H5Iget_type(handle.id())) {
    case H5I_GROUP:
        object.group.emplace(std::move(handle), m_file, m_path, m_place + "/" + name);
        break;
    case H5I_DATASET:
        object.dataset.emplace(std::move(handle), *m_file, m_path, m_place + "/" + name);
        break;
    default:
        break;
    }
    return object;
}

Group Group::group(const std::string& name) const
{
    Handle handle = open(name);
    if (H5Iget_type(handle.id()) != H5I_GROUP)
        throw FormatError("data_invalid", m_path, m_place + "/" + name + " is missing (expected a group)");
    return {std::move(handle), m_file, m_path, m_place + "/" + name};
}

Dataset Group::dataset(const std::string& name) const
{
    Handle handle = open(name);
    if (H5Iget_type(handle.id()) != H5I_DATASET)
        throw FormatError("data_invalid", m_path, m_place + "/" + name + " is missing (expected a dataset)");
    return {std::move(handle), *m_file, m_path, m_place + "/" + name};
}

}
