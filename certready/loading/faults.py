"""Every fault and notice that reading a file can end in: its permanent code, its sentence, its cure.

CR00x-CR02x YAML, CR03x-CR05x shape of any file, CR1xx checklists, CR2xx supplier files, CR3xx the rest. A code
keeps its meaning.
"""

from __future__ import annotations

from certready.loading.rule import fault, notice

# --- encoding and YAML ---------------------------------------------------------------------------------------
UNREADABLE = fault("CR001", "No se puede leer el archivo: {why}", "The file cannot be read: {why}")
TOO_LARGE = fault(
    "CR002",
    "El archivo mide más de 5 MB",
    "The file is larger than 5 MB",
    "Un archivo de proveedor lleva texto y respuestas; las evidencias se guardan aparte.",
    "A supplier file holds text and answers; evidence is kept in files of its own.",
)
NOT_UTF8 = fault(
    "CR003",
    "El archivo no está en UTF-8: parece {likely}",
    "The file is not UTF-8: it looks like {likely}",
    "Guárdelo de nuevo con codificación UTF-8 (en el Bloc de notas: Guardar como, Codificación: UTF-8).",
    "Save it again with encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8).",
)
EMPTY_FILE = fault("CR004", "El archivo está vacío", "The file is empty")
SYNTAX = fault("CR005", "No es YAML válido: {problem}", "Not valid YAML: {problem}")
TAB = fault(
    "CR006",
    "La línea comienza con un tabulador",
    "The line begins with a tab",
    "En YAML la sangría se hace sólo con espacios: cambie el tabulador por espacios.",
    "YAML is indented with spaces only: replace the tab with spaces.",
)
REPEATED_KEY = fault(
    "CR007",
    "La clave «{key}» está repetida; la primera está en la línea {line}, columna {column}",
    "The key “{key}” is repeated; the first one is at line {line}, column {column}",
    "Deje una sola de las dos.",
    "Keep only one of the two.",
)
ANCHOR = fault(
    "CR008",
    "No se admiten anclas («&{name}»)",
    "Anchors (“&{name}”) are not allowed",
    "Si el «&» es parte del texto, ponga el texto entre comillas.",
    "If the “&” is part of the text, put the text in quotes.",
)
ALIAS = fault(
    "CR009",
    "No se admiten alias («*{name}»)",
    "Aliases (“*{name}”) are not allowed",
    "Escriba el valor completo; si el «*» es parte del texto, póngalo entre comillas.",
    "Write the value out; if the “*” is part of the text, put it in quotes.",
)
TAG = fault(
    "CR010",
    "No se admiten etiquetas de tipo («{tag}»)",
    "Type tags (“{tag}”) are not allowed",
    "Si el «!» es parte del texto, ponga el texto entre comillas.",
    "If the “!” is part of the text, put the text in quotes.",
)
MERGE_KEY = fault(
    "CR011",
    "No se admiten claves de fusión («<<»)",
    "Merge keys (“<<”) are not allowed",
    "Escriba las claves una por una.",
    "Write the keys out.",
)
SECOND_DOCUMENT = fault(
    "CR012",
    "El archivo contiene más de un documento YAML («---»)",
    "The file holds more than one YAML document (“---”)",
    "Un archivo, un documento: borre la línea «---» o separe los archivos.",
    "One file, one document: delete the “---” line or split the file.",
)
TOO_DEEP = fault("CR013", "Más de 32 niveles anidados", "Nested more than 32 levels deep")
CONTROL = fault(
    "CR014",
    "Carácter de control no permitido: {name}",
    "Control character not allowed: {name}",
    "Borre ese carácter invisible; suele llegar al pegar texto de otro programa.",
    "Delete that invisible character; it often comes with text pasted from another program.",
)
LINE_SIGN = fault(
    "CR015",
    "Separador de línea no permitido: {name}",
    "Line separator not allowed: {name}",
    "Suele llegar al pegar texto de Word: bórrelo y vuelva a teclear el espacio o el salto de línea.",
    "It often comes with text pasted from Word: delete it and retype the space or line break.",
)
ESCAPED_CONTROL = fault(
    "CR016",
    "El texto entre comillas produce un carácter de control: {name}",
    "The quoted text yields a control character: {name}",
    "Quite esa secuencia «\\»; si la diagonal invertida es texto, escríbala doble.",
    "Remove that “\\” sequence; if the backslash is text, double it.",
)
TOO_LONG = fault(
    "CR017", "El texto tiene más de 20,000 caracteres ({count})", "The text is longer than 20,000 characters ({count})"
)
COMPLEX_KEY = fault(
    "CR018",
    "Una lista o un mapa no puede ser clave",
    "A list or a map cannot be a key",
    "Si las llaves o corchetes son parte del texto, póngalo entre comillas.",
    "If the braces or brackets are part of the text, put it in quotes.",
)
TOO_MANY_VALUES = fault("CR019", "El archivo tiene más de {count} valores", "The file holds more than {count} values")
TOO_MANY_FAULTS = fault(
    "CR020",
    "Hay más de {count} faltas; las demás no se muestran",
    "There are more than {count} faults; the rest is not shown",
)
EMPTY_KEY = fault("CR021", "Falta la clave antes de los dos puntos", "There is no key before the colon")

