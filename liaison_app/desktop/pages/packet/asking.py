"""Left: of what the packet is, for whom, in which edition, on which paper; and what is in it, page by page."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal

from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.look.look import look
from liaison_app.desktop.outgoing.audience_field import AudienceField
from liaison_app.desktop.pages.packet.sheets import Part
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import boxed, down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.session import Session
from liaison_app.domain.audience import Reader
from liaison_app.system.messages import text


class Asking(Card):
    """``changed`` when another packet is asked for; ``turned(page)`` when a part is pointed at."""

    changed = Signal()
    turned = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(text("preview.what"))
        self.setProperty("region", "true")
        self.subject = Pick("", [])
        self.variant = Segmented(
            text("preview.variant"),
            [Choice(code, text(f"preview.{code}")) for code in ("principal", "staff")],
            "staff",
        )
        self.paper = Segmented(
            text("preview.paper"),
            [Choice(code, text(f"preview.{code}")) for code in ("letter", "a4")],
            session.office.setting("paper", "letter"),
        )
        self.audience = AudienceField(session, Reader.INTERNAL)
        self._model = RowsModel()
        self._parts: Sequence[Part] = ()
        self.parts = RowList(text("preview.contents"), self._model, pad=12)
        of, how = FormGrid(1, gap=8), FormGrid(1 if look().scale > 1.15 else 2, gap=8)
        of.field(text("preview.of"), self.subject)
        how.field(text("preview.variant"), self.variant)
        how.field(text("preview.paper"), self.paper)
        self.add(boxed(down(of, self.audience, how, gap=8, margins=(14, 10, 14, 10))))
        self.add(self.parts, 1)
        self._connect()

    def _connect(self) -> None:
        self.subject.picked.connect(lambda _: self.changed.emit())
        self.variant.chosen.connect(lambda _: self.changed.emit())
        self.paper.chosen.connect(lambda _: self.changed.emit())
        self.audience.chosen.connect(self.changed)
        for signal in (self.parts.chosen, self.parts.pointed):
            signal.connect(lambda key: self.turned.emit(self._page_of(key)))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """What is in it."""
        rows = [
            (
                f"{at} {part.page}",
                RowData(part.title, right=str(part.page + 1), depth=part.depth),
            )
            for at, part in enumerate(parts)
        ]
        self._parts = parts
        self._model.show_rows(rows)

    def point_at(self, page: int) -> None:
        """Mark the part that begins last before a page."""
        begun = [at for at, part in enumerate(self._parts) if part.page <= page]
        if begun and self._page_of(self.parts.key) != self._parts[begun[-1]].page:
            with QSignalBlocker(self.parts):
                self.parts.point_at(f"{begun[-1]} {self._parts[begun[-1]].page}")

    def _page_of(self, key: object) -> int:
        page = str(key).partition(" ")[2]
        return int(page) if page else -1
