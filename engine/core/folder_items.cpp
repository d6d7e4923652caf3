#include "engine/core/folder_items.h"

#include "engine/core/error.h"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>

namespace engine {

namespace {

FolderItem::Kind kindOf(const std::filesystem::path& path)
{
    std::error_code unreadable; // a link to nowhere is no file
    switch (std::filesystem::status(path, unreadable).type()) {
    case std::filesystem::file_type::directory:
        return FolderItem::Kind::Folder;
    case std::filesystem::file_type::regular:
        return FolderItem::Kind::File;
    default:
        return FolderItem::Kind::Other;
    }
}

FolderItem itemOf(const dirent& found, const std::filesystem::path& folder)
{
    const std::string name = found.d_name;
    if (found.d_type == DT_REG)
        return {name, FolderItem::Kind::File};
    if (found.d_type == DT_DIR)
        return {name, FolderItem::Kind::Folder};
    const std::filesystem::path path = folder / name;
    std::error_code unreadable;
    return {name, kindOf(path), std::filesystem::is_symlink(path, unreadable)};
}

}

std::vector<FolderItem> itemsOf(const std::filesystem::path& folder)
{
    const auto failed = [&folder] { return IoError("io", folder.string(), std::strerror(errno)); };
    const std::unique_ptr<DIR, int (*)(DIR*)> open(opendir(folder.c_str()), &closedir);
    if (!open && (errno == EACCES || errno == EPERM))
        return {};
    if (!open)
        throw failed();
    std::vector<FolderItem> items;
    for (;;) {
        errno = 0;
        const dirent* const found = readdir(open.get()); // each thread reads a folder of its own
        if (!found && errno != 0)
            throw failed();
        if (!found)
            return items;
        const std::string_view name = found->d_name;
        if (name != "." && name != "..")
            items.push_back(itemOf(*found, folder));
    }
}

}
