"""The skeleton of a new checklist: every key an author needs, explained where it stands."""

from __future__ import annotations

from datetime import date

from certready.model import Language, Text

_HEAD = Text(
    es="""\
# Lista de verificación nueva. Ponga su texto en lugar de cada <…>; lo que lleva # al inicio es opcional.
# Revísela con:  certready --checklists ESTA_CARPETA checklist check {id}
# Cómo se escribe una lista: checklists/README.md
certready: 1
id: {id}                     # igual al nombre del archivo; nunca cambia
authority: "<autoridad o cliente que audita>"
title: {{es: "<título de la lista>", en: "<title of the checklist>"}}
certificate: {{es: "<qué se obtiene al aprobar>", en: "<what is obtained by passing>"}}
edition: "<norma y edición, por ejemplo NOM-241-SSA1-2025>"
# in_force: {{from: {today}, until: {today}, superseded_by: "<edición siguiente>"}}
as_of: {today}            # día en que se revisó contra la norma

# Lo que ya pregunta otra lista no se vuelve a preguntar: inclúyalo, con los numerales de esta autoridad.
# includes:
#   - checklist: iso-13485
#     only: ["4.2.4", "8.2.2"]                      # sin «only» se incluye completa
#     cites: {{"8.2.2": ["<documento>/<sección>"]}}    # documento: un archivo de regulations/

# A quién obliga la lista. Los datos y sus valores están en profile.yaml; un dato sin respuesta obliga.
# applies_when: {{products: [device, ivd], markets: [mx]}}

# Cómo concluye la auditoría: iso-17021, n19, fda-device-oai, fda-six-systems, pics, eu-gmp, cofepris, acta
# outcome_models: [iso-17021]

# Cómo se solicita: filas de fees.yaml (cuánto tarda y cuesta); issued: false si la autoridad no expide certificado
# application: {{terms: [t-default], fees: [lfd-195-iii-a], scheme: cbpf}}
# voluntary: true            # ninguna autoridad lo exige: se ofrece en la entrevista, no se propone

# Un requisito que desaparece deja aquí su sucesor, para que las respuestas dadas sigan valiendo.
retired: {{}}

chapters:
  - id: "1"
    title: {{es: "<título del capítulo>", en: "<title of the chapter>"}}
    requirements:
      # El id: el numeral, si lo leyó en el texto oficial; si no, una palabra en inglés (complaints). Entre comillas.
      - id: "first-requirement"
        cites: ["<documento>/<sección>"]              # la sección debe existir en regulations/<documento>.yaml
        title: {{es: "<nombre corto del requisito>", en: "<short name of the requirement>"}}
        # Una sola pregunta, en palabras de quien hace el trabajo, que se conteste con un nivel. Parafrasee: no copie.
        question:
          es: "<¿Pregunta?>"
          en: "<Question?>"
        # Lo que el auditor pedirá ver: documentos y registros concretos, los mismos en los dos idiomas.
        evidence:
          es:
            - "<documento o registro>"
          en:
            - "<document or record>"
        # Cómo fallan de verdad las plantas.
        pitfalls:
          es:
            - "<falla concreta>"
          en:
            - "<concrete failure>"
        criticality: major                            # critical | major | minor; critical detiene el certificado
        practice: "<práctica de practices.yaml>"       # qué se hace para cerrarlo; por ejemplo document-control
        # Escriba lo que sigue sólo donde difiere de lo normal:
        # na_allowed: false                           # ninguna planta a la que obliga puede decir «no aplica»
        # product_risk: true                          # su falta total puede dañar a un paciente
        # documented_procedure: true                  # la norma pide un procedimiento escrito
        # in_force: {{from: {today}}}
        # applies_when: {{roles: [device-maker], sterile: [true]}}      # junto al dato fino, el dato amplio
        # met_by: ["iso-13485/7.5.6"]                 # quien cumple aquél cumple éste
        # see_also: ["iso-13485/7.5.2"]               # se parecen: su nivel se sugiere
""",
    en="""\
# A new checklist. Put your text in place of every <…>; lines that begin with # are optional.
# Check it with:  certready --checklists THIS_FOLDER checklist check {id}
# How to write a checklist: checklists/README.md
certready: 1
id: {id}                     # the file's name; never changes
authority: "<authority or customer that audits>"
title: {{es: "<título de la lista>", en: "<title of the checklist>"}}
certificate: {{es: "<qué se obtiene al aprobar>", en: "<what is obtained by passing>"}}
edition: "<norm and edition, for example NOM-241-SSA1-2025>"
# in_force: {{from: {today}, until: {today}, superseded_by: "<next edition>"}}
as_of: {today}            # the day it was checked against the norm

# What another checklist asks already is not asked again: include it, under this authority's own numerals.
# includes:
#   - checklist: iso-13485
#     only: ["4.2.4", "8.2.2"]                      # without “only” all of it is included
#     cites: {{"8.2.2": ["<document>/<section>"]}}     # document: a file of regulations/

# Whom the checklist binds. Facts and their values are in profile.yaml; an unanswered fact binds.
# applies_when: {{products: [device, ivd], markets: [mx]}}

# How the audit concludes: iso-17021, n19, fda-device-oai, fda-six-systems, pics, eu-gmp, cofepris, acta
# outcome_models: [iso-17021]

# How it is applied for: rows of fees.yaml (how long, how much); issued: false where the authority issues no certificate
# application: {{terms: [t-default], fees: [lfd-195-iii-a], scheme: cbpf}}
# voluntary: true            # no authority demands it: the interview offers it and does not propose it

# A requirement that goes leaves its successor here, so that answers already given still count.
retired: {{}}

chapters:
  - id: "1"
    title: {{es: "<título del capítulo>", en: "<title of the chapter>"}}
    requirements:
      # The id: the clause number if you read it in the official text, else an English word (complaints). In quotes.
      - id: "first-requirement"
        cites: ["<document>/<section>"]               # the section must exist in regulations/<document>.yaml
        title: {{es: "<nombre corto del requisito>", en: "<short name of the requirement>"}}
        # One question, in the words of whoever does the work, that a level can answer. Paraphrase: do not copy.
        question:
          es: "<¿Pregunta?>"
          en: "<Question?>"
        # What the auditor will ask to see: concrete documents and records, the same in both languages.
        evidence:
          es:
            - "<documento o registro>"
          en:
            - "<document or record>"
        # How plants really fail it.
        pitfalls:
          es:
            - "<falla concreta>"
          en:
            - "<concrete failure>"
        criticality: major                            # critical | major | minor; critical stops the certificate
        practice: "<practice of practices.yaml>"       # what is done to close it; for example document-control
        # Write what follows only where it differs from the usual:
        # na_allowed: false                           # no plant that it binds can say “not applicable”
        # product_risk: true                          # its total absence can hurt a patient
        # documented_procedure: true                  # the norm demands a written procedure
        # in_force: {{from: {today}}}
        # applies_when: {{roles: [device-maker], sterile: [true]}}      # the broad fact beside the narrow one
        # met_by: ["iso-13485/7.5.6"]                 # whoever meets that one meets this one
        # see_also: ["iso-13485/7.5.2"]               # they overlap: its level is suggested
""",
)
_SCHEMA = "# yaml-language-server: $schema=./checklist.schema.json\n"


def skeleton(checklist_id: str, language: Language, on: date, *, with_schema: bool = False) -> str:
    """The text of a new checklist; `with_schema` where checklist.schema.json lies beside it."""
    text = _HEAD.to(language).format(id=checklist_id, today=on.isoformat())
    return (_SCHEMA if with_schema else "") + text
