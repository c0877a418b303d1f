"""Every sentence of the interview, in Mexican Spanish and English. It speaks like a calm auditor."""

from __future__ import annotations

from certready.interview.asking import Choice
from certready.model import Level, Text

# --- keys
KEYS_MENU = Text(es="elija con ↑ ↓ o la tecla, luego Enter", en="choose with ↑ ↓ or the key, then Enter")
KEYS_MENU_BACK = Text(
    es="elija con ↑ ↓ o la tecla, luego Enter; ← regresa", en="choose with ↑ ↓ or the key, then Enter; ← goes back"
)
KEYS_CHECKS = Text(es="espacio marca, Enter sigue", en="space marks, Enter goes on")
KEYS_CHECKS_BACK = Text(es="espacio marca, Enter sigue, ← regresa", en="space marks, Enter goes on, ← goes back")
MARK_ONE = Text(es="Marque al menos una con la barra espaciadora.", en="Mark at least one with the space bar.")
NOT_SAVABLE = Text(
    es="Esos caracteres llegaron dañados y no se pueden guardar. Revise la codificación de su terminal (UTF-8).",
    en="Those characters arrived damaged and cannot be saved. Check the encoding of your terminal (UTF-8).",
)

# --- without a screen
NO_TERMINAL = Text(
    es="La entrevista necesita una terminal con teclado y pantalla. Sin ella puede llenar el archivo a mano"
    " (certready schema supplier muestra su forma) y calificarlo con: certready score ARCHIVO",
    en="The interview needs a terminal with keyboard and screen. Without one you can fill in the file by hand"
    " (certready schema supplier shows its form) and score it with: certready score FILE",
)
LEFT_EARLY = Text(
    es="Interrumpido. Todo lo contestado está en {file}. Para seguir:\n{command}",
    en="Interrupted. Everything answered is in {file}. To go on:\n{command}",
)
LEFT_BEFORE_FILE = Text(
    es="Interrumpido antes de la primera respuesta; no se creó ningún archivo.",
    en="Interrupted before the first answer; no file was made.",
)
TARGET_NOT_BINDING = Text(
    es="No aplica a esta planta: {title}. {why}", en="Does not apply to this plant: {title}. {why}"
)
TO_CHOOSE = Text(es="Certificados de este archivo: {known}", en="Certificates of this file: {known}")
TARGET_NOT_CHOSEN = Text(
    es="«{title}» no está entre los certificados de este archivo. ¿Lo agregamos?",
    en="“{title}” is not among the certificates of this file. Shall we add it?",
)
ADD_IT = Text(es="Sí, agregarlo: suma {n}", en="Yes, add it: it adds {n}")
DO_NOT_ADD = Text(es="No, dejarlo como está", en="No, leave it as it is")
NO_SUCH_CHECKLIST = Text(
    es="No hay lista «{target}». Las que hay: {known}", en="There is no checklist “{target}”. There are: {known}"
)
NO_SUCH_CHAPTER = Text(
    es="Los capítulos que hay:\n{known}\nNinguna pregunta es del capítulo «{chapter}».",
    en="The chapters that there are:\n{known}\nNo question belongs to chapter “{chapter}”.",
)
NOT_WRITABLE = Text(es="No se puede escribir en «{file}»: {detail}", en="Cannot write to “{file}”: {detail}")

# --- welcome, language, file
LANGUAGE = Text(es="Idioma / Language", en="Language / Idioma")
LANGUAGES = (
    Choice("es", Text(es="Español", en="Español"), "1"),
    Choice("en", Text(es="English", en="English"), "2"),
)
WELCOME = Text(
    es="Le haré preguntas como las haría un auditor. Cada respuesta se guarda al momento; puede salir con Ctrl-C y"
    " seguir otro día. Si no sabe algo, dígalo: es una respuesta válida y honesta.",
    en="I will ask questions as an auditor would. Every answer is saved at once; you can leave with Ctrl-C and go on"
    " another day. If you do not know something, say so: it is a valid and honest answer.",
)
WELCOME_BACK = Text(es="Seguimos: {name}", en="Back to: {name}")
ANSWERED_SO_FAR = Text(es="Respuestas guardadas en {file}: {n}.", en="Answers saved in {file}: {n}.")
FILE_NAME = Text(es="Guardar en:", en="Save in:")
FILE_EXISTS = Text(es="Ya existe {file}.", en="{file} already exists.")
FILE_EXISTS_QUESTION = Text(es="¿Qué hacemos?", en="What shall we do?")
FILE_GO_ON = Text(es="Seguir con ese archivo", en="Go on with that file")
FILE_OTHER_NAME = Text(es="Usar otro nombre", en="Use another name")
FILE_NEEDS_NAME = Text(es="Escriba un nombre de archivo.", en="Write a file name.")
AND_NOTICES = Text(es="Y {n} avisos más: certready score {file}", en="And {n} more notices: certready score {file}")
SAVED_IN = Text(es="Se guarda en {file}.", en="Saved in {file}.")
CHANGED_ON_DISK = Text(
    es="Alguien más cambió {file} mientras usted contestaba. Se volvió a leer: se conservan esos cambios y su última"
    " respuesta.",
    en="Somebody else changed {file} while you were answering. It was read again: those changes and your last answer"
    " are both kept.",
)

