"""Every sentence about evidence and its dates, in Mexican Spanish and English."""

from __future__ import annotations

from certready.model import EvidenceKind, Text

# --- where one is, and what is named already
EVIDENCE_FOR = Text(es="Evidencia de: {title}", en="Evidence for: {title}")
EVIDENCE_PLACE = Text(es="{n} de {of} · {title}", en="{n} of {of} · {title}")
EVIDENCE_NAMED = Text(es="Ya nombrado:", en="Named already:")
EVIDENCE_NOTHING = Text(
    es="Usted dijo: {claimed}. Aún no hay nada nombrado.", en="You said: {claimed}. Nothing is named yet."
)
EVIDENCE_BACKS = Text(
    es="Usted dijo: {claimed}. Lo nombrado respalda: {backed}.",
    en="You said: {claimed}. What is named backs: {backed}.",
)
LACKS_PROCEDURE = Text(
    es="Falta el documento aprobado: aquí se exige por escrito, y sin él lo demás sólo muestra costumbre.",
    en="The approved document is missing: it must be in writing here, and without it the rest shows habit only.",
)
LACKS_PAPER = Text(
    es="Falta un documento aprobado o un registro: sin uno de ellos sólo se muestra costumbre.",
    en="An approved document or a record is missing: without one of them only habit is shown.",
)
LACKS_RECORD = Text(
    es="Falta un registro: el documento solo no muestra que se hace.",
    en="A record is missing: the document alone does not show that it is done.",
)
LACKS_EFFECT = Text(
    es="Falta una prueba de que funciona: auditoría, indicador contra su meta o revisión.",
    en="A proof that it works is missing: an audit, a metric against its target, or a review.",
)
KINDS = {
    EvidenceKind.DOCUMENT: Text(es="Documento: {paper}", en="Document: {paper}"),
    EvidenceKind.RECORD: Text(es="Registro: {paper}", en="Record: {paper}"),
    EvidenceKind.EFFECT: Text(es="Prueba: {paper}", en="Proof: {paper}"),
}
PAPER_TITLED = Text(es="{ref} {title}", en="{ref} {title}")
PAPER_DATED = Text(es="{paper}, del {day}", en="{paper}, dated {day}")
PAPER_UNTIL = Text(es="{paper}, vence el {day}", en="{paper}, expires on {day}")
PAPER_OVER = Text(es="{paper}: venció el {day}, no respalda", en="{paper}: expired on {day}, backs nothing")
PAPER_UNDATED = Text(
    es="{paper}, sin fecha (el auditor la pedirá)", en="{paper}, no date (the auditor will ask for it)"
)

# --- the menu
EVIDENCE_WHAT = Text(es="¿Qué puede mostrar?", en="What can you show?")
EVIDENCE_DOCUMENT = Text(
    es="Un documento aprobado (PNO, instructivo, plan)", en="An approved document (SOP, instruction, plan)"
)
EVIDENCE_RECORD = Text(es="Un registro (se hizo)", en="A record (it was done)")
EVIDENCE_EFFECT = Text(es="Una prueba de que funciona", en="A proof that it works")
EVIDENCE_ENOUGH = Text(es="Es todo, seguir", en="That is all, go on")
EVIDENCE_STOP = Text(
    es="Dejar para otro día ésta y todas las que siguen", en="Leave this one and all that follow for another day"
)
EVIDENCE_STOPPED = Text(
    es="La evidencia de ésta y de todas las preguntas que siguen queda para otro día. Lo ya nombrado está guardado.",
    en="Evidence for this and for all following questions is left for another day. What was named is saved.",
)
EVIDENCE_MEND = Text(es="Quitar o corregir algo ya nombrado", en="Remove or correct something named already")
NOT_WRITTEN = Text(es="No se guardó: {detail}", en="Not saved: {detail}")
ALREADY_NAMED = Text(
    es="{paper} ya está nombrado en esta respuesta: una vez basta.",
    en="{paper} is named in this answer already: once is enough.",
)

