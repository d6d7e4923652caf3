#include "engine/core/file_system.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string_view>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <utility>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kFuse = 0x65735546;

/// From linux/magic.h and from the file systems that are built outside the kernel.
constexpr std::array<std::pair<std::uint32_t, std::string_view>, 21> kShared{{
    {0x00006969, "nfs"},      {0x0000517b, "smb"},    {0xff534d42, "cifs"},
    {0xfe534d42, "smb"}, // version 2 and later
    {kFuse, "fuse"},          {0x0bd00bd0, "lustre"}, {0x47504653, "gpfs"},
    {0x00c36400, "ceph"},     {0x01021997, "9p"},     {0x5346414f, "afs"},
    {0x6b414653, "afs"}, // OpenAFS, the kernel's
    {0x73757245, "coda"},     {0x0000564c, "ncp"},    {0x01161970, "gfs2"},
    {0x7461636f, "ocfs2"},    {0x19830326, "beegfs"}, {0xaad7aaea, "panfs"},
    {0x20030528, "orangefs"}, {0x786f4256, "vboxsf"}, {0xbacbacbc, "vmhgfs"},
    {0x7c7c6673, "prl_fs"},
}};

/// The name of the mounted file system with this device number, as the kernel lists it; empty: it is not
/// there.
std::string mountedName(dev_t device)
{
    std::ifstream mounts("/proc/self/mountinfo");
    const std::string number = std::to_string(major(device)) + ':' + std::to_string(minor(device));
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields(line);
        std::string id;
        std::string parent;
        std::string found;
        fields >> id >> parent >> found;
        const std::size_t dash = line.find(" - ");
        if (found != number || dash == std::string::npos)
            continue;
        const std::size_t end = line.find(' ', dash + 3);
        return line.substr(dash + 3, end == std::string::npos ? end : end - dash - 3);
    }
    return {};
}

}

FileSystemKind fileSystemKind(unsigned long number)
{
    for (const auto& [known, name] : kShared) {
        if (known == static_cast<std::uint32_t>(number)) // the type of f_type has a sign on some machines
            return {std::string(name)};
    }
    return {};
}

FileSystemKind fileSystemAt(const fs::path& path)
{
    std::error_code failure;
    fs::path there = fs::absolute(path, failure);
    struct statfs system { };
    while (!failure && statfs(there.c_str(), &system) != 0) {
        if (!there.has_relative_path())
            return {};
        there = there.parent_path();
    }
    struct stat file { };
    if (failure)
        return {};
    const FileSystemKind kind = fileSystemKind(static_cast<unsigned long>(system.f_type));
    const bool isFuse = static_cast<std::uint32_t>(system.f_type) == kFuse;
    if (isFuse && stat(there.c_str(), &file) == 0 && mountedName(file.st_dev) == "fuseblk")
        return {};
    return kind;
}

}
