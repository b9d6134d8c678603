package erp.assistant.web.ui;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the API says of a month in which all went on, and of one in which nothing was asked. */
final class AdminFigures {

    static final String CONFIG = """
            {"config":[{"key":"assistant.enabled","value":"true","source":"default"},
              {"key":"assistant.provider.primary.dialect","value":"anthropic","source":"server.xml variables"},
              {"key":"assistant.provider.primary.api-key","value":"set, ends in a91f","source":"environment"},
              {"key":"assistant.provider.backup.dialect","value":"openai","source":"server.xml variables"},
              {"key":"assistant.timeout.connect","value":"3s","source":"default","restart":true},
              {"key":"assistant.budget.monthly","value":"280.00","source":"server.xml variables"}]}""";

    static final String CONFIG_OF_A_NEW_SYSTEM = """
            {"config":[{"key":"assistant.enabled","value":"true","source":"default"},
              {"key":"assistant.provider.primary.dialect","value":"offline","source":"default"},
              {"key":"assistant.provider.backup.dialect","value":"","source":"default"},
              {"key":"assistant.budget.monthly","value":"","source":"default"}]}""";

    static final String EMPTY_MONTH = """
            {"month":"2026-11","cost":{"amount":"0.00","currency":"EUR","budget":null,"forecast":null,"unpricedCalls":0},
             "latency":%s,"errors":%s,"sla":{"goal":99.9,"firstResponseMs":1500,"fullGenerationMs":15000,"met":null,"errorBudgetUsed":null},"by":{"day":[],"model":[],"organisation":[],"department":[],"provider":[],"recordType":[]}}""".formatted(latency(0, 0, 0, 0), errors(0, 0, 0, 0));

    static final String CALLS = """
            {"calls":[%s,%s,%s]}""".formatted(
                    call(
                            "c2",
                            2,
                            "backup",
                            "openai",
                            "gpt-5.4-mini",
                            "end",
                            200,
                            "{\"amount\":\"0.0012\",\"currency\":\"EUR\"}"),
                    call(
                            "c2",
                            1,
                            "primary",
                            "anthropic",
                            "claude-haiku-4-5",
                            "overloaded",
                            529,
                            "{\"amount\":\"0.00\",\"currency\":\"EUR\"}"),
                    call("c1", 1, "primary", "anthropic", "claude-next", "end", 200, "null"));

    static final String PROVIDERS = """
            {"providers":[{"slot":"primary","name":"anthropic","dialect":"anthropic",
               "models":{"small":"claude-haiku-4-5","large":"claude-sonnet-5-5"},
               "breaker":{"state":"open","since":"2026-11-22T09:14:00Z","successes":4,"failures":6},
               "lastFault":{"kind":"server-error","at":"2026-11-22T09:14:00Z"},
               "keys":[{"number":1,"hint":"a91f","state":"refused","until":"2026-11-22T09:20:00Z"},
                 {"number":2,"hint":"77c0","state":"used","until":null}],
               "alerts":[{"cause":"key","advice":"Replace the key that ends in a91f.","since":"2026-11-22T09:10:00Z","count":3}]},
              {"slot":"backup","name":"mistral_ai","dialect":"openai","models":{"small":"small-4","large":"small-4"},
               "breaker":{"state":"closed","since":"2026-11-22T08:00:00Z","successes":0,"failures":0},
               "lastFault":null,"keys":[],"alerts":[]}]}""";

    static final String BUDGETS = """
            {"month":"2026-11","resetDate":"2026-12-01","enforcement":"hard","atLimit":["small-model","cached","offline"],
             "budgets":[%s,%s,%s,%s]}""".formatted(
                    budget("company", "", "280.00", "222.716049358", "0.05", "57.233950642", "303.70", "50"),
                    budget("department", "sales", "40.00", "39.995", "0.00", "0.005", "54.54", "50,80,100"),
                    budget("capability", "sales-order.why-blocked", "10.00", "0.00", "0.00", "10.00", null, ""),
                    budget("user", "anna", "5.00", "4.25", "0.75", "0.00", "5.80", "50,80"));

    static final String NO_BUDGETS = """
            {"month":"2026-11","resetDate":"2026-12-01","enforcement":"hard","atLimit":[],"budgets":[]}""";

    private AdminFigures() {}

    private static String budget(
            String scope,
            String name,
            String limit,
            String spent,
            String reserved,
            String left,
            @Nullable String forecast,
            String warnings) {
        String money = "{\"amount\":\"%s\",\"currency\":\"EUR\"}";
        return """
                {"scope":"%s","name":"%s","limit":%s,"spent":%s,"reserved":%s,"left":%s,"forecast":%s,"warnings":[%s]}""".formatted(
                        scope,
                        name,
                        money.formatted(limit),
                        money.formatted(spent),
                        money.formatted(reserved),
                        money.formatted(left),
                        forecast == null ? "null" : money.formatted(forecast),
                        warnings);
    }