# --- who
WHO = Text(es="La empresa", en="The company")
NAME = Text(es="Razón social de la empresa:", en="Name of the company:")
NAME_NEEDED = Text(es="Hace falta el nombre para poder guardar.", en="The name is needed to save anything.")
RFC = Text(es="RFC (Enter si no lo tiene a la mano):", en="RFC, tax number (Enter if not at hand):")
RFC_DIGIT = Text(
    es="El último carácter de {rfc} no es el que calcula el SAT: compárelo con su constancia de situación fiscal.",
    en="The last character of {rfc} is not the one that the SAT computes: compare it with your tax certificate.",
)
RFC_DATE = Text(
    es="«{rfc}» no es un RFC válido: sus seis dígitos, {digits}, no son una fecha (año, mes, día). Corríjalo o déjelo"
    " vacío.",
    en="“{rfc}” is not a valid RFC: its six digits, {digits}, are no date (year, month, day). Correct it or leave it"
    " empty.",
)
RFC_WRONG = Text(
    es="«{rfc}» no es un RFC válido: 12 caracteres para una empresa (tres letras, fecha aammdd y tres más), 13 para"
    " una persona. Corríjalo o déjelo vacío.",
    en="“{rfc}” is not a valid RFC: 12 characters for a company (three letters, date yymmdd and three more), 13 for a"
    " person. Correct it or leave it empty.",
)
STATE = Text(es="Estado de la República (Enter para omitir):", en="Mexican state (Enter to skip):")
EMPLOYEES = Text(es="¿Cuántas personas trabajan en la planta?", en="How many people work at the plant?")
EMPLOYEES_WRONG = Text(
    es="Escriba un número entero, por ejemplo 48; o nada, si no lo sabe.",
    en="Write a whole number, for example 48; or nothing, if you do not know.",
)
BY = Text(es="¿Quién contesta? (nombre, Enter para omitir):", en="Who is answering? (name, Enter to skip):")

# --- profile
PROFILE = Text(es="La planta y sus productos", en="The plant and its products")
PROFILE_WHY = Text(
    es="Estos datos deciden qué requisitos le obligan. Lo que no le toca no se pregunta.",
    en="These facts decide which requirements bind you. What does not concern you is not asked.",
)
MARK = Text(es="Marque las que correspondan", en="Mark those that apply")
CHOOSE = Text(es="Su respuesta", en="Your answer")
FACT_NUMBER = Text(es="Dato {n} · faltan a lo más {left}", en="Fact {n} · at most {left} left")
FACT_YES = Text(es="Sí", en="Yes")
FACT_NO = Text(es="No", en="No")
FACT_OPEN = Text(es="No sé todavía", en="I don't know yet")
FACT_NONE = Text(es="Ninguna de éstas", en="None of these")
FACT_BACK = Text(es="Regresar al dato anterior", en="Back to the fact before")
CERTIFICATE_UNTIL = Text(
    es="{scheme}: vigente hasta (p. ej. 31/05/2027; Enter si no sabe):",
    en="{scheme}: valid until (e.g. 2027-05-31; Enter to skip):",
)
CERTIFICATE_OVER = Text(
    es="{scheme} venció el {day}: no cuenta como vigente. Si la fecha está mal, corríjala después con Más, 9.",
    en="{scheme} expired on {day}: it does not count as valid. If the date is wrong, correct it later by More, 9.",
)
OPEN_FACTS = Text(
    es="Datos de la planta que faltan: {n}. Mientras no se sepan, también se pregunta lo que depende de ellos.",
    en="Facts about the plant still open: {n}. Until they are known, what depends on them is asked too.",
)
OPEN_FACTS_QUESTION = Text(es="¿Los contestamos ahora?", en="Shall we answer them now?")
NOW = Text(es="Ahora", en="Now")
LATER = Text(es="Más tarde", en="Later")

