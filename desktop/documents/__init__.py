"""Paper: values of the trade in, a finished PDF out. Nothing here can ask the database.

kinds       KINDS, kind(key): every kind of document, each with its papers, options and `make`
options     Option(key, name, choices), Choice(value, name): what may be chosen about a kind
dossier     Dossier: what a document may need about one event
request     Request(languages, paper, options), PAPERS, Progress
tokens      colours and type; scale, headings, furniture, masthead, logos, charts: parts
wording     the words of one language's column, composed from the dossier
typesetting the one path of text to paper, columns and pages
"""