# --- shape of any file ---------------------------------------------------------------------------------------
UNKNOWN_KEY = fault(
    "CR030",
    "Clave desconocida: «{key}»",
    "Unknown key: “{key}”",
    "Aquí se conocen: {known}. Las claves propias comienzan con «x-».",
    "Known here: {known}. Keys of your own begin with “x-”.",
)
MISSING_KEY = fault("CR031", "Falta «{key}»", "“{key}” is missing")
NOT_A_MAP = fault("CR032", "«{key}» debe ser un mapa (clave: valor)", "“{key}” must be a map (key: value)")
NOT_A_LIST = fault(
    "CR033",
    "«{key}» debe ser una lista",
    "“{key}” must be a list",
    "Escríbala así: [uno, dos], o un renglón «- uno» por elemento.",
    "Write it as [one, two], or one line “- one” per item.",
)
NOT_A_TEXT = fault("CR034", "«{key}» debe ser un texto", "“{key}” must be a text")
NULL = fault(
    "CR035",
    "«{key}» está vacío",
    "“{key}” is empty",
    "Escriba un valor o borre la clave; si el texto es «null» o «~», póngalo entre comillas.",
    "Write a value or delete the key; if the text is “null” or “~”, put it in quotes.",
)
NOT_A_CHOICE = fault("CR036", "{key}: «{word}» no es uno de: {choices}", "{key}: “{word}” is not one of: {choices}")
NOT_YES_NO = fault(
    "CR037",
    "{key}: «{word}» no es true ni false",
    "{key}: “{word}” is neither true nor false",
    "Escriba true (sí) o false (no), sin comillas.",
    "Write true (yes) or false (no), without quotes.",
)
NOT_A_DATE = fault(
    "CR038",
    "{key}: «{word}» no es una fecha real de la forma AAAA-MM-DD",
    "{key}: “{word}” is not a real date of the form YYYY-MM-DD",
    "Por ejemplo, 2026-11-21.",
    "For example, 2026-11-21.",
)
NOT_A_NUMBER = fault(
    "CR039",
    "{key}: «{word}» no es un número decimal simple",
    "{key}: “{word}” is not a plain decimal number",
    "Sólo dígitos y un punto decimal: 48, 1250.50; sin comillas, comas ni unidades.",
    "Digits and one decimal point only: 48, 1250.50; no quotes, commas or units.",
)
NOT_WHOLE = fault(
    "CR040",
    "{key}: «{word}» no es un número entero",
    "{key}: “{word}” is not a whole number",
    "Sólo dígitos, sin comillas ni comas: 48.",
    "Digits only, without quotes or commas: 48.",
)
OUT_OF_BOUNDS = fault(
    "CR041", "{key}: {word} debe estar entre {low} y {high}", "{key}: {word} must be between {low} and {high}"
)
REPEATED_ITEM = fault("CR042", "{key}: «{word}» está repetido", "{key}: “{word}” is repeated")
EMPTY_LIST = fault("CR043", "«{key}» no puede estar vacío", "“{key}” must not be empty")
FORMAT_VERSION = fault(
    "CR044",
    "certready: «{word}» no es una versión de formato que este programa lea",
    "certready: “{word}” is not a format version that this program reads",
    "Este programa lee la versión 1: escriba «certready: 1», o actualice el programa.",
    "This program reads version 1: write “certready: 1”, or update the program.",
)
PERIOD_REVERSED = fault("CR045", "El periodo termina antes de empezar", "The period ends before it begins")
ITEMS_DIFFER = fault(
    "CR046",
    "{key}: hay {es} elementos en «es» y {en} en «en»",
    "{key}: there are {es} items in “es” and {en} in “en”",
    "Cada elemento va en los dos idiomas y en el mismo orden.",
    "Each item goes in both languages, in the same order.",
)
RANGE_REVERSED = fault(
    "CR047",
    "{key}: debe cumplirse low ≤ likely ≤ high",
    "{key}: low ≤ likely ≤ high must hold",
)
NOT_AN_ID = fault(
    "CR048",
    "{key}: «{word}» no sirve como identificador",
    "{key}: “{word}” cannot be an id",
    "Sin espacios ni diagonales; por ejemplo 7.5.6, 820.35(a) o document-control.",
    "No spaces or slashes; for example 7.5.6, 820.35(a) or document-control.",
)
FAR_DATE = fault(
    "CR049",
    "{key}: «{word}» está fuera de los años {first} a {last}",
    "{key}: “{word}” is outside the years {first} to {last}",
)

