// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/file_actions.h"

#include "model/format/salvage.h"
#include "ui/session/import_source.h"
#include "ui/session/patient_reading.h"
#include "ui/session/prompter.h"
#include "ui/session/recent_files.h"
#include "ui/session/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace bellweave::ui {

namespace {

const QString kFolderKey = QStringLiteral("files/folder");
const QString kSuffix = QStringLiteral("bellweave");
constexpr int kShownParts = 8;

QString lastFolder()
{
    const QString remembered = QSettings().value(kFolderKey).toString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString& folder : {remembered, documents})
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) return folder;
    return QDir::homePath();
}

void rememberFolder(const QString& path) { QSettings().setValue(kFolderKey, QFileInfo(path).absolutePath()); }

QString projectFilter() { return FileActions::tr("Bellweave designs (*.bellweave)"); }
QString openFilter() { return FileActions::tr("Designs, reports and topologies (*.bellweave *.html *.graphml *.xml)"); }

bool isTopology(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("graphml") || suffix == QLatin1String("xml");
}

QString withSuffix(const QString& path)
{
    return path.isEmpty() || !QFileInfo(path).suffix().isEmpty() ? path : path + u'.' + kSuffix;
}

/// What was read of a damaged file and what was not.
QStringList salvageNotices(const SalvagedDesign& part)
{
    const Network& network = part.network;
    QStringList notices{FileActions::tr("Read: %1 sites, %2 links, %3 demands.")
                            .arg(network.sites.size()).arg(network.links.size()).arg(network.demands.size()),
                        FileActions::tr("Not read, %n part(s):", nullptr, static_cast<int>(part.refused.size()))};
    for (const Error& refused : part.refused) {
        if (notices.size() > kShownParts) {
            notices << QStringLiteral("…");
            break;
        }
        notices << refused.text();
    }
    return notices << FileActions::tr("The file stays as it is. A copy of what was read can be looked at and saved under another name.");
}

} // namespace

FileActions::FileActions(Session& session, Prompter& prompter, QObject* parent)
    : QObject(parent), m_session(session), m_prompter(prompter)
{
    // The list of recent files tells the verdict, which comes after the opening.
    connect(&session, &Session::computeStateChanged, this, [this] {
        if (m_session.computeState() == ComputeState::Done && !m_session.path().isEmpty() && !isModified()) remember();
    });
}

FileActions::~FileActions() = default;

QString FileActions::designName() const
{
    const QString& name = m_session.network().general().name;
    if (!name.isEmpty()) return name;
    return m_session.path().isEmpty() ? tr("Untitled") : QFileInfo(m_session.path()).completeBaseName();
}

QString FileActions::suggestedPath(const QString& fileName)
{
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]+"));
    return QDir(lastFolder()).filePath(QString(fileName).replace(forbidden, QStringLiteral("-")));
}

void FileActions::rememberFolderOf(const QString& path) { rememberFolder(path); }

bool FileActions::isModified() const { return !m_session.undoStack().isClean(); }

bool FileActions::mayDiscard()
{
    if (!isModified()) return true;
    switch (m_prompter.unsavedChanges(designName())) {
    case Prompter::Unsaved::Save: return save();
    case Prompter::Unsaved::Discard: return true;
    case Prompter::Unsaved::Cancel: break;
    }
    return false;
}

void FileActions::leave()
{
    if (!m_session.path().isEmpty() && !isModified()) remember();
    m_lock.reset();
    m_damaged.clear();
    m_fileVersion = kFormatVersion;
    m_lastSaved = QDateTime();
}

bool FileActions::newDesign()
{
    if (!mayDiscard()) return false;
    leave();
    m_session.open(Network(), {});
    Q_EMIT opened();
    return true;
}

bool FileActions::open()
{
    if (!mayDiscard()) return false;
    const QString path = m_prompter.openPath(tr("Open a design"), lastFolder(), openFilter());
    return !path.isEmpty() && readInto(path, false);
}

bool FileActions::openPath(const QString& path) { return mayDiscard() && readInto(path, false); }

bool FileActions::openExample(const QString& path) { return mayDiscard() && readInto(path, true); }

bool FileActions::openDesign(Network network)
{
    if (!mayDiscard()) return false;
    begin(std::move(network));
    return true;
}

bool FileActions::readInto(const QString& path, bool asExample)
{
    if (!asExample && isTopology(path)) return importPath(path);
    std::optional<Result<LoadedProject>> reading = readPatiently(path, m_prompter);
    if (!reading) return false;
    Result<LoadedProject> loaded = *std::move(reading);
    if (!loaded) return offerSalvage(path, loaded.error());
    const bool isFile = !asExample && !loaded->fromReport;
    const QStringList notices = loaded->notices + show(*loaded, isFile ? QFileInfo(path).absoluteFilePath() : QString());
    if (!asExample) rememberFolder(path);
    if (isFile) remember();
    Q_EMIT opened();
    if (!notices.isEmpty()) m_prompter.inform(tr("%1 was opened").arg(designName()), notices);
    return true;
}

bool FileActions::offerSalvage(const QString& path, const Error& error)
{
    const QString file = QFileInfo(path).fileName();
    const Result<QByteArray> text = readWhole(path);
    Result<SalvagedDesign> part = text ? salvageDesign(*text, path) : text.error();
    if (!part) return refuse(tr("%1 was not opened").arg(file), error.text());
    const QStringList sentences = QStringList{error.text()} + salvageNotices(*part);
    if (!m_prompter.confirm(tr("%1 cannot be read as a whole").arg(file), sentences.join(u'\n'), tr("Open read-only copy"))) return false;
    leave();
    m_session.open(std::move(part->network), {});
    m_session.setReadOnly(true);
    m_damaged = QFileInfo(path).absoluteFilePath();
    rememberFolder(path);
    Q_EMIT opened();
    return true;
}