    /** November 2026 up to the 22nd: 10.123456789 EUR each day, and a bad day for the provider on the 12th. */
    static String november() {
        String days = IntStream.rangeClosed(1, 22)
                .mapToObj(day -> slice(
                        "2026-11-%02d".formatted(day),
                        "10.123456789",
                        latency(90, 800 + day * 7, 1_600, 2_400 + day * 10),
                        errors(95, day == 12 ? 5 : 0, 90, day == 12 ? 1 : 0)))
                .collect(Collectors.joining(","));
        String models =
                slice("claude-haiku-4-5", "200.00", latency(1_900, 880, 1_600, 2_500), errors(2_000, 5, 1_900, 1)) + ","
                        + slice("gpt-5.4-mini", "22.716049358", latency(80, 700, 1_500, 2_000), errors(90, 0, 80, 0));
        return """
                {"month":"2026-11","cost":{"amount":"222.716049358","currency":"EUR","budget":{"amount":"280.00","currency":"EUR"},
                   "forecast":{"amount":"303.70","currency":"EUR"},"unpricedCalls":3},
                 "latency":%s,"errors":%s,"sla":{"goal":99.9,"firstResponseMs":1500,"fullGenerationMs":7000,"met":true,"errorBudgetUsed":50.6},
                 "by":{"day":[%s],"model":[%s],"organisation":[%s],"department":[%s],"provider":[],"recordType":[%s]}}""".formatted(
                        latency(1_980, 880, 1_600, 2_500),
                        errors(2_090, 5, 1_980, 1),
                        days,
                        models,
                        slice("DE", "222.716049358", latency(1_980, 880, 1_600, 2_500), errors(2_090, 5, 1_980, 1)),
                        slice("sales", "202.00", latency(1_880, 880, 1_600, 2_500), errors(2_000, 5, 1_900, 1)),
                        slice("", "222.716049358", latency(0, 0, 0, 0), errors(2_090, 5, 0, 0)));
    }

    /** What the department sales had of that month: 5 EUR on the 1st. */
    static String novemberOfSales() {
        return """
                {"month":"2026-11","cost":{"amount":"5.00","currency":"EUR","budget":{"amount":"40.00","currency":"EUR"},"forecast":null,"unpricedCalls":0},
                 "latency":%s,"errors":%s,"sla":{"goal":99.9,"firstResponseMs":1500,"fullGenerationMs":7000,"met":true,"errorBudgetUsed":0},
                 "by":{"day":[%s]}}""".formatted(
                        latency(7, 500, 900, 1_000),
                        errors(7, 0, 7, 0),
                        slice("2026-11-01", "5.00", latency(7, 500, 900, 1_000), errors(7, 0, 7, 0)));
    }

    private static String slice(String key, String cost, String latency, String errors) {
        return """
                {"key":"%s","cost":{"amount":"%s","currency":"EUR","budget":null,"forecast":null,"unpricedCalls":0},
                 "latency":%s,"errors":%s}""".formatted(key, cost, latency, errors);
    }

    private static String latency(int count, int p50, int p95, int p99) {
        return """
                {"firstResponse":{"count":%1$d,"p50Ms":%2$d,"p95Ms":%3$d,"p99Ms":%4$d},
                 "fullGeneration":{"count":%1$d,"p50Ms":%5$d,"p95Ms":%6$d,"p99Ms":%7$d}}""".formatted(count, p50, p95, p99, p50 * 9, p95 * 9, p99 * 9);
    }

    private static String errors(int attempts, int errors5xx, int answers, int failed) {
        return """
                {"beforeFallback":{"attempts":%d,"serverErrors5xx":%d,"overloaded529":0,"inStream":1,"timeouts":2,"truncated":3,
                   "other":0,"serverErrorRate":%s},
                 "afterFallback":{"answers":%d,"failed":%d,"availability":%s}}""".formatted(
                attempts, errors5xx, share(errors5xx, attempts), answers, failed, share(answers - failed, answers));
    }

    private static String share(int part, int whole) {
        return whole == 0
                ? "null"
                : BigDecimal.valueOf(part * 100L)
                        .divide(BigDecimal.valueOf(whole), 3, java.math.RoundingMode.DOWN)
                        .toPlainString();
    }

    private static String call(
            String call,
            int attempt,
            String slot,
            String provider,
            String model,
            String outcome,
            int status,
            String cost) {
        return """
                {"call":"%s","attempt":%d,"sentAt":"2026-11-22T09:14:0%2$d.120Z","user":"anna","organisation":"DE",
                 "recordType":"sales-order","recordId":"4711","action":"","slot":"%s","provider":"%s","requestedModel":"%s",
                 "responseModel":"%5$s","state":"settled","outcome":"%s","httpStatus":%d,
                 "usage":{"input":2867,"cacheRead":0,"cacheWrite":0,"output":47,"usageSource":"reported"},
                 "reserved":null,"cost":%s,"priceRow":"%5$s","providerRequestId":"req_1","firstMs":%9$s,"totalMs":1396}""".formatted(
                        call, attempt, slot, provider, model, outcome, status, cost, status == 200 ? "542" : "null");
    }
}
