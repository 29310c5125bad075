// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/embedded_design.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

class PageText {
    Q_DECLARE_TR_FUNCTIONS(EmbeddedDesign)
};

const QByteArray kMark = QByteArrayLiteral("id=\"bellweave-design\"");
const QByteArray kEnd = QByteArrayLiteral("</script");
constexpr qsizetype kLongestStart = 64;    // bytes; enough for a byte order mark, spaces and "<!DOCTYPE html"

} // namespace

bool isPage(const QByteArray& text)
{
    const QByteArray start = QByteArray(text.left(kLongestStart)).replace("\xEF\xBB\xBF", "").trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

QByteArray embeddedDesign(const QByteArray& designText)
{
    // Outside of strings JSON has none of these, and inside of them an escape says the same. The last two are no XML.
    QByteArray text = designText;
    for (const auto& [character, escape] : {std::pair("&", "\\u0026"), std::pair("<", "\\u003c"), std::pair(">", "\\u003e"),
                                            std::pair("\xEF\xBF\xBE", "\\ufffe"), std::pair("\xEF\xBF\xBF", "\\uffff")})
        text.replace(character, escape);
    return "<script type=\"application/json\" " + kMark + ">\n" + text + "</script>\n";
}

Result<QByteArray> designInPage(const QByteArray& page, const QString& name)
{
    const qsizetype mark = page.indexOf(kMark);
    if (mark < 0)
        return Error{Error::Code::InvalidInput,
                     PageText::tr("This page holds no design. Reports written by Bellweave hold theirs; other pages cannot be opened."), name};
    const qsizetype start = page.indexOf('>', mark);
    const qsizetype end = page.indexOf(kEnd, mark);
    if (start < 0 || end < start)
        return Error{Error::Code::InvalidInput, PageText::tr("The design in this report is cut off: the file is not whole."), name};
    return page.mid(start + 1, end - start - 1);
}

} // namespace bellweave
