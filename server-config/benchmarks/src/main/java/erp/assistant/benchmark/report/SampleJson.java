package erp.assistant.benchmark.report;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sample as one line of JSON and back. */
final class SampleJson {

    private static final MathContext FIVE_DIGITS = new MathContext(5);

    private SampleJson() {}

    static String write(Sample sample) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        sample.values()
                .forEach((name, value) -> values.add(
                        name, new BigDecimal(value).round(FIVE_DIGITS).stripTrailingZeros()));
        return Json.createObjectBuilder()
                .add("part", sample.part())
                .add("target", sample.target())
                .add("variant", sample.variant())
                .add("values", values)
                .add("note", sample.note())
                .build()
                .toString();
    }

    static Sample read(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            Map<String, Double> values = new LinkedHashMap<>();
            object.getJsonObject("values")
                    .forEach((name, value) -> values.put(name, ((JsonNumber) value).doubleValue()));
            return new Sample(
                    object.getString("part"),
                    object.getString("target"),
                    object.getString("variant"),
                    values,
                    object.getString("note"));
        }
    }
}
