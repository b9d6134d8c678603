package erp.assistant.web;

import erp.assistant.report.CallLog;
import erp.assistant.report.LedgerRow;
import erp.assistant.report.LedgerState;
import erp.assistant.report.Occupancy;
import erp.assistant.report.ProviderAlert;
import erp.assistant.report.ProviderStates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the providers have been of late, and is always up: a provider that fails must not take the ERP out of service.
 */
@Readiness
@Singleton
public class AssistantReadiness implements HealthCheck {

    private static final int LATEST = 20;

    private final LedgerState ledger;
    private final CallLog calls;
    private final Occupancy occupancy;

    private final ProviderStates providers;

    @Inject
    AssistantReadiness(LedgerState ledger, CallLog calls, Occupancy occupancy, ProviderStates providers) {
        this.ledger = ledger;
        this.calls = calls;
        this.occupancy = occupancy;
        this.providers = providers;
    }

    @Override
    public HealthCheckResponse call() {
        if (!ledger.available()) {
            return HealthCheckResponse.named("assistant")
                    .down()
                    .withData("ledger", "its file is being tidied")
                    .build();
        }
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("assistant").up();
        health.withData("openAnswers", occupancy.open()).withData("openAnswersLimit", occupancy.limit());
        try {
            List<LedgerRow> latest = calls.attempts(0, LATEST).stream()
                    .filter(row -> "settled".equals(row.state()))
                    .toList();
            health.withData("latestAttempts", latest.size())
                    .withData(
                            "failedOfThese",
                            latest.stream().filter(AssistantReadiness::failed).count());
            latest.stream()
                    .findFirst()
                    .ifPresent(row -> health.withData("lastProvider", row.provider())
                            .withData("lastOutcome", row.outcome())
                            .withData("lastAttemptAt", row.sentAt().toString()));
        } catch (RuntimeException e) {
            health.withData("ledger", "not readable: " + e.getClass().getSimpleName());
        }
        providers.providers().forEach(provider -> {
            health.withData(provider.slot() + "Breaker", provider.breaker().state());
            if (!provider.alerts().isEmpty()) {
                health.withData(
                        provider.slot() + "Alerts",
                        provider.alerts().stream().map(ProviderAlert::cause).collect(Collectors.joining(" ")));
            }
        });
        return health.build();
    }

    private static boolean failed(LedgerRow row) {
        return switch (row.outcome()) {
            case "end", "length", "refusal", "lookup", "cancelled" -> false;
            default -> true;
        };
    }
}