# --- checklists ----------------------------------------------------------------------------------------------
ID_NOT_FILE = fault(
    "CR101",
    "id: «{word}» debe ser igual al nombre del archivo, «{stem}»",
    "id: “{word}” must equal the file's name, “{stem}”",
)
REPEATED_REQUIREMENT = fault(
    "CR102",
    "El requisito «{word}» está definido dos veces; la primera en la línea {line}",
    "The requirement “{word}” is defined twice; first at line {line}",
)
REPEATED_CHAPTER = fault(
    "CR103",
    "El capítulo «{word}» está definido dos veces; la primera en la línea {line}",
    "The chapter “{word}” is defined twice; first at line {line}",
)
UNKNOWN_CHECKLIST = fault("CR104", "No existe la lista «{word}»", "There is no checklist “{word}”")
UNKNOWN_LINK = fault("CR105", "{key}: no existe el requisito «{word}»", "{key}: there is no requirement “{word}”")
UNKNOWN_PRACTICE = fault(
    "CR106", "practices.yaml no tiene la práctica «{word}»", "practices.yaml has no practice “{word}”"
)
UNKNOWN_SECTION = fault(
    "CR107",
    "cites: el documento «{regulation}» no tiene la sección «{word}»",
    "cites: “{regulation}” has no section “{word}”",
)
UNKNOWN_REGULATION = fault(
    "CR108", "cites: no existe regulations/{word}.yaml", "cites: there is no regulations/{word}.yaml"
)
UNKNOWN_FACT = fault("CR109", "profile.yaml no tiene el dato «{word}»", "profile.yaml has no fact “{word}”")
UNKNOWN_OPTION = fault(
    "CR110", "«{word}» no es una opción del dato «{fact}»", "“{word}” is not an option of the fact “{fact}”"
)
INCLUDE_CYCLE = fault(
    "CR111", "Las listas se incluyen en círculo: {path}", "The checklists include one another in a circle: {path}"
)
NO_SUCCESSOR = fault(
    "CR112",
    "retired: el sucesor «{word}» no existe",
    "retired: the successor “{word}” does not exist",
)
RETIRED_IN_USE = fault(
    "CR113",
    "retired: «{word}» todavía es un requisito de esta lista",
    "retired: “{word}” is still a requirement of this checklist",
    "Un identificador retirado nunca se vuelve a usar.",
    "A retired id is never used again.",
)
CITES_NOT_INCLUDED = fault("CR114", "cites: «{word}» no está en «only»", "cites: “{word}” is not in “only”")
LINKS_TO_ITSELF = fault("CR115", "{key}: «{word}» se nombra a sí mismo", "{key}: “{word}” names itself")
NO_FOLDER = fault(
    "CR116",
    "No existe la carpeta de listas «{word}»",
    "There is no checklist folder “{word}”",
    "Revise --checklists y CERTREADY_CHECKLISTS.",
    "Check --checklists and CERTREADY_CHECKLISTS.",
)
NOT_A_CITE = fault(
    "CR117",
    "cites: «{word}» debe tener la forma documento/sección",
    "cites: “{word}” must have the form document/section",
    'Por ejemplo, "iso-13485/7.5.6".',
    'For example, "iso-13485/7.5.6".',
)

