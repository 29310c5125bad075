// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/graphml.h"

#include "model/format/exchange/graph_source.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace bellweave {
namespace {

constexpr qsizetype kMaxBytes = 256 * 1024 * 1024;
constexpr std::size_t kMaxElements = 2'000'000;
constexpr int kMaxDepth = 16;

/// A <key>: what an attribute of one kind of element is called.
struct Key {
    QString name;
    QString defaultText;
};

class GraphmlReader {
    Q_DECLARE_TR_FUNCTIONS(GraphmlReader)

public:
    explicit GraphmlReader(const QByteArray& text) : m_xml(text) {}

    GraphSource read();
    bool hasFailed() const { return m_xml.hasError(); }
    Error error(const QString& name) const;

private:
    bool isGraphml() const;
    void refuseTypeDefinition();
    void readRoot();
    void readKey();
    void readGraph(int depth);
    void readNode(int depth);
    void readEdge();
    void readData(const QString& scope, GraphAttributes& attributes);
    const Key* findKey(const QString& scope, const QString& id) const;
    void addDefaults(const QString& scope, GraphAttributes& attributes) const;
    void skipElement(const QString& why);
    void countElement();
    void warnOnce(const QString& sentence);
    QString attribute(const char* name) const { return m_xml.attributes().value(QLatin1String(name)).toString(); }

    QXmlStreamReader m_xml;
    std::map<std::pair<QString, QString>, Key> m_keys;   // by (for, id): ids alone are not unique in every file
    GraphSource m_graph;
    int m_graphs = 0;
};

GraphSource GraphmlReader::read()
{
    m_graph.format = QStringLiteral("GraphML");
    while (!m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD) refuseTypeDefinition();
        if (token == QXmlStreamReader::StartElement) readRoot();
    }
    if (m_graphs == 0 && !hasFailed()) m_xml.raiseError(tr("The file holds no <graph> element."));
    return std::move(m_graph);
}

Error GraphmlReader::error(const QString& name) const
{
    const QString where = QStringLiteral("%1:%2:%3").arg(name).arg(m_xml.lineNumber()).arg(m_xml.columnNumber());
    if (m_xml.error() == QXmlStreamReader::CustomError) return {Error::Code::Unreadable, m_xml.errorString(), where};
    return {Error::Code::Unreadable, tr("This is not well-formed XML: %1").arg(m_xml.errorString()), where};
}

bool GraphmlReader::isGraphml() const
{
    const QStringView space = m_xml.namespaceUri();
    return space.isEmpty() || space.startsWith(u"http://graphml.graphdrawing.org/xmlns");
}

// Entities are the one way in which a small XML text can become a huge one, and GraphML needs none.
void GraphmlReader::refuseTypeDefinition()
{
    if (m_xml.text().contains(u'['))
        m_xml.raiseError(tr("The file defines its own entities or document type; that is not accepted."));
}

void GraphmlReader::readRoot()
{
    if (!isGraphml() || m_xml.name() != u"graphml") {
        m_xml.raiseError(tr("The root element is <%1>; expected <graphml>.").arg(m_xml.name()));
        return;
    }
    while (m_xml.readNextStartElement()) {
        if (isGraphml() && m_xml.name() == u"key") readKey();
        else if (isGraphml() && m_xml.name() == u"graph") readGraph(0);
        else m_xml.skipCurrentElement();
    }
}

void GraphmlReader::readKey()
{
    const QString id = attribute("id");
    const QString scope = attribute("for");
    Key key{attribute("attr.name"), {}};
    if (key.name.isEmpty()) key.name = id;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == u"default") key.defaultText = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        else m_xml.skipCurrentElement();
    }
    m_keys[{scope.isEmpty() ? QStringLiteral("all") : scope, id}] = key;
}

