package erp.assistant.impl.privacy;

import static erp.assistant.impl.privacy.Checksums.digit;
import static erp.assistant.impl.privacy.Checksums.weighted;

/** The check digits of national numbers, over capitals and digits of the right form. */
final class NationalIdChecks {

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    /** What a character counts at an odd place of a codice fiscale; a digit as the letter of its place in the alphabet. */
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private NationalIdChecks() {}

    /** Of the first ten digits exactly one comes twice or three times, and the last is the check. */
    static boolean deTax(String number) {
        int[] counts = new int[10];
        for (int i = 0; i < 10; i++) {
            counts[digit(number, i)]++;
        }
        int repeated = 0;
        for (int count : counts) {
            repeated += count > 1 ? 1 : 0;
            if (count > 3) {
                return false;
            }
        }
        return number.charAt(0) != '0' && repeated == 1 && Checksums.mod11x10(number);
    }

    static boolean dePension(String number) {
        int letter = number.charAt(8) - 'A' + 1;
        String digits = number.substring(0, 8) + (letter < 10 ? "0" : "") + letter + number.substring(9, 11);
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = digit(digits, i) * weights[i];
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(number, 11) && dayAndMonth(number, 2);
    }

    static boolean esDni(String number) {
        return SPANISH_LETTERS.charAt(Integer.parseInt(number.substring(0, 8)) % 23) == number.charAt(8);
    }

    static boolean esNie(String number) {
        return esDni("XYZ".indexOf(number.charAt(0)) + number.substring(1));
    }

    static boolean itCodiceFiscale(String number) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = number.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        return 'A' + sum % 26 == number.charAt(15);
    }

    static boolean frNir(String number) {
        String department = number.substring(5, 7);
        String counted = department.equals("2A") || department.equals("2B")
                ? number.substring(0, 5) + (department.equals("2A") ? "19" : "18") + number.substring(7, 13)
                : number.substring(0, 13);
        int month = Integer.parseInt(number.substring(3, 5));
        boolean month12 = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        return month12 && 97 - Long.parseLong(counted) % 97 == Long.parseLong(number.substring(13));
    }

    static boolean ptNif(String number) {
        int check = 11 - weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check >= 10 ? 0 : check) == digit(number, 8);
    }

    /** Born before 2000, or from then on with a 2 before. */
    static boolean beNational(String number) {
        long first = Long.parseLong(number.substring(0, 9));
        long check = Long.parseLong(number.substring(9));
        int month = Integer.parseInt(number.substring(2, 4));
        boolean born = month % 20 <= 12;
        return born && (97 - first % 97 == check || 97 - (2_000_000_000L + first) % 97 == check);
    }

    static boolean nlBsn(String number) {
        return !number.equals("000000000") && (weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) - digit(number, 8)) % 11 == 0;
    }

    static boolean atSocial(String number) {
        String counted = number.substring(0, 3) + number.substring(4);
        return weighted(counted, 3, 7, 9, 5, 8, 4, 2, 1, 6) % 11 == digit(number, 3) && dayAndMonth(number, 4);
    }

    static boolean plPesel(String number) {
        int check = (10 - weighted(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
        return check == digit(number, 10);
    }

    private static boolean dayAndMonth(String number, int at) {
        int day = Integer.parseInt(number.substring(at, at + 2));
        int month = Integer.parseInt(number.substring(at + 2, at + 4));
        return day >= 1 && day <= 31 && month >= 1 && month <= 13;
    }
}
