"""What to settle before a packet is printed."""

from collections.abc import Sequence

from liaison_app.desktop.outgoing.left_out import said_line
from liaison_app.desktop.parts.card import Card
from liaison_app.system.messages import text


class BeforePrinting(Card):
    """Warnings of the pages, or that there are none."""

    def __init__(self) -> None:
        super().__init__(text("preview.before_printing"), icon="verified")
        self.end_with_air()

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """Each a line of its own."""
        count = text("preview.to_settle", count=len(warnings)) if warnings else ""
        self.count(count)
        fine = [
            said_line("check", "good", text("preview.fine.marking")),
            said_line("check", "good", text("preview.fine.glyphs")),
        ]
        self.show_rows([said_line("warn", "soon", one) for one in warnings] or fine)