void GraphmlReader::readGraph(int depth)
{
    if (depth > kMaxDepth) {
        m_xml.raiseError(tr("Graphs are nested deeper than %1 levels.").arg(kMaxDepth));
        return;
    }
    if (++m_graphs > 1) warnOnce(tr("The file holds several graphs; they are imported into one design."));
    if (attribute("edgedefault") == u"directed")
        warnOnce(tr("The edges have a direction; each becomes a link that works both ways."));
    while (m_xml.readNextStartElement()) {
        if (!isGraphml()) m_xml.skipCurrentElement();
        else if (m_xml.name() == u"node") readNode(depth);
        else if (m_xml.name() == u"edge") readEdge();
        else if (m_xml.name() == u"data") readData(QStringLiteral("graph"), m_graph.attributes);
        else if (m_xml.name() == u"hyperedge") skipElement(tr("A hyperedge joins any number of nodes; a link joins two."));
        else m_xml.skipCurrentElement();
    }
}

void GraphmlReader::readNode(int depth)
{
    countElement();
    GraphNode node{attribute("id"), {}};
    if (node.id.isEmpty()) {
        m_xml.raiseError(tr("A <node> has no id."));
        return;
    }
    while (m_xml.readNextStartElement()) {
        if (isGraphml() && m_xml.name() == u"data") readData(QStringLiteral("node"), node.attributes);
        else if (isGraphml() && m_xml.name() == u"graph") readGraph(depth + 1);
        else m_xml.skipCurrentElement();
    }
    addDefaults(QStringLiteral("node"), node.attributes);
    m_graph.nodes.push_back(std::move(node));
}

void GraphmlReader::readEdge()
{
    countElement();
    GraphEdge edge{attribute("id"), attribute("source"), attribute("target"), {}};
    if (edge.source.isEmpty() || edge.target.isEmpty()) {
        m_xml.raiseError(tr("An <edge> needs a source and a target."));
        return;
    }
    while (m_xml.readNextStartElement()) {
        if (isGraphml() && m_xml.name() == u"data") readData(QStringLiteral("edge"), edge.attributes);
        else m_xml.skipCurrentElement();
    }
    addDefaults(QStringLiteral("edge"), edge.attributes);
    m_graph.edges.push_back(std::move(edge));
}

void GraphmlReader::readData(const QString& scope, GraphAttributes& attributes)
{
    const QString id = attribute("key");
    const Key* key = findKey(scope, id);
    if (!key) warnOnce(tr("Data of a %1 names the key \"%2\", which the file does not declare.").arg(scope, id));
    const QString text = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    if (text.isEmpty()) return;
    QString& value = attributes[key ? key->name : id];
    value = value.isEmpty() ? text : value + QStringLiteral("; ") + text;
}

const Key* GraphmlReader::findKey(const QString& scope, const QString& id) const
{
    auto key = m_keys.find({scope, id});
    if (key == m_keys.end()) key = m_keys.find({QStringLiteral("all"), id});
    return key == m_keys.end() ? nullptr : &key->second;
}

void GraphmlReader::addDefaults(const QString& scope, GraphAttributes& attributes) const
{
    for (const auto& [address, key] : m_keys)
        if ((address.first == scope || address.first == u"all") && !key.defaultText.isEmpty())
            attributes.try_emplace(key.name, key.defaultText.trimmed());
}

void GraphmlReader::skipElement(const QString& why)
{
    const QString element = m_xml.name().toString();
    const qint64 line = m_xml.lineNumber();
    m_graph.skipped.push_back({tr("%1 in line %2").arg(element).arg(line), why});
    m_xml.skipCurrentElement();
}

void GraphmlReader::countElement()
{
    if (m_graph.nodes.size() + m_graph.edges.size() >= kMaxElements)
        m_xml.raiseError(tr("The file holds more than %1 nodes and edges.").arg(kMaxElements));
}

void GraphmlReader::warnOnce(const QString& sentence)
{
    if (!m_graph.warnings.contains(sentence)) m_graph.warnings.append(sentence);
}

} // namespace

Result<Imported> readGraphml(const QByteArray& text, const QString& name, const ImportOptions& options)
{
    if (text.size() > kMaxBytes)
        return Error{Error::Code::LimitExceeded, GraphmlReader::tr("The file is larger than %1 MB.").arg(kMaxBytes >> 20), name};
    GraphmlReader reader(text);
    GraphSource graph = reader.read();
    if (reader.hasFailed()) return reader.error(name);
    return importGraph(std::move(graph), name, options);
}

} // namespace bellweave
