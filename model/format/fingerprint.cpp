// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/fingerprint.h"

#include "model/format/project_file.h"

#include <QCryptographicHash>

namespace bellweave {

QString designFingerprint(const Network& network)
{
    constexpr int kDigits = 16;
    const QByteArray hash = QCryptographicHash::hash(projectText(network), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(kDigits));
}

} // namespace bellweave