QStringList FileActions::show(const LoadedProject& loaded, const QString& path)
{
    leave();
    m_session.open(loaded.network, path);
    if (path.isEmpty()) return {};
    Result<FileLock> lock = FileLock::acquire(m_session.path());
    m_session.setReadOnly(loaded.readOnly || !lock);
    m_fileVersion = loaded.fileVersion;
    if (!lock) return {lock.error().sentence};
    m_lock = std::move(*lock);
    return {};
}

bool FileActions::recover(const RecoveryCopy& copy)
{
    if (!mayDiscard()) return false;
    Result<LoadedProject> loaded = readProject(copy.copyPath);
    if (!loaded) return refuse(tr("The work was not recovered"), loaded.error().text());
    const QStringList notices = show(*loaded, copy.origin);
    m_session.undoStack().resetClean();
    Q_EMIT recovered(copy);
    Q_EMIT opened();
    if (!notices.isEmpty()) m_prompter.inform(tr("%1 was recovered").arg(designName()), notices);
    return true;
}

bool FileActions::discard(const RecoveryCopy& copy)
{
    const QString when = QLocale().toString(copy.when, QLocale::ShortFormat);
    if (!m_prompter.confirm(tr("Discard the unsaved work?"), tr("The work of %1 is in no other file.").arg(when), tr("Discard"))) return false;
    discardCopy(copy);
    return true;
}

bool FileActions::importPath(const QString& path)
{
    Result<ImportSource> source = readImport(path);
    if (!source) return refuse(tr("%1 was not imported").arg(QFileInfo(path).fileName()), source.error().text());
    if (!source->design)
        return refuse(tr("%1 was not opened").arg(QFileInfo(path).fileName()), tr("It holds hardware presets and no network. Import it to add them to the library."));
    QStringList notices = source->facts;
    for (const Skipped& skipped : source->refused) notices << tr("Left out: %1 (%2)").arg(skipped.element, skipped.why);
    begin(std::move(source->design->network));
    m_prompter.inform(tr("%1 was imported").arg(designName()), notices);
    return true;
}

bool FileActions::openImported(const ImportSource& source)
{
    if (!mayDiscard()) return false;
    begin(source.design->network);
    return true;
}

void FileActions::begin(Network network)
{
    leave();
    m_session.open(std::move(network), {});
    m_session.undoStack().resetClean();
    Q_EMIT opened();
}

QString FileActions::chooseImport(const QString& filter)
{
    const QString path = m_prompter.openPath(tr("Import"), lastFolder(), filter.isEmpty() ? importFilter() : filter);
    if (!path.isEmpty()) rememberFolder(path);
    return path;
}

bool FileActions::save()
{
    if (m_session.path().isEmpty() || m_session.isReadOnly()) return saveAs();
    return writeTo(m_session.path());
}

bool FileActions::saveAs()
{
    QString suggestion = m_session.path();
    if (suggestion.isEmpty()) suggestion = suggestedPath((m_damaged.isEmpty() ? designName() : tr("%1, what was read").arg(designName())) + u'.' + kSuffix);
    const QString path = withSuffix(m_prompter.savePath(tr("Save the design"), suggestion, projectFilter()));
    return !path.isEmpty() && writeTo(QFileInfo(path).absoluteFilePath());
}

bool FileActions::writeTo(const QString& path)
{
    const QString title = tr("%1 was not saved").arg(QFileInfo(path).fileName());
    if (path == m_damaged)
        return refuse(title, tr("This file holds what could not be read. Choose another name, so that nothing of it is lost."));
    const bool isOwn = m_lock && path == m_session.path();
    Result<FileLock> lock = isOwn ? Result<FileLock>(std::move(*m_lock)) : FileLock::acquire(path);
    if (!lock) return refuse(title, lock.error().text());
    const Result<void> kept = isOwn && m_fileVersion < kFormatVersion ? backupBeforeMigration(path, m_fileVersion) : Result<void>();
    const Result<void> written = kept ? writeProject(path, m_session.network()) : kept;
    if (isOwn || written) m_lock = std::move(*lock);
    if (!written) return refuse(title, written.error().text());
    m_damaged.clear();
    m_fileVersion = kFormatVersion;
    m_session.setPath(path);
    m_session.setReadOnly(false);
    m_session.undoStack().setClean();
    m_lastSaved = QDateTime::currentDateTime();
    rememberFolder(path);
    remember();
    Q_EMIT saved();
    return true;
}

bool FileActions::refuse(const QString& title, const QString& sentence)
{
    m_prompter.complain(title, sentence);
    return false;
}

void FileActions::remember()
{
    RecentFile file{m_session.path(), designName(), engine::VerdictLevel::NotComputed, 0, 0, QDateTime::currentDateTime()};
    if (const auto evaluation = m_session.evaluation()) {
        file.level = evaluation->verdict.level;
        file.met = evaluation->verdict.met;
        file.demands = evaluation->verdict.demands;
    }
    rememberFile(file);
    Q_EMIT recentFilesChanged();
}

} // namespace bellweave::ui
