package erp.assistant.server;

import erp.assistant.stub.ProviderStub;
import java.util.HashMap;
import java.util.Map;

/** Two providers that speak the real protocols, and the configuration that leads to them. */
final class Providers implements AutoCloseable {

    static final String PRIMARY_KEY = "sk-primary-canary-" + "x7Qp2Lm9";
    static final String BACKUP_KEY = "sk-backup-canary-" + "k3Wd8Zt5";

    final ProviderStub primary = ProviderStub.start(0);
    final ProviderStub backup = ProviderStub.start(0);

    Providers() {
        primary.requireKey(PRIMARY_KEY);
        backup.requireKey(BACKUP_KEY);
    }

    /** Primary and backup with their dialects; the cache is off so that each question reaches a provider. */
    Map<String, String> configuration(String primaryDialect, String backupDialect) {
        Map<String, String> values = new HashMap<>();
        values.put("assistant.provider.primary.dialect", primaryDialect);
        values.put("assistant.provider.primary.base-url", primary.baseUri().toString());
        values.put("assistant.provider.primary.api-key", PRIMARY_KEY);
        values.put("assistant.provider.backup.dialect", backupDialect);
        values.put("assistant.provider.backup.base-url", backup.baseUri().toString());
        values.put("assistant.provider.backup.api-key", BACKUP_KEY);
        values.put("assistant.cache.ttl", "0s");
        values.put("assistant.rate.per-user-minute", "10000");
        values.put("assistant.timeout.first-content", "2s");
        values.put("assistant.timeout.idle", "2s");
        // Above the failures that the tests induce one by one, so that no breaker opens between them; BreakerIT goes
        // beyond.
        values.put("assistant.breaker.window", "40");
        return values;
    }

    void reset() {
        for (ProviderStub stub : new ProviderStub[] {primary, backup}) {
            stub.reset();
            stub.configure(
                    "text=facts ttft=0 gap=0 e401=0 e404=0 e500=0 e529=0 midcut=0 miderr=0 cleancut=0 hang=0 hangmid=0 failn=0"
                            + " tokens=0 capmax=1");
        }
    }

    @Override
    public void close() {
        primary.close();
        backup.close();
    }
}
