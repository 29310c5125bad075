// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <memory>

class QLockFile;

namespace bellweave {

/// Keeps others from writing the same file while it is open here: a lock file beside it that says who holds it.
/// Gone with the object; a lock left by a program that died does not count.
class FileLock {
public:
    /// An Error with the program, process and computer that hold the file, or why no lock can be made beside it.
    static Result<FileLock> acquire(const QString& path);

    FileLock(FileLock&&) noexcept;
    FileLock& operator=(FileLock&&) noexcept;
    ~FileLock();

    /// Where the lock of a file stands.
    static QString lockPath(const QString& path);

private:
    explicit FileLock(std::unique_ptr<QLockFile> lock);
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace bellweave
