package sample.erp.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import sample.erp.customer.Customer;

/** Draws names of people and firms that have not been drawn before. */
final class NameDraw {

    private static final List<String> FIRST_NAMES = List.of(
            "Jonas",
            "Miriam",
            "Tomasz",
            "Élise",
            "Lukas",
            "Sofia",
            "Henrik",
            "Nadia",
            "Björn",
            "Katharina",
            "Mateo",
            "Ingrid",
            "Yusuf",
            "Chiara",
            "Stefan",
            "Aylin",
            "Piotr",
            "Lena",
            "Marc",
            "Agnieszka",
            "Thore",
            "Valérie",
            "Dieter",
            "Ana",
            "Urs",
            "Regula",
            "Beat",
            "Céline");
    private static final List<String> LAST_NAMES = List.of(
            "Petersen",
            "Krüger",
            "Nowicki",
            "Lefèvre",
            "Brunner",
            "Hansen",
            "Özdemir",
            "Schröder",
            "Bianchi",
            "Keller",
            "Janssen",
            "Vogt",
            "Sánchez",
            "Lindholm",
            "Maurer",
            "Kowalska",
            "Bäcker",
            "Frei",
            "Zimmermann",
            "D'Angelo",
            "Wiśniewska",
            "Ahlers",
            "Nguyen",
            "Steiner",
            "Roth",
            "Carstens");

    private record Land(String language, List<String> families, List<String> trades, List<String> cities) {}

    private static final Map<String, Land> LANDS = Map.of(
            "DE",
                    new Land(
                            "de",
                            List.of(
                                    "Brandes",
                                    "Köhler",
                                    "Wübbena",
                                    "Schäfer",
                                    "Lüders",
                                    "Hartmann",
                                    "Böttcher",
                                    "Thiele",
                                    "Oltmanns",
                                    "Reinders",
                                    "Großmann",
                                    "Jäger"),
                            List.of(
                                    "Maschinenbau GmbH",
                                    "Fördertechnik KG",
                                    "Antriebe GmbH & Co. KG",
                                    "Anlagenbau AG",
                                    "Werkzeugbau e.K.",
                                    "Hydraulik GmbH",
                                    "& Söhne OHG"),
                            List.of(
                                    "28195 Bremen",
                                    "20457 Hamburg",
                                    "30159 Hannover",
                                    "48143 Münster",
                                    "70173 Stuttgart",
                                    "90402 Nürnberg",
                                    "50667 Köln")),
            "AT",
                    new Land(
                            "de",
                            List.of("Gruber", "Huber", "Hölzl", "Pichler"),
                            List.of("Maschinen GmbH", "Technik GmbH", "Seilbahnbau AG"),
                            List.of("4020 Linz", "8010 Graz", "6020 Innsbruck")),
            "CH",
                    new Land(
                            "de",
                            List.of(
                                    "Ammann",
                                    "Bühler",
                                    "Zürcher",
                                    "Gerber",
                                    "Odermatt",
                                    "Näf",
                                    "Schläpfer",
                                    "Wüthrich"),
                            List.of(
                                    "Maschinenfabrik AG",
                                    "Präzision AG",
                                    "Antriebstechnik GmbH",
                                    "Bahntechnik AG",
                                    "Verpackungen AG",
                                    "& Cie. AG"),
                            List.of("8400 Winterthur", "9000 St. Gallen", "3011 Bern", "4051 Basel", "6003 Luzern")),
            "FR",
                    new Land(
                            "fr",
                            List.of("Lemaître", "Béranger", "Dupré", "Châtelain", "D'Estrées"),
                            List.of("Mécanique S.A.S.", "Équipements S.A.", "Transmissions SARL", "& Fils SARL"),
                            List.of("69002 Lyon", "67000 Strasbourg", "31000 Toulouse")),
            "IT",
                    new Land(
                            "it",
                            List.of("Rossini", "Dell'Acqua", "Ferrari Bravo", "Niccolò"),
                            List.of("Meccanica S.r.l.", "Trasmissioni S.p.A.", "& Figli S.n.c."),
                            List.of("20121 Milano", "10121 Torino", "25121 Brescia")),
            "NL",
                    new Land(
                            "nl",
                            List.of("Van der Meer", "'t Hoen", "De Vries"),
                            List.of("Machinebouw B.V.", "Techniek B.V.", "& Zonen B.V."),
                            List.of("9711 Groningen", "3011 Rotterdam")),
            "PL",
                    new Land(
                            "pl",
                            List.of("Łukaszewicz", "Śliwiński", "Dąbrowska"),
                            List.of("Maszyny Sp. z o.o.", "Napędy S.A."),
                            List.of("90-001 Łódź", "80-001 Gdańsk")),
            "SE",
                    new Land(
                            "sv",
                            List.of("Ångström", "Sjöberg", "Häggkvist"),
                            List.of("Industri AB", "Maskin AB"),
                            List.of("411 03 Göteborg", "211 20 Malmö")));

    private final SplittableRandom random;
    private final Set<String> drawn = new HashSet<>();

    NameDraw(SplittableRandom random) {
        this.random = random;
    }

    String person() {
        String name;
        do {
            name = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())) + " "
                    + LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
        } while (!drawn.add(name));
        return name;
    }

    /** The name of a firm in a country. */
    String firm(String country) {
        Land land = land(country);
        String name;
        do {
            String family = land.families().get(random.nextInt(land.families().size()));
            if (random.nextInt(3) == 0) {
                family += " " + city(land).replaceAll("^[0-9 -]+", "");
            }
            name = family + " " + land.trades().get(random.nextInt(land.trades().size()));
        } while (!drawn.add(name));
        return name;
    }

    Customer.Address address(String country) {
        Land land = land(country);
        String place = city(land);
        int gap = place.lastIndexOf(' ', firstLetter(place));
        return new Customer.Address(
                "Industriestr. " + (1 + random.nextInt(180)),
                place.substring(0, gap),
                place.substring(gap + 1),
                country,
                land.language());
    }

    private static int firstLetter(String text) {
        int i = 0;
        while (!Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private String city(Land land) {
        return land.cities().get(random.nextInt(land.cities().size()));
    }

    private static Land land(String country) {
        Land land = LANDS.get(country);
        if (land == null) {
            throw new IllegalArgumentException("no names for country " + country);
        }
        return land;
    }
}