# --- supplier files ------------------------------------------------------------------------------------------
UNKNOWN_TARGET = fault(
    "CR201",
    "targets: no existe la lista «{word}»",
    "targets: there is no checklist “{word}”",
    "Las conocidas: {known}.",
    "Known: {known}.",
)
UNKNOWN_REQUIREMENT = fault(
    "CR202",
    "No existe el requisito «{word}»",
    "There is no requirement “{word}”",
    "Una respuesta se nombra <lista>/<requisito>; «certready checklist show» los enumera.",
    "An answer is named <checklist>/<requirement>; “certready checklist show” lists them.",
)
UNKNOWN_LEVEL = fault(
    "CR203",
    "«{word}» no es un nivel",
    "“{word}” is not a level",
    "Niveles: absent, informal, documented, implemented, effective, not-applicable, unknown.",
    "Levels: absent, informal, documented, implemented, effective, not-applicable, unknown.",
)
NO_REASON = fault(
    "CR204",
    "«not-applicable» exige un motivo (reason)",
    "“not-applicable” needs a reason",
    "Escriba {{level: not-applicable, reason: …}} y diga por qué no aplica.",
    "Write {{level: not-applicable, reason: …}} and say why it does not apply.",
)
NA_NOT_ALLOWED = fault(
    "CR205",
    "«{word}» no admite «not-applicable»: obliga a toda planta a la que se le pregunta",
    "“{word}” does not allow “not-applicable”: it binds every plant that is asked",
    "Si todavía no se hace, el nivel es absent.",
    "If it is not done yet, the level is absent.",
)
UNKNOWN_DOCUMENT = fault(
    "CR206",
    "ref: «{word}» no está en «documents»",
    "ref: “{word}” is not in “documents”",
    "Agréguelo a «documents» o dé un «title» en lugar de «ref».",
    "Add it to “documents”, or give a “title” instead of a “ref”.",
)
BARE_EVIDENCE = fault(
    "CR207",
    "La evidencia no dice cuál es",
    "The evidence does not say which it is",
    "Dé al menos uno: ref, title o file.",
    "Give at least one: ref, title or file.",
)
BAD_RFC = fault(
    "CR208",
    "rfc: «{word}» no es un RFC válido",
    "rfc: “{word}” is not a valid RFC",
    "Tres letras (persona moral) o cuatro (física), seis dígitos de fecha y tres de homoclave.",
    "Three letters (company) or four (person), six digits of a date and three of the homoclave.",
)
TOO_MANY_ANSWERS = fault(
    "CR209", "Hay más de 10,000 respuestas ({count})", "There are more than 10,000 answers ({count})"
)
ANSWERED_TWICE = fault(
    "CR210",
    "«{word}» y «{other}» (línea {line}) son el mismo requisito",
    "“{word}” and “{other}” (line {line}) are the same requirement",
    "Deje una sola de las dos respuestas.",
    "Keep only one of the two answers.",
)
RETIRED_ID = notice(
    "CR211",
    "«{word}» ahora se llama «{successor}»; la respuesta vale para éste",
    "“{word}” is now called “{successor}”; the answer counts for it",
)
NOT_ASKED = notice(
    "CR212",
    "«{word}» no es de ninguno de los objetivos elegidos; la respuesta se conserva y no cuenta",
    "“{word}” belongs to none of the chosen targets; the answer is kept and does not count",
)
UNKNOWN_PROFILE_FACT = fault("CR213", "profile: dato desconocido: «{word}»", "profile: unknown fact: “{word}”")
NOT_AN_OPTION = fault(
    "CR214",
    "profile: «{word}» no es una opción de «{fact}»",
    "profile: “{word}” is not an option of “{fact}”",
    "Opciones: {known}.",
    "Options: {known}.",
)
UNKNOWN_SCHEME = notice(
    "CR215",
    "certificates: «{word}» no es un esquema conocido; se conserva",
    "certificates: “{word}” is not a known scheme; it is kept",
)
UNKNOWN_ROLE = fault("CR216", "practices.yaml no tiene el puesto «{word}»", "practices.yaml has no role “{word}”")
UNKNOWN_PROGRESS = fault("CR217", "plan: no existe la práctica «{word}»", "plan: there is no practice “{word}”")
BAD_SHA256 = fault(
    "CR218",
    "sha256: «{word}» no son 64 dígitos hexadecimales",
    "sha256: “{word}” is not 64 hexadecimal digits",
)
BAD_CURRENCY = fault(
    "CR219",
    "«{word}» no es una moneda",
    "“{word}” is not a currency",
    "Tres mayúsculas, como USD, EUR o MXN.",
    "Three capitals, such as USD, EUR or MXN.",
)
NO_LEVEL = fault(
    "CR220",
    "La respuesta no tiene nivel",
    "The answer has no level",
    "Si aún no se sabe, escriba unknown o borre la clave.",
    "If it is not known yet, write unknown or delete the key.",
)
NO_WORKING_DAY = fault(
    "CR222",
    "shutdowns: los paros no dejan ni un día de trabajo en más de un año, desde el {first} hasta el {last}",
    "shutdowns: they leave no working day for more than a year, from {first} to {last}",
)
BAD_EMAIL = fault("CR221", "email: «{word}» no es un correo electrónico", "email: “{word}” is not an e-mail address")

