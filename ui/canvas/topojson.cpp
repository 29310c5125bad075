// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/topojson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bellweave::ui {
namespace {

struct Topology {
    std::vector<QPolygonF> arcs;
    std::vector<int> uses;
};

QPolygonF decodeArc(const QJsonArray& points, QPointF scale, QPointF translate)
{
    QPolygonF line;
    line.reserve(points.size());
    double x = 0;
    double y = 0;
    for (const QJsonValue& point : points) {
        x += point[0].toDouble();
        y += point[1].toDouble();
        line.append(QPointF(x * scale.x() + translate.x(), y * scale.y() + translate.y()));
    }
    return line;
}

Topology decodeArcs(const QJsonObject& root)
{
    const QJsonObject transform = root[u"transform"].toObject();
    const QJsonArray scale = transform[u"scale"].toArray();
    const QJsonArray translate = transform[u"translate"].toArray();
    Topology topology;
    for (const QJsonValue& arc : root[u"arcs"].toArray())
        topology.arcs.push_back(decodeArc(arc.toArray(), {scale[0].toDouble(), scale[1].toDouble()},
                                          {translate[0].toDouble(), translate[1].toDouble()}));
    topology.uses.resize(topology.arcs.size());
    return topology;
}

/// Arcs of a ring share their end points; a negative index is the arc ~index walked backwards.
QPolygonF stitchRing(Topology& topology, const QJsonArray& arcIndices)
{
    QPolygonF ring;
    for (const QJsonValue& value : arcIndices) {
        const int index = value.toInt();
        const auto arc = static_cast<std::size_t>(index < 0 ? ~index : index);
        if (arc >= topology.arcs.size()) continue;
        ++topology.uses[arc];
        QPolygonF line = topology.arcs[arc];
        if (index < 0) std::reverse(line.begin(), line.end());
        if (!ring.isEmpty()) line.removeFirst();
        ring += line;
    }
    return ring;
}

void appendArea(Topology& topology, const QJsonArray& rings, MapShapes& shapes)
{
    MapShapes::Area area;
    for (const QJsonValue& ring : rings) area.push_back(stitchRing(topology, ring.toArray()));
    shapes.areas.push_back(std::move(area));
}

void appendGeometry(Topology& topology, const QJsonObject& geometry, MapShapes& shapes)
{
    const QString type = geometry[u"type"].toString();
    const QJsonArray arcs = geometry[u"arcs"].toArray();
    if (type == u"Polygon") appendArea(topology, arcs, shapes);
    if (type == u"MultiPolygon")
        for (const QJsonValue& polygon : arcs) appendArea(topology, polygon.toArray(), shapes);
    for (const QJsonValue& member : geometry[u"geometries"].toArray()) appendGeometry(topology, member.toObject(), shapes);
}

} // namespace

Result<MapShapes> readTopojson(const QByteArray& json, const QString& object)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject wanted = root[u"objects"].toObject()[object].toObject();
    if (wanted.isEmpty())
        return Error{Error::Code::Unreadable,
                     QCoreApplication::translate("Map", "This is no TopoJSON with an object \"%1\".").arg(object), {}};
    Topology topology = decodeArcs(root);
    MapShapes shapes;
    appendGeometry(topology, wanted, shapes);
    for (std::size_t arc = 0; arc < topology.arcs.size(); ++arc)
        if (topology.uses[arc] > 1) shapes.sharedLines.push_back(topology.arcs[arc]);
    return shapes;
}

} // namespace bellweave::ui
