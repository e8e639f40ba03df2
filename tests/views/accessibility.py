"""The window as a screen reader walks it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_Role = QAccessible.Role
# What a person acts upon or reads as a whole: each needs a name.
NAMED = frozenset(
    {
        _Role.EditableText,
        _Role.PushButton,
        _Role.ButtonMenu,
        _Role.ComboBox,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.List,
        _Role.Table,
        _Role.Tree,
        _Role.PageTab,
        _Role.PageTabList,
        _Role.MenuItem,
        _Role.Link,
    }
)


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    if interface.role() in (_Role.Table, _Role.Tree, _Role.List, _Role.ComboBox):
        return  # their cells and entries are named by what they hold
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid():
            yield from walk(child)


def nameless(widget: QWidget) -> list[str]:
    """What can be seen and acted upon and has no name, described for a programmer."""
    found = []
    for interface in walk(QAccessible.queryAccessibleInterface(widget)):
        state, owner = interface.state(), interface.object()
        hidden = isinstance(owner, QWidget) and not owner.isVisibleTo(widget)
        if interface.role() not in NAMED or state.invisible or hidden:
            continue
        if not interface.text(QAccessible.Text.Name).strip():
            within = owner.parent() if owner else None
            found.append(f"{interface.role()} {type(owner).__name__} in {type(within).__name__}")
    return found