# --- which one
WHICH = {
    EvidenceKind.DOCUMENT: Text(es="¿Qué documento?", en="Which document?"),
    EvidenceKind.RECORD: Text(es="¿Qué registro?", en="Which record?"),
    EvidenceKind.EFFECT: Text(es="¿Qué prueba?", en="Which proof?"),
}
WHICH_NEW = {
    EvidenceKind.DOCUMENT: Text(es="Otro, que aún no está en la lista", en="Another one, not in the list yet"),
    EvidenceKind.RECORD: Text(es="Otro registro", en="Another record"),
    EvidenceKind.EFFECT: Text(es="Otra prueba", en="Another proof"),
}
WHICH_SEARCH = Text(es="Buscar por clave o título (hay {n})", en="By code or title: search (there are {n})")
WHICH_RETURN = Text(es="Volver sin nombrar nada", en="Back without naming anything")
SEARCH_FOR = Text(
    es="Unas letras de la clave o del título («regresar» para volver):",
    en="Some letters of the code or title (“back” to return):",
)
SEARCH_NEEDED = Text(es="Escriba al menos una letra.", en="Write one letter at least.")
SEARCH_NOTHING = Text(es="Nada contiene «{letters}».", en="Nothing contains “{letters}”.")
SEARCH_MANY = Text(
    es="Coinciden {n}; aquí van {shown}. Con más letras salen menos.",
    en="{n} match; here are {shown}. More letters find fewer.",
)

# --- a new document
DOCUMENT_REF = Text(
    es="Clave del documento, p. ej. PNO-VAL-001 («regresar» aquí o más adelante para no guardar nada):",
    en="Code of the document, e.g. SOP-VAL-001 (“back” here or later to save nothing):",
)
DOCUMENT_REF_NEEDED = Text(
    es="Hace falta la clave, como está en su lista maestra. Con «regresar» no se guarda nada.",
    en="The code is needed, as in your master list. With “back” nothing is saved.",
)
DOCUMENT_REF_RESERVED = Text(
    es="Una clave no puede empezar con «x-» en minúscula: el archivo reserva esas letras. Escriba «X-».",
    en="A code cannot begin with a lower-case “x-”: the file reserves those letters. Write “X-”.",
)
DOCUMENT_KNOWN = Text(
    es="{ref} ya está en la lista de documentos: se usa ése.",
    en="{ref} is in the list of documents already: that one is used.",
)
DOCUMENT_TITLE = Text(es="Título:", en="Title:")
DOCUMENT_TITLE_NEEDED = Text(
    es="Hace falta el título: sin él el auditor no sabe qué documento es.",
    en="The title is needed: without it the auditor cannot tell which document it is.",
)
DOCUMENT_REVISION = Text(es="Revisión (Enter para omitir):", en="Revision (Enter to skip):")
REVISION_UNSEEN = Text(
    es="Esos signos no se ven en pantalla. Escriba la revisión o sólo Enter.",
    en="Those signs do not show on a screen. Write the revision or just Enter.",
)
DOCUMENT_DATE = Text(es="Fecha de emisión o de la revisión vigente", en="Issue or revision date")
DOCUMENT_EXPIRES = Text(es="Vence el", en="Expires on")
EXPIRED = Text(es="Ese documento venció el {day}: no respalda.", en="That document expired on {day}: it backs nothing.")
EXPIRED_WHAT = Text(es="¿Qué hacemos?", en="What shall we do?")
EXPIRED_MEND = Text(es="Corregir sus fechas", en="Correct its dates")
EXPIRED_ANYWAY = Text(es="Está vencido: nombrarlo así", en="It is expired: name it so")