# --- practices, profile, regulations -------------------------------------------------------------------------
REPEATED_ID = fault(
    "CR301",
    "«{word}» está definido dos veces; la primera en la línea {line}",
    "“{word}” is defined twice; first at line {line}",
)
UNKNOWN_AFTER = fault("CR302", "after: no existe la práctica «{word}»", "after: there is no practice “{word}”")
AFTER_CYCLE = fault(
    "CR303", "Las prácticas se esperan en círculo: {path}", "The practices wait for one another in a circle: {path}"
)
SHARES_SUM = fault("CR304", "by: las partes suman {word}, no 1", "by: the shares add up to {word}, not 1")
STEPS = fault(
    "CR305",
    "steps: se esperan tres pasos: absent→documented, documented→implemented, implemented→effective",
    "steps: three are expected: absent→documented, documented→implemented, implemented→effective",
)
NO_OPTIONS = fault("CR306", "El dato «{word}» necesita opciones", "The fact “{word}” needs options")
OPTIONS_UNUSED = fault("CR307", "Un dato de tipo yes-no no lleva opciones", "A yes-no fact has no options")
UNKNOWN_PARENT = fault("CR308", "parent: no existe la sección «{word}»", "parent: there is no section “{word}”")
NO_SHIPPED_FILE = fault("CR309", "Falta el archivo {word}", "The file {word} is missing")
FEE_FIGURE = fault(
    "CR310",
    "La cifra debe ser una sola: amount, value, low y high, o date; aquí: {word}",
    "There must be one figure: amount, value, low and high, or date; here: {word}",
)
FEE_MEASURE = fault(
    "CR311",
    "El dinero lleva «currency», el tiempo «unit», y una fecha ninguna de las dos",
    "Money has “currency”, time has “unit”, and a date has neither",
)
