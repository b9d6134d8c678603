package erp.assistant.impl;

import erp.assistant.chat.Lookups.Tool;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.lookup.Tools;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prepares what the model may look up for one answer, while the request still runs. Safe for use by many threads. */
@Singleton
public class LookupDesk {

    private final ListCatalogue lists;
    private final RecordCatalogue records;
    private final PromptWriter prompts;
    private final SettingsSource settings;
    private final LookupThreads threads;

    @Inject
    public LookupDesk(
            ListCatalogue lists,
            RecordCatalogue records,
            PromptWriter prompts,
            SettingsSource settings,
            LookupThreads threads) {
        this.lists = lists;
        this.records = records;
        this.prompts = prompts;
        this.settings = settings;
        this.threads = threads;
    }

    /** Nothing if look-ups are off, no model is asked, or the asker may use no list. Called on the request's thread. */
    Optional<LookupRun> open(Asker asker, WrittenPrompt written) {
        Settings now = settings.current();
        int rounds = now.prompting().lookupRounds();
        boolean noModel =
                now.primary().dialect() == Dialect.OFFLINE && now.backup().isEmpty();
        if (rounds == 0 || noModel) {
            return Optional.empty();
        }
        RememberedRoles roles = new RememberedRoles(asker.roles());
        Asker later = new Asker(asker.name(), roles, asker.language());
        List<RecordList> usable = lists.usable(later);
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        // Asked now, while the container can still be asked.
        usable.forEach(list -> records.withheld(list.type(), later));
        now.prompting().confidentialRoles().forEach(later::hasRole);
        boolean confidential = now.prompting().confidentialRoles().isEmpty()
                || now.prompting().confidentialRoles().stream().anyMatch(later::hasRole);
        List<RecordList> shown = usable.stream()
                .map(list -> confidential ? list : list.withoutConfidential())
                .toList();
        Set<String> types = shown.stream().map(RecordList::type).collect(Collectors.toSet());
        List<Tool> tools = Tools.of(shown);
        LookupRun run = new LookupRun(
                tools,
                rounds,
                later,
                written,
                new LookupReader(lists, records, prompts, later, types, !confidential),
                threads.asCaller());
        roles.close();
        return Optional.of(run);
    }
}
