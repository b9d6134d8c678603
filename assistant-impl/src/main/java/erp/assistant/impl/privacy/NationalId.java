package erp.assistant.impl.privacy;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A state's number for its people, with the check digits that its authority publishes.
 *
 * <p>Where one number in ten or so passes the check by chance, the word before it has to say what it is.
 */
enum NationalId {
    /** Steuerliche Identifikationsnummer, section 139b AO. */
    DE_TAX("\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}", false, NationalIdChecks::deTax),
    /** Versicherungsnummer of the pension insurance, VKVV section 2. */
    DE_PENSION("\\d{2} ?[0-3]\\d[01]\\d{3} ?[A-Za-z] ?\\d{3}", false, NationalIdChecks::dePension),
    /** Documento nacional de identidad. */
    ES_DNI("\\d{2}\\.?\\d{3}\\.?\\d{3}[ -]?[A-HJ-NP-TV-Za-hj-np-tv-z]", false, NationalIdChecks::esDni),
    /** Número de identidad de extranjero. */
    ES_NIE("[XYZxyz][ -]?\\d{7}[ -]?[A-HJ-NP-TV-Za-hj-np-tv-z]", false, NationalIdChecks::esNie),
    /** Codice fiscale, DM 23.12.1976; letters may stand for digits where two people would have the same. */
    IT_CODICE_FISCALE(
            "[A-Za-z]{3} ?[A-Za-z]{3} ?[0-9LMNPQRSTUVlmnpqrstuv]{2}[ABCDEHLMPRSTabcdehlmprst][0-9LMNPQRSTUVlmnpqrstuv]{2}"
                    + " ?[A-Za-z][0-9LMNPQRSTUVlmnpqrstuv]{3}[A-Za-z]",
            false, NationalIdChecks::itCodiceFiscale),
    /** Numéro d'inscription au répertoire, with its key. */
    FR_NIR("[12378] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[ABab]) ?\\d{3} ?\\d{3} ?\\d{2}", false, NationalIdChecks::frNir),
    /** Número de identificação fiscal. */
    PT_NIF("[1235689]\\d{2} ?\\d{3} ?\\d{3}", true, NationalIdChecks::ptNif),
    /** Rijksregisternummer, numéro de registre national. */
    BE_NATIONAL("\\d{2}\\.?[0-4]\\d\\.?[0-3]\\d[ -]?\\d{3}\\.?[ -]?\\d{2}", false, NationalIdChecks::beNational),
    /** Burgerservicenummer. */
    NL_BSN("\\d{4}\\.?\\d{2}\\.?\\d{3}|\\d{3} \\d{3} \\d{3}", true, NationalIdChecks::nlBsn),
    /** Sozialversicherungsnummer. */
    AT_SV("[1-9]\\d{3} ?[0-3]\\d[01]\\d{3}", true, NationalIdChecks::atSocial),
    /** AHV-Nummer. */
    CH_AHV("756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}", false, Checksums::gtin),
    /** Powszechny elektroniczny system ewidencji ludności. */
    PL_PESEL("\\d{11}", true, NationalIdChecks::plPesel);

    private final Pattern form;
    private final boolean needsWord;
    private final Predicate<String> check;

    NationalId(String form, boolean needsWord, Predicate<String> check) {
        this.form = Pattern.compile("(?<![A-Za-z0-9]|\\d[.,/-])(?:" + form + ")(?![A-Za-z0-9]|[.,/-]\\d)");
        this.needsWord = needsWord;
        this.check = check;
    }

    Pattern form() {
        return form;
    }

    boolean needsWord() {
        return needsWord;
    }

    /** Whether capitals and digits are such a number. */
    boolean checks(String number) {
        return check.test(number);
    }
}