# --- targets
TARGETS = Text(es="Los certificados", en="The certificates")
TARGETS_WHY = Text(
    es="Por lo que dijo de la planta, le propongo los que están marcados. Lo que piden varios se pregunta una vez.",
    en="From what you said of the plant, I propose those that are marked. What several demand is asked only once.",
)
TARGETS_MORE = Text(
    es="Sin marca van los que ninguna autoridad exige; márquelos si un cliente se los pide.",
    en="Those that no authority demands are not marked; mark them if a customer asks for them.",
)
TARGET_COST = Text(es="{title}: {n}, unos {m} min", en="{title}: {n}, about {m} min")
TARGET_ADDS = Text(es="{title}: suma {n}, unos {m} min", en="{title}: adds {n}, about {m} min")
TARGET_FREE = Text(es="{title}: no suma preguntas", en="{title}: adds no question")
TARGET_WOULD_ADD = Text(es="{title}: sumaría {n}, unos {m} min", en="{title}: would add {n}, about {m} min")
TARGETS_SUM = Text(
    es="Con lo marcado: {n}, unos {m} min; la evidencia se nombra aparte.",
    en="With what is marked: {n}, about {m} min; evidence is named besides.",
)
TARGETS_SUM_QUICK = Text(
    es="Con lo marcado: {n}; en la entrevista rápida, {k} de ellas, unos {m} min.",
    en="With what is marked: {n}; in the quick interview {k} of them, about {m} min.",
)
TARGETS_NOT = Text(
    es="Por los datos de la planta no le tocan: {ids}. El porqué: certready score.",
    en="By the facts of the plant these do not concern you: {ids}. Why: certready score.",
)
NO_TARGETS = Text(
    es="Con estos datos ninguna de las listas le obliga. Revise los datos de la planta en {file}.",
    en="With these facts no checklist binds you. Check the facts about the plant in {file}.",
)

# --- before the questions
AHEAD = Text(
    es="Quedan {n} preguntas, unos {m} min (estimación).",
    en="{n} questions are left, about {m} min (estimate).",
)
AHEAD_EVIDENCE = Text(
    es="Nombrar la evidencia de todo lo que cumpla puede llevar otros {m} minutos; se puede dejar para otro día.",
    en="Naming the evidence for all that you meet may take another {m} minutes; it can be left for another day.",
)
AHEAD_ONE = Text(es="Queda 1 pregunta.", en="1 question is left.")
AHEAD_GAPS = Text(
    es="Por repasar: {n}, unos {m} min (estimación).",
    en="To go through again: {n}, about {m} min (estimate).",
)
AHEAD_REVIEW = Text(
    es="Todo esto está contestado ({n}). Se repasa desde la primera; lo que dijo lleva (antes) y Enter lo conserva.",
    en="All of this is answered ({n}). We go through it from the first; what you said bears (before), Enter keeps it.",
)
SAVED_BY_ONCE = Text(
    es="Preguntar una sola vez lo que comparten sus certificados le ahorra {saved}.",
    en="Asking only once what your certificates share saves you {saved}.",
)
COVERED = Text(
    es="No se preguntan, porque las cubre algo que usted ya cumple: {n}.",
    en="Not asked, because something that you already meet covers them: {n}.",
)
QUICK = Text(
    es="Entrevista rápida: primero lo crítico. Al final verá un intervalo, porque el resto queda sin contestar.",
    en="Quick interview: the critical first. It ends with an interval, because the rest is left unanswered.",
)
NOTHING_LEFT = Text(es="No queda nada que preguntar aquí.", en="Nothing is left to ask here.")
HOW_TO_REVIEW = Text(
    es="Para repasar un capítulo ya contestado:\n{command}", en="To go through an answered chapter again:\n{command}"
)
EVIDENCE_WHEN = Text(
    es="¿Cuándo nombramos la evidencia (documentos y registros)?",
    en="When do we name the evidence (documents, records)?",
)
EVIDENCE_AFTER = Text(es="Al final, en una segunda vuelta", en="At the end, in a second pass")
EVIDENCE_AT_ONCE = Text(es="Con cada respuesta", en="With each answer")
EVIDENCE_NOT_NOW = Text(es="Hoy no", en="Not today")

