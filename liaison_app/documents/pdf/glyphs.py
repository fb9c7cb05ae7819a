"""Glyphs as PDF text operators, and whether they say by themselves what was written."""

from liaison_app.documents.pdf.letters import Letters
from liaison_app.documents.text.lines import Run


def says_itself(run: Run, letters: Letters) -> bool:
    """Note the glyphs of ``run`` in its face; True if reading them one by one gives the text.

    Marks set over letters, joined letters and right-to-left order don't: such a run carries its text beside it.
    """
    is_rtl = bool(run.level & 1)
    plain = not is_rtl
    for glyph in run.glyphs:
        # Two letters in one glyph (lam-alef): programs that copy text turn right-to-left letters
        # round one by one, so they are given as they stand. The structure has them as they are read.
        known = letters.use(glyph.gid, glyph.text[::-1] if is_rtl else glyph.text)
        plain = plain and known and not glyph.dx and not glyph.dy and glyph.advance > 0
    return plain


def placed(run: Run) -> str:
    """The glyphs with their kerning and offsets, for the current text position."""
    size = run.span.style.size
    out: list[str] = []
    codes: list[str] = []
    shift = 0.0
    rise = 0.0

    def flush() -> None:
        if codes:
            out.append(f"[{''.join(codes)}] TJ")
            codes.clear()

    for glyph in run.glyphs:
        if glyph.dy != rise:
            flush()
            out.append(f"{glyph.dy * size / 1000:.3f} Ts")
            rise = glyph.dy
        shift += glyph.dx
        if abs(shift) > 0.05:
            codes.append(f" {-shift:.2f} ")
        codes.append(f"<{glyph.gid:04X}>")
        shift = glyph.advance - glyph.dx - run.face.width(glyph.gid)
    flush()
    if rise:
        out.append("0 Ts")
    return " ".join(out).replace("><", "")
