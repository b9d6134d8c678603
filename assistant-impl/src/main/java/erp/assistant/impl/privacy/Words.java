package erp.assistant.impl.privacy;

import java.util.regex.Pattern;

/** Words that tell what the number after them is, in the staff's languages. */
enum Words {
    CARD("card|karte|kreditkarte|carte|tarjeta|carta|cart[aã]o|visa|mastercard|amex|maestro|pan"),
    PHONE(
            "tel|phone|telephone|telefon|fon|ruf|rufnummer|telefonnummer|durchwahl|mobil|mobile|handy|cell|fax|whatsapp|t[ée]l"
                    + "|t[ée]l[ée]phone|portable|fixe|m[oó]vil|tel[eé]fono|cellulare|cell|telefone|telem[oó]vel|celular|call me (?:at|on)"
                    + "|reach(?:able)? (?:at|on|under)|anrufen unter|erreichbar unter|hotline"),
    NATIONAL_ID(
            "tax id|tin|idnr|steuer-?id|steueridentifikationsnummer|identifikationsnummer|nif|nie|dni|contribuinte|bsn"
                    + "|burgerservicenummer|sofinummer|nir|s[ée]curit[ée] sociale|codice fiscale|c\\.?f|rijksregisternummer"
                    + "|num[ée]ro national|registre national|svnr|sv-nummer|versicherungsnummer|sozialversicherungsnummer|ahv|avs"
                    + "|ahv-nr|pesel|national id|social security|ssn"),
    /** What an ERP numbers: documents, items, batches, parcels. */
    BUSINESS("order|auftrag|auftr|bestellung|invoice|rechnung|re|facture|factura|fattura|fatura|commande|pedido|ordine"
            + "|encomenda|delivery|lieferschein|lieferung|ls|item|artikel|art|article|art[ií]culo|articolo|artigo"
            + "|material|mat|ean|gtin|upc|sscc|sku|isbn|batch|charge|lot|lotto|lote|serial|serien|serie|sn|s/n|tracking"
            + "|sendung|sendungs|sendungsnummer|paket|parcel|shipment|envoi|env[ií]o|spedizione|envio|document|dokument"
            + "|beleg|doc|document[eo]|contract|vertrag|contrat|contrato|contratto|quote|angebot|offre|oferta|offerta"
            + "|project|projekt|po|so|no|nr|num|number|position|pos|line|account|konto|cuenta|conto|conta|compte|drawing"
            + "|zeichnung|hs|zolltarif|tariff|ticket|voucher|barcode|auftragsnummer|rechnungsnummer|artikelnummer"
            + "|bestellnummer|materialnummer|belegnummer|kundennummer|seriennummer|chargennummer|vertragsnummer|reference"
            + "|referenz|ref|referencia|riferimento|refer[eê]ncia|transaktion|transaction|payment|zahlung|menge|quantity"
            + "|qty|amount|betrag|total|value|wert|kundennr|customer id");

    /** At most a colon, "no." and the like stand between the word and the number. */
    private static final String BETWEEN =
            "(?:[ .:#()/=-]|nr|no|num|numero|num[ée]ro|n[uú]mero|number|nummer|id|n[°º]|is|ist|est|es|è|é|code|is:|der|the){0,6}$";

    private final Pattern pattern;

    Words(String words) {
        this.pattern = Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + words + ")(?:(?![\\p{L}])|(?=nr|no|nummer|number))" + BETWEEN,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether such a word stands at the end of the text before a number. */
    boolean before(String text) {
        return pattern.matcher(text).find();
    }
}
