<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>%n qubit(s)</source>
        <translation>
            <numerusform>%n qubit</numerusform>
            <numerusform>%n qubits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more: select one in the list</source>
        <translation>
            <numerusform>%n more: select it in the list</numerusform>
            <numerusform>%n more: select one in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s), a click shows them apart</source>
        <translation>
            <numerusform>%n site, a click shows them apart</numerusform>
            <numerusform>%n sites, a click shows them apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Insert %n repeater(s)</source>
        <translation>
            <numerusform>Insert %n repeater</numerusform>
            <numerusform>Insert %n repeaters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeater(s)</source>
        <translation>
            <numerusform>%n repeater</numerusform>
            <numerusform>%n repeaters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DistillationGainPlot</name>
    <message numerus="yes">
        <source>%n round(s)</source>
        <comment>of distillation</comment>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n memories</source>
        <comment>at each station</comment>
        <translation>
            <numerusform>needs %n memory</numerusform>
            <numerusform>needs %n memories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphImport</name>
    <message numerus="yes">
        <source>%n site(s) without coordinates were placed by their neighbors.</source>
        <translation>
            <numerusform>%n site without coordinates was placed by its neighbors.</numerusform>
            <numerusform>%n sites without coordinates were placed by their neighbors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s) have no position; their links have no length.</source>
        <translation>
            <numerusform>%n site has no position; its links have no length.</numerusform>
            <numerusform>%n sites have no position; their links have no length.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n junction(s) of drawn lines became passive splices without equipment.</source>
        <translation>
            <numerusform>%n junction of drawn lines became a passive splice without equipment.</numerusform>
            <numerusform>%n junctions of drawn lines became passive splices without equipment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n preset(s) were added to your library.</source>
        <translation>
            <numerusform>%n preset was added to your library.</numerusform>
            <numerusform>%n presets were added to your library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preset(s) for your library.</source>
        <translation>
            <numerusform>%n preset for your library.</numerusform>
            <numerusform>%n presets for your library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n value(s) in SI units, each with its source.</source>
        <translation>
            <numerusform>%1: %n value in SI units, with its source.</numerusform>
            <numerusform>%1: %n values in SI units, each with its source.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>“%1” applied to %n element(s); values typed by hand stay.</source>
        <translation>
            <numerusform>“%1” applied to %n element; values typed by hand stay.</numerusform>
            <numerusform>“%1” applied to %n elements; values typed by hand stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtocolTreePlot</name>
    <message numerus="yes">
        <source>%n round(s)</source>
        <comment>of distillation</comment>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hop(s)</source>
        <comment>of a route</comment>
        <translation>
            <numerusform>%n hop</numerusform>
            <numerusform>%n hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n distilled</source>
        <comment>steps of a plan</comment>
        <translation>
            <numerusform>%n distilled</numerusform>
            <numerusform>%n distilled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RateDistancePlot</name>
    <message numerus="yes">
        <source>%n repeater(s)</source>
        <translation>
            <numerusform>%n repeater</numerusform>
            <numerusform>%n repeaters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n site(s) have no position and are not on the map.</source>
        <translation>
            <numerusform>%n site has no position and is not on the map.</numerusform>
            <numerusform>%n sites have no position and are not on the map.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demand(s)</source>
        <translation>
            <numerusform>%n demand</numerusform>
            <numerusform>%n demands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubjectWords</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hop(s)</source>
        <translation>
            <numerusform>%n hop</numerusform>
            <numerusform>%n hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demand(s)</source>
        <translation>
            <numerusform>%n demand</numerusform>
            <numerusform>%n demands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Walker</name>
    <message numerus="yes">
        <source>%n satellite(s) cannot be shared evenly by %1 planes.</source>
        <translation>
            <numerusform>%n satellite cannot be shared evenly by %1 planes.</numerusform>
            <numerusform>%n satellites cannot be shared evenly by %1 planes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demand(s)</source>
        <translation>
            <numerusform>%n demand</numerusform>
            <numerusform>%n demands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::AddSatellitesDialog</name>
    <message numerus="yes">
        <source>%n satellite(s)</source>
        <translation>
            <numerusform>%n satellite</numerusform>
            <numerusform>%n satellites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n satellite link(s)</source>
        <translation>
            <numerusform>%n satellite link</numerusform>
            <numerusform>%n satellite links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n satellite(s)</source>
        <translation>
            <numerusform>Add %n satellite</numerusform>
            <numerusform>Add %n satellites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::AdvicePanel</name>
    <message numerus="yes">
        <source>For %1, cheapest first. %n single change(s) tried.</source>
        <translation>
            <numerusform>For %1, cheapest first. %n single change tried.</numerusform>
            <numerusform>For %1, cheapest first. %n single changes tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n single change(s) helps.</source>
        <translation>
            <numerusform>The %n single change tried does not help.</numerusform>
            <numerusform>None of %n single changes helps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::CloudsDialog</name>
    <message numerus="yes">
        <source>The file has %n problem(s) besides.</source>
        <translation>
            <numerusform>The file has %n problem besides.</numerusform>
            <numerusform>The file has %n problems besides.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::DifferenceTable</name>
    <message numerus="yes">
        <source>%n added</source>
        <comment>elements</comment>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>elements</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>elements</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::EdgeChip</name>
    <message numerus="yes">
        <source>Show all %n further selected element(s)</source>
        <translation>
            <numerusform>Show all %n further selected element</numerusform>
            <numerusform>Show all %n further selected elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::ElementsForm</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::FileActions</name>
    <message numerus="yes">
        <source>Not read, %n part(s):</source>
        <translation>
            <numerusform>Not read, %n part:</numerusform>
            <numerusform>Not read, %n parts:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::GridView</name>
    <message numerus="yes">
        <source>Paste %n cell(s)</source>
        <translation>
            <numerusform>Paste %n cell</numerusform>
            <numerusform>Paste %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n part(s) cannot be imported:</source>
        <translation>
            <numerusform>%n part cannot be imported:</numerusform>
            <numerusform>%n parts cannot be imported:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) of your presets cannot be read; the Library tab says why.</source>
        <translation>
            <numerusform>%n file of your presets cannot be read; the Library tab says why.</numerusform>
            <numerusform>%n files of your presets cannot be read; the Library tab says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::NetworkView</name>
    <message numerus="yes">
        <source>%n site(s) without position</source>
        <translation>
            <numerusform>%n site without position</numerusform>
            <numerusform>%n sites without position</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::OutlineModel</name>
    <message numerus="yes">
        <source>%n qubit(s)</source>
        <translation>
            <numerusform>%n qubit</numerusform>
            <numerusform>%n qubits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::RecentRow</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::RegionPopover</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::ReportDialog</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::SimulatedPlot</name>
    <message numerus="yes">
        <source>%1: mean rate %2 1/s over %n piece(s) of time.</source>
        <translation>
            <numerusform>%1: mean rate %2 1/s over %n piece of time.</numerusform>
            <numerusform>%1: mean rate %2 1/s over %n pieces of time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demand(s)</source>
        <translation>
            <numerusform>%n demand</numerusform>
            <numerusform>%n demands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n minute(s) ago</source>
        <translation>
            <numerusform>Saved %n minute ago</numerusform>
            <numerusform>Saved %n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::TablesPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::TrackPreview</name>
    <message numerus="yes">
        <source>%n satellite(s)</source>
        <translation>
            <numerusform>%n satellite</numerusform>
            <numerusform>%n satellites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellweave::ui::VerdictBar</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
</TS>
