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
    <name>RateDistancePlot</name>
    <message numerus="yes">
        <source>%n repeater(s)</source>
        <translation>
            <numerusform>%n repeater</numerusform>
            <numerusform>%n repeaters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n repeater(s): %1</source>
        <translation>
            <numerusform>with %n repeater: %1</numerusform>
            <numerusform>with %n repeaters: %1</numerusform>
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
    <name>bellweave::ui::RepeaterPopover</name>
    <message numerus="yes">
        <source>Insert %n repeater(s)</source>
        <translation>
            <numerusform>Insert %n repeater</numerusform>
            <numerusform>Insert %n repeaters</numerusform>
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