# --- a question
PROGRESS_REVIEW = Text(es="Repaso, pregunta {n} de {of}", en="Review, question {n} of {of}")
PROGRESS = Text(
    es="Pregunta {n} de {of} · faltan {left}, unos {m} min", en="Question {n} of {of} · {left} left, about {m} min"
)
CHAPTER = Text(es="{checklist}, {title}", en="{checklist}, {title}")
ASKED_BY = Text(es="De dónde sale:", en="Where it comes from:")
SERVES = Text(
    es="Vale para {n} de sus certificados: se ahorra {saved}.", en="Counts for {n} of your certificates: saves {saved}."
)
YOUR_NOTE = Text(es="Su nota: {note}", en="Your note: {note}")
YOUR_REASON = Text(es="Dijo que no aplica: {reason}", en="You said that it does not apply: {reason}")
MARKED_REPEAT = Text(es="Marcado: ya nos lo observaron antes.", en="Marked: raised against us before.")
MARKED_RELEASED = Text(es="Marcado: salió producto no conforme.", en="Marked: nonconforming product left the plant.")
ONE_QUESTION = Text(es="1 pregunta", en="1 question")
MANY_QUESTIONS = Text(es="{n} preguntas", en="{n} questions")
CRITICAL = Text(es="Requisito crítico.", en="Critical requirement.")
WILL_ASK = Text(es="El inspector pedirá ver:", en="The inspector will ask to see:")
FAILS = Text(es="Así fallan las plantas:", en="How plants fail it:")
NOT_SURE_NUMERAL = Text(es="(* numeral por verificar)", en="(* clause number to be verified)")
NOT_SURE_EXPLAINED = Text(
    es="Un numeral con * no se pudo leer en el texto oficial: verifíquelo antes de citarlo.",
    en="A clause number with * could not be read in the official text: verify it before you cite it.",
)
SUGGESTED = Text(
    es="En «{other}», que se le parece, contestó: {level}. Elija lo que valga aquí.",
    en="In “{other}”, which overlaps with it, you said: {level}. Choose what holds here.",
)
SUGGESTED_MARK = Text(es="{label} (sugerido)", en="{label} (suggested)")
EARLIER_MARK = Text(es="{label} (antes)", en="{label} (before)")
LEVEL_LABELS = {
    Level.ABSENT: Text(es="No se hace", en="Not done"),
    Level.INFORMAL: Text(es="Se hace por costumbre, nada escrito", en="Done by habit, nothing written"),
    Level.DOCUMENTED: Text(es="Documento aprobado, faltan registros", en="Approved document, records missing"),
    Level.IMPLEMENTED: Text(es="Se aplica y hay registros vigentes", en="In use, with current records"),
    Level.EFFECTIVE: Text(es="Se aplica y se comprobó que funciona", en="In use, and shown to work"),
}
"""Short enough for a narrow window; in the order of the trade."""
UNKNOWN_LABEL = Text(es="No sé", en="I don't know")
NOT_APPLICABLE_LABEL = Text(es="No aplica a esta planta", en="Does not apply to this plant")
BACK_LABEL = Text(es="Regresar a la pregunta anterior", en="Back to the question before")
MORE_LABEL = Text(es="Más: términos, capítulos, nota, avance, salir", en="More: terms, chapters, note, score, leave")
REASON = Text(es="¿Por qué no aplica? (el auditor lo preguntará)", en="Why does it not apply? (the auditor will ask)")
REASON_NEEDED = Text(
    es="Hace falta una razón: sin ella, «no aplica» no vale. Escriba «regresar» para elegir otra respuesta.",
    en="A reason is needed: without one, “not applicable” does not count. Write “back” to choose another answer.",
)
REASON_TOO_SHORT = Text(
    es="Eso no le bastará al auditor: diga en una frase por qué, p. ej. «No instalamos producto». O «regresar».",
    en="That will not do for an auditor: say why in a sentence, e.g. “We install no product”. Or “back”.",
)
GO_BACK_WORDS = frozenset({"regresar", "back"})

