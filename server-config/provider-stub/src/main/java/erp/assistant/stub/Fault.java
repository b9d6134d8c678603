package erp.assistant.stub;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one request. */
enum Fault {
    NONE(null),
    STATUS(null),
    QUOTA(Setting.QUOTA),
    HANG(Setting.HANG),
    HTML200(Setting.HTML200),
    EMPTY200(Setting.EMPTY200),
    PINGS(Setting.PINGS),
    FIRSTERR(Setting.FIRSTERR),
    MIDERR(Setting.MIDERR),
    MIDCUT(Setting.MIDCUT),
    CLEANCUT(Setting.CLEANCUT),
    HANGMID(Setting.HANGMID),
    BADJSON(Setting.BADJSON),
    REFUSAL(Setting.REFUSAL),
    DECLINE(Setting.DECLINE),
    PAUSE(Setting.PAUSE),
    CONTEXT(Setting.CONTEXT),
    JSON200(Setting.JSON200),
    WRONGFORM(Setting.WRONGFORM);

    private static final Setting[] STATUSES = {
        Setting.E400, Setting.E401, Setting.E402, Setting.E403, Setting.E404, Setting.E408, Setting.E413,
        Setting.E422, Setting.E429, Setting.E500, Setting.E502, Setting.E503, Setting.E504, Setting.E529
    };

    private final @Nullable Setting percent;

    Fault(@Nullable Setting percent) {
        this.percent = percent;
    }

    /** Whether it strikes after half of the tokens. */
    boolean halfway() {
        return switch (this) {
            case MIDERR, MIDCUT, CLEANCUT, HANGMID -> true;
            default -> false;
        };
    }

    /** A fault and, for the refused requests, the status. */
    record Drawn(Fault fault, int status) {}

    /** Draws at most one fault by the percentages, which exclude each other. */
    static Drawn draw(StubSettings settings, Random random) {
        double point = random.nextDouble() * 100;
        for (Setting status : STATUSES) {
            point -= settings.get(status);
            if (point < 0) {
                return new Drawn(STATUS, Integer.parseInt(status.name().substring(1)));
            }
        }
        for (Fault fault : values()) {
            if (fault.percent != null) {
                point -= settings.get(fault.percent);
                if (point < 0) {
                    return new Drawn(fault, fault == QUOTA ? 429 : 200);
                }
            }
        }
        return new Drawn(NONE, 200);
    }
}
