"""Paper: values of the trade in, a finished PDF out. Nothing here can ask the database.

kinds       KINDS, kind(key): every kind of document, each with its papers, options and `make`
options     Option(key, name, choices), Choice(value, name): what may be chosen about a kind
dossier     Dossier: what a document may need about one event
request     Request(languages, paper, options, style), PAPERS, Progress
styles      house styles: named(name or path) -> HouseStyle, worn(…) -> Worn, shipped()
proof       made(kind, dossier, request, progress) -> (pdf, what is wrong with it on paper)
imposition  sheets(pages, rtl=): which pages stand together; creep; for any booklet
tokens      colours and type; scale, headings, furniture, masthead, logos, charts: parts
guests      whom a paper is for: guests(dossier, wanted), by_family_name(guests, language)
nameplate   names set large, at one size: set_name, set_names, shared_sizes
batch       papers made one like the other, counted: batch(title, request, steps, progress)
sheets      many pieces on a sheet: Sheet.centred, .cell(index, back=), cut_marks, fold_marks
qr          symbol(payload), draw(page, x, y, side, payload)
personal    what may be chosen about badges, certificates, envelopes, labels
mail        to whom and where something is sent, in the order of the country it goes to
wording     the words of one language's column, composed from the dossier
typesetting the one path of text to paper, columns and pages
"""