# --- a new record or proof
RECORD_TITLE = Text(
    es="¿Qué registro es? («regresar» aquí o más adelante para no guardar nada):",
    en="Which record is it? (“back” here or later to save nothing):",
)
EFFECT_TITLE = Text(
    es="¿Qué lo prueba? Auditoría, indicador, revisión («regresar» para no guardar nada):",
    en="What proves it? Audit, metric, review (“back” to save nothing):",
)
TITLE_NEEDED = Text(
    es="Escriba con qué nombre lo encontraría el auditor. Con «regresar» no se guarda nada.",
    en="Write the name under which the auditor would find it. With “back” nothing is saved.",
)
RECORD_DATE = Text(es="Fecha", en="Date")

# --- to remove or correct
MEND_WHICH = Text(es="¿Cuál?", en="Which one?")
MEND_WHAT = Text(es="{paper}: ¿qué hacemos?", en="{paper}: what shall we do?")
MEND_REMOVE = Text(es="Quitar de esta respuesta", en="Remove from this answer")
MEND_REMOVE_DOCUMENT = Text(
    es="Quitar de aquí y de la lista de documentos", en="Remove from here and from the list of documents"
)
MEND_DATES = Text(es="Corregir sus fechas", en="Correct its dates")
MEND_DATES_HINT = Text(
    es="Sus fechas valen en todas las respuestas que nombran este documento. Con «regresar» quedan como están.",
    en="Its dates hold in all answers that name this document. With “back” they stay as they are.",
)
MEND_RETURN = Text(es="Dejar todo como está", en="Leave everything as it is")
REMOVED = Text(es="Se quitó de esta respuesta: {paper}.", en="Removed from this answer: {paper}.")

# --- what cannot be saved
TOO_LONG = Text(
    es="Es demasiado largo: {n} caracteres, y caben {most}. Acórtelo.",
    en="It is too long: {n} characters, and {most} fit. Shorten it.",
)
BAD_SIGN = Text(
    es="Contiene un carácter de control que no se ve ({name}). Vuelva a escribirlo.",
    en="It contains a control character that cannot be seen ({name}). Write it again.",
)
ANSWER_GONE = Text(
    es="alguien más quitó esta respuesta del archivo.", en="somebody else took this answer out of the file."
)
NOT_EDITABLE = Text(
    es="ese lugar del archivo tiene una forma que no se puede cambiar desde aquí.",
    en="that place of the file has a form that cannot be changed from here.",
)

# --- dates
DAY_ASKED = Text(
    es="{what} (p. ej. 31/05/2025; Enter si no la sabe):", en="{what} (e.g. 31/05/2025; Enter if unknown):"
)
DAY_NEVER = Text(es="{what} (p. ej. 31/05/2029; Enter si no vence):", en="{what} (e.g. 31/05/2029; Enter if never):")
DAY_KEPT = Text(
    es="{what} (hoy dice {day}; Enter la deja, - la borra):", en="{what} (now {day}; Enter keeps it, - clears it):"
)
DATE_FORM = Text(
    es="«{word}» no es una fecha. Escriba día/mes/año, como 31/05/2027.",
    en="“{word}” is not a date. Write day/month/year, as 31/05/2027.",
)
DATE_MONTH = Text(
    es="No hay mes {month}. Primero va el día y luego el mes: 31/05/2027.",
    en="There is no month {month}. The day comes first, then the month: 31/05/2027.",
)
DATE_DAY = Text(es="El mes {month} de {year} no tiene día {day}.", en="Month {month} of {year} has no day {day}.")
DATE_YEAR = Text(
    es="El año {year} no puede ser: van de {first} a {last}.",
    en="Year {year} cannot be: they go from {first} to {last}.",
)
DATE_AHEAD = Text(
    es="{day} está en el futuro: aquí va una fecha que ya pasó.", en="{day} is in the future: a past date belongs here."
)
DATE_BEFORE = Text(
    es="{day} es antes de la fecha de emisión ({issued}).", en="{day} is before the date of issue ({issued})."
)