# --- more
MORE = Text(es="¿Qué necesita?", en="What do you need?")
MORE_TERMS = Text(es="Explicar términos de esta pregunta", en="Explain terms of this question")
MORE_LEVELS = Text(es="Explicar las respuestas posibles", en="Explain the possible answers")
MORE_JUMP = Text(es="Ir a otro capítulo", en="Go to another chapter")
MORE_NOTE = Text(es="Escribir una nota", en="Write a note")
MORE_REPEAT = Text(es="Marcar: ya nos lo observaron antes", en="Mark: raised against us before")
MORE_NO_REPEAT = Text(es="Quitar: ya nos lo observaron antes", en="Unmark: raised against us before")
MORE_RELEASED = Text(es="Marcar: salió producto no conforme", en="Mark: nonconforming product left the plant")
MORE_NO_RELEASED = Text(es="Quitar: salió producto no conforme", en="Unmark: nonconforming product left the plant")
MORE_EVIDENCE = Text(es="Nombrar evidencia", en="Name evidence")
MORE_SCORE = Text(es="Ver la calificación hasta ahora", en="See the score so far")
MORE_PLANT = Text(es="Corregir datos de la planta o certificados", en="Correct facts about the plant or certificates")
MORE_LEAVE = Text(es="Guardar y salir", en="Save and leave")
MORE_RETURN = Text(es="Volver a la pregunta", en="Back to the question")
NOTE = Text(es="Nota (vacía, se borra):", en="Note (empty: deleted):")
NOTE_SAVED = Text(es="Nota guardada.", en="Note saved.")
NOTE_SAVED_OPEN = Text(
    es="Nota guardada; mientras no conteste, la pregunta queda en «no sé».",
    en="Note saved; until you answer, the question stands at “I don't know”.",
)
NOTE_DELETED = Text(es="Nota borrada.", en="Note deleted.")
UNMARKED = Text(es="Marca quitada.", en="Mark taken off.")

NO_TERMS = Text(
    es="No hay términos por explicar en esta pregunta.", en="There are no terms to explain in this question."
)
JUMP = Text(es="¿A qué capítulo?", en="To which chapter?")
JUMP_FIRST = Text(es="¿De qué lista?", en="Of which checklist?")
JUMP_LABEL = Text(es="{title} (faltan {n})", en="{title} ({n} left)")
FIRST_ALREADY = Text(es="Ésta es la primera pregunta.", en="This is the first question.")
LEVELS_EXPLAINED = {
    Level.ABSENT: Text(es="No se hace: nadie lo hace.", en="Not done: nobody does it."),
    Level.INFORMAL: Text(
        es="Por costumbre: se hace, pero depende de quien lo sabe; no hay procedimiento aprobado.",
        en="By habit: it is done, but depends on who knows it; there is no approved procedure.",
    ),
    Level.DOCUMENTED: Text(
        es="Documento: hay procedimiento aprobado, pero pocos registros o ninguno.",
        en="Document: there is an approved procedure, but few records or none.",
    ),
    Level.IMPLEMENTED: Text(
        es="Se aplica: los registros al día lo muestran. Aquí un auditor ya ve conformidad.",
        en="In use: current records show it. From here on an auditor finds conformity.",
    ),
    Level.EFFECTIVE: Text(
        es="Funciona: además se comprobó con auditoría interna, indicador contra meta o revisión.",
        en="It works: an internal audit, a metric against its target or a review also showed so.",
    ),
}
PERMITS = Text(
    es="Si se pregunta por un permiso, registro o aviso: «no se hace» es que no lo hay; «documento», que está en"
    " trámite; «se aplica», que está vigente; «funciona», que además se vigila su vencimiento.",
    en="Where a permit, registration or notice is asked for: “not done” means there is none; “document”, applied for;"
    " “in use”, valid today; “works”, its expiry is watched as well.",
)
ELSEWHERE = Text(
    es="Si lo hace otro por ustedes (casa matriz, maquilador), conteste por lo que pueden mostrar: acuerdo escrito y"
    " sus registros.",
    en="If somebody else does it for you (parent company, contractor), answer for what you can show: a written"
    " agreement and its records.",
)
WEAKEST = Text(
    es="Si una parte va más atrasada que otra, conteste por la más atrasada.",
    en="If one part lags behind another, answer for the one that lags.",
)

# --- evidence
EVIDENCE_COMPLETE = Text(es="Aquí no falta evidencia por nombrar.", en="No evidence is left to be named here.")
EVIDENCE_PASS = Text(
    es="Respuestas por respaldar con evidencia: {n}, unos {m} min.",
    en="Answers to be backed by evidence: {n}, about {m} min.",
)

# --- line by line, for terminals that cannot redraw
LINE_NUMBER = Text(es="Número y Enter:", en="Number, then Enter:")
LINE_NUMBERS = Text(es="Números separados por comas, y Enter:", en="Numbers separated by commas, then Enter:")
LINE_KEEP = Text(es="(Enter conserva {label})", en="(Enter keeps {label})")
LINE_WRONG = Text(es="Escriba uno de los números de la lista.", en="Write one of the numbers of the list.")
