"""The one path of text to paper: every script, every document.

Points everywhere; y runs down from the top edge of the sheet and means a baseline for text.

    style       Style(family, weight, italic, size, leading, colour, tracking, features,
                    language) .but(size=10); Span(text, style)
    paragraph   Paragraph(text or spans, style, setting="body"|"plain"|"title"|"name",
                    seams=(offset,), rtl=None): .set(width) -> Block; .single() -> Line;
                    .at(size, leading) -> Paragraph; .text .style .language .leading .rtl
                fit(paragraphs, width, sizes, lines=, height=, leading=1.2)
                    -> Fitted(blocks, size, fits)
    lines       Block: .lines .width .leading .rtl .language .height .natural .overflows
                    .cramped
                    .part(start, stop) -> Block; .fitting(room) -> lines without widow or orphan
                Line: .parts .width .text .hyphen .outside .bidirectional
    document    Document(target, title=, languages=, author=, subject=, created=, size=A4,
                    archival="2b"|"1b", magnified=, viewing=), a context manager:
                    .page(size) -> Page; .pages; .trim(margin, bleed);
                    .tag(role, language=, alt=, scope=, span=); .artifact(); .attach(...)
                mm(value); A3 A4 A5 LETTER
    page        Page: .block(x, y, block, align=, hang=, role=) -> y;
                    .text(x, y, text, style, anchor=) -> width;
                    .line(x, y, line, language, anchor=, role=); .rule .rules .rectangle
                    .rectangles .circle .polygon .image .turned .shifted .clipped .bookmark;
                    with a role a text is a structure element of its own;
                    .stamp(Stamp(paint)): furniture of many pages, in the file once
    ledger      Ledger(document, columns, rtl=).row(page, middle, cells): rows of a list of any
                    length, most of them written at once
    making      using(Making(colours, typefaces, grey, watch)): what holds for all of a document
    fonts       missing(text, families) -> characters that no face has
    house_fonts read(path) -> FontFile, for a HouseFamily(files, other): a family of a Style

The way of a text: `Paragraph` cuts it into boxes (`manuscript`, `pieces`) of shaped words
(`shaping`, `harfbuzz`, `glyphs`, `fonts`, `system_fonts`, `bidi`), sets these in lines
(`breaking`, `hyphenation`, `patterns`, `glue`) and a `Page` draws them (`ink`, `surface`,
`pictures`, `images`) into a file that is tagged and archival (`tagging`, `outline`, `finish`,
`colours`) and is written page by page (`streaming`, `embedding`, `fontfile`, `pdffile`).
Importing this package alone costs nothing.
"""
