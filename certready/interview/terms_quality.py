"""Terms of quality systems and devices, and of COFEPRIS."""

from __future__ import annotations

from certready.interview.term import term

TERMS = (
    term(
        "CBPF",
        "CBPF",
        "Certificado de Buenas Prácticas de Fabricación: lo otorga la COFEPRIS después de una visita.",
        "Certificate of good manufacturing practice, given by COFEPRIS after a visit.",
        "CBPF",
    ),
    term(
        "PNO",
        "SOP",
        "Procedimiento normalizado de operación: las instrucciones escritas y aprobadas de una tarea.",
        "Standard operating procedure: the written, approved instructions for a task.",
        "PNO|PNOs|SOPs?|procedimientos? normalizados? de operación",
    ),
    term(
        "CAPA",
        "CAPA",
        "Acción correctiva y preventiva: se busca la causa de una falla, se elimina y se comprueba que no vuelve.",
        "Corrective and preventive action: find the cause of a failure, remove it, and check that it stays away.",
        "CAPAs?|acci(?:ón|ones) correctivas?|acci(?:ón|ones) preventivas?|corrective actions?|preventive actions?",
    ),
    term(
        "IQ/OQ/PQ",
        "IQ/OQ/PQ",
        "Calificación de instalación, de operación y de desempeño: que el equipo está bien puesto, trabaja en sus"
        " límites y da buen producto de manera repetida.",
        "Installation, operational and performance qualification: the equipment is properly installed, works across"
        " its limits and repeatedly gives good product.",
        "IQ|OQ|PQ|IQ/OQ|OQ/PQ|IQ/OQ/PQ|califica(?:ción|dos?|das?|n)|qualif(?:ication|ied|y)",
    ),
    term(
        "Validación",
        "Validation",
        "Demostrar con datos, antes de depender de ello, que un proceso o método da siempre el resultado debido."
        " Hace falta donde el producto no se puede verificar después.",
        "Showing with data, before relying on it, that a process or method always gives the due result. Needed where"
        " the product cannot be verified afterwards.",
        "valida(?:ción|ciones|do|dos|da|das|r|n)|revalida(?:ción|n)|validat(?:ion|ed|e)|revalidat(?:ion|e)",
    ),
    term(
        "Acta de verificación",
        "Verification record (acta)",
        "Documento que el verificador de la COFEPRIS levanta durante la visita; lo que anota se contesta en plazo.",
        "The record that COFEPRIS's officer draws up during a visit; what it notes must be answered in time.",
        "actas?(?: de verificación)?",
    ),
    term(
        "Expediente",
        "File, dossier",
        "La carpeta, en papel o electrónica, que reúne lo que demuestra algo: de un lote, de un dispositivo, de un"
        " proveedor.",
        "The folder, on paper or electronic, that holds the proof of something: of a lot, a device, a supplier.",
        "expedientes?|dossiers?|medical device file|master file",
    ),
    term(
        "UDI",
        "UDI",
        "Identificador único del dispositivo: un código en la etiqueta (modelo, lote, caducidad) que también está en"
        " la base de datos de la autoridad.",
        "Unique device identifier: a code on the label (model, lot, expiry) that is also in the authority's database.",
        "UDI(?:-DI|-PI)?|GUDID|EUDAMED",
    ),
    term(
        "Lote",
        "Lot, batch",
        "Cantidad de producto hecha en las mismas condiciones, con un número que permite rastrearla.",
        "A quantity of product made under the same conditions, with a number by which it can be traced.",
        "lotes?|lots?|batch(?:es)?",
    ),
    term(
        "Desviación",
        "Deviation",
        "Algo se hizo distinto de lo aprobado. Se anota, se evalúa su efecto en el producto y se decide qué hacer.",
        "Something was done other than approved. It is recorded, its effect on product is judged, and one decides.",
        "desviaci(?:ón|ones)|deviations?",
    ),
    term(
        "No conformidad",
        "Nonconformity",
        "Un requisito que no se cumple. Producto no conforme es el que no cumple su especificación.",
        "A requirement that is not met. Nonconforming product does not meet its specification.",
        "no conform(?:idad|idades|es?)|nonconform(?:ity|ities|ing|ance)s?",
    ),
    term(
        "Tecnovigilancia",
        "Technovigilance",
        "Vigilar los incidentes con dispositivos ya en uso y notificarlos a la COFEPRIS en plazo.",
        "Watching incidents with devices in use, and reporting them to COFEPRIS in time.",
        "tecnovigilancia|technovigilance",
    ),
    term(
        "Farmacovigilancia",
        "Pharmacovigilance",
        "Vigilar las reacciones adversas a los medicamentos en uso y notificarlas a la autoridad.",
        "Watching adverse reactions to medicines in use, and reporting them to the authority.",
        "farmacovigilancia|pharmacovigilance",
    ),
    term(
        "MDR (reporte a la FDA)",
        "MDR (report to FDA)",
        "En la FDA, Medical Device Reporting: avisar muertes, lesiones graves y fallas en 30 días, o 5 si urge."
        " En Europa, MDR es el Reglamento 2017/745.",
        "At FDA, Medical Device Reporting: deaths, serious injuries and malfunctions within 30 days, or 5 if urgent."
        " In Europe, MDR is Regulation 2017/745.",
        "MDR",
    ),
    term(
        "Formulario 483",
        "Form 483",
        "La lista de observaciones que el inspector de la FDA entrega al terminar; conviene contestarla en 15 días"
        " hábiles.",
        "The list of observations that FDA's investigator hands over at the end; it is best answered within 15"
        " working days.",
        "483",
    ),
    term(
        "QMSR",
        "QMSR",
        "El reglamento de calidad de la FDA para dispositivos (21 CFR 820), vigente desde febrero de 2026: hace suya"
        " ISO 13485.",
        "FDA's quality regulation for devices (21 CFR 820), in force since February 2026: it adopts ISO 13485.",
        "QMSR",
    ),
    term(
        "SGC",
        "QMS",
        "Sistema de gestión de la calidad: las reglas, responsables y registros con que la planta asegura su producto.",
        "Quality management system: the rules, owners and records by which the plant assures its product.",
        "SGC|QMS",
    ),
    term(
        "Aviso de funcionamiento",
        "Operating notice",
        "Aviso que el establecimiento presenta a la COFEPRIS para operar, cuando no se le exige licencia.",
        "Notice that an establishment gives COFEPRIS in order to operate, where no licence is demanded.",
        "avisos? de funcionamiento|operating notices?",
    ),
    term(
        "Responsable sanitario",
        "Responsable sanitario (sanitary officer)",
        "El profesional que responde ante la COFEPRIS por la calidad y seguridad de lo que hace la planta.",
        "The professional who answers to COFEPRIS for the quality and safety of what the plant makes.",
        "responsables? sanitarios?|sanitary officers?",
    ),
    term(
        "Registro sanitario",
        "Marketing registration",
        "La autorización de la COFEPRIS para vender un dispositivo o medicamento en México.",
        "COFEPRIS's authorization to sell a device or medicine in Mexico.",
        "registros? sanitarios?|marketing registrations?",
    ),
    term(
        "Trazabilidad",
        "Traceability",
        "Poder seguir un producto hacia atrás (materiales, equipo, gente) y hacia adelante (a quién se entregó).",
        "Being able to follow a product back (materials, equipment, people) and forward (whom it went to).",
        "trazabilidad|rastrea(?:r|bilidad|ble|bles)?|traceab(?:ility|le)",
    ),
    term(
        "Gestión de riesgos",
        "Risk management",
        "Listar qué puede dañar al paciente, estimar, reducir y vigilar. En dispositivos rige ISO 14971; en"
        " medicamentos, ICH Q9.",
        "List what can harm the patient, estimate, reduce and watch it. ISO 14971 governs devices, ICH Q9 medicines.",
        "gestión de(?:l)? riesgos?|risk management|ISO 14971|ICH Q9",
    ),
    term(
        "Área limpia",
        "Clean room",
        "Cuarto con partículas, presión y acceso controlados; su clase se mide según ISO 14644.",
        "Room with controlled particles, pressure and access; its class is measured by ISO 14644.",
        "áreas? (?:limpias?|controladas?)|cuartos? limpios?|clean ?rooms?|controlled rooms?",
    ),
    term(
        "Biocarga",
        "Bioburden",
        "Microorganismos vivos en el producto antes de esterilizarlo.",
        "Living microorganisms on product before it is sterilized.",
        "biocarga|carga microbiana|bioburden",
    ),
    term(
        "Barrera estéril",
        "Sterile barrier",
        "El empaque que mantiene estéril el producto hasta que se abre; se valida según ISO 11607.",
        "The package that keeps product sterile until it is opened; validated by ISO 11607.",
        "barreras? estéril(?:es)?|sterile barriers?",
    ),
    term(
        "Liberación",
        "Release",
        "La decisión firmada de que un lote cumple y puede salir.",
        "The signed decision that a lot complies and may leave.",
        "libera(?:ción|do|dos|da|das|r|n)|releas(?:e|ed|es)",
    ),
    term(
        "Control de cambios",
        "Change control",
        "Evaluar y aprobar un cambio antes de hacerlo, y avisar a quien haya que avisar.",
        "Judging and approving a change before it is made, and telling whoever must be told.",
        "control(?:es)? de cambios|change control",
    ),
    term(
        "Revisión por la dirección",
        "Management review",
        "Reunión periódica, con minuta, en que la dirección mira quejas, auditorías, indicadores y recursos, y decide.",
        "A periodic meeting, with minutes, where management looks at complaints, audits, metrics, resources; decides.",
        "revisi(?:ón|ones) por la (?:alta )?dirección|management reviews?",
    ),
    term(
        "Maquila",
        "Contract manufacturing",
        "Fabricar, por contrato, un producto que lleva el nombre o el registro de otra empresa.",
        "Making, under contract, a product that carries another company's name or registration.",
        "maquilas?|maquilador(?:as?|es)?|contract manufactur(?:ing|ers?)",
    ),
    term(
        "Integridad de datos",
        "Data integrity",
        "Que los datos sean atribuibles, legibles, del momento, originales y exactos, y que sigan así.",
        "Data are attributable, legible, of the moment, original and accurate, and stay so.",
        "integridad de (?:los )?datos|data integrity",
    ),
    term(
        "Revisión anual del producto (RAP)",
        "Product quality review",
        "El examen de todos los lotes del año: tendencias, quejas, cambios, estabilidad.",
        "The examination of all lots of a year: trends, complaints, changes, stability.",
        "RAP|revisi(?:ón|ones) anual(?:es)? (?:de|del) producto|product quality reviews?|annual product reviews?",
    ),
    term(
        "OOS",
        "OOS",
        "Resultado fuera de especificación: se investiga antes de repetir el análisis o decidir del lote.",
        "Out-of-specification result: investigated before a test is repeated or the lot is decided on.",
        "OOS|fuera de especificaci(?:ón|ones)|out[- ]of[- ]specification",
    ),
    term(
        "Fármaco",
        "API",
        "El principio activo de un medicamento (API en inglés).",
        "The active ingredient of a medicine (fármaco in Spanish).",
        "fármacos?|principios? activos?|APIs?|active pharmaceutical ingredients?",
    ),
)
