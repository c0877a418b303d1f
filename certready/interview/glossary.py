"""Terms of the trade explained in two lines, offered where a question uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from certready.model import Text


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a newcomer to the trade may not know; `forms` are patterns of how it is written."""

    name: Text
    meaning: Text
    forms: str

    def occurs_in(self, text: str) -> bool:
        """Whether the term is used there, as a whole word."""
        return re.search(rf"(?<!\w)(?:{self.forms})(?!\w)", text, re.IGNORECASE) is not None


def _term(es: str, en: str, meaning_es: str, meaning_en: str, forms: str) -> Term:
    return Term(Text(es=es, en=en), Text(es=meaning_es, en=meaning_en), forms)


TERMS = (
    _term(
        "CBPF",
        "CBPF",
        "Certificado de Buenas Prácticas de Fabricación: lo otorga la COFEPRIS después de una visita.",
        "Certificate of good manufacturing practice, given by COFEPRIS after a visit.",
        "CBPF",
    ),
    _term(
        "PNO",
        "SOP",
        "Procedimiento normalizado de operación: las instrucciones escritas y aprobadas de una tarea.",
        "Standard operating procedure: the written, approved instructions for a task.",
        "PNO|PNOs|SOPs?|procedimientos? normalizados? de operación",
    ),
    _term(
        "CAPA",
        "CAPA",
        "Acción correctiva y preventiva: se busca la causa de una falla, se elimina y se comprueba que no vuelve.",
        "Corrective and preventive action: find the cause of a failure, remove it, and check that it stays away.",
        "CAPAs?|acci(?:ón|ones) correctivas?|acci(?:ón|ones) preventivas?|corrective actions?|preventive actions?",
    ),
    _term(
        "IQ/OQ/PQ",
        "IQ/OQ/PQ",
        "Calificación de instalación, de operación y de desempeño: que el equipo está bien puesto, trabaja en sus"
        " límites y da buen producto de manera repetida.",
        "Installation, operational and performance qualification: the equipment is properly installed, works across"
        " its limits and repeatedly gives good product.",
        "IQ|OQ|PQ|IQ/OQ|OQ/PQ|IQ/OQ/PQ|califica(?:ción|dos?|das?|n)|qualif(?:ication|ied|y)",
    ),
    _term(
        "Validación",
        "Validation",
        "Demostrar con datos, antes de depender de ello, que un proceso o método da siempre el resultado debido."
        " Hace falta donde el producto no se puede verificar después.",
        "Showing with data, before relying on it, that a process or method always gives the due result. Needed where"
        " the product cannot be verified afterwards.",
        "valida(?:ción|ciones|do|dos|da|das|r|n)|revalida(?:ción|n)|validat(?:ion|ed|e)|revalidat(?:ion|e)",
    ),
    _term(
        "Acta de verificación",
        "Verification record (acta)",
        "Documento que el verificador de la COFEPRIS levanta durante la visita; lo que anota se contesta en plazo.",
        "The record that COFEPRIS's officer draws up during a visit; what it notes must be answered in time.",
        "actas?(?: de verificación)?",
    ),
    _term(
        "Expediente",
        "File, dossier",
        "La carpeta, en papel o electrónica, que reúne lo que demuestra algo: de un lote, de un dispositivo, de un"
        " proveedor.",
        "The folder, on paper or electronic, that holds the proof of something: of a lot, a device, a supplier.",
        "expedientes?|dossiers?|medical device file|master file",
    ),
    _term(
        "UDI",
        "UDI",
        "Identificador único del dispositivo: un código en la etiqueta (modelo, lote, caducidad) que también está en"
        " la base de datos de la autoridad.",
        "Unique device identifier: a code on the label (model, lot, expiry) that is also in the authority's database.",
        "UDI(?:-DI|-PI)?|GUDID|EUDAMED",
    ),
    _term(
        "Lote",
        "Lot, batch",
        "Cantidad de producto hecha en las mismas condiciones, con un número que permite rastrearla.",
        "A quantity of product made under the same conditions, with a number by which it can be traced.",
        "lotes?|lots?|batch(?:es)?",
    ),
    _term(
        "Desviación",
        "Deviation",
        "Algo se hizo distinto de lo aprobado. Se anota, se evalúa su efecto en el producto y se decide qué hacer.",
        "Something was done other than approved. It is recorded, its effect on product is judged, and one decides.",
        "desviaci(?:ón|ones)|deviations?",
    ),
    _term(
        "No conformidad",
        "Nonconformity",
        "Un requisito que no se cumple. Producto no conforme es el que no cumple su especificación.",
        "A requirement that is not met. Nonconforming product does not meet its specification.",
        "no conform(?:idad|idades|es?)|nonconform(?:ity|ities|ing|ance)s?",
    ),
    _term(
        "Tecnovigilancia",
        "Technovigilance",
        "Vigilar los incidentes con dispositivos ya en uso y notificarlos a la COFEPRIS en plazo.",
        "Watching incidents with devices in use, and reporting them to COFEPRIS in time.",
        "tecnovigilancia|technovigilance",
    ),
    _term(
        "Farmacovigilancia",
        "Pharmacovigilance",
        "Vigilar las reacciones adversas a los medicamentos en uso y notificarlas a la autoridad.",
        "Watching adverse reactions to medicines in use, and reporting them to the authority.",
        "farmacovigilancia|pharmacovigilance",
    ),
    _term(
        "MDR (reporte a la FDA)",
        "MDR (report to FDA)",
        "En la FDA, Medical Device Reporting: avisar muertes, lesiones graves y fallas en 30 días, o 5 si urge."
        " En Europa, MDR es el Reglamento 2017/745.",
        "At FDA, Medical Device Reporting: deaths, serious injuries and malfunctions within 30 days, or 5 if urgent."
        " In Europe, MDR is Regulation 2017/745.",
        "MDR",
    ),
    _term(
        "Formulario 483",
        "Form 483",
        "La lista de observaciones que el inspector de la FDA entrega al terminar; conviene contestarla en 15 días"
        " hábiles.",
        "The list of observations that FDA's investigator hands over at the end; it is best answered within 15"
        " working days.",
        "483",
    ),
    _term(
        "QMSR",
        "QMSR",
        "El reglamento de calidad de la FDA para dispositivos (21 CFR 820), vigente desde febrero de 2026: hace suya"
        " ISO 13485.",
        "FDA's quality regulation for devices (21 CFR 820), in force since February 2026: it adopts ISO 13485.",
        "QMSR",
    ),
    _term(
        "SGC",
        "QMS",
        "Sistema de gestión de la calidad: las reglas, responsables y registros con que la planta asegura su producto.",
        "Quality management system: the rules, owners and records by which the plant assures its product.",
        "SGC|QMS",
    ),
    _term(
        "Aviso de funcionamiento",
        "Operating notice",
        "Aviso que el establecimiento presenta a la COFEPRIS para operar, cuando no se le exige licencia.",
        "Notice that an establishment gives COFEPRIS in order to operate, where no licence is demanded.",
        "avisos? de funcionamiento|operating notices?",
    ),
    _term(
        "Responsable sanitario",
        "Responsable sanitario (sanitary officer)",
        "El profesional que responde ante la COFEPRIS por la calidad y seguridad de lo que hace la planta.",
        "The professional who answers to COFEPRIS for the quality and safety of what the plant makes.",
        "responsables? sanitarios?|sanitary officers?",
    ),
    _term(
        "Registro sanitario",
        "Marketing registration",
        "La autorización de la COFEPRIS para vender un dispositivo o medicamento en México.",
        "COFEPRIS's authorization to sell a device or medicine in Mexico.",
        "registros? sanitarios?|marketing registrations?",
    ),
    _term(
        "Trazabilidad",
        "Traceability",
        "Poder seguir un producto hacia atrás (materiales, equipo, gente) y hacia adelante (a quién se entregó).",
        "Being able to follow a product back (materials, equipment, people) and forward (whom it went to).",
        "trazabilidad|rastrea(?:r|bilidad|ble|bles)?|traceab(?:ility|le)",
    ),
    _term(
        "Gestión de riesgos",
        "Risk management",
        "Listar qué puede dañar al paciente, estimar, reducir y vigilar. En dispositivos rige ISO 14971; en"
        " medicamentos, ICH Q9.",
        "List what can harm the patient, estimate, reduce and watch it. ISO 14971 governs devices, ICH Q9 medicines.",
        "gestión de(?:l)? riesgos?|risk management|ISO 14971|ICH Q9",
    ),
    _term(
        "Área limpia",
        "Clean room",
        "Cuarto con partículas, presión y acceso controlados; su clase se mide según ISO 14644.",
        "Room with controlled particles, pressure and access; its class is measured by ISO 14644.",
        "áreas? (?:limpias?|controladas?)|cuartos? limpios?|clean ?rooms?|controlled rooms?",
    ),
    _term(
        "Biocarga",
        "Bioburden",
        "Microorganismos vivos en el producto antes de esterilizarlo.",
        "Living microorganisms on product before it is sterilized.",
        "biocarga|carga microbiana|bioburden",
    ),
    _term(
        "Barrera estéril",
        "Sterile barrier",
        "El empaque que mantiene estéril el producto hasta que se abre; se valida según ISO 11607.",
        "The package that keeps product sterile until it is opened; validated by ISO 11607.",
        "barreras? estéril(?:es)?|sterile barriers?",
    ),
    _term(
        "Liberación",
        "Release",
        "La decisión firmada de que un lote cumple y puede salir.",
        "The signed decision that a lot complies and may leave.",
        "libera(?:ción|do|dos|da|das|r|n)|releas(?:e|ed|es)",
    ),
    _term(
        "Control de cambios",
        "Change control",
        "Evaluar y aprobar un cambio antes de hacerlo, y avisar a quien haya que avisar.",
        "Judging and approving a change before it is made, and telling whoever must be told.",
        "control(?:es)? de cambios|change control",
    ),
    _term(
        "Revisión por la dirección",
        "Management review",
        "Reunión periódica, con minuta, en que la dirección mira quejas, auditorías, indicadores y recursos, y decide.",
        "A periodic meeting, with minutes, where management looks at complaints, audits, metrics, resources; decides.",
        "revisi(?:ón|ones) por la (?:alta )?dirección|management reviews?",
    ),
    _term(
        "Maquila",
        "Contract manufacturing",
        "Fabricar, por contrato, un producto que lleva el nombre o el registro de otra empresa.",
        "Making, under contract, a product that carries another company's name or registration.",
        "maquilas?|maquilador(?:as?|es)?|contract manufactur(?:ing|ers?)",
    ),
    _term(
        "Integridad de datos",
        "Data integrity",
        "Que los datos sean atribuibles, legibles, del momento, originales y exactos, y que sigan así.",
        "Data are attributable, legible, of the moment, original and accurate, and stay so.",
        "integridad de (?:los )?datos|data integrity",
    ),
    _term(
        "Revisión anual del producto (RAP)",
        "Product quality review",
        "El examen de todos los lotes del año: tendencias, quejas, cambios, estabilidad.",
        "The examination of all lots of a year: trends, complaints, changes, stability.",
        "RAP|revisi(?:ón|ones) anual(?:es)? (?:de|del) producto|product quality reviews?|annual product reviews?",
    ),
    _term(
        "OOS",
        "OOS",
        "Resultado fuera de especificación: se investiga antes de repetir el análisis o decidir del lote.",
        "Out-of-specification result: investigated before a test is repeated or the lot is decided on.",
        "OOS|fuera de especificaci(?:ón|ones)|out[- ]of[- ]specification",
    ),
    _term(
        "Fármaco",
        "API",
        "El principio activo de un medicamento (API en inglés).",
        "The active ingredient of a medicine (fármaco in Spanish).",
        "fármacos?|principios? activos?|APIs?|active pharmaceutical ingredients?",
    ),
    _term(
        "FEI",
        "FEI",
        "Número con que la FDA identifica cada establecimiento (FEI); la planta lo recibe al registrarse o al ser"
        " inspeccionada.",
        "The number by which FDA identifies each establishment; a plant gets it on registration or inspection.",
        "FEI",
    ),
    _term(
        "DUNS",
        "DUNS",
        "Número de nueve cifras que da la empresa Dun & Bradstreet a cada domicilio; la FDA lo pide para registrar"
        " y para importar.",
        "Nine-digit number that Dun & Bradstreet gives to each address; FDA asks for it to register and to import.",
        "DUNS",
    ),
    _term(
        "NDC",
        "NDC",
        "Código nacional del medicamento en Estados Unidos: dice empresa, producto y presentación.",
        "National drug code of the United States: it tells company, product and package.",
        "NDC",
    ),
    _term(
        "SPL",
        "SPL",
        "Formato electrónico en que la FDA recibe registros, listados y etiquetas de medicamentos.",
        "Electronic format in which FDA receives drug registrations, listings and labels.",
        "SPL",
    ),
    _term(
        "Solicitudes ante la FDA (NDA, ANDA, BLA)",
        "FDA applications (NDA, ANDA, BLA)",
        "Permiso para vender en Estados Unidos: NDA para un medicamento nuevo, ANDA para un genérico, BLA para un"
        " biológico.",
        "Permission to sell in the United States: NDA for a new drug, ANDA for a generic, BLA for a biologic.",
        "(?-i:ANDAs?|NDAs?|BLAs?)",
    ),
    _term(
        "CMC",
        "CMC",
        "La parte de una solicitud que describe la química, la fabricación y los controles del producto.",
        "The part of an application that describes chemistry, manufacturing and controls.",
        "CMC",
    ),
    _term(
        "CBE-30 y CBE-0",
        "CBE-30 and CBE-0",
        "Avisos de cambio a la FDA: con CBE-30 se esperan 30 días antes de distribuir; con CBE-0 se distribuye al"
        " avisar.",
        "Notices of change to FDA: with CBE-30 you wait 30 days before distributing; with CBE-0 you distribute on"
        " notice.",
        "CBE(?:-30|-0)?",
    ),
    _term(
        "PAI",
        "PAI",
        "Inspección de la FDA antes de aprobar una solicitud: mira si la planta puede hacer lo que la solicitud dice.",
        "FDA's inspection before it approves an application: can the plant do what the application says?",
        "PAI|inspecci(?:ón|ones) previas? a la aprobación|pre-?approval inspections?",
    ),
    _term(
        "GDUFA",
        "GDUFA",
        "Programa de cuotas de genéricos de la FDA: las plantas se identifican cada año y pagan una cuota si una"
        " solicitud aprobada las nombra.",
        "FDA's generic drug fee programme: plants identify themselves each year and pay a fee if an approved"
        " application names them.",
        "GDUFA",
    ),
    _term(
        "OMUFA",
        "OMUFA",
        "Cuota anual de la FDA para plantas de medicamentos de libre venta con monografía.",
        "FDA's yearly fee for plants of over-the-counter monograph drugs.",
        "OMUFA",
    ),
    _term(
        "DSCSA",
        "DSCSA",
        "Ley de Estados Unidos para rastrear los medicamentos de receta: cada envase lleva su propio número de serie.",
        "United States law that traces prescription drugs: each package carries a serial number of its own.",
        "DSCSA",
    ),
    _term(
        "Expedientes del fármaco (DMF, ASMF, CEP)",
        "API files (DMF, ASMF, CEP)",
        "Lo que el fabricante del fármaco presenta sobre él: DMF ante la FDA, ASMF ante la UE; el CEP certifica que"
        " cumple la Farmacopea Europea.",
        "What an API maker files about it: DMF at FDA, ASMF in the EU; the CEP certifies that it meets the European"
        " Pharmacopoeia.",
        "DMFs?|ASMFs?|CEPs?",
    ),
    _term(
        "CTD",
        "CTD",
        "Formato internacional del expediente de un medicamento; el Módulo 3 es el de calidad.",
        "International format of a medicine's dossier; Module 3 is about quality.",
        "e?CTD|Módulo 3|Module 3",
    ),
    _term(
        "QP",
        "QP",
        "Persona calificada de la Unión Europea: certifica cada lote antes de que se venda allá y responde por él.",
        "The Qualified Person of the European Union: certifies each batch before it is sold there, and answers for it.",
        "QPs?",
    ),
    _term(
        "EudraGMDP",
        "EudraGMDP",
        "Base pública de la Unión Europea con los certificados de BPF y los registros de importadores y"
        " distribuidores.",
        "Public database of the European Union with GMP certificates and registered importers and distributors.",
        "EudraGMDP",
    ),
    _term(
        "MIA",
        "MIA",
        "Autorización de fabricación e importación de la Unión Europea; la tiene el importador.",
        "Manufacturing and import authorisation of the European Union; the importer holds it.",
        "(?-i:MIA)",
    ),
    _term(
        "Expediente maestro del sitio (SMF)",
        "Site master file (SMF)",
        "Documento de unas 25 hojas, en formato PIC/S, que describe la planta y su sistema a quien la va a"
        " inspeccionar.",
        "Document of some 25 pages, in the PIC/S format, that describes the plant and its system to whoever will"
        " inspect it.",
        "SMF|expedientes? maestros? del sitio|site master files?",
    ),
    _term(
        "Límite de exposición (PDE, HBEL)",
        "Exposure limit (PDE, HBEL)",
        "Cuánto de un fármaco puede recibir al día, sin daño, quien toma otro producto; de él sale el límite de"
        " limpieza.",
        "How much of an active a person may take each day without harm in another product; the cleaning limit comes"
        " from it.",
        "PDEs?|HBELs?",
    ),
    _term(
        "CCS",
        "CCS",
        "Estrategia de control de contaminación: un documento que reúne todo lo que protege al producto estéril y"
        " muestra que basta.",
        "Contamination control strategy: one document that joins all that protects sterile product, and shows that"
        " it suffices.",
        "CCS|estrategias? de control de contaminación|contamination control strateg(?:y|ies)",
    ),
    _term(
        "Aislador y RABS",
        "Isolator and RABS",
        "Barreras entre la gente y el llenado: el aislador está cerrado y se descontamina solo; el RABS tiene"
        " puertas y guantes.",
        "Barriers between people and filling: the isolator is closed and decontaminates itself; the RABS has doors"
        " and gloves.",
        "RABS|aislador(?:es)?|isolators?",
    ),
    _term(
        "PUPSIT",
        "PUPSIT",
        "Probar la integridad del filtro ya esterilizado, antes de filtrar el producto.",
        "Testing the integrity of the filter once sterilised, before product is filtered.",
        "PUPSIT",
    ),
    _term(
        "Primer aire",
        "First air",
        "El aire filtrado que llega al producto sin haber tocado nada antes.",
        "The filtered air that reaches product without having touched anything before.",
        "primer aire|first air",
    ),
    _term(
        "SIP",
        "SIP",
        "Esterilizar con vapor un equipo en su sitio, sin desarmarlo.",
        "Sterilising equipment with steam where it stands, without taking it apart.",
        "(?-i:SIP)",
    ),
    _term(
        "BFS y FFS",
        "BFS and FFS",
        "Máquinas que forman el envase, lo llenan y lo sellan en un solo paso.",
        "Machines that form the container, fill it and seal it in one step.",
        "BFS|FFS",
    ),
    _term(
        "Simulación del proceso aséptico",
        "Aseptic process simulation",
        "Llenar con medio de cultivo en vez de producto, con las intervenciones de siempre: si algo crece, el"
        " proceso contamina.",
        "Filling with culture medium instead of product, with the usual interventions: if anything grows, the"
        " process contaminates.",
        "simulaci(?:ón|ones) del proceso aséptico|llenados? (?:de|con) medios?|media fills?|aseptic process"
        " simulations?",
    ),
    _term(
        "Endotoxina",
        "Endotoxin",
        "Resto de bacterias muertas que da fiebre; la despirogenización la destruye con calor seco.",
        "Remains of dead bacteria that cause fever; depyrogenation destroys it with dry heat.",
        "endotoxinas?|endotoxins?|despirogenización|depyrogenation",
    ),
    _term(
        "Estudio de humo",
        "Smoke study",
        "Video que muestra con humo por dónde corre el aire, en reposo y trabajando.",
        "A video that shows with smoke where the air goes, at rest and at work.",
        "estudios? de humo|smoke stud(?:y|ies)",
    ),
    _term(
        "Rastro de auditoría",
        "Audit trail",
        "Registro automático de quién cambió o borró un dato, cuándo, qué decía antes y por qué.",
        "Automatic record of who changed or deleted data, when, what it said before, and why.",
        "rastros? de auditoría|audit trails?",
    ),
    _term(
        "Unidad de calidad",
        "Quality unit",
        "El área, independiente de producción, que aprueba o rechaza materiales, lotes y documentos.",
        "The unit, independent of production, that approves or rejects materials, batches and documents.",
        "unidad(?:es)? de calidad|quality units?",
    ),
    _term(
        "FEUM",
        "FEUM",
        "Farmacopea de los Estados Unidos Mexicanos: los métodos y límites oficiales en México. La USP es la de"
        " Estados Unidos.",
        "The Mexican pharmacopoeia: official methods and limits in Mexico. USP is that of the United States.",
        "FEUM|USP(?:-NF)?",
    ),
    _term(
        "Marbete",
        "Authorised label",
        "La etiqueta tal como la autorizó la COFEPRIS en el registro sanitario.",
        "The label as COFEPRIS authorised it with the registration.",
        "marbetes?",
    ),
    _term(
        "Tercero autorizado",
        "Authorised third party",
        "Laboratorio o unidad que la COFEPRIS autorizó a hacer pruebas o estudios con valor legal, con alcance y"
        " vigencia.",
        "Laboratory or unit that COFEPRIS has authorised for tests or studies of legal value, with scope and validity.",
        "terceros? autorizados?|authori[sz]ed third part(?:y|ies)",
    ),
    _term(
        "CNFV",
        "CNFV",
        "Centro Nacional de Farmacovigilancia, de la COFEPRIS: recibe los avisos de reacciones adversas.",
        "COFEPRIS's national pharmacovigilance centre: it receives the reports of adverse reactions.",
        "CNFV",
    ),
    _term(
        "SRAM y ESAVI",
        "SRAM and ESAVI",
        "Sospecha de reacción adversa a un medicamento, y evento supuestamente atribuible a una vacuna.",
        "Suspected adverse reaction to a medicine, and event supposedly attributable to a vaccine.",
        "SRAM|ESAVI",
    ),
    _term(
        "Ley de precursores (LFCPQ)",
        "Precursor law (LFCPQ)",
        "Ley federal que vigila precursores químicos, químicos esenciales (acetona, tolueno) y máquinas como las"
        " tableteadoras.",
        "Federal law that watches chemical precursors, essential chemicals (acetone, toluene) and machines such as"
        " tablet presses.",
        "LFCPQ|químicos esenciales|essential chemicals",
    ),
    _term(
        "Nitrosaminas",
        "Nitrosamines",
        "Impurezas que pueden causar cáncer y se forman al juntarse aminas y nitritos; se evalúa cada producto.",
        "Impurities that may cause cancer, formed where amines meet nitrites; each product is evaluated.",
        "nitrosaminas?|nitrosamines?",
    ),
    _term(
        "DEG y EG",
        "DEG and EG",
        "Dietilenglicol y etilenglicol: tóxicos que han adulterado glicerina y jarabes; se buscan antes de usar el"
        " material.",
        "Diethylene and ethylene glycol: poisons that have adulterated glycerin and syrups; tested for before the"
        " material is used.",
        "DEG|dietilenglicol|diethylene glycol",
    ),
    _term(
        "TSE",
        "TSE",
        "Encefalopatías que pueden venir en materiales de origen animal (vacas locas); el proveedor declara o"
        " certifica que no.",
        "Brain diseases that animal materials may carry (mad cow); the supplier declares or certifies their absence.",
        "TSE|EET",
    ),
)


def terms_in(texts: Iterable[str]) -> list[Term]:
    """The terms used in these texts, in the order of the glossary."""
    whole = "\n".join(texts)
    return [term for term in TERMS if term.occurs_in(whole)]
