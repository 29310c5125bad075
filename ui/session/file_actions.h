// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/project_file.h"
#include "model/format/recovery.h"

#include <QObject>
#include <optional>

namespace bellweave::ui {

class Prompter;
class Session;
struct ImportSource;

/// New, open, save and import: moves designs between the session and files and asks where a person must decide.
/// While a file is open its lock file keeps other windows from writing it; a locked file opens read-only.
class FileActions : public QObject {
    Q_OBJECT
public:
    FileActions(Session& session, Prompter& prompter, QObject* parent = nullptr);
    ~FileActions() override;

    /// Each answers false when the person cancelled or it failed; failures have been told through the prompter.
    bool newDesign();
    bool open();
    bool openPath(const QString& path);
    /// A shipped example, opened without a path so that saving asks for one.
    bool openExample(const QString& path);
    /// A design that no file holds, a published experiment say.
    bool openDesign(Network network);
    /// Opens a topology as a design that belongs to no file.
    bool importPath(const QString& path);
    /// The same of what was looked at already. Precondition: it holds a design.
    bool openImported(const ImportSource& source);
    /// Asks for a file to import; empty when cancelled. `filter` as in QFileDialog, else for all that can be imported.
    QString chooseImport(const QString& filter = {});
    /// Goes on with work that was left behind: changed, under the name of the file it belongs to. The copy stays until then.
    bool recover(const RecoveryCopy& copy);
    /// Deletes a copy of unsaved work after asking; true when it is gone.
    bool discard(const RecoveryCopy& copy);
    bool save();
    bool saveAs();
    /// True when the present design may go: nothing unsaved, saved now, or given up.
    bool mayDiscard();
    /// Remembers the verdict of the present file and lets go of its lock.
    void leave();

    /// A file of this name in the folder that was used last; characters that file names do not hold are replaced.
    static QString suggestedPath(const QString& fileName);
    /// The folder of this file is the one used last.
    static void rememberFolderOf(const QString& path);

    /// The design's name as in the window's title.
    QString designName() const;
    bool isModified() const;
    /// When the present file was last written by this window; invalid before.
    const QDateTime& lastSaved() const { return m_lastSaved; }

Q_SIGNALS:
    /// A design was opened or begun.
    void opened();
    /// The design just opened is the work that this copy holds.
    void recovered(const bellweave::RecoveryCopy& copy);
    void saved();
    void recentFilesChanged();

private:
    bool readInto(const QString& path, bool asExample);
    /// Makes it the open design of a file, which is locked: without the lock the design is read-only, and the sentence says
    /// why. Without a path it belongs to no file.
    QStringList show(const LoadedProject& loaded, const QString& path);
    /// Offers what can be read of a damaged file as a read-only copy of no file; false when there is nothing or it is not wanted.
    bool offerSalvage(const QString& path, const Error& error);
    /// A design that is in no file yet.
    void begin(Network network);
    bool writeTo(const QString& path);
    /// Tells what failed; always false.
    bool refuse(const QString& title, const QString& sentence);
    void remember();

    Session& m_session;
    Prompter& m_prompter;
    std::optional<FileLock> m_lock;
    int m_fileVersion = kFormatVersion;    ///< of the open file as it was read
    QDateTime m_lastSaved;
    QString m_damaged;    ///< the file that the open design is the readable part of; never written over
};

} // namespace bellweave::ui
