"""What is typed in a control as plain data that can be kept, and typed again into another like it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.field import Field, TextBox
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.segmented import Switch
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.services.rows import Named

Typed = str | bool | list[str | None]
"""Words, a code or a yes; for a record its id, reference, title and native name."""


def typed_in(control: QWidget) -> Typed:
    """What stands in a control now."""
    if isinstance(control, RecordField) and control.named is not None:
        named = control.named
        return [str(named.id), named.ref, named.title, named.native]
    if isinstance(control, Pick):
        return control.code
    if isinstance(control, Switch):
        return control.isChecked()
    return control.text() if isinstance(control, Field | TextBox) else ""


def type_again(control: QWidget, typed: Typed) -> None:
    """Put it there again, as if a person had."""
    if isinstance(control, RecordField) and isinstance(typed, list):
        id_, ref, title, native = typed
        control.choose(Named(UUID(id_), ref, title or "", native))
    elif isinstance(control, Switch):
        control.setChecked(bool(typed))
    elif isinstance(control, Pick) and isinstance(typed, str):
        control.choose(typed)
    elif isinstance(control, TextBox) and isinstance(typed, str):
        control.setPlainText(typed)
    elif isinstance(control, Field) and isinstance(typed, str):
        control.setText(typed)


def typed_beside(view: QWidget) -> dict[str, Typed]:
    """What a person typed into the fields of a record that is shown, by their names: something to add to
    it, not added yet."""
    found = {
        one.accessibleName(): typed_in(one) for one in view.findChildren(Field) if one.isModified()
    }
    return {name: typed for name, typed in found.items() if name and typed}


def type_beside(view: QWidget, typed: Mapping[str, Typed]) -> None:
    """Put it into the fields of those names again."""
    for one in view.findChildren(Field) if typed else ():
        if one.accessibleName() in typed:
            type_again(one, typed[one.accessibleName()])
            one.setModified(True)
